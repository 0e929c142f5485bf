import type { Cloud } from "./cloud";
import { noteObstacle } from "./contact-notes";
import { contactOf, mayOnTopic } from "./dialling";
import { mirrorsFrom, type HostedMirror } from "./downstream";
import { exists, isMirrorTopic, mirrorsOn, type HostedHalf, type MirrorTopic } from "./halves";
import { addPartitions, logEnd, logEnds } from "./logs";
import { syncOffsets } from "./offset-sync";
import type { Cluster, Mirror, MirrorStatus, Topic } from "./state";

/** Words of the API for why a mirror topic FAILED. */
export const SOURCE_TOPIC_GONE = "SOURCE_TOPIC_MAY_BE_DELETED";
export const SOURCE_TOPIC_REPLACED = "SOURCE_TOPIC_ID_CHANGED";

/** Milliseconds until a link asks again for what it may not read. */
const FORBIDDEN_RETRY_MS = 5000;

const WATCHING: readonly MirrorStatus[] = ["ACTIVE", "PAUSED", "PENDING_MIRROR", "PENDING_STOPPED"];

const AWAKE = new WeakSet<Topic>();

/** Gives a mirror topic another status. */
export function setStatus(cloud: Cloud, topic: MirrorTopic, status: MirrorStatus, error?: string): void {
  const { mirror } = topic;
  if (status === "STOPPED") mirror.stoppedEnds = logEnds(topic);
  mirror.status = status;
  mirror.error = error;
  mirror.since = cloud.state.now;
  if (status !== "PENDING_STOPPED") mirror.stopping = undefined;
}

/** Says that there is something to do for a mirror topic: it is looked after at the next fetch, or after this time. */
export function wake(cloud: Cloud, mirror: HostedMirror, delayMs = 0): void {
  const { topic } = mirror;
  if (AWAKE.has(topic)) return;
  AWAKE.add(topic);
  const { fetchMs } = cloud.pace;
  const earliest = cloud.state.now + delayMs;
  const nextFetch = (Math.floor(cloud.state.now / fetchMs) + 1) * fetchMs;
  cloud.agenda.at(Math.max(earliest, nextFetch), () => {
    AWAKE.delete(topic);
    look(cloud, mirror);
  });
}

/** Something has happened to a topic that its mirrors have to see. */
export function wakeMirrorsFrom(cloud: Cloud, clusterId: string, topicName: string): void {
  for (const mirror of mirrorsFrom(cloud, clusterId, topicName)) wake(cloud, mirror);
}

/** Looks after all mirror topics of a half: it gets through again. */
export function wakeMirrorsOn(cloud: Cloud, hosted: HostedHalf): void {
  for (const topic of mirrorsOn(hosted)) if (topic.mirror.status !== "STOPPED") wake(cloud, { ...hosted, topic });
}

/** Begins to stop a mirror topic. */
export function beginToStop(cloud: Cloud, mirror: HostedMirror, by: NonNullable<Mirror["stopping"]>): void {
  const { topic } = mirror;
  const pending = topic.mirror.status === "PENDING_STOPPED";
  if (!pending) setStatus(cloud, topic, "PENDING_STOPPED");
  topic.mirror.stopping = by;
  wake(cloud, mirror);
  cloud.after(cloud.pace.stopMs, () => look(cloud, mirror));
}

function isLive(cloud: Cloud, mirror: HostedMirror): boolean {
  return exists(cloud, mirror) && mirror.host.topics.get(mirror.topic.name) === mirror.topic;
}

function look(cloud: Cloud, mirror: HostedMirror): void {
  const { host, half, topic } = mirror;
  if (!isLive(cloud, mirror)) return;
  const { pace, state } = cloud;
  const { status, since, stopping, sourceTopic, sourceTopicId } = topic.mirror;
  const mayStop = status === "PENDING_STOPPED" && state.now - since >= pace.stopMs;
  if (stopping === "failover") {
    if (mayStop) setStatus(cloud, topic, "STOPPED");
    return;
  }
  if (!WATCHING.includes(status)) return;
  const contact = contactOf(cloud, mirror);
  if (contact.obstacle) {
    noteObstacle(half, contact.obstacle);
    return;
  }
  const source = contact.source.topics.get(sourceTopic);
  if (source?.id !== sourceTopicId) {
    setStatus(cloud, topic, "FAILED", source ? SOURCE_TOPIC_REPLACED : SOURCE_TOPIC_GONE);
    return;
  }
  if (status === "PENDING_MIRROR") {
    if (state.now - since >= pace.mirrorStartMs) setStatus(cloud, topic, "ACTIVE");
    wake(cloud, mirror, Math.max(0, since + pace.mirrorStartMs - state.now));
    return;
  }
  topic.mirror.sourceEnds = logEnds(source);
  if (status === "PAUSED") return;
  if (!mayOnTopic(cloud, contact, "Read", sourceTopic)) {
    wake(cloud, mirror, FORBIDDEN_RETRY_MS);
    return;
  }
  if (fetch(cloud, source, topic)) wakeMirrorsFrom(cloud, host.id, topic.name);
  if (source.partitions.some((_, partition) => logEnd(topic, partition) < logEnd(source, partition))) {
    wake(cloud, mirror);
  } else if (mayStop) {
    syncOffsets(cloud, mirror);
    setStatus(cloud, topic, "STOPPED");
    if (stopping === "reverse") swap(cloud, topic, { host: contact.source, topic: source });
  }
}

/** What was the source of a mirror topic becomes its mirror. */
function swap(
  cloud: Cloud,
  stopped: MirrorTopic,
  { host, topic }: { readonly host: Cluster; readonly topic: Topic },
): void {
  if (!isMirrorTopic(topic) || topic.mirror.status !== "PENDING_SYNCHRONIZE") return;
  if (topic.mirror.sourceTopicId !== stopped.id) return;
  const half = host.links.get(topic.mirror.linkName);
  setStatus(cloud, topic, topic.mirror.whenReversed ?? "ACTIVE");
  if (half) wake(cloud, { host, half, topic });
}

/** Copies what one fetch brings; says whether that is anything. */
function fetch(cloud: Cloud, source: Topic, topic: MirrorTopic): boolean {
  let fetched = false;
  addPartitions(topic, source.partitions.length, (partition) => source.startOffsets[partition] ?? 0);
  source.partitions.forEach((records, partition) => {
    const from = logEnd(topic, partition) - (source.startOffsets[partition] ?? 0);
    const batch = records.slice(Math.max(0, from), Math.max(0, from) + cloud.pace.fetchRecords);
    if (batch.length === 0) return;
    topic.partitions[partition]?.push(...batch);
    fetched = true;
  });
  return fetched;
}
