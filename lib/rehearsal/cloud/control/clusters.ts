import { CLOUDS, type ClusterAccess, type ClusterKind, type Cloud as CloudName } from "../../../model/topology";
import type { Cloud } from "../cloud";
import { ControlPlaneError } from "../control-plane-error";
import type { Cluster, CloudState } from "../state";
import { deleteKeysFor } from "./api-keys";
import { endpointsOf } from "./cluster-endpoints";
import { clusterCrn } from "./crn";
import { nextId } from "./ids";
import { isReady } from "./networks";
import { deleteRoleBindingsIn } from "./role-bindings";

const MINUTE = 60_000;

/** Milliseconds until a cluster works. Inferred: the documentation says minutes, and up to hours for Dedicated. */
export const PROVISIONING_MS: Readonly<Record<ClusterKind, number>> = {
  Basic: MINUTE,
  Standard: MINUTE,
  Enterprise: 5 * MINUTE,
  Freight: 5 * MINUTE,
  Dedicated: 30 * MINUTE,
};

/** Milliseconds until a Dedicated cluster has another number of CKUs. Inferred. */
export const SCALING_MS = 15 * MINUTE;

const SEVERAL_ZONES = ["MULTI_ZONE", "HIGH"];
const AVAILABILITIES = ["SINGLE_ZONE", "LOW", ...SEVERAL_ZONES];

/** What a cluster is created with. */
export interface ClusterProps {
  readonly environmentId: string;
  readonly displayName: string;
  readonly kind: ClusterKind;
  readonly cloud: string;
  readonly region: string;
  readonly availability: string;
  /** For Dedicated alone, and required there. */
  readonly cku?: number | undefined;
  readonly maxEcku?: number | undefined;
  readonly networkId?: string | undefined;
  readonly deletionProtection?: boolean | undefined;
}

/** What can change in a cluster. */
export type ClusterChange = Partial<
  Pick<ClusterProps, "displayName" | "kind" | "cku" | "maxEcku" | "deletionProtection">
>;

/** Makes a cluster. It is PROVISIONING, without endpoints, until its time has come. */
export function createCluster(cloud: Cloud, props: ClusterProps): Cluster {
  const { state } = cloud;
  if (!state.environments.has(props.environmentId)) refuse(`${props.environmentId} does not exist`);
  checkAvailability(props.availability);
  checkSize(props.kind, props.availability, props.cku, props.maxEcku);
  if (props.region === "") refuse("the region is empty");
  if (props.deletionProtection === true) checkProtectable(props.kind);
  const place = {
    id: nextId(state, "lkc", state.clusters),
    access: accessOf(state, props),
    cloud: cloudNamed(props.cloud),
    region: props.region,
    networkId: props.networkId,
  };
  const cluster: Cluster = {
    ...place,
    ...endpointsOf(state, place),
    displayName: props.displayName,
    environmentId: props.environmentId,
    kind: props.kind,
    availability: props.availability,
    cku: props.kind === "Dedicated" ? props.cku : undefined,
    wantedCku: undefined,
    maxEcku: props.maxEcku,
    deletionProtection: props.deletionProtection ?? false,
    createdAt: state.now,
    phase: "PROVISIONING",
    reachability: "reachable",
    topics: new Map(),
    groups: new Map(),
    acls: [],
    links: new Map(),
  };
  state.clusters.set(cluster.id, cluster);
  cloud.after(PROVISIONING_MS[props.kind], () => {
    if (cluster.phase === "PROVISIONING") cluster.phase = "PROVISIONED";
  });
  return cluster;
}

