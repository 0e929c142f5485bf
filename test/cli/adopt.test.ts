import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable, type App } from "cdktf";
import { DataConfluentKafkaCluster } from "@cdktf/provider-confluent/lib/data-confluent-kafka-cluster";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { releaseFile } from "../../lib/cli/adopt/release";
import { readState } from "../../lib/cli/adopt/state-file";
import type { Result } from "../../lib/cli/command";
import { run } from "../../lib/cli/run";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorStatus, type MirrorStatusValue } from "../../lib/mirror/mirror-status";
import { stackWithProvider } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";
import { World } from "./world";

const OFF = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.sync.enable": "false",
};

let world: World;
beforeEach(async () => (world = await World.start()));
afterEach(async () => world.stop());

let dir: string;
beforeEach(() => (dir = join(world.newFolder(), "adopt")));

const adopt = async (out: string, ...args: string[]): Promise<Result> =>
  world.run(out, ["adopt", "--dir", dir, ...args]);

/** Both links as the app writes them, mirror topics that are ACTIVE, and the app's folder. */
async function live(settings: Record<string, string> = {}): Promise<string> {
  await world.createLinks({ "primary-to-jump": { ...OFF, ...settings }, "jump-to-dr": OFF });
  await world.mirrored("orders");
  world.pass(30);
  return world.synth();
}

const file = (...path: string[]): string => readFileSync(join(dir, ...path), "utf8");

/** Paths of all files below a folder. */
const files = (): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

