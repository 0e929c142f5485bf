import { escaped, timeline } from "./chart";
import { describeCounts, type CommandRun } from "./command-run";
import type { Account, DrillReport, StepReport } from "./report";
import { groupRow, minutes, sorted } from "./report-text";

/** How many lines of a command's output are kept, the last ones. */
const MOST_LINES = 60;

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
h1 { font-size: 1.5rem; margin-bottom: .2rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; margin: .5rem 0 } td, th { padding: .15rem .7rem .15rem 0; text-align: left; vertical-align: top } th { border-bottom: 1px solid #9aa5b1 }
code, pre { font: 13px/1.45 ui-monospace, monospace } pre { background: #f3f5f7; padding: .6rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere }
.held { color: #186a3b } .broken { color: #a3170b; font-weight: 600 } .quiet { color: #5b6775 } ul { padding-left: 1.2rem; margin: .3rem 0 }
svg { width: 100%; height: auto } svg text { font: 12px system-ui, sans-serif; fill: #33404d }
svg .band0 { fill: #f3f5f7 } svg .band1 { fill: #e6eaee } svg .mark { stroke: #a3170b; stroke-dasharray: 4 3 } svg text.sign { fill: #a3170b; text-anchor: middle }
svg polyline { fill: none; stroke-width: 2 } svg polyline.first { stroke: #9c6206 } svg text.first { fill: #9c6206 } svg polyline.last { stroke: #1757a6 } svg text.last { fill: #1757a6 }
`;

/** The report as one page that needs nothing else. */
export function reportHtml(report: DrillReport): string {
  const { title, chain, held, steps, accounts, remarks, inferred } = report;
  const broken = steps.flatMap(({ verdicts }) => verdicts).filter((verdict) => verdict.broken !== undefined).length;
  const undone = steps.some(({ problem }) => problem !== undefined);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${title}: ${chain}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(chain)}. <span class="${held ? "held" : "broken"}">${held ? "All promises held." : `${broken} promise(s) did not hold${undone ? "; a step could not be done" : ""}.`}</span></p>
${list(remarks.map(escaped), "quiet")}
<h2>Timeline</h2>
${timeline(report)}
<p class="quiet">Virtual minutes: what the waits would take on Confluent Cloud.</p>
<ol>
${steps.map(stepHtml).join("\n")}
</ol>
${accounts.map(accountHtml).join("\n")}
<h2>What rests on inference</h2>
<p>The emulator does these things as follows from documentation and specification; nobody has seen them on Confluent Cloud. Those in bold decide this outcome the most.</p>
${list(inferred.map(({ what, central }) => (central ? `<strong>${escaped(what)}</strong>` : escaped(what))))}
</body>
</html>
`;
}

const list = (items: readonly string[], kind = ""): string =>
  items.length === 0 ? "" : `<ul class="${kind}">${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

function stepHtml({ title, from, to, seconds, commands, notes, verdicts, problem }: StepReport): string {
  const promises = verdicts.map(({ promise, broken }) =>
    broken === undefined
      ? `<span class="held">held</span> ${escaped(promise)}`
      : `<span class="broken">not held</span> ${escaped(promise)}: ${escaped(broken)}`,
  );
  return [
    `<li><strong>${escaped(title)}</strong> <span class="quiet">${minutes(from)} to ${minutes(to)} min, ${seconds.toFixed(1)} s real</span>`,
    list(notes.map(escaped), "quiet"),
    commands.map(commandHtml).join("\n"),
    list(promises),
    problem === undefined ? "" : `<p class="broken">Not done:</p><pre>${escaped(problem)}</pre>`,
    "</li>",
  ].join("\n");
}

function commandHtml({ line, equivalent, exitCode, plan, output, from, to }: CommandRun): string {
  const facts = [
    `${minutes(from)} min, took ${((to - from) / 1000).toFixed(0)} s`,
    ...(exitCode === 0 ? [] : [`exit code ${exitCode}`]),
    ...(plan ? [describeCounts(plan)] : []),
    ...(equivalent === undefined ? [] : [equivalent]),
  ].join("; ");
  const summary = `<code>${escaped(line)}</code> <span class="quiet">${escaped(facts)}</span>`;
  if (output === "") return `<div>${summary}</div>`;
  const lines = output.split("\n");
  const cut = lines.length - MOST_LINES;
  const shown = cut > 0 ? [`… ${cut} lines before`, ...lines.slice(cut)] : lines;
  return `<details><summary>${summary}</summary><pre>${escaped(shown.join("\n"))}</pre></details>`;
}

function accountHtml({ title, from, to, topics, groups, remarks }: Account): string {
  const lost = topics.reduce((sum, { lostCount }) => sum + lostCount, 0);
  return [
    `<h2>${escaped(title)}</h2>`,
    `<p>${lost} record(s) lost in all.</p>`,
    table(
      ["Topic", `Name on ${to}`, "From", `Records for ${from}`, `On ${to}`, "Lost", "Which"],
      sorted(topics).map(({ topic, there, origin, written, arrived, lostCount, lost: values }) => [
        topic,
        there,
        origin === "filter" ? "a filter" : "the app",
        String(written),
        String(arrived),
        String(lostCount),
        `${values.join(", ")}${lostCount > values.length ? " …" : ""}`,
      ]),
    ),
    groups.length === 0
      ? ""
      : table(
          ["Group", "Topic", `Left ${from} at`, "Goes on at", "Reads again", "Still to read"],
          groups.map(groupRow),
        ),
    groups.length === 0 ? "" : '<p class="quiet">Offsets are sums over all partitions.</p>',
    list(remarks.map(escaped)),
  ].join("\n");
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return `<table>${row(header, "th")}${rows.map((cells) => row(cells, "td")).join("")}</table>`;
}
