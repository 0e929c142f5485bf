import { parseArgs } from "node:util";
import { COMPARISONS, type Comparison } from "./comparisons";
import { Workspace } from "./workspace";

const USAGE = `npm run bench -- [--only NAME]

  --only NAME   one measurement: ${COMPARISONS.map(({ name }) => name).join(", ")}`;

type Row = readonly [
  name: string,
  measured: string,
  base: string,
  value: string,
  limit: string,
  verdict: string,
  what: string,
];

const HEAD: Row = ["name", "ms", "of ms", "value", "limit", "", "what"];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

const round = (value: number): string => value.toFixed(value < 10 ? 3 : value < 100 ? 1 : 0);

/** Runs the variants in turn, so that a slow minute of the machine meets both. */
function measure(
  workspace: Workspace,
  { name, what, rounds, measured, base, sameResult, limit, prize }: Comparison,
): Row {
  const times: number[] = [];
  const baseTimes: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const one = workspace.run(measured.script, measured.args);
    times.push(one.milliseconds);
    if (!base) continue;
    const other = workspace.run(base.script, base.args);
    baseTimes.push(other.milliseconds);
    if (sameResult && one.digest !== other.digest) return [name, "", "", "", "", "DIFFERENT RESULTS", what];
  }
  const value = base ? median(times) / median(baseTimes) : median(times);
  const verdict = prize !== undefined && value <= prize ? "prize" : value <= limit ? "pass" : "FAIL";
  const limits = prize === undefined ? String(limit) : `${limit} (prize ${prize})`;
  return [name, round(median(times)), base ? round(median(baseTimes)) : "", round(value), limits, verdict, what];
}

function print(rows: readonly Row[]): void {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}

function main(): void {
  const { values } = parseArgs({ options: { only: { type: "string" }, help: { type: "boolean", default: false } } });
  const wanted = COMPARISONS.filter(({ name }) => values.only === undefined || values.only === name);
  if (values.help || wanted.length === 0) return console.log(USAGE);
  const workspace = new Workspace();
  try {
    const rows = wanted.map((comparison) => measure(workspace, comparison));
    console.log(`\nNode ${process.version}, medians, each run in its own process\n`);
    print([HEAD, ...rows]);
  } finally {
    workspace.remove();
  }
}

main();
