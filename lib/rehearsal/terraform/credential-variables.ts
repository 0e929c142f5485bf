import type { DocumentCluster } from "../../model/document";
import type { StackJson } from "./stack-json";

/** Two variables of a stack that take a key of one cluster. */
export interface CredentialVariables {
  readonly key: string;
  readonly secret: string;
  readonly clusterId: string;
}

const REFERENCE = /^\$\{var\.([\w-]+)\}$/;
const BY_NAME = /^(.+)_api_(?:key|secret)$/;

/**
 * Which variables of a stack are keys of which cluster: by the blocks that use them, else by their names, as `jump_api_key` and
 * `jump_dial_api_key` are for a cluster JUMP.
 */
export function credentialVariables(stack: StackJson, clusters: readonly DocumentCluster[]): CredentialVariables[] {
  const declared = new Set(Object.keys(stack.variable ?? {}));
  const found = new Map<string, CredentialVariables>();
  for (const pair of [...usedIn(stack.resource), ...usedIn(stack.data), ...namedAfter(declared, clusters)]) {
    if (declared.has(pair.key) && declared.has(pair.secret) && !found.has(pair.key)) found.set(pair.key, pair);
  }
  return [...found.values()];
}

/** Blocks that have a cluster's id and credentials of it. */
function* usedIn(value: unknown): Generator<CredentialVariables> {
  if (typeof value !== "object" || value === null) return;
  const { id, credentials } = value as { readonly id?: unknown; readonly credentials?: unknown };
  const variables = variablesOf(credentials);
  if (typeof id === "string" && !id.includes("${") && variables) yield { ...variables, clusterId: id };
  for (const member of Object.values(value)) yield* usedIn(member);
}

/** Names of the Terraform variables in a credentials block of a stack's JSON, where key and secret are one each. */
export function variablesOf(credentials: unknown): { readonly key: string; readonly secret: string } | undefined {
  const [block] = Array.isArray(credentials) ? (credentials as unknown[]) : [credentials];
  if (typeof block !== "object" || block === null) return undefined;
  const given = block as { readonly key?: unknown; readonly secret?: unknown };
  const [key, secret] = [variableIn(given.key), variableIn(given.secret)];
  return key === undefined || secret === undefined ? undefined : { key, secret };
}

function variableIn(value: unknown): string | undefined {
  return typeof value === "string" ? REFERENCE.exec(value)?.[1] : undefined;
}

function* namedAfter(
  variables: Iterable<string>,
  clusters: readonly DocumentCluster[],
): Generator<CredentialVariables> {
  for (const variable of variables) {
    const name = BY_NAME.exec(variable)?.[1];
    const owner = name === undefined ? undefined : clusterNamed(name, clusters);
    if (name !== undefined && owner !== undefined) {
      yield { key: `${name}_api_key`, secret: `${name}_api_secret`, clusterId: owner };
    }
  }
}

/** Id of the cluster with the longest name that this one is or begins with. */
function clusterNamed(name: string, clusters: readonly DocumentCluster[]): string | undefined {
  const fitting = clusters
    .map((cluster) => ({ id: cluster.id, prefix: cluster.name.toLowerCase().replace(/[^a-z0-9]+/g, "_") }))
    .filter(({ prefix }) => name === prefix || name.startsWith(`${prefix}_`))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  return fitting[0]?.id ?? undefined;
}
