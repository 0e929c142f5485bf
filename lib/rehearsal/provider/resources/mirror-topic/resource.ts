import { ProviderError, UNKNOWN, type OperationContext, type ResourceHandler, type Values } from "../../resource";
import { checkCredentials, credentialsBlock } from "../credentials";
import { waitUntilGone } from "../deletion";
import { attempt, keeping, reading } from "../failures";
import { importedKafkaCluster } from "../kafka-access";
import { HOUR, MINUTE, SECOND, WRITE_PAUSE_MS } from "../polling";
import { kafkaPath, kafkaRest } from "../rest";
import { checkAttributes, checkBlock, isOneOf, isRestEndpoint } from "../validation";
import { blankState, isChanged, orNull, settled, textAt } from "../values";
import { addressOf, readMirror, type MirrorAddress } from "./reading";
import { changeStatus } from "./status-change";
import { CONFIGURABLE_STATUSES, isNoChange, LEGAL_TRANSITIONS, transition } from "./status";

const DELETION = { delayMs: 10 * SECOND, intervalMs: MINUTE, timeoutMs: HOUR };

const identityOf = (clusterId: string, linkName: string, topicName: string): string =>
  `${clusterId}/${linkName}/${topicName}`;

async function readState(values: Values, address: MirrorAddress, context: OperationContext): Promise<Values> {
  const { cluster } = address;
  const { linkName, sourceTopicName, mirrorTopicName, status } = await readMirror(kafkaRest(context, cluster), address);
  return {
    ...values,
    kafka_cluster: [
      {
        id: cluster.id,
        rest_endpoint: orNull(cluster.restEndpoint),
        credentials: credentialsBlock(cluster.key, cluster.secret),
      },
    ],
    cluster_link: [{ link_name: linkName }],
    source_kafka_topic: [{ topic_name: sourceTopicName }],
    mirror_topic_name: mirrorTopicName,
    status,
    id: identityOf(cluster.id, linkName, mirrorTopicName),
  };
}

const read = async (values: Values, context: OperationContext): Promise<Values> =>
  attempt("error reading Kafka Mirror Topic", async () => readState(values, addressOf(values), context));

async function updateStatus(planned: Values, prior: Values, context: OperationContext): Promise<void> {
  const [id, from, to] = [textAt(prior, "id"), textAt(prior, "status"), textAt(planned, "status")];
  const legal = transition(from, to);
  if (legal === undefined) {
    throw new ProviderError(
      `error updating Kafka Mirror Topic "${id}": the status can only change as in ${LEGAL_TRANSITIONS.join(", ")}, ` +
        `but "${from}"->"${to}" was attempted`,
      { partial: { ...planned, status: from } },
    );
  }
  const address = addressOf(planned);
  await changeStatus(kafkaRest(context, address.cluster), address, legal, id, context);
}

/** `confluent_kafka_mirror_topic`: a topic that a link keeps up to date, and its promotion or failover. */
export const mirrorTopic: ResourceHandler = {
  type: "confluent_kafka_mirror_topic",
  replacedBy: [
    "kafka_cluster.0.id",
    "kafka_cluster.0.rest_endpoint",
    "cluster_link.0.link_name",
    "source_kafka_topic.0.topic_name",
    "mirror_topic_name",
  ],

  validate: (config) => [
    ...checkAttributes(config, { status: isOneOf(CONFIGURABLE_STATUSES) }),
    ...checkBlock(config, "kafka_cluster", (cluster, path) => [
      ...checkAttributes(cluster, { rest_endpoint: isRestEndpoint }, path),
      ...checkCredentials(cluster, path),
    ]),
  ],

  /** An empty name counts as none, and none keeps what there is. */
  plan({ prior }, { planned }) {
    const keepsStatus = prior !== null && isNoChange(textAt(prior, "status"), textAt(planned, "status"));
    return {
      planned: {
        ...planned,
        ...(planned["mirror_topic_name"] === "" ? { mirror_topic_name: prior?.["mirror_topic_name"] ?? UNKNOWN } : {}),
        ...(keepsStatus ? { status: prior["status"] ?? null } : {}),
      },
    };
  },

  async create(planned, _config, context) {
    const { cluster, linkName } = addressOf(planned);
    const mirrorTopicName = textAt(planned, "mirror_topic_name");
    const body = {
      source_topic_name: textAt(planned, "source_kafka_topic", "topic_name"),
      ...(mirrorTopicName === "" ? {} : { mirror_topic_name: mirrorTopicName }),
    };
    const path = kafkaPath(cluster, "links", linkName, "mirrors");
    const doing = "error creating Kafka Mirror Topic";
    await attempt(doing, async () => kafkaRest(context, cluster).post(path, body), null);
    await context.activity.wait(WRITE_PAUSE_MS);
    const reached = settled({ ...planned, id: identityOf(cluster.id, linkName, mirrorTopicName) });
    return keeping(reached, async () => read(reached, context));
  },

  async read(state, context) {
    return reading("error reading Kafka Mirror Topic", "isNotFound", async () =>
      readState(state, addressOf(state), context),
    );
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    return keeping(proposed, async () => {
      if (isChanged(proposed, prior, "status")) await updateStatus(proposed, prior, context);
      return read(proposed, context);
    });
  },

  async delete(state, context) {
    const address = addressOf(state);
    const rest = kafkaRest(context, address.cluster);
    const id = textAt(state, "id");
    const topic = kafkaPath(address.cluster, "topics", address.topicName);
    await attempt(`error deleting Kafka Mirror Topic "${id}"`, async () => rest.delete(topic));
    await attempt(`error waiting for Kafka Mirror Topic "${id}" to be deleted`, async () =>
      waitUntilGone(context.activity, DELETION, async () => readMirror(rest, address)),
    );
  },

  async importState(id, context) {
    const [clusterId = "", linkName = "", topicName, ...more] = id.split("/");
    if (topicName === undefined || more.length > 0) {
      throw new ProviderError(
        "error importing Kafka Mirror Topic: invalid format: expected '<Kafka cluster id>/<link name>/<mirror topic name>'",
      );
    }
    const blank = blankState(
      ["id", "mirror_topic_name", "status"],
      ["kafka_cluster", "cluster_link", "source_kafka_topic"],
    );
    return attempt(`error importing Kafka Mirror Topic "${id}"`, async () => {
      const cluster = importedKafkaCluster(clusterId, context);
      return readState(blank, { cluster, linkName, topicName }, context);
    });
  },
};
