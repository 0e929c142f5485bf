import { callCluster, type ClusterLogin } from "./cluster-call";
import type { LinkAnswer, MirrorAnswer } from "./tables";

export interface RecordMetadata {
  readonly partition: number;
  readonly offset: number;
}

/**
 * The data-plane REST API of one cluster, as far as a person looks at links with it.
 *
 * Its methods throw an Error with the answer where the cluster refuses.
 *
 * @see https://docs.confluent.io/cloud/current/kafka-rest/krest-qs.html
 */
export class ClusterApi {
  readonly #access: ClusterLogin;

  public constructor(access: ClusterLogin) {
    this.#access = access;
  }

  /** Links that the cluster has a part of. */
  public async links(): Promise<readonly LinkAnswer[]> {
    return listed(await this.#call("GET", "/links"));
  }

  /** One link, as the cluster has it. */
  public async link(name: string): Promise<LinkAnswer> {
    return (await this.#call("GET", `/links/${encodeURIComponent(name)}`)) as LinkAnswer;
  }

  /** Configs of a link that were set, by name. */
  public async linkConfigs(name: string): Promise<Readonly<Record<string, string>>> {
    const configs = listed<{ name: string; value: string; source: string }>(
      await this.#call("GET", `/links/${encodeURIComponent(name)}/configs`),
    );
    const own = configs.filter(({ source }) => source === "DYNAMIC_CLUSTER_LINK_CONFIG");
    return Object.fromEntries(own.map((config) => [config.name, config.value]));
  }

  /** Mirror topics of a link, with their state and lag. */
  public async mirrors(link: string): Promise<readonly MirrorAnswer[]> {
    return listed(await this.#call("GET", `/links/${encodeURIComponent(link)}/mirrors`));
  }

  /** Names of all topics, mirror topics included. */
  public async topics(): Promise<string[]> {
    return listed<{ topic_name: string }>(await this.#call("GET", "/topics")).map(({ topic_name }) => topic_name);
  }

  /** Creates a topic that can be written to. */
  public async createTopic(name: string, partitions: number): Promise<void> {
    await this.#call("POST", "/topics", { topic_name: name, partitions_count: partitions });
  }

  /** Writes one record, and says where it went. */
  public async produce(topic: string, value: string): Promise<RecordMetadata> {
    const body = { value: { type: "STRING", data: value } };
    const answer = await this.#call("POST", `/topics/${encodeURIComponent(topic)}/records`, body);
    const { partition_id, offset } = answer as { partition_id: number; offset: number };
    return { partition: partition_id, offset };
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const { status, text } = await callCluster(this.#access, method, path, { body });
    if (status >= 300) throw new Error(`${method} ${path} on ${this.#access.clusterId}: ${status} ${text}`);
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  }
}

const listed = <T>(answer: unknown): T[] => (answer as { data: T[] }).data;
