import { readDocument, type TopologyDocument } from "../model/document";
import type { Leg } from "../model/topology";

/** The legs of a document. Throws where one names a cluster that is not there. */
export function legsOf(document: TopologyDocument): Leg[] {
  const legs = readDocument(document);
  for (const { path, source, destination } of legs as readonly Partial<Leg>[]) {
    if (!source || !destination) throw new Error(`the leg ${String(path)} names a cluster that is not listed`);
  }
  return legs;
}
