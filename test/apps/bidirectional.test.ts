import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkAgainstProviderSchema } from "../support/provider-schema";
import type { Json } from "../support/synth";
import { appFolder, readAppJson, runApp, type AppRun } from "./run-app";

const APP = "bidirectional";
const ONE = "primary-to-jump";
const TWO = "jump-to-dr";

const PRIMARY_REST = "https://lkc-7xk2qp.dom4ky9mzr1.germanywestcentral.azure.confluent.cloud:443";
const PRIMARY_BOOTSTRAP = "lkc-7xk2qp.dom4ky9mzr1.germanywestcentral.azure.confluent.cloud:9092";
const JUMP_REST = "https://pkc-5wn8t.italynorth.azure.confluent.cloud:443";
const JUMP_BOOTSTRAP = "pkc-5wn8t.italynorth.azure.confluent.cloud:9092";
const DR_REST = "https://lkc-0v6wnr.dom8jd2xqe5.italynorth.azure.confluent.cloud:443";
const DR_BOOTSTRAP = "lkc-0v6wnr.dom8jd2xqe5.italynorth.azure.confluent.cloud:9092";

const key = (name: string): Json => ({ key: `\${var.${name}_api_key}`, secret: `\${var.${name}_api_secret}` });

/** Offsets are copied in both directions, topics are created by filters in none. */
const CONFIG = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.group.filters": '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}',
  "consumer.offset.sync.enable": "true",
  "consumer.offset.sync.ms": "30000",
};
const PROTECTED = { prevent_destroy: true };

const sample = (): Json => readAppJson(APP, "topology.json");
const runWith = (members: object): AppRun => runApp(APP, { topology: { ...sample(), ...members } });

/** The only half of a stack with this connection mode, and its address. */
function half(stack: Json, connectionMode: string): { readonly address: string; readonly block: Json } {
  const found = Object.entries<Json>(stack.resource.confluent_cluster_link).filter(
    ([, block]) => block.connection_mode === connectionMode,
  );
  expect(found).toHaveLength(1);
  const [[name, block]] = found as [[string, Json]];
  return { address: `confluent_cluster_link.${name}`, block };
}

const run = runApp(APP);
const stack = (name: string): Json => run.stacks[name];