describe("what is written", () => {
  it("is one run for each role, in order, and no secret", async () => {
    const out = await live();
    const { text, exitCode } = await adopt(out);
    expect(exitCode, text).toBe(0);
    const run = (name: string): string[] =>
      ["blocks.tf.json", "environment.sh", "run.sh"].map((each) => `${name}/${each}`);
    expect(files()).toEqual(
      [
        "README.md",
        "live.json",
        "props.ts",
        ...run("jump-to-dr/1-link-of-jump-to-dr-on-dr"),
        ...run("jump-to-dr/2-mirror-topics-on-dr"),
        ...run("primary-to-jump/1-receiving-half-of-primary-to-jump-on-jump"),
        ...run("primary-to-jump/2-dialling-half-of-primary-to-jump-on-primary"),
        ...run("primary-to-jump/3-mirror-topics-on-jump"),
      ].sort(),
    );
    const all = [text, ...files().map((path) => file(path))].join("\n");
    for (const { key, secret } of [...Object.values(world.keys), world.jumpDial]) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(key);
    }
    expect(all).not.toContain("PlainLoginModule");
  });

  it("changes nothing: every request is a GET", async () => {
    const out = await live();
    const requests = await world.requestsOf(async () => adopt(out));
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((line) => !line.includes(" GET "))).toEqual([]);
  });

  it.each([
    [
      "primary-to-jump/1-receiving-half-of-primary-to-jump-on-jump",
      "confluent_cluster_link.link_receiving_DE6DD55A",
      "primary-to-jump/DESTINATION/INBOUND/lkc-primary/lkc-jump",
      [
        "DESTINATION_KAFKA_REST_ENDPOINT='http://127.0.0.1:",
        'DESTINATION_KAFKA_API_KEY="${TF_VAR_jump_api_key:?',
        'DESTINATION_KAFKA_API_SECRET="${TF_VAR_jump_api_secret:?',
        "SOURCE_KAFKA_BOOTSTRAP_ENDPOINT='lkc-primary.example.test:9092'",
      ],
    ],
    [
      "primary-to-jump/2-dialling-half-of-primary-to-jump-on-primary",
      "confluent_cluster_link.link_dialling_DEF39909",
      "primary-to-jump/SOURCE/OUTBOUND/lkc-primary/lkc-jump",
      [
        "SOURCE_KAFKA_REST_ENDPOINT='http://127.0.0.1:",
        'SOURCE_KAFKA_API_KEY="${TF_VAR_primary_api_key:?',
        'SOURCE_KAFKA_API_SECRET="${TF_VAR_primary_api_secret:?',
        "DESTINATION_KAFKA_BOOTSTRAP_ENDPOINT='lkc-jump.example.test:9092'",
        'DESTINATION_KAFKA_API_KEY="${TF_VAR_jump_dial_api_key:?',
        'DESTINATION_KAFKA_API_SECRET="${TF_VAR_jump_dial_api_secret:?',
      ],
    ],
    [
      "jump-to-dr/1-link-of-jump-to-dr-on-dr",
      "confluent_cluster_link.link",
      "jump-to-dr/DESTINATION/OUTBOUND/lkc-jump/lkc-dr",
      [
        "DESTINATION_KAFKA_REST_ENDPOINT='http://127.0.0.1:",
        'DESTINATION_KAFKA_API_KEY="${TF_VAR_dr_api_key:?',
        'DESTINATION_KAFKA_API_SECRET="${TF_VAR_dr_api_secret:?',
        "SOURCE_KAFKA_BOOTSTRAP_ENDPOINT='lkc-jump.example.test:9092'",
        'SOURCE_KAFKA_API_KEY="${TF_VAR_jump_api_key:?',
        'SOURCE_KAFKA_API_SECRET="${TF_VAR_jump_api_secret:?',
      ],
    ],
    [
      "jump-to-dr/2-mirror-topics-on-dr",
      "confluent_kafka_mirror_topic.mirrors_orders",
      "lkc-dr/jump-to-dr/orders",
      [
        "KAFKA_REST_ENDPOINT='http://127.0.0.1:",
        'KAFKA_API_KEY="${TF_VAR_dr_api_key:?',
        'KAFKA_API_SECRET="${TF_VAR_dr_api_secret:?',
      ],
    ],
  ])("has the id and the environment of %s", async (folder, to, id, environment) => {
    await adopt(await live());
    expect(JSON.parse(file(folder, "blocks.tf.json"))).toEqual({ import: [{ to, id }] });
    const exported = file(folder, "environment.sh")
      .split("\n")
      .filter((line) => line.startsWith("export "));
    expect(exported).toEqual(environment.map((line) => expect.stringContaining(`export IMPORT_${line}`)));
    expect(file(folder, "environment.sh")).toMatch(/\nunset IMPORT_SOURCE_KAFKA_REST_ENDPOINT .* KAFKA_API_SECRET\n/);
  });

  it("names what is live and not in the app", async () => {
    const out = await live();
    await world.mirrored("mirror_me.a");
    await world.post("dr", "/links?link_name=by-hand", {
      source_cluster_id: "lkc-primary",
      configs: [
        { name: "link.mode", value: "DESTINATION" },
        { name: "connection.mode", value: "INBOUND" },
        { name: "bootstrap.servers", value: "x.example.test:9092" },
      ],
    });
    const { text, exitCode } = await adopt(out);
    expect(exitCode).toBe(0);
    expect(text).toContain("- link by-hand on dr: DESTINATION/INBOUND, other cluster lkc-primary, ");
    expect(text).toContain(
      "- mirror topics of jump-to-dr on dr, for example created by its filters: mirror_me.a. Name them in the app to bring them into Terraform.",
    );
    expect(file("props.ts")).toContain('"mirror_me.a" /* not named by the app yet */,');
    const jump = JSON.parse(file("live.json")).clusters.find(({ name }: Json) => name === "jump");
    expect(jump.links).toMatchObject([
      {
        name: "primary-to-jump",
        linkMode: "DESTINATION",
        connectionMode: "INBOUND",
        peerId: "lkc-primary",
        config: OFF,
      },
    ]);
  });

  it("leaves to the next deployment what is not there", async () => {
    await live();
    const out = world.synth({ topics: ["orders", "late"] });
    const { text, exitCode } = await adopt(out);
    expect(exitCode).toBe(0);
    expect(text).toContain("Not there; the next deployment creates it:\n\n- confluent_kafka_mirror_topic.mirrors_late");
    expect(text).toContain("Then a plan of the stack has 1 to add, and nothing else.");
    expect(JSON.parse(file("jump-to-dr/2-mirror-topics-on-dr/blocks.tf.json")).import).toHaveLength(1);
  });

  it("is nothing to run where nothing is live", async () => {
    const { text, exitCode } = await adopt(world.synth());
    expect(exitCode).toBe(0);
    expect(files()).toEqual(["README.md", "live.json"]);
    expect(text).toContain("- confluent_cluster_link.link_receiving_DE6DD55A");
  });
});

