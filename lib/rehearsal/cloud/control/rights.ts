import { createHash, timingSafeEqual } from "node:crypto";
import type { CloudState, RoleBinding } from "../state";
import { aclVerdict } from "./acl-rights";
import { kafkaCrn, covers, parseCrn, type CrnPart } from "./crn";
import type { KafkaResourceType, KafkaRight } from "./kafka-right";
import { roleNamed } from "./roles";

/** Who calls, and with which key. */
export interface Principal {
  /** `sa-…` or `u-…` */
  readonly id: string;
  readonly keyId: string;
}

/**
 * Who a key and its secret stand for. A key of another cluster stands for nobody.
 *
 * @param clusterId The cluster that is asked, or `undefined` for the control plane, where only Cloud keys count.
 */
export function authenticate(
  state: CloudState,
  clusterId: string | undefined,
  key: string,
  secret: string,
): Principal | undefined {
  const found = state.apiKeys.get(key);
  const same = timingSafeEqual(digest(found?.secret ?? ""), digest(secret));
  if (found === undefined || !same || found.clusterId !== clusterId) return undefined;
  return { id: found.ownerId, keyId: found.id };
}

/** Whether role bindings and ACLs let a principal do something on a cluster. An ACL that denies wins over every role. */
export function allows(state: CloudState, clusterId: string, principal: Principal, right: KafkaRight): boolean {
  const cluster = state.clusters.get(clusterId);
  if (cluster === undefined) return false;
  const verdict = aclVerdict(cluster.acls, principal.id, right);
  if (verdict !== undefined) return verdict;
  if (boundTo(state, kafkaCrn(state, cluster), principal, right)) return true;
  return (
    right.operation === "Create" &&
    right.resourceType === "Topic" &&
    allows(state, clusterId, principal, { operation: "Create", resourceType: "Cluster" })
  );
}

function boundTo(state: CloudState, kafka: string, principal: Principal, right: KafkaRight): boolean {
  const resource = resourceParts(kafka, right);
  return bindingsOf(state, principal).some(({ roleName, crnPattern }) => {
    const role = roleNamed(roleName);
    const pattern = parseCrn(crnPattern);
    if (role === undefined || pattern === undefined || !covers(pattern, resource)) return false;
    if (role.scopes.includes("resource") && !bindsResource(pattern, right.resourceType)) return false;
    const operations = role.kafka[right.resourceType];
    return operations === "All" || (operations?.includes(right.operation) ?? false);
  });
}

/** Role bindings that name a principal. */
export function bindingsOf(state: CloudState, principal: Pick<Principal, "id">): readonly RoleBinding[] {
  const name = `User:${principal.id}`;
  return [...state.roleBindings.values()].filter((binding) => binding.principal === name);
}

/** A role for single resources says nothing as long as its pattern names a whole cluster. */
function bindsResource(pattern: readonly CrnPart[], resourceType: KafkaResourceType): boolean {
  const last = pattern.at(-1)?.type;
  return last === (resourceType === "Cluster" ? "kafka" : resourceType.toLowerCase());
}

function resourceParts(kafka: string, right: KafkaRight): readonly CrnPart[] {
  const cluster = parseCrn(kafka) ?? [];
  if (right.resourceType === "Cluster") return cluster;
  return [...cluster, { type: right.resourceType.toLowerCase(), value: right.name ?? "" }];
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
