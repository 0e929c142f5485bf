import type { DocumentCluster, TopologyDocument } from "../../model/document";
import { isKnown } from "../../model/maybe";
import { reachOfTopic } from "../../model/reach";
import type { Leg } from "../../model/topology";

/** A topic that is copied from another one. */
export interface Copy {
  readonly leg: Leg;
  /** Its name, where it is known. */
  readonly topic: string | undefined;
}

/** What the app's links carry, as far as synth wrote it; nothing where there is no document. */
export class Carried {
  readonly #clusters: readonly DocumentCluster[];
  readonly #legs: readonly Leg[];
  readonly #bySource = new Map<string, Leg[]>();
  readonly #kept = new Set<string>();

  public constructor(document?: TopologyDocument, legs: readonly Leg[] = []) {
    this.#clusters = document?.clusters ?? [];
    this.#legs = legs;
    for (const leg of legs) {
      const { id } = leg.source;
      if (isKnown(id)) this.#bySource.set(id, [...(this.#bySource.get(id) ?? []), leg]);
    }
    for (const { clusterId, topic } of keptIn(document)) this.#kept.add(`${clusterId} ${topic}`);
  }

  /** A cluster as people call it. */
  public nameOf(clusterId: string | undefined): string {
    if (clusterId === undefined) return "a cluster whose id the plan does not tell";
    const name = this.#clusters.find(({ id }) => id === clusterId)?.name;
    return name === undefined ? clusterId : `${name} (${clusterId})`;
  }

  public clustersWhere(fits: (cluster: DocumentCluster) => boolean): readonly DocumentCluster[] {
    return this.#clusters.filter(fits);
  }

  /** The directions of a link. */
  public legsOfLink(linkName: string | undefined, clusterId: string | undefined): readonly Leg[] {
    if (linkName === undefined || clusterId === undefined) return [];
    return this.#legs.filter(
      (leg) => leg.linkName === linkName && (leg.source.id === clusterId || leg.destination.id === clusterId),
    );
  }

  /** The directions of every link of a cluster. */
  public legsAt(clusterId: string): readonly Leg[] {
    return this.#legs.filter(({ source, destination }) => source.id === clusterId || destination.id === clusterId);
  }

  /** Whether a topic was promoted, and is the live copy that the app keeps. */
  public isKept(clusterId: string, topic: string): boolean {
    return this.#kept.has(`${clusterId} ${topic}`);
  }

  /** Everything that is copied from a topic, over any number of links. */
  public copiesOf(clusterId: string, topic: string): readonly Copy[] {
    const copies: Copy[] = [];
    const seen = new Set<Leg>();
    const follow = (id: string, name: string): void => {
      for (const leg of this.#bySource.get(id) ?? []) {
        const [hop] = reachOfTopic([leg], name).hops;
        if (seen.has(leg) || hop?.outcome !== "passes") continue;
        seen.add(leg);
        const copy = isKnown(hop.name) ? hop.name : undefined;
        copies.push({ leg, topic: copy });
        if (copy !== undefined && isKnown(leg.destination.id)) follow(leg.destination.id, copy);
      }
    };
    follow(clusterId, topic);
    return copies;
  }

  /** The legs that carry on what a leg brings. */
  public legsAfter(leg: Leg): readonly Leg[] {
    const found = new Set<Leg>();
    const follow = ({ source, destination }: Leg): void => {
      if (!isKnown(destination.id)) return;
      for (const next of this.#bySource.get(destination.id) ?? []) {
        if (next === leg || found.has(next) || next.destination.identity === source.identity) continue;
        found.add(next);
        follow(next);
      }
    };
    follow(leg);
    return [...found];
  }
}

function* keptIn(document: TopologyDocument | undefined): Generator<{ clusterId: string; topic: string }> {
  for (const { destination, sets } of document?.legs ?? []) {
    const id = document?.clusters[destination]?.id;
    if (typeof id !== "string") continue;
    for (const { kept = [] } of sets) {
      for (const { mirrorTopic } of kept) if (mirrorTopic !== null) yield { clusterId: id, topic: mirrorTopic };
    }
  }
}
