import { describe, expect, it } from "vitest";
import { createApiKey, deleteApiKey } from "../../../lib/rehearsal/cloud/control/api-keys";
import { adoptKey, cloudAdminKey, grantClusterAdmin } from "../../../lib/rehearsal/cloud/control/grants";
import type { KafkaResourceType } from "../../../lib/rehearsal/cloud/control/kafka-right";
import { allows, authenticate, type Principal } from "../../../lib/rehearsal/cloud/control/rights";
import { deleteServiceAccount } from "../../../lib/rehearsal/cloud/control/service-accounts";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import type { AclBinding } from "../../../lib/rehearsal/cloud/state";
import { CLUSTER, ENVIRONMENT, KAFKA, OPERATIONS, ORG, holder, twoClusters } from "./two-clusters";

/** Every operation that somebody may do. */
function may(
  cloud: Cloud,
  who: Principal,
  resourceType: KafkaResourceType,
  name?: string,
  clusterId = "lkc-a",
): string {
  return OPERATIONS.filter((operation) =>
    allows(cloud.state, clusterId, who, { operation, resourceType, ...(name === undefined ? {} : { name }) }),
  ).join(" ");
}

const EVERYTHING = OPERATIONS.join(" ");

describe("authentication", () => {
  it("knows a key with its secret, on its own cluster only", () => {
    const cloud = twoClusters();
    const { key, secret } = grantClusterAdmin(cloud, "lkc-a");
    const owner = cloud.state.apiKeys.get(key)!.ownerId;
    expect(authenticate(cloud.state, "lkc-a", key, secret)).toEqual({ id: owner, keyId: key });
    expect(authenticate(cloud.state, "lkc-a2", key, secret)).toBeUndefined();
    expect(authenticate(cloud.state, undefined, key, secret)).toBeUndefined();
  });

  it("lets a Cloud key call the control plane and no cluster", () => {
    const cloud = twoClusters();
    const { key, secret } = cloudAdminKey(cloud);
    expect(authenticate(cloud.state, undefined, key, secret)?.keyId).toBe(key);
    expect(authenticate(cloud.state, "lkc-a", key, secret)).toBeUndefined();
  });

  it.each(["", "x", "almost"])("refuses the secret %j", (wrong) => {
    const cloud = twoClusters();
    const { key } = grantClusterAdmin(cloud, "lkc-a");
    expect(authenticate(cloud.state, "lkc-a", key, wrong)).toBeUndefined();
  });

  it("refuses a key that does not exist, also without a secret", () => {
    expect(authenticate(twoClusters().state, "lkc-a", "NOBODY", "")).toBeUndefined();
  });

  it("ends with the key, and with the account that owns it", () => {
    const cloud = twoClusters();
    const [first, second] = [grantClusterAdmin(cloud, "lkc-a"), grantClusterAdmin(cloud, "lkc-a")];
    deleteApiKey(cloud.state, first.key);
    expect(authenticate(cloud.state, "lkc-a", first.key, first.secret)).toBeUndefined();
    const account = cloud.state.serviceAccounts.get(cloud.state.apiKeys.get(second.key)!.ownerId)!;
    deleteServiceAccount(cloud.state, account);
    expect(authenticate(cloud.state, "lkc-a", second.key, second.secret)).toBeUndefined();
    expect(
      [...cloud.state.roleBindings.values()].filter(({ principal }) => principal === `User:${account.id}`),
    ).toEqual([]);
  });

  it("takes a key that somebody holds already", () => {
    const cloud = twoClusters();
    adoptKey(cloud, { key: "JUMPKEY", secret: "s3cret", clusterId: "lkc-a" });
    const who = authenticate(cloud.state, "lkc-a", "JUMPKEY", "s3cret")!;
    expect(may(cloud, who, "Cluster")).toBe(EVERYTHING);
    adoptKey(cloud, { key: "CLOUDKEY", secret: "s3cret" });
    expect(authenticate(cloud.state, undefined, "CLOUDKEY", "s3cret")?.keyId).toBe("CLOUDKEY");
    const nobody = holder(cloud);
    adoptKey(cloud, { key: "POWERLESS", secret: "s3cret", clusterId: "lkc-a", ownerId: nobody.id });
    expect(may(cloud, authenticate(cloud.state, "lkc-a", "POWERLESS", "s3cret")!, "Cluster")).toBe("");
    expect(() => adoptKey(cloud, { key: "JUMPKEY", secret: "other", clusterId: "lkc-a" })).toThrow("already exists");
    expect(() => adoptKey(cloud, { key: "NEW", secret: "other", clusterId: "lkc-none" })).toThrow("lkc-none");
  });
});

