import type { Cluster, CloudState, Network, PrivateLinkAccess } from "../state";

/** One part of a Confluent resource name, such as `topic=orders`. */
export interface CrnPart {
  readonly type: string;
  readonly value: string;
}

const SCHEME = "crn://";

/** Name of the organization. */
export function organizationCrn(state: CloudState): string {
  return `${SCHEME}confluent.cloud/organization=${state.organizationId}`;
}

/** Name of an environment. */
export function environmentCrn(state: CloudState, environmentId: string): string {
  return `${organizationCrn(state)}/environment=${environmentId}`;
}

/** Name of a cluster as role bindings write it. */
export function clusterCrn(state: CloudState, cluster: Pick<Cluster, "id" | "environmentId">): string {
  return `${environmentCrn(state, cluster.environmentId)}/cloud-cluster=${cluster.id}`;
}

/** Name of what a cluster holds: its Kafka resources. */
export function kafkaCrn(state: CloudState, cluster: Pick<Cluster, "id" | "environmentId">): string {
  return `${clusterCrn(state, cluster)}/kafka=${cluster.id}`;
}

/** Name of a network. */
export function networkCrn(state: CloudState, network: Pick<Network, "id" | "environmentId">): string {
  return `${environmentCrn(state, network.environmentId)}/network=${network.id}`;
}

/** Name of a private link access. */
export function accessCrn(state: CloudState, access: PrivateLinkAccess): string {
  const network = { id: access.networkId, environmentId: access.environmentId };
  return `${networkCrn(state, network)}/private-link-access=${access.id}`;
}

/** Name of a service account or of a user. */
export function principalCrn(state: CloudState, principalId: string): string {
  return `${organizationCrn(state)}/${principalId.startsWith("u-") ? "user" : "service-account"}=${principalId}`;
}

/** The parts after the authority, or `undefined` where the text is no resource name. */
export function parseCrn(crn: string): readonly CrnPart[] | undefined {
  if (!crn.startsWith(SCHEME)) return undefined;
  const [authority = "", ...texts] = crn.slice(SCHEME.length).split("/");
  if (authority === "" || texts.length === 0) return undefined;
  const parts = texts.map(parsePart);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** Whether a name lies in what a pattern names: the same thing, something inside it, or what a trailing `*` stands for. */
export function covers(pattern: readonly CrnPart[], parts: readonly CrnPart[]): boolean {
  if (pattern.length === 0 || pattern.length > parts.length) return false;
  return pattern.every((wanted, index) => {
    const part = parts[index];
    return part?.type === wanted.type && matches(wanted.value, part.value);
  });
}

function matches(pattern: string, value: string): boolean {
  return pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}

function parsePart(text: string): CrnPart | undefined {
  const at = text.indexOf("=");
  if (at <= 0 || at === text.length - 1) return undefined;
  const value = decoded(text.slice(at + 1));
  return value === undefined ? undefined : { type: text.slice(0, at), value };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
