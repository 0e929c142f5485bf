/** One zone of a cluster's network. */
export interface ClusterZone {
  readonly name: string;
  readonly serviceAttachment: string;
  /** Domain of the brokers in this zone. */
  readonly domain: string;
}

/** The Confluent Cloud network of a private cluster, as plain data. */
export interface ClusterNetwork {
  readonly region: string;
  /** Domain of every name of the network's clusters. */
  readonly dnsDomain: string;
  readonly zones: readonly ClusterZone[];
}
