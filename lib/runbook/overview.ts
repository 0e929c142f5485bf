import { ConnectionMode } from "../model/link-mode";
import { plain, paragraphs, table, codeBlock, anchor } from "./markdown";
import { diagram, reachOf } from "./diagram";
import { discoveryText, duplicatesText, duration, failoverMs, offsetIntervalMs, parallelismFor } from "./timing";
import { listed, terraformFailsOver } from "./steps";
import type { Runbook } from "./structure";
import type { RunbookChain, RunbookLeg, RunbookTopology } from "./topology";

/** How many topics are listed one by one. */
const LISTED = 60;

/** What the topology is, in pictures and numbers. */
export function overview(topology: RunbookTopology, runbook: Runbook): string {
  return [
    "# Runbook\n\n",
    paragraphs([
      `For ${listed(topology.chains.map(({ clusters: way }) => way.map(({ name }) => name).join(" to ")))}. Written by "npx cluster-linking runbook" from cluster-linking.json; write it again after each synth. Every step says who does it, from where, what to expect, and how to see that it failed. Of several ways to do a step, take one.`,
    ]),
    contents(runbook),
    "## The topology\n\n",
    paragraphs([
      "Thick arrows: where data goes. Dashed arrows: who opens the connection, and which clusters Terraform calls in each stack.",
    ]),
    codeBlock("mermaid", diagram(topology)),
    "\n",
    clusters(topology),
    "\n",
    stacks(topology),
    "\n",
    legs(topology),
    "\n",
    ...topology.chains.flatMap((chain) => [reach(chain), numbers(chain)]),
  ].join("");
}

function contents({ sections }: Runbook): string {
  return `${sections.map(({ id, title }) => `- [${plain(title)}](#${anchor(id)})\n`).join("")}\n`;
}

function clusters({ clusters: all }: RunbookTopology): string {
  return table(
    ["Cluster", "Id", "Access", "Type", "Place", "REST endpoint", "Bootstrap server"],
    all.map(({ name, id, data }) => [
      name,
      id,
      data.access,
      data.kind,
      [data.cloud, data.region].filter((part) => typeof part === "string").join(" "),
      data.restEndpoint ?? "known to Terraform only",
      data.bootstrapEndpoint ?? "known to Terraform only",
    ]),
  );
}

function stacks(topology: RunbookTopology): string {
  return table(
    ["Stack", "After", "State in", "Calls", "Folder"],
    topology.stacks.map(({ name, data, calls, folder }) => [
      name,
      data.dependsOn.join(", "),
      data.backend?.type ?? "unknown",
      calls.map((cluster) => cluster.name).join(", "),
      folder,
    ]),
  );
}

function legs({ legs: all }: RunbookTopology): string {
  return table(
    ["Link", "Data", "Dialled by", "Mirror topics", "By filter", "Offsets"],
    all.map((leg) => [
      leg.link,
      `${leg.source.name} to ${leg.destination.name}`,
      leg.halves
        .map(({ host, mode }) => (mode.connectionMode === ConnectionMode.OUTBOUND ? host.name : undefined))
        .find((name) => name !== undefined) ?? leg.source.name,
      leg.mirrorsKnown ? String(leg.mirrors.length) : "a list that Terraform knows",
      leg.makesMirrors ? "yes" : "no",
      offsets(leg),
    ]),
  );
}

function offsets(leg: RunbookLeg): string {
  const interval = offsetIntervalMs(leg);
  return interval === undefined ? "not copied" : `every ${duration(interval)}`;
}

function reach(chain: RunbookChain): string {
  const all = reachOf(chain);
  const title = `### Topics from ${plain(chain.first.name)} to ${plain(chain.last.name)}\n\n`;
  const filters = chain.legs.every(({ makesMirrors }) => makesMirrors)
    ? ["Topics that filters choose are not listed: npx cluster-linking explain tells how far one gets."]
    : [];
  if (all.length === 0) return title + paragraphs(["The app names no topic.", ...filters]);
  const rows = all.slice(0, LISTED).map(({ names }) => chain.clusters.map((_, i) => names[i] ?? "does not get here"));
  const more = all.length > LISTED ? [`And ${all.length - LISTED} more.`] : [];
  return `${title}${table(
    chain.clusters.map(({ name }) => plain(name)),
    rows,
  )}\n${paragraphs([...more, ...filters])}`;
}

function numbers(chain: RunbookChain): string {
  const { lastLeg, first, last, legs: way } = chain;
  const count = lastLeg.mirrors.length;
  const planned = "Planned switch: no record is lost.";
  const unplanned =
    way.length > 1
      ? `${first.name} lost: the lag of ${way[0]?.link ?? ""}. All but ${last.name} lost: the lags of ${listed(way.map(({ link }) => link))}, added up.`
      : `${first.name} lost: the lag of ${lastLeg.link}.`;
  const time = terraformFailsOver(lastLeg)
    ? lastLeg.mirrorsKnown
      ? `Failover by Terraform: -parallelism=${parallelismFor(count)}, at least ${duration(failoverMs(count))} for ${count} mirror topic${count === 1 ? "" : "s"}. By one REST call: seconds.`
      : "Failover by Terraform: at least 62 s for each batch of -parallelism mirror topics. By one REST call: seconds."
    : "Failover: by one REST call, in seconds.";
  return [
    `### Numbers from ${plain(first.name)} to ${plain(last.name)}\n\n`,
    paragraphs([planned, unplanned, ...discoveryText(chain), duplicatesText(chain), time].map((text) => `- ${text}`)),
  ].join("");
}
