import { INTERNAL_TOPIC_PREFIX } from "../../model/filter-matcher";
import { quote, topicNameProblem } from "../../model/names";
import type { Cloud } from "./cloud";
import { configsCopiedBy } from "./config-sync";
import { beginToStop, setStatus, wake } from "./copying";
import { contactOf, mayOnTopic } from "./dialling";
import { isMirrorTopic, mirrorNamed, mirrorsOn, receives, type HostedHalf, type MirrorTopic } from "./halves";
import { prefixOf } from "./link-settings";
import { prefixProblemOf } from "./prefixes";
import { findLink } from "./links";
import { logEnd, logEnds } from "./logs";
import { addMirror } from "./mirror-creation";
import { clusterOf, forbidden, invalid, renamed, topicOf, unknownTopic } from "./refusals";
import type { Cluster, MirrorStatus } from "./state";
import { checkTopicConfigs } from "./topic-configs";

/** A mirror topic as it is asked for. */
export interface MirrorRequest {
  readonly sourceTopic: string;
  /** @default - the link's prefix and the source topic */
  readonly mirrorTopic?: string;
  /** Settings that the link does not copy. @default - none */
  readonly configs?: ReadonlyMap<string, string>;
  /** @default 3 */
  readonly replicationFactor?: number;
}

/** How far a partition of a mirror topic is behind its source. */
export interface MirrorLag {
  readonly partition: number;
  /** Records. */
  readonly lag: number;
  /** Offset of the last record that was fetched; -1 before the first. */
  readonly lastSourceFetchOffset: number;
}

/** What became of one topic of an operation on mirror topics. */
export interface MirrorResult {
  readonly mirrorTopicName: string;
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
  readonly lags: readonly MirrorLag[];
  /** What is cut off the topic, where it is made the mirror of its former mirror. */
  readonly truncation?: Truncation;
}

/** Records that a topic loses at its end. */
export interface Truncation {
  readonly messages: number;
  readonly partitions: readonly { readonly partition: number; readonly messages: number; readonly offset: number }[];
}

export interface MirrorOptions {
  /** Whether nothing is changed. @default false */
  readonly validateOnly?: boolean;
}

/** A link's half on a cluster, or a refusal. */
export function hostedHalf(cloud: Cloud, hostId: string, linkName: string): HostedHalf {
  return { host: clusterOf(cloud, hostId), half: findLink(cloud, hostId, linkName) };
}

function checkName(cloud: Cloud, hosted: HostedHalf, { sourceTopic, mirrorTopic }: MirrorRequest): void {
  const prefix = prefixOf(hosted.half);
  const problem = prefixProblemOf(cloud, hosted);
  if (problem) throw renamed(problem);
  const name = prefix + sourceTopic;
  if ((mirrorTopic ?? name) !== name) {
    throw renamed(`Topic renaming: the mirror topic of ${quote(sourceTopic)} must be named ${quote(name)}.`);
  }
  const nameProblem = topicNameProblem(sourceTopic) ?? topicNameProblem(name);
  if (nameProblem) throw invalid(`The topic's name is ${quote(name)}: ${nameProblem}.`);
  if (sourceTopic.startsWith(INTERNAL_TOPIC_PREFIX)) throw invalid(`${quote(sourceTopic)} is an internal topic.`);
  if (hosted.host.topics.has(name)) throw invalid(`Topic ${quote(name)} already exists.`);
}

function checkConfigs({ half }: HostedHalf, configs: ReadonlyMap<string, string>): void {
  checkTopicConfigs(configs.keys());
  const copied = configsCopiedBy(half);
  for (const name of configs.keys()) {
    if (copied.includes(name)) throw invalid(`${quote(name)} of a mirror topic is that of its source topic.`);
  }
}

/** Makes a mirror topic of one source topic. */
export function createMirror(cloud: Cloud, hostId: string, linkName: string, request: MirrorRequest): MirrorTopic {
  const hosted = hostedHalf(cloud, hostId, linkName);
  const { sourceTopic, configs = new Map<string, string>(), replicationFactor = 3 } = request;
  if (!receives(hosted.half)) {
    throw invalid(`${quote(linkName)} sends data from here: its mirror topics are elsewhere.`);
  }
  checkName(cloud, hosted, request);
  checkConfigs(hosted, configs);
  if (replicationFactor !== 3) throw invalid(`The replication factor is ${replicationFactor}; 3 is allowed.`);
  const contact = contactOf(cloud, hosted);
  if (contact.obstacle) {
    const { error, message } = contact.obstacle;
    throw invalid(`Cluster link ${quote(linkName)} does not get through: ${error}: ${message}`);
  }
  const source = contact.source.topics.get(sourceTopic);
  if (!source || !mayOnTopic(cloud, contact, "Describe", sourceTopic)) throw unknownTopic(sourceTopic);
  for (const operation of ["Read", "DescribeConfigs"] as const) {
    if (mayOnTopic(cloud, contact, operation, sourceTopic)) continue;
    throw forbidden(`The link's principal ${contact.reader.id} lacks ${operation} on the topic ${quote(sourceTopic)}.`);
  }
  return addMirror(cloud, hosted, source, { origin: "explicit", configs });
}

