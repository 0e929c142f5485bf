import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Emulator } from "../../lib/rehearsal/cloud/emulator";
import { parseEvent, type TerraformEvent } from "../../lib/rehearsal/terraform/events";
import { Terraform } from "../../lib/rehearsal/terraform/terraform";
import { newFolder } from "../e2e/support";
import { KEYS, PROVIDER_KEY, clusters, type ClusterName } from "./clusters";
import { byThing, writes, type Request, type Requests } from "./requests";
import type { Attached, Environment, Side } from "./side";

/** Resources and data sources of a configuration, by type and name, and what else it holds. */
export interface Configuration {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly variable?: Readonly<Record<string, object>>;
  readonly import?: readonly object[];
  readonly provider?: object;
}
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What one run of Terraform came to. */
export interface Outcome {
  readonly ok: boolean;
  readonly errors: readonly string[];
  /** Planned actions by address. */
  readonly changes: Readonly<Record<string, string>>;
  readonly requests: Requests;
  /** Requests that change something, in order. */
  readonly writes: readonly string[];
  /** Attributes by address, as the state holds them afterwards. */
  readonly state: Readonly<Record<string, Attributes>>;
}
type Attributes = Readonly<Record<string, unknown>>;

/** How much slower links are than the shortest waits of either provider. */
const PACE = { mirrorStartMs: 500, stopMs: 1_000 };
const STATE = "terraform.tfstate";
const CLOUD_BLOCKS = ["aws", "azure", "gcp"];

/** An emulated cloud, a provider in front of it, and a folder with a configuration. */
export class World {
  public readonly emulator: Emulator;
  /** What each run came to, as far as the two sides have to agree. */
  public readonly record: unknown[] = [];
  readonly #attached: Attached;
  readonly #folder: string;
  readonly #imports: Record<string, string>;
  readonly #terraform: Terraform;

  private constructor(emulator: Emulator, attached: Attached, folder: string, imports: Record<string, string>) {
    this.emulator = emulator;
    this.#attached = attached;
    this.#folder = folder;
    this.#imports = imports;
    this.#terraform = Terraform.find()!;
  }

  public static async start(side: Side): Promise<World> {
    const emulator = await Emulator.start({
      clusters: clusters(),
      clock: side.clock,
      pace: PACE,
      newEndpoints: "urls",
    });
    // The API tells where a cluster is, and the real provider goes there.
    for (const cluster of emulator.cloud.state.clusters.values()) cluster.restEndpoint = emulator.restUrl(cluster.id);
    for (const key of Object.values(KEYS).flat()) emulator.adoptKey(key);
    emulator.adoptKey(PROVIDER_KEY);
    const folder = newFolder();
    const imports = {};
    return new World(emulator, await side.attach(emulator, folder, imports), folder, imports);
  }

  public async stop(): Promise<void> {
    this.#attached.detach();
    await this.emulator.stop();
  }

  /** The REST endpoint of a cluster, as its users write it here. */
  public rest(name: ClusterName): string {
    return this.emulator.restUrl(`lkc-${name}`);
  }

  /** Settings of a link's half with its secrets, as the cloud holds them. */
  public settings(name: ClusterName, link: string): Readonly<Record<string, string>> {
    return Object.fromEntries(this.emulator.cloud.state.clusters.get(`lkc-${name}`)!.links.get(link)!.configs);
  }

  /** Lets virtual time pass. */
  public async wait(milliseconds: number): Promise<void> {
    await this.emulator.clock.during(async (activity) => activity.wait(milliseconds));
  }

