import { ProviderError, type OperationContext, type ResourceHandler, type Values } from "../../resource";
import { checkCredentials } from "../credentials";
import { waitUntilGone } from "../deletion";
import { attempt, keeping, reading } from "../failures";
import { importedKafkaCluster, kafkaClusterOf, ownAccess } from "../kafka-access";
import { HOUR, MINUTE, SECOND, WRITE_PAUSE_MS } from "../polling";
import { kafkaPath, kafkaRest, type KafkaCluster } from "../rest";
import { checkAttributes, checkBlock, isAtLeast, isKafkaClusterId, isRestEndpoint, matches } from "../validation";
import { blankState, isChanged, numberAt, settled, textAt, textMapAt } from "../values";
import { ownSettings, settingChanges } from "./settings";

const DELETION = { delayMs: 10 * SECOND, intervalMs: MINUTE, timeoutMs: HOUR };

const isTopicName = matches(/^[a-zA-Z0-9._-]+$/, "a topic name has letters, digits, dots, underscores and dashes");

const DEFAULT_PARTITIONS = 6;

const nameIn = (values: Values): string => textAt(values, "topic_name");

const topicPath = (cluster: KafkaCluster, values: Values): string => kafkaPath(cluster, "topics", nameIn(values));

async function settingsOf(cluster: KafkaCluster, topicName: string, context: OperationContext) {
  const path = kafkaPath(cluster, "topics", topicName, "configs");
  return attempt(`error reading Kafka Topic "${topicName}": could not load configs`, async () =>
    ownSettings((await kafkaRest(context, cluster).get(path)) as Parameters<typeof ownSettings>[0]),
  );
}

async function readState(values: Values, cluster: KafkaCluster, context: OperationContext): Promise<Values> {
  const topic = (await kafkaRest(context, cluster).get(topicPath(cluster, values))) as {
    readonly topic_name?: string;
    readonly partitions_count?: number;
  };
  return {
    ...values,
    topic_name: topic.topic_name ?? "",
    partitions_count: topic.partitions_count ?? 0,
    config: await settingsOf(cluster, nameIn(values), context),
    ...ownAccess(cluster, context),
    id: `${cluster.id}/${nameIn(values)}`,
  };
}

const read = async (values: Values, context: OperationContext): Promise<Values> =>
  attempt("error reading Kafka Topic", async () => readState(values, kafkaClusterOf(values, context), context));

async function updatePartitions(planned: Values, prior: Values, context: OperationContext): Promise<void> {
  const body = { partitions_count: numberAt(planned, "partitions_count") };
  const cluster = kafkaClusterOf(planned, context);
  await attempt(
    "error updating Kafka Topic",
    async () => kafkaRest(context, cluster).patch(topicPath(cluster, planned), body),
    { ...planned, partitions_count: prior["partitions_count"] ?? null },
  );
  await context.activity.wait(WRITE_PAUSE_MS);
}

async function updateSettings(planned: Values, prior: Values, context: OperationContext): Promise<void> {
  const data = settingChanges(planned, prior);
  const cluster = kafkaClusterOf(planned, context);
  await kafkaRest(context, cluster).post(`${topicPath(cluster, planned)}/configs:alter`, { data });
  await context.activity.wait(WRITE_PAUSE_MS);
  const actual = await settingsOf(cluster, nameIn(planned), context);
  const outdated = data.flatMap((change) =>
    "value" in change && actual[change.name] !== undefined && actual[change.name] !== change.value ? [change.name] : [],
  );
  if (outdated.length > 0) throw new Error(`topic settings did not change: ${outdated.join(", ")}`);
}

/** `confluent_kafka_topic`: a topic with its settings. */
export const topic: ResourceHandler = {
  type: "confluent_kafka_topic",
  replacedBy: ["kafka_cluster.0.id", "topic_name"],

  validate: (config) => [
    ...checkAttributes(config, {
      topic_name: isTopicName,
      partitions_count: isAtLeast(1),
      rest_endpoint: isRestEndpoint,
    }),
    ...checkBlock(config, "kafka_cluster", (cluster, path) => checkAttributes(cluster, { id: isKafkaClusterId }, path)),
    ...checkCredentials(config),
  ],

  plan({ prior }, { planned }) {
    const partitions = planned["partitions_count"] ?? DEFAULT_PARTITIONS;
    const isFewer =
      prior !== null && typeof partitions === "number" && partitions < numberAt(prior, "partitions_count");
    return {
      planned: { ...planned, partitions_count: partitions },
      ...(isFewer ? { replace: [["partitions_count"]] } : {}),
    };
  },

  async create(planned, _config, context) {
    const doing = "error creating Kafka Topic";
    const cluster = await attempt(doing, () => kafkaClusterOf(planned, context), null);
    const configs = Object.entries(textMapAt(planned, "config")).map(([name, value]) => ({ name, value }));
    const body = {
      topic_name: nameIn(planned),
      partitions_count: numberAt(planned, "partitions_count"),
      configs,
    };
    await attempt(doing, async () => kafkaRest(context, cluster).post(kafkaPath(cluster, "topics"), body), null);
    await context.activity.wait(WRITE_PAUSE_MS);
    const reached = settled({ ...planned, id: `${cluster.id}/${nameIn(planned)}` });
    return keeping(reached, async () => read(reached, context));
  },

  async read(state, context) {
    return reading("error reading Kafka Topic", "isNotFound", async () =>
      readState(state, kafkaClusterOf(state, context), context),
    );
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    return keeping(proposed, async () => {
      if (isChanged(proposed, prior, "partitions_count")) await updatePartitions(proposed, prior, context);
      if (isChanged(proposed, prior, "config")) {
        await attempt(`error updating Kafka Topic "${textAt(prior, "id")}"`, async () =>
          updateSettings(proposed, prior, context),
        );
      }
      return proposed;
    });
  },

  async delete(state, context) {
    const doing = `error deleting Kafka Topic "${textAt(state, "id")}"`;
    const cluster = await attempt(doing, () => kafkaClusterOf(state, context));
    const rest = kafkaRest(context, cluster);
    const path = topicPath(cluster, state);
    await attempt(doing, async () => rest.delete(path));
    await attempt(`error waiting for Kafka Topic "${textAt(state, "id")}" to be deleted`, async () =>
      waitUntilGone(context.activity, DELETION, async () => rest.get(path)),
    );
  },

  async importState(id, context) {
    const [clusterId = "", topicName, ...more] = id.split("/");
    if (topicName === undefined || more.length > 0) {
      throw new ProviderError(
        "error importing Kafka Topic: invalid format: expected '<Kafka cluster id>/<topic name>'",
      );
    }
    const blank = blankState(["id", "partitions_count", "rest_endpoint", "config"], ["kafka_cluster", "credentials"]);
    return attempt(`error importing Kafka Topic "${id}"`, async () =>
      readState({ ...blank, topic_name: topicName }, importedKafkaCluster(clusterId, context), context),
    );
  },
};
