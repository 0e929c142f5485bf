import { Encoder, ExtData } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../lib/rehearsal/provider/resource";
import type { AttributeType, Block } from "../../../lib/rehearsal/provider/schema/schema";
import { codecOf } from "../../../lib/rehearsal/provider/values/codec";
import { readDynamicValue, writeDynamicValue } from "../../../lib/rehearsal/provider/values/dynamic-value";

type Json = ReturnType<typeof JSON.parse>;

const attribute = (type: AttributeType): Block => ({ attributes: { a: { type } } });
const CREDENTIALS: Block = { attributes: { key: { type: "string" }, secret: { type: "string" } } };
const RESOURCE: Block = {
  attributes: {
    name: { type: "string" },
    count: { type: "number" },
    on: { type: "bool" },
    config: { type: ["map", "string"] },
    tags: { type: ["set", "string"] },
    environment: { type: ["list", ["object", { id: "string" }]] },
  },
  block_types: {
    credentials: { nesting_mode: "list", block: CREDENTIALS },
    owner: { nesting_mode: "set", block: CREDENTIALS },
    timeouts: { nesting_mode: "single", block: attribute("string") },
  },
};
const EMPTY = {
  name: null,
  count: null,
  on: null,
  config: null,
  tags: null,
  environment: null,
  credentials: [],
  owner: [],
  timeouts: null,
};

const received = (block: Block, raw: unknown) =>
  codecOf(block).decode(readDynamicValue({ msgpack: new Encoder({ useBigInt64: true }).encode(raw) }));
const sent = (block: Block, values: Json) => readDynamicValue(writeDynamicValue(codecOf(block).encode(values)));

