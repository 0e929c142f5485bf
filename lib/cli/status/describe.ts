import { duration } from "../duration";
import type { HalfStatus, LegStatus, MirrorStatus, OffsetSyncStatus } from "./leg-status";

/** The legs as people read them, the verdict last. */
export function describeStatus(legs: readonly LegStatus[], { drained }: { readonly drained: boolean }): string {
  return [...legs.map(describeLeg), verdict(legs, drained)].join("\n\n");
}

function describeLeg(leg: LegStatus): string {
  return [
    `Leg ${leg.path}: ${leg.source} -> ${leg.destination}, link ${leg.link ?? "(a name known to Terraform only)"}`,
    ...leg.halves.flatMap(describeHalf),
    ...describeMirrors(leg),
    `  consumer offsets: ${describeOffsetSync(leg.offsetSync)}`,
    ...leg.notReady.map((problem) => `  NOT READY  ${problem}`),
    ...leg.unknown.map((problem) => `  UNKNOWN    ${problem}`),
  ].join("\n");
}

function describeHalf({ role, cluster, clusterId, answer, state, error, tasks }: HalfStatus): string[] {
  const said = answer === "answered" ? [state, error].filter(Boolean).join(", ") : answer;
  const id = clusterId === null ? "" : ` (${clusterId})`;
  return [
    `  ${role} on ${cluster}${id}: ${said}`,
    ...(tasks.length === 0 ? [] : [`    tasks: ${tasks.map((task) => `${task.name} ${task.state}`).join(", ")}`]),
  ];
}

function describeMirrors({ mirrors, destination }: LegStatus): string[] {
  if (mirrors === null) return [];
  const title = `  mirror topics on ${destination}: ${mirrors.length === 0 ? "none" : counts(mirrors)}`;
  const width = Math.max(0, ...mirrors.map(({ topic }) => topic.length));
  const statusWidth = Math.max(0, ...mirrors.map(({ status }) => status.length));
  const lines = mirrors.map(({ topic, status, lag, explicit }) => {
    const behind = lag === null ? "" : `lag ${lag.max} at most, ${lag.total} in all`;
    const words = [
      topic.padEnd(width),
      status.padEnd(statusWidth),
      behind,
      explicit === false ? "not named by the app" : "",
    ];
    return `    ${words.filter((word) => word !== "").join("  ")}`.trimEnd();
  });
  const stopped = mirrors.filter(({ status }) => status === "STOPPED").length;
  const remark = `    ${stopped} of ${mirrors.length} STOPPED: writable after a promotion or failover, and mirrored no more`;
  return [title, ...lines, ...(stopped === 0 ? [] : [remark])];
}

function counts(mirrors: readonly MirrorStatus[]): string {
  const byStatus = new Map<string, number>();
  for (const { status } of mirrors) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  return [...byStatus].map(([status, count]) => `${count} ${status}`).join(", ");
}

function describeOffsetSync({ enabled, intervalMs, waitMs }: OffsetSyncStatus): string {
  if (enabled === false) return "not copied";
  if (intervalMs === null || waitMs === null) return "copied at an interval that is known to Terraform only";
  return `copied every ${duration(intervalMs)}; complete ${duration(waitMs)} (two intervals) after the last commit`;
}

function verdict(legs: readonly LegStatus[], drained: boolean): string {
  const count = (of: (leg: LegStatus) => readonly string[]): number => legs.flatMap(of).length;
  const notReady = count((leg) => leg.notReady);
  const unknown = count((leg) => leg.unknown);
  if (notReady > 0) return `Not ready, for ${reasons(notReady)}.`;
  if (unknown > 0) return `Nothing wrong was found, but not everything could be asked, for ${reasons(unknown)}.`;
  return drained ? drainedVerdict(legs) : "Ready.";
}

const reasons = (count: number): string => `${count} ${count === 1 ? "reason" : "reasons"}`;

function drainedVerdict(legs: readonly LegStatus[]): string {
  const waits = legs.flatMap(({ offsetSync: { waitMs } }) => waitMs ?? []);
  if (waits.length < legs.length) return "Drained. Two offset-sync intervals of each leg have to pass before a switch.";
  const wait = waits.reduce((a, b) => a + b, 0);
  const passing = `${duration(wait)}, two offset-sync intervals${legs.length > 1 ? " of each leg" : ""}, have to pass`;
  return wait === 0 ? "Drained." : `Drained. ${passing} before a switch.`;
}
