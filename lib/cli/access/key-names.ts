import type { DocumentCluster } from "../../model/document";
import type { StackJson } from "../../rehearsal/terraform/stack-json";

/** Names of the environment variables that hold a key. */
export interface KeyNames {
  readonly key: string;
  readonly secret: string;
}

const VARIABLE = /^\$\{var\.([\w-]+)\}$/;

/** Beginning of the environment variables that are for the command line alone. */
export function ownPrefix({ name }: DocumentCluster): string {
  return `CLUSTER_LINKING_${name.toUpperCase().replace(/[^A-Z0-9]+/gu, "_")}`;
}

/** The environment variable that gives a Terraform variable its value, where a text of a stack's JSON is one. */
export function variableName(text: unknown): string | undefined {
  const name = typeof text === "string" ? VARIABLE.exec(text)?.[1] : undefined;
  return name === undefined ? undefined : `TF_VAR_${name}`;
}

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
  const [block] = Array.isArray(credentials) ? (credentials as unknown[]) : [credentials];
  if (typeof block !== "object" || block === null) return undefined;
  const given = block as { readonly key?: unknown; readonly secret?: unknown };
  const [key, secret] = [variableName(given.key), variableName(given.secret)];
  return key === undefined || secret === undefined ? undefined : { key, secret };
}

function distinct(names: readonly KeyNames[]): KeyNames[] {
  return [...new Map(names.map((each) => [`${each.key} ${each.secret}`, each])).values()];
}
