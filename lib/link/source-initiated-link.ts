import { Construct } from "constructs";
import { AppModel } from "../core/app-model";
import { requireProps } from "../core/shape";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { sharedDialKey } from "../model/rules/access";
import { DiallingHalf } from "./dialling-half";
import { ExistingLink, type ExistingLinkAttributes } from "./existing-link";
import type { IClusterLink, LinkDirection } from "./link-direction";
import { ReceivingHalf, type ReceivingHalfProps } from "./receiving-half";

/** Both halves of a link, and the settings of its mirror topics. */
export type SourceInitiatedLinkProps = ReceivingHalfProps & {
  /** Key of the source, for REST calls and for reading there. */
  readonly sourceCredentials: ApiKey;
  /**
   * Key of the destination with which the source logs in there. Another one than `destinationCredentials` can be rotated in one clean apply.
   *
   * @default - `destinationCredentials`, with warning CL051
   */
  readonly dialCredentials?: ApiKey;
};

/**
 * A link that the source opens, because the destination cannot reach it: a pair of `confluent_cluster_link` resources under one name.
 *
 * The receiving half (DESTINATION/INBOUND, on the destination) carries the settings and is created first; the dialling half
 * (SOURCE/OUTBOUND, on the source) connects.
 *
 * Errors: those of ReceivingHalf and DiallingHalf. Warning: CL051.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/private-networking.html
 */
export class SourceInitiatedLink extends Construct implements IClusterLink {
  public readonly linkName: string;
  public readonly source: KafkaCluster;
  public readonly destination: KafkaCluster;
  public readonly direction: LinkDirection;
  /** The half on the destination. */
  public readonly receivingHalf: ReceivingHalf;
  /** The half on the source. */
  public readonly diallingHalf: DiallingHalf;
  /** The two halves, the receiving one first. */
  public readonly halves: readonly [ReceivingHalf, DiallingHalf];

  public constructor(scope: Construct, id: string, props: SourceInitiatedLinkProps) {
    super(scope, id);
    requireProps(this, props, {});
    this.linkName = props.linkName;
    this.source = props.source;
    this.destination = props.destination;
    const dialCredentials = props.dialCredentials ?? props.destinationCredentials;
    this.receivingHalf = new ReceivingHalf(this, "receiving", props, this);
    this.diallingHalf = new DiallingHalf(
      this,
      "dialling",
      {
        receivingHalf: this.receivingHalf,
        sourceCredentials: props.sourceCredentials,
        dialCredentials,
        preventDestroy: props.preventDestroy,
        ignoreEndpointChanges: props.ignoreEndpointChanges,
        provider: props.provider,
      },
      this,
    );
    this.halves = [this.receivingHalf, this.diallingHalf];
    this.direction = this.receivingHalf.direction;
    const shared = dialCredentials.equals(props.destinationCredentials);
    AppModel.of(this).addCheck(this, () => [
      ...(shared
        ? [sharedDialKey.finding(`${props.destination.name}'s key is used for REST calls and for dialling.`)]
        : []),
      ...props.sourceCredentials.check(),
      ...(shared ? [] : dialCredentials.check()),
    ]);
  }

  /** A source-initiated link that exists already, created elsewhere. */
  public static fromAttributes(scope: Construct, id: string, attributes: ExistingLinkAttributes): ExistingLink {
    return new ExistingLink(scope, id, "source-initiated", attributes);
  }
}
