import type { DocumentCluster } from "../../model/document";
import type { ClusterRole } from "../../model/link-mode";
import { ownPrefix } from "../access/key-names";
import type { ClusterBlock } from "./stack-blocks";
import type { WantedHalf, WantedMirror } from "./wanted";

/** A variable that the provider reads during an import: text, or another variable's value. */
export interface EnvironmentLine {
  readonly name: string;
  readonly value: { readonly text: string } | { readonly variable: string };
}

type What = "REST_ENDPOINT" | "BOOTSTRAP_ENDPOINT" | "API_KEY" | "API_SECRET";

/** Everything that an import may read. What a run does not set must not be left over from another one. */
export const READ_ON_IMPORT: readonly string[] = [
  ...["SOURCE_", "DESTINATION_", "LOCAL_", "REMOTE_", ""].flatMap((role) =>
    ["REST_ENDPOINT", "BOOTSTRAP_ENDPOINT", "API_KEY", "API_SECRET"].map((what) => `IMPORT_${role}KAFKA_${what}`),
  ),
  "KAFKA_ID",
  "KAFKA_REST_ENDPOINT",
  "KAFKA_API_KEY",
  "KAFKA_API_SECRET",
];

/**
 * The environment in which a half is imported: what the two blocks of its cluster say, and nothing else. The state keeps it as it is, and
 * another text for an endpoint would be another link.
 */
export function halfEnvironment({ block, host, peer }: WantedHalf): EnvironmentLine[] {
  return [...roleLines(block.mode.host, block.host, host), ...roleLines(block.mode.peer, block.peer, peer)];
}

function roleLines(role: ClusterRole, block: ClusterBlock, cluster: DocumentCluster): EnvironmentLine[] {
  return linesOf(block, cluster, (what) => `IMPORT_${role.toUpperCase()}_KAFKA_${what}`);
}

/** The environment in which mirror topics of one cluster are imported. */
export function mirrorEnvironment({ block, cluster }: WantedMirror): EnvironmentLine[] {
  return linesOf(block, cluster, (what) => `IMPORT_KAFKA_${what}`);
}

function linesOf(block: ClusterBlock, cluster: DocumentCluster, nameOf: (what: What) => string): EnvironmentLine[] {
  const { endpoint, credentials } = block;
  const own = ownPrefix(cluster);
  const known = endpoint === "REST_ENDPOINT" ? block.restEndpoint : block.bootstrapEndpoint;
  const lines: EnvironmentLine[] = [
    { name: nameOf(endpoint), value: known === undefined ? { variable: `${own}_${endpoint}` } : { text: known } },
  ];
  if (credentials === "none") return lines;
  const fallback = { key: `${own}_API_KEY`, secret: `${own}_API_SECRET` };
  const names = credentials === "elsewhere" || !isShellName(credentials.key) ? fallback : credentials;
  return [
    ...lines,
    { name: nameOf("API_KEY"), value: { variable: names.key } },
    { name: nameOf("API_SECRET"), value: { variable: names.secret } },
  ];
}

const isShellName = (name: string): boolean => /^\w+$/u.test(name);

/** Whether two runs can share an environment. */
export function sameEnvironment(a: readonly EnvironmentLine[], b: readonly EnvironmentLine[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
