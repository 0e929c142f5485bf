import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../lib/model/maybe";
import { addPrefix, linkNameProblem, prefixProblem, quote, topicNameProblem } from "../../lib/model/names";
import { checkTopic } from "../../lib/model/rules/mirrors";
import { checkLinkName } from "../../lib/model/rules/halves";
import { ids } from "./support/legs";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const LEGAL = new Set(`${LETTERS}${LETTERS.toUpperCase()}0123456789._-`);

const isLegal = (name: string, longest: number): boolean =>
  name.length >= 1 && name.length <= longest && [...name].every((character) => LEGAL.has(character));

const nearlyLegal = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...LEGAL), maxLength: longest + 2 }),
    fc.string({ unit: fc.constantFrom(...LEGAL), minLength: longest - 1, maxLength: longest + 1 }),
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.string({ unit: fc.constantFrom(".", "a", "/", "\n", "é"), maxLength: 4 }),
  );

describe("names", () => {
  it("of topics have 1 to 249 characters out of letters, digits, dot, underscore and hyphen, and are not dots alone", () => {
    fc.assert(
      fc.property(nearlyLegal(249), (name) => {
        const legal = isLegal(name, 249) && name !== "." && name !== "..";
        expect(topicNameProblem(name) === undefined).toBe(legal);
      }),
      { numRuns: 1_000 },
    );
  });

  it("of links have 1 to 100 such characters", () => {
    fc.assert(
      fc.property(nearlyLegal(100), (name) => {
        expect(linkNameProblem(name) === undefined).toBe(isLegal(name, 100));
        expect(ids(checkLinkName(name))).toEqual(isLegal(name, 100) ? [] : ["CL055"]);
      }),
      { numRuns: 1_000 },
    );
    expect(checkLinkName(UNKNOWN)).toEqual([]);
  });

  it("of prefixes have 1 to 12 such characters", () => {
    fc.assert(
      fc.property(nearlyLegal(12), (name) => {
        expect(prefixProblem(name) === undefined).toBe(isLegal(name, 12));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["", "it is empty"],
    ["x".repeat(250), "it has 250 characters, 249 are allowed"],
    [".", "a name of dots alone is reserved"],
    ["..", "a name of dots alone is reserved"],
    ["a b", 'only letters, digits, ".", "_" and "-" are allowed'],
    ["orders\n", 'only letters, digits, ".", "_" and "-" are allowed'],
    ["${var.topic}", 'only letters, digits, ".", "_" and "-" are allowed'],
  ])("of topics: %j is refused because %s", (name, problem) => {
    expect(topicNameProblem(name)).toBe(problem);
  });

  it.each(["...", "a", "A.b_c-1", "x".repeat(249), "_schemas", "__proto__", "constructor"])(
    "of topics: %s is a name",
    (name) => {
      expect(topicNameProblem(name)).toBeUndefined();
    },
  );

  it.each([
    ["", "it is empty; leave it out instead"],
    ["x".repeat(13), "it has 13 characters, 12 are allowed"],
  ])("of prefixes: %j is refused because %s", (name, problem) => {
    expect(prefixProblem(name)).toBe(problem);
  });
});

describe("a prefix", () => {
  it("goes before a name, once for each link", () => {
    expect(addPrefix("p-", "orders")).toBe("p-orders");
    expect(addPrefix(undefined, "orders")).toBe("orders");
    expect(addPrefix(UNKNOWN, "orders")).toBe(UNKNOWN);
    expect(addPrefix("q-", addPrefix("p-", "orders") as string)).toBe("q-p-orders");
  });

  it.each([
    [237, []],
    [238, ["CL071"]],
  ])("of 12 characters leaves room for 237: %i", (length, found) => {
    expect(ids(checkTopic("x".repeat(length), "twelve-chars"))).toEqual(found);
  });

  it("that only Terraform knows leaves the topic to be judged alone", () => {
    expect(checkTopic("x".repeat(249), UNKNOWN)).toEqual([]);
    expect(ids(checkTopic("x".repeat(250), UNKNOWN))).toEqual(["CL071"]);
  });

  it("is shown with the topic where it makes a difference", () => {
    const told = (topic: string, prefix?: string): string[] => checkTopic(topic, prefix).map(({ given }) => given);
    expect(told("a b")).toEqual(['The topic is "a b": only letters, digits, ".", "_" and "-" are allowed.']);
    expect(told("a b", "p")).toEqual([
      'The topic is "a b", its mirror "pa b": only letters, digits, ".", "_" and "-" are allowed.',
    ]);
  });

  it("does not make a legal topic out of an illegal one", () => {
    expect(ids(checkTopic("..", "p"))).toEqual(["CL071"]);
    expect(ids(checkTopic("", "p"))).toEqual(["CL071"]);
  });
});

describe("a topic of brokers", () => {
  it.each([
    ["__consumer_offsets", ["CL036"]],
    ["__", ["CL036"]],
    ["__transaction_state", ["CL036"]],
    ["_schemas", []],
    ["a__b", []],
  ])("%s", (topic, found) => {
    expect(ids(checkTopic(topic, undefined))).toEqual(found);
  });

  it("both internal and illegal is told both", () => {
    expect(ids(checkTopic("__ /", undefined))).toEqual(["CL036", "CL071"]);
  });
});

describe("a quotation", () => {
  it("is one short line of JSON for whatever text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const quoted = quote(given);
        expect(quoted.split("\n")).toHaveLength(1);
        const back = JSON.parse(quoted) as string;
        expect(back.length).toBeLessThanOrEqual(120);
        expect(back).toBe(given.length > 120 ? `${given.slice(0, 117)}...` : given);
      }),
    );
  });

  it("turns no text round and hides none", () => {
    expect(quote("a\u202eb\u2028c\u{e0041}\u009b")).toBe('"a\\u202eb\\u2028c\\udb40\\udc41\\u009b"');
    expect(quote("größer 😀")).toBe('"größer 😀"');
  });
});
