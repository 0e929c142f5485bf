import { query, segment } from "../url-text";

export const NETWORKS = "/networking/v1/networks";

export const networkPath = (id: string, environmentId: string): string =>
  `${NETWORKS}/${segment(id)}?${query({ environment: environmentId })}`;

interface Reference {
  readonly id?: string;
}

type TextMap = Readonly<Record<string, string>>;

/** What a network says of itself in its cloud. */
export interface CloudNetwork {
  readonly kind?: string;
  readonly vpc?: string;
  readonly account?: string;
  readonly private_link_endpoint_service?: string;
  readonly private_link_service_aliases?: TextMap;
  readonly project?: string;
  readonly vpc_network?: string;
  readonly private_service_connect_service_attachments?: TextMap;
}

/** A network as the control plane describes it. */
export interface NetworkAnswer {
  readonly id?: string;
  readonly metadata?: { readonly resource_name?: string };
  readonly spec?: {
    readonly display_name?: string;
    readonly cloud?: string;
    readonly region?: string;
    readonly connection_types?: readonly string[];
    readonly cidr?: string;
    readonly reserved_cidr?: string;
    readonly zones?: readonly string[];
    readonly zones_info?: readonly { readonly zone_id?: string; readonly cidr?: string }[];
    readonly dns_config?: { readonly resolution?: string };
    readonly environment?: Reference;
    readonly gateway?: Reference | null;
  };
  readonly status?: {
    readonly phase?: string;
    readonly error_message?: string;
    readonly dns_domain?: string;
    readonly endpoint_suffix?: string;
    readonly zonal_subdomains?: TextMap;
    readonly cloud?: CloudNetwork;
  };
}
