import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { APP, FAILBACK, defaultTopology, readStack, runApp, runWith, type Run } from "./run-existing-clusters";
import type { Json } from "../support/synth";

const app = FAILBACK;
const legOne = (run: Run): Json => readStack(run, "dr-to-jump");
const legTwo = (run: Run): Json => readStack(run, "jump-to-primary");

describe("failback over the topology of the forward chain", () => {
  const run = runApp({ app });
  const { primary, jump, dr } = defaultTopology();

  it("makes two stacks, the one into PRIMARY after the one out of DR", () => {
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const { stacks } = JSON.parse(readFileSync(join(run.outdir, "manifest.json"), "utf8"));
    expect(Object.keys(stacks).sort()).toEqual(["dr-to-jump", "jump-to-primary"]);
    expect(stacks["jump-to-primary"].dependencies).toEqual(["dr-to-jump"]);
  });

  it("lets DR dial JUMP, and PRIMARY dial JUMP", () => {
    const halves = Object.values<Json>(legOne(run).resource.confluent_cluster_link);
    const half = (mode: string): Json => halves.find(({ link_mode }) => link_mode === mode);
    expect(halves.map(({ link_name }) => link_name)).toEqual(["dr-to-jump", "dr-to-jump"]);
    expect(half("SOURCE")).toMatchObject({
      connection_mode: "OUTBOUND",
      source_kafka_cluster: { id: dr.id, rest_endpoint: dr.restEndpoint },
      destination_kafka_cluster: { id: jump.id, bootstrap_endpoint: jump.bootstrapEndpoint },
    });
    expect(half("DESTINATION")).toMatchObject({
      connection_mode: "INBOUND",
      source_kafka_cluster: { id: dr.id, bootstrap_endpoint: dr.bootstrapEndpoint },
      destination_kafka_cluster: { id: jump.id, rest_endpoint: jump.restEndpoint },
    });
    const [link] = Object.values<Json>(legTwo(run).resource.confluent_cluster_link);
    expect(link).toMatchObject({
      link_name: "jump-to-primary",
      link_mode: "DESTINATION",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: { id: jump.id, bootstrap_endpoint: jump.bootstrapEndpoint },
      destination_kafka_cluster: { id: primary.id, rest_endpoint: primary.restEndpoint },
    });
  });

  it("asks each stack for the keys that it needs, and the last one for failover", () => {
    const variables = (stack: Json): string[] => Object.keys(stack.variable).sort();
    const keys = (...names: string[]): string[] => names.flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]);
    expect(variables(legOne(run))).toEqual(keys("dr", "jump"));
    expect(variables(legTwo(run))).toEqual(["failover", "failover_topics", ...keys("jump", "primary")]);
    expect(legTwo(run).resource.confluent_kafka_mirror_topic.mirrors_my_test_topic.status).toContain("failover_status");
  });

  it("keeps states of its own, in its folder", () => {
    for (const [leg, stack] of [
      ["dr-to-jump", legOne(run)],
      ["jump-to-primary", legTwo(run)],
    ] as const) {
      const { path } = stack.terraform.backend.local;
      expect(resolve(run.outdir, "stacks", leg, path)).toBe(join(FAILBACK, `terraform.${leg}.tfstate`));
    }
  });

  it("tells who dials whom", () => {
    expect(run.stdout).toContain("  dials:   DR dials JUMP\n");
    expect(run.stdout).toContain("  dials:   PRIMARY dials JUMP\n");
    expect(run.stdout).toMatch(/^Leg dr-to-jump: DR .* -> JUMP /);
  });
});

describe("keepPromoted", () => {
  const topics = ["orders", "bills"];
  const keepPromoted = { dr: true, primary: ["orders"] };

  const kept = (stack: Json): string[] => Object.keys(stack.resource.confluent_kafka_topic ?? {});

  it("is of DR for the forward app and of PRIMARY for this one", () => {
    const forward = runWith({ topics, keepPromoted });
    expect(kept(readStack(forward, "jump-to-dr"))).toEqual(["mirrors_bills", "mirrors_orders"]);
    expect(kept(readStack(forward, "primary-to-jump"))).toEqual([]);
    const back = runWith({ topics, keepPromoted }, { app });
    expect(kept(legTwo(back))).toEqual(["mirrors_orders"]);
    expect(Object.keys(legTwo(back).resource.confluent_kafka_mirror_topic)).toEqual(["mirrors_bills"]);
    expect(kept(legOne(back))).toEqual([]);
  });

  it.each([
    [{ keepPromoted: true }, /keepPromoted: .*expected object/],
    [{ keepPromoted: { dr: "orders" } }, /keepPromoted\.dr: expected true, false or a list of topics/],
    [{ keepPromoted: { jump: true } }, /keepPromoted\.jump: there is no such member/],
    [{ keepPromoted: { dr: ["nothing"] } }, /CL079: /],
  ])("is refused: %j", (members, message) => {
    const { status, stderr } = runWith(members);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });
});

describe("preventDestroy", () => {
  it("is on, and off for links and mirror topics when the file says so, but never for kept topics", () => {
    const lifecycles = (members: Json): Json[] => {
      const { resource } = readStack(runWith({ topics: ["orders"], ...members }), "jump-to-dr");
      return Object.values<Json>(resource)
        .flatMap((blocks) => Object.values<Json>(blocks))
        .map((each) => each.lifecycle);
    };
    expect(lifecycles({})).toEqual([{ prevent_destroy: true }, { prevent_destroy: true }]);
    expect(lifecycles({ preventDestroy: false })).toEqual([undefined, undefined]);
    expect(lifecycles({ preventDestroy: false, keepPromoted: { dr: true } })).toEqual([
      undefined,
      { prevent_destroy: true, ignore_changes: ["partitions_count", "config"] },
    ]);
  });
});

describe("the file", () => {
  it("can name a state for each of the four stacks", () => {
    const stacks = {
      "primary-to-jump": { key: "a" },
      "jump-to-dr": { key: "b" },
      "dr-to-jump": { key: "c" },
      "jump-to-primary": { key: "d" },
    };
    const members = { backend: { type: "s3", bucket: "states", region: "eu-south-1", stacks } };
    expect(readStack(runWith(members), "jump-to-dr").terraform.backend.s3.key).toBe("b");
    const back = runWith(members, { app });
    expect([legOne(back), legTwo(back)].map(({ terraform }) => terraform.backend.s3.key)).toEqual(["c", "d"]);
  });

  it("is the forward app's", () => {
    const { stdout } = runApp({ app });
    const { topics } = JSON.parse(readFileSync(join(APP, "topology.json"), "utf8"));
    expect(stdout).toContain(`  topics:  ${topics.join(", ")}\n`);
  });
});
