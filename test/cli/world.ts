import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { run } from "../../lib/cli/run";
import type { Result, Surroundings } from "../../lib/cli/command";
import { ManualClock } from "../../lib/rehearsal/clock/manual-clock";
import { Emulator, type ClusterDescription } from "../../lib/rehearsal/cloud/emulator";
import { produce } from "../../lib/rehearsal/cloud/records";
import type { Cluster, Mirror } from "../../lib/rehearsal/cloud/state";
import { createTopic } from "../../lib/rehearsal/cloud/topics";
import type { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { PrivatePublicPrivate, type PrivatePublicPrivateProps } from "../../lib/topology/private-public-private";
import { ApiKey } from "../../lib/kafka/api-key";
import { cluster, stackWithProvider } from "../link/clusters";
import { synthToJson } from "../support/synth";

const NAMES = ["primary", "jump", "dr"] as const;
type Name = (typeof NAMES)[number];

const description = (name: Name): ClusterDescription => ({
  id: `lkc-${name}`,
  name,
  access: name === "jump" ? "public" : "private",
  kind: "Dedicated",
  cloud: "AZURE",
  region: name === "primary" ? "germanywestcentral" : "italynorth",
  restEndpoint: `https://lkc-${name}.example.test:443`,
  bootstrapEndpoint: `lkc-${name}.example.test:9092`,
});

interface Key {
  readonly key: string;
  readonly secret: string;
}

/** PRIMARY, JUMP and DR on an emulator, and an app whose clusters are at the emulator's own addresses. */
export class World {
  public readonly emulator: Emulator;
  public readonly keys: Readonly<Record<Name, Key>>;
  /** The environment of a deployment. */
  public readonly env: Readonly<Record<string, string>>;
  public readonly clusters: Readonly<Record<Name, KafkaCluster>>;
  public readonly jumpDial: Key;
  #out: string | undefined;
  #scratch: string | undefined;

  private constructor(emulator: Emulator) {
    this.emulator = emulator;
    const each = <T>(make: (name: Name) => T): Record<Name, T> =>
      Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<Name, T>;
    this.keys = each((name) => emulator.grantAll(`lkc-${name}`));
    this.jumpDial = emulator.grantAll("lkc-jump");
    this.clusters = each((name) => {
      const { id, access, region, bootstrapEndpoint } = description(name);
      return cluster({ name, id, access, region, bootstrapEndpoint, restEndpoint: emulator.restUrl(id) });
    });
    const variables = Object.entries({ ...this.keys, jump_dial: this.jumpDial }).flatMap(([name, { key, secret }]) => [
      [`TF_VAR_${name}_api_key`, key],
      [`TF_VAR_${name}_api_secret`, secret],
    ]);
    this.env = Object.fromEntries(variables) as Record<string, string>;
  }

  public static async start(): Promise<World> {
    const clusters = NAMES.map(description);
    return new World(await Emulator.start({ clusters, clock: (timeline) => new ManualClock(timeline) }));
  }

  public async stop(): Promise<void> {
    await this.emulator.stop();
    if (this.#scratch !== undefined) rmSync(this.#scratch, { recursive: true, force: true });
  }

  /** Synthesises PRIMARY -> JUMP -> DR and gives back the folder. */
  public synth(props: Partial<PrivatePublicPrivateProps> = {}): string {
    this.#out = synthToJson((app: App) => {
      const primaryToJump = stackWithProvider(app, "primary-to-jump");
      new PrivatePublicPrivate({
        topics: ["orders"],
        dialCredentials: ApiKey.fromVariables(primaryToJump, "jump_dial"),
        ...props,
        primaryToJump,
        jumpToDr: stackWithProvider(app, "jump-to-dr"),
        ...this.clusters,
      });
    }).outdir;
    return this.#out;
  }

  public document(out: string): string {
    return readFileSync(join(out, "cluster-linking.json"), "utf8");
  }

  /** A folder with this document beside the stacks that were synthesised last, changed by name. */
  public folderWith(
    document: object,
    change: (stack: string, content: string) => string = (_, content) => content,
  ): string {
    const folder = this.newFolder();
    if (this.#out !== undefined) {
      cpSync(this.#out, folder, { recursive: true });
      for (const stack of readdirSync(join(folder, "stacks"))) {
        const file = join(folder, "stacks", stack, "cdk.tf.json");
        writeFileSync(file, change(stack, readFileSync(file, "utf8")));
      }
    }
    writeFileSync(join(folder, "cluster-linking.json"), JSON.stringify(document));
    return folder;
  }

  /** A new folder that is removed in the end. */
  public newFolder(): string {
    this.#scratch ??= mkdtempSync(join(tmpdir(), "cluster-linking-world-"));
    return mkdtempSync(join(this.#scratch, "x"));
  }

  /** Runs a command on a folder with the environment of a deployment. */
  public async run(
    out: string,
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>> = {},
    surroundings: Partial<Surroundings> = {},
  ): Promise<Result> {
    return run([...args, "--out", out], { ...this.env, ...env }, surroundings);
  }

  public async post(on: Name, path: string, body: object): Promise<void> {
    const { key, secret } = this.keys[on];
    const response = await fetch(`${this.emulator.restUrl(`lkc-${on}`)}/kafka/v3/clusters/lkc-${on}${path}`, {
      method: path.endsWith(":alter") ? "PUT" : "POST",
      headers: { connection: "close", authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} on ${on}: ${response.status} ${await response.text()}`);
  }

  /** Creates what the app would: the two halves of leg 1 and the link of leg 2. */
  public async createLinks(
    settings: Readonly<Partial<Record<"primary-to-jump" | "jump-to-dr", Readonly<Record<string, string>>>>> = {},
  ): Promise<void> {
    await this.createReceivingHalf(settings["primary-to-jump"]);
    await this.createDiallingHalf();
    await this.post("dr", "/links?link_name=jump-to-dr", {
      source_cluster_id: "lkc-jump",
      configs: entries({
        "link.mode": "DESTINATION",
        "connection.mode": "OUTBOUND",
        "bootstrap.servers": "lkc-jump.example.test:9092",
        ...login("", this.keys.jump),
        ...settings["jump-to-dr"],
      }),
    });
  }

  public async createReceivingHalf(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.post("jump", "/links?link_name=primary-to-jump", {
      source_cluster_id: "lkc-primary",
      configs: entries({
        "link.mode": "DESTINATION",
        "connection.mode": "INBOUND",
        "bootstrap.servers": "lkc-primary.example.test:9092",
        ...settings,
      }),
    });
  }

  public async createDiallingHalf(): Promise<void> {
    await this.post("primary", "/links?link_name=primary-to-jump", {
      destination_cluster_id: "lkc-jump",
      configs: entries({
        "link.mode": "SOURCE",
        "connection.mode": "OUTBOUND",
        "bootstrap.servers": "lkc-jump.example.test:9092",
        ...login("", this.jumpDial),
        ...login("local.", this.keys.primary),
      }),
    });
  }

  public addTopic(name: string, partitions = 1): void {
    createTopic(this.emulator.cloud, "lkc-primary", { name, partitions, configs: new Map() });
  }

  public async mirror(on: "jump" | "dr", topic: string): Promise<void> {
    const link = on === "jump" ? "primary-to-jump" : "jump-to-dr";
    await this.post(on, `/links/${link}/mirrors`, { source_topic_name: topic });
  }

  /** A topic on PRIMARY and its mirror topics on JUMP and DR. */
  public async mirrored(topic: string, partitions = 1): Promise<void> {
    this.addTopic(topic, partitions);
    await this.mirror("jump", topic);
    await this.mirror("dr", topic);
  }

  public produce(on: Name, topic: string, count: number): void {
    for (let i = 0; i < count; i++) produce(this.emulator.cloud, `lkc-${on}`, topic, { value: `${topic} ${i}` });
  }

  /** Lets virtual time pass. */
  public pass(seconds: number): void {
    (this.emulator.clock as ManualClock).advance(seconds * 1000);
  }

  /** What passes virtual time in place of the time of this machine. */
  public get surroundings(): Pick<Surroundings, "now" | "sleep"> {
    return {
      now: () => this.emulator.clock.now,
      // eslint-disable-next-line @typescript-eslint/require-await -- virtual time passes at once
      sleep: async (milliseconds) => this.pass(milliseconds / 1000),
    };
  }

  public mirrorOf(on: Name, topic: string): Mirror | undefined {
    return this.state(on).topics.get(topic)?.mirror;
  }

  public state(on: Name): Cluster {
    const found = this.emulator.cloud.state.clusters.get(`lkc-${on}`);
    if (!found) throw new Error(`There is no cluster ${on}.`);
    return found;
  }

  /** Requests that a command made: cluster, method and path. */
  public async requestsOf(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.emulator.requests.length;
    await work();
    return this.emulator.requests.slice(before).map(({ on, method, path }) => `${on} ${method} ${path}`);
  }
}

const entries = (configs: Readonly<Record<string, string>>): object[] =>
  Object.entries(configs).map(([name, value]) => ({ name, value }));

const login = (prefix: string, { key, secret }: Key): Record<string, string> => ({
  [`${prefix}security.protocol`]: "SASL_SSL",
  [`${prefix}sasl.mechanism`]: "PLAIN",
  [`${prefix}sasl.jaas.config`]: `org.apache.kafka.common.security.plain.PlainLoginModule required username="${key}" password="${secret}";`,
});
