import { TerraformStack } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MirrorSet, MirrorTopic } from "cdktf-cluster-linking";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { primaryToJump } from "../mirror/chain";
import { synthToJson } from "../support/synth";
import { describeWithTerraform } from "./support";

const IN_SET = "confluent_kafka_mirror_topic.mirrors_orders";
const ALONE = "confluent_kafka_mirror_topic.orders";
const OTHER = "confluent_kafka_mirror_topic.mirrors_payments";

const synth = (build: (stack: TerraformStack) => void): string =>
  synthToJson((app) => {
    const stack = new TerraformStack(app, "leg");
    new ConfluentProvider(stack, "confluent");
    build(stack);
  }).outdir;

const setOf = (stack: TerraformStack, ...topics: string[]): MirrorSet =>
  new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics });

describeWithTerraform("a topic that moves between a set and a MirrorTopic", () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.start(synth((stack) => setOf(stack, "orders", "payments")));
    await deployment.apply();
  });
  afterAll(async () => deployment.stop());

  async function move(out: string, from: string, to: string): Promise<void> {
    const { emulator } = deployment.cloud;
    const { length } = emulator.requests;
    const stack = deployment.stack("leg");
    deployment.update(out);
    const plan = await stack.plan();
    expect([...plan.changes]).toEqual([]);
    expect(await stack.planText()).toContain(`${from} has moved to ${to}`);
    await stack.applyPlan();
    expect((await stack.addresses()).filter((address) => address.startsWith("confluent_kafka"))).toEqual(
      [OTHER, to].sort(),
    );
    expect(emulator.requests.slice(length).filter(({ method }) => method !== "GET")).toEqual([]);
  }

  it("keeps its mirror topic, there and back", async () => {
    await move(
      synth((stack) => {
        const set = setOf(stack, "payments");
        new MirrorTopic(stack, "orders", { link: set.link, topic: "orders", movedFrom: IN_SET });
      }),
      IN_SET,
      ALONE,
    );
    await move(
      synth((stack) => setOf(stack, "orders", "payments").moveFrom("orders", ALONE)),
      ALONE,
      IN_SET,
    );
  });
});
