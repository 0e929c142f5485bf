import { checkDial } from "../../model/rules/clusters";
import type { Cluster as ModelCluster } from "../../model/topology";
import type { Cloud } from "./cloud";
import { authenticate, allows, type Principal } from "./control/rights";
import { needsPartner, partnerOf, type HostedHalf } from "./halves";
import type { Cluster, LinkError, LinkHalf } from "./state";

/** Why nobody gets through. */
export interface Obstacle {
  readonly error: LinkError;
  readonly message: string;
}

/** What a half finds at the other end: an obstacle, or the cluster with the data and the principal that reads there. */
export type Contact =
  | { readonly obstacle: Obstacle }
  | { readonly obstacle: undefined; readonly source: Cluster; readonly reader: Principal };

/** A cluster as the model's rules see it. */
export function modelOf(cluster: Cluster): ModelCluster {
  const { id, displayName: name, access, kind, cloud, region, networkId, restEndpoint, bootstrapEndpoint } = cluster;
  return { name, id, identity: id, access, kind, cloud, region, networkId, restEndpoint, bootstrapEndpoint };
}

/** Host and port without the protocol. */
function address(endpoint: string): string {
  return endpoint
    .trim()
    .replace(/^SASL_SSL:\/\//i, "")
    .replace(/\/$/, "");
}

function silence(cloud: Cloud, cluster: Cluster): Obstacle | undefined {
  const network = cluster.networkId === undefined ? undefined : cloud.state.networks.get(cluster.networkId);
  const reachabilities = [cluster.reachability, network?.reachability];
  if (cluster.phase !== "PROVISIONED" || reachabilities.includes("refused")) {
    return {
      error: "BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR",
      message: `No connection could be opened to ${cluster.id}.`,
    };
  }
  return reachabilities.includes("hanging")
    ? { error: "TIMEOUT_ERROR", message: `${cluster.id} does not answer.` }
    : undefined;
}

/** Why one cluster cannot open a connection to another now, if it cannot. */
export function dialObstacle(cloud: Cloud, from: Cluster, toId: string): Obstacle | undefined {
  const to = cloud.state.clusters.get(toId);
  if (!to) return { error: "UNRESOLVABLE_BOOTSTRAP_ERROR", message: `The endpoint of ${toId} does not resolve.` };
  if (checkDial(modelOf(from), modelOf(to)).some(({ rule }) => rule.severity === "error")) {
    return {
      error: "BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR",
      message: `${from.id} (${from.access}) has no way to ${toId} (${to.access}).`,
    };
  }
  return silence(cloud, from) ?? silence(cloud, to);
}

/** The cluster that listens on a bootstrap endpoint. */
function clusterAt(cloud: Cloud, bootstrap: string): Cluster | undefined {
  const wanted = bootstrap.split(",").map(address);
  return [...cloud.state.clusters.values()].find((cluster) => wanted.includes(address(cluster.bootstrapEndpoint)));
}

function bootstrapObstacle(cloud: Cloud, half: LinkHalf): Obstacle | undefined {
  const bootstrap = half.configs.get("bootstrap.servers") ?? "";
  const found = clusterAt(cloud, bootstrap);
  if (!found) {
    return { error: "UNRESOLVABLE_BOOTSTRAP_ERROR", message: `The endpoint ${bootstrap} does not resolve.` };
  }
  return found.id === half.peerId
    ? undefined
    : { error: "UNKNOWN", message: `At ${bootstrap} there is ${found.id}, and not ${half.peerId}.` };
}

/** Key and secret in the SASL settings of a half. */
function loginOf(configs: ReadonlyMap<string, string>, scope: "" | "local."): readonly [string, string] {
  const jaas = configs.get(`${scope}sasl.jaas.config`) ?? "";
  const read = (option: string): string => new RegExp(`\\b${option}=(["'])(.*?)\\1`).exec(jaas)?.[2] ?? "";
  return [read("username"), read("password")];
}

function rejected(cluster: Cluster): Obstacle {
  return { error: "AUTHENTICATION_ERROR", message: `${cluster.id} does not accept the link's API key.` };
}

/** Who the dialling half is on a cluster: its host (`local.`) or the cluster it dials. */
function login(cloud: Cloud, cluster: Cluster, half: LinkHalf, scope: "" | "local."): Principal | Obstacle {
  const [key, secret] = loginOf(half.configs, scope);
  const principal = authenticate(cloud.state, cluster.id, key, secret);
  if (!principal) return rejected(cluster);
  const mayDoAll = half.mode === "DESTINATION" || mayAlter(cloud, cluster, principal);
  return mayDoAll
    ? principal
    : {
        error: "AUTHENTICATION_ERROR",
        message: `Cluster authorization failed: the link's principal ${principal.id} may not alter ${cluster.id}.`,
      };
}

function mayAlter({ state }: Cloud, { id }: Cluster, principal: Principal): boolean {
  return allows(state, id, principal, { operation: "Alter", resourceType: "Cluster" });
}

const isObstacle = (found: Principal | Obstacle): found is Obstacle => "error" in found;

/** What a half that dials finds, its partner left aside. */
export function dial(cloud: Cloud, { host, half }: HostedHalf): Contact {
  const obstacle = bootstrapObstacle(cloud, half) ?? dialObstacle(cloud, host, half.peerId);
  const peer = cloud.state.clusters.get(half.peerId);
  if (obstacle || !peer) return { obstacle: obstacle ?? { error: "UNKNOWN", message: "" } };
  const there = login(cloud, peer, half, "");
  if (isObstacle(there)) return { obstacle: there };
  if (half.mode === "DESTINATION") return { obstacle: undefined, source: peer, reader: there };
  const here = login(cloud, host, half, "local.");
  if (isObstacle(here)) return { obstacle: here };
  return half.mode === "SOURCE"
    ? { obstacle: undefined, source: host, reader: here }
    : { obstacle: undefined, source: peer, reader: there };
}

function waiting({ host, half }: HostedHalf): Obstacle {
  return {
    error: "UNKNOWN",
    message: `${half.peerId} has no half of this link for ${host.id}.`,
  };
}

/** What a half finds at the other end now. */
export function contactOf(cloud: Cloud, hosted: HostedHalf): Contact {
  const { half } = hosted;
  if (!needsPartner(half)) return dial(cloud, hosted);
  const partner = partnerOf(cloud, hosted);
  const peer = cloud.state.clusters.get(half.peerId);
  if (half.connectionMode === "OUTBOUND") {
    const contact = dial(cloud, hosted);
    return contact.obstacle || partner ? contact : { obstacle: waiting(hosted) };
  }
  if (!partner || !peer) return { obstacle: waiting(hosted) };
  const contact = dial(cloud, { host: peer, half: partner });
  if (contact.obstacle || half.mode !== "BIDIRECTIONAL") return contact;
  const reader = login(cloud, peer, partner, "local.");
  return isObstacle(reader) ? { obstacle: reader } : { obstacle: undefined, source: peer, reader };
}

/** Whether the principal of a link may do something to a topic of the source. */
export function mayOnTopic(
  { state }: Cloud,
  { source, reader }: Extract<Contact, { obstacle: undefined }>,
  operation: "Describe" | "DescribeConfigs" | "Read",
  name: string,
): boolean {
  return allows(state, source.id, reader, { operation, resourceType: "Topic", name });
}
