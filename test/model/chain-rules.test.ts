import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../lib/model/maybe";
import { checkChains } from "../../lib/model/rules/chains";
import { checkLegs } from "../../lib/model/rules/check";
import type { Leg } from "../../lib/model/topology";
import { chain, cluster, everything, ids, include, includePrefix, leg, type LegOptions } from "./support/legs";

const [a, b, c, d] = [cluster("a"), cluster("b"), cluster("c"), cluster("d")];
const found = (legs: readonly Leg[], id: string): (string | undefined)[] =>
  checkChains(legs).flatMap((finding) => (finding.rule.id === id ? [finding.path] : []));

const token = (name: string): ReturnType<typeof cluster> => cluster(name, { id: UNKNOWN });

describe("prefix and auto-create", () => {
  const auto: LegOptions = { autoCreate: [includePrefix("m")] };

  it.each<[string, LegOptions, LegOptions, number]>([
    ["on one leg of a chain", { ...auto, prefix: "p-" }, {}, 1],
    ["on two legs, prefix first", { topics: ["x"], prefix: "p-" }, auto, 1],
    ["on two legs, prefix last", auto, { topics: ["m"], prefix: "p-" }, 1],
    ["of which the filters are off", { ...auto, autoCreateEnabled: false, prefix: "p-" }, {}, 0],
    ["of which the filters may be off", { ...auto, autoCreateEnabled: UNKNOWN, prefix: "p-" }, {}, 0],
    ["of which there is no filter", { autoCreateEnabled: true, prefix: "p-" }, {}, 0],
    ["without prefix", auto, auto, 0],
    ["without auto-create", { topics: ["x"], prefix: "p-" }, { topics: ["p-x"] }, 0],
  ])("%s", (_, first, second, times) => {
    expect(found(chain(first, second), "CL009")).toHaveLength(times);
  });

  it("are allowed on a link that is in no chain", () => {
    expect(found([leg(a, b, { ...auto, prefix: "p-" })], "CL009")).toEqual([]);
  });

  it("are told once, whichever chains run over the leg that has both", () => {
    const legs = [leg(a, b, { ...auto, prefix: "p-" }), leg(b, c), leg(b, d)];
    const givens = checkChains(legs).filter(({ rule }) => rule.id === "CL009");
    expect(givens.map(({ path }) => path)).toEqual(["a-to-b/link", "a-to-b/link"]);
    expect(new Set(givens.map(({ given }) => given)).size).toBe(2);
  });

  it("are found in a ring, which no leg begins", () => {
    const ring = [leg(a, b, { prefix: "p-", topics: ["x"] }), leg(b, c, auto), leg(c, a)];
    expect(found(ring, "CL009")).toEqual(["a-to-b/link"]);
    expect(found([ring[1]!, ring[2]!, ring[0]!], "CL009")).toEqual(["a-to-b/link"]);
  });
});

describe("a ring of links", () => {
  const ring = (options: LegOptions): Leg[] => [leg(a, b), leg(b, c, options), leg(c, a)];

  it("is refused without a prefix, and allowed with one", () => {
    expect(found(ring({}), "CL039")).toEqual(["a-to-b/link"]);
    expect(found(ring({ prefix: "p-" }), "CL039")).toEqual([]);
    expect(found(ring({ prefix: UNKNOWN }), "CL039")).toEqual([]);
    expect(found([leg(a, b), leg(b, a)], "CL039")).toEqual(["a-to-b/link"]);
  });

  it("is told by its clusters", () => {
    const [finding] = checkChains(ring({})).filter(({ rule }) => rule.id === "CL039");
    expect(finding?.given).toBe("Links go a -> b -> c -> a without a prefix.");
  });

  it("is not what a bidirectional link is", () => {
    const both = [leg(a, b), leg(b, a)].map((each) => ({ ...each, shape: "bidirectional" as const, linkName: "x" }));
    expect(found(both, "CL039")).toEqual([]);
  });
});

describe("a set that follows another one", () => {
  const follows = "a-to-b/link/mirrors";

  it("starts where the other one ends", () => {
    const first = leg(a, b, { topics: ["x"] });
    expect(found([first, leg(b, c, { claim: { follows } })], "CL046")).toEqual([]);
    expect(found([first, leg(c, d, { claim: { follows } })], "CL046")).toEqual(["c-to-d/link/mirrors"]);
    expect(found([first, leg(token("b"), c, { claim: { follows } })], "CL046")).toEqual([]);
    expect(found([leg(c, d, { claim: { follows } })], "CL046")).toEqual([]);
  });
});

