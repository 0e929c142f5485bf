import type { TerraformProvider, TerraformStack } from "cdktf";
import { refuse } from "../core/validation-error";
import { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../link/destination-initiated-link";
import type { HalfProtection } from "../link/half-resource";
import type { ConsumerOffsetSync, TopicConfigSync } from "../link/link-settings";
import { SourceInitiatedLink } from "../link/source-initiated-link";
import { Failover } from "../mirror/failover";
import { MirrorSet, type MirrorSetProps } from "../mirror/mirror-set";
import { sharedStack } from "../model/rules/stacks";

/** The three clusters, the two stacks, and what goes from PRIMARY to DR. */
export interface PrivatePublicPrivateProps extends Omit<HalfProtection, "provider"> {
  /** Stack of leg 1, deployed from where PRIMARY can be reached. */
  readonly primaryToJump: TerraformStack;
  /** Stack of leg 2, deployed from where DR can be reached. Another one than leg 1's: CL076. */
  readonly jumpToDr: TerraformStack;
  /** The private cluster that has the original topics. */
  readonly primary: KafkaCluster;
  /** The public cluster in between. */
  readonly jump: KafkaCluster;
  /** The private cluster in another region. */
  readonly dr: KafkaCluster;
  /** Topics to mirror, by their names on PRIMARY. @default - none but those of `autoCreate` */
  readonly topics?: MirrorSetProps["topics"];
  /** Filters of topics that the links mirror by themselves. @default - none */
  readonly autoCreate?: MirrorSetProps["autoCreate"];
  /** Which consumer groups go on after a failover; on both legs. @default - offsets are not copied */
  readonly consumerOffsetSync?: ConsumerOffsetSync;
  /** On both legs. @default - every setting that can be copied, every 5 seconds */
  readonly topicConfigSync?: TopicConfigSync;
  /** Key of JUMP with which PRIMARY logs in there. @default - the key of JUMP's REST calls, with warning CL051 */
  readonly dialCredentials?: ApiKey;
  /** Name of leg 1's link. @default "primary-to-jump" */
  readonly primaryToJumpName?: string;
  /** Name of leg 2's link. @default "jump-to-dr" */
  readonly jumpToDrName?: string;
  /** Provider of each stack that Terraform uses here. @default - each stack's ConfluentProvider without an alias */
  readonly providers?: { readonly primaryToJump?: TerraformProvider; readonly jumpToDr?: TerraformProvider };
}

/**
 * PRIMARY (private) -> JUMP (public) -> DR (private): the whole disaster-recovery chain over clusters that exist.
 *
 * Builds in the two stacks what one would build by hand: a source-initiated link and its mirror topics, and a link that DR dials and whose
 * mirror topics follow, with the variable `failover`. Keys come from variables: `primary_`, `jump_` and `dr_` with `api_key` and `api_secret`.
 *
 * Errors: those of SourceInitiatedLink, DestinationInitiatedLink and MirrorSet, and CL076.
 */
export class PrivatePublicPrivate {
  /** Leg 1's link. */
  public readonly primaryToJump: SourceInitiatedLink;
  /** Mirror topics on JUMP. */
  public readonly onJump: MirrorSet;
  /** Leg 2's link. */
  public readonly jumpToDr: DestinationInitiatedLink;
  /** Mirror topics on DR. */
  public readonly onDr: MirrorSet;
  /** The switch of DR's mirror topics. */
  public readonly failover: Failover;

  public constructor(props: PrivatePublicPrivateProps) {
    const { primary, jump, dr, consumerOffsetSync, topicConfigSync, preventDestroy, ignoreEndpointChanges } = props;
    const [legOne, legTwo] = [props.primaryToJump, props.jumpToDr];
    if (legOne === legTwo) refuse(legOne, [sharedStack.finding(`Both legs are given the stack ${legOne.node.path}.`)]);
    const common = { consumerOffsetSync, topicConfigSync, preventDestroy, ignoreEndpointChanges };
    const mirrors = { preventDestroy, ignoreEndpointChanges };
    this.primaryToJump = new SourceInitiatedLink(legOne, "link", {
      ...common,
      linkName: props.primaryToJumpName ?? "primary-to-jump",
      source: primary,
      sourceCredentials: ApiKey.fromVariables(legOne, "primary"),
      destination: jump,
      destinationCredentials: ApiKey.fromVariables(legOne, "jump"),
      dialCredentials: props.dialCredentials,
      provider: props.providers?.primaryToJump,
    });
    this.onJump = new MirrorSet(legOne, "mirrors", {
      ...mirrors,
      link: this.primaryToJump,
      topics: props.topics,
      autoCreate: props.autoCreate,
      provider: props.providers?.primaryToJump,
    });
    this.jumpToDr = new DestinationInitiatedLink(legTwo, "link", {
      ...common,
      linkName: props.jumpToDrName ?? "jump-to-dr",
      source: jump,
      sourceCredentials: ApiKey.fromVariables(legTwo, "jump"),
      destination: dr,
      destinationCredentials: ApiKey.fromVariables(legTwo, "dr"),
      provider: props.providers?.jumpToDr,
    });
    this.failover = Failover.fromVariable(legTwo);
    this.onDr = new MirrorSet(legTwo, "mirrors", {
      ...mirrors,
      link: this.jumpToDr,
      follows: this.onJump,
      failover: this.failover,
      provider: props.providers?.jumpToDr,
    });
  }
}
