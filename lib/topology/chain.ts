import type { TerraformProvider, TerraformStack } from "cdktf";
import { cluster, having, requireKind, requireProps, stack } from "../core/shape";
import { refuse } from "../core/validation-error";
import { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../link/destination-initiated-link";
import type { HalfProtection } from "../link/half-resource";
import type { IClusterLink } from "../link/link-direction";
import type { LinkCredentials } from "../link/link-principals";
import type { ConsumerOffsetSync, TopicConfigSync } from "../link/link-settings";
import { SourceInitiatedLink } from "../link/source-initiated-link";
import { Failover } from "../mirror/failover";
import { MirrorSet, type MirrorSetProps } from "../mirror/mirror-set";
import { sharedStack } from "../model/rules/stacks";

/** The three clusters, and what goes from the first to the last. */
export interface ChainProps extends Omit<HalfProtection, "provider"> {
  /** The private cluster that usually has the original topics. */
  readonly primary: KafkaCluster;
  /** The public cluster in between. */
  readonly jump: KafkaCluster;
  /** The private cluster in another region. */
  readonly dr: KafkaCluster;
  /** Topics to mirror, by their names on the first cluster. @default - none but those of `autoCreate` */
  readonly topics?: MirrorSetProps["topics"];
  /** Filters of topics that the links mirror by themselves. @default - none */
  readonly autoCreate?: MirrorSetProps["autoCreate"];
  /** Which consumer groups go on after a failover; on both legs. @default - offsets are not copied */
  readonly consumerOffsetSync?: ConsumerOffsetSync;
  /** On both legs. @default - every setting that can be copied, every 5 seconds */
  readonly topicConfigSync?: TopicConfigSync;
  /** Key of JUMP with which the first cluster logs in there. @default - the key of JUMP's REST calls, with warning CL051 */
  readonly dialCredentials?: ApiKey;
  /** Topics of the last cluster that were promoted or failed over. @default - every named topic is a mirror topic */
  readonly keepPromoted?: MirrorSetProps["keepPromoted"];
}

interface End {
  readonly cluster: KafkaCluster;
  /** Name of its key's variables. */
  readonly keyName: string;
}

interface Leg {
  readonly stack: TerraformStack;
  readonly linkName: string;
  readonly provider: TerraformProvider | undefined;
  readonly credentials: LinkCredentials | undefined;
}

interface Ways {
  /** Leg into JUMP. */
  readonly into: Leg;
  /** Leg out of JUMP. */
  readonly outOf: Leg;
  readonly from: End;
  readonly to: End;
}

/** What a chain of links with one direction is made of. */
export type Chain = ChainOver<SourceInitiatedLink, DestinationInitiatedLink>;

/** One leg of a chain: its stack, its link, and which direction of the link carries the data. */
export interface LegPlan<L> {
  readonly stack: TerraformStack;
  readonly provider: TerraformProvider | undefined;
  readonly link: () => L;
  readonly direction: (link: L) => IClusterLink;
}

/** A chain of links of any kind. */
export interface ChainOver<Into, OutOf> {
  readonly into: Into;
  readonly onJump: MirrorSet;
  readonly outOf: OutOf;
  readonly onLast: MirrorSet;
  readonly failover: Failover;
}

/** Throws CL102 where the clusters or the key of a chain are none. */
export function requireChainProps(props: Pick<ChainProps, "primary" | "jump" | "dr" | "dialCredentials">): void {
  const key = having("an ApiKey", "equals");
  requireProps("PrivatePublicPrivate", props, { primary: cluster, jump: cluster, dr: cluster, dialCredentials: key }, [
    ...["primary", "jump", "dr"],
  ]);
}

/** Builds two links and their mirror topics in two stacks. Throws CL076 for one stack. */
export function chainOver<Into, OutOf>(
  props: Omit<ChainProps, "dialCredentials">,
  into: LegPlan<Into>,
  outOf: LegPlan<OutOf>,
): ChainOver<Into, OutOf> {
  for (const { stack: given } of [into, outOf]) requireKind("PrivatePublicPrivate", "a stack", given, stack);
  const { preventDestroy, ignoreEndpointChanges } = props;
  const [legOne, legTwo] = [into.stack, outOf.stack];
  if (legOne === legTwo) refuse(legOne, [sharedStack.finding(`Both legs are given the stack ${legOne.node.path}.`)]);
  const mirrors = { preventDestroy, ignoreEndpointChanges };
  const intoJump = into.link();
  const onJump = new MirrorSet(legOne, "mirrors", {
    ...mirrors,
    link: into.direction(intoJump),
    topics: props.topics,
    autoCreate: props.autoCreate,
    provider: into.provider,
  });
  const outOfJump = outOf.link();
  const failover = Failover.fromVariable(legTwo);
  const onLast = new MirrorSet(legTwo, "mirrors", {
    ...mirrors,
    link: outOf.direction(outOfJump),
    follows: onJump,
    failover,
    keepPromoted: props.keepPromoted,
    provider: outOf.provider,
  });
  return { into: intoJump, onJump, outOf: outOfJump, onLast, failover };
}

/** Builds a chain over JUMP in two stacks: the first cluster dials JUMP, the last one dials JUMP. Throws CL076 for one stack. */
export function buildChain(props: ChainProps, { into, outOf, from, to }: Ways): Chain {
  const { jump, consumerOffsetSync, topicConfigSync, preventDestroy, ignoreEndpointChanges } = props;
  const common = { consumerOffsetSync, topicConfigSync, preventDestroy, ignoreEndpointChanges };
  return chainOver<SourceInitiatedLink, DestinationInitiatedLink>(
    props,
    {
      stack: into.stack,
      provider: into.provider,
      direction: (link) => link,
      link: () =>
        new SourceInitiatedLink(into.stack, "link", {
          ...common,
          linkName: into.linkName,
          source: from.cluster,
          destination: jump,
          ...(into.credentials ?? {
            sourceCredentials: ApiKey.fromVariables(into.stack, from.keyName),
            destinationCredentials: ApiKey.fromVariables(into.stack, "jump"),
          }),
          ...(props.dialCredentials && { dialCredentials: props.dialCredentials }),
          provider: into.provider,
        }),
    },
    {
      stack: outOf.stack,
      provider: outOf.provider,
      direction: (link) => link,
      link: () =>
        new DestinationInitiatedLink(outOf.stack, "link", {
          ...common,
          linkName: outOf.linkName,
          source: jump,
          destination: to.cluster,
          ...(outOf.credentials ?? {
            sourceCredentials: ApiKey.fromVariables(outOf.stack, "jump"),
            destinationCredentials: ApiKey.fromVariables(outOf.stack, to.keyName),
          }),
          provider: outOf.provider,
        }),
    },
  );
}
