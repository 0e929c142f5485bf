import { quote } from "../../model/names";
import type { Cloud } from "./cloud";
import { wakeMirrorsFrom } from "./copying";
import { commitOffset, offsetKey } from "./groups";
import { isWritable, logEnd } from "./logs";
import { clusterOf, invalid, topicOf } from "./refusals";
import type { KafkaRecord, Topic } from "./state";

/** A record as a producer gives it. */
export interface NewRecord {
  /** @default - none: records go to the partitions in turn */
  readonly key?: string | null;
  /** @default - none */
  readonly value?: string | null;
  /** @default - chosen by the key */
  readonly partition?: number;
}

/** A record with the partition it was in. */
export interface ConsumedRecord extends KafkaRecord {
  readonly partition: number;
}

export interface ConsumeOptions {
  /** Reads on from what this group has committed, and commits. @default - from the beginning, without a group */
  readonly group?: string;
  /** Records at most. @default - all there are */
  readonly max?: number;
}

/** What a group has still to read of a partition. */
export interface GroupLag {
  readonly partition: number;
  /** `undefined` where the group has committed nothing. */
  readonly committed: number | undefined;
  readonly logEnd: number;
  /** Records. */
  readonly lag: number;
}

function partitionFor(topic: Topic, { key, partition }: NewRecord): number {
  if (partition !== undefined) return partition;
  const count = topic.partitions.length;
  if (key === undefined || key === null) {
    return topic.partitions.reduce((sum, records) => sum + records.length, 0) % count;
  }
  let hash = 0;
  for (const character of key) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % count;
}

/** Appends a record. A mirror topic takes none until it is STOPPED. */
export function produce(
  cloud: Cloud,
  clusterId: string,
  topicName: string,
  record: NewRecord,
): { readonly partition: number; readonly offset: number } {
  const topic = topicOf(clusterOf(cloud, clusterId), topicName);
  if (!isWritable(topic)) {
    throw invalid(`${quote(topicName)} is a mirror topic, which takes records from its source alone.`);
  }
  const partition = partitionFor(topic, record);
  const records = topic.partitions[partition];
  if (!records) throw invalid(`${quote(topicName)} has no partition ${partition}.`);
  const offset = logEnd(topic, partition);
  records.push({ offset, key: record.key ?? null, value: record.value ?? null, timestamp: cloud.state.now });
  wakeMirrorsFrom(cloud, clusterId, topicName);
  return { partition, offset };
}

/** Where a consumer begins that has nothing valid committed: at the first record. */
function positionOf(topic: Topic, partition: number, committed: number | undefined): number {
  const start = topic.startOffsets[partition] ?? 0;
  const valid = committed !== undefined && committed >= start && committed <= logEnd(topic, partition);
  return valid ? committed : start;
}

/** Reads records, partition by partition. */
export function consume(
  cloud: Cloud,
  clusterId: string,
  topicName: string,
  { group, max = Infinity }: ConsumeOptions = {},
): ConsumedRecord[] {
  const cluster = clusterOf(cloud, clusterId);
  const topic = topicOf(cluster, topicName);
  const offsets = group === undefined ? undefined : cluster.groups.get(group)?.offsets;
  const consumed: ConsumedRecord[] = [];
  topic.partitions.forEach((records, partition) => {
    const position = positionOf(topic, partition, offsets?.get(offsetKey(topicName, partition)));
    const first = position - (topic.startOffsets[partition] ?? 0);
    const batch = records.slice(first, first + Math.max(0, max - consumed.length));
    for (const record of batch) consumed.push({ ...record, partition });
    if (group === undefined) return;
    commitOffset(cloud, clusterId, group, { topic: topicName, partition, offset: position + batch.length });
  });
  return consumed;
}

/** What a group has still to read of a topic, per partition. */
export function lagOf(cloud: Cloud, clusterId: string, group: string, topicName: string): GroupLag[] {
  const cluster = clusterOf(cloud, clusterId);
  const topic = topicOf(cluster, topicName);
  const offsets = cluster.groups.get(group)?.offsets;
  return topic.partitions.map((_, partition) => {
    const committed = offsets?.get(offsetKey(topicName, partition));
    const end = logEnd(topic, partition);
    return { partition, committed, logEnd: end, lag: end - positionOf(topic, partition, committed) };
  });
}
