import { describe, expect, it } from "vitest";
import { chainsOf } from "../../lib/model/chains";
import { parseDocument, readDocument, writeDocument, type LegDetails } from "../../lib/model/document";
import { FilterMatcher, type NameFilterEntry } from "../../lib/model/filter-matcher";
import { checkRawSettings, rawAclFilters, rawNameFilters } from "../../lib/model/raw-settings";
import { arrives, reachOfGroup, reachOfTopic } from "../../lib/model/reach";
import { checkLegs } from "../../lib/model/rules/check";
import { checkCluster } from "../../lib/model/rules/clusters";
import { checkLinkName } from "../../lib/model/rules/halves";
import { checkTopic } from "../../lib/model/rules/mirrors";
import { describeFinding } from "../../lib/model/rules/rule";
import { checkSettings } from "../../lib/model/rules/settings";
import type { Leg } from "../../lib/model/topology";
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

const HOSTILE = [
  "",
  "*",
  ".",
  "..",
  "${var.secret}",
  "$${x}",
  "%{ if true }",
  "a\nb",
  "a\r\n",
  "\u0000",
  "\u2028",
  "\ud83d",
  "\udc00\ud83d",
  "\u{1F600}",
  "\uffff",
  "\u202eabc",
  '"',
  "\\",
  "\\u0041",
  "`$(x)`",
  "../../etc/passwd",
  "a/b",
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "undefined",
  "null",
  "NaN",
  "0",
  "-1",
];

const details: LegDetails = { configKeys: () => [], resources: () => [], addresses: () => ({ addresses: [] }) };

const throughDocument = (legs: readonly Leg[]): Leg[] =>
  readDocument(
    parseDocument(
      JSON.stringify(
        writeDocument(
          legs.map((each) => ({ leg: each, details })),
          [],
          [],
        ),
      ),
    ),
  );

const asFilters = (name: string): NameFilterEntry[] => [include(name), includePrefix(name)];

describe("names from hostile places", () => {
  it.each(HOSTILE)("%j is followed, judged, described, written and read like any other", (name) => {
    const others = HOSTILE.filter((each) => each !== name && each !== "");
    const options: LegOptions = { topics: [name], groups: asFilters(name), autoCreate: asFilters(name) };
    const legs = chain(options, options);
    for (const all of [legs, throughDocument(legs)]) {
      const internal = name.startsWith("__");
      expect(arrives(reachOfTopic(all, name))).toBe(!internal);
      expect(arrives(reachOfGroup(all, name))).toBe(true);
      if (name !== "" && name !== "*") {
        const foreign = others.find((each) => !each.startsWith(name) && each !== "*");
        expect(arrives(reachOfTopic(all, String(foreign)))).toBe(false);
        expect(arrives(reachOfGroup(all, String(foreign)))).toBe(false);
      }
      for (const finding of checkLegs(all)) expect(describeFinding(finding).split("\n")).toHaveLength(1);
    }
    expect(ids(checkLegs(legs)).filter((id) => ["CL012", "CL013", "CL035"].includes(id))).toEqual([]);
  });

  it("are refused as names of topics and links unless Kafka takes them", () => {
    const legal = HOSTILE.filter((name) => checkTopic(name, undefined).length === 0);
    expect(legal).toEqual([
      "constructor",
      "prototype",
      "hasOwnProperty",
      "toString",
      "valueOf",
      "undefined",
      "null",
      "NaN",
      "0",
      "-1",
    ]);
    expect(HOSTILE.filter((name) => checkLinkName(name).length === 0)).toEqual([".", "..", "__proto__", ...legal]);
  });

  it("of clusters, endpoints and prefixes crash no rule", () => {
    for (const name of HOSTILE) {
      const odd = cluster("x", { name, id: name, region: name, restEndpoint: name, bootstrapEndpoint: name });
      for (const finding of checkCluster(odd)) expect(describeFinding(finding)).not.toContain("\n");
      const legs = [leg(odd, cluster("y"), { prefix: name, topics: [name] }), leg(cluster("y"), odd, { prefix: name })];
      expect(() => [checkLegs(legs), chainsOf(legs), throughDocument(legs)]).not.toThrow();
    }
  });

  it("do not reach into objects when they come as raw config", () => {
    for (const name of HOSTILE) {
      const raw = new Map([
        [name, name],
        ["auto.create.mirror.topics.filters", name],
        ["acl.filters", name],
      ]);
      expect(ids(checkRawSettings(raw))).toEqual(["CL021", "CL068", "CL068"]);
      expect(rawNameFilters(raw, name)).toEqual([]);
      expect(rawAclFilters(raw, name)).toEqual([]);
    }
  });
});

