import { describe, expect, it } from "vitest";
import { controlAllows, type ControlRight } from "../../../lib/rehearsal/cloud/control/control-rights";
import { CLUSTER, ENVIRONMENT, KAFKA, ORG, holder, twoClusters } from "./two-clusters";

const ACCOUNT = `${ORG}/service-account=sa-x`;

function may(bindings: readonly (readonly [string, string])[], ...right: [...Right, string?]): boolean {
  const cloud = twoClusters();
  const [operation, resourceType, crn, ownerId] = right;
  return controlAllows(cloud.state, holder(cloud, ...bindings), {
    operation,
    resourceType,
    crn,
    ...(ownerId === undefined ? {} : { ownerId }),
  });
}

type Right = [ControlRight["operation"], ControlRight["resourceType"], string];

describe("rights on the control plane", () => {
  it.each<[string, string, Right, boolean]>([
    ["OrganizationAdmin", ORG, ["Create", "Environment", ORG], true],
    ["OrganizationAdmin", ORG, ["Delete", "KafkaCluster", CLUSTER], true],
    ["OrganizationAdmin", ORG, ["Create", "ServiceAccount", ORG], true],
    ["OrganizationAdmin", ORG, ["Delete", "ServiceAccount", ACCOUNT], true],
    ["OrganizationAdmin", ORG, ["Create", "RoleBinding", ORG], true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Create", "Environment", ORG], false],
    ["EnvironmentAdmin", ENVIRONMENT, ["Alter", "Environment", ENVIRONMENT], true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Alter", "Environment", `${ORG}/environment=env-b`], false],
    ["EnvironmentAdmin", ENVIRONMENT, ["Create", "KafkaCluster", ENVIRONMENT], true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Create", "KafkaCluster", `${ORG}/environment=env-b`], false],
    ["EnvironmentAdmin", ENVIRONMENT, ["Create", "RoleBinding", CLUSTER], true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Create", "RoleBinding", ORG], false],
    ["EnvironmentAdmin", ENVIRONMENT, ["Create", "ServiceAccount", ORG], true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Describe", "ServiceAccount", ACCOUNT], true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Delete", "ServiceAccount", ACCOUNT], false],
    ["CloudClusterAdmin", CLUSTER, ["Alter", "KafkaCluster", CLUSTER], true],
    ["CloudClusterAdmin", CLUSTER, ["Alter", "KafkaCluster", `${ENVIRONMENT}/cloud-cluster=lkc-a2`], false],
    ["CloudClusterAdmin", CLUSTER, ["Create", "KafkaCluster", ENVIRONMENT], false],
    ["CloudClusterAdmin", CLUSTER, ["Create", "RoleBinding", `${KAFKA}/topic=orders`], true],
    ["CloudClusterAdmin", CLUSTER, ["Create", "RoleBinding", ENVIRONMENT], false],
    ["CloudClusterAdmin", CLUSTER, ["Describe", "Environment", ENVIRONMENT], true],
    ["CloudClusterAdmin", CLUSTER, ["Alter", "Environment", ENVIRONMENT], false],
    ["Operator", ENVIRONMENT, ["Describe", "KafkaCluster", CLUSTER], true],
    ["Operator", ENVIRONMENT, ["Alter", "KafkaCluster", CLUSTER], false],
    ["Operator", ENVIRONMENT, ["Describe", "RoleBinding", CLUSTER], true],
    ["DeveloperRead", `${KAFKA}/topic=orders`, ["Describe", "KafkaCluster", CLUSTER], true],
    ["DeveloperRead", `${KAFKA}/topic=orders`, ["Describe", "Environment", ENVIRONMENT], true],
    ["DeveloperRead", `${KAFKA}/topic=orders`, ["Describe", "Environment", `${ORG}/environment=env-b`], false],
    ["DeveloperRead", `${KAFKA}/topic=orders`, ["Describe", "ServiceAccount", ACCOUNT], false],
    ["ResourceOwner", `${KAFKA}/topic=ord*`, ["Create", "RoleBinding", `${KAFKA}/topic=orders`], true],
    ["ResourceOwner", `${KAFKA}/topic=ord*`, ["Create", "RoleBinding", `${KAFKA}/topic=payments`], false],
    ["ResourceOwner", `${KAFKA}/topic=ord*`, ["Create", "ServiceAccount", ORG], true],
    ["ResourceOwner", `${KAFKA}/topic=ord*`, ["Delete", "ServiceAccount", ACCOUNT], false],
    ["ResourceOwner", ACCOUNT, ["Delete", "ServiceAccount", ACCOUNT], true],
    ["MetricsViewer", ORG, ["Describe", "KafkaCluster", CLUSTER], false],
  ])("%s on %s may %j: %s", (role, crn, right, expected) => {
    expect(may([[role, crn]], ...right)).toBe(expected);
  });

  it.each<[string, string, Right, string, boolean]>([
    ["OrganizationAdmin", ORG, ["Create", "ApiKey", CLUSTER], "sa-x", true],
    ["ResourceOwner", ACCOUNT, ["Create", "ApiKey", CLUSTER], "sa-x", true],
    ["ResourceOwner", ACCOUNT, ["Create", "ApiKey", CLUSTER], "sa-y", false],
    ["CloudClusterAdmin", CLUSTER, ["Create", "ApiKey", CLUSTER], "sa-x", false],
    ["CloudClusterAdmin", CLUSTER, ["Delete", "ApiKey", CLUSTER], "sa-x", true],
    ["EnvironmentAdmin", ENVIRONMENT, ["Delete", "ApiKey", ORG], "sa-x", false],
  ])("%s on %s may %j of %s: %s", (role, crn, right, owner, expected) => {
    expect(may([[role, crn]], ...right, owner)).toBe(expected);
  });

  it("let everybody manage keys of their own", () => {
    const cloud = twoClusters();
    const who = holder(cloud);
    const right = { operation: "Delete", resourceType: "ApiKey", crn: CLUSTER } as const;
    expect(controlAllows(cloud.state, who, { ...right, ownerId: who.id })).toBe(true);
    expect(controlAllows(cloud.state, who, { ...right, ownerId: "sa-other" })).toBe(false);
    expect(controlAllows(cloud.state, who, right)).toBe(false);
  });

  it("know nothing of what has no resource name", () => {
    expect(may([["OrganizationAdmin", ORG]], "Create", "RoleBinding", "nonsense")).toBe(false);
  });
});