describe("what is in the way", () => {
  const blocked = async (out: string, ...reasons: string[]): Promise<void> => {
    const { text, exitCode } = await adopt(out);
    for (const reason of reasons) expect(text).toContain(reason);
    expect(text).toContain("In the way; mend the app, synthesise and adopt again:");
    expect(exitCode).toBe(1);
  };

  it("is a prefix that comes too late, and one that the app does not have", async () => {
    const out = await live({ "consumer.offset.sync.ms": "45000" });
    await blocked(out, "consumer.offset.sync.ms = 45000 is live and not in the app");
    expect(files().filter((path) => path.startsWith("primary-to-jump"))).toEqual([]);
    expect(files().filter((path) => path.startsWith("jump-to-dr"))).not.toEqual([]);
    dir = join(world.newFolder(), "adopt");
    await blocked(
      legTwo({ prefix: "p." }),
      "confluent_cluster_link.link: cluster.link.prefix = p. is added, and it can only be given when a link is created",
    );
  });

  it("is a link with other modes or another source", async () => {
    await world.post("dr", "/links?link_name=jump-to-dr", {
      source_cluster_id: "lkc-primary",
      configs: [
        { name: "link.mode", value: "DESTINATION" },
        { name: "connection.mode", value: "INBOUND" },
        { name: "bootstrap.servers", value: "x.example.test:9092" },
      ],
    });
    await blocked(
      legTwo(),
      "it is DESTINATION/INBOUND, the app has DESTINATION/OUTBOUND, and a link's modes cannot be changed",
      "its other cluster is lkc-primary, the app has lkc-jump",
    );
  });

  it("is a mirror topic that the provider cannot read", async () => {
    const out = await live();
    await world.emulator.faults.cluster("lkc-jump", "refused");
    world.pass(600);
    const { text, exitCode } = await adopt(out, "--stack", "jump-to-dr");
    expect(text).toContain(
      "confluent_kafka_mirror_topic.mirrors_orders: it is SOURCE_UNAVAILABLE, which Terraform's provider cannot read: mend the link first",
    );
    expect(exitCode).toBe(1);
  });

  it("is a status that the import would bring about and nobody can undo", async () => {
    await live();
    const withStatus = (status: MirrorStatusValue): string => legTwo({ status });
    await blocked(withStatus("PROMOTED"), "it is ACTIVE, and an import would make it writable (PROMOTED)");
    dir = join(world.newFolder(), "adopt");
    const paused = await adopt(withStatus("PAUSED"));
    expect(paused.exitCode).toBe(0);
    expect(paused.text).toContain(
      "in place: confluent_kafka_mirror_topic.mirrors_orders: status: ACTIVE becomes PAUSED",
    );
    await world.post("dr", "/links/jump-to-dr/mirrors:failover", { mirror_topic_names: ["orders"] });
    world.pass(30);
    dir = join(world.newFolder(), "adopt");
    await blocked(withStatus("PAUSED"), "it is STOPPED, and cannot become PAUSED again");
    dir = join(world.newFolder(), "adopt");
    expect((await adopt(withStatus("FAILED_OVER"))).exitCode).toBe(0);
  });

  it("is a mirror topic of another source topic", async () => {
    await live();
    const mirror = world.mirrorOf("dr", "orders");
    expect(mirror).toBeDefined();
    world.state("dr").topics.get("orders")!.mirror = { ...mirror!, sourceTopic: "other" };
    await blocked(world.synth(), "confluent_kafka_mirror_topic.mirrors_orders: it mirrors other, the app has orders");
  });

  it("is another spelling of an endpoint in the stack's own state", async () => {
    const out = await live();
    const state = stateFile([
      link("old", "lkc-dr/jump-to-dr", {
        destination_kafka_cluster: [{ id: "lkc-dr", rest_endpoint: "https://elsewhere:443", bootstrap_endpoint: "" }],
        source_kafka_cluster: [{ id: "lkc-jump", bootstrap_endpoint: "lkc-jump.example.test:9092" }],
      }),
    ]);
    const { text, exitCode } = await adopt(out, "--state", state);
    expect(text).toContain(
      'its destination_kafka_cluster.rest_endpoint is "https://elsewhere:443" in the state and "http://127.0.0.1:',
    );
    expect(text).toContain("in the app: it would be replaced");
    expect(exitCode).toBe(1);
  });
});

