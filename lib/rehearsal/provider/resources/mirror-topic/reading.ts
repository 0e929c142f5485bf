import type { Values } from "../../resource";
import { kafkaPath, type KafkaCluster, type Rest } from "../rest";
import { textAt } from "../values";
import { decodedStatus } from "./status";

/** Which mirror topic a resource stands for. */
export interface MirrorAddress {
  readonly cluster: KafkaCluster;
  readonly linkName: string;
  readonly topicName: string;
}

/** What the API says of a mirror topic. */
export interface ReadMirror {
  readonly linkName: string;
  readonly sourceTopicName: string;
  readonly mirrorTopicName: string;
  readonly status: string;
}

export function addressOf(values: Values): MirrorAddress {
  const mirrorTopicName = textAt(values, "mirror_topic_name");
  return {
    cluster: {
      id: textAt(values, "kafka_cluster", "id"),
      restEndpoint: textAt(values, "kafka_cluster", "rest_endpoint"),
      key: textAt(values, "kafka_cluster", "credentials", "key"),
      secret: textAt(values, "kafka_cluster", "credentials", "secret"),
    },
    linkName: textAt(values, "cluster_link", "link_name"),
    topicName: mirrorTopicName === "" ? textAt(values, "source_kafka_topic", "topic_name") : mirrorTopicName,
  };
}

/** Reads a mirror topic. A status that the provider does not know is an error. */
export async function readMirror(rest: Rest, { cluster, linkName, topicName }: MirrorAddress): Promise<ReadMirror> {
  const mirror = (await rest.get(kafkaPath(cluster, "links", linkName, "mirrors", topicName))) as {
    readonly link_name?: string;
    readonly source_topic_name?: string;
    readonly mirror_topic_name?: string;
    readonly mirror_status?: unknown;
  };
  return {
    linkName: mirror.link_name ?? "",
    sourceTopicName: mirror.source_topic_name ?? "",
    mirrorTopicName: mirror.mirror_topic_name ?? "",
    status: decodedStatus(mirror.mirror_status),
  };
}
