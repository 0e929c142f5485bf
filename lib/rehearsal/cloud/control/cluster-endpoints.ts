import type { Cluster, CloudState } from "../state";
import { derivedId } from "./ids";
import { endpointSuffix } from "./network-details";

/** Where a cluster is found. */
export type ClusterEndpoints = Pick<Cluster, "restEndpoint" | "bootstrapEndpoint">;

/** Endpoints of a new cluster: on a network under its domain, else as clusters of its kind have them. */
export function endpointsOf(
  state: CloudState,
  cluster: Pick<Cluster, "id" | "access" | "cloud" | "region" | "networkId">,
): ClusterEndpoints {
  const host = hostOf(state, cluster);
  return { restEndpoint: `https://${host}:443`, bootstrapEndpoint: `SASL_SSL://${host}:9092` };
}

function hostOf(
  state: CloudState,
  { id, access, cloud, region, networkId }: Parameters<typeof endpointsOf>[1],
): string {
  const network = networkId === undefined ? undefined : state.networks.get(networkId);
  if (network !== undefined) return `${id}${endpointSuffix(network)}`;
  const place = `${region}.${cloud.toLowerCase()}`;
  return access === "public"
    ? `${derivedId("pkc", id)}.${place}.confluent.cloud`
    : `${id}.${place}.private.confluent.cloud`;
}
