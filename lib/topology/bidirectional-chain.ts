import type { TerraformProvider, TerraformStack } from "cdktf";
import { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { BidirectionalLink } from "../link/bidirectional-link";
import type { Failover } from "../mirror/failover";
import type { MirrorSet } from "../mirror/mirror-set";
import { chainOver, type ChainProps, type LegPlan } from "./chain";

/** Keys of one bidirectional leg. */
export interface BidirectionalCredentials {
  /** Key of the private cluster, which dials. */
  readonly privateCredentials: ApiKey;
  /** Key of JUMP, for REST calls. */
  readonly jumpCredentials: ApiKey;
  /** Key of JUMP with which the private cluster logs in there. @default - `jumpCredentials`, with warning CL051 */
  readonly dialCredentials?: ApiKey;
}

/** The three clusters, the two stacks, and what goes from PRIMARY to DR over links that can be turned round. */
export interface BidirectionalProps extends Omit<ChainProps, "dialCredentials"> {
  /** Stack of leg 1, deployed from where PRIMARY can be reached. */
  readonly primaryToJump: TerraformStack;
  /** Stack of leg 2, deployed from where DR can be reached. Another one than leg 1's: CL076. */
  readonly jumpToDr: TerraformStack;
  /** Name of leg 1's link, on PRIMARY and on JUMP. @default "primary-to-jump" */
  readonly primaryToJumpName?: string;
  /** Name of leg 2's link, on JUMP and on DR. @default "jump-to-dr" */
  readonly jumpToDrName?: string;
  /** Provider of each stack that Terraform uses here. @default - each stack's ConfluentProvider without an alias */
  readonly providers?: { readonly primaryToJump?: TerraformProvider; readonly jumpToDr?: TerraformProvider };
  /** Keys of each link. @default - keys from variables: `primary_` or `dr_`, `jump_` and `jump_dial_` */
  readonly credentials?: {
    readonly primaryToJump?: BidirectionalCredentials;
    readonly jumpToDr?: BidirectionalCredentials;
  };
}

/**
 * PRIMARY (private) -> JUMP (public) -> DR (private), over links that can be turned round.
 *
 * @see `docs/guides/bidirectional.md`
 */
export interface BidirectionalChain {
  /** Leg 1's link, which PRIMARY dials. */
  readonly primaryToJump: BidirectionalLink;
  /** Mirror topics on JUMP. */
  readonly onJump: MirrorSet;
  /** Leg 2's link, which DR dials. */
  readonly jumpToDr: BidirectionalLink;
  /** Mirror topics on DR. */
  readonly onDr: MirrorSet;
  /** The switch of DR's mirror topics. */
  readonly failover: Failover;
}

/** Builds PRIMARY -> JUMP -> DR over two bidirectional links that the private clusters dial. Throws CL076 for one stack. */
export function buildBidirectionalChain(props: BidirectionalProps): BidirectionalChain {
  const { jump, primary, dr, providers, credentials } = props;
  const legOne: BidirectionalLeg = {
    stack: props.primaryToJump,
    linkName: props.primaryToJumpName ?? "primary-to-jump",
    provider: providers?.primaryToJump,
    dialler: primary,
    keyName: "primary",
    credentials: credentials?.primaryToJump,
  };
  const legTwo: BidirectionalLeg = {
    stack: props.jumpToDr,
    linkName: props.jumpToDrName ?? "jump-to-dr",
    provider: providers?.jumpToDr,
    dialler: dr,
    keyName: "dr",
    credentials: credentials?.jumpToDr,
  };
  const chain = chainOver(props, planOf(props, legOne, jump), planOf(props, legTwo, dr));
  return {
    primaryToJump: chain.into,
    onJump: chain.onJump,
    jumpToDr: chain.outOf,
    onDr: chain.onLast,
    failover: chain.failover,
  };
}

interface BidirectionalLeg {
  readonly stack: TerraformStack;
  readonly linkName: string;
  readonly provider: TerraformProvider | undefined;
  /** The private cluster. */
  readonly dialler: KafkaCluster;
  /** Name of its key's variables. */
  readonly keyName: string;
  readonly credentials: BidirectionalCredentials | undefined;
}

function planOf(
  { jump, consumerOffsetSync, topicConfigSync, preventDestroy, ignoreEndpointChanges }: BidirectionalProps,
  { stack, linkName, provider, dialler, keyName, credentials }: BidirectionalLeg,
  receiver: KafkaCluster,
): LegPlan<BidirectionalLink> {
  // Both ends, so that groups find their offsets after the topics were turned round too.
  const settings = { consumerOffsetSync, topicConfigSync };
  return {
    stack,
    provider,
    direction: (link) => link.into(receiver),
    link: () => {
      const { privateCredentials, jumpCredentials, dialCredentials } = credentials ?? fromVariables(stack, keyName);
      return new BidirectionalLink(stack, "link", {
        linkName,
        preventDestroy,
        ignoreEndpointChanges,
        provider,
        outbound: { ...settings, cluster: dialler, credentials: privateCredentials },
        inbound: { ...settings, cluster: jump, credentials: jumpCredentials },
        dialCredentials,
      });
    },
  };
}

const fromVariables = (stack: TerraformStack, keyName: string): BidirectionalCredentials => ({
  privateCredentials: ApiKey.fromVariables(stack, keyName),
  jumpCredentials: ApiKey.fromVariables(stack, "jump"),
  dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
});
