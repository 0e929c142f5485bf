import { TerraformStack, type App } from "cdktf";
import type { AddressPlan } from "cdktf-cluster-linking";
import { addBackend } from "../backend";
import { cloudInit } from "../sni-proxy/cloud-init";
import { hostNames } from "./host-names";
import type { WithHub } from "./hub-settings";
import type { NetworkData, PlatformData } from "./platform-data";
import type { PrivatePlace } from "./settings";

/** Bits of the ranges that endpoints and the proxy take out of a network's range. */
const PART = 27;

/** Which parts of the hub's range are whose. */
const HUB_PARTS = { primary: 0, dr: 1, proxy: 2 };

/** One zone of a private cluster's network. */
export interface Zone {
  readonly zone: string;
  /** What the endpoint of the zone connects to. */
  readonly endpoint: string;
  /** Domain of the brokers in the zone. */
  readonly subdomain: string;
}

/** The network of a private cluster as the cloud's side sees it. */
export interface ClusterNetwork {
  readonly which: PrivatePlace;
  /** Beginning of the names of what is made. */
  readonly name: string;
  readonly region: string;
  readonly dnsDomain: string;
  readonly zones: readonly Zone[];
  /** Range of the cluster's network. */
  readonly range: string;
  /** The part of it that the endpoints get. */
  readonly endpointRange: string;
  /** The part of the hub's range that is for the way to this cluster, where there is a hub. */
  readonly hubRange: string | undefined;
}

export interface Hub {
  /** Beginning of the names of what is made. */
  readonly name: string;
  /** DR's region: the way in has to be there when PRIMARY is not. */
  readonly region: string;
  /** Its range; of a hub that exists, a free part of it. */
  readonly range: string;
}

/** The hub, and what its cloud names it with. */
export interface HubNetwork<N> extends Hub {
  readonly network: N;
}

export interface Proxy<N> extends HubNetwork<N> {
  /** Range of the proxy's subnetwork. */
  readonly subnet: string;
  /** Where it passes connections on to. */
  readonly networks: readonly ClusterNetwork[];
  /** What a machine does at its first start to become the proxy. */
  readonly cloudInit: string;
}

/** The cloud's side of the networks, a part each. `N` is what the cloud names a network with. */
export interface CloudNetworks<N> {
  /** Address of the resolver that every machine of the cloud has. */
  readonly resolver: string;
  readonly addProvider: (stack: TerraformStack, of: "hub" | "cluster") => void;
  /** Makes the hub. Not asked for where one exists. */
  readonly makeHub: (stack: TerraformStack, hub: Hub) => N;
  /** The hub for stacks that do not make it. */
  readonly hubByName: (hub: Hub) => N;
  readonly makeProxy: (stack: TerraformStack, proxy: Proxy<N>) => void;
  /** Makes the network of one cluster and its endpoints, and leads the hub there if there is one. */
  readonly makeClusterNetwork: (stack: TerraformStack, network: ClusterNetwork, hub: HubNetwork<N> | undefined) => void;
}

export interface NetworksProps<N> {
  readonly settings: WithHub;
  readonly data: PlatformData;
  readonly plan: AddressPlan;
  /** Folder that local states are kept in. */
  readonly folder: string;
  readonly cloud: CloudNetworks<N>;
}

/** Stacks with the cloud's side: one per private cluster, so that each has a state of its own, and one of the hub. */
export function buildNetworks<N>(app: App, { settings, data, plan, folder, cloud }: NetworksProps<N>): void {
  const { name, clusters, addresses } = settings;
  const stackOf = (id: string, of: "hub" | "cluster"): TerraformStack => {
    const stack = new TerraformStack(app, id);
    cloud.addProvider(stack, of);
    addBackend(stack, id, folder, settings.backend);
    return stack;
  };
  const hub = addresses.hub === undefined ? undefined : hubOf(settings, addresses.hub);
  const hubPart = (which: keyof typeof HUB_PARTS): string => plan.part("hub", PART, HUB_PARTS[which]);
  const networks = (["primary", "dr"] as const).map((which): ClusterNetwork => ({
    which,
    name: `${name}-${which}`,
    region: clusters[which].region,
    dnsDomain: data.networks[which].dnsDomain,
    zones: zonesOf(data.networks[which]),
    range: addresses[which],
    endpointRange: plan.part(which, PART),
    hubRange: hub && hubPart(which),
  }));
  const { existing, sniProxy } = settings.hub ?? {};
  const makesHub = hub !== undefined && !existing;
  const hubStack = hub && (makesHub || sniProxy) ? stackOf("network-hub", "hub") : undefined;
  if (hubStack && hub) {
    const network = makesHub ? cloud.makeHub(hubStack, hub) : cloud.hubByName(hub);
    if (sniProxy) {
      const { allowedCidrs, ssh } = sniProxy;
      cloud.makeProxy(hubStack, {
        ...hub,
        network,
        networks,
        subnet: hubPart("proxy"),
        cloudInit: cloudInit({
          hostNames: hostNames(data),
          resolver: cloud.resolver,
          allowedCidrs,
          ssh: ssh !== undefined,
        }),
      });
    }
  }
  for (const network of networks) {
    const stack = stackOf(`network-${network.which}`, "cluster");
    cloud.makeClusterNetwork(stack, network, hub && { ...hub, network: cloud.hubByName(hub) });
    if (hubStack && makesHub) stack.addDependency(hubStack);
  }
}

const hubOf = ({ name, clusters }: WithHub, range: string): Hub => ({
  name: `${name}-hub`,
  region: clusters.dr.region,
  range,
});

const zonesOf = ({ endpoints, zonalSubdomains }: NetworkData): Zone[] =>
  Object.entries(endpoints)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([zone, endpoint]) => {
      const subdomain = zonalSubdomains[zone];
      return subdomain === undefined ? [] : [{ zone, endpoint, subdomain }];
    });