describe("a cluster that does not tell", () => {
  it("holds up its own stack alone", async () => {
    const out = await live();
    await world.emulator.faults.cluster("lkc-primary", "refused");
    const { text, exitCode } = await adopt(out);
    expect(text).toContain("Could not be asked:\n\n- primary: cannot be reached (ECONNREFUSED)");
    expect(exitCode).toBe(2);
    expect(files().some((path) => path.startsWith("primary-to-jump"))).toBe(false);
    expect(files().some((path) => path.startsWith("jump-to-dr"))).toBe(true);
    expect(JSON.parse(file("live.json")).clusters).toContainEqual(
      expect.objectContaining({ name: "primary", notAsked: "cannot be reached (ECONNREFUSED)" }),
    );
  });

  it("is not asked for another stack", async () => {
    const out = await live();
    const requests = await world.requestsOf(async () => {
      expect((await adopt(out, "--stack", "jump-to-dr")).exitCode).toBe(0);
    });
    expect(new Set(requests.map((line) => line.split(" ")[0]))).toEqual(new Set(["lkc-dr"]));
  });

  it("has no key here", async () => {
    const out = await live();
    const { text, exitCode } = await world.run(out, ["adopt", "--dir", dir, "--stack", "jump-to-dr"], {
      TF_VAR_dr_api_key: "",
    });
    expect(text).toContain("- dr: TF_VAR_dr_api_secret is set, and TF_VAR_dr_api_key is not");
    expect(exitCode).toBe(2);
  });
});

describe("what only Terraform knows", () => {
  it("is taken from variables of its own, and not compared", async () => {
    await live();
    const { outdir } = synthToJson((app) => {
      const stack = stackWithProvider(app, "jump-to-dr");
      const variable = (name: string): TerraformVariable => new TerraformVariable(stack, name, { type: "string" });
      const { id, name, access } = world.clusters.dr;
      const found = new DataConfluentKafkaCluster(stack, "dr-cluster", { id, environment: { id: "env-1" } });
      const dr = KafkaCluster.fromAttributes({
        id,
        name,
        access,
        kind: "Dedicated",
        restEndpoint: found.restEndpoint,
        bootstrapEndpoint: found.bootstrapEndpoint,
      });
      const key = ApiKey.fromAttributes({
        key: variable("dr-key").stringValue,
        secret: variable("dr-secret").stringValue,
      });
      const linked = new DestinationInitiatedLink(stack, "link", {
        linkName: "jump-to-dr",
        source: world.clusters.jump,
        sourceCredentials: ApiKey.fromVariables(stack, "jump"),
        destination: dr,
        destinationCredentials: key,
        topicConfigSync: { intervalMs: variable("interval").numberValue },
      });
      new MirrorSet(stack, "mirrors", { link: linked, topics: ["orders"] });
    });
    const { text, exitCode } = await world.run(outdir, ["adopt", "--dir", dir], {
      CLUSTER_LINKING_DR_REST_ENDPOINT: world.emulator.restUrl("lkc-dr"),
    });
    expect(exitCode, text).toBe(0);
    expect(text).toContain(
      "confluent_cluster_link.link: not compared, as only Terraform knows them: topic.config.sync.ms",
    );
    const environment = file("jump-to-dr/1-link-of-jump-to-dr-on-dr/environment.sh");
    expect(environment).toContain(
      'export IMPORT_DESTINATION_KAFKA_REST_ENDPOINT="${CLUSTER_LINKING_DR_REST_ENDPOINT:?',
    );
    expect(environment).toContain('export IMPORT_DESTINATION_KAFKA_API_KEY="${CLUSTER_LINKING_DR_API_KEY:?');
    expect(file("jump-to-dr/1-link-of-jump-to-dr-on-dr/run.sh")).toContain(
      "0 to add, [0-9]+ to change, 0 to destroy[.]$",
    );
  });

  it("is a list of topics: its mirror topics are imported by hand", async () => {
    await live();
    const { text, exitCode } = await adopt(legTwo({ listed: "topics" }));
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /- confluent_kafka_mirror_topic\.\w+: import its topics by hand, the app does not say which they are/,
    );
  });
});

