import type { AttributePath, Diagnostic, Value, Values } from "../resource";
import { isWhollyKnown } from "./values";

/** Says what is wrong with a value, or nothing. */
export type ValueCheck = (value: Value, name: string) => string | undefined;

export const isNotEmpty: ValueCheck = (value, name) =>
  value === "" ? `expected "${name}" to not be an empty string` : undefined;

export const isOneOf =
  (allowed: readonly string[]): ValueCheck =>
  (value, name) =>
    typeof value === "string" && !allowed.includes(value)
      ? `expected ${name} to be one of [${allowed.join(" ")}], got ${value}`
      : undefined;

export const matches =
  (pattern: RegExp, hint: string): ValueCheck =>
  (value, name) =>
    typeof value === "string" && !pattern.test(value) ? `invalid value for ${name} (${hint})` : undefined;

export const isAtLeast =
  (minimum: number): ValueCheck =>
  (value, name) =>
    typeof value === "number" && value < minimum
      ? `expected ${name} to be at least ${minimum}, got ${value}`
      : undefined;

export const isRestEndpoint = matches(/^http/, "a REST endpoint must start with 'https://'");

export const isKafkaClusterId = matches(/^lkc-/, "the id of a Kafka cluster starts with 'lkc-'");

const error = (summary: string, path: AttributePath): Diagnostic => ({ severity: "ERROR", summary, path });

/** Checks single attributes. What is absent or not known yet passes. */
export function checkAttributes(
  values: Values,
  checks: Readonly<Record<string, ValueCheck>>,
  path: AttributePath = [],
): readonly Diagnostic[] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const value = values[name] ?? null;
    if (value === null || !isWhollyKnown(value)) return [];
    const wrong = check(value, [...path, name].join("."));
    return wrong === undefined ? [] : [error(wrong, [...path, name])];
  });
}

/** Checks each item of a block. While anything in the block is not known, all of it passes. */
export function checkBlock(
  values: Values,
  name: string,
  check: (item: Values, path: AttributePath) => readonly Diagnostic[],
  path: AttributePath = [],
): readonly Diagnostic[] {
  const items = values[name] ?? null;
  if (!Array.isArray(items) || !isWhollyKnown(items)) return [];
  return (items as readonly Values[]).flatMap((item, index) => check(item, [...path, name, index]));
}

const isGiven = (value: Value): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

/** One of several arguments must be given, and no second one. Arguments that are not known yet count as either. */
export function checkExactlyOne(
  values: Values,
  names: readonly string[],
  path: AttributePath = [],
): readonly Diagnostic[] {
  const all = names.map((name) => [...path, name].join("."));
  const given = names.filter((name) => isGiven(values[name] ?? null) && isWhollyKnown(values[name] ?? null));
  const open = names.some((name) => !isWhollyKnown(values[name] ?? null));
  if (given.length === 1 || (given.length === 0 && open)) return [];
  const detail =
    given.length === 0
      ? `one of \`${all.join(",")}\` must be specified`
      : `only one of \`${all.join(",")}\` can be specified, but ${given.length} were`;
  return [{ ...error("Invalid combination of arguments", path), detail }];
}

/** Arguments that exclude each other. */
export function checkConflict(values: Values, one: string, others: readonly string[]): readonly Diagnostic[] {
  if (!isGiven(values[one] ?? null)) return [];
  return others
    .filter((other) => isGiven(values[other] ?? null))
    .map((other) => ({
      ...error("Conflicting configuration arguments", [one]),
      detail: `"${one}" conflicts with "${other}"`,
    }));
}
