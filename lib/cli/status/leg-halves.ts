import type { DocumentCluster, DocumentLeg, TopologyDocument } from "../../model/document";

/** One object of a link, and the cluster that has it. */
export interface LegHalf {
  readonly role: "link" | "receiving half" | "dialling half" | "half";
  readonly cluster: DocumentCluster;
  /** Whether the leg's mirror topics are on this cluster. */
  readonly receives: boolean;
}

/** The halves of a leg's link, the one with the mirror topics first. */
export function halvesOf({ clusters }: TopologyDocument, leg: DocumentLeg): readonly LegHalf[] {
  const [source, destination] = [clusters[leg.source], clusters[leg.destination]] as [DocumentCluster, DocumentCluster];
  switch (leg.shape) {
    case "destination-initiated":
      return [{ role: "link", cluster: destination, receives: true }];
    case "source-initiated":
      return [
        { role: "receiving half", cluster: destination, receives: true },
        { role: "dialling half", cluster: source, receives: false },
      ];
    case "bidirectional":
      return [
        { role: "half", cluster: destination, receives: true },
        { role: "half", cluster: source, receives: false },
      ];
  }
}

/** The legs that are meant by a link's name, a stack's name or a path. */
export function legsNamed(document: TopologyDocument, name: string): readonly DocumentLeg[] {
  return document.legs.filter(({ path, stack, linkName }) => [path, stack, linkName].includes(name));
}