describe("states", () => {
  const others = (): string[] => files().filter((path) => path.startsWith("other-state"));

  it("have what is adopted already, and what moves", async () => {
    const out = await live();
    const endpoints = {
      destination_kafka_cluster: [{ id: "lkc-dr", rest_endpoint: world.emulator.restUrl("lkc-dr") }],
      source_kafka_cluster: [{ id: "lkc-jump", bootstrap_endpoint: "lkc-jump.example.test:9092" }],
    };
    const state = stateFile([
      link("link", "lkc-dr/jump-to-dr", endpoints),
      {
        module: "module.dr",
        mode: "managed",
        type: "confluent_kafka_mirror_topic",
        name: "all",
        instances: [
          {
            index_key: "orders",
            attributes: {
              id: "lkc-dr/jump-to-dr/orders",
              kafka_cluster: [{ id: "lkc-dr", rest_endpoint: world.emulator.restUrl("lkc-dr") }],
            },
          },
        ],
      },
      { mode: "data", type: "confluent_cluster_link", name: "look", instances: [{ attributes: { id: "x" } }] },
    ]);
    const { text, exitCode } = await adopt(out, "--stack", "jump-to-dr", "--state", state);
    expect(exitCode, text).toBe(0);
    expect(text).toContain("In the state already:\n\n- confluent_cluster_link.link");
    const moved = "jump-to-dr/1-what-is-in-the-state-under-other-addresses";
    expect(JSON.parse(file(moved, "blocks.tf.json"))).toEqual({
      moved: [
        {
          from: 'module.dr.confluent_kafka_mirror_topic.all["orders"]',
          to: "confluent_kafka_mirror_topic.mirrors_orders",
        },
      ],
    });
    expect(file(moved, "run.sh")).toContain(`'-target=module.dr.confluent_kafka_mirror_topic.all["orders"]'`);
    expect(readdirSync(join(dir, "jump-to-dr"))).toHaveLength(1);
  });

  it("of others give up what is imported, one of several after a move", async () => {
    const out = await live();
    const instance = (key: string): object => ({ index_key: key, attributes: { id: `lkc-dr/jump-to-dr/${key}` } });
    const state = stateFile([
      link("link", "lkc-dr/jump-to-dr", {}),
      link("stays", "lkc-dr/another", {}),
      {
        mode: "managed",
        type: "confluent_kafka_mirror_topic",
        name: "all",
        instances: [instance("orders"), instance("kept")],
      },
    ]);
    const { text, exitCode } = await adopt(out, "--stack", "jump-to-dr", "--other-state", state);
    expect(exitCode, text).toBe(0);
    expect(others()).toHaveLength(1);
    expect(JSON.parse(file(others()[0] as string))).toEqual({
      moved: [{ from: 'confluent_kafka_mirror_topic.all["orders"]', to: "confluent_kafka_mirror_topic.adopted_2" }],
      removed: [
        { from: "confluent_cluster_link.link", lifecycle: { destroy: false } },
        { from: "confluent_kafka_mirror_topic.adopted_2", lifecycle: { destroy: false } },
      ],
    });
    expect(text).toContain("they are forgotten and not destroyed");
  });

  it("that have nothing of it give nothing up", () => {
    const instances = readState(stateFile([link("link", "lkc-dr/another", {})]));
    expect(releaseFile("x", instances, [])).toBeUndefined();
    expect(releaseFile("x", [], instances)).toBeUndefined();
  });

  it("are refused when they are none", async () => {
    const out = await live();
    const folder = world.newFolder();
    writeFileSync(join(folder, "text"), "{");
    writeFileSync(join(folder, "old"), '{"version":3}');
    const told = async (name: string): Promise<string> => {
      const { text, ...rest } = await adopt(out, "--state", join(folder, name));
      expect(rest).toEqual({ exitCode: 2, failed: true });
      return text;
    };
    expect(await told("text")).toMatch(/text is no JSON\.$/);
    expect(await told("old")).toMatch(/old is no state as "terraform state pull" writes it\.$/);
    expect(await told("nowhere")).toMatch(/nowhere cannot be read \(ENOENT\)\.$/);
  });
});