describe("what Terraform sends", () => {
  it("is read by the schema", () => {
    const raw = {
      ...EMPTY,
      name: "orders",
      count: 6,
      on: true,
      config: { "link.mode": "SOURCE" },
      tags: ["a", "b"],
      environment: [{ id: "env-1" }],
      credentials: [{ key: "K", secret: "S" }],
      timeouts: { a: "1h" },
    };
    expect(received(RESOURCE, raw)).toEqual(raw);
  });

  it("is completed: attributes with null, blocks with none", () => {
    expect(received(RESOURCE, {})).toEqual(EMPTY);
    expect(received(RESOURCE, { owner: null, credentials: [{ key: "K" }] })).toEqual({
      ...EMPTY,
      credentials: [{ key: "K", secret: null }],
    });
  });

  it("is null for a resource that does not exist", () => {
    expect(received(RESOURCE, null)).toBeNull();
    expect(codecOf(RESOURCE).decode(readDynamicValue(undefined))).toBeNull();
    expect(codecOf(RESOURCE).decode(readDynamicValue({}))).toBeNull();
  });

  it("loses what the schema does not know", () => {
    expect(received(attribute("string"), { a: "x", retired: 1 })).toEqual({ a: "x" });
  });

  it("has unknown values, with or without what is known of them, at any depth", () => {
    const unknown = new ExtData(0, Uint8Array.of(0));
    const refined = new ExtData(12, Uint8Array.of(0x81, 0x01, 0xc2));
    const values = received(RESOURCE, {
      ...EMPTY,
      name: unknown,
      count: refined,
      config: { a: unknown },
      environment: unknown,
      credentials: [{ key: refined, secret: "S" }],
      owner: refined,
      timeouts: unknown,
    });
    expect(values).toEqual({
      ...EMPTY,
      name: UNKNOWN,
      count: UNKNOWN,
      config: { a: UNKNOWN },
      environment: UNKNOWN,
      credentials: [{ key: UNKNOWN, secret: "S" }],
      owner: UNKNOWN,
      timeouts: UNKNOWN,
    });
    expect(sent(RESOURCE, values)).toEqual(values);
  });

  it("sends back an unknown as Terraform writes it", () => {
    expect(writeDynamicValue(UNKNOWN).msgpack).toEqual(Uint8Array.of(0xd4, 0x00, 0x00));
  });

  it.each([
    [7, 7],
    [-2.5, -2.5],
    ["12", 12],
    ["0.1", "0.1"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    [9_007_199_254_740_991n, 9_007_199_254_740_991],
    [9_223_372_036_854_775_807n, "9223372036854775807"],
  ])("reads the number %s as %s", (raw, expected) => {
    expect(received(attribute("number"), { a: raw })).toEqual({ a: expected });
    expect(received(attribute("number"), sent(attribute("number"), { a: expected }))).toEqual({ a: expected });
  });

  it("may come as JSON", () => {
    expect(readDynamicValue({ json: Buffer.from('{"a":["x",null]}') })).toEqual({ a: ["x", null] });
  });
});

describe("what does not fit the schema", () => {
  it.each<[AttributeType, unknown, string]>([
    ["string", 1, "a: expected string, got number"],
    ["string", ["secret"], "a: expected string, got list"],
    ["string", Uint8Array.of(1), "a: expected string, got bytes"],
    ["bool", "true", "a: expected bool, got string"],
    ["number", "many", "a: expected number, got string"],
    ["number", true, "a: expected number, got bool"],
    [["list", "string"], { secret: 1 }, "a: expected list, got object"],
    [["list", "string"], ["x", 2], "a.1: expected string, got number"],
    [["map", "string"], ["x"], "a: expected map, got list"],
    [["map", "string"], { k: { secret: "x" } }, "a.k: expected string, got object"],
    [["list", ["object", { id: "string" }]], [{ id: "x" }, { id: false }], "a.1.id: expected string, got bool"],
    [["list", ["object", { id: "string" }]], ["secret"], "a.0: expected object, got string"],
  ])("%j refuses %j, and names the place alone", (type, raw, message) => {
    expect(() => received(attribute(type), { a: raw })).toThrow(expect.objectContaining({ message }));
  });

  it.each<[unknown, string]>([
    [[], "expected object, got list"],
    ["text", "expected object, got string"],
    [new ExtData(0, Uint8Array.of(0)), "is not known as a whole"],
    [new ExtData(99, Uint8Array.of(0)), "expected object, got bytes"],
  ])("is refused as a whole: %j", (raw, message) => {
    expect(() => received(RESOURCE, raw)).toThrow(message);
  });

  it.each<[Json, string]>([
    [{ a: 1 }, "a: expected string, got number"],
    [{ b: "x" }, "b: is not in the schema"],
    ["text", "expected object, got string"],
  ])("is not sent either: %j", (values, message) => {
    expect(() => sent(attribute("string"), values)).toThrow(expect.objectContaining({ message }));
  });

  it("is sent as null where nothing was given", () => {
    expect(sent(RESOURCE, {})).toEqual(EMPTY);
    expect(sent(RESOURCE, null)).toBeNull();
  });

  it.each([
    ["nothing after the first byte", [0x81]],
    ["a byte that means nothing", [0xc1]],
    ["bytes after the end", [0xc0, 0xc0]],
    ["an array that claims four billion items", [0xdd, 0xff, 0xff, 0xff, 0xff]],
    ["a text that claims four billion bytes", [0xdb, 0xff, 0xff, 0xff, 0xff, 0x61]],
    ["a map with a list for a key", [0x81, 0x90, 0xc0]],
    ["a map that would change every object", [0x81, 0xa9, ...Buffer.from("__proto__"), 0xc0]],
  ])("is no MessagePack: %s", (_, bytes) => {
    expect(() => readDynamicValue({ msgpack: Uint8Array.from(bytes) })).toThrow("is not valid MessagePack");
  });

  it("is deep beyond all sense, and refused all the same", () => {
    const deep = Uint8Array.from({ length: 200_001 }, (_, index) => (index === 200_000 ? 0xc0 : 0x91));
    expect(() => codecOf(RESOURCE).decode(readDynamicValue({ msgpack: deep }))).toThrow("expected object, got list");
  });

  it("is no JSON", () => {
    expect(() => readDynamicValue({ json: Buffer.from("{") })).toThrow("is not valid JSON");
  });
});
