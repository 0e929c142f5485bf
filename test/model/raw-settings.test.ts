import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN, type Maybe } from "../../lib/model/maybe";
import {
  checkRawSettings,
  rawAclFilters,
  rawBoolean,
  rawNameFilters,
  rawNumber,
  type RawSettings,
} from "../../lib/model/raw-settings";
import { checkAclFilters, checkNameFilters } from "../../lib/model/rules/filters";
import { SETTINGS } from "../../lib/model/settings";
import { filters, text } from "./support/arbitraries";
import { ids } from "./support/legs";

const raw = (entries: Record<string, Maybe<string>>): RawSettings => new Map(Object.entries(entries));
const check = (key: string, value: Maybe<string>): string[] => ids(checkRawSettings(new Map([[key, value]])));

const TOPICS = "auto.create.mirror.topics.filters";
const GROUPS = "consumer.offset.group.filters";
const ACLS = "acl.filters";

const entry = { name: "orders", patternType: "LITERAL", filterType: "INCLUDE" };
const acl = {
  resourceFilter: { resourceType: "any", patternType: "any" },
  accessFilter: { operation: "any", permissionType: "any" },
};

describe("raw config entries", () => {
  it.each<[string, Maybe<string>, Maybe<boolean>]>([
    ["consumer.offset.sync.enable", "true", true],
    ["consumer.offset.sync.enable", "false", false],
    ["consumer.offset.sync.enable", "TRUE", false],
    ["consumer.offset.sync.enable", UNKNOWN, UNKNOWN],
  ])("%s as a boolean", (key, value, expected) => {
    expect(rawBoolean(new Map([[key, value]]), key)).toBe(expected);
    expect(rawBoolean(new Map(), key)).toBeUndefined();
  });

  it.each<[Maybe<string>, Maybe<number>]>([
    ["2000", 2000],
    ["-1", -1],
    ["x", NaN],
    [UNKNOWN, UNKNOWN],
  ])("%s as a number", (value, expected) => {
    expect(rawNumber(new Map([["acl.sync.ms", value]]), "acl.sync.ms")).toBe(expected);
    expect(rawNumber(new Map(), "acl.sync.ms")).toBeUndefined();
  });

  it("of every key may be known to Terraform only", () => {
    for (const { key } of SETTINGS) expect(check(key, UNKNOWN)).toEqual([]);
  });

  it.each(["bootstrap.servers", "sasl.jaas.config", "__proto__", "constructor", "toString", "", "acl.filter"])(
    "of the key %j are refused, whatever their value",
    (key) => {
      expect(check(key, "x")).toEqual(["CL021"]);
      expect(check(key, UNKNOWN)).toEqual(["CL021"]);
    },
  );

  it.each([
    ["acl.sync.enable", "true", []],
    ["acl.sync.enable", "false", []],
    ["acl.sync.enable", "True", ["CL068"]],
    ["acl.sync.enable", "", ["CL068"]],
    ["acl.sync.enable", "1", ["CL068"]],
    ["acl.sync.ms", "5000", []],
    ["acl.sync.ms", "", ["CL068"]],
    ["acl.sync.ms", "5e3", ["CL068"]],
    ["acl.sync.ms", "-1", ["CL068"]],
    ["acl.sync.ms", "1000.5", ["CL068"]],
    ["acl.sync.ms", " 1000", ["CL068"]],
    ["acl.sync.ms", "1000\n", ["CL068"]],
    ["acl.sync.ms", "\u0661000", ["CL068"]],
    ["mirror.start.offset.spec", "latest", []],
    ["cluster.link.prefix", "p-", []],
    ["topic.config.sync.include", "retention.ms", []],
  ])("%s = %j", (key, value, found) => {
    expect(check(key, value)).toEqual(found);
  });
});

