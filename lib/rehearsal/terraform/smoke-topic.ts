import { readDocument, type TopologyDocument } from "../../model/document";
import { chainsOf } from "../../model/chains";
import { exampleNames } from "../../model/example-names";
import { reachOfTopic } from "../../model/reach";
import type { Leg } from "../../model/topology";

/** A topic's names along a chain of clusters. */
export interface SmokeTopic {
  /** Cluster ids and the topic's names on them, from the first cluster to the last. */
  readonly stations: readonly { readonly cluster: string; readonly clusterId: string; readonly topic: string }[];
  /** Whether the stacks name it, or the links' filters pick it up. */
  readonly explicit: boolean;
}

const MADE_UP = "smoke_test";

/** A topic that gets from the beginning of a chain to its end: one that the stacks name, else one that the filters let through. */
export function smokeTopic(document: TopologyDocument): SmokeTopic | undefined {
  const chains = chainsOf(readDocument(document));
  for (const { explicit, names } of [
    { explicit: true, names: (chain: readonly Leg[]) => (chain[0]?.claims ?? []).flatMap(({ topics }) => topics) },
    { explicit: false, names: filteredNames },
  ]) {
    for (const chain of chains) {
      for (const name of names(chain)) {
        const stations = stationsOf(chain, name);
        if (stations !== undefined) return { stations, explicit };
      }
    }
  }
  return undefined;
}

/** Names that the filters of a chain's first leg speak of. */
function filteredNames(chain: readonly Leg[]): string[] {
  return exampleNames(chain[0]?.settings.autoCreate.filters ?? [], { any: MADE_UP, ending: `_${MADE_UP}` });
}

/** Where a topic is on its way, or `undefined` when it does not get to the end or a name is known to Terraform only. */
function stationsOf(chain: readonly Leg[], topic: string): SmokeTopic["stations"] | undefined {
  const { hops } = reachOfTopic(chain, topic);
  const names = [topic, ...hops.map((hop) => (hop.outcome === "passes" ? hop.name : undefined))];
  const clusters = [chain[0]?.source, ...chain.map(({ destination }) => destination)];
  const stations = clusters.flatMap((cluster, i) => {
    const [id, name] = [cluster?.id, names[i]];
    return cluster !== undefined && typeof id === "string" && typeof name === "string"
      ? [{ cluster: cluster.name, clusterId: id, topic: name }]
      : [];
  });
  return stations.length === clusters.length ? stations : undefined;
}
