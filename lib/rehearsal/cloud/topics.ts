import { quote, topicNameProblem } from "../../model/names";
import type { Cloud } from "./cloud";
import { configsCopiedBy, topicChanged } from "./config-sync";
import { wakeMirrorsFrom } from "./copying";
import { parseOffsetKey } from "./groups";
import { addPartitions, isWritable } from "./logs";
import { randomId } from "./random";
import { clusterOf, invalid, topicOf } from "./refusals";
import type { Cluster, Topic } from "./state";
import { checkTopicConfigs } from "./topic-configs";

/** A topic as it is asked for. */
export interface TopicRequest {
  readonly name: string;
  /** @default 6 */
  readonly partitions?: number;
  readonly configs?: ReadonlyMap<string, string>;
  /** @default 3 */
  readonly replicationFactor?: number;
}

/** One change of a topic's settings. */
export interface TopicConfigChange {
  readonly name: string;
  readonly value?: string | null;
  readonly operation?: "SET" | "DELETE";
}

const DEFAULT_PARTITIONS = 6;

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 1) throw invalid(`The number of partitions is ${count}.`);
}

/** Makes a topic. */
export function createTopic(cloud: Cloud, clusterId: string, request: TopicRequest): Topic {
  const cluster = clusterOf(cloud, clusterId);
  const { name, partitions = DEFAULT_PARTITIONS, configs = new Map<string, string>(), replicationFactor = 3 } = request;
  const problem = topicNameProblem(name);
  if (problem) throw invalid(`The topic's name is ${quote(name)}: ${problem}.`);
  if (cluster.topics.has(name)) throw invalid(`Topic ${quote(name)} already exists.`);
  checkCount(partitions);
  checkTopicConfigs(configs.keys());
  if (replicationFactor !== 3) throw invalid(`The replication factor is ${replicationFactor}; 3 is allowed.`);
  const topic: Topic = {
    name,
    id: randomId(cloud.random),
    partitions: [],
    startOffsets: [],
    configs: new Map(configs),
    mirror: undefined,
  };
  addPartitions(topic, partitions);
  cluster.topics.set(name, topic);
  return topic;
}

/** Deletes a topic with its records and what groups have committed for it. Its mirror topics fail. */
export function deleteTopic(cloud: Cloud, clusterId: string, name: string): void {
  const cluster = clusterOf(cloud, clusterId);
  topicOf(cluster, name);
  cluster.topics.delete(name);
  for (const { offsets } of cluster.groups.values()) {
    for (const key of offsets.keys()) if (parseOffsetKey(key).topic === name) offsets.delete(key);
  }
  wakeMirrorsFrom(cloud, clusterId, name);
}

function settingsFromSource(cluster: Cluster, topic: Topic): readonly string[] {
  const half = topic.mirror && cluster.links.get(topic.mirror.linkName);
  return half && !isWritable(topic) ? configsCopiedBy(half) : [];
}

/** Changes settings of a topic: all of them, or none where one is refused. */
export function alterTopicConfigs(
  cloud: Cloud,
  clusterId: string,
  name: string,
  changes: readonly TopicConfigChange[],
): void {
  const cluster = clusterOf(cloud, clusterId);
  const topic = topicOf(cluster, name);
  checkTopicConfigs(changes.map((change) => change.name));
  const copied = settingsFromSource(cluster, topic);
  for (const change of changes) {
    if (!copied.includes(change.name)) continue;
    throw invalid(`${quote(change.name)} of a mirror topic is that of its source topic.`);
  }
  for (const { name: key, value, operation = "SET" } of changes) {
    if (operation === "DELETE" || value === undefined || value === null) topic.configs.delete(key);
    else topic.configs.set(key, value);
  }
  topicChanged(cloud, clusterId, name);
}

/** Gives a topic more partitions. */
export function setPartitions(cloud: Cloud, clusterId: string, name: string, count: number): void {
  const topic = topicOf(clusterOf(cloud, clusterId), name);
  checkCount(count);
  if (!isWritable(topic)) throw invalid(`The partitions of a mirror topic are those of its source topic.`);
  const before = topic.partitions.length;
  if (count < before) throw invalid(`${quote(name)} has ${before} partitions, which cannot become ${count}.`);
  addPartitions(topic, count);
  topicChanged(cloud, clusterId, name);
}
