import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAcl } from "../../../lib/rehearsal/cloud/acls";
import { createApiKey, deleteApiKey } from "../../../lib/rehearsal/cloud/control/api-keys";
import { clusterCrn } from "../../../lib/rehearsal/cloud/control/crn";
import { createRoleBinding } from "../../../lib/rehearsal/cloud/control/role-bindings";
import { createServiceAccount } from "../../../lib/rehearsal/cloud/control/service-accounts";
import { Emulator } from "../../../lib/rehearsal/cloud/emulator";
import { consume, produce } from "../../../lib/rehearsal/cloud/records";
import type { Cluster, Mirror } from "../../../lib/rehearsal/cloud/state";
import { createTopic } from "../../../lib/rehearsal/cloud/topics";
import type { PerRequestClock } from "../../../lib/rehearsal/clock/per-request-clock";
import { DATA_SOURCES, RESOURCES } from "../../../lib/rehearsal/provider/resources";
import { ProviderServer } from "../../../lib/rehearsal/provider/server";
import { describeDiagnostic } from "../../../lib/rehearsal/terraform/events";
import { TerraformFailure } from "../../../lib/rehearsal/terraform/failure";
import { StackRun } from "../../../lib/rehearsal/terraform/stack-run";
import { Terraform } from "../../../lib/rehearsal/terraform/terraform";
import { defaultTopology } from "../support";
import type { ClusterFacts } from "./blocks";

export interface Outcome {
  /** What Terraform refused with; empty when it was content. */
  readonly errors: string;
  /** Resources with something to do, by address. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
}

type Description = Parameters<Emulator["addCluster"]>[0];

/** PRIMARY, JUMP and DR on an emulator of their own, and a folder in which Terraform applies whatever it is given. */
export class World {
  public readonly primary: ClusterFacts;
  public readonly jump: ClusterFacts;
  public readonly dr: ClusterFacts;
  readonly #emulator: Emulator;
  readonly #provider: ProviderServer;
  readonly #folder = mkdtempSync(join(tmpdir(), "cluster-linking-rules-"));
  readonly #run: StackRun;
  #folders = 0;

  private constructor(emulator: Emulator, provider: ProviderServer, clusters: readonly Description[]) {
    this.#emulator = emulator;
    this.#provider = provider;
    [this.primary, this.jump, this.dr] = clusters.map((cluster) => this.#facts(cluster)) as [
      ClusterFacts,
      ClusterFacts,
      ClusterFacts,
    ];
    this.#run = this.#runIn(this.#folder);
  }

  public static async start(): Promise<World> {
    const { primary, jump, dr } = defaultTopology();
    const clusters = [primary, jump, dr] as Description[];
    const emulator = await Emulator.start({ clusters });
    const { key, secret } = emulator.cloudAdminKey();
    const provider = await ProviderServer.start({
      resolve: (endpoint) => emulator.resolve(endpoint),
      clock: emulator.clock,
      environment: { CONFLUENT_CLOUD_API_KEY: key, CONFLUENT_CLOUD_API_SECRET: secret },
      resources: RESOURCES,
      dataSources: DATA_SOURCES,
    });
    return new World(emulator, provider, clusters);
  }

  public async stop(): Promise<void> {
    this.#provider.stop();
    await this.#emulator.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  public async plan(json: object): Promise<Outcome> {
    return this.#planWith(this.#run, this.#folder, json);
  }

