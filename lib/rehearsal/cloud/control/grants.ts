import type { Cloud } from "../cloud";
import type { CloudState, Cluster } from "../state";
import { adoptApiKey, createApiKey } from "./api-keys";
import { clusterCrn, organizationCrn } from "./crn";
import { createRoleBinding } from "./role-bindings";
import { createServiceAccount } from "./service-accounts";

/** What somebody authenticates with. */
export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}

/** A key of a cluster whose owner may do everything there: a service account of its own that is CloudClusterAdmin. */
export function grantClusterAdmin(cloud: Cloud, clusterId: string): KeyPair {
  const { state } = cloud;
  const ownerId = clusterAdmin(state, clusterId);
  const { id, secret } = createApiKey(state, { ownerId, clusterId });
  return { key: id, secret };
}

/** A Cloud key whose owner may do everything in the organization. */
export function cloudAdminKey(cloud: Cloud): KeyPair {
  const { state } = cloud;
  const { id, secret } = createApiKey(state, { ownerId: organizationAdmin(state) });
  return { key: id, secret };
}

/** A key that somebody holds already. */
export interface AdoptedKey extends KeyPair {
  /** The cluster that it opens. Without it, it is a Cloud key. */
  readonly clusterId?: string;
  /** @default - a new service account with the rights of {@link grantClusterAdmin} or {@link cloudAdminKey} */
  readonly ownerId?: string;
}

/** Lets a given key and secret work. */
export function adoptKey(cloud: Cloud, { key, secret, clusterId, ownerId }: AdoptedKey): KeyPair {
  const { state } = cloud;
  const admin = (): string => (clusterId === undefined ? organizationAdmin(state) : clusterAdmin(state, clusterId));
  adoptApiKey(state, { key, secret, clusterId, ownerId: ownerId ?? admin() });
  return { key, secret };
}

/** Lets an account that somebody made already do everything on a cluster. */
export function grantToAccount({ state }: Cloud, accountId: string, clusterId: string): void {
  const cluster = clusterOf(state, clusterId);
  if (!state.serviceAccounts.has(accountId)) {
    state.serviceAccounts.set(accountId, { id: accountId, displayName: accountId, description: "" });
  }
  createRoleBinding(state, {
    principal: `User:${accountId}`,
    roleName: "CloudClusterAdmin",
    crnPattern: clusterCrn(state, cluster),
  });
}

function clusterAdmin(state: CloudState, clusterId: string): string {
  const cluster = clusterOf(state, clusterId);
  return account(state, `${cluster.displayName}-admin`, "CloudClusterAdmin", clusterCrn(state, cluster));
}

function clusterOf(state: CloudState, clusterId: string): Cluster {
  const cluster = state.clusters.get(clusterId);
  if (cluster === undefined) throw new Error(`there is no cluster ${clusterId}`);
  return cluster;
}

function organizationAdmin(state: CloudState): string {
  return account(state, "organization-admin", "OrganizationAdmin", organizationCrn(state));
}

function account(state: CloudState, baseName: string, roleName: string, crnPattern: string): string {
  const names = new Set([...state.serviceAccounts.values()].map(({ displayName }) => displayName));
  let displayName = baseName;
  for (let count = 2; names.has(displayName); count++) displayName = `${baseName}-${count}`;
  const { id } = createServiceAccount(state, { displayName });
  createRoleBinding(state, { principal: `User:${id}`, roleName, crnPattern });
  return id;
}
