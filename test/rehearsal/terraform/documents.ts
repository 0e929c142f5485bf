import type { DocumentCluster, DocumentFilter, DocumentLeg, TopologyDocument } from "../../../lib/model/document";

export const cluster = (name: string, more: Partial<DocumentCluster> = {}): DocumentCluster => ({
  name,
  id: `lkc-${name.toLowerCase()}`,
  access: "public",
  kind: "Dedicated",
  ...more,
});

export const CLUSTERS = [cluster("PRIMARY"), cluster("JUMP"), cluster("DR")];

export const include = (name: string, patternType = "PREFIXED"): DocumentFilter => ({
  name,
  patternType,
  filterType: "INCLUDE",
});

interface LegOptions {
  readonly topics?: readonly string[];
  readonly filters?: readonly DocumentFilter[];
  readonly prefix?: string | null;
}

function leg(path: string, source: number, { topics = [], filters = [], prefix }: LegOptions): DocumentLeg {
  const off = { enabled: false, intervalMs: 30_000, filters: [] };
  return {
    path,
    stack: path,
    linkName: path,
    shape: "destination-initiated",
    managed: true,
    source,
    destination: source + 1,
    ...(prefix === undefined ? {} : { prefix }),
    consumerGroupPrefix: false,
    autoCreate: { enabled: filters.length > 0, filters },
    consumerOffsetSync: off,
    aclSync: off,
    topicConfigSync: { intervalMs: 5000 },
    configKeys: [],
    resources: [],
    sets: [
      {
        path: `${path}/mirrors`,
        stack: path,
        topicsKnown: true,
        mirrors: topics.map((topic) => ({ topic, mirrorTopic: topic, address: `x.${topic}` })),
        autoCreate: filters,
        failover: false,
      },
    ],
  };
}

/** PRIMARY -> JUMP -> DR. */
export function document(one: LegOptions, two: LegOptions, clusters = CLUSTERS): TopologyDocument {
  return {
    version: 1,
    stacks: [],
    clusters,
    legs: [leg("one", 0, one), leg("two", 1, two)],
    chains: [["one", "two"]],
    reach: (one.topics ?? []).map((topic) => ({ chain: 0, topic, names: [topic], arrives: true })),
    acknowledged: [],
  };
}