  /** A plan without a state. */
  public async planAnew(json: object): Promise<Outcome> {
    const folder = join(this.#folder, `anew-${this.#folders++}`);
    mkdirSync(folder);
    return this.#planWith(this.#runIn(folder), folder, json);
  }

  public async apply(json: object): Promise<Outcome> {
    await this.#write(this.#run, this.#folder, json);
    return outcomeOf(async () => {
      await this.#run.apply();
      return {};
    });
  }

  /** Lets virtual time pass. */
  public pass({ minutes }: { readonly minutes: number }): void {
    (this.#emulator.clock as PerRequestClock).advance(minutes * 60_000);
  }

  public async addCluster(id: string, kind: Pick<Description, "access" | "kind">): Promise<ClusterFacts> {
    const host = `pkc-${id.slice(4)}.italynorth.azure.confluent.cloud`;
    const description: Description = {
      id,
      ...kind,
      cloud: "AZURE",
      region: "italynorth",
      restEndpoint: `https://${host}:443`,
      bootstrapEndpoint: `${host}:9092`,
    };
    await this.#emulator.addCluster(description);
    return this.#facts(description);
  }

  /** Another key of a cluster, with every right. */
  public addKey({ id }: ClusterFacts): Pick<ClusterFacts, "key" | "secret"> {
    return this.#emulator.grantAll(id);
  }

  /** A key of a cluster, whose owner has an administrator's role on another one, or none at all. */
  public addKeyWithoutRights({ id }: ClusterFacts, elsewhere?: ClusterFacts): Pick<ClusterFacts, "key" | "secret"> {
    const { state } = this.#emulator.cloud;
    const { id: ownerId } = createServiceAccount(state, { displayName: "nobody yet" });
    if (elsewhere) {
      const crnPattern = clusterCrn(state, this.#cluster(elsewhere));
      createRoleBinding(state, { principal: `User:${ownerId}`, roleName: "CloudClusterAdmin", crnPattern });
    }
    const { id: key, secret } = createApiKey(state, { ownerId, clusterId: id });
    return { key, secret };
  }

  public revoke(key: string): void {
    deleteApiKey(this.#emulator.cloud.state, key);
  }

  public async breakCluster({ id }: ClusterFacts): Promise<void> {
    await this.#emulator.faults.cluster(id, "refused");
  }

  public addTopics({ id }: ClusterFacts, ...names: readonly string[]): void {
    for (const name of names) createTopic(this.#emulator.cloud, id, { name, partitions: 1, configs: new Map() });
  }

  public addAcl({ id }: ClusterFacts, topic: string): void {
    createAcl(this.#emulator.cloud, id, {
      resourceType: "TOPIC",
      resourceName: topic,
      patternType: "LITERAL",
      principal: "User:sa-111111",
      host: "*",
      operation: "READ",
      permission: "ALLOW",
    });
  }

  public produce({ id }: ClusterFacts, topic: string, count: number): void {
    for (let i = 0; i < count; i++) produce(this.#emulator.cloud, id, topic, { value: `${topic} ${i}` });
  }

  public consume({ id }: ClusterFacts, topic: string, group: string, max?: number): void {
    consume(this.#emulator.cloud, id, topic, { group, ...(max === undefined ? {} : { max }) });
  }

  public committed(cluster: ClusterFacts, topic: string, group: string): number | undefined {
    return this.#cluster(cluster).groups.get(group)?.offsets.get(`${topic}/0`);
  }

  public hasLink(cluster: ClusterFacts, name: string): boolean {
    return this.#cluster(cluster).links.has(name);
  }

  public linkState(cluster: ClusterFacts, name: string): string | undefined {
    return this.#cluster(cluster).links.get(name)?.state;
  }

  public taskState(cluster: ClusterFacts, link: string, task: string): string | undefined {
    return [...(this.#cluster(cluster).links.get(link)?.tasks ?? [])].find(([name]) => name === task)?.[1].state;
  }

  public topicsOn(cluster: ClusterFacts): string[] {
    return [...this.#cluster(cluster).topics.keys()].sort();
  }

  public groupsOn(cluster: ClusterFacts): string[] {
    return [...this.#cluster(cluster).groups.keys()];
  }

  public aclsOn(cluster: ClusterFacts): string[] {
    return this.#cluster(cluster).acls.map(({ resourceName }) => resourceName);
  }

  public mirrorOf(cluster: ClusterFacts, topic: string): Mirror | undefined {
    return this.#cluster(cluster).topics.get(topic)?.mirror;
  }

  public recordsOn(cluster: ClusterFacts, topic: string): number {
    return (this.#cluster(cluster).topics.get(topic)?.partitions ?? []).reduce((sum, { length }) => sum + length, 0);
  }

  /** Method and path of the requests that were made, of one method and with a text in the path. */
  public requests(method = "", text = ""): string[] {
    return this.#emulator.requests
      .map((request) => `${request.method} ${request.path}`)
      .filter((line) => line.startsWith(method) && line.includes(text));
  }

  #cluster({ id }: ClusterFacts): Cluster {
    const cluster = this.#emulator.cloud.state.clusters.get(id);
    if (!cluster) throw new Error(`There is no cluster ${id}.`);
    return cluster;
  }

  #facts({ id, restEndpoint, bootstrapEndpoint }: Description): ClusterFacts {
    return { id, restEndpoint, bootstrapEndpoint, ...this.#emulator.grantAll(id) };
  }

  #runIn(folder: string): StackRun {
    const terraform = Terraform.find();
    if (!terraform) throw new Error("There is no terraform on PATH.");
    const environment = (): Record<string, string> => ({ TF_REATTACH_PROVIDERS: this.#provider.reattach });
    return new StackRun("wrong", { terraform, folder, environment });
  }

  async #planWith(run: StackRun, folder: string, json: object): Promise<Outcome> {
    await this.#write(run, folder, json);
    return outcomeOf(async () => Object.fromEntries((await run.plan()).changes));
  }

  async #write(run: StackRun, folder: string, json: object): Promise<void> {
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(json));
    await run.init();
  }
}

async function outcomeOf(work: () => Promise<Outcome["changes"]>): Promise<Outcome> {
  try {
    return { errors: "", changes: await work() };
  } catch (error) {
    if (!(error instanceof TerraformFailure)) throw error;
    const told = error.diagnostics.map((diagnostic) => describeDiagnostic(diagnostic));
    return { errors: [...told, error.message].join("\n"), changes: {} };
  }
}
