import { MirrorTopic } from "cdktf-cluster-linking";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { generatedLink, libraryLink, timeStack, topicNames } from "./sample";

const [variant, count] = process.argv.slice(2);
const topics = topicNames(Number(count));

timeStack((stack) => {
  if (variant === "construct") {
    const link = libraryLink(stack);
    for (const topic of topics) new MirrorTopic(stack, topic, { link, topic });
    return;
  }
  const shared = generatedLink(stack);
  for (const topicName of topics) {
    new KafkaMirrorTopic(stack, topicName, { ...shared, sourceKafkaTopic: { topicName } });
  }
});
