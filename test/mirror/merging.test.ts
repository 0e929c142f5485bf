import { TerraformElement, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { TopicFilter } from "../../lib/model/filters";
import { stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { primaryToJump } from "./chain";

const TYPE = "confluent_kafka_mirror_topic";

/** What a set of `orders` writes beside what something else in the stack does. */
function mirrorsBeside(other: (stack: TerraformStack, set: MirrorSet) => unknown): Record<string, Json> {
  const { stacks } = synthToJson(
    (app) => {
      const stack = stackWithProvider(app);
      other(stack, new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["orders"] }));
    },
    { check: false },
  );
  return resources(stacks["stack"], TYPE);
}

class ByHand extends TerraformElement {
  public override toTerraform(): object {
    return { resource: { [TYPE]: { by_hand: { status: "ACTIVE" } } } };
  }
}

describe("the blocks of a set", () => {
  const { mirrors_orders: orders } = mirrorsBeside(() => undefined);

  it("are there alone", () => {
    expect(orders.source_kafka_topic).toEqual({ topic_name: "orders" });
  });

  it.each<[string, (stack: TerraformStack, set: MirrorSet) => unknown, object]>([
    ["an element's block", (stack) => new ByHand(stack, "by-hand"), { by_hand: { status: "ACTIVE" } }],
    [
      "a block that the stack adds",
      (stack) => stack.addOverride(`resource.${TYPE}.added`, { status: "ACTIVE" }),
      { added: { status: "ACTIVE" } },
    ],
    [
      "a set without topics",
      (stack, { link }) => new MirrorSet(stack, "filtered", { link, autoCreate: [TopicFilter.include("bills")] }),
      {},
    ],
  ])("stay whole beside %s", (_, other, added) => {
    expect(mirrorsBeside(other)).toEqual({ mirrors_orders: orders, ...added });
  });

  it("stay whole beside those of another set", () => {
    const both = mirrorsBeside((stack, { link }) => new MirrorSet(stack, "others", { link, topics: ["bills"] }));
    expect(Object.keys(both)).toEqual(["mirrors_orders", "others_bills"]);
    expect(both["mirrors_orders"]).toEqual(orders);
    expect(both["others_bills"].source_kafka_topic).toEqual({ topic_name: "bills" });
  });

  it("are changed in the order of calls", () => {
    const { mirrors_orders: changed } = mirrorsBeside((_, set) => {
      set.override("orders", "cluster_link.link_name", "first");
      set.override(undefined, "cluster_link.link_name", "last");
    });
    expect(changed.cluster_link).toEqual({ link_name: "last" });
  });
});
