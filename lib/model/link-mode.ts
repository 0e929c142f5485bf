/** Direction of data as one link object sees it. */
export enum LinkMode {
  DESTINATION = "DESTINATION",
  SOURCE = "SOURCE",
  BIDIRECTIONAL = "BIDIRECTIONAL",
}

/** Whether the cluster that hosts a link object opens the connection or waits for it. */
export enum ConnectionMode {
  OUTBOUND = "OUTBOUND",
  INBOUND = "INBOUND",
}

/** Name of a cluster block of `confluent_cluster_link`, without its suffix. */
export type ClusterRole = "source" | "destination" | "local" | "remote";

/** One legal combination of link mode and connection mode. */
export interface HalfMode {
  readonly linkMode: LinkMode;
  readonly connectionMode: ConnectionMode;
  /** Block of the cluster the object lives on. It carries the REST endpoint and the key for REST calls. */
  readonly host: ClusterRole;
  /** Block of the other cluster. It carries the bootstrap endpoint. */
  readonly peer: ClusterRole;
  /** Key of the other cluster: needed to log in there, or refused because nobody dials from here. */
  readonly peerCredentials: "required" | "forbidden";
  /** Whether mirror topics live on the host, and with them the link's settings. */
  readonly carriesSettings: boolean;
}

/** Every legal half of a link. `SOURCE` with `INBOUND` does not exist. */
export const HALF_MODES = {
  /** The destination dials the source. Stands alone. */
  destinationOutbound: {
    linkMode: LinkMode.DESTINATION,
    connectionMode: ConnectionMode.OUTBOUND,
    host: "destination",
    peer: "source",
    peerCredentials: "required",
    carriesSettings: true,
  },
  /** The destination waits for the source. Pairs with `sourceOutbound`. */
  destinationInbound: {
    linkMode: LinkMode.DESTINATION,
    connectionMode: ConnectionMode.INBOUND,
    host: "destination",
    peer: "source",
    peerCredentials: "forbidden",
    carriesSettings: true,
  },
  /** The source dials the destination. Pairs with `destinationInbound`. */
  sourceOutbound: {
    linkMode: LinkMode.SOURCE,
    connectionMode: ConnectionMode.OUTBOUND,
    host: "source",
    peer: "destination",
    peerCredentials: "required",
    carriesSettings: false,
  },
  /** The local cluster dials the remote one. */
  bidirectionalOutbound: {
    linkMode: LinkMode.BIDIRECTIONAL,
    connectionMode: ConnectionMode.OUTBOUND,
    host: "local",
    peer: "remote",
    peerCredentials: "required",
    carriesSettings: true,
  },
  /** The local cluster waits for the remote one. Pairs with `bidirectionalOutbound`. */
  bidirectionalInbound: {
    linkMode: LinkMode.BIDIRECTIONAL,
    connectionMode: ConnectionMode.INBOUND,
    host: "local",
    peer: "remote",
    peerCredentials: "forbidden",
    carriesSettings: true,
  },
} as const satisfies Record<string, HalfMode>;