/** Renames a cluster, scales it, or makes a Standard cluster of a Basic one. Scaling takes its time. */
export function updateCluster(cloud: Cloud, cluster: Cluster, change: ClusterChange): Cluster {
  const kind = change.kind ?? cluster.kind;
  if (kind !== cluster.kind && !(cluster.kind === "Basic" && kind === "Standard")) {
    refuse(`a ${cluster.kind} cluster cannot become ${kind}: only Basic can become Standard`);
  }
  const cku = change.cku ?? cluster.wantedCku ?? cluster.cku;
  const maxEcku = change.maxEcku ?? cluster.maxEcku;
  checkSize(kind, cluster.availability, cku, maxEcku);
  if (change.deletionProtection === true) checkProtectable(kind);
  cluster.kind = kind;
  cluster.maxEcku = maxEcku;
  cluster.displayName = change.displayName ?? cluster.displayName;
  cluster.deletionProtection = change.deletionProtection ?? cluster.deletionProtection;
  if (cku !== cluster.cku && cku !== undefined) scale(cloud, cluster, cku);
  return cluster;
}

/** Deletes a cluster with its topics, links, keys and role bindings. One with deletion protection is refused with 409. */
export function deleteCluster(state: CloudState, cluster: Cluster): void {
  if (cluster.deletionProtection === true) {
    throw new ControlPlaneError(409, "conflict", `${cluster.id} has deletion protection`);
  }
  deleteKeysFor(state, cluster.id);
  deleteRoleBindingsIn(state, clusterCrn(state, cluster));
  state.clusters.delete(cluster.id);
}

function scale(cloud: Cloud, cluster: Cluster, cku: number): void {
  cluster.wantedCku = cku;
  cloud.after(SCALING_MS, () => {
    if (cluster.wantedCku !== cku) return;
    cluster.cku = cku;
    cluster.wantedCku = undefined;
  });
}

function checkAvailability(availability: string): void {
  if (!AVAILABILITIES.includes(availability)) {
    refuse(`${availability} is no availability: it is one of ${AVAILABILITIES.join(", ")}`);
  }
}

function checkSize(
  kind: ClusterKind,
  availability: string,
  cku: number | undefined,
  maxEcku: number | undefined,
): void {
  const least = SEVERAL_ZONES.includes(availability) ? 2 : 1;
  if (kind === "Dedicated" && (cku === undefined || cku < least)) {
    refuse(`a Dedicated cluster with ${availability} has at least ${least} CKU`);
  }
  if (kind !== "Dedicated" && cku !== undefined) refuse(`a ${kind} cluster has no CKU`);
  if (kind === "Dedicated" && maxEcku !== undefined) refuse("a Dedicated cluster has no maximum of eCKU");
  if (maxEcku !== undefined && maxEcku < least) {
    refuse(`a ${kind} cluster with ${availability} scales to at least ${least} eCKU`);
  }
}

function checkProtectable(kind: ClusterKind): void {
  if (kind === "Basic" || kind === "Standard") refuse(`a ${kind} cluster has no deletion protection`);
}

/** Enterprise and Freight are private by type, Dedicated on a network. */
function accessOf(state: CloudState, props: ClusterProps): ClusterAccess {
  const { kind, networkId } = props;
  if (networkId !== undefined) {
    checkNetwork(state, networkId, props);
    return "private";
  }
  return kind === "Enterprise" || kind === "Freight" ? "private" : "public";
}

function checkNetwork(state: CloudState, networkId: string, props: ClusterProps): void {
  if (props.kind !== "Dedicated") refuse(`a ${props.kind} cluster has no network of its own`);
  const network = state.networks.get(networkId);
  if (network?.environmentId !== props.environmentId) refuse(`${networkId} does not exist in ${props.environmentId}`);
  if (network.cloud !== props.cloud || network.region !== props.region) {
    refuse(`${networkId} is in ${network.region} on ${network.cloud}, not in ${props.region} on ${props.cloud}`);
  }
  if (!isReady(network)) refuse(`${networkId} is not READY yet`);
}

function cloudNamed(name: string): CloudName {
  const cloud = CLOUDS.find((known) => known === name);
  if (cloud === undefined) refuse(`${name} is no cloud: it is one of ${CLOUDS.join(", ")}`);
  return cloud;
}

function refuse(detail: string): never {
  throw new ControlPlaneError(400, "invalid_request", detail);
}