describe("roles", () => {
  it.each([
    ["OrganizationAdmin", ORG, EVERYTHING, EVERYTHING, EVERYTHING],
    ["EnvironmentAdmin", ENVIRONMENT, EVERYTHING, EVERYTHING, EVERYTHING],
    ["CloudClusterAdmin", CLUSTER, EVERYTHING, EVERYTHING, EVERYTHING],
    ["Operator", CLUSTER, "Describe DescribeConfigs", "Describe DescribeConfigs", "Describe"],
    ["Operator", ORG, "Describe DescribeConfigs", "Describe DescribeConfigs", "Describe"],
    ["DeveloperRead", `${KAFKA}/topic=orders`, "", "Describe Read", ""],
    ["DeveloperRead", `${KAFKA}/topic=*`, "", "Describe Read", ""],
    ["DeveloperRead", `${KAFKA}/group=app`, "", "", "Describe Read"],
    ["DeveloperWrite", `${KAFKA}/topic=ord*`, "", "Describe Write", ""],
    ["DeveloperManage", `${KAFKA}/topic=orders`, "", "Create Delete Describe DescribeConfigs", ""],
    ["DeveloperManage", `${KAFKA}/group=app`, "", "", "Delete Describe"],
    // Create on the cluster lets every topic be created.
    ["DeveloperManage", KAFKA, "Create DescribeConfigs", "Create", ""],
    ["ResourceOwner", `${KAFKA}/topic=orders`, "", EVERYTHING, ""],
    ["ResourceOwner", `${KAFKA}/group=a*`, "", "", "Delete Describe Read"],
    ["DeveloperRead", `${KAFKA}/topic=other`, "", "", ""],
    ["DeveloperRead", KAFKA, "", "", ""],
    ["MetricsViewer", ORG, "", "", ""],
  ])("%s on %s", (role, crn, cluster, topic, group) => {
    const cloud = twoClusters();
    const who = holder(cloud, [role, crn]);
    expect(may(cloud, who, "Cluster")).toBe(cluster);
    expect(may(cloud, who, "Topic", "orders")).toBe(topic);
    expect(may(cloud, who, "Group", "app")).toBe(group);
  });

  it("end where their scope ends", () => {
    const cloud = twoClusters();
    const [cluster, environment, organization] = [
      holder(cloud, ["CloudClusterAdmin", CLUSTER]),
      holder(cloud, ["EnvironmentAdmin", ENVIRONMENT]),
      holder(cloud, ["OrganizationAdmin", ORG]),
    ];
    const on = (who: Principal): string[] =>
      ["lkc-a", "lkc-a2", "lkc-b"].filter((id) => may(cloud, who, "Cluster", undefined, id) === EVERYTHING);
    expect(on(cluster)).toEqual(["lkc-a"]);
    expect(on(environment)).toEqual(["lkc-a", "lkc-a2"]);
    expect(on(organization)).toEqual(["lkc-a", "lkc-a2", "lkc-b"]);
  });

  it("add up", () => {
    const cloud = twoClusters();
    const who = holder(cloud, ["DeveloperRead", `${KAFKA}/topic=*`], ["DeveloperManage", `${KAFKA}/topic=*`]);
    expect(may(cloud, who, "Topic", "orders")).toBe("Create Delete Describe DescribeConfigs Read");
  });

  it("of every topic are what is asked for without a name", () => {
    const cloud = twoClusters();
    expect(may(cloud, holder(cloud, ["DeveloperRead", `${KAFKA}/topic=*`]), "Topic")).toBe("Describe Read");
    expect(may(cloud, holder(cloud, ["DeveloperRead", `${KAFKA}/topic=a*`]), "Topic")).toBe("");
  });

  it("give nothing on a cluster that does not exist", () => {
    const cloud = twoClusters();
    expect(may(cloud, holder(cloud, ["OrganizationAdmin", ORG]), "Cluster", undefined, "lkc-none")).toBe("");
  });
});

