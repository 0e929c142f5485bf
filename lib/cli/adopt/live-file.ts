import type { DocumentCluster } from "../../model/document";
import type { LiveCluster } from "./live";

/** What the clusters have, as JSON without secrets. */
export function liveFile(live: ReadonlyMap<DocumentCluster, LiveCluster>): string {
  const clusters = [...live].map(([{ name, id }, answer]) => ({
    name,
    id,
    ...("why" in answer ? { notAsked: answer.why } : { links: [...answer.links.values()] }),
  }));
  return `${JSON.stringify({ version: 1, clusters }, undefined, 2)}\n`;
}
