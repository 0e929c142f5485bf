import { Lazy, TerraformVariable, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { refusal } from "../core/refusal";
import { stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { jumpToDr, primaryToJump } from "./chain";

type Change = (set: MirrorSet, stack: TerraformStack) => void;

/** The two blocks of a set after a change. */
function changed(change: Change): { readonly orders: Json; readonly bills: Json } {
  const { stacks } = synthToJson((app) => {
    const stack = stackWithProvider(app);
    change(new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["orders", "bills"] }), stack);
  });
  const mirrors = resources(stacks["stack"], "confluent_kafka_mirror_topic");
  return { orders: mirrors["mirrors_orders"], bills: mirrors["mirrors_bills"] };
}

const refused = (change: Change): string =>
  refusal((app) => {
    const stack = stackWithProvider(app);
    change(new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["orders", "bills"] }), stack);
  });

describe("MirrorSet.override", () => {
  it("changes one topic and leaves the others alone", () => {
    const before = changed(() => undefined);
    const { orders, bills } = changed((set) => set.override("orders", "lifecycle.ignore_changes", ["status"]));
    expect(orders).toEqual({
      ...before.orders,
      lifecycle: { prevent_destroy: true, ignore_changes: ["status"] },
    });
    expect(bills).toEqual(before.bills);
  });

  it("changes all topics, and one of them differently, in the order of calls", () => {
    const { orders, bills } = changed((set) => {
      set.override("orders", "cluster_link.link_name", "2h");
      set.override(undefined, "cluster_link.link_name", "1h");
      set.override("orders", "cluster_link.link_name", "3h");
    });
    expect([orders.cluster_link, bills.cluster_link]).toEqual([{ link_name: "3h" }, { link_name: "1h" }]);
  });

  it("removes what is set to undefined", () => {
    const { orders, bills } = changed((set) => {
      set.override("orders", "lifecycle.prevent_destroy", undefined);
      set.override("bills", "lifecycle", undefined);
      set.override("bills", "kafka_cluster.rest_endpoint", undefined);
    });
    expect(orders.lifecycle).toEqual({});
    expect(bills).not.toHaveProperty("lifecycle");
    expect(Object.keys(bills.kafka_cluster)).toEqual(["credentials", "id"]);
    expect(orders.kafka_cluster.rest_endpoint).toBe("https://jump.example.test:443");
  });

  it("resolves tokens, wherever they are in the value", () => {
    const { orders, bills } = changed((set, stack) => {
      const endpoint = new TerraformVariable(stack, "endpoint", { type: "string" });
      set.override("orders", "kafka_cluster.rest_endpoint", endpoint.stringValue);
      set.override(undefined, "lifecycle", {
        ignore_changes: Lazy.anyValue({ produce: () => ["status", "kafka_cluster[0].id"] }),
      });
      set.override("bills", "cluster_link", { link_name: `${endpoint.stringValue}m` });
    });
    expect(orders.kafka_cluster.rest_endpoint).toBe("${var.endpoint}");
    for (const { lifecycle } of [orders, bills]) {
      expect(lifecycle).toEqual({ ignore_changes: ["status", "kafka_cluster[0].id"] });
    }
    expect(bills.cluster_link).toEqual({ link_name: "${var.endpoint}m" });
  });

  it("puts a value in the place of one that has no members", () => {
    const { orders } = changed((set) => {
      set.override("orders", "cluster_link", "text");
      set.override("orders", "cluster_link.link_name", "other");
    });
    expect(orders.cluster_link).toEqual({ link_name: "other" });
  });

  it("reaches followed topics and those that are added later", () => {
    const { stacks } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const first = new MirrorSet(stack, "first", { link: primaryToJump(stack), topics: ["orders"] });
      const second = new MirrorSet(stack, "second", { link: jumpToDr(stack), follows: first });
      second.override(undefined, "cluster_link.link_name", "1h");
      first.addTopic("bills");
      second.override("bills", "cluster_link.link_name", "2h");
    });
    const mirrors = resources(stacks["stack"], "confluent_kafka_mirror_topic");
    expect(mirrors["second_orders"].cluster_link).toEqual({ link_name: "1h" });
    expect(mirrors["second_bills"].cluster_link).toEqual({ link_name: "2h" });
    expect(mirrors["first_bills"].cluster_link).toEqual({ link_name: "primary-to-jump" });
  });

  it("changes all of a list that only Terraform knows", () => {
    const { stacks } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const topics = new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;
      new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics }).override(
        undefined,
        "cluster_link.link_name",
        "1h",
      );
    });
    expect(resources(stacks["stack"], "confluent_kafka_mirror_topic")["mirrors"].cluster_link).toEqual({
      link_name: "1h",
    });
  });

  it.each<[string, Change, string]>([
    ["a topic the set does not have", (set) => set.override("other", "x", 1), "CL075"],
    ["another name of the mirror topic", (set) => set.override("orders", "mirror_topic_name", "o"), "CL023"],
    ["one name for all mirror topics", (set) => set.override(undefined, "mirror_topic_name", "orders"), "CL023"],
    ["the name it has anyway", (set) => set.override("orders", "mirror_topic_name", "orders"), "nothing"],
    ["a status", (set) => set.override("orders", "status", "PROMOTED"), "CL025"],
    [
      "a status by variable",
      (set, stack) => set.override("orders", "status", Failover.fromVariable(stack).statusOf('"orders"')),
      "nothing",
    ],
    [
      "one topic of a list that only Terraform knows",
      (_, stack) => {
        const topics = new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;
        new MirrorSet(stack, "listed", { link: primaryToJump(stack, { id: "x" }), topics }).override("a", "x", 1);
      },
      "CL075",
    ],
  ])("answers %s", (_, change, id) => {
    expect(refused(change)).toBe(id);
  });
});
