import { ControlPlaneError } from "../control-plane-error";
import type { CloudState, RoleBinding } from "../state";
import { covers, parseCrn, type CrnPart } from "./crn";
import { nextId } from "./ids";
import { roleNamed, type RoleScope } from "./roles";

/** What a role binding is created with. It never changes. */
export type RoleBindingProps = Pick<RoleBinding, "principal" | "roleName" | "crnPattern">;

/** Binds a role. It holds at once; the same binding a second time is refused with 409. */
export function createRoleBinding(state: CloudState, props: RoleBindingProps): RoleBinding {
  checkPrincipal(state, props.principal);
  checkScope(state, props);
  for (const other of state.roleBindings.values()) {
    if (
      other.principal === props.principal &&
      other.roleName === props.roleName &&
      other.crnPattern === props.crnPattern
    ) {
      throw new ControlPlaneError(409, "conflict", `${props.roleName} is already bound there: ${other.id}`);
    }
  }
  const { principal, roleName, crnPattern } = props;
  const binding = {
    id: nextId(state, "rb", state.roleBindings),
    principal,
    roleName,
    crnPattern,
    createdAt: state.now,
  };
  state.roleBindings.set(binding.id, binding);
  return binding;
}

/** Takes a role away. */
export function deleteRoleBinding(state: CloudState, id: string): void {
  state.roleBindings.delete(id);
}

/** Takes every role of an account away. */
export function deleteRoleBindingsOf(state: CloudState, principalId: string): void {
  for (const { id, principal } of [...state.roleBindings.values()]) {
    if (principal === `User:${principalId}`) deleteRoleBinding(state, id);
  }
}

/** Takes every role away that is bound to a thing or inside it. */
export function deleteRoleBindingsIn(state: CloudState, crn: string): void {
  const place = parseCrn(crn) ?? [];
  for (const { id, crnPattern } of [...state.roleBindings.values()]) {
    if (covers(place, parseCrn(crnPattern) ?? [])) deleteRoleBinding(state, id);
  }
}

/** Where a pattern binds, or `undefined` for what is not emulated. */
export function scopeOf(pattern: readonly CrnPart[]): RoleScope | undefined {
  switch (pattern.map(({ type }) => type).join("/")) {
    case "organization":
      return "organization";
    case "organization/environment":
      return "environment";
    case "organization/environment/cloud-cluster":
      return "cluster";
    case "organization/service-account":
    case "organization/environment/cloud-cluster/kafka":
    case "organization/environment/cloud-cluster/kafka/topic":
    case "organization/environment/cloud-cluster/kafka/group":
    case "organization/environment/cloud-cluster/kafka/transactional-id":
      return "resource";
    default:
      return undefined;
  }
}

function checkPrincipal(state: CloudState, principal: string): void {
  const id = /^User:(.+)$/u.exec(principal)?.[1];
  if (id === undefined) refuse(`the principal ${principal} is not of the form User:sa-…`);
  if (id.startsWith("sa-") && !state.serviceAccounts.has(id)) refuse(`${id} does not exist`);
}

function checkScope(state: CloudState, { roleName, crnPattern }: RoleBindingProps): void {
  const role = roleNamed(roleName);
  if (role === undefined) refuse(`there is no role ${roleName}`);
  const pattern = parseCrn(crnPattern);
  if (pattern === undefined) refuse(`${crnPattern} is no resource name`);
  const scope = scopeOf(pattern);
  if (scope === undefined) throw new ControlPlaneError(501, "not_emulated", `role bindings on ${crnPattern}`);
  if (!role.scopes.includes(scope)) {
    refuse(`${roleName} cannot be bound to ${crnPattern}: it is a role of ${role.scopes.join(", ")}`);
  }
  checkPlaces(state, pattern);
}

function checkPlaces(state: CloudState, pattern: readonly CrnPart[]): void {
  const [organization, environment, cloudCluster, kafka] = pattern;
  if (organization?.value !== state.organizationId) {
    refuse(`the organization ${organization?.value ?? ""} does not exist`);
  }
  if (environment?.type !== "environment") return;
  if (!state.environments.has(environment.value)) refuse(`${environment.value} does not exist`);
  if (cloudCluster === undefined) return;
  const cluster = state.clusters.get(cloudCluster.value);
  if (cluster?.environmentId !== environment.value) {
    refuse(`${cloudCluster.value} does not exist in ${environment.value}`);
  }
  if (kafka === undefined) return;
  if (kafka.value !== cluster.id) refuse(`the pattern names the clusters ${cluster.id} and ${kafka.value}`);
  if (cluster.kind === "Basic") refuse(`a Basic cluster has no roles for single topics and groups`);
}

function refuse(detail: string): never {
  throw new ControlPlaneError(400, "invalid_request", detail);
}
