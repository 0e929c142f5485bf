import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chainsOf,
  feeds,
  findCycle,
  isSpare,
  otherDirection,
  upstreamLegs,
  worstDiscoveryDelayMs,
  worstOffsetStalenessMs,
} from "../../lib/model/chains";
import { UNKNOWN } from "../../lib/model/maybe";
import { sameCluster, type Leg, type LinkShape } from "../../lib/model/topology";
import { chain, cluster, everything, include, leg, type LegOptions } from "./support/legs";

const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((name) => cluster(name)) as [
  ReturnType<typeof cluster>,
  ReturnType<typeof cluster>,
  ReturnType<typeof cluster>,
  ReturnType<typeof cluster>,
  ReturnType<typeof cluster>,
];

/** A leg written as "a>b", of the clusters with these names. */
function way(text: string, options: LegOptions = {}): Leg {
  const [from, to] = text.split(">").map((name) => ({ a, b, c, d, e })[name as "a"]);
  return leg(from!, to!, { path: text, ...options });
}

const ways = (...texts: string[]): Leg[] => texts.map((text) => way(text));
const paths = (legs: readonly Leg[]): string[] => legs.map(({ path }) => path);
const chainPaths = (legs: readonly Leg[]): string[] =>
  chainsOf(legs)
    .map((each) => paths(each).join(" "))
    .sort();

const twoWays = (text: string, linkName: string): Leg[] =>
  [text, text.split(">").reverse().join(">")].map((each) => way(each, { shape: "bidirectional", linkName }));

