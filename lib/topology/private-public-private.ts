import type { TerraformProvider, TerraformStack } from "cdktf";
import { Warnings } from "../core/acknowledgements";
import type { DestinationInitiatedLink } from "../link/destination-initiated-link";
import type { LinkCredentials } from "../link/link-principals";
import type { SourceInitiatedLink } from "../link/source-initiated-link";
import type { Failover } from "../mirror/failover";
import type { MirrorSet } from "../mirror/mirror-set";
import { buildBidirectionalChain, type BidirectionalChain, type BidirectionalProps } from "./bidirectional-chain";
import { buildChain, requireChainProps, type ChainProps } from "./chain";

/** The three clusters, the two stacks, and what goes from PRIMARY to DR. */
export interface PrivatePublicPrivateProps extends ChainProps {
  /** Stack of leg 1, deployed from where PRIMARY can be reached. */
  readonly primaryToJump: TerraformStack;
  /** Stack of leg 2, deployed from where DR can be reached. Another one than leg 1's: CL076. */
  readonly jumpToDr: TerraformStack;
  /** Name of leg 1's link. @default "primary-to-jump" */
  readonly primaryToJumpName?: string;
  /** Name of leg 2's link. @default "jump-to-dr" */
  readonly jumpToDrName?: string;
  /** Provider of each stack that Terraform uses here. @default - each stack's ConfluentProvider without an alias */
  readonly providers?: { readonly primaryToJump?: TerraformProvider; readonly jumpToDr?: TerraformProvider };
  /** Keys of each link, such as those of its LinkPrincipals. @default - keys from variables */
  readonly credentials?: { readonly primaryToJump?: LinkCredentials; readonly jumpToDr?: LinkCredentials };
}

/** The three clusters, two further stacks, and what goes from DR back to PRIMARY. */
export interface ReverseProps extends ChainProps {
  /** Stack of the leg out of DR, deployed from where DR can be reached. */
  readonly drToJump: TerraformStack;
  /** Stack of the leg into PRIMARY, deployed from where PRIMARY can be reached. Another one: CL076. */
  readonly jumpToPrimary: TerraformStack;
  /** Name of the link out of DR. @default "dr-to-jump" */
  readonly drToJumpName?: string;
  /** Name of the link into PRIMARY. @default "jump-to-primary" */
  readonly jumpToPrimaryName?: string;
  /** Provider of each stack that Terraform uses here. @default - each stack's ConfluentProvider without an alias */
  readonly providers?: { readonly drToJump?: TerraformProvider; readonly jumpToPrimary?: TerraformProvider };
  /** Keys of each link, such as those of its LinkPrincipals. @default - keys from variables */
  readonly credentials?: { readonly drToJump?: LinkCredentials; readonly jumpToPrimary?: LinkCredentials };
}

/**
 * DR (private) -> JUMP (public) -> PRIMARY (private).
 *
 * @see `docs/guides/failback.md`
 */
export interface ReverseChain {
  /** Link out of DR, which DR dials. */
  readonly drToJump: SourceInitiatedLink;
  /** Mirror topics on JUMP. */
  readonly onJump: MirrorSet;
  /** Link into PRIMARY, which PRIMARY dials. */
  readonly jumpToPrimary: DestinationInitiatedLink;
  /** Mirror topics on PRIMARY. */
  readonly onPrimary: MirrorSet;
  /** The switch of PRIMARY's mirror topics. */
  readonly failover: Failover;
}

/**
 * PRIMARY (private) -> JUMP (public) -> DR (private): the whole disaster-recovery chain over clusters that exist.
 *
 * Builds in the two stacks what one would build by hand: a source-initiated link and its mirror topics, and a link that DR dials and whose
 * mirror topics follow, with the variables `failover` and `failover_topics`. Unless `credentials` says otherwise, keys come from variables:
 * `primary_`, `jump_` and `dr_` with `api_key` and `api_secret`.
 *
 * Errors: those of SourceInitiatedLink, DestinationInitiatedLink and MirrorSet, and CL076.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/private-networking.html
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
    requireChainProps(props);
    const { primary, dr, providers, credentials } = props;
    const chain = buildChain(props, {
      into: {
        stack: props.primaryToJump,
        linkName: props.primaryToJumpName ?? "primary-to-jump",
        provider: providers?.primaryToJump,
        credentials: credentials?.primaryToJump,
      },
      outOf: {
        stack: props.jumpToDr,
        linkName: props.jumpToDrName ?? "jump-to-dr",
        provider: providers?.jumpToDr,
        credentials: credentials?.jumpToDr,
      },
      from: { cluster: primary, keyName: "primary" },
      to: { cluster: dr, keyName: "dr" },
    });
    this.primaryToJump = chain.into;
    this.onJump = chain.onJump;
    this.jumpToDr = chain.outOf;
    this.onDr = chain.onLast;
    this.failover = chain.failover;
  }

  /**
   * The way back after a failover: DR dials JUMP, PRIMARY dials JUMP, and the topics that are live on DR are mirrored to PRIMARY.
   *
   * For an app of its own, once the forward links are gone, and with them the old topics on JUMP and PRIMARY: both chains at a time form a
   * ring (CL039). The switch to PRIMARY is `failover` of the stack `jumpToPrimary`.
   */
  public static reverse(props: ReverseProps): ReverseChain {
    requireChainProps(props);
    const { primary, dr, providers, credentials } = props;
    const chain = buildChain(props, {
      into: {
        stack: props.drToJump,
        linkName: props.drToJumpName ?? "dr-to-jump",
        provider: providers?.drToJump,
        credentials: credentials?.drToJump,
      },
      outOf: {
        stack: props.jumpToPrimary,
        linkName: props.jumpToPrimaryName ?? "jump-to-primary",
        provider: providers?.jumpToPrimary,
        credentials: credentials?.jumpToPrimary,
      },
      from: { cluster: dr, keyName: "dr" },
      to: { cluster: primary, keyName: "primary" },
    });
    Warnings.of(chain.into).acknowledge(
      "CL090",
      "On the way back JUMP stands beside DR, where the forward chain needs it.",
    );
    return {
      drToJump: chain.into,
      onJump: chain.onJump,
      jumpToPrimary: chain.outOf,
      onPrimary: chain.onLast,
      failover: chain.failover,
    };
  }

  /**
   * The same chain over two bidirectional links: PRIMARY and DR dial, JUMP waits, and topics can be turned round without a copy of everything.
   *
   * Turning round (`reverse-and-start`, `truncate-and-restore`) is done by the Confluent CLI or by REST, which the runbook shows; Terraform cannot
   * do it. Consumer offsets and topic settings are copied in either direction, whichever has the mirror topics. Unless `credentials` says
   * otherwise, keys come from variables: `primary_`, `dr_`, `jump_` and `jump_dial_` with `api_key` and `api_secret`. Both keys of a link need
   * CloudClusterAdmin.
   *
   * Errors: those of BidirectionalLink and MirrorSet, and CL076.
   *
   * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
   */
  public static bidirectional(props: BidirectionalProps): BidirectionalChain {
    return buildBidirectionalChain(props);
  }
}
