import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { nameFilterEntries } from "../core/filter-text";
import { isToken, known } from "../core/known";
import { cluster, list, requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import type { GroupFilter, TopicFilter } from "../model/filters";
import { UNKNOWN } from "../model/maybe";
import { checkEnds } from "../model/rules/clusters";
import { checkLinkName } from "../model/rules/halves";
import { checkTopic } from "../model/rules/mirrors";
import { defaultIntervalMs } from "../model/settings";
import type { LinkShape } from "../model/topology";
import { nameFilters } from "./link-shape";
import { LinkDirection, type IClusterLink, type Upstream } from "./link-direction";

/** A link that exists already. What is stated here is believed, and rules work with it. */
export interface ExistingLinkAttributes {
  /** Name of the link, the same on both clusters. */
  readonly linkName: string;
  /** Cluster that has the original topics. */
  readonly source: KafkaCluster;
  /** Cluster that has the mirror topics. */
  readonly destination: KafkaCluster;
  /**
   * Key of the destination, for REST calls.
   *
   * @default - the link is only described; a MirrorSet on it throws CL018
   */
  readonly destinationCredentials?: ApiKey;
  /** Text that the link puts before the names of mirror topics. @default - none */
  readonly prefix?: string;
  /** Source topics that are mirrored explicitly; the list or members of it may be tokens. @default - none */
  readonly topics?: readonly string[];
  /** Filters of mirror topics that are created by themselves. @default - none */
  readonly autoCreate?: readonly TopicFilter[];
  /** Filters of consumer groups whose offsets are copied. @default - offsets are not copied */
  readonly groups?: readonly GroupFilter[];
  /** Leg that fills the source, where ids of clusters do not tell. @default - found by the ids of clusters */
  readonly upstream?: Upstream;
}

/**
 * A link that another app or person created: it can carry mirror topics and be part of a chain.
 *
 * @see `docs/guides/adopt.md`
 */
export class ExistingLink extends Construct implements IClusterLink {
  public readonly linkName: string;
  public readonly source: KafkaCluster;
  public readonly destination: KafkaCluster;
  public readonly direction: LinkDirection;

  public constructor(scope: Construct, id: string, shape: LinkShape, attributes: ExistingLinkAttributes) {
    super(scope, id);
    requireProps(
      this,
      attributes,
      {
        linkName: text,
        source: cluster,
        destination: cluster,
        prefix: text,
        topics: list(text),
        autoCreate: nameFilters,
        groups: nameFilters,
      },
      ["linkName", "source", "destination"],
    );
    const { linkName, source, destination, destinationCredentials, topics = [], autoCreate = [], groups } = attributes;
    const prefix = attributes.prefix === undefined ? undefined : known(attributes.prefix);
    const knownTopics = isToken(topics) ? [] : topics.filter((topic) => !isToken(topic));
    refuse(this, [
      ...checkLinkName(known(linkName)),
      ...checkEnds(source.model, destination.model),
      ...knownTopics.flatMap((topic) => checkTopic(topic, prefix)),
    ]);
    destinationCredentials?.requireToken(this, "destinationCredentials");
    this.linkName = linkName;
    this.source = source;
    this.destination = destination;
    this.direction = new LinkDirection({
      construct: this,
      shape,
      linkName,
      source,
      destination,
      credentials: destinationCredentials,
      prefix: attributes.prefix,
      origin: {
        existing: {
          prefix,
          consumerGroupPrefix: prefix === undefined ? false : UNKNOWN,
          autoCreate: { enabled: autoCreate.length > 0, filters: nameFilterEntries(autoCreate) },
          consumerOffsetSync: {
            enabled: groups !== undefined && groups.length > 0,
            intervalMs: defaultIntervalMs("consumer.offset.sync.ms"),
            filters: nameFilterEntries(groups ?? []),
          },
          aclSync: { enabled: UNKNOWN, intervalMs: UNKNOWN, filters: [] },
          topicConfigSync: { intervalMs: UNKNOWN, include: undefined },
        },
        mirrors: {
          path: this.node.path,
          stack: TerraformStack.of(this).node.path,
          topics: knownTopics,
          topicsUnknown: isToken(topics) || knownTopics.length < topics.length,
          kept: [],
          autoCreate: nameFilterEntries(autoCreate),
          failover: false,
          follows: undefined,
        },
      },
      resources: () => [],
      upstream: attributes.upstream,
    });
  }
}
