import { z } from "zod";
import type { Cluster, Topic } from "../../state";
import { topicOf } from "../../refusals";
import { topicConfigEntries, type TopicConfigEntry } from "../../topic-configs";
import { alterTopicConfigs, createTopic, deleteTopic, setPartitions } from "../../topics";
import { refuseTrial } from "./flags";
import { RequestRefusal } from "../refusal";
import { param } from "../route";
import { may, needTopic } from "./authorize";
import { AlterConfigs, ConfigList, configMap, settingChanges } from "./bodies";
import type { DataPlaneRouter } from "./context";
import { apiObject, listAnswer, pathTo, related, settingMembers } from "./shapes";

const REPLICATION_FACTOR = 3;
/** More than any cluster has, and few enough for this machine. */
const PartitionCount = z.number().int().max(10_000);

const CreateTopic = z.object({
  topic_name: z.string(),
  partitions_count: PartitionCount.nullish(),
  replication_factor: z.number().int().nullish(),
  configs: ConfigList.nullish(),
  validate_only: z.boolean().nullish(),
});

const UpdateTopic = z.object({ partitions_count: PartitionCount });

/** Topics of a cluster and their settings. */
export function registerTopics(router: DataPlaneRouter): void {
  router.onBody("POST", "/topics", CreateTopic, ({ body, ...context }) => {
    const { cloud, cluster } = context;
    needTopic(context, body.topic_name, "Create");
    refuseTrial(body.validate_only === true, "a topic's creation");
    const topic = createTopic(cloud, cluster.id, {
      name: body.topic_name,
      ...(typeof body.partitions_count === "number" ? { partitions: body.partitions_count } : {}),
      ...(typeof body.replication_factor === "number" ? { replicationFactor: body.replication_factor } : {}),
      configs: configMap(body.configs ?? []),
    });
    return { status: 201, body: topicObject(cluster, topic) };
  });

  router.on("GET", "/topics", (call) => {
    const { cluster } = call;
    const seen = [...cluster.topics.values()].filter(({ name }) =>
      may(call, { operation: "Describe", resourceType: "Topic", name }),
    );
    return listAnswer(
      cluster,
      "KafkaTopicList",
      "/topics",
      seen.map((topic) => topicObject(cluster, topic)),
    );
  });

  router.on("GET", "/topics/{topic_name}", (call) => {
    needTopic(call, param(call, "topic_name"), "Describe");
    return { status: 200, body: topicObject(call.cluster, topicOf(call.cluster, param(call, "topic_name"))) };
  });

  router.onBody("PATCH", "/topics/{topic_name}", UpdateTopic, (call) => {
    const { cloud, cluster } = call;
    const name = param(call, "topic_name");
    needTopic(call, name, "Alter");
    setPartitions(cloud, cluster.id, name, call.body.partitions_count);
    return { status: 200, body: topicObject(cluster, topicOf(cluster, name)) };
  });

  router.on("DELETE", "/topics/{topic_name}", (call) => {
    needTopic(call, param(call, "topic_name"), "Delete");
    deleteTopic(call.cloud, call.cluster.id, param(call, "topic_name"));
    return { status: 204 };
  });

  router.on("GET", "/topics/{topic_name}/configs", (call) => {
    needTopic(call, param(call, "topic_name"), "DescribeConfigs");
    const topic = topicOf(call.cluster, param(call, "topic_name"));
    return listAnswer(
      call.cluster,
      "KafkaTopicConfigList",
      pathTo("topics", topic.name, "configs"),
      topicConfigEntries(topic).map((entry) => configObject(call.cluster, topic, entry)),
    );
  });

  router.on("GET", "/topics/{topic_name}/configs/{name}", (call) => {
    needTopic(call, param(call, "topic_name"), "DescribeConfigs");
    const topic = topicOf(call.cluster, param(call, "topic_name"));
    const found = topicConfigEntries(topic).find(({ name }) => name === param(call, "name"));
    if (found === undefined) {
      throw new RequestRefusal(404, `Topics have no setting ${JSON.stringify(param(call, "name"))}`);
    }
    return { status: 200, body: configObject(call.cluster, topic, found) };
  });

  router.onBody("POST", "/topics/{topic_name}/configs:alter", AlterConfigs, (call) => {
    const name = param(call, "topic_name");
    needTopic(call, name, "AlterConfigs");
    refuseTrial(call.body.validate_only === true, "a change of a topic's settings");
    alterTopicConfigs(call.cloud, call.cluster.id, name, settingChanges(call.body));
    return { status: 204 };
  });
}

function crn(cluster: Cluster, topic: Topic): string {
  return `crn:///kafka=${cluster.id}/topic=${topic.name}`;
}

function topicObject(cluster: Cluster, topic: Topic): object {
  const path = pathTo("topics", topic.name);
  return apiObject(
    cluster,
    { kind: "KafkaTopic", path, resourceName: crn(cluster, topic) },
    {
      cluster_id: cluster.id,
      topic_name: topic.name,
      is_internal: false,
      replication_factor: REPLICATION_FACTOR,
      partitions_count: topic.partitions.length,
      partitions: related(cluster, `${path}/partitions`),
      configs: related(cluster, `${path}/configs`),
      partition_reassignments: related(cluster, `${path}/partitions/-/reassignments`),
    },
  );
}

function configObject(cluster: Cluster, topic: Topic, entry: TopicConfigEntry): object {
  return apiObject(
    cluster,
    {
      kind: "KafkaTopicConfig",
      path: pathTo("topics", topic.name, "configs", entry.name),
      resourceName: `${crn(cluster, topic)}/config=${entry.name}`,
    },
    {
      cluster_id: cluster.id,
      topic_name: topic.name,
      ...settingMembers(entry),
    },
  );
}
