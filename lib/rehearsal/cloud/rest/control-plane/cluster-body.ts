import { environmentCrn, kafkaCrn, networkCrn } from "../../control/crn";
import type { Cluster, CloudState } from "../../state";
import { metadata, reference } from "./shape";

export const CLUSTER_PATH = "/cmk/v2/clusters";

/** A cluster as the control plane shows it. Endpoints are there as soon as it works. */
export function clusterBody(state: CloudState, cluster: Cluster): unknown {
  const { id, environmentId, createdAt } = cluster;
  return {
    api_version: "cmk/v2",
    kind: "Cluster",
    id,
    metadata: metadata(`${CLUSTER_PATH}/${id}`, kafkaCrn(state, cluster), createdAt),
    spec: {
      display_name: cluster.displayName,
      availability: cluster.availability,
      cloud: cluster.cloud,
      region: cluster.region,
      config: configOf(cluster),
      deletion_protection: cluster.deletionProtection ?? false,
      environment: reference(
        "org/v2",
        "Environment",
        "/org/v2/environments/",
        environmentId,
        environmentCrn(state, environmentId),
      ),
      ...networkOf(state, cluster),
      ...endpointsOf(cluster),
    },
    status: {
      phase: cluster.phase,
      ...(cluster.cku === undefined ? {} : { cku: cluster.cku }),
    },
  };
}

function configOf({ kind, cku, wantedCku, maxEcku }: Cluster): unknown {
  if (kind === "Dedicated") return { kind, cku: wantedCku ?? cku, zones: [] };
  return maxEcku === undefined ? { kind } : { kind, max_ecku: maxEcku };
}

function networkOf(state: CloudState, cluster: Cluster): object {
  const { networkId } = cluster;
  if (networkId === undefined) return {};
  const crn = networkCrn(state, { id: networkId, environmentId: cluster.environmentId });
  return { network: reference("networking/v1", "Network", "/networking/v1/networks/", networkId, crn) };
}

function endpointsOf({ phase, access, restEndpoint, bootstrapEndpoint }: Cluster): object {
  if (phase !== "PROVISIONED") return { kafka_bootstrap_endpoint: "", http_endpoint: "", endpoints: {} };
  const both = { kafka_bootstrap_endpoint: withScheme(bootstrapEndpoint), http_endpoint: restEndpoint };
  const [name, type] = access === "public" ? ["PUBLIC", "PUBLIC"] : ["PRIVATE_LINK", "PRIVATELINK"];
  return { ...both, endpoints: { [name]: { ...both, connection_type: type } } };
}

function withScheme(bootstrap: string): string {
  return bootstrap.includes("://") ? bootstrap : `SASL_SSL://${bootstrap}`;
}
