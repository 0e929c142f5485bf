import { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import type { KafkaOperation, KafkaResourceType } from "../../../lib/rehearsal/cloud/control/kafka-right";
import { createRoleBinding } from "../../../lib/rehearsal/cloud/control/role-bindings";
import type { Principal } from "../../../lib/rehearsal/cloud/control/rights";
import { createServiceAccount } from "../../../lib/rehearsal/cloud/control/service-accounts";

export const ORG = "crn://confluent.cloud/organization=o-1";
export const ENVIRONMENT = `${ORG}/environment=env-a`;
export const CLUSTER = `${ENVIRONMENT}/cloud-cluster=lkc-a`;
export const KAFKA = `${CLUSTER}/kafka=lkc-a`;

export const OPERATIONS: readonly KafkaOperation[] = [
  "Alter",
  "AlterConfigs",
  "Create",
  "Delete",
  "Describe",
  "DescribeConfigs",
  "Read",
  "Write",
];
export const RESOURCE_TYPES: readonly KafkaResourceType[] = ["Cluster", "Topic", "Group"];

/** Two Dedicated clusters and a Basic one in env-a, and one in env-b. */
export function twoClusters(): Cloud {
  const cloud = new Cloud({ organizationId: "o-1" });
  for (const [id, environmentId, kind] of [
    ["lkc-a", "env-a", "Dedicated"],
    ["lkc-a2", "env-a", "Dedicated"],
    ["lkc-basic", "env-a", "Basic"],
    ["lkc-b", "env-b", "Dedicated"],
  ] as const) {
    cloud.addCluster({
      id,
      kind,
      environmentId,
      access: "public",
      cloud: "AZURE",
      region: "westeurope",
      restEndpoint: `https://${id}.example:443`,
      bootstrapEndpoint: `SASL_SSL://${id}.example:9092`,
    });
  }
  return cloud;
}

/** Somebody with these roles. */
export function holder(cloud: Cloud, ...bindings: readonly (readonly [role: string, crn: string])[]): Principal {
  const { id } = createServiceAccount(cloud.state, { displayName: `holder-${cloud.state.serviceAccounts.size}` });
  for (const [roleName, crnPattern] of bindings) {
    createRoleBinding(cloud.state, { principal: `User:${id}`, roleName, crnPattern });
  }
  return { id, keyId: "none" };
}
