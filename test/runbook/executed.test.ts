import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { parseDocument } from "../../lib/model/document";
import { writeRunbook, type WrittenRunbook } from "../../lib/runbook/files";
import type { Command, Step, Tool } from "../../lib/runbook/structure";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { chain, DIALLING, DR, JUMP, mirror, PRIMARY } from "../e2e/app";
import { describeWithTerraform } from "../e2e/support";
import type { Json } from "../support/synth";
import { sectionOf, stepOf } from "./support";

interface Scene {
  readonly deployment: Deployment;
  readonly written: WrittenRunbook;
}

let running: Deployment | undefined;
afterEach(async () => running?.stop());

async function start(options: Parameters<typeof chain>[0] = {}): Promise<Scene> {
  const out = chain({ prefixes: [], ...options });
  running = await Deployment.start(out);
  const document = parseDocument(readFileSync(join(out, "cluster-linking.json"), "utf8"));
  return { deployment: running, written: writeRunbook(document) };
}

const keys = new WeakMap<Deployment, Map<string, { key: string; secret: string }>>();

function keyOf(deployment: Deployment, cluster: string): { key: string; secret: string } {
  const known = keys.get(deployment) ?? new Map<string, { key: string; secret: string }>();
  keys.set(deployment, known);
  const key = known.get(cluster) ?? deployment.cloud.emulator.grantAll(cluster);
  known.set(cluster, key);
  return key;
}

