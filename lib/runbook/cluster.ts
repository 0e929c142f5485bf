import type { DocumentCluster } from "../model/document";

/** A cluster, and what it is called in files and placeholders. */
export interface RunbookCluster {
  readonly name: string;
  /** Its id, or a placeholder. */
  readonly id: string;
  readonly slug: string;
  readonly isPrivate: boolean;
  readonly data: DocumentCluster;
}
