import type { Cloud } from "./cloud";
import { contactOf, mayOnTopic, type Contact } from "./dialling";
import { mirrorsFrom } from "./downstream";
import { exists, mirrorsOn, type HostedHalf, type MirrorTopic } from "./halves";
import { known, settingsOf } from "./link-settings";
import { addPartitions } from "./logs";
import type { LinkHalf, MirrorStatus, Topic } from "./state";
import { syncedTopicConfigs } from "./topic-configs";

const SYNCED: readonly MirrorStatus[] = ["ACTIVE", "PAUSED", "PENDING_MIRROR", "PENDING_STOPPED"];

const SCHEDULED = new WeakMap<LinkHalf, Set<MirrorTopic> | "all">();

/** The topic settings that a half copies. */
export function configsCopiedBy(half: LinkHalf): readonly string[] {
  return syncedTopicConfigs(settingsOf(half).topicConfigSync.include?.map(known));
}

/** Copies settings of the source topic; says whether the mirror's differ now. */
export function copyConfigs(half: LinkHalf, from: Topic, to: Topic): boolean {
  let changed = false;
  for (const name of configsCopiedBy(half)) {
    const value = from.configs.get(name);
    if (to.configs.get(name) === value) continue;
    changed = true;
    if (value === undefined) to.configs.delete(name);
    else to.configs.set(name, value);
  }
  return changed;
}

function sync(cloud: Cloud, { host, half }: HostedHalf, topic: MirrorTopic, contact: Contact): void {
  if (contact.obstacle || host.topics.get(topic.name) !== topic || !SYNCED.includes(topic.mirror.status)) return;
  const source = contact.source.topics.get(topic.mirror.sourceTopic);
  if (source?.id !== topic.mirror.sourceTopicId) return;
  if (!mayOnTopic(cloud, contact, "DescribeConfigs", source.name)) return;
  const grows = topic.partitions.length < source.partitions.length;
  addPartitions(topic, source.partitions.length, (partition) => source.startOffsets[partition] ?? 0);
  if (copyConfigs(half, source, topic) || grows) topicChanged(cloud, host.id, topic.name);
}

function schedule(cloud: Cloud, hosted: HostedHalf, topics: MirrorTopic | "all"): void {
  const { half } = hosted;
  const scheduled = SCHEDULED.get(half);
  if (scheduled !== undefined) {
    if (topics === "all") SCHEDULED.set(half, "all");
    else if (scheduled !== "all") scheduled.add(topics);
    return;
  }
  SCHEDULED.set(half, topics === "all" ? "all" : new Set([topics]));
  const intervalMs = known(settingsOf(half).topicConfigSync.intervalMs);
  const since = cloud.state.now - half.createdAt;
  cloud.after(intervalMs - (since % intervalMs), () => {
    const due = SCHEDULED.get(half);
    SCHEDULED.delete(half);
    if (due === undefined || !exists(cloud, hosted)) return;
    const contact = contactOf(cloud, hosted);
    for (const topic of due === "all" ? mirrorsOn(hosted) : due) sync(cloud, hosted, topic, contact);
  });
}

/** Settings or partitions of a topic have changed: its mirrors follow at the next sync of their links. */
export function topicChanged(cloud: Cloud, clusterId: string, topicName: string): void {
  for (const { topic, ...hosted } of mirrorsFrom(cloud, clusterId, topicName)) schedule(cloud, hosted, topic);
}

/** Compares all mirror topics of a half with their sources at its next sync. */
export function syncAllConfigs(cloud: Cloud, hosted: HostedHalf): void {
  schedule(cloud, hosted, "all");
}