describe("a stated upstream", () => {
  it("ends where the link starts", () => {
    const first = leg(a, b, { topics: ["x"] });
    const upstream = first.path;
    expect(found([first, leg(b, c, { upstream })], "CL046")).toEqual([]);
    expect(found([first, leg(c, d, { upstream })], "CL046")).toEqual(["c-to-d/link"]);
    expect(found([first, leg(token("b"), c, { upstream })], "CL046")).toEqual([]);
    expect(found([first, leg(c, d, { upstream: "elsewhere" })], "CL046")).toEqual([]);
    expect(found([first, leg(c, d, { upstream: "none" })], "CL046")).toEqual([]);
  });
});

describe("failover", () => {
  it("is refused on a cluster that feeds another link", () => {
    const failover = { claim: { failover: true } };
    expect(found([leg(a, b, failover), leg(b, c)], "CL040")).toEqual(["a-to-b/link/mirrors"]);
    expect(found([leg(a, b), leg(b, c, failover)], "CL040")).toEqual([]);
    expect(found([leg(a, b, failover), leg(b, c, { upstream: "none" })], "CL040")).toEqual([]);
    expect(found([leg(a, token("b"), failover), leg(b, c)], "CL040")).toEqual([]);
    expect(found([leg(a, token("b"), failover), leg(b, c, { upstream: "a-to-b/link" })], "CL040")).toHaveLength(1);
  });
});

describe("a leg whose source nobody is known to fill", () => {
  const jump = cluster("jump");
  const dr = cluster("dr", { access: "private" });
  const second = (options: LegOptions = {}): Leg => leg(jump, dr, options);

  it("is warned about where it looks like leg 2", () => {
    expect(found([second()], "CL044")).toEqual(["jump-to-dr/link"]);
    expect(found([leg(dr, jump)], "CL044")).toEqual([]);
    expect(found([leg(jump, cluster("other"))], "CL044")).toEqual([]);
  });

  it("is silent where it is stated or found", () => {
    expect(found([second({ upstream: "none" })], "CL044")).toEqual([]);
    expect(found([second({ upstream: "elsewhere" })], "CL044")).toEqual([]);
    expect(found([second({ claim: { follows: "elsewhere" } })], "CL044")).toEqual([]);
    const [set] = second().claims;
    const two = [set!, { ...set!, path: "other", follows: "elsewhere" }];
    expect(found([second({ claims: two })], "CL044")).toEqual([]);
    expect(found([second({ claims: [] })], "CL044")).toEqual([]);
    expect(found([leg(a, jump), second()], "CL044")).toEqual([]);
  });

  it("is warned about where a token hides it", () => {
    expect(found([leg(a, token("x")), leg(b, c)], "CL044")).toEqual(["b-to-c/link"]);
    expect(found([leg(a, b), leg(token("x"), c)], "CL044")).toEqual(["x-to-c/link"]);
    expect(found([leg(a, b), leg(token("x"), c, { upstream: "a-to-b/link" })], "CL044")).toEqual([]);
  });
});

describe("all rules together", () => {
  it("have nothing to say of the pattern done right", () => {
    const options: LegOptions = { topics: ["my_test_topic"], groups: [everything] };
    expect(checkLegs(chain(options, options))).toEqual([]);
    const byFilter = { ...options, autoCreate: [includePrefix("mirror_me")] };
    expect(ids(checkLegs(chain(byFilter, byFilter)))).toEqual(["CL078"]);
  });

  it("name the construct of every finding", () => {
    const wrong: LegOptions = {
      topics: ["a", "a", "b"],
      prefix: "much-too-long-a-prefix",
      autoCreate: [includePrefix("x*"), include("b")],
      groupsEnabled: true,
      claim: { stack: "other", failover: true },
    };
    const legs = chain(wrong, { topics: ["c"] });
    const all = checkLegs(legs);
    const paths = new Set(legs.flatMap((each) => [each.path, ...each.claims.map(({ path }) => path)]));
    expect(all.length).toBeGreaterThan(5);
    for (const { path, given } of all) expect([given, paths.has(path ?? "")]).toEqual([given, true]);
    expect(ids(all)).toEqual(
      expect.arrayContaining(["CL003", "CL006", "CL009", "CL010", "CL012", "CL024", "CL040", "CL041", "CL057"]),
    );
  });

  it("leave the settings of a link that exists already alone", () => {
    const [only] = chain({ topics: ["a"], prefix: "much-too-long-a-prefix", managed: false });
    expect(ids(checkLegs([only]))).toEqual([]);
    expect(ids(checkLegs([{ ...only, managed: true }]))).toEqual(["CL010"]);
  });
});