describe("misuse", () => {
  it("is a folder with something in it, which stays as it is", async () => {
    const out = await live();
    mkdirSync(dir);
    writeFileSync(join(dir, "mine"), "x");
    expect(await adopt(out)).toEqual({
      text: `${dir} has something in it: remove it, or name another folder with --dir.`,
      failed: true,
      exitCode: 2,
    });
    expect(readdirSync(dir)).toEqual(["mine"]);
  });

  it("is a stack that is none, or a word too many", async () => {
    const { text, exitCode } = await adopt(world.synth(), "--stack", "x");
    expect(text).toMatch(/^There is no stack "x" with a link\. There is: primary-to-jump, jump-to-dr\.\n\nUsage: /);
    expect(exitCode).toBe(2);
    expect((await run(["adopt", "orders"], {})).text).toMatch(/^"orders" is too much\./);
  });

  it("is a stack whose JSON cannot be read", async () => {
    const out = world.synth();
    const folder = world.newFolder();
    writeFileSync(join(folder, "cluster-linking.json"), world.document(out));
    const { text, exitCode } = await adopt(folder);
    expect(text).toBe(`The JSON of the stack primary-to-jump cannot be read in ${folder}.`);
    expect(exitCode).toBe(2);
  });
});

interface Ordinary {
  readonly prefix?: string;
  readonly status?: MirrorStatusValue;
  /** Name of a variable with the topics. */
  readonly listed?: string;
}

/** An app with leg 2 alone. */
function legTwo({ prefix, status, listed }: Ordinary = {}): string {
  return synthToJson((app: App) => {
    const stack = stackWithProvider(app, "only");
    const made = new DestinationInitiatedLink(stack, "link", {
      linkName: "jump-to-dr",
      source: world.clusters.jump,
      sourceCredentials: ApiKey.fromVariables(stack, "jump"),
      destination: world.clusters.dr,
      destinationCredentials: ApiKey.fromVariables(stack, "dr"),
      ...(prefix === undefined ? {} : { prefix }),
    });
    const topics =
      listed === undefined ? ["orders"] : new TerraformVariable(stack, listed, { type: "list(string)" }).listValue;
    const wanted = status === undefined ? {} : { status: MirrorStatus.ofExistingMirror(status) };
    new MirrorSet(stack, "mirrors", { link: made, topics, ...wanted });
  }).outdir;
}

const link = (name: string, id: string, attributes: object): object => ({
  mode: "managed",
  type: "confluent_cluster_link",
  name,
  instances: [{ attributes: { id, ...attributes } }],
});

function stateFile(resources: readonly object[]): string {
  const path = join(world.newFolder(), "state.json");
  writeFileSync(path, JSON.stringify({ version: 4, resources }));
  return path;
}
