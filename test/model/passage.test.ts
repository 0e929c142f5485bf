import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKnown } from "../../lib/model/maybe";
import { checkChains } from "../../lib/model/rules/chains";
import type { Leg } from "../../lib/model/topology";
import { filters, maybe, text } from "./support/arbitraries";
import {
  chain,
  cluster,
  everything,
  exclude,
  excludePrefix,
  ids,
  include,
  includePrefix,
  leg,
  type LegOptions,
} from "./support/legs";
import { allTexts, mirrored, synced, type Answer } from "./support/oracle";

const found = (legs: readonly Leg[], ...wanted: string[]): string[] =>
  ids(checkChains(legs)).filter((id) => wanted.includes(id));
const given = (legs: readonly Leg[], id: string): string[] =>
  checkChains(legs).flatMap((finding) => (finding.rule.id === id ? [finding.given] : []));

const TOPIC_LETTERS = ["a", "_", "-"];
const topic = text(TOPIC_LETTERS, 2, 1);
// With one letter that no filter has, and long enough for what lies behind each prefix.
const TOPICS = allTexts([...TOPIC_LETTERS, "z"], 3);

const prefix = fc.constantFrom(undefined, undefined, "a", "_", "-a");

const known = (name: fc.Arbitrary<string>): fc.Arbitrary<LegOptions> =>
  fc.record({
    topics: fc.uniqueArray(name, { maxLength: 2 }),
    autoCreate: filters(name, 3),
    autoCreateEnabled: fc.constantFrom(true, true, false),
    prefix,
  });

interface Outcome {
  readonly passing: string[];
  readonly stopping: string[];
  readonly unproven: boolean;
}

/** What becomes of every source topic of the universe on two legs. */
function followAll([first, second]: readonly [Leg, Leg], names: readonly string[]): Outcome {
  const passing: string[] = [];
  const stopping: string[] = [];
  let unproven = false;
  for (const name of names) {
    const here = mirrored(first, name);
    if (here === "depends") unproven = true;
    if (here !== "yes") continue;
    const between = first.settings.prefix;
    if (between !== undefined && !isKnown(between)) {
      unproven = true;
      continue;
    }
    const there: Answer = mirrored(second, `${between ?? ""}${name}`);
    if (there === "depends") unproven = true;
    else (there === "yes" ? passing : stopping).push(name);
  }
  return { passing, stopping, unproven };
}

