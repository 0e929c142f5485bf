import type { RehearsalCloud } from "../terraform/rehearsal-cloud";

/** An answer of a cluster's REST API. */
export interface RestAnswer {
  readonly status: number;
  readonly text: string;
}

interface Access {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/** The clusters' REST APIs with a key for everything: what the Confluent CLI, and people who make mistakes, do with them. */
export class ClusterRest {
  readonly #cloud: RehearsalCloud;
  readonly #access = new Map<string, Access>();

  public constructor(cloud: RehearsalCloud, clusterIds: readonly string[]) {
    this.#cloud = cloud;
    for (const id of clusterIds) {
      this.#access.set(id, { url: cloud.emulator.restUrl(id), ...cloud.emulator.grantAll(id) });
    }
  }

  /** Where a cluster is and with which key; it is the same while the cluster does not answer. */
  public access(clusterId: string): Access {
    const access = this.#access.get(clusterId);
    if (access === undefined) throw new Error(`There is no cluster ${JSON.stringify(clusterId)}.`);
    return access;
  }

  /** Calls a cluster below `/kafka/v3/clusters/{id}`. */
  public async call(clusterId: string, method: string, path: string, body?: object): Promise<RestAnswer> {
    const { url, key, secret } = this.access(clusterId);
    const response = await fetch(`${url}/kafka/v3/clusters/${clusterId}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
        // A kept connection would be cut when the cluster is lost.
        connection: "close",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Topics of a cluster. */
  public topics(clusterId: string): ReadonlySet<string> {
    return new Set(this.#cloud.emulator.cloud.state.clusters.get(clusterId)?.topics.keys());
  }
}