  /** Forgets everything that was created through Terraform's eyes; the cloud keeps it. */
  public forget(): void {
    writeFileSync(join(this.#folder, STATE), "");
  }

  public async validate(configuration: Configuration): Promise<Outcome> {
    return this.#run(configuration, "validate", []);
  }

  public async plan(configuration: Configuration, ...args: string[]): Promise<Outcome> {
    return this.#run(configuration, "plan", args);
  }

  public async apply(configuration: Configuration, ...args: string[]): Promise<Outcome> {
    return this.#run(configuration, "apply", ["-auto-approve", ...args]);
  }

  public async destroy(configuration: Configuration, ...args: string[]): Promise<Outcome> {
    return this.#run(configuration, "destroy", ["-auto-approve", ...args]);
  }

  /** Applies with this environment, as an import asks for it. */
  public async applyWith(environment: Environment, configuration: Configuration): Promise<Outcome> {
    return this.#with(environment, async () => this.apply(configuration));
  }

  /** Plans with this environment. */
  public async planWith(environment: Environment, configuration: Configuration): Promise<Outcome> {
    return this.#with(environment, async () => this.plan(configuration));
  }

  async #with(environment: Environment, run: () => Promise<Outcome>): Promise<Outcome> {
    Object.assign(this.#imports, environment);
    try {
      return await run();
    } finally {
      for (const name of Object.keys(environment)) delete this.#imports[name];
    }
  }

  async #run(configuration: Configuration, command: string, args: readonly string[]): Promise<Outcome> {
    this.#write(configuration);
    const before = this.emulator.requests.length;
    const environment = { ...this.#attached.environment, ...this.#imports };
    const run = await this.#terraform.run([command, "-json", ...args], { cwd: this.#folder, environment });
    const events =
      command === "validate" ? validated(run.stdout) : run.stdout.split("\n").flatMap((line) => parseEvent(line) ?? []);
    const log = this.emulator.requests.slice(before);
    const outcome = this.#named({
      ok: run.exitCode === 0,
      errors: errorsIn(events),
      changes: changesIn(events),
      requests: byThing(log),
      writes: writes(log),
      state: this.#state(),
    });
    if (!outcome.ok && outcome.errors.length === 0) throw new Error(`${run.stdout}\n${run.stderr}`);
    this.record.push({
      command: [command, ...args].join(" "),
      ...outcome,
      // The words are each side's own, and in how many errors they come: the scenarios say what has to be in them.
      errors: outcome.errors.length > 0,
      requests: withoutWaiting(outcome.requests),
      state: comparable(outcome.state),
      writes: outcome.writes.toSorted(),
    });
    return outcome;
  }

  #write({ provider, ...configuration }: Configuration): void {
    const json = {
      terraform: { required_providers: { confluent: { source: "confluentinc/confluent" } } },
      provider: {
        confluent: {
          endpoint: this.emulator.url,
          cloud_api_key: PROVIDER_KEY.key,
          cloud_api_secret: PROVIDER_KEY.secret,
          ...provider,
        },
      },
      ...configuration,
    };
    writeFileSync(join(this.#folder, "main.tf.json"), JSON.stringify(json));
  }

  #state(): Record<string, Attributes> {
    let text: string;
    try {
      text = readFileSync(join(this.#folder, STATE), "utf8");
    } catch {
      return {};
    }
    if (text === "") return {};
    const { resources } = JSON.parse(text) as { resources: StateResource[] };
    const entries = resources.flatMap(({ mode, type, name, instances }) =>
      instances.map(({ attributes, status }): [string, Attributes] => [
        `${mode === "data" ? "data." : ""}${type}.${name}`,
        { ...attributes, ...(status === undefined ? {} : { status_in_state: status }) },
      ]),
    );
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The same with names in place of this world's ports. */
  #named<T>(value: T): T {
    let text = JSON.stringify(value).replaceAll(this.emulator.url, "https://cloud");
    for (const id of this.emulator.cloud.state.clusters.keys()) {
      text = text.replaceAll(this.emulator.restUrl(id), `https://${id}`);
    }
    return JSON.parse(text) as T;
  }
}

/** How often somebody asks while he waits depends on how time passes. */
function withoutWaiting(requests: Requests): Requests {
  const entries = Object.entries(requests).map(([thing, sent]): [string, readonly Request[]] => [
    thing,
    sent.filter((request, index) => typeof request !== "string" || request !== sent[index - 1]),
  ]);
  return Object.fromEntries(entries);
}

/** The real provider's SDK writes "" where nothing is set. Ids of links are arbitrary, and which one is made first is a matter of luck. */
function comparable(state: Outcome["state"]): unknown {
  return JSON.parse(JSON.stringify(state), (name, value: unknown) => {
    if (name === "cluster_link_id" && typeof value === "string") return "a link's id";
    if (name === "deletion_protection") return value ?? false;
    if (name === "timeouts") return null;
    // The real provider's state has no list for the clouds that a new network is not on; the server's has an empty one.
    if (CLOUD_BLOCKS.includes(name)) return value ?? [];
    return value === "" ? null : value;
  }) as unknown;
}

interface StateResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly { readonly attributes: Attributes; readonly status?: string }[];
}

function validated(stdout: string): TerraformEvent[] {
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: NonNullable<TerraformEvent["diagnostic"]>[] };
  return diagnostics.map((diagnostic) => ({ type: "diagnostic", message: diagnostic.summary, diagnostic }));
}

function errorsIn(events: readonly TerraformEvent[]): string[] {
  return events.flatMap(({ diagnostic }) =>
    diagnostic?.severity === "error" ? [`${diagnostic.summary}\n${diagnostic.detail ?? ""}`.trim()] : [],
  );
}

function changesIn(events: readonly TerraformEvent[]): Record<string, string> {
  const planned = events.filter(({ type, action }) => type === "planned_change" && action !== "noop");
  const changes = planned.map(({ address = "", action = "" }): [string, string] => [address, action]);
  return Object.fromEntries(changes.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
