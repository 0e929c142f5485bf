import { environmentCrn, networkCrn } from "../../control/crn";
import {
  cloudDetails,
  dnsDomain,
  endpointSuffix,
  zonalSubdomains,
  type CloudDetails,
} from "../../control/network-details";
import { isReady } from "../../control/networks";
import { zonesOf } from "../../control/network-zones";
import type { CloudState, Network } from "../../state";
import { metadata, reference } from "./shape";

export const NETWORK_PATH = "/networking/v1/networks";

const CONNECTIONS = ["PRIVATELINK"];

/** A network as the control plane shows it. Until it is READY, its names are empty. */
export function networkBody(state: CloudState, network: Network): unknown {
  const { id, environmentId, createdAt } = network;
  return {
    api_version: "networking/v1",
    kind: "Network",
    id,
    metadata: metadata(`${NETWORK_PATH}/${id}?environment=${environmentId}`, networkCrn(state, network), createdAt),
    spec: {
      display_name: network.displayName,
      cloud: network.cloud,
      region: network.region,
      connection_types: CONNECTIONS,
      zones: zonesOf(network),
      dns_config: { resolution: network.dnsResolution ?? "CHASED_PRIVATE" },
      environment: environmentReference(state, environmentId),
    },
    status: statusOf(network),
  };
}

/** A reference to the environment of something. */
export const environmentReference = (state: CloudState, id: string) =>
  reference("org/v2", "Environment", "/org/v2/environments/", id, environmentCrn(state, id));

function statusOf(network: Network): unknown {
  const connections = { supported_connection_types: CONNECTIONS, active_connection_types: CONNECTIONS };
  const cloud = cloudDetails(network);
  if (!isReady(network)) {
    return {
      phase: "PROVISIONING",
      ...connections,
      dns_domain: "",
      endpoint_suffix: "",
      zonal_subdomains: {},
      cloud: blank(cloud),
    };
  }
  return {
    phase: "READY",
    ...connections,
    dns_domain: dnsDomain(network),
    endpoint_suffix: endpointSuffix(network),
    zonal_subdomains: zonalSubdomains(network),
    cloud,
  };
}

/** The same without values, but for the kind: clients do not understand it without one. */
function blank({ kind, ...details }: CloudDetails): unknown {
  const blanks = Object.entries(details).map(([name, value]) => [name, typeof value === "string" ? "" : {}]);
  return { kind, ...(Object.fromEntries(blanks) as object) };
}
