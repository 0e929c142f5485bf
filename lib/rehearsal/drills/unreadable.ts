import type { RunbookCluster } from "../../runbook/cluster";
import { lastStack } from "../../runbook/steps";
import type { RunbookChain, RunbookTopology } from "../../runbook/topology";

/** What the provider says of a status that it does not know. */
const UNREADABLE = /is not a valid MirrorTopicStatus/;

/** What it says where it asks for a half on a cluster that does not answer. */
const NO_ANSWER = /error reading Cluster Link/;

/** How a plan of the last leg fails while these clusters are lost. */
export function unreadableWithout(
  topology: RunbookTopology,
  chain: RunbookChain,
  lost: readonly RunbookCluster[],
): RegExp {
  return lastStack(topology, chain).calls.some((cluster) => lost.includes(cluster)) ? NO_ANSWER : UNREADABLE;
}
