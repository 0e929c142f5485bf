import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NameFilterEntry } from "../../lib/model/filter-matcher";
import { UNKNOWN } from "../../lib/model/maybe";
import { checkAclFilters, checkNameFilters, checkWildcard, isInternalTopic } from "../../lib/model/rules/filters";
import type { AclFilterEntry } from "../../lib/model/topology";
import { filters, maybe, text } from "./support/arbitraries";
import { everything, exclude, excludePrefix, ids, include, includePrefix } from "./support/legs";

const topics = (...list: NameFilterEntry[]): string[] => ids(checkNameFilters(list, "topic"));
const groups = (...list: NameFilterEntry[]): string[] => ids(checkNameFilters(list, "group"));

describe("topic filters", () => {
  it.each<[string, NameFilterEntry[], string[]]>([
    ["no filter", [], []],
    ["the wildcard", [everything], []],
    ["names of every legal character", [include("Az09._-"), includePrefix("_")], []],
    ["a prefix of dots", [includePrefix("."), includePrefix("..")], []],
    ["names of dots", [include("."), include("..")], ["CL056", "CL056"]],
    ["an asterisk behind a prefix", [includePrefix("app-*")], ["CL006"]],
    ["an asterisk as prefix", [includePrefix("*")], ["CL006"]],
    ["an asterisk in an excluded prefix", [everything, excludePrefix("a*")], ["CL006"]],
    ["an asterisk in a name", [include("app-*")], ["CL056"]],
    ["an empty name", [include("")], ["CL056"]],
    ["an empty prefix", [includePrefix("")], ["CL056"]],
    ["a name of 249 characters", [include("x".repeat(249))], []],
    ["a name of 250 characters", [include("x".repeat(250))], ["CL056"]],
    ["a space", [include("a b")], ["CL056"]],
    ["a newline", [include("a\n")], ["CL056"]],
    ["an exclusion alone", [exclude("a")], ["CL007"]],
    ["exclusions alone", [exclude("a"), excludePrefix("b")], ["CL007"]],
    ["an unknown exclusion alone", [exclude(UNKNOWN)], ["CL007"]],
    ["an exclusion and an inclusion", [exclude("a"), includePrefix("a")], []],
    ["an entry twice", [include("a"), include("a")], ["CL056"]],
    ["an entry three times", [include("a"), include("a"), include("a")], ["CL056", "CL056"]],
    ["a name included and excluded", [include("a"), exclude("a")], ["CL056"]],
    ["the wildcard included and excluded", [everything, exclude("*")], ["CL056"]],
    ["a literal and a prefix of one text", [include("a"), excludePrefix("a")], []],
    ["unknown names", [include(UNKNOWN), include(UNKNOWN), exclude(UNKNOWN)], []],
  ])("with %s", (_, list, expected) => {
    expect(topics(...list)).toEqual(expected);
  });

  it("of foreign types, patterns and names are refused one by one", () => {
    const odd = [
      { ...everything, patternType: "GLOB" },
      { ...everything, filterType: "include" },
      { ...everything, patternType: undefined },
      { ...everything, name: 7 },
    ] as unknown as NameFilterEntry[];
    expect(topics(...odd)).toEqual(["CL056", "CL056", "CL056", "CL056"]);
  });

  it("are told which they are", () => {
    expect(checkNameFilters([includePrefix("a*")], "topic")[0]?.given).toBe(
      'The topic filter is INCLUDE PREFIXED "a*".',
    );
    expect(checkNameFilters([include("a"), exclude("a")], "group")[0]?.given).toBe(
      'LITERAL "a" is both included and excluded.',
    );
    expect(checkNameFilters([exclude("a")], "group")[0]?.given).toBe("All 1 group filter(s) are EXCLUDE.");
  });

  it("contradict one another exactly where one pattern stands there twice", () => {
    fc.assert(
      fc.property(filters(maybe(text(["a", "b"], 2, 1)), 6), (list) => {
        const patterns = list
          .filter(({ name }) => name !== UNKNOWN)
          .map((each) => `${each.patternType} ${String(each.name)}`);
        const told = checkNameFilters(list, "topic").filter(({ given }) => /twice|both/.test(given));
        expect(told).toHaveLength(patterns.length - new Set(patterns).size);
      }),
    );
  });
});

