import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { KafkaCluster as ClusterResource } from "@cdktf/provider-confluent/lib/kafka-cluster";
import { AppModel } from "../core/app-model";
import { known } from "../core/known";
import { needsProvider } from "../core/provider-floor";
import { flag, list, number, requireProps, shape, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import { checkSize } from "../model/rules/placement";
import type { Cloud, Cluster } from "../model/topology";
import { KafkaCluster } from "./kafka-cluster";
import type { PrivateNetwork } from "./private-network";

/** deletion_protection is an attribute from this version of the provider on. */
const PROTECTION_SINCE = [2, 77, 0] as const;

/** What created clusters have, wherever they are. */
export interface CommonDedicatedClusterProps {
  /** What people call the cluster: PRIMARY, JUMP, DR. Used in messages and documents. */
  readonly name: string;
  /** Name in Confluent Cloud. @default - the name, in lower case */
  readonly displayName?: string;
  /** Size in CKUs, a whole number: 1 or more in one zone, 2 or more in several (CL091). A change scales the cluster in place. */
  readonly cku: number;
  /**
   * Whether one zone may fail. Cannot be changed later.
   *
   * @default - "MULTI_ZONE" from 2 CKUs on, else "SINGLE_ZONE", with warning CL092
   */
  readonly availability?: "SINGLE_ZONE" | "MULTI_ZONE";
  /**
   * Whether Confluent Cloud refuses to delete the cluster, whoever asks. Needs provider 2.77.0, which is what the stack then asks for (CL098).
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /** Whether Terraform refuses to destroy or replace the cluster. @default true */
  readonly preventDestroy?: boolean;
  /** Id of a key of one's own with which the cluster is encrypted, like `cck-abc123`. Cannot be changed later. @default - Confluent's key */
  readonly byokKeyId?: string;
  /** Provider of the same stack that Terraform uses here. @default - the stack's ConfluentProvider without an alias */
  readonly provider?: TerraformProvider;
}

/** A cluster that its own network alone reaches. */
export interface PrivateDedicatedClusterProps extends CommonDedicatedClusterProps {
  /** The network, which says cloud, region and environment. The cluster waits until endpoints may connect to it. */
  readonly network: PrivateNetwork;
  readonly cloud?: undefined;
  readonly region?: undefined;
  readonly environmentId?: undefined;
}

/** A cluster that everybody reaches. */
export interface PublicDedicatedClusterProps extends CommonDedicatedClusterProps {
  readonly network?: undefined;
  /** Cloud that the cluster runs in. */
  readonly cloud: Cloud;
  /** Region, as its cloud calls it. */
  readonly region: string;
  /** Id of its environment, like `env-abc123`. */
  readonly environmentId: string;
}

const PROPS = {
  name: text,
  displayName: text,
  cku: number,
  availability: text,
  deletionProtection: flag,
  preventDestroy: flag,
  byokKeyId: text,
  network: shape("a PrivateNetwork", { accesses: list(shape("an access", {}), { orToken: false }), networkId: text }, [
    "accesses",
    "networkId",
  ]),
  cloud: text,
  region: text,
  environmentId: text,
};

/** On a private network, or public. */
export type DedicatedClusterProps = PrivateDedicatedClusterProps | PublicDedicatedClusterProps;

/**
 * A Dedicated cluster that Terraform creates, public or on a private network. It goes wherever a KafkaCluster does.
 *
 * Its id and endpoints are known to Terraform only, so what uses it in its stack waits for it. Other stacks take ids and endpoints as plain data: a
 * reference from one stack to another would tie them together (CL043).
 *
 * Errors: CL059, CL091, CL098. Warning: CL092.
 *
 * @see https://docs.confluent.io/cloud/current/clusters/cluster-types.html
 */
export class DedicatedCluster extends Construct implements KafkaCluster {
  public readonly name: string;
  public readonly id: string;
  public readonly access: "public" | "private";
  /** Always Dedicated. */
  public readonly kind = "Dedicated";
  public readonly cloud: Cloud;
  public readonly region: string;
  public readonly networkId?: string;
  public readonly restEndpoint: string;
  public readonly bootstrapEndpoint: string;
  public readonly environmentId: string;
  public readonly rbacCrn: string;
  /** The cluster as rules see it. */
  public readonly model: Cluster;
  /** The generated resource. */
  public readonly resource: ClusterResource;

  public constructor(scope: Construct, id: string, props: DedicatedClusterProps) {
    super(scope, id);
    requireProps(this, props, PROPS, ["name", "cku"]);
    const { name, cku, network, byokKeyId, provider, deletionProtection = true, preventDestroy = true } = props;
    const { displayName = name.toLowerCase(), availability = cku > 1 ? "MULTI_ZONE" : "SINGLE_ZONE" } = props;
    const { cloud, region, environmentId } = network ?? props;
    const size = checkSize(name, known(cku), known(availability));
    refuse(this, size);
    if (deletionProtection) needsProvider(this, PROTECTION_SINCE);
    this.resource = new ClusterResource(this, "Default", {
      displayName,
      availability,
      cloud,
      region,
      environment: { id: environmentId },
      dedicated: { cku },
      network: network && { id: network.networkId },
      byokKey: byokKeyId === undefined ? undefined : { id: byokKeyId },
      deletionProtection: deletionProtection || undefined,
      dependsOn: network && [...network.accesses],
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
      provider,
    });
    const cluster = KafkaCluster.fromResource(this.resource, {
      name,
      access: network ? "private" : "public",
      kind: "Dedicated",
      cloud,
      region,
      environmentId,
      networkId: network?.networkId,
    });
    this.name = cluster.name;
    this.id = cluster.id;
    this.access = network ? "private" : "public";
    this.cloud = cloud;
    this.region = region;
    if (network) this.networkId = network.networkId;
    this.restEndpoint = this.resource.restEndpoint;
    this.bootstrapEndpoint = this.resource.bootstrapEndpoint;
    this.environmentId = environmentId;
    this.rbacCrn = this.resource.rbacCrn;
    this.model = cluster.model;
    const app = AppModel.of(this);
    app.usesProvider(this, provider);
    app.addCheck(this, () => size);
  }
}
