import { describe, expect, it } from "vitest";
import { parsePath, pathMessage, valueAt } from "../../../lib/rehearsal/provider/engine/paths";
import type { Block } from "../../../lib/rehearsal/provider/schema/schema";

const BLOCK: Block = {
  attributes: {
    name: { type: "string" },
    config: { type: ["map", "string"] },
    endpoints: { type: ["list", ["object", { id: "string" }]] },
    tags: { type: ["set", "string"] },
  },
  block_types: {
    cluster: { nesting_mode: "list", block: { attributes: { id: { type: "string" } } } },
    owner: { nesting_mode: "set", block: { attributes: { id: { type: "string" } } } },
    timeouts: { nesting_mode: "single", block: { attributes: { create: { type: "string" } } } },
  },
};

describe("a path to a value", () => {
  it("is written with dots", () => {
    expect(parsePath("kafka_cluster.0.id")).toEqual(["kafka_cluster", 0, "id"]);
  });

  it("leads to a value, or nowhere", () => {
    const values = { cluster: [{ id: "lkc-1" }], name: null };
    expect(valueAt(values, ["cluster", 0, "id"])).toBe("lkc-1");
    expect(valueAt(values, ["cluster", 1, "id"])).toBeUndefined();
    expect(valueAt(values, ["name", "length"])).toBeUndefined();
  });

  it.each<[(string | number)[], object[]]>([
    [["name"], [{ attribute_name: "name" }]],
    [
      ["config", "link.mode"],
      [{ attribute_name: "config" }, { element_key_string: "link.mode" }],
    ],
    [
      ["endpoints", 1, "id"],
      [{ attribute_name: "endpoints" }, { element_key_int: 1 }, { attribute_name: "id" }],
    ],
    [
      ["cluster", 0, "id"],
      [{ attribute_name: "cluster" }, { element_key_int: 0 }, { attribute_name: "id" }],
    ],
    [
      ["timeouts", "create"],
      [{ attribute_name: "timeouts" }, { attribute_name: "create" }],
    ],
    [["tags", 0], [{ attribute_name: "tags" }]],
    [["owner", 0, "id"], [{ attribute_name: "owner" }]],
    [["cluster", "id"], [{ attribute_name: "cluster" }]],
    [["endpoints", "id"], [{ attribute_name: "endpoints" }]],
    [
      ["endpoints", 0, "none"],
      [{ attribute_name: "endpoints" }, { element_key_int: 0 }],
    ],
    [["name", 0], [{ attribute_name: "name" }]],
    [["none"], []],
  ])("is sent as far as Terraform can follow it: %j", (path, steps) => {
    expect(pathMessage(path, BLOCK)).toEqual({ steps });
  });
});