describe("group filters", () => {
  it.each<[string, NameFilterEntry[], string[]]>([
    ["names that no topic could have", [include("my group/é"), include("a*b")], []],
    ["an asterisk behind a prefix", [includePrefix("app-*")], ["CL006"]],
    ["an empty name", [include("")], ["CL056"]],
    ["a name of 255 characters", [include("x".repeat(255))], []],
    ["a name of 256 characters", [include("x".repeat(256))], ["CL056"]],
  ])("with %s", (_, list, expected) => {
    expect(groups(...list)).toEqual(expected);
  });
});

describe("the wildcard for topics", () => {
  it.each<[string, NameFilterEntry[], string[]]>([
    ["alone", [everything], ["CL037"]],
    ["with the prefix _ excluded", [everything, excludePrefix("_")], []],
    ["with a longer prefix excluded", [everything, excludePrefix("_confluent")], ["CL037"]],
    ["with the topic _ excluded", [everything, exclude("_")], ["CL037"]],
    ["with the prefix _ included", [everything, includePrefix("_")], ["CL037"]],
    ["with an unknown exclusion", [everything, exclude(UNKNOWN)], []],
    ["excluded", [exclude("*")], []],
    ["as a prefix", [includePrefix("*")], []],
    ["missing", [includePrefix("a")], []],
  ])("%s", (_, list, expected) => {
    expect(ids(checkWildcard(list))).toEqual(expected);
  });
});

describe("ACL filters", () => {
  const any: AclFilterEntry = {
    resourceFilter: { resourceType: "any", patternType: "any" },
    accessFilter: { operation: "any", permissionType: "any" },
  };
  const check = (resource: object, access: object): string[] =>
    ids(
      checkAclFilters([
        { resourceFilter: { ...any.resourceFilter, ...resource }, accessFilter: { ...any.accessFilter, ...access } },
      ]),
    );

  it.each([
    ["everything", {}, {}, ["CL027"]],
    ["one resource type", { resourceType: "topic" }, {}, []],
    ["one name", { name: "orders" }, {}, []],
    ["one principal", {}, { principal: "User:sa-1" }, []],
    ["an unknown principal", {}, { principal: UNKNOWN }, []],
    ["one host", {}, { host: "10.0.0.1" }, []],
    ["one operation", {}, { operation: "read" }, []],
    ["an unknown operation", {}, { operation: UNKNOWN }, []],
    ["one permission", {}, { permissionType: "deny" }, []],
    ["a foreign resource type", { resourceType: "TOPIC" }, {}, ["CL056"]],
    ["a foreign pattern", { patternType: "prefix" }, {}, ["CL056"]],
    ["a foreign permission", {}, { permissionType: "grant" }, ["CL056"]],
    ["no operation", {}, { operation: "" }, ["CL056"]],
    ["unknown texts", { resourceType: UNKNOWN, patternType: UNKNOWN }, { permissionType: UNKNOWN }, []],
    [
      "several foreign texts",
      { resourceType: "x", patternType: "y" },
      { permissionType: "z" },
      ["CL056", "CL056", "CL056"],
    ],
  ])("for %s", (_, resource, access, expected) => {
    expect(check(resource, access)).toEqual(expected);
  });

  it.each(["any", "topic", "group", "cluster", "transactionalId", "delegationToken"])(
    "know the resource type %s",
    (resourceType) => {
      expect(check({ resourceType }, { operation: "read" })).toEqual([]);
    },
  );

  it.each(["any", "literal", "prefixed", "match"])("know the pattern %s", (patternType) => {
    expect(check({ patternType }, { operation: "read" })).toEqual([]);
  });

  it("are looked at one by one", () => {
    expect(ids(checkAclFilters([any, any]))).toEqual(["CL027", "CL027"]);
    expect(checkAclFilters([])).toEqual([]);
  });
});

describe("a topic of brokers", () => {
  it.each([
    ["__consumer_offsets", true],
    ["__", true],
    ["_schemas", false],
    ["a__", false],
    ["", false],
  ])("%j: %s", (topic, internal) => {
    expect(isInternalTopic(topic)).toBe(internal);
  });
});
