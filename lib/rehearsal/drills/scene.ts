import type { RunbookChain } from "../../runbook/topology";
import type { Deployment } from "../terraform/deployment";
import { drillGroups, drillTopics } from "./names";
import { Traffic } from "./traffic";

/** Producers and consumers for a chain. */
export function trafficOf({ cloud }: Deployment, chain: RunbookChain, tag: string): Traffic {
  return new Traffic({
    cloud: cloud.emulator.cloud,
    stations: chain.clusters.map(({ id }) => id),
    topics: drillTopics(chain),
    groups: drillGroups(chain),
    tag,
  });
}