async function rest(
  deployment: Deployment,
  cluster: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Json> {
  const { key, secret } = keyOf(deployment, cluster);
  const response = await fetch(`${deployment.cloud.emulator.restUrl(cluster)}/kafka/v3/clusters/${cluster}${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

const PEER = { DESTINATION: "source_cluster_id", SOURCE: "destination_cluster_id", BIDIRECTIONAL: "remote_cluster_id" };
const CLUSTERS: Record<string, string> = { primary: PRIMARY, jump: JUMP, dr: DR };

/** What the Confluent CLI sends for a configuration file, with its placeholders filled in. */
function linkBody({ deployment, written }: Scene, file: string, peer: string): object {
  const text = written.files
    .find(({ name }) => name === file)!
    .text.replace(/<(\w+?)(?:-dial)?-api-(key|secret)>/g, (_, cluster: string, part: "key" | "secret") => {
      return keyOf(deployment, CLUSTERS[cluster]!)[part];
    });
  const configs = text
    .trimEnd()
    .split("\n")
    .map((line) => ({ name: line.slice(0, line.indexOf("=")), value: line.slice(line.indexOf("=") + 1) }));
  const mode = configs.find(({ name }) => name === "link.mode")!.value as keyof typeof PEER;
  return { [PEER[mode]]: peer, configs };
}

/** Does what a line of the runbook does: Terraform as it stands, REST for the Confluent CLI. */
async function execute(scene: Scene, { program, args, operation }: Command): Promise<string | undefined> {
  const { deployment } = scene;
  const call = async (cluster: string, method: string, path: string, body?: unknown): Promise<string> =>
    JSON.stringify(await rest(deployment, cluster, method, path, body));
  if (program === "terraform") {
    if (!("stack" in operation)) throw new Error(`${operation.kind} has no stack`);
    return deployment.stack(operation.stack).command(args.slice(1));
  }
  switch (operation.kind) {
    case "link-create":
      if (operation.file === undefined) return undefined;
      return call(
        operation.cluster,
        "POST",
        `/links?link_name=${operation.link}`,
        linkBody(
          scene,
          operation.file,
          args[args.findIndex((arg) => /^--(source|destination|remote)-cluster$/.test(arg)) + 1]!,
        ),
      );
    case "link-list":
      return call(operation.cluster, "GET", "/links");
    case "link-describe":
      return call(operation.cluster, "GET", `/links/${operation.link}`);
    case "link-configure": {
      const { configs } = linkBody(scene, operation.file!, "") as { configs: { name: string; value: string }[] };
      const data = configs.filter(({ name }) => /^(auto|consumer|acl|topic)\./.test(name));
      return data.length === 0
        ? undefined
        : call(operation.cluster, "PUT", `/links/${operation.link}/configs:alter`, { data });
    }
    case "link-delete":
      return call(operation.cluster, "DELETE", `/links/${operation.link}`);
    case "topic-create":
      return call(operation.cluster, "POST", "/topics", {
        topic_name: operation.topic,
        partitions_count: operation.partitions,
      });
    case "topic-delete":
      for (const topic of operation.topics) await call(operation.cluster, "DELETE", `/topics/${topic}`);
      return undefined;
    case "mirror-create":
      for (const { topic, mirrorTopic } of operation.topics) {
        await call(operation.cluster, "POST", `/links/${operation.link}/mirrors`, {
          source_topic_name: topic,
          mirror_topic_name: mirrorTopic,
        });
      }
      return undefined;
    case "mirror-list":
      return call(operation.cluster, "GET", `/links/${operation.link}/mirrors`);
    case "mirror-failover":
      return call(operation.cluster, "POST", `/links/${operation.link}/mirrors:failover`, {
        mirror_topic_names: operation.mirrorTopics,
      });
    case "mirror-reverse":
      return call(operation.cluster, "POST", `/links/${operation.link}/mirrors:reverse-and-start-mirror`, {
        mirror_topic_names: operation.mirrorTopics,
      });
    case "mirror-restore": {
      const query = operation.dryRun ? "?validate_only=true&include_partition_level_truncation_data=true" : "";
      return call(operation.cluster, "POST", `/links/${operation.link}/mirrors:truncate-and-restore${query}`, {
        mirror_topic_names: operation.mirrorTopics,
      });
    }
    default:
      return undefined;
  }
}

async function perform(scene: Scene, { forms }: Step, tool?: Tool): Promise<string[]> {
  const outputs: string[] = [];
  for (const form of forms.filter((each) => tool === undefined || each.tool === tool)) {
    for (const command of form.commands) outputs.push((await execute(scene, command)) ?? "");
  }
  return outputs;
}

/** Does what every step of a section says by the Confluent CLI, and waits a minute after each line. */
async function performSection(
  scene: Scene,
  id: string,
  include: (step: string) => boolean = () => true,
): Promise<void> {
  for (const step of sectionOf(scene.written, id).steps.filter((each) => include(each.id))) {
    for (const output of await perform(scene, step, "Confluent CLI")) {
      const { data = [] } = output === "" ? {} : (JSON.parse(output) as { data?: { error_message?: string | null }[] });
      const errors = data.flatMap(({ error_message }) => error_message ?? []);
      if (errors.length > 0) throw new Error(`${id}: ${step.id}: ${errors.join("; ")}`);
    }
    await scene.deployment.cloud.wait(MINUTES);
  }
}

const OUTAGE = "outage/primary-jump-dr";
const MINUTES = 60_000;

describeWithTerraform("lines of the runbook on the emulator", () => {
  it("build the guide's topology by the Confluent CLI alone, and a record arrives", async () => {
    const scene = await start({ topics: ["orders"], prefixes: ["mirror_me"] });
    const { cloud } = scene.deployment;
    await cloud.api(PRIMARY).createTopic("orders", 3);
    const { steps } = sectionOf(scene.written, "guide");
    for (const step of steps) await perform(scene, step, "Confluent CLI");
    await cloud.api(PRIMARY).produce("my_test_topic", "hello");
    await cloud.wait(MINUTES);
    expect(cloud.consume(DR, "my_test_topic")).toEqual(["hello"]);
    for (const [cluster, link] of [
      [JUMP, "primary-to-jump"],
      [PRIMARY, "primary-to-jump"],
      [DR, "jump-to-dr"],
    ] as const) {
      expect((await cloud.api(cluster).link(link)).link_state, cluster).toBe("ACTIVE");
    }
  });

  it("fail over with Terraform when PRIMARY and JUMP are lost, and leave nothing to do", async () => {
    const scene = await start({ topics: ["orders", "payments"] });
    const { deployment, written } = scene;
    await deployment.apply();
    await deployment.cloud.api(PRIMARY).produce("orders", "last words");
    await deployment.cloud.wait(MINUTES);
    for (const lost of [PRIMARY, JUMP]) await deployment.cloud.emulator.faults.cluster(lost, "refused");
    await deployment.cloud.wait(6 * MINUTES);
    const section = `${OUTAGE}/primary+jump-lost`;
    await expect(perform(scene, stepOf(written, section, "check-stopped"), "terraform")).rejects.toThrow(
      "is not a valid MirrorTopicStatus",
    );
    await perform(scene, stepOf(written, section, "fail-over"), "terraform");
    const [list] = await perform(scene, stepOf(written, section, "check-stopped"), "Confluent CLI");
    expect(JSON.parse(list!).data.map(({ mirror_status }: { mirror_status: string }) => mirror_status)).toEqual([
      "STOPPED",
      "STOPPED",
    ]);
    const [plan] = await perform(scene, stepOf(written, section, "check-stopped"), "terraform");
    expect(plan).toContain("No changes.");
    expect(deployment.cloud.consume(DR, "orders")).toEqual(["last words"]);
  });

  it("fail over with the Confluent CLI when Terraform cannot, and leave nothing to do", async () => {
    const scene = await start();
    const { deployment, written } = scene;
    await deployment.apply();
    await deployment.cloud.emulator.faults.cluster(JUMP, "refused");
    await deployment.cloud.wait(6 * MINUTES);
    await perform(scene, stepOf(written, "trouble/terraform-cannot", "unreadable"), "Confluent CLI");
    await deployment.cloud.wait(MINUTES);
    const [plan] = await perform(scene, stepOf(written, "trouble/terraform-cannot", "check-stopped"), "terraform");
    expect(plan).toContain("No changes.");
  });

  it("make a dialling half again that was deleted long ago", async () => {
    const scene = await start();
    const { deployment, written } = scene;
    await deployment.apply();
    await rest(deployment, PRIMARY, "DELETE", "/links/primary-to-jump");
    await deployment.cloud.wait(10 * MINUTES);
    const section = `${OUTAGE}/dialling-half-of-primary-jump-deleted`;
    await expect(perform(scene, stepOf(written, section, "create-again"), "terraform")).rejects.toThrow(
      "is not a valid MirrorTopicStatus",
    );
    await perform(scene, stepOf(written, section, "create-again-later"), "terraform");
    await deployment.cloud.wait(MINUTES);
    const [plan] = await perform(scene, stepOf(written, section, "back"), "terraform");
    expect(plan).toContain("No changes.");
    expect(await deployment.stack("primary-to-jump").addresses()).toContain(DIALLING);
    await deployment.cloud.api(PRIMARY).produce("orders", "again");
    await deployment.cloud.wait(MINUTES);
    expect(deployment.cloud.consume(DR, "orders")).toEqual(["again"]);
  });

  it("make a dialling half again that was just deleted", async () => {
    const scene = await start();
    const { deployment, written } = scene;
    await deployment.apply();
    await rest(deployment, PRIMARY, "DELETE", "/links/primary-to-jump");
    const section = `${OUTAGE}/dialling-half-of-primary-jump-deleted`;
    const [plan] = await perform(scene, stepOf(written, section, "create-again"), "terraform");
    expect(plan).toContain(" 1 to add, 0 to change, 0 to destroy.");
    const [after] = await perform(scene, stepOf(written, section, "back"), "terraform");
    expect(after).toContain("No changes.");
  });

  it.each([
    ["receiving-half-of-primary-jump", JUMP, "primary-to-jump"],
    ["link-of-jump-dr", DR, "jump-to-dr"],
  ])("copy anew what a deleted %s took with it", async (half, cluster, link) => {
    const scene = await start();
    const { deployment, written } = scene;
    await deployment.apply();
    await deployment.cloud.api(PRIMARY).produce("orders", "before");
    await deployment.cloud.wait(MINUTES);
    await rest(deployment, cluster, "DELETE", `/links/${link}?force=true`);
    const { steps } = sectionOf(written, `${OUTAGE}/${half}-deleted`);
    for (const { id, ...step } of steps) {
      if (!/^(forget|clear|apply-again)\//.test(id)) continue;
      const tool = step.forms.some((form) => form.tool === "terraform") ? "terraform" : "Confluent CLI";
      await perform(scene, { id, ...step }, tool);
    }
    await deployment.cloud.wait(MINUTES);
    for (const stack of deployment.stacks) expect([...(await stack.plan()).changes], stack.name).toEqual([]);
    expect(await deployment.stack("jump-to-dr").addresses()).toContain(mirror("orders"));
    await deployment.cloud.api(PRIMARY).produce("orders", "after");
    await deployment.cloud.wait(MINUTES);
    expect(deployment.cloud.consume(DR, "orders").sort()).toEqual(["after", "before"]);
  });
});

describeWithTerraform("lines of the runbook for bidirectional links", () => {
  const everywhere = ({ deployment }: Scene, topic = "orders"): unknown[] =>
    [PRIMARY, JUMP, DR].map((id) => deployment.cloud.consume(id, topic).sort());
  const plans = async ({ deployment }: Scene): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (const stack of deployment.stacks) all.push([...(await stack.plan()).changes]);
    return all;
  };

  it("build the topology by the Confluent CLI alone, and a record arrives", async () => {
    const scene = await start({ topics: ["orders"], bidirectional: true });
    const { cloud } = scene.deployment;
    await cloud.api(PRIMARY).createTopic("orders", 3);
    for (const step of sectionOf(scene.written, "guide").steps) await perform(scene, step, "Confluent CLI");
    await cloud.api(PRIMARY).produce("orders", "hello");
    await cloud.wait(MINUTES);
    expect(everywhere(scene)).toEqual([["hello"], ["hello"], ["hello"]]);
  });

  it("turn everything round and back, and leave Terraform nothing to do", async () => {
    const scene = await start({ topics: ["orders", "payments"], bidirectional: true });
    const { cloud } = scene.deployment;
    await scene.deployment.apply();
    await cloud.api(PRIMARY).produce("orders", "before");
    await performSection(scene, "turn-round/primary-jump-dr");
    await cloud.api(DR).produce("orders", "on DR");
    await cloud.wait(MINUTES);
    expect(everywhere(scene)).toEqual(Array(3).fill(["before", "on DR"]));
    const half = sectionOf(scene.written, "failback/primary-jump-dr").steps.map(({ id }) => id);
    const back = half.slice(half.indexOf("fence-last"));
    await performSection(scene, "failback/primary-jump-dr", (id) => back.includes(id));
    await cloud.api(PRIMARY).produce("orders", "at home");
    await cloud.wait(MINUTES);
    expect(everywhere(scene)).toEqual(Array(3).fill(["at home", "before", "on DR"]));
    expect(await plans(scene)).toEqual([[], []]);
  });

  it("bring topics home after an outage, without what PRIMARY never sent", async () => {
    const scene = await start({ topics: ["orders", "payments"], bidirectional: true });
    const { deployment, written } = scene;
    const { cloud } = deployment;
    await deployment.apply();
    await cloud.api(PRIMARY).produce("orders", "before");
    await cloud.wait(MINUTES);
    await cloud.emulator.faults.cluster(PRIMARY, "refused");
    await cloud.wait(6 * MINUTES);
    await perform(scene, stepOf(written, `${OUTAGE}/primary-lost`, "fail-over"), "terraform");
    await performSection(scene, "failback/primary-jump-dr", (id) => id.startsWith("stop/"));
    await cloud.api(DR).produce("orders", "on DR");
    await cloud.emulator.faults.cluster(PRIMARY, "reachable");
    await cloud.api(PRIMARY).produce("orders", "never sent");
    await cloud.wait(MINUTES);
    await performSection(scene, "failback/primary-jump-dr", (id) => !id.startsWith("stop/"));
    await cloud.api(PRIMARY).produce("orders", "at home");
    await cloud.wait(MINUTES);
    expect(everywhere(scene)).toEqual(Array(3).fill(["at home", "before", "on DR"]));
    expect(await plans(scene)).toEqual([[], []]);
  });

  it("tell beforehand that JUMP has records that DR never got, and how to copy such a topic anew", async () => {
    const scene = await start({ topics: ["orders"], bidirectional: true });
    const { deployment, written } = scene;
    const { cloud } = deployment;
    await deployment.apply();
    await rest(deployment, DR, "POST", "/links/jump-to-dr/mirrors:failover", { mirror_topic_names: ["orders"] });
    await cloud.wait(MINUTES);
    await cloud.api(PRIMARY).produce("orders", "on JUMP, not on DR");
    await cloud.wait(MINUTES);
    await cloud.api(DR).produce("orders", "on DR");
    await performSection(scene, "failback/primary-jump-dr", (id) => id.startsWith("stop/"));
    const longer = stepOf(written, "failback/primary-jump-dr", "longer/jump");
    const [told] = await perform(scene, longer, "Confluent CLI");
    expect(JSON.parse(told!).data).toMatchObject([{ mirror_topic_name: "orders", messages_truncated: 1 }]);
    const restored = await perform(scene, stepOf(written, "failback/primary-jump-dr", "restore/jump"), "Confluent CLI");
    expect(restored).toHaveLength(3);
    await cloud.wait(MINUTES);
    // What the step says for such a topic.
    expect(longer.failed).toContain("topic delete orders --cluster lkc-1111");
    expect(longer.failed).toContain("mirror create orders --link primary-to-jump --cluster lkc-1111");
    await rest(deployment, PRIMARY, "DELETE", "/topics/orders");
    await rest(deployment, PRIMARY, "POST", "/links/primary-to-jump/mirrors", { source_topic_name: "orders" });
    await cloud.wait(MINUTES);
    expect(everywhere(scene)).toEqual([["on DR"], ["on DR"], ["on DR"]]);
  });
});
