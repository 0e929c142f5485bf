import { UNKNOWN, type Value, type Values } from "../resource";

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

const isObject = (value: Value | undefined): value is Values =>
  typeof value === "object" && value !== null && !isList(value);

/** What a name of a block means: its first item. */
const firstItem = (value: Value | undefined): Value | undefined => (isList(value) ? value[0] : value);

/** The value that names lead to, each block through its first item. */
export function valueAt(values: Values | undefined, ...names: readonly string[]): Value | undefined {
  let value: Value | undefined = values;
  for (const name of names) {
    const parent = firstItem(value);
    if (!isObject(parent)) return undefined;
    value = parent[name];
  }
  return value;
}

/** Text that names lead to; empty when there is none, or it is not known yet. */
export function textAt(values: Values | undefined, ...names: readonly string[]): string {
  const value = valueAt(values, ...names);
  return typeof value === "string" ? value : "";
}

/** Number that names lead to; 0 when there is none. */
export function numberAt(values: Values | undefined, ...names: readonly string[]): number {
  const value = valueAt(values, ...names);
  return typeof value === "number" ? value : 0;
}

/** Whether names lead to `true`. */
export const flagAt = (values: Values | undefined, ...names: readonly string[]): boolean =>
  valueAt(values, ...names) === true;

/** Items of a block; none when it is absent. */
export function blocksAt(values: Values | undefined, ...names: readonly string[]): readonly Values[] {
  const value = valueAt(values, ...names);
  return isList(value) ? value.filter(isObject) : [];
}

/** A map of text; empty when it is absent. */
export function textMapAt(values: Values | undefined, ...names: readonly string[]): Readonly<Record<string, string>> {
  const value = valueAt(values, ...names);
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, typeof entry === "string" ? entry : ""]));
}

/** A list of text; empty when it is absent. */
export function textsAt(values: Values | undefined, ...names: readonly string[]): readonly string[] {
  const value = valueAt(values, ...names);
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Text for the state: empty text is no value. */
export const orNull = (text: string): string | null => (text === "" ? null : text);

export function isWhollyKnown(value: Value): boolean {
  if (value === UNKNOWN) return false;
  if (isList(value)) return value.every(isWhollyKnown);
  return !isObject(value) || Object.values(value).every(isWhollyKnown);
}

function withoutUnknown(value: Value): Value {
  if (value === UNKNOWN) return null;
  if (isList(value)) return value.map(withoutUnknown);
  return isObject(value) ? settled(value) : value;
}

/** The same with nothing in place of what is not known: a state has only values. */
export function settled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withoutUnknown(value)]));
}

/** Whether two values are the same. Absent and `null` are. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
  }
  return (one ?? null) === (other ?? null);
}

/** Whether an update changes what names lead to. */
export const isChanged = (planned: Values, prior: Values, ...names: readonly string[]): boolean =>
  !isSame(valueAt(planned, ...names), valueAt(prior, ...names));

/** A state in which nothing is set: the beginning of an import. */
export const blankState = (attributes: readonly string[], blocks: readonly string[]): Values => ({
  ...Object.fromEntries(attributes.map((name) => [name, null])),
  ...Object.fromEntries(blocks.map((name) => [name, []])),
});
