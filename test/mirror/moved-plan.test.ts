import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import type { TerraformStack } from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import { MirrorSet, MirrorTopic } from "cdktf-cluster-linking";
import { withBuiltInResources } from "./built-in";
import { primaryToJump } from "./chain";

const KEYS = ["primary", "jump", "jump_dial"].flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]);
const folder = mkdtempSync(join(tmpdir(), "cluster-linking-moved-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function terraform(...args: string[]): string {
  const variables = Object.fromEntries(KEYS.map((name) => [`TF_VAR_${name}`, "value"]));
  return execFileSync("terraform", args, {
    cwd: folder,
    env: { ...process.env, ...variables, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function apply(build: (stack: TerraformStack) => void): string {
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(withBuiltInResources(build)));
  terraform("init", "-input=false", "-no-color");
  return terraform("apply", "-auto-approve", "-input=false", "-no-color");
}

describe("a topic that moves between a set and a MirrorTopic", () => {
  it("is neither created nor changed nor destroyed by Terraform, there and back", () => {
    let address = "";
    const inSet = (stack: TerraformStack): MirrorSet => {
      const set = new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["orders.v1", "payments"] });
      ({ address } = set.mirror("orders.v1"));
      return set;
    };
    apply(inSet);
    const there = apply((stack) => {
      const set = new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), topics: ["payments"] });
      new MirrorTopic(stack, "orders", { link: set.link, topic: "orders.v1", movedFrom: address });
    });
    expect(there).toContain("has moved to terraform_data.confluent_kafka_mirror_topic-orders");
    expect(there).toContain("0 added, 0 changed, 0 destroyed");
    const back = apply((stack) => inSet(stack).moveFrom("orders.v1", "confluent_kafka_mirror_topic.orders"));
    expect(back).toContain("has moved to terraform_data.confluent_kafka_mirror_topic-mirrors_orders_v1_");
    expect(back).toContain("0 added, 0 changed, 0 destroyed");
  });
});
