import type { DocumentCluster } from "../../model/document";
import type { StackJson } from "../../rehearsal/terraform/stack-json";
import type { Environment } from "../command";
import { ClusterClient } from "../rest/cluster-client";
import { keyNames, ownPrefix, type KeyNames } from "./key-names";

/** How long a cluster may take for an answer, in milliseconds, where nothing else is said. */
export const DEFAULT_TIMEOUT_MS = 10_000;

export interface AccessOptions {
  readonly env: Environment;
  readonly timeoutMs: number;
}

/** A way to ask a cluster. */
export interface Access {
  readonly client: ClusterClient;
  readonly clusterId: string;
  readonly url: string;
  /** The environment variables with its key. */
  readonly names: KeyNames;
}

/** What the environment lacks for asking a cluster. */
export interface NoAccess {
  readonly missing: string;
}

/** A way to ask a cluster with what the environment has for it. */
export function accessTo(
  cluster: DocumentCluster,
  stack: StackJson | undefined,
  { env, timeoutMs }: AccessOptions,
): Access | NoAccess {
  const own = ownPrefix(cluster);
  const clusterId = env[`${own}_ID`] || cluster.id;
  if (!clusterId) return { missing: `its id is known to Terraform only: set ${own}_ID` };
  const given = env[`${own}_REST_ENDPOINT`];
  const url = given || cluster.restEndpoint;
  if (!url) return { missing: `its REST endpoint is not in the app's output: set ${own}_REST_ENDPOINT` };
  if (!/^https?:/u.test(url) || !URL.canParse(url)) {
    // What is in a variable by mistake may be a secret.
    const what = given ? `look at ${own}_REST_ENDPOINT` : JSON.stringify(url);
    return { missing: `its REST endpoint is no URL with https: ${what}` };
  }
  if (/^[^/]*\/\/[^/?#]*@/u.test(url)) {
    return { missing: "its REST endpoint has a login in it: keys and secrets have variables of their own" };
  }
  const candidates = keyNames({ ...cluster, id: clusterId }, stack);
  const names = candidates.find(({ key, secret }) => Boolean(env[key]) && Boolean(env[secret]));
  if (names === undefined) return { missing: whatIsMissing(candidates, env) };
  const [key, secret] = [env[names.key] ?? "", env[names.secret] ?? ""];
  return { client: new ClusterClient({ url, clusterId, key, secret, timeoutMs }), clusterId, url, names };
}

function whatIsMissing(candidates: readonly KeyNames[], env: Environment): string {
  const half = candidates.find(({ key, secret }) => Boolean(env[key]) || Boolean(env[secret]));
  if (half !== undefined) {
    const [is, isNot] = env[half.key] ? [half.key, half.secret] : [half.secret, half.key];
    return `${is} is set, and ${isNot} is not`;
  }
  const [own, ...others] = candidates.map(({ key, secret }) => `${key} and ${secret}`);
  return `no key: set ${[...others, own].join(", or ")}`;
}
