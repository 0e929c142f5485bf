import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import { AppModel } from "../core/app-model";
import { requireProps } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { HALF_MODES } from "../model/link-mode";
import { checkDial } from "../model/rules/clusters";
import { refuseIllegalEnds } from "./checks";
import { ExistingLink, type ExistingLinkAttributes } from "./existing-link";
import { createHalf, type HalfProtection } from "./half-resource";
import { LinkConfig } from "./link-config";
import { LinkDirection, type IClusterLink, type Upstream } from "./link-direction";
import type { ILinkHalf } from "./link-half";
import type { ReceivingSettings } from "./link-settings";

/** A link that its destination dials, and its settings. */
export type DestinationInitiatedLinkProps = ReceivingSettings &
  HalfProtection & {
    /** Name of the link. CL055 for characters that a link cannot have. */
    readonly linkName: string;
    /** Cluster that has the original topics. */
    readonly source: KafkaCluster;
    /** Key of the source, with which the destination logs in there. */
    readonly sourceCredentials: ApiKey;
    /** Cluster that gets the mirror topics. It hosts the link and dials. */
    readonly destination: KafkaCluster;
    /** Key of the destination, for REST calls. */
    readonly destinationCredentials: ApiKey;
    /** Leg that fills the source, where ids of clusters do not tell. @default - found by the ids of clusters */
    readonly upstream?: Upstream;
  };

/**
 * The ordinary link: hosted on the destination, which dials the source (DESTINATION/OUTBOUND).
 *
 * Errors: CL001, CL003, CL008, CL010, CL011, CL016, CL017, CL018, CL021, CL029, CL030, CL050, CL053, CL054, CL055, CL062.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export class DestinationInitiatedLink extends Construct implements IClusterLink, ILinkHalf {
  public readonly linkName: string;
  public readonly source: KafkaCluster;
  public readonly destination: KafkaCluster;
  public readonly direction: LinkDirection;
  public readonly host: KafkaCluster;
  public readonly hostCredentials: ApiKey;
  public readonly role = "link";
  public readonly provider?: TerraformProvider;
  /** The generated resource. */
  public readonly resource: ClusterLink;

  public constructor(scope: Construct, id: string, props: DestinationInitiatedLinkProps) {
    super(scope, id);
    requireProps(this, props, {});
    refuseIllegalEnds(this, props);
    refuse(this, checkDial(props.destination.model, props.source.model));
    this.linkName = props.linkName;
    this.source = props.source;
    this.destination = props.destination;
    this.host = props.destination;
    this.hostCredentials = props.destinationCredentials;
    this.provider = props.provider;
    const config = new LinkConfig(this, props, "destination-initiated");
    this.resource = createHalf(this, {
      ...props,
      mode: HALF_MODES.destinationOutbound,
      host: props.destination,
      hostCredentials: props.destinationCredentials,
      peer: props.source,
      peerCredentials: props.sourceCredentials,
      config,
    });
    this.direction = new LinkDirection({
      construct: this,
      shape: "destination-initiated",
      linkName: props.linkName,
      source: props.source,
      destination: props.destination,
      credentials: props.destinationCredentials,
      prefix: props.prefix ?? props.rawConfig?.["cluster.link.prefix"],
      origin: { created: config },
      resources: () => [{ role: "link", address: `confluent_cluster_link.${this.resource.friendlyUniqueId}` }],
      upstream: props.upstream,
    });
    this.direction.waitForResource(this.resource);
    AppModel.of(this).addCheck(this, () => [
      ...checkDial(props.destination.model, props.source.model),
      ...props.sourceCredentials.check(),
    ]);
    AppModel.of(this).usesProvider(this, props.provider);
  }

  /** A destination-initiated link that exists already, created elsewhere. */
  public static fromAttributes(scope: Construct, id: string, attributes: ExistingLinkAttributes): ExistingLink {
    return new ExistingLink(scope, id, "destination-initiated", attributes);
  }
}