describe("a raw filter document", () => {
  const legal = [
    [TOPICS, { topicFilters: [] }],
    [TOPICS, { topicFilters: [entry, { ...entry, name: "*" }] }],
    [GROUPS, { groupFilters: [entry] }],
    [ACLS, { aclFilters: [acl] }],
    [
      ACLS,
      {
        aclFilters: [
          {
            accessFilter: { ...acl.accessFilter, host: "*", principal: "User:sa-1" },
            resourceFilter: { ...acl.resourceFilter, name: "orders" },
          },
        ],
      },
    ],
  ] as const;

  it.each(legal)("of %s is taken: %j", (key, document) => {
    expect(check(key, JSON.stringify(document))).toEqual([]);
    expect(check(key, JSON.stringify(document, undefined, 2))).toEqual([]);
    const read = key === ACLS ? rawAclFilters : rawNameFilters;
    expect(read(raw({ [key]: JSON.stringify(document) }), key)).toEqual(Object.values(document)[0]);
  });

  const illegal: [string, string][] = [
    [TOPICS, ""],
    [TOPICS, "topicFilters"],
    [TOPICS, "{"],
    [TOPICS, "null"],
    [TOPICS, "[]"],
    [TOPICS, "7"],
    [TOPICS, '"topicFilters"'],
    [TOPICS, "{}"],
    [TOPICS, '{"topicFilters":{}}'],
    [TOPICS, '{"topicFilters":null}'],
    [TOPICS, '{"topicFilters":[],"groupFilters":[]}'],
    [TOPICS, '{"topicFilters":[],"__proto__":[]}'],
    [TOPICS, '{"groupFilters":[]}'],
    [GROUPS, '{"topicFilters":[]}'],
    [ACLS, '{"topicFilters":[]}'],
    [TOPICS, '{"TopicFilters":[]}'],
    ...[
      null,
      7,
      "orders",
      [],
      [entry],
      {},
      { name: "orders", patternType: "LITERAL" },
      { ...entry, more: 1 },
      { ...entry, name: 7 },
      { ...entry, name: null },
      { ...entry, patternType: ["LITERAL"] },
      { ...entry, filterType: {} },
      { Name: "orders", patternType: "LITERAL", filterType: "INCLUDE" },
    ].flatMap((each): [string, string][] => [
      [TOPICS, JSON.stringify({ topicFilters: [entry, each] })],
      [GROUPS, JSON.stringify({ groupFilters: [each] })],
    ]),
    [TOPICS, '{"topicFilters":[{"name":"x","patternType":"LITERAL","filterType":"INCLUDE","__proto__":{}}]}'],
    ...[
      null,
      entry,
      {},
      { resourceFilter: acl.resourceFilter },
      { ...acl, resourceFilter: null },
      { ...acl, accessFilter: "any" },
      { ...acl, accessFilter: [] },
      { ...acl, more: {} },
      { ...acl, resourceFilter: { resourceType: "any" } },
      { ...acl, resourceFilter: { ...acl.resourceFilter, name: null } },
      { ...acl, resourceFilter: { ...acl.resourceFilter, host: "*" } },
      { ...acl, accessFilter: { operation: "any" } },
      { ...acl, accessFilter: { ...acl.accessFilter, principal: 7 } },
    ].map((each): [string, string] => [ACLS, JSON.stringify({ aclFilters: [acl, each] })]),
  ];

  it.each(illegal)("of %s is refused: %s", (key, document) => {
    expect(check(key, document)).toEqual(["CL068"]);
  });

  it("that is refused gives rules only entries they can read", () => {
    for (const [key, document] of illegal) {
      const given = raw({ [key]: document });
      if (key === ACLS) expect(() => checkAclFilters(rawAclFilters(given, key))).not.toThrow();
      else expect(() => checkNameFilters(rawNameFilters(given, key), "topic")).not.toThrow();
    }
  });

  it("of which only Terraform knows the text may let everything through", () => {
    const [one, ...none] = rawNameFilters(raw({ [TOPICS]: UNKNOWN }), TOPICS);
    expect(one).toEqual({ name: UNKNOWN, patternType: "LITERAL", filterType: "INCLUDE" });
    expect(none).toEqual([]);
    const [unknown, ...noOther] = rawAclFilters(raw({ [ACLS]: UNKNOWN }), ACLS);
    expect(noOther).toEqual([]);
    expect(unknown).toMatchObject({
      resourceFilter: { resourceType: UNKNOWN, patternType: UNKNOWN },
      accessFilter: { operation: UNKNOWN, permissionType: UNKNOWN },
    });
    expect(checkAclFilters([unknown!])).toEqual([]);
  });

  it("that is missing has no entry", () => {
    expect(rawNameFilters(new Map(), TOPICS)).toEqual([]);
    expect(rawAclFilters(new Map(), ACLS)).toEqual([]);
  });

  it("of name filters gives back what was written", () => {
    fc.assert(
      fc.property(filters(text(["a", '"', "\\", "\n", "é", "\ud83d"]), 5), (list) => {
        const document = JSON.stringify({ groupFilters: list });
        expect(check(GROUPS, document)).toEqual([]);
        expect(rawNameFilters(raw({ [GROUPS]: document }), GROUPS)).toEqual(list);
      }),
    );
  });

  it("of any JSON is either taken or refused", () => {
    fc.assert(
      fc.property(fc.constantFrom(TOPICS, GROUPS, ACLS), fc.json(), (key, document) => {
        expect(check(key, document)).toEqual(["CL068"]);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(TOPICS, ACLS), fc.array(fc.jsonValue(), { minLength: 1 }), (key, list) => {
        const member = key === TOPICS ? "topicFilters" : "aclFilters";
        expect(check(key, JSON.stringify({ [member]: list }))).toEqual(["CL068"]);
      }),
    );
  });

  it("is quoted in a message of reasonable length", () => {
    const [finding] = checkRawSettings(raw({ [TOPICS]: "x".repeat(1_000_000) }));
    expect(finding?.given.length).toBeLessThan(400);
  });
});
