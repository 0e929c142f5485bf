import type { CloudState, RoleBinding } from "../state";
import { covers, parseCrn, principalCrn, type CrnPart } from "./crn";
import { bindingsOf, type Principal } from "./rights";

export type ControlOperation = "Create" | "Describe" | "Alter" | "Delete";

/** What somebody wants to do on the control plane. */
export interface ControlRight {
  readonly operation: ControlOperation;
  readonly resourceType: "Environment" | "KafkaCluster" | "Network" | "ServiceAccount" | "RoleBinding" | "ApiKey";
  /** Name of the thing, or of what it is created in. A role binding is named by its pattern, a key by what it opens. */
  readonly crn: string;
  /** Who a key belongs to. */
  readonly ownerId?: string;
}

type Rule = (right: ControlRight, pattern: readonly CrnPart[], parts: readonly CrnPart[]) => boolean;

/** What the administrating roles give, as documented; `Describe` of what encloses a binding is given to everybody. */
const RULES: Readonly<Record<string, Rule>> = {
  OrganizationAdmin: (_right, pattern, parts) => covers(pattern, parts),
  EnvironmentAdmin: (right, pattern, parts) => administers(right, pattern, parts),
  NetworkAdmin: (right, pattern, parts) => right.resourceType === "Network" && covers(pattern, parts),
  CloudClusterAdmin: (right, pattern, parts) => administers(right, pattern, parts),
  ResourceOwner: (right, pattern, parts) =>
    right.resourceType === "ServiceAccount"
      ? right.operation === "Create" || covers(pattern, parts)
      : right.resourceType === "RoleBinding" && covers(pattern, parts),
  Operator: (right, pattern, parts) => right.operation === "Describe" && covers(pattern, parts),
};

/** Whether role bindings let a principal do something on the control plane. */
export function controlAllows(state: CloudState, principal: Principal, right: ControlRight): boolean {
  const parts = parseCrn(right.crn);
  if (parts === undefined) return false;
  if (right.resourceType === "ApiKey" && ownsKey(state, principal, right)) return true;
  return bindingsOf(state, principal).some((binding) => grants(binding, right, parts));
}

function grants(binding: RoleBinding, right: ControlRight, parts: readonly CrnPart[]): boolean {
  const pattern = parseCrn(binding.crnPattern);
  if (pattern === undefined) return false;
  if (RULES[binding.roleName]?.(right, pattern, parts) ?? false) return true;
  return right.operation === "Describe" && isPlace(right) && covers(parts, pattern);
}

/** Roles of an environment or of a cluster: everything inside it, and other people's accounts by name only. */
function administers(right: ControlRight, pattern: readonly CrnPart[], parts: readonly CrnPart[]): boolean {
  if (right.resourceType === "ServiceAccount") return right.operation === "Create" || right.operation === "Describe";
  // A key that already belongs to an account is made by whoever owns that account.
  if (right.resourceType === "ApiKey" && right.operation === "Create") return false;
  return covers(pattern, parts);
}

function isPlace(right: ControlRight): boolean {
  return right.resourceType === "Environment" || right.resourceType === "KafkaCluster";
}

function ownsKey(state: CloudState, principal: Principal, right: ControlRight): boolean {
  if (right.ownerId === undefined) return false;
  if (right.ownerId === principal.id) return true;
  const owner = parseCrn(principalCrn(state, right.ownerId)) ?? [];
  return bindingsOf(state, principal).some(
    ({ roleName, crnPattern }) => roleName === "ResourceOwner" && covers(parseCrn(crnPattern) ?? [], owner),
  );
}
