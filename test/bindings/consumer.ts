import { clusterLink, dataConfluentKafkaCluster, kafkaMirrorTopic, provider } from "@cdktf/provider-confluent";
import { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import { DataConfluentKafkaCluster } from "@cdktf/provider-confluent/lib/data-confluent-kafka-cluster";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";

const byFolder = [ClusterLink, DataConfluentKafkaCluster, KafkaMirrorTopic, ConfluentProvider];
const byBarrel: readonly unknown[] = [
  clusterLink.ClusterLink,
  dataConfluentKafkaCluster.DataConfluentKafkaCluster,
  kafkaMirrorTopic.KafkaMirrorTopic,
  provider.ConfluentProvider,
];

/** The names of the classes that are the same ones by folder and by barrel. */
export const imported = byFolder.filter((found, index) => found === byBarrel[index]).map(({ name }) => name);
