import { quote } from "../../model/names";
import type { Cloud } from "./cloud";
import { topicChanged } from "./config-sync";
import { setStatus, wake } from "./copying";
import { mirrorsFrom } from "./downstream";
import { offsetKey } from "./groups";
import { exists, isMirrorTopic, type HostedHalf, type MirrorTopic } from "./halves";
import { isWritable, logEnd, logEnds } from "./logs";
import type { MirrorResult, Truncation, Verb } from "./mirrors";
import { notEmulated } from "./refusals";
import type { Cluster, Mirror, Topic } from "./state";
import { turnable, turnableHalf } from "./turning";

const VERB = "truncate-and-restore";

type Stopped = MirrorTopic & { mirror: { stoppedEnds: readonly number[] } };

/** A topic, and the mirror topic of it that was stopped and is its source from now on. */
interface Pair {
  readonly topic: Topic;
  readonly other: Cluster;
  readonly source: Stopped;
}

function isStoppedMirrorOf({ name, id }: Topic, candidate: Topic | undefined): candidate is Stopped {
  return (
    candidate !== undefined &&
    isMirrorTopic(candidate) &&
    candidate.mirror.status === "STOPPED" &&
    candidate.mirror.stoppedEnds !== undefined &&
    candidate.mirror.sourceTopic === name &&
    candidate.mirror.sourceTopicId === id
  );
}

function busyGroup({ groups }: Cluster, topic: Topic): string | undefined {
  const reads = [...groups.values()].find(
    ({ active, offsets }) =>
      active && topic.partitions.some((_, partition) => offsets.has(offsetKey(topic.name, partition))),
  );
  return reads?.id;
}

function pairOf(cloud: Cloud, hosted: HostedHalf, topic: Topic): Pair | string {
  const { host, half } = hosted;
  if (!isWritable(topic)) return `${VERB} is not possible for a mirror topic that is ${topic.mirror?.status ?? ""}.`;
  const found = turnable(cloud, hosted);
  if ("obstacle" in found) return found.obstacle;
  const source = found.other.topics.get(topic.name);
  if (!isStoppedMirrorOf(topic, source) || source.mirror.linkName !== half.name) {
    return `${found.other.id} has no stopped mirror topic of ${quote(topic.name)} by the link ${quote(half.name)}.`;
  }
  if (source.partitions.length < topic.partitions.length) {
    return `${quote(topic.name)} has more partitions than its copy.`;
  }
  const group = busyGroup(host, topic);
  if (group !== undefined) return `The consumer group ${quote(group)} is active on ${quote(topic.name)}.`;
  return { topic, other: found.other, source };
}

function truncationOf({ topic, source }: Pair): Truncation {
  const partitions = topic.partitions.map((_, partition) => {
    const end = logEnd(topic, partition);
    const offset = Math.min(end, source.mirror.stoppedEnds[partition] ?? end);
    return { partition, messages: end - offset, offset };
  });
  return { messages: partitions.reduce((sum, { messages }) => sum + messages, 0), partitions };
}

/** A copy that has what is cut off would go on behind a gap. */
function refuseLongerCopies(cloud: Cloud, host: Cluster, { name }: Topic, { partitions }: Truncation): void {
  for (const copy of mirrorsFrom(cloud, host.id, name)) {
    if (!partitions.some(({ partition, messages, offset }) => messages > 0 && logEnd(copy.topic, partition) > offset)) {
      continue;
    }
    throw notEmulated(`${VERB} of ${quote(name)}, whose records that are cut off ${copy.host.id} has a copy of`);
  }
}

function truncate(host: Cluster, topic: Topic, { partitions }: Truncation): void {
  for (const { partition, messages, offset } of partitions) {
    if (messages > 0) topic.partitions[partition]?.splice(-messages);
    const key = offsetKey(topic.name, partition);
    for (const { offsets } of host.groups.values()) {
      const committed = offsets.get(key);
      if (committed !== undefined && committed > offset) offsets.set(key, offset);
    }
  }
}

function begin(cloud: Cloud, hosted: HostedHalf, { topic, other, source }: Pair, truncation: Truncation): void {
  const { host, half } = hosted;
  const mirror: Mirror = {
    linkName: half.name,
    sourceTopic: source.name,
    sourceTopicId: source.id,
    origin: "explicit",
    status: "PENDING_SETUP_FOR_RESTORE",
    error: undefined,
    since: cloud.state.now,
    stopping: undefined,
    sourceEnds: logEnds(source),
  };
  topic.mirror = mirror;
  const restored = topic as MirrorTopic;
  const then = (milliseconds: number, run: () => void): void =>
    cloud.after(milliseconds, () => {
      if (exists(cloud, hosted) && host.topics.get(topic.name) === topic && topic.mirror === mirror) run();
    });
  then(cloud.pace.stopMs, () => {
    truncate(host, topic, truncation);
    setStatus(cloud, restored, "PENDING_RESTORE");
    then(cloud.pace.mirrorStartMs, () => {
      setStatus(cloud, restored, "ACTIVE");
      topicChanged(cloud, other.id, source.name);
      wake(cloud, { ...hosted, topic: restored });
    });
  });
}

function refused(mirrorTopicName: string, errorCode: number, errorMessage: string): MirrorResult {
  return { mirrorTopicName, errorCode, errorMessage, lags: [] };
}

/** Cuts off topics what their stopped mirror topics never got, and makes them the mirrors of those. */
export const truncateAndRestoreMirrors: Verb = (cloud, hostId, linkName, names, { validateOnly = false } = {}) => {
  const hosted = turnableHalf(cloud, hostId, linkName, VERB);
  const { host } = hosted;
  return names.map((name) => {
    const topic = host.topics.get(name);
    if (!topic) return refused(name, 40403, `There is no topic ${quote(name)}.`);
    const pair = pairOf(cloud, hosted, topic);
    if (typeof pair === "string") return refused(name, 40002, pair);
    const truncation = truncationOf(pair);
    refuseLongerCopies(cloud, host, topic, truncation);
    if (!validateOnly) begin(cloud, hosted, pair, truncation);
    return { mirrorTopicName: name, errorCode: null, errorMessage: null, lags: [], truncation };
  });
};