describe("chains of legs", () => {
  it.each([
    ["no leg", [], []],
    ["one leg", ways("a>b"), ["a>b"]],
    ["a chain, whatever the order of its legs", ways("c>d", "a>b", "b>c"), ["a>b b>c c>d"]],
    ["two legs that do not meet", ways("a>b", "c>d"), ["a>b", "c>d"]],
    ["fan-out", ways("a>b", "b>c", "b>d"), ["a>b b>c", "a>b b>d"]],
    ["fan-in", ways("a>c", "b>c", "c>d"), ["a>c c>d", "b>c c>d"]],
    ["a detour beside a direct leg", ways("a>b", "b>c", "a>c"), ["a>b b>c", "a>c"]],
    ["a diamond", ways("a>b", "a>c", "b>d", "c>d"), ["a>b b>d", "a>c c>d"]],
    ["there and back", ways("a>b", "b>a"), ["a>b", "b>a"]],
    ["a ring", ways("a>b", "b>c", "c>a"), ["a>b b>c c>a"]],
    ["a ring with a way into it", ways("d>a", "a>b", "b>c", "c>a"), ["d>a a>b b>c c>a"]],
    ["a ring with a way out of it", ways("a>b", "b>c", "c>a", "c>d"), ["a>b b>c c>a", "a>b b>c c>d"]],
    ["both directions of two links", [...twoWays("a>b", "x"), ...twoWays("b>c", "y")], ["a>b b>c", "c>b b>a"]],
  ])("%s", (_, legs, expected) => {
    expect(chainPaths(legs)).toEqual(expected);
  });

  it.each([
    ["the direction that carries nothing is no way", [{ claims: [] }, {}], ["a>b"]],
    [
      "nor is one whose filters are switched off",
      [{ claims: [], autoCreate: [everything], autoCreateEnabled: false }, {}],
      ["a>b"],
    ],
    ["one whose filters make mirror topics is", [{ claims: [], autoCreate: [everything] }, {}], ["a>b", "b>a"]],
    ["one whose filters may be on is", [{ claims: [], autoCreateEnabled: UNKNOWN }, {}], ["a>b", "b>a"]],
    ["both are while neither carries anything", [{ claims: [] }, { claims: [] }], ["a>b", "b>a"]],
  ] satisfies [string, [LegOptions, LegOptions], string[]][])(
    "of a bidirectional link: %s",
    (_, [back, forth], expected) => {
      const link = { shape: "bidirectional", linkName: "x" } as const;
      const legs = [way("b>a", { ...link, ...back }), way("a>b", { ...link, ...forth })];
      expect(chainPaths(legs)).toEqual(expected);
      expect(isSpare(legs, legs[0]!)).toBe(expected.length === 1);
      expect(otherDirection(legs, legs[0]!)).toBe(legs[1]);
    },
  );

  it("keep a leg that carries nothing where it is no direction of a bidirectional link", () => {
    expect(chainPaths([way("a>b"), way("b>c", { claims: [] })])).toEqual(["a>b b>c"]);
    const [one] = twoWays("a>b", "x") as [Leg, Leg];
    expect(otherDirection([one, way("b>a", { shape: "bidirectional", linkName: "y" })], one)).toBeUndefined();
  });

  it("take parallel links for ways of their own", () => {
    const legs = [way("a>b", { path: "one" }), way("a>b", { path: "two" }), way("b>c")];
    expect(chainPaths(legs)).toEqual(["one b>c", "two b>c"]);
  });

  it("do not join over ids that only Terraform knows, unless it is the same token", () => {
    const token = cluster("jump", { id: UNKNOWN, identity: "${token}" });
    const again = cluster("jump by another name", { id: UNKNOWN, identity: "${token}" });
    const other = cluster("jump", { id: UNKNOWN, identity: "${other}" });
    const first = leg(a, token);
    expect(chainsOf([first, leg(again, c)])).toHaveLength(1);
    expect(chainsOf([first, leg(other, c)])).toHaveLength(2);
    expect(chainsOf([first, leg(b, c)])).toHaveLength(2);
    expect([sameCluster(token, again), sameCluster(token, other), sameCluster(token, b)]).toEqual([
      true,
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  it("follow a stated upstream and nothing else", () => {
    const token = cluster("jump", { id: UNKNOWN, identity: "${other}" });
    const stated = leg(token, c, { path: "second", upstream: "a>b" });
    expect(chainPaths([way("a>b"), way("d>b"), stated])).toEqual(["a>b second", "d>b"]);
    expect(chainPaths([way("a>b"), way("b>c", { upstream: "none" })])).toEqual(["a>b", "b>c"]);
    expect(chainPaths([way("a>b"), way("b>c", { upstream: "elsewhere" })])).toEqual(["a>b", "b>c"]);
    expect(feeds(stated, { ...stated, upstream: "second" })).toBe(true);
    const own = way("b>c", { upstream: "b>c" });
    expect(feeds(own, own)).toBe(false);
  });

  it("follow a set that follows another one, where only Terraform knows the ids", () => {
    const token = cluster("jump", { id: UNKNOWN });
    const claim = { follows: "a>b/mirrors" };
    expect(chainPaths([way("a>b"), leg(token, c, { path: "second", claim })])).toEqual(["a>b second"]);
    expect(chainPaths([way("a>b"), leg(d, c, { path: "second", claim })])).toEqual(["a>b", "second"]);
    expect(chainPaths([way("a>b"), leg(token, c, { path: "second", claim, upstream: "none" })])).toEqual([
      "a>b",
      "second",
    ]);
    const elsewhere = { follows: "elsewhere" };
    expect(chainPaths([way("a>b"), leg(token, c, { path: "second", claim: elsewhere })])).toEqual(["a>b", "second"]);
    expect(chainPaths([way("a>b"), leg(token, a, { path: "back", claim })])).toEqual(["back a>b"]);
  });

  it("know the legs before one", () => {
    const legs = ways("a>c", "b>c", "c>d", "d>c");
    expect(paths(upstreamLegs(legs, legs[2]!))).toEqual(["a>c", "b>c"]);
    expect(upstreamLegs(legs, legs[0]!)).toEqual([]);
  });

  const names = ["a", "b", "c", "d"] as const;
  const graphs = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([from, to]) => from !== to),
      { maxLength: 6, selector: ([from, to]) => from + to },
    )
    .map((edges) => edges.map(([from, to]) => way(`${from}>${to}`)));

  const joins = (from: Leg, to: Leg): boolean =>
    from.path[2] === to.path[0] && from.path !== to.path && from.path[0] !== to.path[2];

  it("of any graph are all of its longest ways, each once, and every leg is on one", () => {
    const longer = (all: readonly Leg[], trail: Leg[]): Leg[][] => {
      const next = all.filter((each) => joins(trail.at(-1)!, each) && !trail.includes(each));
      return next.length === 0 ? [trail] : next.flatMap((each) => longer(all, [...trail, each]));
    };
    fc.assert(
      fc.property(graphs, (legs) => {
        const found = chainPaths(legs);
        const starts = legs.filter((each) => !legs.some((other) => joins(other, each)));
        const expected = starts.flatMap((start) => longer(legs, [start])).map((each) => paths(each).join(" "));
        expect(found.filter((each) => starts.some(({ path }) => each.startsWith(path)))).toEqual(expected.sort());
        expect(new Set(found).size).toBe(found.length);
        for (const each of legs) expect(found.some((text) => text.split(" ").includes(each.path))).toBe(true);
        for (const each of chainsOf(legs)) {
          for (const [i, next] of each.slice(1).entries()) expect(joins(each[i]!, next)).toBe(true);
          expect(new Set(each).size).toBe(each.length);
          expect(longer(legs, each)).toEqual([each]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a ring is found exactly where a leg leads back to itself, and what is found is one", () => {
    const leads = (from: Leg, to: Leg): boolean => from.path[2] === to.path[0];
    fc.assert(
      fc.property(graphs, (legs) => {
        const reached = legs.map((from) => {
          const seen = new Set(legs.filter((to) => leads(from, to)));
          for (const each of seen) for (const to of legs) if (leads(each, to)) seen.add(to);
          return seen.has(from);
        });
        const cycle = findCycle(legs);
        expect(cycle !== undefined).toBe(reached.includes(true));
        if (!cycle) return;
        for (const [i, each] of cycle.entries()) expect(leads(each, cycle[(i + 1) % cycle.length]!)).toBe(true);
        expect(new Set(cycle).size).toBe(cycle.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a ring", () => {
  const shape: LinkShape = "bidirectional";

  it("is not what the two directions of one link are", () => {
    expect(findCycle([...twoWays("a>b", "x"), ...twoWays("b>c", "y")])).toBeUndefined();
  });

  it("is what two bidirectional links between the same clusters are", () => {
    expect(findCycle([way("a>b", { shape, linkName: "x" }), way("b>a", { shape, linkName: "y" })])).toHaveLength(2);
  });

  it("is found through bidirectional links whose names are one token", () => {
    const legs = ["a>b", "b>c", "c>a"].map((text) => way(text, { shape, linkName: UNKNOWN }));
    expect(paths(findCycle(legs)!)).toEqual(["a>b", "b>c", "c>a"]);
    expect(findCycle(twoWays("a>b", "x").map((each) => ({ ...each, linkName: UNKNOWN })))).toBeUndefined();
  });

  it("is not assumed where a token hides a cluster", () => {
    const token = cluster("token", { id: UNKNOWN });
    expect(findCycle([leg(a, token), leg(b, a)])).toBeUndefined();
    expect(findCycle([leg(a, token), leg(token, a)])).toHaveLength(2);
  });
});

describe("the worst case of a chain", () => {
  it.each<[string, LegOptions, LegOptions, number]>([
    ["no filter", {}, {}, 0],
    ["filters on one leg", { autoCreate: [everything] }, { topics: ["x"] }, 300_000],
    ["filters on both legs", { autoCreate: [everything] }, { autoCreate: [everything] }, 600_000],
    ["filters that may be on", { autoCreate: [everything], autoCreateEnabled: UNKNOWN }, {}, 300_000],
    ["filters that are off", { autoCreate: [everything], autoCreateEnabled: false }, {}, 0],
  ])("until a new topic is at its end, with %s", (_, first, second, expected) => {
    expect(worstDiscoveryDelayMs(chain(first, second))).toBe(expected);
    expect(worstDiscoveryDelayMs([])).toBe(0);
  });

  const sync = (enabled: boolean | typeof UNKNOWN, intervalMs: number | typeof UNKNOWN): LegOptions => ({
    settings: { consumerOffsetSync: { enabled, intervalMs, filters: [include("g")] } },
  });

  it.each([
    ["the defaults", sync(true, 30_000), sync(true, 30_000), 60_000],
    ["other intervals", sync(true, 1_000), sync(true, 5_000), 6_000],
    ["an interval that only Terraform knows", sync(true, UNKNOWN), sync(true, 1_000), 31_000],
    ["a switch that only Terraform knows", sync(UNKNOWN, 1_000), sync(true, 1_000), 2_000],
    ["a leg without sync", sync(true, 1_000), sync(false, 1_000), undefined],
  ])("of committed offsets, with %s", (_, first, second, expected) => {
    expect(worstOffsetStalenessMs(chain(first, second))).toBe(expected);
  });
});
