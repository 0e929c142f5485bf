import type { Cloud as CloudName, ClusterAccess, ClusterKind } from "../../model/topology";

/** How something answers those who call it. */
export type Reachability = "reachable" | "refused" | "hanging";

/** A record as a consumer sees it. */
export interface KafkaRecord {
  readonly offset: number;
  readonly key: string | null;
  readonly value: string | null;
  /** Milliseconds of virtual time. */
  readonly timestamp: number;
}

/** What the API calls a mirror topic's status. */
export type MirrorStatus =
  | "ACTIVE"
  | "FAILED"
  | "LINK_FAILED"
  | "LINK_PAUSED"
  | "PAUSED"
  | "PENDING_MIRROR"
  | "PENDING_RESTORE"
  | "PENDING_SETUP_FOR_RESTORE"
  | "PENDING_STOPPED"
  | "PENDING_SYNCHRONIZE"
  | "SOURCE_UNAVAILABLE"
  | "STOPPED";

/** What makes a topic a mirror of another. It stays after the mirror was stopped. */
export interface Mirror {
  readonly linkName: string;
  readonly sourceTopic: string;
  /** Which topic of that name it was created from: one that is deleted and created again is another. */
  readonly sourceTopicId: string;
  /** Whether an operator or the link's filters created it. */
  readonly origin: "explicit" | "auto-create";
  status: MirrorStatus;
  /** The API's word for the reason of FAILED. */
  error: string | undefined;
  /** When the status was taken. */
  since: number;
  /** What PENDING_STOPPED is on its way from: promotion and reversal wait for lag 0, failover does not. */
  stopping: "promote" | "failover" | "reverse" | undefined;
  /** What a topic that was a source, and becomes the mirror, is when the roles are swapped. @default "ACTIVE" */
  readonly whenReversed?: "ACTIVE" | "PAUSED";
  /** Log ends of its partitions when it was stopped: from there on it may differ from what was its source. */
  stoppedEnds?: readonly number[];
  /** Log ends of the source's partitions when they were last seen: what the lag is counted from while nobody gets through. */
  sourceEnds: readonly number[];
}

export interface Topic {
  readonly name: string;
  /** Differs when a topic is deleted and created again. */
  readonly id: string;
  /** Records by partition, their offsets without gaps from `startOffsets` on. */
  readonly partitions: KafkaRecord[][];
  /** First offset of each partition: not 0 on a mirror that began at the end of its source. */
  readonly startOffsets: number[];
  readonly configs: Map<string, string>;
  mirror: Mirror | undefined;
}

/** Committed offsets by `topic/partition`. */
export interface ConsumerGroup {
  readonly id: string;
  readonly offsets: Map<string, number>;
  /** Whether somebody consumes with it now; offset sync then leaves it alone. */
  active: boolean;
}

export interface AclBinding {
  readonly resourceType: string;
  readonly resourceName: string;
  readonly patternType: string;
  readonly principal: string;
  readonly host: string;
  readonly operation: string;
  readonly permission: string;
}

export type LinkMode = "DESTINATION" | "SOURCE" | "BIDIRECTIONAL";
export type ConnectionMode = "OUTBOUND" | "INBOUND";
export type LinkState = "ACTIVE" | "FAILED" | "UNAVAILABLE" | "PAUSED" | "UNKNOWN";
export type LinkError =
  | "NO_ERROR"
  | "AUTHENTICATION_ERROR"
  | "BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR"
  | "UNRESOLVABLE_BOOTSTRAP_ERROR"
  | "TIMEOUT_ERROR"
  | "UNKNOWN";
export type TaskName = "AclSync" | "AutoCreateMirror" | "ConsumerOffsetSync" | "TopicConfigsSync";

export interface LinkTask {
  state: "ACTIVE" | "IN_ERROR" | "NOT_CONFIGURED" | "LINK_UNAVAILABLE";
  error: string | undefined;
}