/** The mirror topic of a link, or a refusal. */
export function findMirror(cloud: Cloud, hostId: string, linkName: string, name: string): MirrorTopic {
  const topic = mirrorNamed(hostedHalf(cloud, hostId, linkName), name);
  if (!topic) throw unknownTopic(name);
  return topic;
}

/** The mirror topics of a link, stopped ones included. */
export function mirrorsOf(cloud: Cloud, hostId: string, linkName: string): MirrorTopic[] {
  return mirrorsOn(hostedHalf(cloud, hostId, linkName));
}

function sourceEndsOf(cloud: Cloud, host: Cluster, { mirror }: MirrorTopic): readonly number[] {
  const half = host.links.get(mirror.linkName);
  const contact = half && mirror.status !== "STOPPED" ? contactOf(cloud, { host, half }) : undefined;
  if (contact === undefined || contact.obstacle) return mirror.sourceEnds;
  const source = contact.source.topics.get(mirror.sourceTopic);
  return source?.id === mirror.sourceTopicId ? logEnds(source) : mirror.sourceEnds;
}

/** How far the partitions of a mirror topic are behind: as it was when the source was last seen. */
export function mirrorLags(cloud: Cloud, hostId: string, topicName: string): MirrorLag[] {
  const host = clusterOf(cloud, hostId);
  const topic = topicOf(host, topicName);
  if (!isMirrorTopic(topic)) throw invalid(`${quote(topicName)} is no mirror topic.`);
  const sourceEnds = sourceEndsOf(cloud, host, topic);
  return topic.partitions.map((_, partition) => {
    const end = logEnd(topic, partition);
    return { partition, lag: Math.max(0, (sourceEnds[partition] ?? end) - end), lastSourceFetchOffset: end - 1 };
  });
}

/** One thing that is done to mirror topics. */
export interface Operation {
  readonly verb: string;
  readonly from: readonly MirrorStatus[];
  /** Why it is not possible, besides the status. */
  readonly obstacle?: (cloud: Cloud, hosted: HostedHalf, topic: MirrorTopic) => string | undefined;
  readonly run: (cloud: Cloud, hosted: HostedHalf, topic: MirrorTopic) => void;
}

function isBeingPromoted({ mirror }: MirrorTopic): boolean {
  return mirror.status === "PENDING_STOPPED" && mirror.stopping === "promote";
}

function mayBegin({ verb, from }: Operation, topic: MirrorTopic): boolean {
  return from.includes(topic.mirror.status) || (verb === "failover" && isBeingPromoted(topic));
}

/** Does one thing to topics of a cluster that a link has to do with, and tells what became of each. */
export type Verb = (
  cloud: Cloud,
  hostId: string,
  linkName: string,
  names: readonly string[],
  options?: MirrorOptions,
) => MirrorResult[];

/** The operation, for topics by their names. */
export function verbOf(operation: Operation): Verb {
  return (cloud, hostId, linkName, names, { validateOnly = false } = {}) => {
    const hosted = hostedHalf(cloud, hostId, linkName);
    return names.map((mirrorTopicName) => {
      const topic = mirrorNamed(hosted, mirrorTopicName);
      if (!topic) {
        const errorMessage = `${quote(mirrorTopicName)} is no mirror topic of ${quote(linkName)}.`;
        return { mirrorTopicName, errorCode: 40403, errorMessage, lags: [] };
      }
      const lags = mirrorLags(cloud, hostId, mirrorTopicName);
      if (!mayBegin(operation, topic)) {
        const errorMessage = `${operation.verb} is not possible for a mirror topic that is ${topic.mirror.status}.`;
        return { mirrorTopicName, errorCode: 40002, errorMessage, lags };
      }
      const obstacle = operation.obstacle?.(cloud, hosted, topic);
      if (obstacle !== undefined) return { mirrorTopicName, errorCode: 40002, errorMessage: obstacle, lags };
      if (!validateOnly) operation.run(cloud, hosted, topic);
      return { mirrorTopicName, errorCode: null, errorMessage: null, lags };
    });
  };
}

/** Stops copying for a while. */
export const pauseMirrors = verbOf({
  verb: "pause",
  from: ["ACTIVE"],
  run: (cloud, _, topic) => setStatus(cloud, topic, "PAUSED"),
});

/** Goes on copying. */
export const resumeMirrors = verbOf({
  verb: "resume",
  from: ["PAUSED"],
  run: (cloud, hosted, topic) => {
    setStatus(cloud, topic, hosted.half.state === "ACTIVE" ? "ACTIVE" : "SOURCE_UNAVAILABLE");
    wake(cloud, { ...hosted, topic });
  },
});

/** Makes mirror topics writable once nothing is missing. */
export const promoteMirrors = verbOf({
  verb: "promote",
  from: ["ACTIVE", "PAUSED"],
  run: (cloud, hosted, topic) => beginToStop(cloud, { ...hosted, topic }, "promote"),
});

/** Makes mirror topics writable, whatever is missing. */
export const failOverMirrors = verbOf({
  verb: "failover",
  from: ["ACTIVE", "PAUSED", "FAILED", "SOURCE_UNAVAILABLE", "LINK_FAILED"],
  run: (cloud, hosted, topic) => beginToStop(cloud, { ...hosted, topic }, "failover"),
});
