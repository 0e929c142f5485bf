import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable, type App, type IResolvable } from "cdktf";
import type { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../../lib/core/acknowledgements";
import { ValidationError } from "../../../lib/core/validation-error";
import { findRule } from "../../../lib/model/rules/catalogue";
import type { Rule } from "../../../lib/model/rules/rule";
import { synthToJson, type Json, type Synthesis } from "../../support/synth";

/** Makes values that only Terraform knows, of variables that it declares. */
export interface Unknown {
  text(scope: Construct, name: string): string;
  flag(scope: Construct, name: string): IResolvable;
  number(scope: Construct, name: string): number;
  list(scope: Construct, name: string): string[];
}

export type Build = (app: App, unknown: Unknown) => void;

/** A situation in which the rule speaks. */
export interface Broken {
  readonly build: Build;
  /** Path in front of the message. */
  readonly at: string;
  /** Part of the message: the value that is wrong. */
  readonly given: string;
  /** Other rules that are broken too. */
  readonly also?: readonly string[];
}

/** A situation in which nothing is wrong, but for what `also` lists. */
export type Clean = Build | { readonly build: Build; readonly also: readonly string[] };

export interface CheckedCase {
  readonly id: string;
  readonly refuses: Readonly<Record<string, Broken>>;
  readonly accepts: Readonly<Record<string, Clean>>;
  /** The same with the decisive value as a token, or why no token can be there. */
  readonly token: Readonly<Record<string, Clean>> | { readonly never: string };
}

export interface GuaranteedCase {
  readonly id: string;
  readonly guarantees: Readonly<Record<string, () => void>>;
}

export interface DocumentedCase {
  readonly id: string;
  readonly documented: true;
}

export type RuleCase = CheckedCase | GuaranteedCase | DocumentedCase;

export interface Found {
  readonly id: string;
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
  readonly severity: "error" | "warning";
}

export interface Outcome {
  readonly found: readonly Found[];
  /** What the constructor threw, where it was a constructor. */
  readonly thrown: ValidationError | undefined;
  readonly synthesis: Synthesis | undefined;
}

const MESSAGE =
  /^\s*(?:- )?(?:\[[^\]]*\] )?(?<path>\S.*?): (?<id>CL\d{3}): (?<given>.*?) Allowed: (?<allowed>.*?) Fix: (?<fix>.+)$/;

function read(text: string, severity: Found["severity"]): Found[] {
  return text.split("\n").flatMap((line) => {
    const groups = MESSAGE.exec(line)?.groups;
    return groups ? [{ ...(groups as unknown as Found), severity }] : [];
  });
}

const declare = (scope: Construct, name: string, type: string): TerraformVariable =>
  new TerraformVariable(scope, name, { type });

const TOKENS: Unknown = {
  text: (scope, name) => declare(scope, name, "string").stringValue,
  flag: (scope, name) => declare(scope, name, "bool").booleanValue,
  number: (scope, name) => declare(scope, name, "number").numberValue,
  list: (scope, name) => declare(scope, name, "list(string)").listValue,
};

const expression = (type: string) => (scope: Construct, name: string) => {
  declare(scope, name, type);
  return `\${var.${name}}` as never;
};

const EXPRESSIONS: Unknown = {
  text: expression("string"),
  flag: expression("bool"),
  number: expression("number"),
  list: TOKENS.list,
};

/** Builds and synthesises, and reads every finding from what a user sees: the error, or the manifest's annotations. */
export function outcomeOf(build: Build, unknown: Unknown = TOKENS): Outcome {
  let app: App | undefined;
  let synthesis: Synthesis;
  try {
    synthesis = synthToJson((root) => {
      app = root;
      build(root, unknown);
    });
  } catch (error) {
    const found = read((error as Error).message, "error");
    if (found.length === 0) throw error;
    return { found, thrown: ValidationError.isValidationError(error) ? error : undefined, synthesis: undefined };
  }
  const found = Object.values(synthesis.manifest.stacks).flatMap(({ annotations }) =>
    annotations
      .filter(({ level }) => level === "@cdktf/warn")
      .flatMap(({ constructPath, message }) => read(`${constructPath}: ${message}`, "warning")),
  );
  const listed = Warnings.of(app as App).list();
  expect(found.map(({ id, path }) => `${path} ${id}`).sort()).toEqual(
    listed.map(({ rule, path }) => `${String(path)} ${rule.id}`).sort(),
  );
  return { found, thrown: undefined, synthesis };
}

/** The file that synth writes beside the stacks. */
export const documentOf = ({ outdir }: Synthesis): Json =>
  JSON.parse(readFileSync(join(outdir, "cluster-linking.json"), "utf8"));

const idsOf = (found: readonly Found[]): string[] => [...new Set(found.map(({ id }) => id))].sort();

function checkBroken(rule: Rule, { build, at, given, also = [] }: Broken): void {
  const { found, thrown } = outcomeOf(build);
  expect(idsOf(found)).toEqual([rule.id, ...also].sort());
  const own = found.filter(({ id, path }) => id === rule.id && path === at);
  expect(own.map((each) => each.given).join("\n")).toContain(given);
  for (const { allowed, fix, severity } of own) {
    expect(severity).toBe(rule.severity);
    expect(allowed).toBe(rule.allowed);
    expect(fix).not.toBe("");
  }
  if (thrown && also.length === 0) {
    expect(thrown).toMatchObject({ name: "ValidationError", code: rule.id, constructPath: at, hint: own[0]?.fix });
  }
}

function checkClean(clean: Clean, unknown: Unknown): void {
  const { build, also } = typeof clean === "function" ? { build: clean, also: [] } : clean;
  const { found } = outcomeOf(build, unknown);
  expect(found.filter(({ id }) => !also.includes(id))).toEqual([]);
  expect(idsOf(found)).toEqual([...also].sort());
}

function describeChecked(rule: Rule, { refuses, accepts, token }: CheckedCase): void {
  const verb = rule.severity === "error" ? "refuses" : "warns of";
  for (const [name, broken] of Object.entries(refuses)) it(`${verb} ${name}`, () => checkBroken(rule, broken));
  for (const [name, clean] of Object.entries(accepts)) it(`accepts ${name}`, () => checkClean(clean, TOKENS));
  if (isNever(token)) return;
  for (const [name, clean] of Object.entries(token)) {
    it(`steps aside for ${name} as a token`, () => checkClean(clean, TOKENS));
    it(`steps aside for ${name} as an expression`, () => checkClean(clean, EXPRESSIONS));
  }
}

export function isNever(token: CheckedCase["token"]): token is { readonly never: string } {
  return typeof token["never"] === "string";
}

/** Runs the cases of some rules. */
export function describeRules(cases: readonly RuleCase[]): void {
  for (const each of cases) {
    const rule = findRule(each.id) as Rule;
    describe(`${rule.id}: ${rule.title}`, () => {
      if ("refuses" in each) describeChecked(rule, each);
      else if ("guarantees" in each) {
        for (const [name, guarantee] of Object.entries(each.guarantees)) it(`guarantees ${name}`, guarantee);
      } else it("is documented", () => expect(rule.severity).toBe("documented"));
    });
  }
}
