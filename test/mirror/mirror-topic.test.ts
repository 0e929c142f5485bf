import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformVariable, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorStatus, type MirrorStatusValue } from "../../lib/mirror/mirror-status";
import { MirrorTopic, type MirrorTopicProps } from "../../lib/mirror/mirror-topic";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { HALVES, jumpToDr, primaryToJump } from "./chain";

const TYPE = "confluent_kafka_mirror_topic";

type Extras = Partial<Omit<MirrorTopicProps, "link">>;

function synthesised(build: (stack: TerraformStack) => unknown): Json {
  const { stacks } = synthToJson((app) => {
    build(stackWithProvider(app));
  });
  return stacks["stack"];
}

const orders = (stack: TerraformStack, extras: Extras = {}): MirrorTopic =>
  new MirrorTopic(stack, "orders", { topic: "orders", ...extras, link: primaryToJump(stack) } as MirrorTopicProps);

const blockOf = (extras: (stack: TerraformStack) => Extras = () => ({})): Json =>
  resources(
    synthesised((stack) => orders(stack, extras(stack))),
    TYPE,
  )["orders"];

describe("MirrorTopic", () => {
  it("is one resource at its own address", () => {
    expect(blockOf()).toEqual({
      "//": { metadata: { path: "stack/orders/Default", uniqueId: "orders" } },
      kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
      },
      cluster_link: { link_name: "primary-to-jump" },
      source_kafka_topic: { topic_name: "orders" },
      depends_on: HALVES,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("is what a set of one topic writes", () => {
    const bulk = synthesised((stack) => {
      new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["orders"] });
    });
    const { mirrors_orders: block } = resources(bulk, TYPE);
    expect({ ...block, "//": undefined }).toEqual({ ...blockOf(), "//": undefined });
  });

  it("takes every prop", () => {
    const block = blockOf((stack) => ({
      preventDestroy: false,
      ignoreEndpointChanges: true,
      status: MirrorStatus.ofExistingMirror("PAUSED"),
      provider: new ConfluentProvider(stack, "dr", { alias: "dr" }),
    }));
    expect(block).toMatchObject({ status: "PAUSED", provider: "confluent.dr" });
    expect(block.lifecycle).toEqual({ ignore_changes: ["kafka_cluster[0].rest_endpoint"] });
    expect(blockOf(() => ({ preventDestroy: false }))).not.toHaveProperty("lifecycle");
  });

  it.each<MirrorStatusValue>(["ACTIVE", "PAUSED", "PROMOTED", "FAILED_OVER"])("takes the status %s", (status) => {
    expect(blockOf(() => ({ status: MirrorStatus.ofExistingMirror(status) })).status).toBe(status);
  });

  it("fails over by the stack's variable, which it shares with sets", () => {
    const stack = synthesised((scope) => {
      const link = jumpToDr(scope);
      new MirrorTopic(scope, "orders", { link, topic: "orders", failover: Failover.fromVariable(scope) });
      new MirrorSet(scope, "mirrors", { link, topics: ["bills"], failover: Failover.fromVariable(scope) });
    });
    const status = (topic: string): string =>
      `\${lookup(local.failover_status, "${topic}", local.failover_status_of_others)}`;
    const made = resources(stack, TYPE);
    expect(made["orders"].status).toBe(status("orders"));
    expect(made["mirrors_bills"].status).toBe(status("bills"));
    expect(stack.variable.failover_topics.validation[0].condition).toBe(
      '${length(setsubtract(var.failover_topics, ["orders", "bills"])) == 0}',
    );
  });

  it("is named by the link's prefix", () => {
    const stack = synthesised((scope) => {
      const topic = new MirrorTopic(scope, "orders", { link: primaryToJump(scope, { prefix: "p." }), topic: "orders" });
      expect([topic.topic, topic.mirrorTopicName]).toEqual(["orders", "p.orders"]);
    });
    expect(resources(stack, TYPE)["orders"].mirror_topic_name).toBe("p.orders");
  });

  it("takes a token for a topic, and writes the same shape", () => {
    const block = blockOf((stack) => ({
      topic: new TerraformVariable(stack, "topic", { type: "string" }).stringValue,
    }));
    expect(block).toEqual({ ...blockOf(), source_kafka_topic: { topic_name: "${var.topic}" } });
  });

  it("keeps dependencies that are added to its resource", () => {
    const stack = synthesised((scope) => {
      const link = primaryToJump(scope);
      new MirrorTopic(scope, "orders", { link, topic: "orders" });
      new MirrorTopic(scope, "bills", { link, topic: "bills" }).resource.dependsOn = [`${TYPE}.orders`];
    });
    expect(resources(stack, TYPE)["orders"].depends_on).toEqual(HALVES);
    expect(resources(stack, TYPE)["bills"].depends_on).toEqual([...HALVES, `${TYPE}.orders`]);
  });

  it.each<[string, (stack: TerraformStack) => unknown, string]>([
    ["an internal topic", (stack) => orders(stack, { topic: "__x" }), "CL036"],
    ["a name that is no topic", (stack) => orders(stack, { topic: "a/b" }), "CL071"],
    ["a bare status", (stack) => orders(stack, { status: "PAUSED" as unknown as MirrorStatus }), "CL025"],
    ["nothing, with a legal topic", (stack) => orders(stack), "nothing"],
  ])("refuses %s", (_, build, id) => {
    expect(refusal((app) => build(stackWithProvider(app)))).toBe(id);
  });

  it("refuses the link of another stack", () => {
    expect(
      refusal((app) => {
        const link = primaryToJump(stackWithProvider(app, "other"));
        new MirrorTopic(stackWithProvider(app), "orders", { link, topic: "orders" });
      }),
    ).toBe("CL041");
  });

  it("may not claim the topic of a set", () => {
    const app = emptyApp();
    const stack = stackWithProvider(app);
    const { link } = new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["orders"] });
    new MirrorTopic(stack, "single", { link, topic: "orders" });
    const { errors } = AppModel.of(app).evaluate();
    expect(errors.map(({ rule, path }) => `${rule.id} ${path ?? ""}`)).toEqual(["CL057 stack/single"]);
  });
});

describe("moving a mirror topic", () => {
  it("from a set to a MirrorTopic is a moved block", () => {
    const stack = synthesised((scope) => orders(scope, { movedFrom: `${TYPE}.mirrors_orders` }));
    expect(stack.moved).toEqual([{ from: `${TYPE}.mirrors_orders`, to: `${TYPE}.orders` }]);
  });

  it("from a MirrorTopic to a set is one too", () => {
    const stack = synthesised((scope) => {
      const set = new MirrorSet(scope, "mirrors", { link: primaryToJump(scope), topics: ["orders", "bills.v1"] });
      set.moveFrom("orders", `${TYPE}.orders`);
      set.moveFrom("bills.v1", `${TYPE}.bills`);
    });
    expect(stack.moved).toEqual([
      { from: `${TYPE}.orders`, to: `${TYPE}.mirrors_orders` },
      { from: `${TYPE}.bills`, to: `${TYPE}.mirrors_bills_v1_b5522c1a` },
    ]);
  });

  it("into a list that only Terraform knows names the instance", () => {
    const stack = synthesised((scope) => {
      const topics = new TerraformVariable(scope, "topics", { type: "list(string)" }).listValue;
      new MirrorSet(scope, "mirrors", { link: primaryToJump(scope), topics }).moveFrom("orders", `${TYPE}.orders`);
    });
    expect(stack.moved).toEqual([{ from: `${TYPE}.orders`, to: `${TYPE}.mirrors["orders"]` }]);
  });
});
