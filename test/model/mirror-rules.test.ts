import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../lib/model/maybe";
import { checkClaims, count } from "../../lib/model/rules/mirrors";
import type { Leg, MirrorClaim } from "../../lib/model/topology";
import { chain, everything, exclude, ids, include, includePrefix, type LegOptions } from "./support/legs";

/** Leg 1 with these sets, and their filters as the link's. */
function withSets(...sets: Partial<MirrorClaim>[]): Leg {
  const claims = sets.map((set, i) => ({
    path: `set${i + 1}`,
    stack: "primary-to-jump",
    topics: [],
    topicsUnknown: false,
    kept: [],
    autoCreate: [],
    failover: false,
    follows: undefined,
    ...set,
  }));
  return chain({ claims, autoCreate: claims.flatMap(({ autoCreate }) => autoCreate) })[0];
}

const told = (leg: Leg): string[] => checkClaims(leg).map(({ rule, path }) => `${rule.id} ${path}`);

describe("a mirror set", () => {
  it.each<[string, Partial<MirrorClaim>, string[]]>([
    ["topics", { topics: ["a"] }, []],
    ["filters", { autoCreate: [everything] }, []],
    ["a list for Terraform", { topicsUnknown: true }, []],
    ["nothing", {}, ["CL058 set1"]],
    ["another stack", { topics: ["a"], stack: "jump-to-dr" }, ["CL041 set1"]],
    ["a topic twice", { topics: ["a", "b", "a"] }, ["CL057 set1"]],
  ])("with %s", (_, set, expected) => {
    expect(told(withSets(set))).toEqual(expected);
  });

  it("that follows an empty one is told so", () => {
    expect(checkClaims(withSets({ follows: "other" }))[0]?.given).toBe("It follows other, which has neither.");
  });

  it("with filters on a link of somebody else is refused", () => {
    const leg = { ...withSets({ autoCreate: [include("a")] }), managed: false };
    expect(told(leg)).toEqual(["CL072 set1"]);
    expect(told({ ...withSets({ topics: ["a"] }), managed: false })).toEqual([]);
    expect(told({ ...leg, claims: leg.claims.map((claim) => ({ ...claim, path: leg.path })) })).toEqual([]);
  });
});

describe("two mirror sets of one link", () => {
  it.each<[string, Partial<MirrorClaim>, Partial<MirrorClaim>, string[]]>([
    ["different topics", { topics: ["a"] }, { topics: ["b"] }, []],
    ["one topic", { topics: ["a"] }, { topics: ["b", "a"] }, ["CL057 set2"]],
    ["the same filter", { autoCreate: [include("a")] }, { autoCreate: [include("a")] }, []],
    ["contrary filters", { autoCreate: [include("a")] }, { autoCreate: [exclude("a")] }, ["CL057 set2"]],
    ["a literal and a prefix", { autoCreate: [includePrefix("a")] }, { autoCreate: [exclude("a")] }, []],
    ["unknown filters", { autoCreate: [include(UNKNOWN)] }, { autoCreate: [exclude(UNKNOWN)] }, []],
    ["topics with names of objects", { topics: ["__proto__x", "constructor"] }, { topics: ["toString"] }, []],
  ])("with %s", (_, first, second, expected) => {
    expect(told(withSets(first, second))).toEqual(expected);
  });

  it("are both named", () => {
    expect(checkClaims(withSets({ topics: ["a"] }, { topics: ["a"] }))[0]?.given).toBe(
      'The topic "a" is claimed by set1 and set2.',
    );
    expect(checkClaims(withSets({ topics: ["a", "a"] }))[0]?.given).toBe('The topic "a" is claimed by set1 twice.');
  });
});

describe("an explicit topic", () => {
  it.each<[string, LegOptions, string[]]>([
    ["that a filter takes too", { topics: ["ab", "x"], autoCreate: [includePrefix("a")] }, ["CL024"]],
    [
      "that a filter would take but for an exclusion",
      { topics: ["ab"], autoCreate: [includePrefix("a"), exclude("ab")] },
      [],
    ],
    ["that a filter takes which is off", { topics: ["ab"], autoCreate: [everything], autoCreateEnabled: false }, []],
    [
      "that a filter takes which may be on",
      { topics: ["ab"], autoCreate: [everything], autoCreateEnabled: UNKNOWN },
      ["CL024"],
    ],
    ["that an unknown filter may take", { topics: ["ab"], autoCreate: [include(UNKNOWN)] }, []],
    [
      "by its name on the source, not on the destination",
      { topics: ["x"], prefix: "a", autoCreate: [include("ax")] },
      [],
    ],
  ])("%s", (_, options, expected) => {
    expect(ids(checkClaims(chain(options)[0]))).toEqual(expected);
  });
});

describe("a list of topics in a message", () => {
  it.each([
    [["a"], 'The topic "a" is'],
    [["a", "b"], 'The topics "a", "b" are'],
    [["a", "b", "c"], 'The topics "a", "b", "c" are'],
    [["a", "b", "c", "d"], '4 topics ("a", "b", "c", ...) are'],
  ])("is short: %j", (topics, expected) => {
    expect(count(topics)).toBe(expected);
  });
});
