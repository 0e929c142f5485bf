import { describe, expect, it } from "vitest";
import { planChange } from "../../../lib/rehearsal/provider/engine/plan";
import { ResourceType } from "../../../lib/rehearsal/provider/engine/types";
import { settle } from "../../../lib/rehearsal/provider/engine/unknown";
import { UNKNOWN, type ResourceHandler, type Values } from "../../../lib/rehearsal/provider/resource";
import type { Block } from "../../../lib/rehearsal/provider/schema/schema";

const INNER: Block = {
  attributes: { id: { type: "string", required: true }, url: { type: "string", computed: true } },
};
const BLOCK: Block = {
  attributes: {
    name: { type: "string", required: true },
    id: { type: "string", computed: true },
    config: { type: ["map", "string"], optional: true, computed: true },
    tags: { type: ["list", "string"], optional: true },
  },
  block_types: {
    cluster: { nesting_mode: "list", block: INNER },
    owner: { nesting_mode: "set", block: INNER },
    timeouts: { nesting_mode: "single", block: INNER },
  },
};
const STATE: Values = {
  name: "one",
  id: "1",
  config: { a: "x" },
  tags: ["a", "b"],
  cluster: [{ id: "lkc-1", url: "https://1" }],
  owner: [],
  timeouts: null,
};

const typeWith = (replacedBy: readonly string[]) => {
  const handler: Partial<ResourceHandler> = { type: "confluent_x", replacedBy };
  return new ResourceType("confluent_x", { version: 0, block: BLOCK }, handler as ResourceHandler);
};
const plan = async (prior: Values | null, proposed: Values, replacedBy: readonly string[] = []) =>
  planChange(typeWith(replacedBy), { prior, proposed, config: proposed }, () => {
    throw new Error("no context is needed");
  });

describe("a plan by the schema alone", () => {
  it("leaves unknown what is computed and not configured, at any depth", async () => {
    const proposed: Values = {
      ...STATE,
      id: null,
      config: null,
      cluster: [{ id: "lkc-1", url: null }],
      owner: UNKNOWN,
      timeouts: { id: "t", url: null },
    };
    expect(await plan(null, proposed)).toEqual({
      planned: {
        ...proposed,
        id: UNKNOWN,
        config: UNKNOWN,
        cluster: [{ id: "lkc-1", url: UNKNOWN }],
        timeouts: { id: "t", url: UNKNOWN },
      },
      replace: [],
    });
  });

  it("leaves an update as Terraform proposes it", async () => {
    const proposed = { ...STATE, id: null, config: null };
    expect(await plan(STATE, proposed)).toEqual({ planned: proposed, replace: [] });
  });
});

describe("what replaces an object", () => {
  it.each<[string, Values]>([
    ["name", { name: "two" }],
    ["name", { name: UNKNOWN }],
    ["config", { config: { a: "y" } }],
    ["config", { config: { a: "x", b: "y" } }],
    ["config", { config: null }],
    ["tags", { tags: ["b", "a"] }],
    ["tags", { tags: UNKNOWN }],
    ["cluster.0.id", { cluster: [{ id: "lkc-2", url: "https://1" }] }],
    ["cluster.0.id", { cluster: [] }],
    ["cluster", { cluster: [{ id: "lkc-1", url: UNKNOWN }] }],
    ["owner.0.id", { owner: [{ id: "sa-1", url: null }] }],
  ])("is a change of %s", async (path, change) => {
    const { replace } = await plan(STATE, { ...STATE, ...change }, [path, "timeouts.id"]);
    expect(replace.map((steps) => steps.join("."))).toEqual([path]);
  });

  it("is not a change of anything else, nor a block that comes with nothing in that place", async () => {
    const replacedBy = ["name", "config", "tags", "cluster", "owner.0.url"];
    const proposed = { ...STATE, id: "2", config: { a: "x" }, tags: ["a", "b"], owner: [{ id: "sa-1", url: null }] };
    expect((await plan(STATE, proposed, replacedBy)).replace).toEqual([]);
  });
});

describe("a state", () => {
  it("has what was there before, or nothing, in place of what is not known", () => {
    const planned: Values = {
      name: "two",
      id: UNKNOWN,
      config: { a: UNKNOWN, b: UNKNOWN },
      cluster: [{ id: UNKNOWN }, { id: UNKNOWN }],
      owner: UNKNOWN,
    };
    expect(settle(planned, { ...STATE, owner: [] })).toEqual({
      name: "two",
      id: "1",
      config: { a: "x", b: null },
      cluster: [{ id: "lkc-1" }, { id: null }],
      owner: [],
    });
    expect(settle(planned)).toMatchObject({ id: null, config: { a: null }, owner: null });
  });
});
