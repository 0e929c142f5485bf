import type { TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import type { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";

/** One object of a link, and how it is asked for its state. */
export interface ILinkHalf extends IConstruct {
  /** Name of the link, the same on both clusters. */
  readonly linkName: string;
  /** Cluster that the half lives on. */
  readonly host: KafkaCluster;
  /** Key of that cluster, for REST calls. */
  readonly hostCredentials: ApiKey;
  /** What the half is in its link. */
  readonly role: "link" | "receiving half" | "dialling half" | "inbound half" | "outbound half";
  /** The generated resource. */
  readonly resource: ClusterLink;
  /** Provider that Terraform uses for it. @default - the stack's ConfluentProvider without an alias */
  readonly provider?: TerraformProvider;
}
