import type { AclBinding } from "../state";
import type { KafkaRight } from "./kafka-right";

const CLUSTER = "kafka-cluster";

/** Operations that let their holder also see what they work on. */
const IMPLYING: Readonly<Record<string, readonly string[]>> = {
  describe: ["read", "write", "delete", "alter"],
  describeconfigs: ["alterconfigs"],
};

/** What the ACLs of a cluster say: `true` allowed, `false` denied, `undefined` nothing. */
export function aclVerdict(acls: readonly AclBinding[], principalId: string, right: KafkaRight): boolean | undefined {
  const meant = acls.filter((acl) => speaksOf(acl, right) && holds(acl, principalId));
  const operation = word(right.operation);
  if (meant.some((acl) => word(acl.permission) === "deny" && gives(acl, [operation]))) return false;
  const enough = [operation, ...(IMPLYING[operation] ?? [])];
  return meant.some((acl) => word(acl.permission) === "allow" && gives(acl, enough)) ? true : undefined;
}

function gives(acl: AclBinding, operations: readonly string[]): boolean {
  const given = word(acl.operation);
  return given === "all" || operations.includes(given);
}

/** Nobody here calls from another host, so an ACL for one host speaks to nobody. */
function holds(acl: AclBinding, principalId: string): boolean {
  return acl.host === "*" && (acl.principal === "User:*" || acl.principal === `User:${principalId}`);
}

function speaksOf(acl: AclBinding, right: KafkaRight): boolean {
  if (word(acl.resourceType) !== word(right.resourceType)) return false;
  const name = right.resourceType === "Cluster" ? CLUSTER : (right.name ?? "");
  if (word(acl.patternType) === "prefixed") return name.startsWith(acl.resourceName);
  return acl.resourceName === "*" || acl.resourceName === name;
}

/** `DESCRIBE_CONFIGS` and `DescribeConfigs` are one word. */
function word(text: string): string {
  return text.replaceAll("_", "").toLowerCase();
}
