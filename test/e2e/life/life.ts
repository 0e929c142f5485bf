import { clusterOf } from "../../../lib/rehearsal/cloud/refusals";
import { consume, lagOf } from "../../../lib/rehearsal/cloud/records";
import type { KeyPair } from "../../../lib/rehearsal/cloud/control/grants";
import type { LoggedRequest } from "../../../lib/rehearsal/cloud/rest/request-log";
import type { Cluster, LinkHalf, MirrorStatus } from "../../../lib/rehearsal/cloud/state";
import { Deployment, type DeploymentOptions } from "../../../lib/rehearsal/terraform/deployment";
import { describeDiagnostic } from "../../../lib/rehearsal/terraform/events";
import { TerraformFailure } from "../../../lib/rehearsal/terraform/failure";
import type { PlanOptions, StackRun } from "../../../lib/rehearsal/terraform/stack-run";
import { bootstrapEndpoint, restEndpoint } from "./chain";
import { recordingTerraform, type RecordedRun } from "./recording";

/** An app in use: Terraform and the cloud it works on, and what an operator or a client does there. */
export class Life {
  public readonly deployment: Deployment;
  /** What Terraform ran, in the order in which it ended. */
  public readonly runs: readonly RecordedRun[];
  readonly #keys = new Map<string, KeyPair>();

  private constructor(deployment: Deployment, runs: readonly RecordedRun[]) {
    this.deployment = deployment;
    this.runs = runs;
  }

  /** Starts with what was synthesised. Nothing is applied. */
  public static async start(out: string, options: DeploymentOptions = {}): Promise<Life> {
    const { terraform, runs } = recordingTerraform();
    return new Life(await Deployment.start(out, { terraform, ...options }), runs);
  }

  /** Starts and applies every stack. */
  public static async applied(out: string, options: DeploymentOptions = {}): Promise<Life> {
    const life = await Life.start(out, options);
    try {
      await life.deployment.apply();
      return life;
    } catch (error) {
      await life.stop();
      throw error;
    }
  }

  public async stop(): Promise<void> {
    await this.deployment.stop();
  }

  public stack(name: string): StackRun {
    return this.deployment.stack(name);
  }

  /** Takes over what was synthesised anew. */
  public change(out: string): void {
    this.deployment.update(out);
  }

  /** What a plan would do, by address; empty when it is nothing. */
  public async changes(stack: string, options: PlanOptions = {}): Promise<Record<string, readonly string[]>> {
    return Object.fromEntries((await this.stack(stack).plan(options)).changes);
  }

  /** The requests that were made while something ran, without those that only read unless `all` says so. */
  public async requestsOf(
    run: () => Promise<unknown>,
    { all = false }: { readonly all?: boolean } = {},
  ): Promise<string[]> {
    const { length } = this.#requests;
    await run();
    return this.#requests
      .slice(length)
      .filter(({ method }) => all || method !== "GET")
      .map(({ on, method, path }) => `${method} ${path.replace(`/kafka/v3/clusters/${on}`, on)}`);
  }

