import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import { AppModel } from "../core/app-model";
import { requireProps } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { HALF_MODES } from "../model/link-mode";
import { wrongPeerCredentials } from "../model/rules/halves";
import { refuseIllegalEnds } from "./checks";
import { createHalf, type HalfProtection } from "./half-resource";
import { LinkConfig } from "./link-config";
import { LinkDirection, type IClusterLink, type Upstream } from "./link-direction";
import type { ILinkHalf } from "./link-half";
import type { ReceivingSettings } from "./link-settings";

/** The waiting half of a link, and the settings of its mirror topics. */
export type ReceivingHalfProps = ReceivingSettings &
  HalfProtection & {
    /** Name of the link, the same on both clusters. CL055 for characters that a link cannot have. */
    readonly linkName: string;
    /** Cluster that has the original topics. It dials. */
    readonly source: KafkaCluster;
    /** Cluster that gets the mirror topics. It hosts this half and waits. */
    readonly destination: KafkaCluster;
    /** Key of the destination, for REST calls. */
    readonly destinationCredentials: ApiKey;
    /** Leg that fills the source, where ids of clusters do not tell. @default - found by the ids of clusters */
    readonly upstream?: Upstream;
  };

/**
 * The half of a source-initiated link that lives on the destination and waits to be dialled (DESTINATION/INBOUND).
 *
 * Use it by itself when the two halves are deployed apart; otherwise SourceInitiatedLink makes both.
 *
 * Errors: CL001, CL003, CL008, CL010, CL011, CL017, CL018, CL021, CL029, CL030, CL050, CL053, CL054, CL055.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/private-networking.html
 */
export class ReceivingHalf extends Construct implements IClusterLink, ILinkHalf {
  public readonly linkName: string;
  public readonly source: KafkaCluster;
  public readonly destination: KafkaCluster;
  public readonly direction: LinkDirection;
  public readonly host: KafkaCluster;
  public readonly hostCredentials: ApiKey;
  public readonly role = "receiving half";
  public readonly provider?: TerraformProvider;
  /** The generated resource. */
  public readonly resource: ClusterLink;

  /** @internal `owner` is the link that this half is part of. */
  public constructor(scope: Construct, id: string, props: ReceivingHalfProps, owner?: Construct) {
    super(scope, id);
    requireProps(this, props, {});
    const construct = owner ?? this;
    if (!owner && "sourceCredentials" in props) {
      refuse(this, [
        wrongPeerCredentials.finding(`Credentials of ${props.source.name} are given to a half that waits.`),
      ]);
    }
    refuseIllegalEnds(construct, props);
    this.linkName = props.linkName;
    this.source = props.source;
    this.destination = props.destination;
    this.host = props.destination;
    this.hostCredentials = props.destinationCredentials;
    this.provider = props.provider;
    const config = new LinkConfig(construct, props, "source-initiated");
    this.resource = createHalf(this, {
      ...props,
      mode: HALF_MODES.destinationInbound,
      host: props.destination,
      hostCredentials: props.destinationCredentials,
      peer: props.source,
      config,
    });
    this.direction = new LinkDirection({
      construct,
      shape: "source-initiated",
      linkName: props.linkName,
      source: props.source,
      destination: props.destination,
      credentials: props.destinationCredentials,
      prefix: props.prefix ?? props.rawConfig?.["cluster.link.prefix"],
      origin: { created: config },
      resources: () => [
        { role: "receiving half", address: `confluent_cluster_link.${this.resource.friendlyUniqueId}` },
      ],
      upstream: props.upstream,
    });
    this.direction.waitForResource(this.resource);
    AppModel.of(this).usesProvider(construct, props.provider);
  }
}