describe("topics between two legs", () => {
  it("are refused where none passes, warned about where some stop, and silent where all pass", () => {
    fc.assert(
      fc.property(known(topic), known(topic), (first, second) => {
        const legs = chain(first, second);
        const { passing, stopping } = followAll(legs, TOPICS);
        const expected = stopping.length === 0 ? [] : passing.length === 0 ? ["CL012"] : ["CL035"];
        expect(found(legs, "CL012", "CL035")).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never stop in silence, nor are refused where something may pass, when Terraform alone knows some of it", () => {
    const partly = fc.record({
      topics: fc.uniqueArray(topic, { maxLength: 2 }),
      topicsUnknown: fc.boolean(),
      autoCreate: filters(maybe(topic), 3),
      autoCreateEnabled: maybe(fc.boolean()),
      prefix: maybe(fc.constantFrom("a", "_")),
    });
    const withoutPrefix = partly.map(({ prefix: _, ...rest }) => rest);
    fc.assert(
      fc.property(fc.oneof(partly, withoutPrefix), fc.oneof(partly, withoutPrefix), (first, second) => {
        const legs = chain(first, second);
        const { passing, stopping, unproven } = followAll(legs, TOPICS);
        const told = found(legs, "CL012", "CL035");
        if (stopping.length > 0) expect(told).not.toEqual([]);
        if (passing.length > 0 || unproven) expect(told).not.toContain("CL012");
        if (stopping.length === 0) expect(told).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, LegOptions, LegOptions, string[]]>([
    ["the same topics", { topics: ["a", "b"] }, { topics: ["b", "a"] }, []],
    ["fewer topics", { topics: ["a", "b"] }, { topics: ["a"] }, ["CL035"]],
    ["other topics", { topics: ["a"] }, { topics: ["b"] }, ["CL012"]],
    ["more topics", { topics: ["a"] }, { topics: ["a", "b"] }, []],
    ["a prefix, and names with it", { topics: ["a"], prefix: "p-" }, { topics: ["p-a"] }, []],
    ["a prefix, and names without it", { topics: ["a"], prefix: "p-" }, { topics: ["a"] }, ["CL012"]],
    ["a prefix, and one name without it", { topics: ["a", "b"], prefix: "p-" }, { topics: ["p-a", "b"] }, ["CL035"]],
    ["a prefix, and a topic of JUMP's own", { topics: ["a"], prefix: "p-" }, { topics: ["p-a", "a"] }, []],
    ["topics that a filter takes on", { topics: ["ab"] }, { autoCreate: [includePrefix("a")] }, []],
    ["the same filters", { autoCreate: [includePrefix("a")] }, { autoCreate: [includePrefix("a")] }, []],
    ["a narrower prefix", { autoCreate: [includePrefix("a")] }, { autoCreate: [includePrefix("ab")] }, ["CL035"]],
    ["a wider prefix", { autoCreate: [includePrefix("ab")] }, { autoCreate: [includePrefix("a")] }, []],
    ["another prefix", { autoCreate: [includePrefix("a")] }, { autoCreate: [includePrefix("b")] }, ["CL012"]],
    [
      "one exclusion more",
      { autoCreate: [includePrefix("a")] },
      { autoCreate: [includePrefix("a"), exclude("ax")] },
      ["CL035"],
    ],
    [
      "an exclusion of what does not come",
      { autoCreate: [includePrefix("a"), excludePrefix("ax")] },
      { autoCreate: [everything, exclude("axe"), exclude("b")] },
      [],
    ],
    ["every topic, then some", { autoCreate: [everything] }, { autoCreate: [includePrefix("a")] }, ["CL035"]],
    ["every topic, then one prefix", { autoCreate: [everything] }, { autoCreate: [includePrefix("-")] }, ["CL035"]],
    ["every topic, then named ones", { autoCreate: [everything] }, { topics: ["a"] }, ["CL035"]],
    [
      "every topic but those taken",
      { autoCreate: [everything, excludePrefix("a")] },
      { autoCreate: [includePrefix("a")] },
      ["CL012"],
    ],
    [
      "filters that are off on leg 2",
      { topics: ["a"] },
      { autoCreate: [everything], autoCreateEnabled: false },
      ["CL012"],
    ],
    ["nothing on leg 1", {}, { topics: ["a"] }, []],
    ["no mirror set on leg 2", { topics: ["a"] }, { claims: [] }, ["CL035"]],
    ["filters in the link's own config", { topics: ["a"] }, { claims: [], autoCreate: [everything] }, []],
    ["filters in leg 1's own config", { claims: [], autoCreate: [include("a")] }, { topics: ["b"] }, ["CL012"]],
    ["a list for Terraform on leg 1", { topicsUnknown: true }, { topics: ["a"] }, []],
    ["a list for Terraform on leg 2", { topics: ["a"] }, { topicsUnknown: true }, []],
    ["a list and a topic that stops", { topics: ["a"], topicsUnknown: true }, { topics: ["b"] }, ["CL035"]],
    ["topics of brokers", { autoCreate: [includePrefix("_")] }, { autoCreate: [include("_"), includePrefix("_")] }, []],
    [
      "a prefix that makes a topic of brokers",
      { autoCreate: [includePrefix("_a")], prefix: "_" },
      { autoCreate: [everything] },
      ["CL012"],
    ],
  ])("%s", (_, first, second, expected) => {
    expect(found(chain(first, second), "CL012", "CL035")).toEqual(expected);
  });

  it("that an existing link does not mirror are told of, too", () => {
    const legs = chain({ topics: ["a", "b"], managed: false }, { topics: ["a"], managed: false });
    expect(found(legs, "CL035")).toEqual(["CL035"]);
    const described = (topics: string[]): LegOptions => ({
      managed: false,
      topics,
      claim: { path: "jump-to-dr/link" },
    });
    expect(found(chain({ topics: ["a"] }, described(["b"])), "CL012", "CL035")).toEqual(["CL012"]);
    expect(found(chain({ topics: ["a"] }, described([])), "CL012", "CL035")).toEqual(["CL035"]);
  });

  it("are told by name, and what filters choose by the filter", () => {
    expect(given(chain({ topics: ["a"] }, { topics: ["b"] }), "CL012")).toEqual([
      'jump-to-dr/link mirrors none of what primary-to-jump/link brings to jump: The topic "a" is not mirrored by it.',
    ]);
    expect(given(chain({ topics: ["a"], prefix: "p-" }, { topics: ["a"] }), "CL012")).toEqual([
      'The topic "a" is named without the prefix "p-" that primary-to-jump/link gives it.',
    ]);
    expect(given(chain({ topics: ["a", "b"] }, { topics: ["b"] }), "CL035")).toEqual([
      'The topic "a" is brought to jump by primary-to-jump/link and not mirrored by jump-to-dr/link.',
    ]);
    const some = { autoCreate: [includePrefix("a")] };
    expect(given(chain(some, { autoCreate: [includePrefix("a"), excludePrefix("ab")] }), "CL035")).toEqual([
      'primary-to-jump/link mirrors what INCLUDE PREFIXED "a" chooses to jump, jump-to-dr/link leaves out EXCLUDE PREFIXED "ab".',
    ]);
    expect(given(chain(some, { autoCreate: [include("a")] }), "CL035")).toEqual([
      'primary-to-jump/link mirrors what INCLUDE PREFIXED "a" chooses to jump, jump-to-dr/link does not choose all of it.',
    ]);
    expect(given(chain({ autoCreate: [everything] }, { topics: ["a"] }), "CL035")).toEqual([
      "primary-to-jump/link mirrors every topic to jump, jump-to-dr/link only those it names.",
    ]);
  });

  it("are looked at for every leg that fills a source", () => {
    const jump = cluster("jump");
    const into = ["east", "west"].map((name) => leg(cluster(name), jump, { topics: [name] }));
    const out = leg(jump, cluster("dr"), { topics: ["east"] });
    const errors = checkChains([...into, out]).filter(({ rule }) => rule.id === "CL012");
    expect(errors.map(({ path, given: text }) => [path, text.includes("west-to-jump")])).toEqual([[out.path, true]]);
  });
});

const GROUP_LETTERS = ["a", "b", "é"];
const group = text(GROUP_LETTERS, 2, 1);
const GROUPS = allTexts([...GROUP_LETTERS, "*", "z"], 3);

/** Groups that certainly get over leg 1 and certainly not over leg 2. */
function lost([first, second]: readonly [Leg, Leg]): string[] {
  const { consumerGroupPrefix, prefix: between = "" } = first.settings;
  return GROUPS.filter(
    (name) =>
      synced(first, name) === "yes" &&
      isKnown(between) &&
      synced(second, consumerGroupPrefix === true ? between + name : name) === "no",
  );
}

describe("consumer groups between two legs", () => {
  const sync = {
    groupsEnabled: fc.constant(true),
    groupPrefix: fc.boolean(),
    prefix: fc.constantFrom(undefined, "a", "ab"),
  };

  it("are warned about exactly where some group is synced by leg 1 and not by leg 2", () => {
    const options = fc.record({ groups: filters(group, 4), ...sync });
    fc.assert(
      fc.property(options, options, (first, second) => {
        const legs = chain(first, second);
        expect(found(legs, "CL013")).toEqual(lost(legs).length > 0 ? ["CL013"] : []);
      }),
      { numRuns: 1_000 },
    );
  });

  it("are warned about exactly where the loss is certain, when Terraform alone knows some names", () => {
    const options = fc.record({ groups: filters(maybe(group), 4), ...sync, prefix: fc.constantFrom(undefined, "a") });
    fc.assert(
      fc.property(options, options, (first, second) => {
        const legs = chain(first, second);
        expect(found(legs, "CL013")).toEqual(lost(legs).length > 0 ? ["CL013"] : []);
      }),
      { numRuns: 1_000 },
    );
  });

  const all: LegOptions = { groups: [everything] };

  it.each<[string, LegOptions, LegOptions, string[]]>([
    ["every group on both", all, all, []],
    ["sync on leg 1 alone", all, {}, ["CL013"]],
    ["sync on leg 2 alone", {}, all, ["CL013"]],
    ["sync on neither", {}, {}, []],
    ["sync that is switched off on leg 2", all, { ...all, groupsEnabled: false }, ["CL013"]],
    ["every group, then some", all, { groups: [includePrefix("a")] }, ["CL013"]],
    ["some groups, then every one", { groups: [includePrefix("a")] }, all, []],
    ["one exclusion more", all, { groups: [everything, exclude("x")] }, ["CL013"]],
    ["an exclusion on leg 1", { groups: [everything, exclude("x")] }, all, []],
    ["an exclusion that matters to nobody", { groups: [include("a")] }, { groups: [everything, exclude("x")] }, []],
    [
      "the same exclusion in pieces",
      { groups: [everything, excludePrefix("a")] },
      { groups: [everything, exclude("ab")] },
      [],
    ],
    [
      "an inclusion that is excluded at once",
      { groups: [include("ab"), include("x"), excludePrefix("a")] },
      { groups: [include("x")] },
      [],
    ],
    ["one group by its prefix", { groups: [include("ab")] }, { groups: [includePrefix("a")] }, []],
    ["a prefix by literals", { groups: [includePrefix("a")] }, { groups: [include("a"), include("ab")] }, ["CL013"]],
    [
      "prefixed groups under their old names",
      { groups: [include("g")], prefix: "p-", groupPrefix: true },
      { groups: [include("g")] },
      ["CL013"],
    ],
    [
      "prefixed groups under their new names",
      { groups: [include("g")], prefix: "p-", groupPrefix: true },
      { groups: [include("p-g")] },
      [],
    ],
    ["every group prefixed", { ...all, prefix: "p-", groupPrefix: true }, { groups: [includePrefix("p-")] }, []],
    [
      "an exclusion by the new name",
      { ...all, prefix: "p-", groupPrefix: true },
      { groups: [everything, exclude("p-g")] },
      ["CL013"],
    ],
    [
      "an exclusion by the old name",
      { ...all, prefix: "p-", groupPrefix: true },
      { groups: [everything, exclude("g")] },
      [],
    ],
    ["every group, then one prefix", all, { groups: [includePrefix("-")] }, ["CL013"]],
    ["a topic prefix that groups do not get", { groups: [include("g")], prefix: "p-" }, { groups: [include("g")] }, []],
  ])("%s", (_, first, second, expected) => {
    expect(found(chain(first, second), "CL013")).toEqual(expected);
  });

  it.each<[string, LegOptions, LegOptions]>([
    ["a switch", { ...all, groupsEnabled: undefined }, {}],
    ["a prefix", all, { groups: [include("a")] }],
  ])("are not judged where %s is known to Terraform only", (what, first, second) => {
    const [one, two] = chain(first, second);
    const unknown = Symbol.for("cdktf-cluster-linking.unknown") as never;
    const settings =
      what === "a switch"
        ? { ...one.settings, consumerOffsetSync: { ...one.settings.consumerOffsetSync, enabled: unknown } }
        : { ...one.settings, prefix: unknown, consumerGroupPrefix: true };
    expect(found([{ ...one, settings }, two], "CL013")).toEqual([]);
    expect(
      found([{ ...one, settings: { ...one.settings, prefix: "p", consumerGroupPrefix: unknown } }, two], "CL013"),
    ).toEqual([]);
  });

  it("are told by the filter that makes the difference", () => {
    expect(given(chain(all, {}), "CL013")).toEqual([
      "Offset sync is on for primary-to-jump/link and off for jump-to-dr/link.",
    ]);
    expect(given(chain({}, all), "CL013")).toEqual([
      "Offset sync is on for jump-to-dr/link and off for primary-to-jump/link.",
    ]);
    expect(given(chain({ groups: [include("b"), includePrefix("a")] }, { groups: [include("b")] }), "CL013")).toEqual([
      'primary-to-jump/link syncs the groups of INCLUDE PREFIXED "a", jump-to-dr/link does not.',
    ]);
    expect(given(chain(all, { groups: [everything, excludePrefix("a")] }), "CL013")).toEqual([
      'jump-to-dr/link leaves out EXCLUDE PREFIXED "a", primary-to-jump/link does not.',
    ]);
  });
});

describe("two links into one cluster", () => {
  const [east, west, hub] = [cluster("east"), cluster("west"), cluster("hub")];
  const fanIn = (first: LegOptions, second: LegOptions): Leg[] => [leg(east, hub, first), leg(west, hub, second)];

  const created = (each: Leg, name: string): boolean => {
    const before = each.settings.prefix ?? "";
    return (
      isKnown(before) &&
      name.startsWith(before) &&
      name !== before &&
      mirrored(each, name.slice(before.length)) === "yes"
    );
  };

  it("are refused exactly where both create a topic of one name, in whatever order they come", () => {
    fc.assert(
      fc.property(known(topic), known(topic), (first, second) => {
        const legs = fanIn(first, second);
        const clash = allTexts([...TOPIC_LETTERS, "z"], 5).some((name) => legs.every((each) => created(each, name)));
        expect(found(legs, "CL038")).toEqual(clash ? ["CL038"] : []);
        expect(found([...legs].reverse(), "CL038")).toEqual(clash ? ["CL038"] : []);
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, LegOptions, LegOptions, string[]]>([
    ["one topic", { topics: ["a"] }, { topics: ["a", "b"] }, ["CL038"]],
    ["different topics", { topics: ["a"] }, { topics: ["b"] }, []],
    ["one topic with a prefix on one side", { topics: ["a"], prefix: "p-" }, { topics: ["a"] }, []],
    ["one topic with the same prefix", { topics: ["a"], prefix: "p" }, { topics: ["a"], prefix: "p" }, ["CL038"]],
    ["two topics that prefixes make one", { topics: ["bc"], prefix: "a" }, { topics: ["c"], prefix: "ab" }, ["CL038"]],
    ["every topic", { autoCreate: [everything] }, { autoCreate: [everything] }, ["CL038"]],
    ["every topic and a prefix", { autoCreate: [everything] }, { autoCreate: [includePrefix("ab")] }, ["CL038"]],
    ["every topic and a topic", { autoCreate: [everything] }, { topics: ["a"] }, ["CL038"]],
    [
      "every topic, prefixed, and others",
      { autoCreate: [everything], prefix: "p-" },
      { autoCreate: [includePrefix("q")] },
      [],
    ],
    [
      "every topic, prefixed, and one like it",
      { autoCreate: [everything], prefix: "p-" },
      { topics: ["p-x"] },
      ["CL038"],
    ],
    ["a prefix in a prefix", { autoCreate: [includePrefix("a")] }, { autoCreate: [includePrefix("ab")] }, ["CL038"]],
    [
      "a prefix but for the other's",
      { autoCreate: [includePrefix("a"), excludePrefix("ab")] },
      { autoCreate: [includePrefix("ab")] },
      [],
    ],
    ["filters of which one is off", { autoCreate: [everything], autoCreateEnabled: false }, { topics: ["a"] }, []],
  ])("with %s", (_, first, second, expected) => {
    expect(found(fanIn(first, second), "CL038")).toEqual(expected);
    expect(found(fanIn(second, first), "CL038")).toEqual(expected);
  });

  it("tell which names", () => {
    expect(given(fanIn({ topics: ["a", "b"] }, { topics: ["b", "a"] }), "CL038")).toEqual([
      'The topics "a", "b" are claimed by east-to-hub/link and by west-to-hub/link on hub.',
    ]);
    expect(given(fanIn({ autoCreate: [everything] }, { autoCreate: [everything] }), "CL038")).toEqual([
      "Every topic is claimed by east-to-hub/link and by west-to-hub/link on hub.",
    ]);
    for (const filters of [[includePrefix("a")], [include("a"), include("a-")]]) {
      expect(given(fanIn({ autoCreate: filters }, { autoCreate: filters }), "CL038")).toEqual([
        'The topics "a", "a-" are claimed by east-to-hub/link and by west-to-hub/link on hub.',
      ]);
    }
  });

  it("are three pairs where there are three", () => {
    const third = leg(cluster("north"), hub, { topics: ["a"] });
    expect(found([...fanIn({ topics: ["a"] }, { topics: ["a"] }), third], "CL038")).toHaveLength(3);
  });

  it("may be from one source", () => {
    const twice = ["one", "two"].map((path) => leg(east, hub, { path, topics: ["a"] }));
    expect(found(twice, "CL038")).toEqual(["CL038"]);
  });

  it("are not two where their clusters differ", () => {
    expect(found([leg(east, hub, { topics: ["a"] }), leg(hub, west, { topics: ["a"] })], "CL038")).toEqual([]);
  });
});
