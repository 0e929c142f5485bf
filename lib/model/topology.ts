import type { NameFilterEntry } from "./filter-matcher";
import { UNKNOWN, isKnown, type Maybe } from "./maybe";

/** Cluster types of Confluent Cloud. */
export const CLUSTER_KINDS = ["Basic", "Standard", "Enterprise", "Dedicated", "Freight"] as const;

/**
 * A cluster type of Confluent Cloud.
 *
 * @see https://docs.confluent.io/cloud/current/clusters/cluster-types.html
 */
export type ClusterKind = (typeof CLUSTER_KINDS)[number];

/** Whether a cluster's endpoints can be reached from the internet or from its own network alone. */
export const CLUSTER_ACCESSES = ["public", "private"] as const;

/**
 * Whether a cluster can be reached from the internet (`public`) or from its own network alone (`private`).
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/private-networking.html
 */
export type ClusterAccess = (typeof CLUSTER_ACCESSES)[number];

/** Clouds that Confluent Cloud runs in. */
export const CLOUDS = ["AWS", "AZURE", "GCP"] as const;

/**
 * A cloud that Confluent Cloud runs in.
 *
 * @see https://docs.confluent.io/cloud/current/get-started/regions.html
 */
export type Cloud = (typeof CLOUDS)[number];

/** A Kafka cluster as the model sees it. */
export interface Cluster {
  readonly name: string;
  readonly id: Maybe<string>;
  /** Equal texts mean the same cluster, also where the id is a token. */
  readonly identity: string;
  readonly access: ClusterAccess;
  readonly kind: ClusterKind;
  readonly cloud: Maybe<string> | undefined;
  readonly region: Maybe<string> | undefined;
  readonly networkId: Maybe<string> | undefined;
  readonly restEndpoint: Maybe<string> | undefined;
  readonly bootstrapEndpoint: Maybe<string> | undefined;
  readonly environmentId?: Maybe<string> | undefined;
  /** Its name for role bindings. */
  readonly rbacCrn?: Maybe<string> | undefined;
}

/** Whether two references mean one cluster, or UNKNOWN when a token hides it. */
export function sameCluster(a: Cluster, b: Cluster): Maybe<boolean> {
  if (a.identity === b.identity) return true;
  return isKnown(a.id) && isKnown(b.id) ? a.id === b.id : UNKNOWN;
}

/** A feature that is switched on or off and chooses by filters. */
export interface FilteredFeature<F> {
  readonly enabled: Maybe<boolean>;
  readonly filters: readonly F[];
}

/** An ACL filter entry, whose texts may be known to Terraform only. */
export interface AclFilterEntry {
  readonly resourceFilter: {
    readonly resourceType: Maybe<string>;
    readonly patternType: Maybe<string>;
    readonly name?: Maybe<string>;
  };
  readonly accessFilter: {
    readonly principal?: Maybe<string>;
    readonly host?: Maybe<string>;
    readonly operation: Maybe<string>;
    readonly permissionType: Maybe<string>;
  };
}

/** Settings of the half that receives data. */
export interface LinkSettings {
  readonly prefix: Maybe<string> | undefined;
  readonly consumerGroupPrefix: Maybe<boolean>;
  readonly autoCreate: FilteredFeature<NameFilterEntry>;
  readonly consumerOffsetSync: FilteredFeature<NameFilterEntry> & { readonly intervalMs: Maybe<number> };
  readonly aclSync: FilteredFeature<AclFilterEntry> & { readonly intervalMs: Maybe<number> };
  readonly topicConfigSync: {
    readonly intervalMs: Maybe<number>;
    readonly include: readonly Maybe<string>[] | undefined;
  };
}

/** The explicit mirror topics and filters that one construct asks of a link. */
export interface MirrorClaim {
  readonly path: string;
  readonly stack: string;
  /** Topics that are mirrored, by their names on the source. */
  readonly topics: readonly string[];
  /** Topics that were, and are live on the destination now, by the same names. */
  readonly kept: readonly string[];
  /** Whether the list of topics is known to Terraform only. */
  readonly topicsUnknown: boolean;
  readonly autoCreate: readonly NameFilterEntry[];
  readonly failover: boolean;
  /** Path of the claim whose names this one takes over. */
  readonly follows: string | undefined;
}

export type LinkShape = "source-initiated" | "destination-initiated" | "bidirectional";

/** One direction of data over one link. */
export interface Leg {
  readonly path: string;
  readonly stack: string;
  readonly linkName: Maybe<string>;
  readonly shape: LinkShape;
  /** Whether this app creates the link, or refers to one that exists. */
  readonly managed: boolean;
  readonly source: Cluster;
  readonly destination: Cluster;
  readonly settings: LinkSettings;
  readonly claims: readonly MirrorClaim[];
  /** Leg that fills the source, where it was stated: another leg's path, or "none". */
  readonly upstream: string | undefined;
}
