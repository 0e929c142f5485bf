import type { TopologyDocument } from "../../model/document";
import { Emulator, type EmulatorOptions } from "../cloud/emulator";
import { consume } from "../cloud/records";
import { DATA_SOURCES, RESOURCES } from "../provider/resources";
import { ProviderServer } from "../provider/server";
import { ClusterApi } from "./cluster-api";
import { existingClusters } from "./clusters";
import { existingAccounts } from "./existing-accounts";
import { credentialVariables } from "./credential-variables";
import type { StackJson } from "./stack-json";
import { sourceTopics } from "./source-topics";

const ATTACH = "TF_REATTACH_PROVIDERS";
const PARTITIONS = 3;

interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/**
 * An emulated Confluent Cloud with the clusters of an app, and a provider server in front of it.
 *
 * It is all that Terraform needs to apply the app's stacks.
 *
 * @see `docs/rehearsal.md`
 */
export class RehearsalCloud {
  /** The emulated Confluent Cloud. */
  public readonly emulator: Emulator;
  /** What the provider reads from its environment, such as `IMPORT_KAFKA_API_KEY`; it may change at any time. */
  public readonly environment: Record<string, string>;
  readonly #provider: ProviderServer;
  /** Keys with every right, by cluster and by the name of the variable that takes them. */
  readonly #keys = new Map<string, Credentials>();
  /** Clusters on which accounts that existed already have every right. */
  readonly #granted = new Map<string, Set<string>>();

  private constructor(emulator: Emulator, provider: ProviderServer, environment: Record<string, string>) {
    this.emulator = emulator;
    this.environment = environment;
    this.#provider = provider;
  }

  /** Starts a cloud without clusters. */
  public static async start(options: Omit<EmulatorOptions, "clusters"> = {}): Promise<RehearsalCloud> {
    const emulator = await Emulator.start(options);
    const { key, secret } = emulator.cloudAdminKey();
    const environment = { CONFLUENT_CLOUD_API_KEY: key, CONFLUENT_CLOUD_API_SECRET: secret };
    try {
      const provider = await ProviderServer.start({
        resolve: (endpoint) => emulator.resolve(endpoint),
        clock: emulator.clock,
        environment,
        resources: RESOURCES,
        dataSources: DATA_SOURCES,
      });
      return new RehearsalCloud(emulator, provider, environment);
    } catch (error) {
      await emulator.stop();
      throw error;
    }
  }

  /** Adds the clusters that an app refers to. */
  public async addClusters({ clusters }: TopologyDocument): Promise<void> {
    for (const cluster of existingClusters(clusters)) await this.emulator.addCluster(cluster);
  }

  /** Adds the service accounts that stacks make keys of and do not create, with every right on the clusters of these keys. */
  public addAccounts(stacks: Iterable<StackJson>): void {
    const { serviceAccounts, clusters } = this.emulator.cloud.state;
    const found = [...stacks].flatMap(existingAccounts).filter(({ clusterId }) => clusters.has(clusterId));
    for (const { accountId } of found) {
      if (!serviceAccounts.has(accountId)) this.#granted.set(accountId, this.#granted.get(accountId) ?? new Set());
    }
    for (const { accountId, clusterId } of found) {
      const granted = this.#granted.get(accountId);
      if (granted === undefined || granted.has(clusterId)) continue;
      granted.add(clusterId);
      this.emulator.grantToAccount(accountId, clusterId);
    }
  }

  /** Minutes of virtual time since the beginning. */
  public get minutes(): number {
    return this.emulator.clock.now / 60_000;
  }

  /** What a Terraform process has to have in its environment to run a stack here: the attached provider and made-up credentials. */
  public environmentOf(stack: StackJson, document: TopologyDocument): Readonly<Record<string, string>> {
    const variables = credentialVariables(stack, document.clusters).flatMap(({ key, secret, clusterId }) => {
      const made = this.#keyOf(clusterId, key);
      return [
        [`TF_VAR_${key}`, made.key],
        [`TF_VAR_${secret}`, made.secret],
      ];
    });
    return { [ATTACH]: this.#provider.reattach, ...(Object.fromEntries(variables) as Record<string, string>) };
  }

  /** The REST API of a cluster, with every right. */
  public api(clusterId: string): ClusterApi {
    const url = this.emulator.restUrl(clusterId);
    return new ClusterApi({ url, clusterId, ...this.#keyOf(clusterId, "") });
  }

  /** Creates what the app's mirror topics begin with, where it is not there. */
  public async createSourceTopics(document: TopologyDocument): Promise<void> {
    const there = new Map<string, Set<string>>();
    for (const { clusterId, topic } of sourceTopics(document)) {
      const api = this.api(clusterId);
      const topics = there.get(clusterId) ?? new Set(await api.topics());
      there.set(clusterId, topics);
      if (!topics.has(topic)) await api.createTopic(topic, PARTITIONS);
      topics.add(topic);
    }
  }

  /** Values of a topic's records, partition by partition. */
  public consume(clusterId: string, topic: string): (string | null)[] {
    return consume(this.emulator.cloud, clusterId, topic).map(({ value }) => value);
  }

  /** Lets virtual time pass. */
  public async wait(milliseconds: number): Promise<void> {
    await this.emulator.clock.during(async (activity) => activity.wait(milliseconds));
  }

  /** Ends provider server and emulator. */
  public async stop(): Promise<void> {
    try {
      this.#provider.stop();
    } finally {
      await this.emulator.stop();
    }
  }

  #keyOf(clusterId: string, variable: string): Credentials {
    const name = `${clusterId} ${variable}`;
    let made = this.#keys.get(name);
    if (made === undefined) this.#keys.set(name, (made = this.emulator.grantAll(clusterId)));
    return made;
  }
}