  /** Clusters that were asked anything while something ran. */
  public async askedBy(run: () => Promise<unknown>): Promise<string[]> {
    const { length } = this.#requests;
    await run();
    return [...new Set(this.#requests.slice(length).map(({ on }) => on))].sort();
  }

  public cluster(id: string): Cluster {
    return clusterOf(this.deployment.cloud.emulator.cloud, id);
  }

  public half(id: string, link: string): LinkHalf {
    const half = this.cluster(id).links.get(link);
    if (half === undefined) throw new Error(`There is no link ${link} on ${id}.`);
    return half;
  }

  /** Statuses of the mirror topics on a cluster. */
  public statuses(id: string): Record<string, MirrorStatus> {
    const mirrors = [...this.cluster(id).topics.values()].flatMap(({ name, mirror }) =>
      mirror === undefined ? [] : [[name, mirror.status] as const],
    );
    return Object.fromEntries(mirrors);
  }

  public topics(id: string): string[] {
    return [...this.cluster(id).topics.keys()].sort();
  }

  public async createTopic(id: string, topic: string, partitions = 1): Promise<void> {
    await this.deployment.cloud.api(id).createTopic(topic, partitions);
  }

  public async produce(id: string, topic: string, ...values: readonly string[]): Promise<void> {
    for (const value of values) await this.deployment.cloud.api(id).produce(topic, value);
  }

  /** Values of a topic, sorted. */
  public values(id: string, topic: string): (string | null)[] {
    return this.deployment.cloud.consume(id, topic).sort();
  }

  /** Reads on as a consumer group does, at most so many records, and gives back their values. */
  public read(id: string, topic: string, group: string, max = Infinity): (string | null)[] {
    return consume(this.deployment.cloud.emulator.cloud, id, topic, { group, max }).map(({ value }) => value);
  }

  /** Records that a group has still to read. */
  public groupLag(id: string, topic: string, group: string): number {
    return lagOf(this.deployment.cloud.emulator.cloud, id, group, topic).reduce((sum, { lag }) => sum + lag, 0);
  }

  /** Records that the mirror topics of a link are behind, as the API says. */
  public async lag(id: string, link: string): Promise<number> {
    const mirrors = await this.deployment.cloud.api(id).mirrors(link);
    return mirrors.flatMap(({ mirror_lags }) => mirror_lags ?? []).reduce((sum, { lag }) => sum + lag, 0);
  }

  public async wait(milliseconds: number): Promise<void> {
    await this.deployment.cloud.wait(milliseconds);
  }

  /** A call of a cluster's REST API that has to succeed. */
  public async call(id: string, method: string, path: string, body?: unknown): Promise<unknown> {
    const { status, answer } = await this.request(id, method, path, { body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A call of a cluster's REST API, by default by somebody with every right. */
  public async request(
    id: string,
    method: string,
    path: string,
    { body, key = this.key(id) }: { readonly body?: unknown; readonly key?: KeyPair } = {},
  ): Promise<{ readonly status: number; readonly answer: unknown }> {
    const response = await fetch(`${this.deployment.cloud.emulator.restUrl(id)}/kafka/v3/clusters/${id}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${key.key}:${key.secret}`).toString("base64")}`,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, answer: text === "" ? undefined : JSON.parse(text) };
  }

  /** Asks a link for another status of its mirror topics; gives back what the API complains of. */
  public async alterMirrors(
    id: string,
    link: string,
    verb: "pause" | "resume" | "promote" | "failover" | "reverse-and-start-mirror" | "truncate-and-restore",
    ...topics: readonly string[]
  ): Promise<string[]> {
    const answer = await this.call(id, "POST", `/links/${link}/mirrors:${verb}`, { mirror_topic_names: topics });
    return (answer as { data: { error_message: string | null }[] }).data.flatMap(({ error_message }) =>
      error_message === null ? [] : [error_message],
    );
  }

  /** Runs something with the environment in which the provider imports from a cluster. */
  public async importing<T>(environment: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
    const { environment: own } = this.deployment.cloud;
    Object.assign(own, environment);
    try {
      return await run();
    } finally {
      for (const name of Object.keys(environment)) delete own[name];
    }
  }

  /** That environment for topics and mirror topics of a cluster, with the key that the stacks have under a name. */
  public kafkaImport(id: string, name: string, endpoint = restEndpoint(id)): Record<string, string> {
    return { IMPORT_KAFKA_REST_ENDPOINT: endpoint, ...this.#prefixed("IMPORT_KAFKA", name) };
  }

  /** That environment for the cluster that hosts a half. */
  public hostImport(role: "SOURCE" | "DESTINATION", id: string, name: string): Record<string, string> {
    const prefix = `IMPORT_${role}_KAFKA`;
    return { [`${prefix}_REST_ENDPOINT`]: restEndpoint(id), ...this.#prefixed(prefix, name) };
  }

  /** That environment for the cluster at the other end, which the half logs in to where a key is named. */
  public peerImport(role: "SOURCE" | "DESTINATION", id: string, name?: string): Record<string, string> {
    const prefix = `IMPORT_${role}_KAFKA`;
    return {
      [`${prefix}_BOOTSTRAP_ENDPOINT`]: bootstrapEndpoint(id),
      ...(name === undefined ? {} : this.#prefixed(prefix, name)),
    };
  }

  /** What Terraform was last given for a variable. */
  public variable(name: string): string {
    const [value] = this.runs.flatMap(({ environment }) => environment[`TF_VAR_${name}`] ?? []).slice(-1);
    if (value === undefined) throw new Error(`Terraform was given no variable ${name}.`);
    return value;
  }

  /** A key of a cluster with every right. */
  public key(id: string): KeyPair {
    const made = this.#keys.get(id) ?? this.deployment.cloud.emulator.grantAll(id);
    this.#keys.set(id, made);
    return made;
  }

  #prefixed(prefix: string, name: string): Record<string, string> {
    return {
      [`${prefix}_API_KEY`]: this.variable(`${name}_api_key`),
      [`${prefix}_API_SECRET`]: this.variable(`${name}_api_secret`),
    };
  }

  get #requests(): readonly LoggedRequest[] {
    return this.deployment.cloud.emulator.requests;
  }
}

/** What Terraform refused with. Throws when it refused nothing. */
export async function refusalOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof TerraformFailure)) throw error;
    const told = error.diagnostics.filter(({ severity }) => severity === "error").map(describeDiagnostic);
    return unwrapped([...told, error.message].join("\n"));
  }
  throw new Error("Terraform refused nothing.");
}

/** Text without the line breaks that Terraform makes for people. */
const unwrapped = (text: string): string => text.replace(/\s+/g, " ");
