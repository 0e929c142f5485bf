import { DISCOVERY_INTERVAL_MS, worstDiscoveryDelayMs, worstOffsetStalenessMs } from "../model/chains";
import { defaultIntervalMs } from "../model/settings";
import type { RunbookChain, RunbookLeg } from "./topology";

/** What the provider waits at least before it sees that a mirror topic stopped, in milliseconds. */
export const FAILOVER_BATCH_MS = 62_000;

/** What the provider waits after it created a mirror topic, in milliseconds. */
const CREATION_BATCH_MS = 10_000;

/** Terraform's own `-parallelism`. */
export const DEFAULT_PARALLELISM = 10;

/** The highest that HCP Terraform takes; beyond it one REST call for all is the better way. */
const MAXIMUM_PARALLELISM = 256;

/** The `-parallelism` with which so many mirror topics need as few batches as can be. */
export function parallelismFor(mirrors: number): number {
  const batches = Math.ceil(mirrors / MAXIMUM_PARALLELISM);
  return Math.max(DEFAULT_PARALLELISM, batches > 1 ? MAXIMUM_PARALLELISM : mirrors);
}

/** How long Terraform takes at least to fail over so many mirror topics, in milliseconds. */
export function failoverMs(mirrors: number, parallelism = parallelismFor(mirrors)): number {
  return Math.ceil(mirrors / parallelism) * FAILOVER_BATCH_MS;
}

/** How long Terraform waits at least while it creates so many mirror topics, in milliseconds. */
export function creationMs(mirrors: number, parallelism = parallelismFor(mirrors)): number {
  return Math.ceil(mirrors / parallelism) * CREATION_BATCH_MS;
}

/** A time as people read it: `1 h 43 min`, `62 s`. Two units at most. */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const parts: [number, string][] =
    hours > 0
      ? [
          [hours, "h"],
          [minutes, "min"],
        ]
      : [
          [minutes, "min"],
          [rest, "s"],
        ];
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}

/** Milliseconds between two copies of committed offsets; `undefined` where a leg copies none. */
export function offsetIntervalMs({ data: { consumerOffsetSync } }: RunbookLeg): number | undefined {
  if (consumerOffsetSync.enabled === false) return undefined;
  return consumerOffsetSync.intervalMs ?? defaultIntervalMs("consumer.offset.sync.ms");
}

/** How long committed offsets may need to get to the last cluster after the last commit: two intervals per leg, in milliseconds. */
export function offsetSettlingMs(chain: RunbookChain): number {
  return chain.legs.reduce((total, leg) => total + 2 * (offsetIntervalMs(leg) ?? 0), 0);
}

const models = ({ legs }: RunbookChain): RunbookLeg["model"][] => legs.map(({ model }) => model);

/** How far groups go back after a failover. */
export function duplicatesText(chain: RunbookChain): string {
  const staleness = worstOffsetStalenessMs(models(chain));
  if (staleness === undefined) {
    const without = chain.legs.filter((leg) => offsetIntervalMs(leg) === undefined);
    const names = without.map(({ link }) => link).join(" and ");
    return `Committed offsets do not get to ${chain.last.name}: ${names} ${without.length > 1 ? "copy" : "copies"} none. Each group begins there where its auto.offset.reset says: at the beginning (everything again) or at the end (what came in between is skipped).`;
  }
  const parts = chain.legs.map((leg) => duration(offsetIntervalMs(leg) ?? 0)).join(" + ");
  const sum = chain.legs.length > 1 ? ` (${parts})` : "";
  return `A consumer group goes on where it was up to ${duration(staleness)} before${sum}, and reads again what it had read since. Groups that the filters leave out begin where their auto.offset.reset says.`;
}

/** What a failover loses, as far as numbers of the topology tell. */
export function lossText(chain: RunbookChain, lost: readonly RunbookLeg[]): string {
  const lags = lost.map(({ link }) => link).join(" plus that of ");
  const lag = `the lag of ${lags} at that moment, in records: Confluent Cloud promises no time for it, its metric cluster_link_mirror_topic_offset_lag shows it.`;
  return [lag, ...discoveryText(chain)].join(" ");
}

/** What is missing of topics that only filters choose. */
export function discoveryText(chain: RunbookChain): string[] {
  const delay = worstDiscoveryDelayMs(models(chain));
  if (delay === 0) return [];
  return [
    `A topic that a filter chooses and that was made less than ${duration(delay)} before may not be on ${chain.last.name} at all (${duration(DISCOVERY_INTERVAL_MS)} for each leg that looks for topics).`,
  ];
}
