import { describe, expect, it } from "vitest";
import { RULES, findRule } from "../../lib/model/rules/catalogue";
import type { Rule } from "../../lib/model/rules/rule";
import { accessRules } from "./cases/access";
import { chainRules } from "./cases/chains";
import { clusters } from "./cases/clusters";
import { filters } from "./cases/filters";
import { halvesRules } from "./cases/halves";
import { keptRules } from "./cases/kept";
import { mirrorRules } from "./cases/mirrors";
import { outputRules } from "./cases/output";
import { placementRules } from "./cases/placement";
import { settings } from "./cases/settings";
import { stackRules } from "./cases/stacks";
import { typeRules } from "./cases/types";
import { isNever, type RuleCase } from "./support/case";
import { WAYS } from "./support/topology";

const CASES = [
  accessRules,
  chainRules,
  clusters,
  filters,
  halvesRules,
  keptRules,
  mirrorRules,
  outputRules,
  placementRules,
  settings,
  stackRules,
  typeRules,
].flat();

const caseOf = (id: string): RuleCase | undefined => CASES.find((each) => each.id === id);

/** Those that depend on which leg fills which. */
const CHAIN_RULES = ["CL009", "CL012", "CL013", "CL035", "CL038", "CL039", "CL040", "CL043"];

const ids = RULES.map(({ id }) => id);

describe("the catalogue", () => {
  it("has each id once, in its form and in order", () => {
    for (const id of ids) expect(id).toMatch(/^CL\d{3}$/);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("has at least the rules that tests know", () => {
    expect(ids).toHaveLength(CASES.length);
  });

  it("is found by id", () => {
    expect(findRule("CL012")?.title).toBe("A leg takes nothing of what the leg before it brings");
    expect(findRule("CL000")).toBeUndefined();
  });

  it("has few errors that can be acknowledged", () => {
    const overridable = RULES.filter((rule) => rule.overridable).map(({ id }) => id);
    expect(overridable).toEqual(["CL031", "CL082", "CL085"]);
  });

  it.each(RULES)("$id says what is wrong, what happens, what is allowed and how to mend it", (rule) => {
    for (const text of [rule.title, rule.effect, rule.allowed, rule.fix]) expect(text.trim()).toMatch(/^\S.{3,}$/);
    for (const text of [rule.effect, rule.allowed, rule.fix]) expect(text).toMatch(/[.)]$/);
  });
});

describe("every rule is shown", () => {
  it("once", () => {
    expect(CASES.map(({ id }) => id).sort()).toEqual(ids);
  });

  const of = (...severities: readonly Rule["severity"][]): Rule[] =>
    RULES.filter(({ severity }) => severities.includes(severity));

  it.each(of("error", "warning"))("$id from both sides and with a token, or why there is none", ({ id }) => {
    const shown = caseOf(id);
    if (!shown || !("refuses" in shown)) throw new Error(`${id} has no case with refuses, accepts and token`);
    expect(Object.keys(shown.refuses)).not.toEqual([]);
    expect(Object.keys(shown.accepts)).not.toEqual([]);
    if (isNever(shown.token)) expect(shown.token.never.length).toBeGreaterThan(20);
    else expect(Object.keys(shown.token)).not.toEqual([]);
  });

  it.each(of("guaranteed"))("$id by what is written", ({ id }) => {
    const shown = caseOf(id);
    expect(shown && "guarantees" in shown ? Object.keys(shown.guarantees) : []).not.toEqual([]);
  });

  it.each(of("documented"))("$id by its page", ({ id }) => {
    expect(caseOf(id)).toEqual({ id, documented: true });
  });

  it.each(CHAIN_RULES)("%s with follows, by cluster ids, and through fromAttributes", (id) => {
    const shown = caseOf(id);
    const names = shown && "refuses" in shown ? [Object.keys(shown.refuses), Object.keys(shown.accepts)] : [];
    expect(names).toHaveLength(2);
    for (const side of names) {
      for (const way of WAYS) expect(side.filter((name) => name.includes(way))).not.toEqual([]);
    }
  });
});
