import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FilterMatcher, describeFilter } from "../../lib/model/filter-matcher";
import { AclFilter, FilterType, GroupFilter, PatternType, TopicFilter } from "../../lib/model/filters";
import { UNKNOWN } from "../../lib/model/maybe";
import { filters, maybe, text } from "./support/arbitraries";
import { everything, exclude, excludePrefix, include, includePrefix } from "./support/legs";
import { chosen, matches } from "./support/oracle";

const LATIN = ["a", "b", "-"];
const HARD = ["a", "é", "\u{1F600}", "\u{1F601}", "\ud83d", "\uffff", "\u0000"];

const verdicts = { yes: true, no: false, depends: UNKNOWN } as const;

describe("a list of filters", () => {
  it.each([
    ["latin letters", LATIN, 500],
    ["unicode, halves of surrogate pairs included", HARD, 500],
  ])("judges as a comparison with each entry does: %s", (_, letters, numRuns) => {
    fc.assert(
      fc.property(filters(maybe(text(letters)), 8), fc.array(text(letters, 4), { minLength: 1 }), (list, names) => {
        const matcher = new FilterMatcher(list);
        for (const name of names) expect(matcher.judge(name).passes).toBe(verdicts[chosen(list, name)]);
      }),
      { numRuns },
    );
  });

  it("names an entry of the list that decides", () => {
    fc.assert(
      fc.property(filters(maybe(text(LATIN)), 8), text(LATIN, 4), (list, name) => {
        const { passes, by } = new FilterMatcher(list).judge(name);
        if (by === undefined) {
          expect(passes).toBe(false);
          const known = list.filter((entry) => entry.name !== UNKNOWN);
          expect(known.filter((entry) => matches(entry, name))).toEqual([]);
          return;
        }
        expect(list).toContain(by);
        if (passes === UNKNOWN) expect(by.name).toBe(UNKNOWN);
        else {
          expect(matches(by, name)).toBe(true);
          expect(by.filterType).toBe(passes ? "INCLUDE" : "EXCLUDE");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of entries, nor on repeated ones", () => {
    const list = filters(maybe(text(LATIN)), 8);
    const shuffled = list.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, text(LATIN, 4), ([entries, other], name) => {
        expect(new FilterMatcher(other).judge(name).passes).toBe(new FilterMatcher(entries).judge(name).passes);
      }),
    );
  });

  it.each([
    ["nothing, when it is empty", [], "orders", false],
    ["nothing, when it only excludes", [exclude("a")], "orders", false],
    ["a literal", [include("orders")], "orders", true],
    ["no longer name than a literal", [include("orders")], "orders-eu", false],
    ["a prefix itself", [includePrefix("mirror_me")], "mirror_me", true],
    ["what starts with a prefix", [includePrefix("mirror_me")], "mirror_me.not", true],
    ["no shorter name than a prefix", [includePrefix("mirror_me")], "mirror_m", false],
    ["every name by the wildcard", [everything], "orders", true],
    ["an asterisk in a prefix as a character", [includePrefix("*")], "orders", false],
    ["an exclusion before an inclusion", [excludePrefix("no_mirror"), everything], "no_mirror_1", false],
    ["an exclusion after an inclusion", [everything, excludePrefix("no_mirror")], "no_mirror_1", false],
    ["a broad exclusion over a narrow inclusion", [include("ab"), excludePrefix("a")], "ab", false],
    ["an inclusion beside a narrow exclusion", [includePrefix("a"), exclude("ab")], "abc", true],
    ["a prefix inside another one", [includePrefix("ab"), includePrefix("a"), includePrefix("abc")], "ax", true],
    ["a name beside nested prefixes", [includePrefix("ab"), includePrefix("abc"), includePrefix("b")], "ac", false],
    ["the empty prefix", [includePrefix(""), excludePrefix("x")], "orders", true],
    ["upper case apart from lower case", [include("Orders")], "orders", false],
    ["accents composed and decomposed apart", [include("\u00e9")], "e\u0301", false],
  ])("lets through %s", (_, list, name, passes) => {
    expect(new FilterMatcher(list).judge(name).passes).toBe(passes);
  });

  it("steps aside only where an unknown entry can change the answer", () => {
    const judge = (list: ConstructorParameters<typeof FilterMatcher>[0]) => new FilterMatcher(list).judge("a").passes;
    expect(judge([include(UNKNOWN)])).toBe(UNKNOWN);
    expect(judge([include("a"), include(UNKNOWN)])).toBe(true);
    expect(judge([include("a"), exclude(UNKNOWN)])).toBe(UNKNOWN);
    expect(judge([include("b"), exclude(UNKNOWN)])).toBe(false);
    expect(judge([include(UNKNOWN), exclude("a")])).toBe(false);
    expect(judge([include(UNKNOWN), exclude(UNKNOWN)])).toBe(UNKNOWN);
  });
});

describe("a filter", () => {
  const forms = [
    ["all", [], "*", "LITERAL", "INCLUDE"],
    ["include", ["x"], "x", "LITERAL", "INCLUDE"],
    ["includePrefix", ["x"], "x", "PREFIXED", "INCLUDE"],
    ["exclude", ["x"], "x", "LITERAL", "EXCLUDE"],
    ["excludePrefix", ["x"], "x", "PREFIXED", "EXCLUDE"],
  ] as const;

  it.each(forms)("of topics and of groups is made by %s", (method, given, name, patternType, filterType) => {
    for (const kind of [TopicFilter, GroupFilter]) {
      const made = (kind[method] as (...args: readonly string[]) => TopicFilter | GroupFilter)(...given);
      expect({ ...made }).toEqual({ name, patternType, filterType });
      expect(made).toBeInstanceOf(kind);
      expect(Object.isFrozen(made)).toBe(true);
    }
  });

  it("takes an entry as a document has it", () => {
    const given = { name: "x", patternType: "PREFIXED", filterType: "EXCLUDE" } as const;
    expect({ ...TopicFilter.of(given) }).toEqual(given);
    expect({ ...GroupFilter.of(given) }).toEqual(given);
    expect([PatternType.PREFIXED, FilterType.EXCLUDE]).toEqual(["PREFIXED", "EXCLUDE"]);
  });

  it("of ACLs is frozen to its leaves and independent of what it was made from", () => {
    const resourceFilter = { resourceType: "topic", patternType: "prefixed", name: "orders" } as const;
    const accessFilter = { principal: "User:sa-1", operation: "read", permissionType: "allow" } as const;
    const given = { resourceFilter: { ...resourceFilter }, accessFilter: { ...accessFilter } };
    const made = AclFilter.of(given);
    Object.assign(given.resourceFilter, { name: "changed" });
    expect({ ...made }).toEqual({ resourceFilter, accessFilter });
    expect([made, made.resourceFilter, made.accessFilter].every(Object.isFrozen)).toBe(true);
  });

  it("of ACLs for everything asks for any of everything", () => {
    expect({ ...AclFilter.all() }).toEqual({
      resourceFilter: { resourceType: "any", patternType: "any" },
      accessFilter: { operation: "any", permissionType: "any" },
    });
  });

  it.each([
    [include("a\nb"), 'INCLUDE LITERAL "a\\nb"'],
    [excludePrefix('"'), 'EXCLUDE PREFIXED "\\""'],
    [include(UNKNOWN), "INCLUDE LITERAL (known to Terraform only)"],
    [TopicFilter.includePrefix("mirror_me"), 'INCLUDE PREFIXED "mirror_me"'],
  ])("is described in one line", (filter, description) => {
    expect(describeFilter(filter)).toBe(description);
  });
});
