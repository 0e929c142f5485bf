import { describe, expect, it } from "vitest";
import { RULES, findRule } from "../../lib/model/rules/catalogue";
import { at, describeFinding } from "../../lib/model/rules/rule";

describe("the catalogue of rules", () => {
  it("has every rule once, in the order of ids without a gap", () => {
    const numbers = RULES.map(({ id }) => Number(/^CL(\d{3})$/.exec(id)?.[1]));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers[0]).toBe(1);
  });

  it("finds a rule by its id and nothing else", () => {
    for (const rule of RULES) expect(findRule(rule.id)).toBe(rule);
    for (const id of ["CL000", "cl001", "", "__proto__", "constructor"]) expect(findRule(id)).toBeUndefined();
  });

  it("has text for each", () => {
    for (const { title, effect, allowed, fix } of RULES) {
      for (const part of [title, effect, allowed, fix]) expect(part.trim()).toMatch(/^\S.{3,}/s);
    }
  });

  it("lets warnings and overridable errors be acknowledged", () => {
    expect(findRule("CL035")?.acknowledgeable).toBe(true);
    expect(findRule("CL031")?.acknowledgeable).toBe(true);
    expect(findRule("CL012")?.acknowledgeable).toBe(false);
    expect(findRule("CL015")?.acknowledgeable).toBe(false);
  });

  // What each row of known misconfigurations is worth.
  it.each([
    ["CL001", "error"],
    ["CL002", "error"],
    ["CL003", "error"],
    ["CL004", "warning"],
    ["CL005", "error"],
    ["CL006", "error"],
    ["CL007", "error"],
    ["CL008", "error"],
    ["CL009", "error"],
    ["CL010", "error"],
    ["CL011", "error"],
    ["CL012", "error"],
    ["CL013", "warning"],
    ["CL014", "error"],
    ["CL015", "guaranteed"],
    ["CL016", "error"],
    ["CL017", "error"],
    ["CL018", "error"],
    ["CL019", "error"],
    ["CL022", "guaranteed"],
    ["CL023", "error"],
    ["CL024", "warning"],
    ["CL025", "error"],
    ["CL026", "documented"],
    ["CL027", "warning"],
    ["CL028", "guaranteed"],
    ["CL029", "error"],
    ["CL030", "error"],
    ["CL031", "error"],
    ["CL034", "guaranteed"],
    ["CL036", "error"],
    ["CL037", "warning"],
    ["CL038", "error"],
    ["CL039", "error"],
    ["CL040", "error"],
    ["CL041", "error"],
    ["CL042", "warning"],
    ["CL043", "error"],
    ["CL044", "warning"],
  ])("%s is %s", (id, severity) => {
    expect(findRule(id)?.severity).toBe(severity);
  });
});

describe("a finding", () => {
  const rule = findRule("CL055")!;

  it("says what was given, what is allowed and what to do", () => {
    expect(describeFinding(rule.finding("The name is wrong."))).toBe(
      `CL055: The name is wrong. Allowed: ${rule.allowed} Fix: ${rule.fix}`,
    );
    expect(rule.finding("x", { fix: "Do that." }).fix).toBe("Do that.");
  });

  it("gets a path unless it has one", () => {
    const findings = [rule.finding("x"), rule.finding("y", { path: "here" })];
    expect(at("there", findings).map(({ path }) => path)).toEqual(["there", "here"]);
    expect(findings[0]?.path).toBeUndefined();
  });
});
