import type { AclFilterAttributes } from "./filters";

/** An ACL as a cluster has it. */
export interface Acl {
  readonly resourceType: string;
  readonly patternType: "literal" | "prefixed";
  readonly name: string;
  readonly principal: string;
  readonly host: string;
  readonly operation: string;
  readonly permissionType: "allow" | "deny";
}

const ANY = "any";

const same = (wanted: string | undefined, actual: string): boolean =>
  wanted === undefined || wanted.toLowerCase() === ANY || wanted.toLowerCase() === actual.toLowerCase();

/** Whether the pattern of an ACL is the one asked for; `match` asks for every pattern that covers the name. */
function patternMatches({ patternType, name }: AclFilterAttributes["resourceFilter"], acl: Acl): boolean {
  if (patternType === "match") {
    if (name === undefined) return true;
    return acl.patternType === "prefixed" ? name.startsWith(acl.name) : acl.name === name || acl.name === "*";
  }
  return same(patternType, acl.patternType) && (name === undefined || name === acl.name);
}

/** Whether an ACL filter covers an ACL. */
export function aclFilterCovers(filter: AclFilterAttributes, acl: Acl): boolean {
  const { resourceFilter, accessFilter } = filter;
  return (
    same(resourceFilter.resourceType, acl.resourceType) &&
    patternMatches(resourceFilter, acl) &&
    (accessFilter.principal === undefined || accessFilter.principal === acl.principal) &&
    (accessFilter.host === undefined || accessFilter.host === acl.host) &&
    same(accessFilter.operation, acl.operation) &&
    same(accessFilter.permissionType, acl.permissionType)
  );
}
