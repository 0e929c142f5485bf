import { callCluster, type ClusterLogin, type ClusterAnswer } from "../terraform/cluster-call";
import type { RehearsalCloud } from "../terraform/rehearsal-cloud";

/** The clusters' REST APIs with a key for everything: what the Confluent CLI, and people who make mistakes, do with them. */
export class ClusterRest {
  readonly #cloud: RehearsalCloud;
  readonly #access = new Map<string, ClusterLogin>();

  public constructor(cloud: RehearsalCloud, clusterIds: readonly string[]) {
    this.#cloud = cloud;
    for (const id of clusterIds) {
      this.#access.set(id, { clusterId: id, url: cloud.emulator.restUrl(id), ...cloud.emulator.grantAll(id) });
    }
  }

  /** Where a cluster is and with which key; it is the same while the cluster does not answer. */
  public access(clusterId: string): ClusterLogin {
    const access = this.#access.get(clusterId);
    if (access === undefined) throw new Error(`There is no cluster ${JSON.stringify(clusterId)}.`);
    return access;
  }

  /** Calls a cluster below `/kafka/v3/clusters/{id}`. */
  public async call(clusterId: string, method: string, path: string, body?: object): Promise<ClusterAnswer> {
    return callCluster(this.access(clusterId), method, path, { body });
  }

  /** Topics of a cluster. */
  public topics(clusterId: string): ReadonlySet<string> {
    return new Set(this.#cloud.emulator.cloud.state.clusters.get(clusterId)?.topics.keys());
  }
}