describe("the bidirectional app", () => {
  it("makes two stacks, leg 2's after leg 1's, that the provider's schema takes", () => {
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const { stacks } = JSON.parse(readFileSync(join(run.outdir, "manifest.json"), "utf8"));
    expect(Object.keys(stacks).sort()).toEqual([TWO, ONE]);
    expect(stacks[TWO].dependencies).toEqual([ONE]);
    for (const json of Object.values(run.stacks)) expect(checkAgainstProviderSchema(json)).toEqual([]);
  });

  it("lets JUMP wait on leg 1: the inbound half has JUMP's key, and no key of PRIMARY", () => {
    expect(half(stack(ONE), "INBOUND").block).toEqual({
      link_name: "primary-to-jump",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "INBOUND",
      local_kafka_cluster: { id: "lkc-m4d93z", rest_endpoint: JUMP_REST, credentials: key("jump") },
      remote_kafka_cluster: { id: "lkc-7xk2qp", bootstrap_endpoint: PRIMARY_BOOTSTRAP },
      config: CONFIG,
      lifecycle: PROTECTED,
    });
  });

  it("lets PRIMARY dial on leg 1: with its own key, and a key of JUMP that does nothing else", () => {
    expect(half(stack(ONE), "OUTBOUND").block).toEqual({
      link_name: "primary-to-jump",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "OUTBOUND",
      local_kafka_cluster: { id: "lkc-7xk2qp", rest_endpoint: PRIMARY_REST, credentials: key("primary") },
      remote_kafka_cluster: { id: "lkc-m4d93z", bootstrap_endpoint: JUMP_BOOTSTRAP, credentials: key("jump_dial") },
      config: CONFIG,
      depends_on: [half(stack(ONE), "INBOUND").address],
      lifecycle: PROTECTED,
    });
  });

  it("lets JUMP wait on leg 2 too: the inbound half has JUMP's key, and no key of DR", () => {
    expect(half(stack(TWO), "INBOUND").block).toEqual({
      link_name: "jump-to-dr",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "INBOUND",
      local_kafka_cluster: { id: "lkc-m4d93z", rest_endpoint: JUMP_REST, credentials: key("jump") },
      remote_kafka_cluster: { id: "lkc-0v6wnr", bootstrap_endpoint: DR_BOOTSTRAP },
      config: CONFIG,
      lifecycle: PROTECTED,
    });
  });

  it("lets DR dial on leg 2: with its own key, and a key of JUMP that does nothing else", () => {
    expect(half(stack(TWO), "OUTBOUND").block).toEqual({
      link_name: "jump-to-dr",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "OUTBOUND",
      local_kafka_cluster: { id: "lkc-0v6wnr", rest_endpoint: DR_REST, credentials: key("dr") },
      remote_kafka_cluster: { id: "lkc-m4d93z", bootstrap_endpoint: JUMP_BOOTSTRAP, credentials: key("jump_dial") },
      config: CONFIG,
      depends_on: [half(stack(TWO), "INBOUND").address],
      lifecycle: PROTECTED,
    });
  });

  it.each([
    [ONE, "lkc-m4d93z", JUMP_REST, "jump", undefined],
    [TWO, "lkc-0v6wnr", DR_REST, "dr", true],
  ])("mirrors each topic by %s once both halves exist", (name, id, rest, keyName, failsOver) => {
    const halves = ["INBOUND", "OUTBOUND"].map((mode) => half(stack(name), mode).address);
    const mirrors = stack(name).resource.confluent_kafka_mirror_topic;
    expect(Object.keys(mirrors)).toEqual(["mirrors_orders", "mirrors_payments"]);
    expect(mirrors.mirrors_orders).toEqual({
      kafka_cluster: { id, rest_endpoint: rest, credentials: key(keyName) },
      cluster_link: { link_name: name },
      source_kafka_topic: { topic_name: "orders" },
      ...(failsOver && { status: '${lookup(local.failover_status, "orders", local.failover_status_of_others)}' }),
      depends_on: halves,
      lifecycle: PROTECTED,
    });
  });

  it("has nothing of PRIMARY in leg 2's stack", () => {
    expect(JSON.stringify(stack(TWO).resource)).not.toMatch(/lkc-7xk2qp|primary/i);
  });

  it("asks each stack for its keys, sensitive and without a default, and DR's for failover", () => {
    const keys = (...names: string[]): string[] => names.flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]);
    expect(Object.keys(stack(ONE).variable).sort()).toEqual(keys("jump", "jump_dial", "primary"));
    expect(Object.keys(stack(TWO).variable).sort()).toEqual([
      ...keys("dr"),
      "failover",
      "failover_topics",
      ...keys("jump", "jump_dial"),
    ]);
    for (const { variable } of [stack(ONE), stack(TWO)]) {
      for (const [name, each] of Object.entries<Json>(variable)) {
        if (name.startsWith("failover")) continue;
        expect(each, name).toMatchObject({ sensitive: true, type: "string" });
        expect(each, name).not.toHaveProperty("default");
      }
    }
  });

  it("keeps states of its own, in its folder", () => {
    for (const name of [ONE, TWO]) {
      const { path } = stack(name).terraform.backend.local;
      expect(resolve(run.outdir, "stacks", name, path)).toBe(join(appFolder(APP), `terraform.${name}.tfstate`));
    }
  });

  it("tells who dials whom, and has nothing to warn of", () => {
    expect(run.stdout).toContain(
      "Leg primary-to-jump: PRIMARY lkc-7xk2qp (private AZURE germanywestcentral) -> JUMP lkc-m4d93z (public AZURE italynorth)\n  dials:   PRIMARY dials JUMP\n",
    );
    expect(run.stdout).toContain(
      "Leg jump-to-dr: JUMP lkc-m4d93z (public AZURE italynorth) -> DR lkc-0v6wnr (private AZURE italynorth)\n  dials:   DR dials JUMP\n",
    );
    expect(run.stdout.trimEnd().endsWith("No warnings.")).toBe(true);
  });

  it("describes one chain, whose other directions wait to be used", () => {
    const document: Json = JSON.parse(readFileSync(join(run.outdir, "cluster-linking.json"), "utf8"));
    expect(document.chains).toEqual([["primary-to-jump/link/inbound", "jump-to-dr/link/outbound"]]);
    expect(document.legs.map(({ path, sets }: Json) => [path, sets.length])).toEqual([
      ["primary-to-jump/link/inbound", 1],
      ["primary-to-jump/link/outbound", 0],
      ["jump-to-dr/link/inbound", 0],
      ["jump-to-dr/link/outbound", 1],
    ]);
  });

  it("synthesises what was reviewed", async () => {
    const reviewed = Object.fromEntries(
      Object.entries(run.stacks).map(([name, { terraform, ...rest }]) => {
        const { backend: _, ...others } = terraform;
        return [name, { ...rest, terraform: others }];
      }),
    );
    await expect(`${JSON.stringify(reviewed, null, 2)}\n`).toMatchFileSnapshot("bidirectional-golden.txt");
  });
});

