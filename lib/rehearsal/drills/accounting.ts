import { worstOffsetStalenessMs } from "../../model/chains";
import { offsetKey } from "../cloud/groups";
import type { MirrorStatus } from "../cloud/state";
import type { Drill } from "./drill";
import { nameOn, type DrillGroup, type DrillTopic } from "./names";
import type { Account, GroupReport, TopicReport } from "./report";
import type { Resumption, Traffic } from "./traffic";

/** Milliseconds that records and looks of a link may take beyond its intervals. */
const SLACK_MS = 5_000;
const MOST_LOST_NAMED = 5;

/** What was where when something broke, or was stopped. */
export interface Cut {
  readonly at: number;
  /** Values by topic that were not on the cluster that the loss is counted from. */
  readonly missing: ReadonlyMap<DrillTopic, readonly string[]>;
}

/** Before anything has broken. */
export const NO_CUT: Cut = { at: 0, missing: new Map() };

/** Notes what a cluster does not have at this moment. */
export function cutAt({ traffic, now }: Drill, station: number): Cut {
  return { at: now, missing: new Map(arriving(traffic).map((topic) => [topic, traffic.missingOn(topic, station)])) };
}

/** The topics that get to the end of the chain. */
export const arriving = ({ topics }: Traffic): DrillTopic[] => topics.filter((topic) => topic.arrives);

/** Records and groups as they are on the last cluster now. */
export function accountOf(drill: Drill, title: string): Account {
  const { traffic, last, chain } = drill;
  const topics = arriving(traffic).map((topic) => topicReport(traffic, topic, last));
  const carried = traffic.groups.filter((group) => group.arrives);
  return {
    title,
    from: chain.first.name,
    to: chain.last.name,
    topics,
    groups: carried.flatMap((group) => arriving(traffic).flatMap((topic) => groupReport(traffic, group, topic))),
    remarks: [
      ...traffic.topics
        .filter((topic) => !topic.arrives)
        .map(({ names }) => `${names[0]} does not get to ${chain.last.name}: it ends as ${nameOn({ names }, last)}.`),
      ...traffic.groups
        .filter((group) => !group.arrives)
        .map(
          ({ names }) =>
            `Committed offsets of ${names[0]} do not get to ${chain.last.name}: it begins where its auto.offset.reset says.`,
        ),
    ],
  };
}

function topicReport(traffic: Traffic, topic: DrillTopic, last: number): TopicReport {
  const written = traffic.written(topic).length;
  const missing = traffic.missingOn(topic, last);
  return {
    topic: topic.names[0],
    there: nameOn(topic, last),
    origin: topic.origin,
    written,
    arrived: written - missing.length,
    lost: missing.slice(0, MOST_LOST_NAMED),
    lostCount: missing.length,
  };
}

function groupReport(traffic: Traffic, group: DrillGroup, topic: DrillTopic): GroupReport[] {
  const parts = traffic.resumptions(group, topic);
  const [first] = parts;
  if (first === undefined) return [];
  const sum = (of: (part: Resumption) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return [
    {
      group: first.group,
      topic: first.topic,
      left: sum(({ left }) => left),
      found: parts.some(({ found }) => found === undefined) ? undefined : sum(({ found }) => found ?? 0),
      again: sum(({ left, found = 0 }) => Math.max(0, left - found)),
      ahead: sum(({ logEnd, found = 0 }) => logEnd - found),
    },
  ];
}

/** Partitions whose offsets on the last cluster are older than the intervals of the links allow, or none at all. */
export function staleOffsets({ traffic, chain }: Drill, cutAtMs: number): string[] {
  const staleness = worstOffsetStalenessMs(chain.legs.map(({ model }) => model));
  if (staleness === undefined) return [];
  const oldest = cutAtMs - staleness - SLACK_MS * chain.legs.length;
  return traffic.groups
    .filter((group) => group.arrives)
    .flatMap((group) => {
      const before = traffic.committedAt(group, oldest)?.offsets;
      return arriving(traffic).flatMap((topic) =>
        traffic.resumptions(group, topic).flatMap(({ partition, found, logEnd, topic: name }) => {
          const committed = before?.get(offsetKey(topic.names[0], partition));
          if (committed === undefined) return [];
          const least = Math.min(committed, logEnd);
          return found !== undefined && found >= least && found <= logEnd
            ? []
            : [`${describe(group, name, partition, found)}, and ${least} or more was due`];
        }),
      );
    });
}

/** Partitions whose offsets on the last cluster are not those that were left on the first. */
export function movedOffsets({ traffic }: Drill): string[] {
  return traffic.groups
    .filter((group) => group.arrives)
    .flatMap((group) =>
      arriving(traffic).flatMap((topic) =>
        traffic
          .resumptions(group, topic)
          .flatMap(({ partition, found, left, topic: name }) =>
            found === left ? [] : [`${describe(group, name, partition, found)} in place of ${left}`],
          ),
      ),
    );
}

const describe = ({ names }: DrillGroup, topic: string, partition: number, found: number | undefined): string =>
  `${names[0]} on ${topic}/${partition}: ${found ?? "nothing"}`;

/** Topics on the last cluster that are no mirror topics with this status. */
export function notInStatus({ traffic, last }: Drill, wanted: MirrorStatus): string[] {
  return arriving(traffic).flatMap((topic) => {
    const status = traffic.topicOn(topic, last)?.mirror?.status ?? "missing";
    return status === wanted ? [] : [`${nameOn(topic, last)}: ${status}`];
  });
}

/** Topics that have records on one cluster that another does not have. */
export function notCopied({ traffic }: Drill, from: number, to: number): string[] {
  return arriving(traffic).flatMap((topic) => {
    const there = traffic.valuesOn(topic, to);
    const missing = [...traffic.valuesOn(topic, from)].filter((value) => !there.has(value));
    return missing.length === 0 ? [] : [`${nameOn(topic, from)}: ${missing.length} missing`];
  });
}
