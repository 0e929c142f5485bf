import { UNKNOWN, type Value, type Values } from "../resource";
import type { Block } from "../schema/schema";

/** Values of a resource to be created: what the API will fill in is not known yet. */
export function withComputedUnknown(values: Values, block: Block): Values {
  const planned: Record<string, Value> = { ...values };
  for (const [name, { computed }] of Object.entries(block.attributes ?? {})) {
    if (computed && planned[name] === null) planned[name] = UNKNOWN;
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const value = planned[name];
    if (Array.isArray(value)) {
      planned[name] = value.map((item: Value) => (isObject(item) ? withComputedUnknown(item, nested.block) : item));
    } else if (value !== undefined && isObject(value)) planned[name] = withComputedUnknown(value, nested.block);
  }
  return planned;
}

/** The same values, with those of `before` (or nothing) in place of what is not known. */
export function settle(values: Values, before: Values | null = null): Values {
  return settleValue(values, before) as Values;
}

function settleValue(value: Value, before: Value | undefined): Value {
  if (value === UNKNOWN) return before ?? null;
  if (Array.isArray(value)) {
    const items: readonly Value[] = Array.isArray(before) ? before : [];
    return value.map((item: Value, index) => settleValue(item, items[index]));
  }
  if (!isObject(value)) return value;
  const members = before !== undefined && isObject(before) ? before : {};
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, settleValue(member, members[name])]));
}

function isObject(value: Value): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
