import { TerraformElement, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import type { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { KafkaTopic, type KafkaTopicConfig } from "@cdktf/provider-confluent/lib/kafka-topic";
import { requireOwnHcl } from "../core/hcl/write-stack";
import type { ApiKey } from "../kafka/api-key";
import type { MirrorAddresses } from "../model/document";

export const KEPT_TOPIC_TYPE = "confluent_kafka_topic";

/**
 * Attributes that the topic has from when it was a mirror topic. Without this the provider would plan its own default of partitions, and
 * to replace a topic that has more.
 */
export const NOT_KNOWN_BY_CONFIGURATION: readonly string[] = ["partitions_count", "config"];

/** What all topics of one cluster have in common. */
export interface KeptTopicParts {
  readonly clusterId: string;
  readonly restEndpoint: string | undefined;
  readonly credentials: ApiKey;
}

/** The generated resource's config for one topic that was a mirror topic, or for each of a list. */
export function keptTopicConfig(
  { clusterId, restEndpoint, credentials }: KeptTopicParts,
  topicName: string,
  provider: TerraformProvider | undefined,
): KafkaTopicConfig {
  return {
    kafkaCluster: { id: clusterId },
    topicName,
    restEndpoint,
    credentials: { key: credentials.key, secret: credentials.secret },
    provider,
    lifecycle: { preventDestroy: true, ignoreChanges: [...NOT_KNOWN_BY_CONFIGURATION] },
  };
}

export function addressOf(resource: KafkaMirrorTopic | KafkaTopic): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/** Where the resource stands whose topics only Terraform knows. */
export function unlisted(resource: KafkaMirrorTopic | KafkaTopic): Omit<MirrorAddresses, "addresses"> {
  const address = addressOf(resource);
  return resource instanceof KafkaTopic ? { unlistedKept: address } : { unlisted: address };
}

export interface HandoverProps {
  /** Address of the mirror topic that Terraform forgets. */
  readonly from: string;
  /** Address of the topic that it takes over. */
  readonly to: string;
  /** Id of that topic. */
  readonly importId: string;
  /** Map over whose keys there is one of each. */
  readonly forEach?: string;
}

/** Makes Terraform forget a mirror topic and take the topic over. Nothing is destroyed. */
export class Handover extends TerraformElement {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: HandoverProps,
  ) {
    super(scope, id);
  }

  public override toTerraform(): object {
    const { from, to, importId, forEach } = this.props;
    const imported = forEach === undefined ? { to } : { for_each: forEach, to: `${to}[each.key]` };
    return {
      removed: [{ from, lifecycle: { destroy: false } }],
      import: [{ ...imported, id: importId }],
    };
  }

  public override toHclTerraform(): object {
    requireOwnHcl(this);
    return {};
  }
}
