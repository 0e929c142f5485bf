import { UNKNOWN, type Value, type Values } from "../resource";
import type { AttributeType, Block, NestedBlock } from "../schema/schema";
import { MalformedValue } from "./malformed";

/** Turns values of one type of the schema into what travels, and back. */
export interface Codec {
  /** `undefined` stands for a value that was left out. */
  readonly decode: (raw: unknown) => Value;
  readonly encode: (value: Value | undefined) => unknown;
}

/** Turns whole resources into what travels, and back. */
export interface ObjectCodec {
  /** Attributes that the schema does not know are dropped, those that are missing become `null`. */
  readonly decode: (raw: unknown) => Values | null;
  /** Missing attributes become `null`, missing blocks empty; others than the schema's are an error. */
  readonly encode: (values: Values | null) => unknown;
}

type Mapped = Readonly<Record<string, unknown>>;

/** The codec of a resource, of a data source or of the provider's configuration. */
export function codecOf(block: Block): ObjectCodec {
  return nullable(membersOf(block));
}

const SCALARS: Readonly<Record<"string" | "number" | "bool", Codec>> = {
  string: scalar("string", (raw) => typeof raw === "string"),
  bool: scalar("bool", (raw) => typeof raw === "boolean"),
  number: { ...scalar("number", isNumber), decode: decodeNumber },
};

function membersOf(block: Block): ReadonlyMap<string, Codec> {
  const attributes = Object.entries(block.attributes ?? {}).map(([name, { type }]): [string, Codec] => [
    name,
    codecOfType(type),
  ]);
  const blocks = Object.entries(block.block_types ?? {}).map(([name, nested]): [string, Codec] => [
    name,
    codecOfNested(nested),
  ]);
  return new Map([...attributes, ...blocks]);
}

function codecOfNested({ nesting_mode, block }: NestedBlock): Codec {
  const item = object(membersOf(block));
  if (nesting_mode === "single") return item;
  const items = list(item);
  return {
    decode: (raw) => items.decode(raw) ?? [],
    encode: (value) => items.encode(value) ?? [],
  };
}

function codecOfType(type: AttributeType): Codec {
  if (typeof type === "string") return SCALARS[type];
  switch (type[0]) {
    case "list":
    case "set":
      return list(codecOfType(type[1]));
    case "map":
      return map(codecOfType(type[1]));
    case "object":
      return object(new Map(Object.entries(type[1]).map(([name, member]) => [name, codecOfType(member)])));
  }
}

function scalar(name: string, fits: (value: unknown) => boolean): Codec {
  const check = <T>(value: T): T | null => {
    if (value === undefined || value === null) return null;
    if (value === UNKNOWN || fits(value)) return value;
    throw unexpected(name, value);
  };
  return { decode: (raw) => check(raw as Value), encode: check };
}

/** Whole numbers that JavaScript holds exactly are numbers; everything else stays the text that Terraform sent. */
function decodeNumber(raw: unknown): Value {
  if (raw === undefined || raw === null) return null;
  if (raw === UNKNOWN || typeof raw === "number") return raw;
  if (typeof raw === "bigint") return isExact(raw) ? Number(raw) : String(raw);
  if (typeof raw !== "string" || !isNumber(raw)) throw unexpected("number", raw);
  return /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
}

function isNumber(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value);
}

function isExact(value: bigint): boolean {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);
}

function list(item: Codec): Codec {
  const each = <T>(value: unknown, convert: (element: never) => T): readonly T[] | typeof UNKNOWN | null => {
    if (value === undefined || value === null) return null;
    if (value === UNKNOWN) return UNKNOWN;
    if (!Array.isArray(value)) throw unexpected("list", value);
    let index = 0;
    try {
      const converted: T[] = [];
      for (; index < value.length; index++) converted.push(convert(value[index] as never));
      return converted;
    } catch (error) {
      throw MalformedValue.within(error, index);
    }
  };
  return { decode: (raw) => each(raw, item.decode), encode: (value) => each(value, item.encode) };
}

function map(item: Codec): Codec {
  const each = <T>(value: unknown, convert: (element: never) => T): Record<string, T> | typeof UNKNOWN | null => {
    if (value === undefined || value === null) return null;
    if (value === UNKNOWN) return UNKNOWN;
    if (!isMapped(value)) throw unexpected("map", value);
    let key = "";
    try {
      const converted: [string, T][] = [];
      for (key of Object.keys(value)) converted.push([key, convert(value[key] as never)]);
      return Object.fromEntries(converted);
    } catch (error) {
      throw MalformedValue.within(error, key);
    }
  };
  return { decode: (raw) => each(raw, item.decode), encode: (value) => each(value, item.encode) };
}

function object(members: ReadonlyMap<string, Codec>): Codec {
  return {
    decode: (raw) => {
      if (raw === undefined || raw === null) return null;
      if (raw === UNKNOWN) return UNKNOWN;
      if (!isMapped(raw)) throw unexpected("object", raw);
      return eachMember(members, raw, (codec, value) => codec.decode(value));
    },
    encode: (value) => {
      if (value === undefined || value === null) return null;
      if (value === UNKNOWN) return UNKNOWN;
      if (!isMapped(value)) throw unexpected("object", value);
      for (const name of Object.keys(value)) {
        if (!members.has(name)) throw new MalformedValue("is not in the schema", [name]);
      }
      return eachMember(members, value, (codec, member) => codec.encode(member as Value | undefined));
    },
  };
}

function eachMember<T>(
  members: ReadonlyMap<string, Codec>,
  value: Mapped,
  convert: (codec: Codec, member: unknown) => T,
): Record<string, T> {
  const converted: Record<string, T> = {};
  let name = "";
  try {
    for (const [member, codec] of members) {
      name = member;
      converted[name] = convert(codec, Object.hasOwn(value, name) ? value[name] : undefined);
    }
    return converted;
  } catch (error) {
    throw MalformedValue.within(error, name);
  }
}

function nullable(members: ReadonlyMap<string, Codec>): ObjectCodec {
  const codec = object(members);
  return {
    decode: (raw) => {
      const value = codec.decode(raw);
      if (value === UNKNOWN) throw new MalformedValue("is not known as a whole");
      return value as Values | null;
    },
    encode: codec.encode,
  };
}

function isMapped(value: unknown): value is Mapped {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}

function unexpected(expected: string, value: unknown): MalformedValue {
  return new MalformedValue(`expected ${expected}, got ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return isMapped(value) ? "object" : "bytes";
  return typeof value === "boolean" ? "bool" : typeof value;
}