describe("filters of a careless JavaScript caller", () => {
  const odd = [
    { ...includePrefix("a"), name: 5 },
    { ...includePrefix("a"), name: 55 },
    { ...include("a"), name: null },
    { ...include("a"), name: undefined },
    { ...include("a"), name: {} },
    { ...include("a"), patternType: "GLOB" },
    { ...include("a"), filterType: "KEEP" },
  ] as unknown as NameFilterEntry[];

  it("end in findings, not in a crash", () => {
    const options: LegOptions = { topics: ["a"], autoCreate: odd, groups: odd };
    expect(ids(checkLegs(chain(options, options)))).toEqual(expect.arrayContaining(["CL056"]));
  });
});

const MEGABYTE = "x".repeat(1_000_000);

describe("very long names", () => {
  it("are handled, and quoted in part", () => {
    const long = [MEGABYTE, `${MEGABYTE}y`];
    const filters = [...long.flatMap(asFilters), exclude(MEGABYTE), excludePrefix(`${MEGABYTE}z`)];
    const options: LegOptions = {
      topics: long,
      autoCreate: filters,
      groups: filters,
      prefix: MEGABYTE,
      linkName: MEGABYTE,
    };
    const legs = chain(options, { ...options, prefix: undefined });
    const findings = checkLegs(legs);
    expect(ids(findings)).toEqual(expect.arrayContaining(["CL010", "CL056"]));
    for (const finding of findings) expect(describeFinding(finding).length).toBeLessThan(2_000);
    for (const finding of [...checkTopic(MEGABYTE, MEGABYTE), ...checkLinkName(MEGABYTE)]) {
      expect(describeFinding(finding).length).toBeLessThan(2_000);
    }
    expect(new FilterMatcher(filters).judge(`${MEGABYTE}y`).passes).toBe(true);
    expect(new FilterMatcher(filters).judge(MEGABYTE).passes).toBe(false);
  });

  it("of settings are quoted in part", () => {
    const [only] = chain({ settings: { topicConfigSync: { intervalMs: 1_000, include: [MEGABYTE] } } });
    for (const finding of checkSettings(only.settings, only.shape)) expect(finding.given.length).toBeLessThan(2_000);
  });

  it("and deep nesting in raw documents end in a finding", () => {
    const key = "auto.create.mirror.topics.filters";
    for (const depth of [10, 5_000, 200_000]) {
      const nested = `${"[".repeat(depth)}${"]".repeat(depth)}`;
      expect(ids(checkRawSettings(new Map([[key, `{"topicFilters":[${nested}]}`]])))).toEqual(["CL068"]);
      expect(ids(checkRawSettings(new Map([[key, nested]])))).toEqual(["CL068"]);
    }
  });
});

