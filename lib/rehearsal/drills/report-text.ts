import { describeCounts } from "./command-run";
import type { Account, DrillReport, GroupReport, StepReport, TopicReport } from "./report";

/** How many topics and groups are listed in a terminal. */
const MOST_LISTED = 20;

/** The report for a terminal: what was promised and held, what was lost, and where groups go on. */
export function reportText(report: DrillReport): string {
  return [
    `${report.title}: ${report.chain}`,
    ...report.remarks,
    ...report.steps.map(stepText),
    ...report.accounts.map(accountText),
    centralText(report),
    verdictText(report),
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

/** A moment as it is written in reports. */
export const minutes = (milliseconds: number): string => (milliseconds / 60_000).toFixed(1);

function stepText({ title, from, to, verdicts, problem, commands }: StepReport): string {
  return [
    `${minutes(from)} to ${minutes(to)} min  ${title}`,
    ...commands.map(({ line, plan, exitCode }) => {
      const outcome = [...(exitCode === 0 ? [] : [`exit code ${exitCode}`]), ...(plan ? [describeCounts(plan)] : [])];
      return `    $ ${line}${outcome.length === 0 ? "" : `  (${outcome.join("; ")})`}`;
    }),
    ...verdicts.map(({ promise, broken }) =>
      broken === undefined ? `    held      ${promise}` : `    NOT HELD  ${promise}: ${broken}`,
    ),
    ...(problem === undefined ? [] : [`    NOT DONE  ${problem}`]),
  ].join("\n");
}

function accountText({ title, from, to, topics, groups, remarks }: Account): string {
  const lost = topics.reduce((sum, { lostCount }) => sum + lostCount, 0);
  return [
    title,
    ...table(
      ["topic", `on ${from}`, `on ${to}`, "lost"],
      sorted(topics).map(({ topic, written, arrived, lostCount }) => [
        topic,
        String(written),
        String(arrived),
        String(lostCount),
      ]),
    ),
    ...more(topics.length, "topics"),
    `  ${lost} record(s) lost in all`,
    ...(groups.length === 0
      ? []
      : [
          ...table(
            ["group", "topic", `left ${from} at`, `goes on at`, "reads again", "still to read"],
            groups.map(groupRow),
          ),
          ...more(groups.length, "groups and topics"),
        ]),
    ...remarks.map((remark) => `  ${remark}`),
  ].join("\n");
}

/** Topics with the greatest losses first. */
export const sorted = (topics: readonly TopicReport[]): TopicReport[] =>
  [...topics].sort((a, b) => b.lostCount - a.lostCount);

/** A group's row: the offsets are sums over all partitions. */
export const groupRow = ({ group, topic, left, found, again, ahead }: GroupReport): string[] => [
  group,
  topic,
  String(left),
  found === undefined ? "nothing committed" : String(found),
  String(again),
  String(ahead),
];

const more = (count: number, what: string): string[] =>
  count > MOST_LISTED ? [`  and ${count - MOST_LISTED} more ${what}: see the file`] : [];

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [header, ...rows.slice(0, MOST_LISTED)];
  const widths = header.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines.map((line) => `  ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd());
}

function centralText({ inferred }: DrillReport): string {
  const central = inferred.filter((each) => each.central);
  if (central.length === 0) return "";
  return [
    "This outcome rests on what the emulator infers and nobody has seen on Confluent Cloud:",
    ...central.map(({ what }) => `  - ${what}`),
    `  and on ${inferred.length - central.length} more: see the file`,
  ].join("\n");
}

function verdictText({ held, steps }: DrillReport): string {
  const all = steps.flatMap(({ verdicts }) => verdicts);
  const broken = all.filter((verdict) => verdict.broken !== undefined).length;
  const undone = steps.filter(({ problem }) => problem !== undefined);
  if (held) return `All ${all.length} promises held.`;
  const parts = [
    ...(broken > 0 ? [`${broken} of ${all.length} promises did not hold`] : []),
    ...undone.map(({ title }) => `"${title}" could not be done`),
  ];
  return `${parts.join("; ")}.`;
}
