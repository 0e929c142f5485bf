import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN, isKnown, type Maybe } from "../../lib/model/maybe";
import { arrives, reachOfGroup, reachOfTopic, type Hop, type Reach, type StopReason } from "../../lib/model/reach";
import type { Leg } from "../../lib/model/topology";
import { filters, maybe, text } from "./support/arbitraries";
import {
  chain,
  cluster,
  everything,
  exclude,
  excludePrefix,
  include,
  includePrefix,
  leg,
  type LegOptions,
} from "./support/legs";
import { matches, mirrored, synced, type Answer } from "./support/oracle";

const LETTERS = ["a", "b", "_"];
const name = text(LETTERS, 3, 1);

const clusters = ["c0", "c1", "c2", "c3", "c4"].map((each) => cluster(each));

const legs = fc
  .array(
    fc.record({
      topics: fc.array(name, { maxLength: 3 }),
      topicsUnknown: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
      prefix: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, maybe(text(LETTERS, 2, 1))),
      autoCreate: filters(maybe(name), 4),
      autoCreateEnabled: maybe(fc.boolean()),
      groups: filters(maybe(name), 4),
      groupsEnabled: maybe(fc.constantFrom(true, true, true, false)),
      groupPrefix: maybe(fc.boolean()),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((options, i) => leg(clusters[i]!, clusters[i + 1]!, options)));

/** What the name is on each cluster, in words: names, and at the end where it stops or why nobody can tell. */
function simulate(
  all: readonly Leg[],
  start: string,
  passes: (leg: Leg, name: string) => Answer,
  rename: (leg: Leg, name: string) => Maybe<string>,
): string[] {
  const told: string[] = [];
  let current: Maybe<string> = start;
  for (const each of all) {
    if (!isKnown(current)) return [...told, "unproven"];
    const answer = passes(each, current);
    if (answer === "no") return [...told, "stops"];
    if (answer === "depends") return [...told, "unproven"];
    current = rename(each, current);
    told.push(isKnown(current) ? `is ${current}` : "is called something");
  }
  return told;
}

const tell = (hop: Hop): string =>
  hop.outcome !== "passes" ? hop.outcome : isKnown(hop.name) ? `is ${hop.name}` : "is called something";

const prefixed = (prefix: Maybe<string> | undefined, given: string): Maybe<string> =>
  prefix === undefined ? given : prefix === UNKNOWN ? UNKNOWN : `${prefix}${given}`;

function renameGroup({ settings: { prefix, consumerGroupPrefix } }: Leg, given: string): Maybe<string> {
  const possible = new Set<Maybe<string>>();
  if (consumerGroupPrefix !== true) possible.add(given);
  if (consumerGroupPrefix !== false) possible.add(prefixed(prefix, given));
  return possible.size === 1 ? ([...possible][0] as Maybe<string>) : UNKNOWN;
}

const last = (reach: Reach): Hop => reach.hops.at(-1) as Hop;

describe("reach over one to four legs", () => {
  it("of a topic is what a simulation says", () => {
    fc.assert(
      fc.property(legs, name, (all, topic) => {
        const reach = reachOfTopic(all, topic);
        const told = simulate(all, topic, mirrored, ({ settings }, given) => prefixed(settings.prefix, given));
        expect(reach.hops.map(tell)).toEqual(told);
        expect(reach.hops.map((hop) => hop.leg)).toEqual(all.slice(0, told.length));
        expect(reach.name).toBe(topic);
        expect(arrives(reach)).toBe(told.includes("stops") ? false : told.includes("unproven") ? UNKNOWN : true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of a group is what a simulation says", () => {
    fc.assert(
      fc.property(legs, name, (all, group) => {
        expect(reachOfGroup(all, group).hops.map(tell)).toEqual(simulate(all, group, synced, renameGroup));
      }),
      { numRuns: 2_000 },
    );
  });

  it("of a topic says what carried it, or why it stopped", () => {
    fc.assert(
      fc.property(legs, name, (all, topic) => {
        let here: Maybe<string> = topic;
        for (const hop of reachOfTopic(all, topic).hops) {
          const { settings, claims } = hop.leg;
          const given = String(isKnown(here) ? here : "");
          const explicit = claims.some(({ topics }) => topics.includes(given));
          if (hop.outcome === "passes") {
            if (explicit) expect(hop.by).toEqual({ kind: "mirror topic" });
            else if (hop.by.kind === "filter") {
              expect(settings.autoCreate.filters).toContain(hop.by.filter);
              expect(hop.by.filter.filterType).toBe("INCLUDE");
              expect(matches(hop.by.filter, given)).toBe(true);
            } else expect.fail("an explicit topic that nobody named");
            here = hop.name;
          } else if (hop.outcome === "stops") {
            const { reason } = hop;
            const known = settings.autoCreate.filters.filter((each) => each.name !== UNKNOWN);
            const exclusions = known.filter((each) => each.filterType === "EXCLUDE" && matches(each, given));
            if (given.startsWith("__")) expect(reason.kind).toBe("internal topic");
            else if (settings.autoCreate.enabled === false) expect(reason.kind).toBe("no mirror");
            else if (reason.kind === "excluded") expect(exclusions).toContain(reason.filter);
            else expect([reason.kind, exclusions]).toEqual(["not included", []]);
          } else expect(hop.why).not.toBe("");
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("of no leg at all arrives where it is", () => {
    expect(arrives(reachOfTopic([], "orders"))).toBe(true);
    expect(reachOfGroup([], "billing")).toEqual({ name: "billing", hops: [] });
  });
});

describe("a topic", () => {
  it("has on each cluster the name that the prefixes make", () => {
    const [a, b] = chain({ topics: ["orders"], prefix: "p-" }, { topics: ["p-orders"], prefix: "q-" });
    expect(reachOfTopic([a, b], "orders").hops.map(tell)).toEqual(["is p-orders", "is q-p-orders"]);
  });

  it("is looked for on leg 2 under the name that leg 1 gave it", () => {
    const [a, b] = chain({ topics: ["orders"], prefix: "p-" }, { topics: ["orders"] });
    expect(last(reachOfTopic([a, b], "orders"))).toEqual({ leg: b, outcome: "stops", reason: { kind: "no mirror" } });
  });

  it.each<[string, LegOptions, string, StopReason]>([
    ["internal to the brokers", { autoCreate: [everything] }, "__consumer_offsets", { kind: "internal topic" }],
    ["internal and named all the same", { topics: ["__x"] }, "__x", { kind: "internal topic" }],
    ["internal and perhaps listed", { topicsUnknown: true }, "__x", { kind: "internal topic" }],
    ["nobody mirrors", { topics: ["other"] }, "orders", { kind: "no mirror" }],
    ["whose filters are off", { autoCreate: [everything], autoCreateEnabled: false }, "orders", { kind: "no mirror" }],
    ["excluded by name", { autoCreate: [everything, exclude("o")] }, "o", { kind: "excluded", filter: exclude("o") }],
    [
      "excluded by a prefix while included by name",
      { autoCreate: [include("orders"), excludePrefix("ord")] },
      "orders",
      { kind: "excluded", filter: excludePrefix("ord") },
    ],
    ["not included", { autoCreate: [includePrefix("mirror_me")] }, "orders", { kind: "not included" }],
    [
      "not included, whether the filters are on or off",
      { autoCreate: [includePrefix("mirror_me")], autoCreateEnabled: UNKNOWN },
      "orders",
      { kind: "not included" },
    ],
  ])("stops that is %s", (_, options, topic, reason) => {
    const [only] = chain(options);
    expect(last(reachOfTopic([only], topic))).toEqual({ leg: only, outcome: "stops", reason });
  });

  it.each<[string, LegOptions, string]>([
    ["its list is", { topicsUnknown: true }, "its list of topics is known to Terraform only"],
    ["an included name is", { autoCreate: [include(UNKNOWN)] }, "a filter or its switch is known to Terraform only"],
    [
      "an excluded name is",
      { autoCreate: [everything, exclude(UNKNOWN)] },
      "a filter or its switch is known to Terraform only",
    ],
    [
      "the switch is",
      { autoCreate: [everything], autoCreateEnabled: UNKNOWN },
      "a filter or its switch is known to Terraform only",
    ],
    [
      "its list is, and no filter takes it",
      { topicsUnknown: true, autoCreate: [include("other")] },
      "its list of topics is known to Terraform only",
    ],
  ])("is unproven where %s known to Terraform only", (_, options, why) => {
    const [only] = chain(options);
    const reach = reachOfTopic([only], "orders");
    expect(last(reach)).toEqual({ leg: only, outcome: "unproven", why });
    expect(arrives(reach)).toBe(UNKNOWN);
  });

  it("with an unknown prefix passes, and is unproven from there on", () => {
    const [a, b] = chain({ topics: ["orders"], prefix: UNKNOWN }, { topics: ["orders"] });
    const { hops } = reachOfTopic([a, b], "orders");
    expect(hops[0]).toMatchObject({ outcome: "passes", name: UNKNOWN });
    expect(hops[1]).toEqual({ leg: b, outcome: "unproven", why: "its name here is known to Terraform only" });
    expect(arrives(reachOfTopic([a], "orders"))).toBe(true);
  });

  it("is asked of every set of a leg", () => {
    const [first] = chain({ topics: ["a"] });
    const both = { ...first, claims: [...first.claims, { ...first.claims[0]!, path: "x", topics: ["b"] }] };
    expect(["a", "b", "c"].map((topic) => arrives(reachOfTopic([both], topic)))).toEqual([true, true, false]);
  });

  it("may be on the list of any set of a leg", () => {
    const [first] = chain({ topics: ["a"] });
    const both = {
      ...first,
      claims: [...first.claims, { ...first.claims[0]!, path: "x", topics: [], topicsUnknown: true }],
    };
    expect(["a", "b"].map((topic) => arrives(reachOfTopic([both], topic)))).toEqual([true, UNKNOWN]);
  });

  it("excluded by a filter is still mirrored when it is named", () => {
    const [only] = chain({ topics: ["orders"], autoCreate: [everything, exclude("orders")] });
    expect(last(reachOfTopic([only], "orders"))).toMatchObject({ outcome: "passes", by: { kind: "mirror topic" } });
  });
});

describe("a consumer group", () => {
  it("keeps its name unless the link prefixes groups", () => {
    const groups = [everything];
    const names = (options: Parameters<typeof chain>[0]) =>
      reachOfGroup(chain({ groups, ...options }, { groups }), "g").hops.map(tell);
    expect(names({})).toEqual(["is g", "is g"]);
    expect(names({ prefix: "p-" })).toEqual(["is g", "is g"]);
    expect(names({ prefix: "p-", groupPrefix: true })).toEqual(["is p-g", "is p-g"]);
    expect(names({ groupPrefix: UNKNOWN })).toEqual(["is g", "is g"]);
    expect(names({ prefix: "p-", groupPrefix: UNKNOWN })).toEqual(["is called something", "unproven"]);
    expect(names({ prefix: UNKNOWN, groupPrefix: true })).toEqual(["is called something", "unproven"]);
  });

  it.each([
    ["the sync is off", { groups: [everything], groupsEnabled: false }, { kind: "sync off" }],
    ["no filter includes it", { groups: [include("other")] }, { kind: "not included" }],
    ["there is no filter", { groupsEnabled: true }, { kind: "not included" }],
    [
      "a filter excludes it",
      { groups: [everything, excludePrefix("b")] },
      { kind: "excluded", filter: excludePrefix("b") },
    ],
  ])("stops where %s", (_, options, reason) => {
    const [only] = chain(options);
    expect(last(reachOfGroup([only], "billing"))).toEqual({ leg: only, outcome: "stops", reason });
  });

  it("may begin with underscores like any other", () => {
    const [only] = chain({ groups: [includePrefix("__")] });
    expect(arrives(reachOfGroup([only], "__billing"))).toBe(true);
  });

  it("is unproven where the switch is known to Terraform only, unless no filter takes it", () => {
    const [some] = chain({ groups: [everything, exclude("x")], groupsEnabled: UNKNOWN });
    expect(arrives(reachOfGroup([some], "g"))).toBe(UNKNOWN);
    expect(arrives(reachOfGroup([some], "x"))).toBe(false);
  });
});
