import { CLOUDS, type Cloud as CloudName } from "../../../model/topology";
import type { Cloud } from "../cloud";
import { ControlPlaneError } from "../control-plane-error";
import type { CloudState, DnsResolution, Network } from "../state";
import { networkCrn } from "./crn";
import { nextId } from "./ids";
import { ZONE_COUNT } from "./network-zones";
import { deleteRoleBindingsIn } from "./role-bindings";

/** Milliseconds until a network is READY. Inferred: the documentation says minutes. */
export const NETWORK_PROVISIONING_MS = 15 * 60_000;

const PRIVATE_LINK = "PRIVATELINK";
const OTHER_CONNECTIONS = ["PEERING", "TRANSITGATEWAY"];
const RESOLUTIONS: readonly DnsResolution[] = ["PRIVATE", "CHASED_PRIVATE"];

/** What a network is created with. */
export interface NetworkProps {
  readonly environmentId: string;
  readonly displayName: string;
  readonly cloud: string;
  readonly region: string;
  readonly connectionTypes: readonly string[];
  readonly zones?: readonly string[] | undefined;
  readonly dnsResolution?: string | undefined;
}

/** Makes a network for private links. It is PROVISIONING until its time has come. */
export function createNetwork(cloud: Cloud, props: NetworkProps): Network {
  const { state } = cloud;
  if (!state.environments.has(props.environmentId)) refuse(`${props.environmentId} does not exist`);
  checkConnections(props.connectionTypes);
  if (props.region === "") refuse("the region is empty");
  const cloudName = cloudNamed(props.cloud);
  checkZones(cloudName, props);
  const network: Network = {
    id: nextId(state, "n", state.networks),
    environmentId: props.environmentId,
    displayName: props.displayName,
    cloud: cloudName,
    region: props.region,
    zones: props.zones,
    dnsResolution: resolutionNamed(props.dnsResolution),
    createdAt: state.now,
    phase: "PROVISIONING",
    reachability: "reachable",
  };
  state.networks.set(network.id, network);
  cloud.after(NETWORK_PROVISIONING_MS, () => {
    network.phase = "READY";
  });
  return network;
}

/** Whether clusters and accesses can be put on a network. */
export const isReady = ({ phase }: Network): boolean => phase !== "PROVISIONING";

/** Deletes a network. One with clusters or accesses on it is refused. */
export function deleteNetwork(state: CloudState, network: Network): void {
  const held = [...state.clusters.values(), ...state.privateLinkAccesses.values()].filter(
    ({ networkId }) => networkId === network.id,
  );
  // The API's specification knows no 409 here.
  if (held.length > 0) refuse(`${network.id} still holds ${held.map(({ id }) => id).join(", ")}`);
  deleteRoleBindingsIn(state, networkCrn(state, network));
  state.networks.delete(network.id);
}

function checkConnections(types: readonly string[]): void {
  const other = types.find((type) => type !== PRIVATE_LINK);
  if (other !== undefined && OTHER_CONNECTIONS.includes(other)) {
    throw new ControlPlaneError(501, "not_emulated", `networks with ${other}: only ${PRIVATE_LINK}`);
  }
  if (other !== undefined) refuse(`${other} is no connection type`);
  if (types.length !== 1) refuse("a network has connection types, each of them once");
}

function checkZones(cloud: CloudName, { zones, region }: NetworkProps): void {
  if (zones === undefined) return;
  if (cloud === "AZURE") refuse("the zones of a network on AZURE are chosen by Confluent Cloud");
  if (zones.length !== ZONE_COUNT || new Set(zones).size !== ZONE_COUNT) refuse(`a network has ${ZONE_COUNT} zones`);
  const foreign = cloud === "GCP" ? zones.find((zone) => !zone.startsWith(`${region}-`)) : undefined;
  if (foreign !== undefined) refuse(`${foreign} is no zone of ${region}`);
}

function cloudNamed(name: string): CloudName {
  const cloud = CLOUDS.find((known) => known === name);
  if (cloud === undefined) refuse(`${name} is no cloud: it is one of ${CLOUDS.join(", ")}`);
  return cloud;
}

function resolutionNamed(name: string | undefined): DnsResolution {
  if (name === undefined) return "CHASED_PRIVATE";
  const resolution = RESOLUTIONS.find((known) => known === name);
  if (resolution === undefined) refuse(`${name} is no DNS resolution: it is one of ${RESOLUTIONS.join(", ")}`);
  return resolution;
}

function refuse(detail: string): never {
  throw new ControlPlaneError(400, "invalid_request", detail);
}
