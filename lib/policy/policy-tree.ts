import type { TopologyDocument } from "../model/document";

/** A finished app as plain data: what policy rules look at. */
export interface PolicyTree {
  /** Clusters, links, mirror topics and chains, as `cluster-linking.json` has them; `null` is known to Terraform only. */
  readonly topology: TopologyDocument;
  /** Every stack, also those without a link. */
  readonly stacks: readonly PolicyStack[];
}

/** A stack as Terraform gets it. */
export interface PolicyStack {
  /** Path of the stack. */
  readonly name: string;
  /** Region of its state, where the backend or `declareStateRegion` tells it. @default - unknown */
  readonly stateRegion?: string;
  /** Its resources, without data sources. */
  readonly resources: readonly PolicyResource[];
  /** The whole of its JSON: providers, backend, variables, outputs and so on. Text with `${` in it is an expression. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** One resource block as Terraform gets it. */
export interface PolicyResource {
  /** Path of its stack. */
  readonly stack: string;
  /** Type, like `confluent_cluster_link`. */
  readonly type: string;
  /** Type and name, like `confluent_cluster_link.link`. */
  readonly address: string;
  /** Path of the construct that it stands for. */
  readonly path: string;
  /** Its arguments. Text with `${` in it is an expression. */
  readonly attributes: Readonly<Record<string, unknown>>;
}
