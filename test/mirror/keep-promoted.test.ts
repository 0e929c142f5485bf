import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import type { App } from "cdktf";
import { TerraformVariable, Testing, type TerraformStack } from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet, type MirrorSetProps } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import type { TopologyDocument } from "../../lib/model/document";
import { refusal } from "../core/refusal";
import { stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { withBuiltInResources } from "./built-in";
import { jumpToDr } from "./chain";

const MIRROR = "confluent_kafka_mirror_topic";
const TOPIC = "confluent_kafka_topic";

/** A set on DR of `orders` and `bills.v1`. */
const onDr = (stack: TerraformStack, props: Partial<MirrorSetProps> = {}, prefix?: string): MirrorSet =>
  new MirrorSet(stack, "mirrors", {
    link: jumpToDr(stack, { prefix }),
    topics: ["orders", "bills.v1"],
    failover: Failover.fromVariable(stack),
    ...props,
  } as MirrorSetProps);

function synthesised(build: (stack: TerraformStack) => unknown): { stack: Json; document: TopologyDocument } {
  let document: TopologyDocument | undefined;
  const { stacks } = synthToJson((app) => {
    build(stackWithProvider(app));
    document = AppModel.of(app).document();
  });
  return { stack: stacks["stack"], document: document as TopologyDocument };
}

const BILLS = "mirrors_bills_v1_b5522c1a";

describe("a topic that was promoted", () => {
  const { stack, document } = synthesised((scope) => onDr(scope, { keepPromoted: ["bills.v1"] }));

  it("is no mirror topic any more, and the others are", () => {
    expect(Object.keys(resources(stack, MIRROR))).toEqual(["mirrors_orders"]);
  });

  it("is forgotten as a mirror topic without a call, and imported as a topic", () => {
    expect(stack.removed).toEqual([{ from: `${MIRROR}.${BILLS}`, lifecycle: { destroy: false } }]);
    expect(stack.import).toEqual([{ to: `${TOPIC}.${BILLS}`, id: "lkc-3333/bills.v1" }]);
  });

  it("is a topic of DR that cannot be destroyed, with the partitions and settings that it has", () => {
    expect(resources(stack, TOPIC)).toEqual({
      [BILLS]: {
        "//": { metadata: { path: "stack/mirrors/bills.v1", uniqueId: BILLS } },
        kafka_cluster: { id: "lkc-3333" },
        topic_name: "bills.v1",
        rest_endpoint: "https://dr.example.test:443",
        credentials: { key: "${var.dr_api_key}", secret: "${var.dr_api_secret}" },
        lifecycle: { prevent_destroy: true, ignore_changes: ["partitions_count", "config"] },
      },
    });
  });

  it("needs Terraform 1.7", () => {
    expect(stack.terraform.required_version).toBe(">= 1.7.0");
  });

  it("can still be named by failover_topics, so that a narrowed failover can be planned again", () => {
    expect(stack.variable.failover_topics.validation[0].condition).toContain('["orders", "bills.v1"]');
  });

  it("is listed as kept", () => {
    const [set] = document.legs[0]?.sets ?? [];
    expect(set?.mirrors).toEqual([{ topic: "orders", mirrorTopic: "orders", address: `${MIRROR}.mirrors_orders` }]);
    expect(set?.kept).toEqual([{ topic: "bills.v1", mirrorTopic: "bills.v1", address: `${TOPIC}.${BILLS}` }]);
    expect(document.reach).toEqual([{ chain: 0, topic: "orders", names: ["orders", "orders"], arrives: true }]);
  });

  it("has the name that the prefix gave it, a token too", () => {
    const named = (prefix: (stack: TerraformStack) => string): Json =>
      synthesised((scope) => onDr(scope, { keepPromoted: true }, prefix(scope))).stack;
    const literal = named(() => "p.");
    expect(resources(literal, TOPIC)["mirrors_orders"].topic_name).toBe("p.orders");
    expect(literal.import[0].id).toBe("lkc-3333/p.orders");
    const token = named((scope) => new TerraformVariable(scope, "prefix", { type: "string" }).stringValue);
    expect(resources(token, TOPIC)["mirrors_orders"].topic_name).toBe("${var.prefix}orders");
    expect(token.import[0].id).toBe("lkc-3333/${var.prefix}orders");
  });

  it("has its own address in references", () => {
    synthesised((scope) => {
      const set = onDr(scope, { keepPromoted: ["bills.v1"] });
      expect(set.topics).toEqual(["orders", "bills.v1"]);
      expect(set.mirror("bills.v1").address).toBe(`${TOPIC}.${BILLS}`);
      expect(set.mirror("orders").address).toBe(`${MIRROR}.mirrors_orders`);
    });
  });

  it("uses the provider of its set, and no override of the mirror topic", () => {
    const { stack: made } = synthesised((scope) => {
      const set = onDr(scope, { keepPromoted: true, provider: new ConfluentProvider(scope, "dr", { alias: "dr" }) });
      set.override(undefined, "cluster_link.link_name", "other");
      set.override("orders", "cluster_link.link_name", "another");
    });
    expect(resources(made, MIRROR)).toEqual({});
    for (const each of Object.values(resources(made, TOPIC))) {
      expect(each.provider).toBe("confluent.dr");
      expect(each).not.toHaveProperty("cluster_link");
    }
  });

  it("may not have the address of another topic", () => {
    const built = (scope: TerraformStack): void => {
      const set = onDr(scope, { keepPromoted: true });
      const props = { link: set.link, topic: "audit", failover: Failover.fromVariable(scope), keepPromoted: true };
      new MirrorTopic(scope, "mirrors_orders", props);
    };
    const app = Testing.app({ stackTraces: false });
    built(stackWithProvider(app));
    const { errors } = AppModel.of(app).evaluate();
    expect(errors.map(({ rule, given }) => `${rule.id} ${given}`)).toEqual([
      `CL060 stack/mirrors/kept and stack/mirrors_orders/Default both write ${TOPIC}.mirrors_orders.`,
    ]);
  });
});

describe("topics by themselves and in lists", () => {
  it("MirrorTopic", () => {
    const { stack, document } = synthesised((scope) => {
      const failover = Failover.fromVariable(scope);
      const made = new MirrorTopic(scope, "orders", {
        link: jumpToDr(scope, { prefix: "p." }),
        topic: "orders",
        failover,
        keepPromoted: true,
      });
      expect(made.resource.terraformResourceType).toBe(TOPIC);
    });
    expect(resources(stack, MIRROR)).toEqual({});
    expect(resources(stack, TOPIC)["orders"]).toMatchObject({
      topic_name: "p.orders",
      lifecycle: { prevent_destroy: true, ignore_changes: ["partitions_count", "config"] },
    });
    expect(stack.removed).toEqual([{ from: `${MIRROR}.orders`, lifecycle: { destroy: false } }]);
    expect(stack.import).toEqual([{ to: `${TOPIC}.orders`, id: "lkc-3333/p.orders" }]);
    expect(document.legs[0]?.sets).toMatchObject([{ mirrors: [], kept: [{ address: `${TOPIC}.orders` }] }]);
  });

  it("MirrorTopic of a name that only Terraform knows, and a list", () => {
    const { stack, document } = synthesised((scope) => {
      const variable = (name: string, type: string): TerraformVariable => new TerraformVariable(scope, name, { type });
      const set = onDr(scope, { topics: variable("list", "list(string)").listValue, keepPromoted: true });
      expect(set.mirror("orders").address).toBe(`${TOPIC}.mirrors["orders"]`);
      new MirrorTopic(scope, "named", {
        link: set.link,
        topic: variable("name", "string").stringValue,
        failover: Failover.fromVariable(scope),
        keepPromoted: true,
      });
    });
    const local = "${local.mirrors_topics_60E1CE44}";
    expect(resources(stack, TOPIC)["mirrors"]).toMatchObject({ for_each: local, topic_name: "${each.key}" });
    expect(stack.removed.map(({ from }: Json) => from)).toEqual([`${MIRROR}.mirrors`, `${MIRROR}.named`]);
    expect(stack.import).toEqual([
      { for_each: local, to: `${TOPIC}.mirrors[each.key]`, id: "lkc-3333/${each.key}" },
      { to: `${TOPIC}.named`, id: "lkc-3333/${var.name}" },
    ]);
    const listed = document.legs[0]?.resources.filter(({ role }) => role === "kept topics");
    expect(listed?.map(({ address }) => address)).toEqual([`${TOPIC}.mirrors`, `${TOPIC}.named`]);
  });

  it("are not left to cdktf's own HCL", () => {
    const build = (app: App): TerraformStack => {
      const stack = stackWithProvider(app);
      onDr(stack, { keepPromoted: true });
      return stack;
    };
    expect(() => Testing.synthHcl(build(Testing.app({ stackTraces: false })))).toThrow("CL101");
    const alone = stackWithProvider(Testing.app({ stackTraces: false }));
    new MirrorTopic(alone, "orders", {
      link: jumpToDr(alone),
      topic: "orders",
      failover: Failover.fromVariable(alone),
      keepPromoted: true,
    });
    expect(() => Testing.synthHcl(alone)).toThrow("CL101");
    expect(refusal((app) => build(app))).toBe("nothing");
  });
});

const folder = mkdtempSync(join(tmpdir(), "cluster-linking-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEYS = ["jump", "dr"].flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]);
const VARIABLES = Object.fromEntries([...KEYS.map((name) => [`TF_VAR_${name}`, "x"]), ["TF_VAR_list", '["a","b"]']]);

function terraform(...args: string[]): string {
  return execFileSync("terraform", [...args, "-no-color"], {
    cwd: folder,
    env: { ...process.env, ...VARIABLES, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function apply(build: (stack: TerraformStack) => void): string {
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(withBuiltInResources(build), undefined, 2));
  terraform("init", "-input=false");
  return terraform("apply", "-auto-approve", "-input=false");
}

describe("Terraform", () => {
  const both = (kept: boolean) => (stack: TerraformStack) => {
    const set = onDr(stack, { keepPromoted: kept && ["orders"] });
    const list = new TerraformVariable(stack, "list", { type: "list(string)" }).listValue;
    const failover = Failover.fromVariable(stack);
    new MirrorSet(stack, "listed", { link: set.link, topics: list, failover, keepPromoted: kept });
    new MirrorTopic(stack, "audit", { link: set.link, topic: "audit", failover, keepPromoted: kept });
  };

  it("forgets and imports in one apply, destroys nothing, and has nothing to do afterwards", () => {
    expect(apply(both(false))).toContain("6 added, 0 changed, 0 destroyed");
    expect(apply(both(true))).toContain("4 imported, 0 added, 0 changed, 0 destroyed");
    expect(terraform("plan", "-input=false", "-detailed-exitcode")).toContain("No changes");
    expect(
      terraform("state", "list")
        .split("\n")
        .filter((each) => each !== "")
        .sort(),
    ).toEqual([
      "terraform_data.confluent_cluster_link-two",
      `terraform_data.${MIRROR}-${BILLS}`,
      `terraform_data.${TOPIC}-audit`,
      `terraform_data.${TOPIC}-listed["a"]`,
      `terraform_data.${TOPIC}-listed["b"]`,
      `terraform_data.${TOPIC}-mirrors_orders`,
    ]);
  });

  it("destroys the link alone when asked for, and never the topics", () => {
    const configuration = withBuiltInResources(both(true));
    delete configuration.resource.terraform_data["confluent_cluster_link-two"].lifecycle.prevent_destroy;
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
    expect(() => terraform("destroy", "-auto-approve", "-input=false")).toThrow(/prevent_destroy/);
    const target = "-target=terraform_data.confluent_cluster_link-two";
    // The topic that is still a mirror topic goes with its link, so it has to be kept or gone before.
    expect(() => terraform("destroy", "-auto-approve", "-input=false", target)).toThrow(/prevent_destroy/);
    delete configuration.resource.terraform_data[`${MIRROR}-${BILLS}`];
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
    terraform("state", "rm", `terraform_data.${MIRROR}-${BILLS}`);
    expect(terraform("destroy", "-auto-approve", "-input=false", target)).toContain("1 destroyed");
    expect(terraform("state", "list")).not.toContain("cluster_link");
    expect(terraform("state", "list")).toContain(`${TOPIC}-mirrors_orders`);
  });
});