/** The object of a link that one cluster hosts. */
export interface LinkHalf {
  readonly name: string;
  /** The same on both halves of one link. */
  readonly clusterLinkId: string;
  readonly mode: LinkMode;
  readonly connectionMode: ConnectionMode;
  /** The cluster at the other end. */
  readonly peerId: string;
  /** Everything that was posted or altered, secrets included. Defaults are not in it. */
  readonly configs: Map<string, string>;
  readonly createdAt: number;
  state: LinkState;
  error: LinkError;
  errorMessage: string;
  /** When the other cluster was last talked to. */
  lastContact: number | undefined;
  readonly tasks: Map<TaskName, LinkTask>;
}

export interface Cluster {
  readonly id: string;
  displayName: string;
  readonly environmentId: string;
  /** Changes once at most, from Basic to Standard. */
  kind: ClusterKind;
  readonly access: ClusterAccess;
  readonly cloud: CloudName;
  readonly region: string;
  readonly networkId: string | undefined;
  /** As its users write them; what listens on this machine is known to the REST layer alone. */
  restEndpoint: string;
  bootstrapEndpoint: string;
  availability: string;
  cku: number | undefined;
  /** What a Dedicated cluster is on its way to, while it is scaled. */
  wantedCku?: number | undefined;
  maxEcku?: number | undefined;
  deletionProtection?: boolean | undefined;
  /** When it was created; 0 where nothing is said. */
  readonly createdAt?: number;
  phase: "PROVISIONING" | "PROVISIONED" | "FAILED";
  reachability: Reachability;
  readonly topics: Map<string, Topic>;
  readonly groups: Map<string, ConsumerGroup>;
  readonly acls: AclBinding[];
  readonly links: Map<string, LinkHalf>;
}

/** Whether names of clusters are found in private DNS alone, or by way of public names that lead there. */
export type DnsResolution = "PRIVATE" | "CHASED_PRIVATE";

export interface Network {
  readonly id: string;
  readonly environmentId: string;
  displayName: string;
  readonly cloud: CloudName;
  readonly region: string;
  /** Three zones of the region. @default - those that Confluent would choose */
  readonly zones?: readonly string[] | undefined;
  /** @default "CHASED_PRIVATE" */
  readonly dnsResolution?: DnsResolution | undefined;
  readonly createdAt?: number;
  /** @default "READY" */
  phase?: "PROVISIONING" | "READY";
  reachability: Reachability;
}

/** Lets endpoints of one account, subscription or project connect to a network. */
export interface PrivateLinkAccess {
  readonly id: string;
  readonly environmentId: string;
  readonly networkId: string;
  displayName: string;
  readonly cloud: CloudName;
  /** An AWS account, an Azure subscription or a GCP project. */
  readonly account: string;
  readonly createdAt: number;
  phase: "PROVISIONING" | "READY" | "DEPROVISIONING";
}

export interface Environment {
  readonly id: string;
  displayName: string;
  streamGovernancePackage: string | undefined;
  readonly createdAt?: number;
}

export interface ServiceAccount {
  readonly id: string;
  displayName: string;
  description: string;
  readonly createdAt?: number;
}

export interface RoleBinding {
  readonly id: string;
  /** `User:sa-…` */
  readonly principal: string;
  readonly roleName: string;
  readonly crnPattern: string;
  readonly createdAt?: number;
}

export interface ApiKey {
  readonly id: string;
  readonly secret: string;
  readonly ownerId: string;
  /** `undefined` for a Cloud key. */
  readonly clusterId: string | undefined;
  displayName: string;
  description: string;
  readonly createdAt?: number;
}

/** An emulated Confluent Cloud, plain enough to be looked at in a test. */
export interface CloudState {
  /** Milliseconds of virtual time. */
  now: number;
  readonly organizationId: string;
  readonly environments: Map<string, Environment>;
  readonly networks: Map<string, Network>;
  readonly privateLinkAccesses: Map<string, PrivateLinkAccess>;
  readonly clusters: Map<string, Cluster>;
  readonly serviceAccounts: Map<string, ServiceAccount>;
  readonly roleBindings: Map<string, RoleBinding>;
  readonly apiKeys: Map<string, ApiKey>;
  /** How many ids of each form were given out. */
  issued?: Map<string, number>;
}
