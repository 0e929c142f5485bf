import { MirrorSet } from "cdktf-cluster-linking";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { generatedLink, libraryLink, timeStack, topicNames } from "./sample";

const [variant, count] = process.argv.slice(2);
const topics = topicNames(Number(count));

timeStack((stack) => {
  if (variant === "set") {
    new MirrorSet(stack, "mirrors", { link: libraryLink(stack), topics });
    return;
  }
  const shared = generatedLink(stack);
  for (const topicName of topics) {
    new KafkaMirrorTopic(stack, `mirrors_${topicName}`, { ...shared, sourceKafkaTopic: { topicName } });
  }
});
