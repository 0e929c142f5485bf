import type { PathMessage, PathStep } from "../protocol/messages";
import type { AttributePath, Value, Values } from "../resource";
import type { AttributeType, Block } from "../schema/schema";

type Place = { readonly block: Block } | { readonly type: AttributeType };

/** `kafka_cluster.0.id` in its steps. */
export function parsePath(text: string): AttributePath {
  return text.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The value that a path leads to. */
export function valueAt(values: Values, path: AttributePath): Value | undefined {
  let value: Value | undefined = values;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as { readonly [key: string | number]: Value })[step];
  }
  return value;
}

/** A path as Terraform takes it. It ends before the items of a set, which have no address, and before what the schema does not know. */
export function pathMessage(path: AttributePath, block: Block): PathMessage {
  const steps: PathStep[] = [];
  let places: readonly Place[] = [{ block }];
  for (const step of path) {
    const [place, ...inner] = places;
    const found = place && follow(place, step, inner);
    if (!found) break;
    steps.push(found.step);
    places = found.places;
  }
  return { steps };
}

/** One step, and where it leads. A nested block in a list is two places: the list, and the block after an index. */
function follow(place: Place, step: string | number, inner: readonly Place[]) {
  if (inner.length > 0) {
    return typeof step === "number" ? { step: { element_key_int: step }, places: inner } : undefined;
  }
  return "block" in place ? intoBlock(place.block, step) : intoType(place.type, step);
}

function intoBlock(block: Block, step: string | number) {
  const attribute = block.attributes?.[step];
  if (attribute) return { step: { attribute_name: String(step) }, places: [{ type: attribute.type }] };
  const nested = block.block_types?.[step];
  if (!nested) return undefined;
  const item = { block: nested.block };
  const places: Record<typeof nested.nesting_mode, readonly Place[]> = { single: [item], list: [item, item], set: [] };
  return { step: { attribute_name: String(step) }, places: places[nested.nesting_mode] };
}

function intoType(type: AttributeType, step: string | number) {
  if (typeof type === "string") return undefined;
  switch (type[0]) {
    case "set":
      return undefined;
    case "list":
      return typeof step === "number" ? { step: { element_key_int: step }, places: [{ type: type[1] }] } : undefined;
    case "map":
      return { step: { element_key_string: String(step) }, places: [{ type: type[1] }] };
    case "object": {
      const member = type[1][step];
      return member === undefined ? undefined : { step: { attribute_name: String(step) }, places: [{ type: member }] };
    }
  }
}