describe("very many names and filters", () => {
  const MANY = 100_000;
  const numbered = (text: string, howMany = MANY): string[] => Array.from({ length: howMany }, (_, i) => `${text}${i}`);
  const prefixesWithHoles = (howMany: number): NameFilterEntry[] => [
    ...numbered("n", howMany).map((name) => includePrefix(name)),
    ...numbered("n", howMany).map((name) => exclude(`${name}x`)),
  ];
  const told = (legs: readonly Leg[]): string[] =>
    ids(checkLegs(legs)).filter((id) => ["CL012", "CL013", "CL035", "CL038"].includes(id));

  it("are compared between two legs", () => {
    const filters = prefixesWithHoles(MANY / 2);
    const options: LegOptions = { topics: numbered("t"), autoCreate: filters, groups: filters };
    expect(told(chain(options, options))).toEqual([]);
  });

  it("are found to differ by one", () => {
    const filters = prefixesWithHoles(5_000);
    const topics = numbered("t", 10_000);
    const same: LegOptions = { topics, autoCreate: filters, groups: filters };
    const fewer: LegOptions = { ...same, topics: topics.slice(1), groups: [...filters, exclude("n4321y")] };
    expect(told(chain(same, fewer))).toEqual(["CL035", "CL013"]);
    const hub = cluster("hub");
    const into = (options: LegOptions): Leg[] => [leg(cluster("a"), hub, same), leg(cluster("b"), hub, options)];
    const apart = numbered("u", 10_000);
    expect(told(into({ topics: apart }))).toEqual([]);
    expect(told(into({ topics: [...apart, "t4321"] }))).toEqual(["CL038"]);
    expect(told(into({ topics: [...apart, "n4321z"] }))).toEqual(["CL038"]);
  });

  it("are looked up one by one", () => {
    const matcher = new FilterMatcher([
      ...numbered("p").map((name) => includePrefix(name)),
      ...numbered("e").map((name) => excludePrefix(name)),
      ...numbered("l").map((name) => include(name)),
    ]);
    for (const [name, passes] of [
      ["p99999-x", true],
      ["e5", false],
      ["l4242", true],
      ["l4242x", false],
      ["q", false],
    ] as const) {
      for (let i = 0; i < 10_000; i++) if (matcher.judge(`${name}`).passes !== passes) expect.fail(name);
    }
  });

  it("nest as deep as names can", () => {
    const nested = Array.from({ length: 249 }, (_, i) => "a".repeat(i + 1));
    const filters = nested.flatMap((name) => [includePrefix(name), exclude(`${name}b`)]);
    const options: LegOptions = { autoCreate: filters, groups: filters };
    expect(ids(checkLegs(chain(options, options))).filter((id) => id !== "CL056")).toEqual(["CL078"]);
    expect(ids(checkLegs(chain(options, { ...options, groups: [includePrefix("aa")] })))).toContain("CL013");
  });

  it("leave no room for a name that no filter has", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"];
    const pairs = letters.flatMap((one) => letters.map((other) => one + other));
    const literals = [...letters, ...pairs].map((name) => include(name));
    const loses = (groups: NameFilterEntry[]): string[] =>
      ids(checkLegs(chain({ groups: [everything] }, { groups }))).filter((id) => id === "CL013");
    expect(loses(literals)).toEqual(["CL013"]);
    expect(loses([...letters.slice(1).map((name) => includePrefix(name)), include("a")])).toEqual(["CL013"]);
    const every = letters.map((name) => includePrefix(name));
    expect(loses(every)).toEqual(["CL013"]);
    const topics = chain({ autoCreate: [everything] }, { autoCreate: every });
    expect(ids(checkLegs(topics)).filter((id) => id === "CL012" || id === "CL035")).toEqual([]);
  });

  it("are written and read", () => {
    const legs = chain({ topics: numbered("t") }, { topics: numbered("t") });
    expect(throughDocument(legs)[1]!.claims[0]!.topics).toHaveLength(MANY);
  });

  it("of the same text stay one", () => {
    const same = Array.from({ length: MANY }, () => includePrefix("a"));
    const options: LegOptions = { autoCreate: same, groups: same };
    const [first, second] = chain(options, options);
    expect(arrives(reachOfTopic([first, second], "abc"))).toBe(true);
    expect(ids(checkLegs([first])).filter((id) => id === "CL056")).toHaveLength(2 * (MANY - 1));
  });
});
