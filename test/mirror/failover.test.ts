import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformVariable, type TerraformStack } from "cdktf";
import { describe, expect, it, vi } from "vitest";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { refusal } from "../core/refusal";
import { applyWithTerraform, type TerraformRun } from "../core/terraform";
import { stackWithProvider } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";
import { withBuiltInResources } from "./built-in";
import { jumpToDr, primaryToJump } from "./chain";

const KEYS = Object.fromEntries(
  ["primary", "jump", "jump_dial", "dr"].flatMap((name) => [
    [`${name}_api_key`, "key"],
    [`${name}_api_secret`, "secret"],
  ]),
);

type Variables = Readonly<Record<string, unknown>>;

/** Applies what is built, and returns the status of each mirror topic by the name of its block. */
function apply(build: (stack: TerraformStack) => void, variables: Variables = {}): TerraformRun {
  const configuration = withBuiltInResources(build);
  const listed = Object.entries<Json>(configuration.resource.terraform_data)
    .filter(([name]) => name.startsWith("confluent_kafka_mirror_topic-"))
    .map(([name, { for_each }]) => {
      const status =
        for_each === undefined
          ? `try(terraform_data.${name}.output.status, "absent")`
          : `{ for key, each in terraform_data.${name} : key => each.output.status }`;
      return [name.replace(/^[^-]*-/, ""), `\${nonsensitive(jsonencode(${status}))}`] as const;
    });
  const given = Object.entries({ ...KEYS, ...variables }).map(
    ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  return applyWithTerraform(
    JSON.stringify({ ...configuration, output: { status: { value: Object.fromEntries(listed) } } }, undefined, 2),
    Object.fromEntries(given),
  );
}

function statuses(build: (stack: TerraformStack) => void, variables: Variables = {}): Record<string, unknown> {
  const { outputs, errors } = apply(build, variables);
  expect(errors).toBe("");
  const written = outputs["status"] as Record<string, string>;
  return Object.fromEntries(Object.entries(written).map(([name, status]) => [name, JSON.parse(status)]));
}

/** What Terraform says, without its frames and line breaks. */
const told = (errors: string): string => errors.replace(/[│╷╵\s]+/g, " ");

/** A set that follows, a topic by itself, and one that only mirrors. */
function threeWays(stack: TerraformStack): void {
  const failover = Failover.fromVariable(stack);
  const [one, two] = [primaryToJump(stack, { prefix: "p." }), jumpToDr(stack)];
  const onJump = new MirrorSet(stack, "onJump", { link: one, topics: ["orders", "bills.v1"] });
  new MirrorSet(stack, "onDr", { link: two, follows: onJump, failover });
  new MirrorTopic(stack, "audit", { link: two, topic: "audit", failover: Failover.fromVariable(stack) });
}

const ORDERS = "onDr_p_orders_6b3d0844";
const BILLS = "onDr_p_bills_v1_c3ae5aa0";

/** Names of mirror topics on DR, in the order of `statusOnDr`. */
const onDr = (variables: Variables): unknown[] => {
  const found = statuses(threeWays, variables);
  expect(found["onJump_orders"]).toBe("absent");
  const bills = Object.keys(found).find((name) => name.startsWith("onDr_p_bills")) ?? BILLS;
  return [found[ORDERS], found[bills], found["audit"]];
};

describe("the variables failover and failover_topics", () => {
  it.each<[string, Variables, unknown[]]>([
    ["are both empty", {}, [null, null, null]],
    ["is promoted, the other one empty", { failover: "PROMOTED" }, ["PROMOTED", "PROMOTED", "PROMOTED"]],
    [
      "are narrowed to two names, as they are on the link's source",
      { failover: "FAILED_OVER", failover_topics: ["p.orders", "audit"] },
      ["FAILED_OVER", null, "FAILED_OVER"],
    ],
    ["name topics without failover", { failover_topics: ["p.orders"] }, [null, null, null]],
    ["are emptied again", { failover: "", failover_topics: [] }, [null, null, null]],
  ])("%s", (_, variables, expected) => {
    expect(onDr(variables)).toEqual(expected);
  });

  it.each([["orders"], ["p.orders", "p.bils.v1"]])("refuse a name that no set has: %s", (...topics) => {
    const { errors } = apply(threeWays, { failover: "FAILED_OVER", failover_topics: topics });
    const stranger = topics[topics.length - 1];
    expect(told(errors)).toContain(`No topics of this stack: ${String(stranger)}.`);
    expect(told(errors)).toContain("cannot be undone");
    expect(told(errors)).toContain("Empty means every topic");
    expect(errors).toContain("Invalid value for variable");
  });

  it("refuse another status, and say what each does", () => {
    const { errors } = apply(threeWays, { failover: "failed_over" });
    expect(told(errors)).toContain("PROMOTED waits until every mirror topic has all of its source's records");
    expect(told(errors)).toContain("Neither can be undone");
  });

  it("take a name twice", () => {
    expect(onDr({ failover: "PROMOTED", failover_topics: ["audit", "audit"] })).toEqual([null, null, "PROMOTED"]);
  });

  it("know topics that are added after they were declared, and those of other stacks not", () => {
    const { stacks } = synthToJson((app) => {
      const [one, two] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
      const failover = Failover.fromVariable(one);
      const set = new MirrorSet(one, "mirrors", { link: jumpToDr(one), topics: ["a"], failover });
      set.addTopic("b");
      new MirrorSet(one, "others", { link: set.link, topics: ["c"] });
      Failover.fromVariable(two);
    });
    const conditions = (name: string): string => stacks[name].variable.failover_topics.validation[0].condition;
    expect(conditions("one")).toBe('${length(setsubtract(var.failover_topics, ["a", "b"])) == 0}');
    expect(conditions("two")).toBe("${length(setsubtract(var.failover_topics, [])) == 0}");
  });

  it("are refused where something else has one of their names", () => {
    expect(
      refusal((app) => {
        const stack = stackWithProvider(app);
        new TerraformVariable(stack, "failover_topics", { type: "set(string)" });
        Failover.fromVariable(stack);
      }),
    ).toBe("nothing");
    expect(
      refusal((app) => {
        const stack = stackWithProvider(app);
        jumpToDr(stack, { id: "failover_topics" });
        Failover.fromVariable(stack);
      }),
    ).toBe("CL066");
  });

  it("refuse every name in a stack where nothing fails over", () => {
    const alone = (stack: TerraformStack): void => {
      Failover.fromVariable(stack);
      jumpToDr(stack);
    };
    expect(apply(alone, {}).errors).toBe("");
    expect(told(apply(alone, { failover_topics: ["orders"] }).errors)).toContain("No topics of this stack: orders.");
  });
});

/** A list for Terraform beside a set of known topics and a topic whose name is a token. */
function unlisted(stack: TerraformStack): void {
  const failover = Failover.fromVariable(stack);
  const link = jumpToDr(stack);
  const variable = (name: string, type: string): TerraformVariable => new TerraformVariable(stack, name, { type });
  new MirrorSet(stack, "known", { link, topics: ["orders", "bills"], failover });
  new MirrorSet(stack, "listed", { link, topics: variable("list", "list(string)").listValue, failover });
  new MirrorTopic(stack, "named", { link, topic: variable("name", "string").stringValue, failover });
}

describe("topics whose names only Terraform knows", () => {
  const NAMES = { list: ["audit", "refunds"], name: "returns" };

  it("can be named, and the others stay as they are", () => {
    const topics = ["bills", "refunds", "returns"];
    expect(statuses(unlisted, { ...NAMES, failover: "FAILED_OVER", failover_topics: topics })).toEqual({
      known_orders: null,
      known_bills: "FAILED_OVER",
      listed: { audit: null, refunds: "FAILED_OVER" },
      named: "FAILED_OVER",
    });
  });

  it("are all failed over without a name", () => {
    expect(statuses(unlisted, { ...NAMES, failover: "PROMOTED" })).toEqual({
      known_orders: "PROMOTED",
      known_bills: "PROMOTED",
      listed: { audit: "PROMOTED", refunds: "PROMOTED" },
      named: "PROMOTED",
    });
  });

  it.each([NAMES.list, []])("leave no room for a name that is none of them: %s", (...list) => {
    const variables = { ...NAMES, list, failover: "FAILED_OVER", failover_topics: ["order", "bills"] };
    const { errors } = apply(unlisted, variables);
    expect(told(errors)).toContain("No topics of this stack: order.");
    expect(errors).toContain("Resource precondition failed");
    expect(errors).not.toContain("CL071");
  });
});

describe("HCL", () => {
  /** Variables, locals and the status of one topic, as the app writes them in HCL. */
  function evaluated(variables: Variables): TerraformRun {
    const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-failover-"));
    try {
      vi.stubEnv("SYNTH_HCL_OUTPUT", "true");
      const app = new App({ outdir, stackTraces: false });
      const stack = stackWithProvider(app, "leg");
      const failover = Failover.fromVariable(stack);
      new MirrorSet(stack, "mirrors", { link: jumpToDr(stack), topics: ["orders", "bills.v1"], failover });
      app.synth();
      const hcl = readFileSync(join(outdir, "stacks", "leg", "cdk.tf"), "utf8");
      const parts = hcl.split(/\n{2,}/).filter((part) => /^(locals|variable "failover\w*") \{/.test(part.trim()));
      const [status] = /(?<=^ +status = ).*orders.*$/m.exec(hcl) ?? [];
      expect(parts).toHaveLength(3);
      const output = `output "status" {\n  value = jsonencode(${String(status)})\n}`;
      const given = Object.entries(variables).map(
        ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
      );
      return applyWithTerraform([...parts, output].join("\n"), Object.fromEntries(given), "main.tf");
    } finally {
      vi.unstubAllEnvs();
      rmSync(outdir, { recursive: true, force: true });
    }
  }

  it.each<[Variables, string]>([
    [{}, "null"],
    [{ failover_topics: ["bills.v1"] }, "null"],
    [{ failover: "PROMOTED", failover_topics: ["bills.v1"] }, "null"],
    [{ failover: "PROMOTED", failover_topics: ["orders"] }, '"PROMOTED"'],
    [{ failover: "FAILED_OVER" }, '"FAILED_OVER"'],
  ])("means the same: %j", (variables, status) => {
    expect(evaluated(variables)).toEqual({ errors: "", outputs: { status } });
  });

  it("refuses what JSON refuses", () => {
    expect(told(evaluated({ failover_topics: ["bills"] }).errors)).toContain("No topics of this stack: bills.");
  });
});