describe("the file", () => {
  it("writes filters of topics into the direction to DR alone", () => {
    const { stacks, status } = runWith({
      autoCreate: [{ name: "mirror_me", patternType: "PREFIXED", filterType: "INCLUDE" }],
    });
    expect(status).toBe(0);
    const switches = [ONE, TWO].flatMap((name) =>
      ["INBOUND", "OUTBOUND"].map((mode) => [
        name,
        mode,
        half(stacks[name], mode).block.config["auto.create.mirror.topics.enable"],
      ]),
    );
    expect(switches).toEqual([
      [ONE, "INBOUND", "true"],
      [ONE, "OUTBOUND", "false"],
      [TWO, "INBOUND", "false"],
      [TWO, "OUTBOUND", "true"],
    ]);
  });

  it("lets Terraform destroy links and mirror topics where it says so", () => {
    const { stacks } = runWith({ preventDestroy: false });
    expect(JSON.stringify(stacks)).not.toContain("prevent_destroy");
  });

  it("keeps promoted topics of DR", () => {
    const { stacks } = runWith({ keepPromoted: { dr: ["orders"] } });
    expect(Object.keys(stacks[TWO].resource.confluent_kafka_topic)).toEqual(["mirrors_orders"]);
    expect(Object.keys(stacks[TWO].resource.confluent_kafka_mirror_topic)).toEqual(["mirrors_payments"]);
  });

  it.each([
    ["JUMP that cannot be dialled", { jump: { ...sample().jump, access: "private" } }, "CL062"],
    ["a cluster that cannot have a bidirectional link", { jump: { ...sample().jump, kind: "Standard" } }, "CL017"],
    ["nothing to mirror", { topics: undefined }, "CL058"],
  ])("is refused: %s", (_, members, rule) => {
    const { status, stderr, stacks } = runWith(members);
    expect(status).toBe(1);
    expect(stderr).toContain(`${rule}: `);
    expect(stacks).toEqual({});
  });

  it("takes no secrets, and repeats none", () => {
    const { status, stdout, stderr } = runWith({ dr: { ...sample().dr, apiSecret: "s3cr3t" } });
    expect(status).toBe(1);
    expect(stderr).toContain("dr.apiSecret: ");
    expect(stdout + stderr).not.toContain("s3cr3t");
  });
});
