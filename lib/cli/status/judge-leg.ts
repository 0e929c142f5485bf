import type { DocumentLeg, DocumentMirror, TopologyDocument } from "../../model/document";
import type { MirrorAnswer } from "../rest/answers";
import type { LegAnswers } from "./ask-leg";
import { lagOf } from "./lag";
import type { HalfStatus, LegStatus, MirrorStatus, OffsetSyncStatus } from "./leg-status";

/** Offsets of one interval may still be on their way when the next begins. */
const INTERVALS = 2;

/** What a leg's clusters said, held against what the app asks for. */
export function judgeLeg(
  document: TopologyDocument,
  leg: DocumentLeg,
  answers: LegAnswers,
  { drained }: { readonly drained: boolean },
): LegStatus {
  const expected = leg.sets.flatMap(({ mirrors }) => mirrors);
  const isExplicit = explicitness(leg);
  const mirrors = "why" in answers.mirrors ? null : answers.mirrors.map((each) => mirrorStatus(each, isExplicit));
  const notReady = [
    ...answers.halves.flatMap(problemsOfHalf),
    ...(mirrors === null ? [] : problemsOfMirrors(mirrors, expected, drained)),
  ];
  const unknown = unknowns(answers);
  return {
    path: leg.path,
    stack: leg.stack,
    link: leg.linkName,
    source: document.clusters[leg.source]?.name ?? "",
    destination: document.clusters[leg.destination]?.name ?? "",
    ready: notReady.length === 0 && unknown.length === 0,
    halves: answers.halves,
    mirrors,
    offsetSync: offsetSyncOf(leg),
    notReady,
    unknown,
  };
}

/**
 * Tells whether the app names a mirror topic: by its source where only Terraform knows the link's prefix. `null` where the app has topics that
 * only Terraform knows.
 */
function explicitness({ sets }: DocumentLeg): (answer: MirrorAnswer) => boolean | null {
  const named = sets.flatMap(({ mirrors, kept = [] }) => [...mirrors, ...kept]);
  const topics = new Set(named.flatMap(({ mirrorTopic }) => mirrorTopic ?? []));
  const sources = new Set(named.flatMap(({ topic, mirrorTopic }) => (mirrorTopic === null ? topic : [])));
  const otherwise = sets.every(({ topicsKnown }) => topicsKnown) ? false : null;
  return (answer) => topics.has(answer.mirror_topic_name) || sources.has(answer.source_topic_name) || otherwise;
}

function mirrorStatus(answer: MirrorAnswer, isExplicit: (answer: MirrorAnswer) => boolean | null): MirrorStatus {
  return {
    topic: answer.mirror_topic_name,
    source: answer.source_topic_name,
    status: answer.mirror_status,
    explicit: isExplicit(answer),
    lag: answer.mirror_status === "STOPPED" ? null : (lagOf(answer) ?? null),
  };
}

function problemsOfHalf({ role, cluster, answer, state, error, tasks, why }: HalfStatus): string[] {
  if (answer === "absent") return [`${role} on ${cluster}: there is none (${why ?? ""})`];
  if (answer !== "answered") return [];
  const link = [...(state === "ACTIVE" ? [] : [state ?? "UNKNOWN"]), ...(error === undefined ? [] : [error])];
  return [
    ...(link.length === 0 ? [] : [`${role} on ${cluster}: ${link.join(", ")}`]),
    ...tasks
      .filter((task) => task.state === "IN_ERROR")
      .map((task) => `${role} on ${cluster}: task ${task.name} IN_ERROR${colon(task.error)}`),
  ];
}

const colon = (text: string | undefined): string => (text === undefined ? "" : `: ${text}`);

function problemsOfMirrors(
  mirrors: readonly MirrorStatus[],
  expected: readonly DocumentMirror[],
  drained: boolean,
): string[] {
  const byTopic = new Set(mirrors.map(({ topic }) => topic));
  const bySource = new Set(mirrors.map(({ source }) => source));
  const missing = expected.filter(({ topic, mirrorTopic }) =>
    mirrorTopic === null ? !bySource.has(topic) : !byTopic.has(mirrorTopic),
  );
  return [
    ...missing.map(({ topic, mirrorTopic }) => `${mirrorTopic ?? topic}: there is no such mirror topic`),
    ...mirrors.flatMap(({ topic, status, lag }) => {
      if (status === "STOPPED") return [];
      if (status !== "ACTIVE") return [`${topic}: ${status}`];
      if (!drained || lag?.max === 0) return [];
      return [`${topic}: ${lag === null ? "its lag is not told" : `${lag.total} records behind`}`];
    }),
  ];
}

function unknowns({ halves, mirrors }: LegAnswers): string[] {
  const silent = halves.filter(({ answer }) => answer !== "answered" && answer !== "absent");
  const told = silent.map(({ role, cluster, answer, why }) => `${role} on ${cluster}: ${answer}: ${why ?? ""}`);
  // The mirror topics of a half that says nothing are no second problem.
  const receiving = halves[0];
  return "why" in mirrors && receiving?.answer === "answered"
    ? [...told, `mirror topics on ${receiving.cluster}: ${mirrors.why}`]
    : told;
}

function offsetSyncOf({ consumerOffsetSync: { enabled, intervalMs } }: DocumentLeg): OffsetSyncStatus {
  const waitMs = enabled === false ? 0 : intervalMs === null ? null : INTERVALS * intervalMs;
  return { enabled, intervalMs, waitMs };
}
