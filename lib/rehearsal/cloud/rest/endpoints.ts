import type { IncomingMessage, ServerResponse } from "node:http";
import type { Cloud } from "../cloud";
import type { Cluster, Reachability } from "../state";
import type { ClusterListeners } from "./control-plane-context";
import { dataPlane } from "./data-plane/surface";
import { Exchange, type House, type Site } from "./exchange";
import { Listener } from "./listener";

/** The REST endpoints of the clusters, one port on this machine each. */
export class Endpoints implements ClusterListeners {
  readonly #cloud: Cloud;
  readonly #house: House;
  readonly #listeners = new Map<string, Listener>();
  public readonly areTold: boolean;

  public constructor(cloud: Cloud, house: House, areTold = false) {
    this.areTold = areTold;
    this.#cloud = cloud;
    this.#house = house;
  }

  /** URL of a cluster's endpoint on this machine. */
  public url(clusterId: string): string | undefined {
    return this.#listeners.get(clusterId)?.url;
  }

  public async open(clusterId: string): Promise<string> {
    const listener = listenFor(this.#house, { name: clusterId, surface: dataPlane(this.#cloud, clusterId) });
    await listener.open();
    this.#listeners.set(clusterId, listener);
    await this.refresh();
    return listener.url;
  }

  public async close(clusterId: string): Promise<void> {
    const listener = this.#listeners.get(clusterId);
    this.#listeners.delete(clusterId);
    await listener?.stop();
  }

  /** Lets every endpoint fare as the state says. */
  public async refresh(): Promise<void> {
    const { clusters } = this.#cloud.state;
    await Promise.all(
      [...this.#listeners].map(async ([id, listener]) => {
        const cluster = clusters.get(id);
        if (cluster) await listener.become(this.#reachabilityOf(cluster));
      }),
    );
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.#listeners.keys()].map(async (id) => this.close(id)));
  }

  /** A cluster is as reachable as its network. */
  #reachabilityOf({ reachability, networkId }: Cluster): Reachability {
    if (reachability !== "reachable" || networkId === undefined) return reachability;
    return this.#cloud.state.networks.get(networkId)?.reachability ?? "reachable";
  }
}

/** A listener for one cluster, or for the control plane. */
export function listenFor(house: House, site: Site): Listener {
  const exchange = new Exchange(house, site);
  return new Listener({
    taken: (request: IncomingMessage, response: ServerResponse) => void exchange.take(request, response),
    ignored: (request: IncomingMessage) => exchange.ignored(request),
  });
}
