import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import { AppModel } from "../core/app-model";
import { cluster as aCluster, pair, requireProps, shape, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { HALF_MODES } from "../model/link-mode";
import { sharedDialKey } from "../model/rules/access";
import { checkDial, checkDialler } from "../model/rules/clusters";
import { followsElsewhere } from "../model/rules/mirrors";
import { remoteCredentialsMissing, remoteCredentialsOnInbound, wrongPeerCredentials } from "../model/rules/halves";
import { refuseIllegalDialler, refuseIllegalEnds } from "./checks";
import { ExistingLink, type ExistingLinkAttributes } from "./existing-link";
import { createHalf, type HalfProtection } from "./half-resource";
import { LinkConfig } from "./link-config";
import { LinkDirection, type Upstream } from "./link-direction";
import type { ILinkHalf } from "./link-half";
import type { CommonReceivingSettings, WithPrefix, WithoutPrefix } from "./link-settings";

/** One end of a bidirectional link. Its settings are those of the mirror topics that it receives. */
export type BidirectionalEnd = CommonReceivingSettings &
  (WithoutPrefix | WithPrefix) & {
    /** The cluster at this end. */
    readonly cluster: KafkaCluster;
    /** Key of this cluster: for REST calls, and for what the link does here. */
    readonly credentials: ApiKey;
    /** Leg that fills this cluster besides the link. @default - found by the ids of clusters */
    readonly upstream?: Upstream;
  };

/** Both clusters can be dialled, and both dial. */
export interface BothOutboundProps extends HalfProtection {
  /** Name of the link, the same on both clusters. CL055 for characters that a link cannot have. */
  readonly linkName: string;
  /** The two clusters, in any order. */
  readonly ends: readonly [BidirectionalEnd, BidirectionalEnd];
  readonly outbound?: undefined;
  readonly inbound?: undefined;
  readonly dialCredentials?: undefined;
}

/** Only one cluster can be dialled; it waits for the other one. */
export interface OneInboundProps extends HalfProtection {
  /** Name of the link, the same on both clusters. CL055 for characters that a link cannot have. */
  readonly linkName: string;
  /** The end that dials: the private cluster. */
  readonly outbound: BidirectionalEnd;
  /** The end that waits: the cluster that can be dialled. */
  readonly inbound: BidirectionalEnd;
  /**
   * Key of the inbound cluster with which the outbound one logs in there. Another one than the inbound end's can be rotated in one clean apply.
   *
   * @default - the credentials of the inbound end, with warning CL051
   */
  readonly dialCredentials?: ApiKey;
  readonly ends?: undefined;
}

const END = shape("an end of the link", { cluster: aCluster }, ["cluster"]);

/** Who dials: both ends, or one. */
export type BidirectionalLinkProps = BothOutboundProps | OneInboundProps;

/**
 * One of the two objects of a bidirectional link, and the direction of data into its cluster.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export class BidirectionalHalf extends Construct implements ILinkHalf {
  /** The direction of data into this half's cluster. */
  public readonly direction: LinkDirection;
  public readonly linkName: string;
  public readonly host: KafkaCluster;
  public readonly hostCredentials: ApiKey;
  public readonly role: "inbound half" | "outbound half";
  public readonly provider?: TerraformProvider;
  /** The generated resource. */
  public readonly resource: ClusterLink;

  /** @internal */
  public constructor(
    scope: Construct,
    id: string,
    link: HalfProtection & { readonly linkName: string },
    local: BidirectionalEnd,
    remote: BidirectionalEnd,
    remoteCredentials: ApiKey | undefined,
    after: readonly ClusterLink[],
  ) {
    super(scope, id);
    this.linkName = link.linkName;
    this.host = local.cluster;
    this.hostCredentials = local.credentials;
    this.role = remoteCredentials ? "outbound half" : "inbound half";
    this.provider = link.provider;
    const config = new LinkConfig(this, local, "bidirectional");
    this.resource = createHalf(this, {
      mode: remoteCredentials ? HALF_MODES.bidirectionalOutbound : HALF_MODES.bidirectionalInbound,
      linkName: link.linkName,
      host: local.cluster,
      hostCredentials: local.credentials,
      peer: remote.cluster,
      peerCredentials: remoteCredentials,
      config,
      dependsOn: after,
      preventDestroy: link.preventDestroy,
      ignoreEndpointChanges: link.ignoreEndpointChanges,
      provider: link.provider,
    });
    this.direction = new LinkDirection({
      construct: this,
      shape: "bidirectional",
      linkName: link.linkName,
      source: remote.cluster,
      destination: local.cluster,
      credentials: local.credentials,
      prefix: local.prefix ?? local.rawConfig?.["cluster.link.prefix"],
      origin: { created: config },
      resources: () => [{ role: this.role, address: `confluent_cluster_link.${this.resource.friendlyUniqueId}` }],
      upstream: remote.upstream,
    });
    AppModel.of(this).usesProvider(this, link.provider);
  }
}

