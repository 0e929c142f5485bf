import {
  callCluster,
  clusterPath,
  type ClusterLogin,
  type ClusterAnswer,
} from "../../rehearsal/terraform/cluster-call";
import type { AlterAnswer, ConfigAnswer, LinkAnswer, ListAnswer, MirrorAnswer } from "./answers";
import { lostCall, refusal, RestFailure } from "./rest-failure";
import { withhold } from "./withhold";

/** A cluster's REST API, for somebody who does not wait for ever. */
export interface ClusterEndpoint extends ClusterLogin {
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** What makes mirror topics writable: `promote` waits until nothing is missing, `failover` does not. */
export type StopVerb = "promote" | "failover";

/** The part of a cluster's REST API that has links and mirror topics. */
export class ClusterClient {
  readonly #endpoint: ClusterEndpoint;
  readonly #path: string;

  public constructor(endpoint: ClusterEndpoint) {
    this.#endpoint = endpoint;
    this.#path = clusterPath(endpoint.clusterId);
  }

  public async links(): Promise<readonly LinkAnswer[]> {
    return this.#list("/links");
  }

  /** A link with its tasks. */
  public async link(name: string): Promise<LinkAnswer> {
    return (await this.#call("GET", `${linkPath(name)}?include_tasks=true`)) as LinkAnswer;
  }

  public async linkConfigs(name: string): Promise<readonly ConfigAnswer[]> {
    return this.#list(`${linkPath(name)}/configs`);
  }

  public async mirrors(link: string): Promise<readonly MirrorAnswer[]> {
    return this.#list(`${linkPath(link)}/mirrors`);
  }

  /** A mirror topic, with what hindered it from changing its status. */
  public async mirror(link: string, topic: string): Promise<MirrorAnswer> {
    const path = `${linkPath(link)}/mirrors/${encodeURIComponent(topic)}?include_state_transition_errors=true`;
    return (await this.#call("GET", path)) as MirrorAnswer;
  }

  /** Path and query of {@link ClusterClient.stopMirrors}. */
  public stopPath(link: string, verb: StopVerb, validateOnly: boolean): string {
    return `${this.#path}${linkPath(link)}/mirrors:${verb}${validateOnly ? "?validate_only=true" : ""}`;
  }

  /** Begins to make mirror topics writable. */
  public async stopMirrors(
    link: string,
    verb: StopVerb,
    topics: readonly string[],
    { validateOnly = false } = {},
  ): Promise<readonly AlterAnswer[]> {
    const path = this.stopPath(link, verb, validateOnly).slice(this.#path.length);
    const answer = (await this.#call("POST", path, { mirror_topic_names: topics })) as
      ListAnswer<AlterAnswer> | undefined;
    return answer?.data ?? [];
  }

  /** All pages of a list. */
  async #list<T>(path: string): Promise<readonly T[]> {
    const all: T[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: ListAnswer<T> | undefined = (await this.#call("GET", next)) as ListAnswer<T> | undefined;
      all.push(...(page?.data ?? []));
      next = this.#pathIn(page?.metadata?.next);
    }
    return all;
  }

  /** Path of the next page on this very cluster, whatever host the answer names. */
  #pathIn(next: string | null | undefined): string | undefined {
    const start = next?.indexOf(`${this.#path}/`) ?? -1;
    return start < 0 ? undefined : next?.slice(start + this.#path.length);
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const { status, text } = await this.#send(method, path, body);
    if (status >= 300) throw refusal(status, withhold(this.#endpoint, text));
    if (text === "") return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new RestFailure("garbled", `HTTP ${status} with something that is no JSON`, status);
    }
  }

  async #send(method: string, path: string, body: unknown): Promise<ClusterAnswer> {
    const { timeoutMs } = this.#endpoint;
    try {
      return await callCluster(this.#endpoint, method, path, { body, signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw lostCall(error, timeoutMs);
    }
  }
}

const linkPath = (name: string): string => `/links/${encodeURIComponent(name)}`;
