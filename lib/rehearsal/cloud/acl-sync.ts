import { aclFilterCovers, type Acl } from "../../model/acl-matcher";
import type { AclFilterAttributes } from "../../model/filters";
import { sameBinding } from "./acls";
import type { Cloud } from "./cloud";
import { allows } from "./control/rights";
import { contactOf } from "./dialling";
import type { HostedHalf } from "./halves";
import { settingsOf } from "./link-settings";
import type { AclBinding } from "./state";
import { reportTask } from "./tasks";

/** `DESCRIBE_CONFIGS` as filters write it: `describeConfigs`. */
function camelCase(word: string): string {
  return word.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function modelOf(binding: AclBinding): Acl {
  return {
    resourceType: camelCase(binding.resourceType),
    patternType: binding.patternType === "PREFIXED" ? "prefixed" : "literal",
    name: binding.resourceName,
    principal: binding.principal,
    host: binding.host,
    operation: camelCase(binding.operation),
    permissionType: binding.permission === "DENY" ? "deny" : "allow",
  };
}

/** Makes the ACLs that the filters of a half cover equal to those of the source: what is missing there is deleted here. */
export function syncAcls(cloud: Cloud, hosted: HostedHalf): void {
  const { host, half } = hosted;
  const { aclSync } = settingsOf(half);
  if (aclSync.enabled !== true || aclSync.filters.length === 0) return;
  const contact = contactOf(cloud, hosted);
  if (contact.obstacle) return;
  const { source, reader } = contact;
  if (!allows(cloud.state, source.id, reader, { operation: "Describe", resourceType: "Cluster" })) {
    reportTask(half, "AclSync", `The link's principal ${reader.id} may not describe ${source.id}.`);
    return;
  }
  const filters = aclSync.filters as readonly AclFilterAttributes[];
  const covered = (binding: AclBinding): boolean => {
    const acl = modelOf(binding);
    return filters.some((filter) => aclFilterCovers(filter, acl));
  };
  const wanted = source.acls.filter(covered);
  const kept = host.acls.filter((binding) => !covered(binding) || wanted.some((other) => sameBinding(other, binding)));
  const added = wanted.filter((binding) => !kept.some((other) => sameBinding(other, binding)));
  host.acls.splice(0, host.acls.length, ...kept, ...added.map((binding) => ({ ...binding })));
  reportTask(half, "AclSync", undefined);
}