/**
 * A link that can carry data both ways: two `confluent_cluster_link` resources in BIDIRECTIONAL mode under one name.
 *
 * Either both ends dial, or one waits because the other cannot be dialled. Mirror topics are created with `into(cluster)`.
 *
 * Errors: CL001, CL003, CL008, CL010, CL016, CL017, CL018, CL019, CL021, CL029, CL030, CL047, CL050, CL053, CL054, CL055, CL062, CL063. Warning: CL051.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export class BidirectionalLink extends Construct {
  /** Name of the link, the same on both clusters. */
  public readonly linkName: string;
  /** The two halves: the one that waits first where there is one. */
  public readonly halves: readonly [BidirectionalHalf, BidirectionalHalf];

  public constructor(scope: Construct, id: string, props: BidirectionalLinkProps) {
    super(scope, id);
    requireProps(this, props, { linkName: text, inbound: END, outbound: END });
    if (props.inbound === undefined) requireProps(this, props, { ends: pair(END) }, ["ends"]);
    else requireProps(this, props, {}, ["outbound"]);
    this.linkName = props.linkName;
    const oneWaits = props.inbound !== undefined;
    const [first, second] = oneWaits ? [props.inbound, props.outbound] : props.ends;
    this.refuseRemoteCredentials(first, second);
    if (!oneWaits && (props.dialCredentials as ApiKey | undefined)) {
      refuse(this, [wrongPeerCredentials.finding("dialCredentials are given to a link whose two ends both dial.")]);
    }
    for (const [source, destination] of [
      [first.cluster, second.cluster],
      [second.cluster, first.cluster],
    ] as const) {
      refuseIllegalEnds(this, { linkName: props.linkName, source, destination });
    }
    refuseIllegalDialler(this, second.cluster, first.cluster);
    if (oneWaits) refuse(this, checkDialler(first.cluster.model));
    else refuseIllegalDialler(this, first.cluster, second.cluster);
    const dialCredentials = (oneWaits ? props.dialCredentials : undefined) ?? first.credentials;
    const firstHalf = new BidirectionalHalf(
      this,
      oneWaits ? "inbound" : "first",
      props,
      first,
      second,
      oneWaits ? undefined : second.credentials,
      [],
    );
    const secondHalf = new BidirectionalHalf(
      this,
      oneWaits ? "outbound" : "second",
      props,
      second,
      first,
      dialCredentials,
      [firstHalf.resource],
    );
    this.halves = [firstHalf, secondHalf];
    for (const half of this.halves) for (const { resource } of this.halves) half.direction.waitForResource(resource);
    AppModel.of(this).addCheck(this, () => [
      ...checkDial(second.cluster.model, first.cluster.model),
      ...(oneWaits ? [] : checkDial(first.cluster.model, second.cluster.model)),
      ...(oneWaits && dialCredentials.equals(first.credentials)
        ? [sharedDialKey.finding(`${first.cluster.name}'s key is used for REST calls and for dialling.`)]
        : dialCredentials.check()),
    ]);
  }

  /** A bidirectional link that exists already, created elsewhere: its direction from `source` to `destination`. */
  public static fromAttributes(scope: Construct, id: string, attributes: ExistingLinkAttributes): ExistingLink {
    return new ExistingLink(scope, id, "bidirectional", attributes);
  }

  /** The direction of data into one of the two clusters, for a MirrorSet. Throws CL046 for a cluster the link does not join. */
  public into(cluster: KafkaCluster): LinkDirection {
    const half = this.halves.find(({ direction }) => direction.destination.id === cluster.id);
    if (!half) {
      const ends = this.halves.map(({ direction }) => direction.destination.name).join(" and ");
      refuse(this, [
        followsElsewhere.finding(`${cluster.name} is none of the link's clusters ${ends}.`, {
          fix: `Use one of ${ends}.`,
        }),
      ]);
    }
    return (half as BidirectionalHalf).direction;
  }

  private refuseRemoteCredentials(first: BidirectionalEnd, second: BidirectionalEnd): void {
    const foreign = [first, second].find((end) => "remoteCredentials" in end);
    if (foreign) {
      refuse(this, [remoteCredentialsOnInbound.finding(`The end ${foreign.cluster.name} is given remoteCredentials.`)]);
    }
    const bare = [first, second].find((end) => !(end.credentials as ApiKey | undefined));
    if (bare) refuse(this, [remoteCredentialsMissing.finding(`The end ${bare.cluster.name} has no credentials.`)]);
  }
}
