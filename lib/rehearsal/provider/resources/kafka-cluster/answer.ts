import { query, segment } from "../url-text";

export const KAFKA_CLUSTERS = "/cmk/v2/clusters";

export const kafkaClusterPath = (id: string, environmentId: string): string =>
  `${KAFKA_CLUSTERS}/${segment(id)}?${query({ environment: environmentId })}`;

interface Reference {
  readonly id?: string;
}

export interface ClusterConfig {
  readonly kind?: string;
  readonly cku?: number;
  readonly max_ecku?: number;
  readonly encryption_key?: string;
  readonly release_priority?: string;
  readonly zones?: readonly string[];
}

export interface ClusterEndpoint {
  readonly kafka_bootstrap_endpoint?: string;
  readonly http_endpoint?: string;
  readonly connection_type?: string;
}

/** A Kafka cluster as the control plane describes it. */
export interface KafkaClusterAnswer {
  readonly id?: string;
  readonly api_version?: string;
  readonly kind?: string;
  readonly metadata?: { readonly resource_name?: string };
  readonly spec?: {
    readonly display_name?: string;
    readonly availability?: string;
    readonly cloud?: string;
    readonly region?: string;
    readonly deletion_protection?: boolean;
    readonly config?: ClusterConfig;
    readonly kafka_bootstrap_endpoint?: string;
    readonly http_endpoint?: string;
    readonly endpoints?: Readonly<Record<string, ClusterEndpoint>>;
    readonly environment?: Reference;
    readonly network?: Reference | null;
    readonly byok?: Reference | null;
  };
  readonly status?: { readonly phase?: string; readonly cku?: number };
}
