import type { Cloud } from "../cloud";
import { deleteApiKey } from "../control/api-keys";
import { RequestRefusal } from "./refusal";
import type { Endpoints } from "./endpoints";
import type { RequestFault, RequestFaults } from "./request-faults";
import type { Reachability } from "../state";

/** Faults on demand. Links that dial, and callers of REST endpoints, meet the same ones. */
export class Faults {
  readonly #cloud: Cloud;
  readonly #endpoints: Endpoints;
  readonly #requests: RequestFaults;

  public constructor(cloud: Cloud, endpoints: Endpoints, requests: RequestFaults) {
    this.#cloud = cloud;
    this.#endpoints = endpoints;
    this.#requests = requests;
  }

  /** How a cluster answers from now on: `reachable` mends it, on the same port. */
  public async cluster(id: string, reachability: Reachability): Promise<void> {
    const cluster = this.#cloud.state.clusters.get(id);
    if (!cluster) throw new RequestRefusal(404, `There is no cluster ${JSON.stringify(id)}.`);
    cluster.reachability = reachability;
    await this.#endpoints.refresh();
  }

  /** The same for every cluster on a network. */
  public async network(id: string, reachability: Reachability): Promise<void> {
    const network = this.#cloud.state.networks.get(id);
    if (!network) throw new RequestRefusal(404, `There is no network ${JSON.stringify(id)}.`);
    network.reachability = reachability;
    await this.#endpoints.refresh();
  }

  /** Lets something go wrong with a request that is still to come. */
  public request(fault: RequestFault): void {
    this.#requests.add(fault);
  }

  /** Revokes a key: callers with it get 401, links that dial with it an authentication error. */
  public revokeKey(key: string): void {
    if (!this.#cloud.state.apiKeys.has(key)) {
      throw new RequestRefusal(404, `There is no API key ${JSON.stringify(key)}.`);
    }
    deleteApiKey(this.#cloud.state, key);
  }

  /** Mends every cluster and network, and forgets faults of requests. Revoked keys stay revoked. */
  public async mend(): Promise<void> {
    this.#requests.clear();
    for (const cluster of this.#cloud.state.clusters.values()) cluster.reachability = "reachable";
    for (const network of this.#cloud.state.networks.values()) network.reachability = "reachable";
    await this.#endpoints.refresh();
  }
}
