import type { DocumentFilter, DocumentLeg, TopologyDocument } from "../model/document";
import type { LinkShape } from "../model/topology";

/** A value, or `null` where only Terraform knows it. */
export type Shown<T> = T | null;

/** One end of a link. */
export interface ShownCluster {
  /** Nobody tells it in the JSON of a stack. */
  readonly name: string | undefined;
  readonly id: Shown<string>;
}

/** A feature that is on or off, and its filters. */
export interface ShownFeature {
  readonly enabled: Shown<boolean>;
  readonly filters: readonly DocumentFilter[];
}

/** A link, or one direction of it, as matchers compare and show it. */
export interface ShownLink {
  readonly linkName: Shown<string>;
  readonly shape: LinkShape;
  readonly source: ShownCluster;
  readonly destination: ShownCluster;
  readonly prefix: Shown<string> | undefined;
  readonly offsetSync: ShownFeature;
  readonly autoCreate: ShownFeature;
  readonly aclSync: { readonly enabled: Shown<boolean> };
  readonly topics: readonly string[];
  /** Whether Terraform lists further topics by itself. */
  readonly moreTopics: boolean;
}

/** The links of a topology. */
export function linksOfTopology(document: TopologyDocument, legs = document.legs): ShownLink[] {
  return legs.map((leg) => linkOf(leg, document));
}

function linkOf(leg: DocumentLeg, { clusters }: TopologyDocument): ShownLink {
  const clusterAt = (position: number): ShownCluster => ({
    name: clusters[position]?.name,
    id: clusters[position]?.id ?? null,
  });
  return {
    linkName: leg.linkName,
    shape: leg.shape,
    source: clusterAt(leg.source),
    destination: clusterAt(leg.destination),
    prefix: leg.prefix,
    offsetSync: leg.consumerOffsetSync,
    autoCreate: leg.autoCreate,
    aclSync: leg.aclSync,
    topics: leg.sets.flatMap(({ mirrors }) => mirrors.map(({ topic }) => topic)),
    moreTopics: leg.sets.some(({ topicsKnown }) => !topicsKnown),
  };
}
