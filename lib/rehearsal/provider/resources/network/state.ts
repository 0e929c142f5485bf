import type { Value, Values } from "../../resource";
import type { CloudNetwork, NetworkAnswer } from "./answer";

/** Blocks of which a network has one, that of its cloud. */
export const CLOUD_BLOCKS = ["aws", "azure", "gcp"] as const;

type CloudBlock = (typeof CLOUD_BLOCKS)[number];

const CONTENT: Readonly<Record<CloudBlock, (cloud: CloudNetwork) => Values>> = {
  aws: ({ vpc, account, private_link_endpoint_service: service }) => ({
    vpc: vpc ?? "",
    account: account ?? "",
    private_link_endpoint_service: service ?? "",
  }),
  azure: ({ private_link_service_aliases: aliases }) => ({ private_link_service_aliases: aliases ?? {} }),
  gcp: ({ project, vpc_network, private_service_connect_service_attachments: attachments }) => ({
    project: project ?? "",
    vpc_network: vpc_network ?? "",
    private_service_connect_service_attachments: attachments ?? {},
  }),
};

/** What a state holds of a network. */
export function networkState({ id, metadata, spec = {}, status = {} }: NetworkAnswer): Values {
  return {
    id: id ?? "",
    resource_name: metadata?.resource_name ?? "",
    display_name: spec.display_name ?? "",
    cloud: spec.cloud ?? "",
    region: spec.region ?? "",
    connection_types: spec.connection_types ?? [],
    cidr: spec.cidr ?? "",
    reserved_cidr: spec.reserved_cidr ?? "",
    zones: spec.zones ?? [],
    zone_info: (spec.zones_info ?? []).map(({ zone_id, cidr }) => ({ zone_id: zone_id ?? "", cidr: cidr ?? "" })),
    dns_config: [{ resolution: spec.dns_config?.resolution ?? "" }],
    dns_domain: status.dns_domain ?? "",
    endpoint_suffix: status.endpoint_suffix ?? "",
    zonal_subdomains: status.zonal_subdomains ?? {},
    ...cloudState(spec.cloud, status.cloud ?? {}),
    environment: [{ id: spec.environment?.id ?? "" }],
    gateway: [{ id: spec.gateway?.id ?? "" }],
  };
}

function cloudState(name = "", cloud: CloudNetwork): Values {
  const blocks = CLOUD_BLOCKS.map((block): [string, Value] => [
    block,
    block === name.toLowerCase() ? [CONTENT[block](cloud)] : [],
  ]);
  return Object.fromEntries(blocks);
}