describe("ACLs", () => {
  const acl = (who: string, change: Partial<AclBinding> = {}): AclBinding => ({
    resourceType: "TOPIC",
    resourceName: "orders",
    patternType: "LITERAL",
    principal: who,
    host: "*",
    operation: "READ",
    permission: "ALLOW",
    ...change,
  });

  function withAcls(toAcls: (principal: string) => AclBinding[], ...roles: [string, string][]): [Cloud, Principal] {
    const cloud = twoClusters();
    const who = holder(cloud, ...roles);
    cloud.state.clusters.get("lkc-a")!.acls.push(...toAcls(`User:${who.id}`));
    return [cloud, who];
  }

  it.each<[string, Partial<AclBinding>, KafkaResourceType, string | undefined, string]>([
    ["READ lets describe", {}, "Topic", "orders", "Describe Read"],
    ["another topic", {}, "Topic", "orders2", ""],
    ["another type", {}, "Group", "orders", ""],
    ["prefixed", { resourceName: "ord", patternType: "PREFIXED" }, "Topic", "orders", "Describe Read"],
    ["prefixed, another topic", { resourceName: "ord", patternType: "PREFIXED" }, "Topic", "or", ""],
    ["every topic", { resourceName: "*" }, "Topic", "anything", "Describe Read"],
    ["ALL", { operation: "ALL" }, "Topic", "orders", EVERYTHING],
    ["everybody", { principal: "User:*" }, "Topic", "orders", "Describe Read"],
    ["somebody else", { principal: "User:sa-other" }, "Topic", "orders", ""],
    ["one host", { host: "10.0.0.1" }, "Topic", "orders", ""],
    ["DESCRIBE alone", { operation: "DESCRIBE" }, "Topic", "orders", "Describe"],
    ["ALTER_CONFIGS", { operation: "ALTER_CONFIGS" }, "Topic", "orders", "AlterConfigs DescribeConfigs"],
    [
      "the cluster",
      { resourceType: "CLUSTER", resourceName: "kafka-cluster", operation: "ALTER" },
      "Cluster",
      undefined,
      "Alter Describe",
    ],
    [
      "CREATE on the cluster creates topics",
      { resourceType: "CLUSTER", resourceName: "kafka-cluster", operation: "CREATE" },
      "Topic",
      "orders",
      "Create",
    ],
    ["groups", { resourceType: "GROUP", resourceName: "app", operation: "READ" }, "Group", "app", "Describe Read"],
  ])("allow: %s", (_what, change, type, name, expected) => {
    const [cloud, who] = withAcls((principal) => [acl(principal, change)]);
    expect(may(cloud, who, type, name)).toBe(expected);
  });

  it("are of one cluster", () => {
    const [cloud, who] = withAcls((principal) => [acl(principal)]);
    expect(may(cloud, who, "Topic", "orders", "lkc-a2")).toBe("");
  });

  it("that deny win over ACLs that allow, and over roles", () => {
    const denied = (principal: string): AclBinding[] => [
      acl(principal, { operation: "ALL" }),
      acl(principal, { permission: "DENY" }),
    ];
    const [cloud, who] = withAcls(denied);
    expect(may(cloud, who, "Topic", "orders")).toBe(EVERYTHING.replace("Read ", ""));
    const [other, admin] = withAcls(denied, ["CloudClusterAdmin", CLUSTER]);
    expect(may(other, admin, "Topic", "orders")).toBe(EVERYTHING.replace("Read ", ""));
    expect(may(other, admin, "Topic", "payments")).toBe(EVERYTHING);
  });
});

describe("keys", () => {
  it("have Confluent's form and are the same in every run", () => {
    const [one, two] = [twoClusters(), twoClusters()].map((cloud) => {
      const { id: ownerId } = holder(cloud);
      return [1, 2].map(() => createApiKey(cloud.state, { ownerId, clusterId: "lkc-a" }));
    });
    expect(one!.map(({ id }) => id)).toEqual(two!.map(({ id }) => id));
    expect(one![0]!.id).toMatch(/^[A-Z2-7]{16}$/u);
    expect(one![0]!.secret).toMatch(/^[A-Za-z0-9+/]{64}$/u);
    expect(one![0]!.id).not.toBe(one![1]!.id);
    expect(one![0]!.secret).not.toBe(one![1]!.secret);
  });

  it("need an owner and a cluster that exist", () => {
    const { state } = twoClusters();
    expect(() => createApiKey(state, { ownerId: "sa-none", clusterId: "lkc-a" })).toThrow("sa-none does not exist");
    expect(() => createApiKey(state, { ownerId: "u-1", clusterId: "lkc-none" })).toThrow("lkc-none does not exist");
    expect(createApiKey(state, { ownerId: "u-1", clusterId: "lkc-a" }).ownerId).toBe("u-1");
  });
});
