import type { Value, Values } from "../../resource";
import type { KafkaClusterAnswer } from "./answer";
import { kindState } from "./kinds";

const inBlock = (id: string | undefined): Value => [{ id: id ?? "" }];

/** Name of the cluster as role bindings use it. */
function rbacCrn(resourceName: string): string {
  const end = resourceName.lastIndexOf("/kafka=");
  if (end === -1) throw new Error(`rbac_crn: there is no /kafka= in "${resourceName}"`);
  return resourceName.slice(0, end);
}

function endpointsOf({ spec }: KafkaClusterAnswer): Value {
  return Object.entries(spec?.endpoints ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([accessPoint, endpoint]) => ({
      access_point_id: accessPoint,
      bootstrap_endpoint: endpoint.kafka_bootstrap_endpoint ?? "",
      rest_endpoint: endpoint.http_endpoint ?? "",
      connection_type: endpoint.connection_type ?? "",
    }));
}

/** What a state holds of a cluster. */
export function kafkaClusterState(cluster: KafkaClusterAnswer): Values {
  const { id, api_version, kind, metadata, spec = {} } = cluster;
  return {
    id: id ?? "",
    api_version: api_version ?? "",
    kind: kind ?? "",
    display_name: spec.display_name ?? "",
    availability: spec.availability ?? "",
    cloud: spec.cloud ?? "",
    region: spec.region ?? "",
    deletion_protection: spec.deletion_protection ?? false,
    ...kindState(cluster),
    bootstrap_endpoint: spec.kafka_bootstrap_endpoint ?? "",
    rest_endpoint: spec.http_endpoint ?? "",
    rbac_crn: rbacCrn(metadata?.resource_name ?? ""),
    endpoints: endpointsOf(cluster),
    environment: inBlock(spec.environment?.id),
    network: inBlock(spec.network?.id),
    byok_key: inBlock(spec.byok?.id),
  };
}
