import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { DataConfluentKafkaCluster } from "@cdktf/provider-confluent/lib/data-confluent-kafka-cluster";
import { isToken, known } from "../core/known";
import { requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import { quote } from "../model/names";
import { checkCluster } from "../model/rules/clusters";
import type { Cloud, Cluster, ClusterAccess, ClusterKind } from "../model/topology";

/** A Kafka cluster of Confluent Cloud as plain data. Every value except `name`, `access` and `kind` may be a token. */
export interface KafkaClusterAttributes {
  /** What people call the cluster: PRIMARY, JUMP, DR. Used in messages and documents. */
  readonly name: string;
  /** Id, like `lkc-abc123`. */
  readonly id: string;
  /** Whether its endpoints can be reached from the internet. */
  readonly access: ClusterAccess;
  /** Cluster type. */
  readonly kind: ClusterKind;
  /** Cloud that the cluster runs in. @default - unknown; rules about clouds step aside */
  readonly cloud?: Cloud;
  /** Region, as its cloud calls it. @default - unknown; rules about regions step aside */
  readonly region?: string;
  /**
   * Id of the Confluent Cloud network, like `n-abc123`. Private clusters can only be linked directly when they share one.
   *
   * @default - the cluster shares no network with another one
   */
  readonly networkId?: string;
  /**
   * REST endpoint, like `https://pkc-00000.region.azure.confluent.cloud:443`.
   *
   * Needed where the cluster hosts a half. Passed on exactly as given.
   *
   * @default - the cluster can only be the other end of a link
   */
  readonly restEndpoint?: string;
  /**
   * Bootstrap endpoint, like `pkc-00000.region.azure.confluent.cloud:9092`.
   *
   * Needed where the cluster is the other end of a half. Passed on exactly as given.
   *
   * @default - the cluster can only host a half that nobody names as its other end
   */
  readonly bootstrapEndpoint?: string;
  /** Id of its environment, like `env-abc123`. Needed where keys for the cluster are created. @default - no keys can be created */
  readonly environmentId?: string;
  /**
   * Its name for role bindings: what a cluster in Terraform has as `rbac_crn`. Needed where rights on it are given as role bindings.
   *
   * It looks like `crn://confluent.cloud/organization=<id>/environment=env-abc123/cloud-cluster=lkc-abc123`.
   *
   * @default - no role bindings can be created
   */
  readonly rbacCrn?: string;
}

/** What cannot be read from a cluster that is looked up. */
export interface KafkaClusterLookup extends Pick<
  KafkaClusterAttributes,
  "name" | "access" | "kind" | "cloud" | "region" | "networkId"
> {
  /** Id of the cluster, like `lkc-abc123`. */
  readonly clusterId: string;
  /** Id of its environment, like `env-abc123`. */
  readonly environmentId: string;
  /** Provider that looks the cluster up. @default - the stack's provider without an alias */
  readonly provider?: TerraformProvider;
}

/** The attributes of a generated `KafkaCluster` resource or data source that a reference takes over. */
export interface KafkaClusterResource {
  /** Id, like `lkc-abc123`. */
  readonly id: string;
  /** REST endpoint. */
  readonly restEndpoint: string;
  /** Bootstrap endpoint. */
  readonly bootstrapEndpoint: string;
  /** Cloud that the cluster runs in. */
  readonly cloud: string;
  /** Region, as its cloud calls it. */
  readonly region: string;
  /** Name for role bindings. @default - no role bindings can be created */
  readonly rbacCrn?: string;
}

/** What a generated resource does not say of itself at synth. */
export type KafkaClusterResourceOptions = Pick<
  KafkaClusterAttributes,
  "name" | "access" | "kind" | "networkId" | "environmentId"
> & {
  /** Cloud, where rules about clouds shall see it. @default - the resource's own value, which rules cannot see */
  readonly cloud?: Cloud;
  /** Region, where rules about regions shall see it. @default - the resource's own value, which rules cannot see */
  readonly region?: string;
};

const MEMBERS = {
  ...{ name: text, id: text, access: text, kind: text, cloud: text, region: text, networkId: text },
  ...{ restEndpoint: text, bootstrapEndpoint: text, environmentId: text, rbacCrn: text },
};

/**
 * Refers to a Kafka cluster, whoever created it.
 *
 * Throws CL032, CL052, CL061 and CL070 for values that cannot be.
 *
 * @see https://docs.confluent.io/cloud/current/clusters/cluster-types.html
 */
export class KafkaCluster implements KafkaClusterAttributes {
  public readonly name: string;
  public readonly id: string;
  public readonly access: ClusterAccess;
  public readonly kind: ClusterKind;
  public readonly cloud?: Cloud;
  public readonly region?: string;
  public readonly networkId?: string;
  public readonly restEndpoint?: string;
  public readonly bootstrapEndpoint?: string;
  public readonly environmentId?: string;
  public readonly rbacCrn?: string;
  /** The cluster as rules see it. */
  public readonly model: Cluster;

  private constructor(attributes: KafkaClusterAttributes) {
    requireProps("KafkaCluster", attributes, MEMBERS);
    this.name = attributes.name;
    this.id = attributes.id;
    this.access = attributes.access;
    this.kind = attributes.kind;
    this.cloud = attributes.cloud;
    this.region = attributes.region;
    this.networkId = attributes.networkId;
    this.restEndpoint = attributes.restEndpoint;
    this.bootstrapEndpoint = attributes.bootstrapEndpoint;
    this.environmentId = attributes.environmentId;
    this.rbacCrn = attributes.rbacCrn;
    this.model = Object.freeze({
      name: isToken(this.name) ? "a cluster whose name is a token" : this.name,
      id: known(this.id),
      identity: this.id,
      access: this.access,
      kind: this.kind,
      cloud: known<string | undefined>(this.cloud),
      region: known(this.region),
      networkId: known(this.networkId),
      restEndpoint: known(this.restEndpoint),
      bootstrapEndpoint: known(this.bootstrapEndpoint),
      environmentId: known(this.environmentId),
      rbacCrn: known(this.rbacCrn),
    });
    refuse(`KafkaCluster ${quote(String(this.model.name))}`, checkCluster(this.model));
    Object.freeze(this);
  }

  /** A cluster described by ids and endpoints. */
  public static fromAttributes(attributes: KafkaClusterAttributes): KafkaCluster {
    return new KafkaCluster(attributes);
  }

  /** A cluster whose endpoints Terraform looks up, with the data source `confluent_kafka_cluster`. */
  public static fromLookup(scope: Construct, id: string, lookup: KafkaClusterLookup): KafkaCluster {
    const found = new DataConfluentKafkaCluster(scope, id, {
      id: lookup.clusterId,
      environment: { id: lookup.environmentId },
      provider: lookup.provider,
    });
    return new KafkaCluster({
      name: lookup.name,
      id: lookup.clusterId,
      access: lookup.access,
      kind: lookup.kind,
      cloud: lookup.cloud,
      region: lookup.region,
      networkId: lookup.networkId,
      restEndpoint: found.restEndpoint,
      bootstrapEndpoint: found.bootstrapEndpoint,
      environmentId: lookup.environmentId,
      rbacCrn: found.rbacCrn,
    });
  }

  /** A cluster that a generated resource of the same stack creates, or a generated data source finds. */
  public static fromResource(resource: KafkaClusterResource, options: KafkaClusterResourceOptions): KafkaCluster {
    return new KafkaCluster({
      ...options,
      id: resource.id,
      cloud: options.cloud ?? (resource.cloud as Cloud),
      region: options.region ?? resource.region,
      restEndpoint: resource.restEndpoint,
      bootstrapEndpoint: resource.bootstrapEndpoint,
      rbacCrn: resource.rbacCrn,
    });
  }
}
