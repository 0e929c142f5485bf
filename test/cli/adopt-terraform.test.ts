import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "cdktf";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import type { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { BidirectionalLink, type BidirectionalEnd } from "../../lib/link/bidirectional-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { describeWithTerraform } from "../e2e/support";
import { DR, JUMP, stackWithProvider } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";
import { evaluateProps } from "./live-props";
import { House, chain, newFolder, type Copy } from "./terraform-house";

const outOf = (build: (app: App) => void): string => synthToJson(build).outdir;

/** What the file with the live props exports. */
const liveProps = (dir: string): Json => evaluateProps(readFileSync(join(dir, "props.ts"), "utf8"));

const PROPS = {
  topics: ["orders", "bills"],
  autoCreate: [TopicFilter.includePrefix("mirror_me")],
  consumerOffsetSync: { groups: [GroupFilter.all()] },
};

describeWithTerraform("links and mirror topics that Terraform does not have", () => {
  const out = outOf(chain(PROPS));
  const mended = outOf(chain({ ...PROPS, topicConfigSync: { intervalMs: 7000 } }));
  let house: House;
  let copy: Copy;
  const writes = (since: number): string[] =>
    house.cloud.emulator.requests
      .slice(since)
      .filter(({ method }) => method !== "GET")
      .map(({ on, method, path }) => `${on} ${method} ${path.replace(/^.*[/]links/, "/links")}`);

  beforeAll(async () => {
    house = await House.start(out);
    await house.open(out).apply();
    await house.cloud.wait(60_000);
    house.cloud.emulator.cloud.state.clusters
      .get("lkc-2222")
      ?.links.get("primary-to-jump")
      ?.configs.set("topic.config.sync.ms", "7000");
    copy = house.open(out);
  });
  afterAll(async () => house.stop());

  it("are in the way while a setting is live that the app does not have", async () => {
    const dir = join(newFolder(), "adopt");
    const { text: told, exitCode } = await copy.run(out, ["adopt", "--dir", dir]);
    expect(told).toContain(
      "topic.config.sync.ms = 7000 is live and not in the app: Terraform cannot take it away, so the app needs it",
    );
    expect(exitCode).toBe(1);
    expect(readdirSync(dir).sort()).toEqual(["README.md", "jump-to-dr", "live.json", "props.ts"]);
    const props = liveProps(dir);
    expect(props["primaryToJumpOnJumpLink"]).toEqual({
      linkName: "primary-to-jump",
      consumerOffsetSync: { enabled: true, intervalMs: 30_000, groups: [GroupFilter.all()] },
      topicConfigSync: { intervalMs: 7000 },
    });
    const { topics, autoCreate } = props["primaryToJumpOnJumpMirrors"];
    expect([...topics].sort()).toEqual(["bills", "orders"]);
    expect(autoCreate).toEqual({ enabled: true, filters: [TopicFilter.includePrefix("mirror_me")] });
  });

  it("come in role by role: nothing is created, replaced or destroyed, and what is added in place is named", async () => {
    copy.update(mended);
    const dir = join(newFolder(), "adopt");
    const { text: told, exitCode } = await copy.run(mended, ["adopt", "--dir", dir]);
    expect(exitCode, told).toBe(0);
    expect(told).toContain("   - in place: confluent_cluster_link.link: topic.config.sync.ms = 7000 is added");
    const since = house.cloud.emulator.requests.length;
    expect(await copy.applyRuns(dir, "primary-to-jump")).toEqual([
      "1-receiving-half-of-primary-to-jump-on-jump: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.",
      "2-dialling-half-of-primary-to-jump-on-primary: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.",
      "3-mirror-topics-on-jump: Plan: 2 to import, 0 to add, 0 to change, 0 to destroy.",
    ]);
    expect(writes(since)).toEqual([]);
    expect(await copy.applyRuns(dir, "jump-to-dr")).toEqual([
      "1-link-of-jump-to-dr-on-dr: Plan: 1 to import, 0 to add, 1 to change, 0 to destroy.",
      "2-mirror-topics-on-dr: Plan: 2 to import, 0 to add, 0 to change, 0 to destroy.",
    ]);
    expect(writes(since)).toEqual(["lkc-3333 PUT /links/jump-to-dr/configs:alter"]);
    expect(await copy.changes()).toEqual([]);
    for (const stack of ["primary-to-jump", "jump-to-dr"]) {
      expect(readdirSync(copy.folder(stack)).filter((name) => name.startsWith("adopt"))).toEqual([]);
    }
  });

  it("are left alone where they are in the state, and move there from other addresses", async () => {
    const legTwo = copy.stack("jump-to-dr");
    await legTwo.command(["state", "mv", "confluent_cluster_link.link", "confluent_cluster_link.old"]);
    const [from, to] = ["mirrors_orders", "by_hand"].map((name) => `confluent_kafka_mirror_topic.${name}`);
    await legTwo.command(["state", "mv", String(from), `${String(to)}["orders"]`]);
    const dir = join(newFolder(), "adopt");
    const states = await Promise.all(["primary-to-jump", "jump-to-dr"].map(async (name) => copy.pulledState(name)));
    const { text: told, exitCode } = await copy.run(mended, [
      "adopt",
      "--dir",
      dir,
      ...states.flatMap((file) => ["--state", file]),
    ]);
    expect(exitCode, told).toBe(0);
    expect(readdirSync(dir).sort()).toEqual(["README.md", "jump-to-dr", "live.json", "props.ts"]);
    const since = house.cloud.emulator.requests.length;
    expect(await copy.applyRuns(dir, "jump-to-dr")).toEqual([
      "1-what-is-in-the-state-under-other-addresses: Plan: 0 to add, 0 to change, 0 to destroy.",
    ]);
    expect(writes(since)).toEqual([]);
    expect(await copy.changes()).toEqual([]);
  });

  it("leave another configuration, which forgets them and destroys nothing", async () => {
    const taker = house.open(mended);
    const dir = join(newFolder(), "adopt");
    const given = ["--stack", "jump-to-dr", "--other-state", await copy.pulledState("jump-to-dr")];
    const { text: told, exitCode } = await taker.run(mended, ["adopt", "--dir", dir, ...given]);
    expect(exitCode, told).toBe(0);
    const release = join(
      dir,
      readdirSync(dir).find((name) => name.startsWith("other-state-1")) ?? "",
      "release.tf.json",
    );
    const giver = copy.folder("jump-to-dr");
    const { resource: _, ...rest } = JSON.parse(readFileSync(join(giver, "cdk.tf.json"), "utf8"));
    writeFileSync(join(giver, "cdk.tf.json"), JSON.stringify(rest));
    copyFileSync(release, join(giver, "release.tf.json"));
    const since = house.cloud.emulator.requests.length;
    await copy.stack("jump-to-dr").apply();
    expect(await copy.stack("jump-to-dr").addresses()).toEqual([]);
    await taker.applyRuns(dir, "jump-to-dr");
    expect(writes(since)).toEqual([]);
    expect([...(await taker.stack("jump-to-dr").plan()).changes]).toEqual([]);
  });

  it("are not imported when the plan is another one than expected", async () => {
    const taker = house.open(mended);
    const dir = join(newFolder(), "adopt");
    expect((await taker.run(mended, ["adopt", "--dir", dir, "--stack", "jump-to-dr"])).exitCode).toBe(0);
    const run = "1-link-of-jump-to-dr-on-dr";
    const environment = join(dir, "jump-to-dr", run, "environment.sh");
    const wrong = readFileSync(environment, "utf8").replace("jump.example.test:9092", "jump.example.test:9093");
    writeFileSync(environment, wrong);
    await expect(taker.applyRuns(dir, "jump-to-dr")).rejects.toThrow(/must be replaced|Instance cannot be destroyed/);
    await expect(taker.stack("jump-to-dr").addresses()).rejects.toThrow("No state file was found");
    writeFileSync(environment, wrong.replace(":9093", ":9092"));
    const dr = house.cloud.emulator.cloud.state.clusters.get("lkc-3333");
    dr?.links.get("jump-to-dr")?.configs.set("topic.config.sync.ms", "8000");
    await expect(taker.applyRuns(dir, "jump-to-dr")).rejects.toThrow(
      "Not applied: the plan is not the expected one. Expected: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.",
    );
    await expect(taker.stack("jump-to-dr").addresses()).rejects.toThrow("No state file was found");
    expect(readdirSync(taker.folder("jump-to-dr")).filter((name) => name.startsWith("adopt"))).toEqual([]);
  });
});

describeWithTerraform("a bidirectional link", () => {
  const out = outOf((app) => {
    const stack = stackWithProvider(app, "jump-and-dr");
    const end = (cluster: KafkaCluster): BidirectionalEnd => ({
      cluster,
      credentials: ApiKey.fromVariables(stack, cluster.name),
    });
    const link = new BidirectionalLink(stack, "link", {
      linkName: "two-ways",
      outbound: end(DR),
      inbound: end(JUMP),
      dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
    });
    new MirrorSet(stack, "to-dr", { link: link.into(DR), topics: ["orders"] });
    new MirrorSet(stack, "to-jump", { link: link.into(JUMP), topics: ["bills"] });
  });

  it("comes in half by half, each with its own end as LOCAL, and the mirror topics of each cluster", async () => {
    const house = await House.start(out);
    try {
      await house.open(out).apply();
      await house.cloud.wait(60_000);
      const copy = house.open(out);
      const dir = join(newFolder(), "adopt");
      const { text: told, exitCode } = await copy.run(out, ["adopt", "--dir", dir]);
      expect(exitCode, told).toBe(0);
      expect(await copy.applyRuns(dir, "jump-and-dr")).toEqual([
        "1-inbound-half-of-two-ways-on-jump: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.",
        "2-outbound-half-of-two-ways-on-dr: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.",
        expect.stringMatching(/^3-mirror-topics-on-\w+: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy\.$/),
        expect.stringMatching(/^4-mirror-topics-on-\w+: Plan: 1 to import, 0 to add, 0 to change, 0 to destroy\.$/),
      ]);
      expect(await copy.changes()).toEqual([]);
    } finally {
      await house.stop();
    }
  });
});
