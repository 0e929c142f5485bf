import type { DocumentCluster } from "../../model/document";
import { commandLinePrefix } from "../../model/names";
import { variablesOf } from "../../rehearsal/terraform/credential-variables";
import type { StackJson } from "../../rehearsal/terraform/stack-json";

/** Names of the environment variables that hold a key. */
export interface KeyNames {
  readonly key: string;
  readonly secret: string;
}

/** Beginning of the environment variables that are for the command line alone. */
export const ownPrefix = ({ name }: DocumentCluster): string => commandLinePrefix(name);

/**
 * Where the key for a cluster's REST API may be, the first that counts first: a variable of the command line, those with which the stack calls
 * the cluster, and those that are called like it.
 */
export function keyNames(cluster: DocumentCluster, stack: StackJson | undefined): KeyNames[] {
  const own = ownPrefix(cluster);
  const called = `TF_VAR_${cluster.name.toLowerCase().replace(/[^a-z0-9]+/gu, "_")}`;
  const used = cluster.id === null ? [] : [...restKeys(stack?.resource, cluster.id)];
  return distinct([
    { key: `${own}_API_KEY`, secret: `${own}_API_SECRET` },
    ...used,
    { key: `${called}_api_key`, secret: `${called}_api_secret` },
  ]);
}

/** Keys of blocks that name a cluster's REST endpoint: a key that only dials may not be allowed to do more. */
function* restKeys(value: unknown, clusterId: string): Generator<KeyNames> {
  if (typeof value !== "object" || value === null) return;
  const block = value as { readonly id?: unknown; readonly rest_endpoint?: unknown; readonly credentials?: unknown };
  if (block.id === clusterId && typeof block.rest_endpoint === "string") {
    const names = credentialNames(block.credentials);
    if (names !== undefined) yield names;
  }
  for (const member of Object.values(value)) yield* restKeys(member, clusterId);
}

/** The environment variables behind a credentials block. */
export function credentialNames(credentials: unknown): KeyNames | undefined {
  const variables = variablesOf(credentials);
  return variables && { key: `TF_VAR_${variables.key}`, secret: `TF_VAR_${variables.secret}` };
}

function distinct(names: readonly KeyNames[]): KeyNames[] {
  return [...new Map(names.map((each) => [`${each.key} ${each.secret}`, each])).values()];
}
