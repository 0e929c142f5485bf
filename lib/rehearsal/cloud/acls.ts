import type { Cloud } from "./cloud";
import { clusterOf, invalid } from "./refusals";
import type { AclBinding } from "./state";

const MEMBERS = [
  "resourceType",
  "resourceName",
  "patternType",
  "principal",
  "host",
  "operation",
  "permission",
] as const satisfies readonly (keyof AclBinding)[];

/** What bindings are asked for; a member that is missing or `ANY` stands for every value. `MATCH` asks for every pattern that covers the name. */
export type AclQuery = { readonly [K in keyof AclBinding]?: string };

const WILDCARDS = ["ANY", "UNKNOWN", "MATCH"];

export function sameBinding(a: AclBinding, b: AclBinding): boolean {
  return MEMBERS.every((member) => a[member] === b[member]);
}

/** Adds a binding; one that exists already stays as it is. */
export function createAcl(cloud: Cloud, clusterId: string, binding: AclBinding): void {
  const { acls } = clusterOf(cloud, clusterId);
  for (const member of ["resourceType", "patternType", "operation", "permission"] as const) {
    if (WILDCARDS.includes(binding[member])) throw invalid(`${member} of an ACL cannot be ${binding[member]}.`);
  }
  if (!acls.some((other) => sameBinding(other, binding))) acls.push({ ...binding });
}

/** The bindings that a query asks for. */
export function listAcls(cloud: Cloud, clusterId: string, query: AclQuery): AclBinding[] {
  return clusterOf(cloud, clusterId).acls.filter((binding) => answers(binding, query));
}

/** Deletes the bindings that a query asks for, and gives them back. */
export function deleteAcls(cloud: Cloud, clusterId: string, query: AclQuery): AclBinding[] {
  const { acls } = clusterOf(cloud, clusterId);
  const deleted = acls.filter((binding) => answers(binding, query));
  const kept = acls.filter((binding) => !deleted.includes(binding));
  acls.splice(0, acls.length, ...kept);
  return deleted;
}

function answers(binding: AclBinding, query: AclQuery): boolean {
  return MEMBERS.every((member) => {
    const wanted = query[member];
    if (wanted === undefined || wanted === "ANY") return true;
    if (member === "patternType" && wanted === "MATCH") return true;
    if (member === "resourceName" && query.patternType === "MATCH") return coversName(binding, wanted);
    return binding[member] === wanted;
  });
}

function coversName({ patternType, resourceName }: AclBinding, name: string): boolean {
  if (patternType === "PREFIXED") return name.startsWith(resourceName);
  return resourceName === name || resourceName === "*";
}
