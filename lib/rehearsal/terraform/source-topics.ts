import type { TopologyDocument } from "../../model/document";

/** A topic that has to be there before a mirror topic can be made of it. */
export interface SourceTopic {
  readonly clusterId: string;
  readonly topic: string;
}

/** The topics that the app's explicit mirror topics begin with: those of the first cluster of each chain. */
export function sourceTopics({ reach, chains, legs, clusters }: TopologyDocument): SourceTopic[] {
  return reach.flatMap(({ chain, topic }) => {
    const first = legs.find(({ path }) => path === chains[chain]?.[0]);
    const clusterId = first === undefined ? undefined : clusters[first.source]?.id;
    return typeof clusterId === "string" ? [{ clusterId, topic }] : [];
  });
}
