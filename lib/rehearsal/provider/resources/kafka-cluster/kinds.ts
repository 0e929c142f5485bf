import type { Values } from "../../resource";
import { blocksAt, numberAt, textAt } from "../values";
import type { ClusterConfig, KafkaClusterAnswer } from "./answer";

/** Blocks of which a cluster has exactly one, each with the kind that the API knows it by. */
const KINDS = {
  basic: "Basic",
  standard: "Standard",
  dedicated: "Dedicated",
  enterprise: "Enterprise",
  freight: "Freight",
} as const;

export type KindBlock = keyof typeof KINDS;

export const KIND_BLOCKS = Object.keys(KINDS) as readonly KindBlock[];

/** The block that says what kind of cluster it is. */
export const kindIn = (values: Values): KindBlock | undefined =>
  KIND_BLOCKS.find((block) => blocksAt(values, block).length === 1);

/** What a request says of the kind. */
export function clusterConfig(values: Values, block: KindBlock): ClusterConfig {
  const kind = KINDS[block];
  if (block === "dedicated") {
    const encryptionKey = textAt(values, block, "encryption_key");
    return {
      ...dedicatedConfig(numberAt(values, block, "cku")),
      ...(encryptionKey === "" ? {} : { encryption_key: encryptionKey }),
    };
  }
  const maxEcku = numberAt(values, block, "max_ecku");
  return { kind, ...(maxEcku === 0 ? {} : { max_ecku: maxEcku }) };
}

/** The release priority is what the real provider always sends; the schema has no attribute for it. */
export const dedicatedConfig = (cku: number): ClusterConfig => ({
  kind: KINDS.dedicated,
  cku,
  release_priority: "REGULAR",
});

/** All blocks of the kind: the one that the API says, and the others empty. */
export function kindState({ spec, status }: KafkaClusterAnswer): Values {
  const { kind, max_ecku, encryption_key, zones } = spec?.config ?? {};
  const items: Readonly<Record<KindBlock, Values>> = {
    basic: { max_ecku: max_ecku ?? 0 },
    standard: { max_ecku: max_ecku ?? 0 },
    dedicated: { cku: status?.cku ?? 0, encryption_key: encryption_key ?? "", zones: zones ?? [] },
    enterprise: { max_ecku: max_ecku ?? 0 },
    freight: { max_ecku: max_ecku ?? 0, zones: zones ?? [] },
  };
  return Object.fromEntries(KIND_BLOCKS.map((block) => [block, KINDS[block] === kind ? [items[block]] : []]));
}

/** What a number of CKUs needs. */
export function checkCkus(cku: number, availability: string): void {
  if (cku < 1 && availability === "SINGLE_ZONE") {
    throw new Error("a dedicated cluster in one zone needs at least 1 CKU");
  }
  if (cku < 2 && availability === "MULTI_ZONE") {
    throw new Error("a dedicated cluster in several zones needs at least 2 CKUs");
  }
}
