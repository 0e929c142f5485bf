import { findGroup, parseOffsetKey } from "../../groups";
import { logEnd } from "../../logs";
import type { Cluster, ConsumerGroup } from "../../state";
import { RequestRefusal } from "../refusal";
import { param } from "../route";
import { may, needGroup } from "./authorize";
import type { DataPlaneRouter } from "./context";
import { apiObject, listAnswer, pathTo, related } from "./shapes";

interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly logEnd: number;
  readonly lag: number;
}

/** Consumer groups of a cluster, with their offsets. */
export function registerGroups(router: DataPlaneRouter): void {
  router.on("GET", "/consumer-groups", (call) => {
    const { cluster } = call;
    const groups = [...cluster.groups.values()].filter(({ id }) =>
      may(call, { operation: "Describe", resourceType: "Group", name: id }),
    );
    return listAnswer(
      cluster,
      "KafkaConsumerGroupList",
      "/consumer-groups",
      groups.map((group) => groupObject(cluster, group)),
    );
  });

  router.on("GET", "/consumer-groups/{consumer_group_id}", (call) => {
    needGroup(call, param(call, "consumer_group_id"), "Describe");
    const group = findGroup(call.cloud, call.cluster.id, param(call, "consumer_group_id"));
    return { status: 200, body: groupObject(call.cluster, group) };
  });

  router.on("GET", "/consumer-groups/{consumer_group_id}/lag-summary", (call) => {
    needGroup(call, param(call, "consumer_group_id"), "Describe");
    const { cluster } = call;
    const group = findGroup(call.cloud, cluster.id, param(call, "consumer_group_id"));
    const lags = lagsOf(cluster, group);
    const [first] = lags;
    if (first === undefined) throw new RequestRefusal(404, "The consumer group has no offsets");
    const worst = lags.reduce((most, other) => (other.lag > most.lag ? other : most), first);
    return { status: 200, body: summaryObject(cluster, group, worst, lags) };
  });

  router.on("GET", "/consumer-groups/{consumer_group_id}/lags", (call) => {
    needGroup(call, param(call, "consumer_group_id"), "Describe");
    const { cluster } = call;
    const group = findGroup(call.cloud, cluster.id, param(call, "consumer_group_id"));
    return listAnswer(
      cluster,
      "KafkaConsumerLagList",
      pathTo("consumer-groups", group.id, "lags"),
      lagsOf(cluster, group).map((lag) => lagObject(cluster, group, lag)),
    );
  });

  router.on("GET", "/consumer-groups/{consumer_group_id}/lags/{topic_name}/partitions/{partition_id}", (call) => {
    needGroup(call, param(call, "consumer_group_id"), "Describe");
    const { cluster } = call;
    const group = findGroup(call.cloud, cluster.id, param(call, "consumer_group_id"));
    const [topic, partition] = [param(call, "topic_name"), param(call, "partition_id")];
    const found = lagsOf(cluster, group).find((lag) => lag.topic === topic && String(lag.partition) === partition);
    if (found === undefined) throw new RequestRefusal(404, "The consumer group has no offset of this partition");
    return { status: 200, body: lagObject(cluster, group, found) };
  });
}

/** Offsets of topics that are gone count for nothing. */
function lagsOf(cluster: Cluster, group: ConsumerGroup): PartitionLag[] {
  return [...group.offsets].flatMap(([key, offset]) => {
    const { topic: name, partition } = parseOffsetKey(key);
    const topic = cluster.topics.get(name);
    if (topic?.partitions[partition] === undefined) return [];
    const end = logEnd(topic, partition);
    return [{ topic: name, partition, offset, logEnd: end, lag: Math.max(0, end - offset) }];
  });
}

function groupPath(group: ConsumerGroup, ...more: readonly string[]): string {
  return pathTo("consumer-groups", group.id, ...more);
}

function crn(cluster: Cluster, group: ConsumerGroup): string {
  return `crn:///kafka=${cluster.id}/consumer-group=${group.id}`;
}

function groupObject(cluster: Cluster, group: ConsumerGroup): object {
  return apiObject(
    cluster,
    { kind: "KafkaConsumerGroup", path: groupPath(group), resourceName: crn(cluster, group) },
    {
      cluster_id: cluster.id,
      consumer_group_id: group.id,
      is_simple: false,
      is_mixed_consumer_group: false,
      type: "CLASSIC",
      partition_assignor: group.active ? "range" : "",
      state: group.active ? "STABLE" : "EMPTY",
      coordinator: related(cluster, "/brokers/0"),
      consumers: related(cluster, groupPath(group, "consumers")),
      lag_summary: related(cluster, groupPath(group, "lag-summary")),
    },
  );
}

/** The emulator's consumers have no ids of their own. */
function lagObject(
  cluster: Cluster,
  group: ConsumerGroup,
  { topic, partition, offset, logEnd: end, lag }: PartitionLag,
): object {
  return apiObject(
    cluster,
    {
      kind: "KafkaConsumerLag",
      path: groupPath(group, "lags", topic, "partitions", String(partition)),
      resourceName: `${crn(cluster, group)}/lag=${topic}/partition=${partition}`,
    },
    {
      cluster_id: cluster.id,
      consumer_group_id: group.id,
      topic_name: topic,
      partition_id: partition,
      current_offset: offset,
      log_end_offset: end,
      lag,
      consumer_id: "",
      instance_id: null,
      client_id: "",
    },
  );
}

function summaryObject(
  cluster: Cluster,
  group: ConsumerGroup,
  worst: PartitionLag,
  lags: readonly PartitionLag[],
): object {
  return apiObject(
    cluster,
    {
      kind: "KafkaConsumerGroupLagSummary",
      path: groupPath(group, "lag-summary"),
      resourceName: `${crn(cluster, group)}/lag-summary`,
    },
    {
      cluster_id: cluster.id,
      consumer_group_id: group.id,
      max_lag_consumer_id: "",
      max_lag_instance_id: null,
      max_lag_client_id: "",
      max_lag_topic_name: worst.topic,
      max_lag_partition_id: worst.partition,
      max_lag: worst.lag,
      total_lag: lags.reduce((sum, { lag }) => sum + lag, 0),
      max_lag_consumer: related(cluster, groupPath(group, "consumers")),
      max_lag_partition: related(cluster, pathTo("topics", worst.topic, "partitions", String(worst.partition))),
    },
  );
}
