import { describe, expect, it } from "vitest";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { createApiKey } from "../../../lib/rehearsal/cloud/control/api-keys";
import {
  createCluster,
  deleteCluster,
  updateCluster,
  type ClusterProps,
} from "../../../lib/rehearsal/cloud/control/clusters";
import {
  createEnvironment,
  deleteEnvironment,
  updateEnvironment,
} from "../../../lib/rehearsal/cloud/control/environments";
import { createRoleBinding, deleteRoleBinding } from "../../../lib/rehearsal/cloud/control/role-bindings";
import { createServiceAccount, updateServiceAccount } from "../../../lib/rehearsal/cloud/control/service-accounts";
import { ControlPlaneError } from "../../../lib/rehearsal/cloud/control-plane-error";
import { CLUSTER, ENVIRONMENT, KAFKA, ORG, holder, twoClusters } from "./two-clusters";

const MINUTE = 60_000;

/** Status and text of a refusal. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ControlPlaneError) return `${error.status} ${error.detail}`;
    throw error;
  }
  return "no refusal";
}

describe("environments", () => {
  it("are made, renamed and deleted", () => {
    const { state } = twoClusters();
    const environment = createEnvironment(state, { displayName: "dr", streamGovernancePackage: "ESSENTIALS" });
    expect(environment.id).toMatch(/^env-[0-9a-z]{6}$/u);
    updateEnvironment(state, environment, { displayName: "dr-2" });
    expect(environment).toMatchObject({ displayName: "dr-2", streamGovernancePackage: "ESSENTIALS" });
    updateEnvironment(state, environment, { displayName: "dr-2", streamGovernancePackage: "ADVANCED" });
    expect(environment.streamGovernancePackage).toBe("ADVANCED");
    createRoleBinding(state, {
      principal: "User:u-1",
      roleName: "EnvironmentAdmin",
      crnPattern: `${ORG}/environment=${environment.id}`,
    });
    deleteEnvironment(state, environment);
    expect(state.environments.has(environment.id)).toBe(false);
    expect(state.roleBindings.size).toBe(0);
  });

  it("refuse a name that is taken, an unknown package, and deletion with clusters inside", () => {
    const { state } = twoClusters();
    createEnvironment(state, { displayName: "one" });
    const two = createEnvironment(state, { displayName: "two" });
    expect(refusal(() => createEnvironment(state, { displayName: "one" }))).toBe("409 Environment one already exists");
    expect(refusal(() => updateEnvironment(state, two, { displayName: "one" }))).toContain("409");
    expect(refusal(() => createEnvironment(state, { displayName: "x", streamGovernancePackage: "FREE" }))).toContain(
      "400 FREE",
    );
    expect(refusal(() => deleteEnvironment(state, state.environments.get("env-b")!))).toBe(
      "409 env-b still holds lkc-b",
    );
    expect(state.environments.has("env-b")).toBe(true);
  });
});

describe("clusters", () => {
  const props: ClusterProps = {
    environmentId: "env-a",
    displayName: "jump",
    kind: "Dedicated",
    cloud: "AZURE",
    region: "westeurope",
    availability: "SINGLE_ZONE",
    cku: 1,
  };
  const created = (cloud: Cloud, change: Partial<ClusterProps> = {}) => createCluster(cloud, { ...props, ...change });

  it("work after a while: a Dedicated one after 30 minutes", () => {
    const cloud = twoClusters();
    const cluster = created(cloud);
    expect(cluster.id).toMatch(/^lkc-[0-9a-z]{6}$/u);
    expect(cluster.bootstrapEndpoint).toBe(
      cluster.restEndpoint.replace("https:", "SASL_SSL:").replace(":443", ":9092"),
    );
    expect(cluster.restEndpoint).toMatch(/^https:\/\/pkc-\w{6}\.westeurope\.azure\.confluent\.cloud:443$/u);
    cloud.advanceTo(30 * MINUTE - 1);
    expect(cluster.phase).toBe("PROVISIONING");
    cloud.advanceTo(30 * MINUTE);
    expect(cluster.phase).toBe("PROVISIONED");
  });

  it.each<[Partial<ClusterProps>, "public" | "private"]>([
    [{ kind: "Dedicated" }, "public"],
    [{ kind: "Dedicated", networkId: "n-1" }, "private"],
    [{ kind: "Standard", cku: undefined }, "public"],
    [{ kind: "Enterprise", cku: undefined }, "private"],
    [{ kind: "Freight", cku: undefined }, "private"],
  ])("%j are %s", (change, access) => {
    const cloud = twoClusters();
    cloud.state.networks.set("n-1", {
      id: "n-1",
      environmentId: "env-a",
      displayName: "n",
      cloud: "AZURE",
      region: "westeurope",
      reachability: "reachable",
    });
    expect(created(cloud, change).access).toBe(access);
  });

  it.each<[string, Partial<ClusterProps>]>([
    ["env-none does not exist", { environmentId: "env-none" }],
    ["TWO_ZONES is no availability", { availability: "TWO_ZONES" }],
    ["ORACLE is no cloud", { cloud: "ORACLE" }],
    ["the region is empty", { region: "" }],
    ["with MULTI_ZONE has at least 2 CKU", { availability: "MULTI_ZONE" }],
    ["with HIGH has at least 2 CKU", { availability: "HIGH" }],
    ["with SINGLE_ZONE has at least 1 CKU", { cku: undefined }],
    ["with SINGLE_ZONE has at least 1 CKU", { cku: 0 }],
    ["a Basic cluster has no CKU", { kind: "Basic" }],
    ["a Dedicated cluster has no maximum of eCKU", { maxEcku: 4 }],
    ["with HIGH scales to at least 2 eCKU", { kind: "Standard", cku: undefined, availability: "HIGH", maxEcku: 1 }],
    ["n-none does not exist in env-a", { networkId: "n-none" }],
    ["a Basic cluster has no network of its own", { kind: "Basic", cku: undefined, networkId: "n-1" }],
  ])("refuse with 400: %s", (text, change) => {
    const cloud = twoClusters();
    const before = [...cloud.state.clusters.keys()];
    const message = refusal(() => created(cloud, change));
    expect(message).toMatch(/^400 /u);
    expect(message).toContain(text);
    expect([...cloud.state.clusters.keys()]).toEqual(before);
  });

  it("scale in their time", () => {
    const cloud = twoClusters();
    const cluster = created(cloud, { availability: "MULTI_ZONE", cku: 2 });
    updateCluster(cloud, cluster, { cku: 3, displayName: "jump-2" });
    expect(cluster).toMatchObject({ cku: 2, wantedCku: 3, displayName: "jump-2" });
    cloud.advanceTo(15 * MINUTE);
    expect(cluster).toMatchObject({ cku: 3, wantedCku: undefined });
    expect(refusal(() => updateCluster(cloud, cluster, { cku: 1 }))).toContain("at least 2 CKU");
    expect(cluster.cku).toBe(3);
  });

  it("that are scaled twice go where the second change leads", () => {
    const cloud = twoClusters();
    const cluster = created(cloud, { cku: 1 });
    updateCluster(cloud, cluster, { cku: 2 });
    cloud.advanceTo(MINUTE);
    updateCluster(cloud, cluster, { cku: 4 });
    cloud.advanceTo(15 * MINUTE);
    expect(cluster.cku).toBe(1);
    cloud.advanceTo(16 * MINUTE);
    expect(cluster.cku).toBe(4);
  });

  it("go from Basic to Standard and no other way", () => {
    const cloud = twoClusters();
    const cluster = created(cloud, { kind: "Basic", cku: undefined });
    updateCluster(cloud, cluster, { kind: "Standard", maxEcku: 4 });
    expect(cluster).toMatchObject({ kind: "Standard", maxEcku: 4 });
    expect(refusal(() => updateCluster(cloud, cluster, { kind: "Basic" }))).toContain("cannot become Basic");
    expect(refusal(() => updateCluster(cloud, cluster, { kind: "Dedicated", cku: 1 }))).toContain(
      "400 a Standard cluster cannot become Dedicated",
    );
  });

  it("take keys and role bindings with them, unless they are protected", () => {
    const cloud = twoClusters();
    const { state } = cloud;
    const cluster = state.clusters.get("lkc-a")!;
    const who = holder(cloud, ["CloudClusterAdmin", CLUSTER], ["DeveloperRead", `${KAFKA}/topic=a`], ["Operator", ORG]);
    createApiKey(state, { ownerId: who.id, clusterId: "lkc-a" });
    const kept = createApiKey(state, { ownerId: who.id, clusterId: "lkc-b" });
    updateCluster(cloud, cluster, { deletionProtection: true });
    expect(refusal(() => deleteCluster(state, cluster))).toBe("409 lkc-a has deletion protection");
    expect(state.apiKeys.size).toBe(2);
    updateCluster(cloud, cluster, { deletionProtection: false });
    deleteCluster(state, cluster);
    expect(state.clusters.has("lkc-a")).toBe(false);
    expect([...state.apiKeys.keys()]).toEqual([kept.id]);
    expect([...state.roleBindings.values()].map(({ roleName }) => roleName)).toEqual(["Operator"]);
  });
});

describe("service accounts", () => {
  it("have names of their own", () => {
    const { state } = twoClusters();
    const one = createServiceAccount(state, { displayName: "one" });
    createServiceAccount(state, { displayName: "two", description: "second" });
    expect(one.id).toMatch(/^sa-[0-9a-z]{6}$/u);
    expect(refusal(() => createServiceAccount(state, { displayName: "one" }))).toBe(
      "409 Service account one already exists",
    );
    expect(refusal(() => updateServiceAccount(state, one, { displayName: "two" }))).toContain("409");
    expect(updateServiceAccount(state, one, { displayName: "one", description: "x" }).description).toBe("x");
  });
});

describe("role bindings", () => {
  it("hold until they are deleted", () => {
    const { state } = twoClusters();
    const props = { principal: "User:u-1", roleName: "EnvironmentAdmin", crnPattern: ENVIRONMENT };
    const binding = createRoleBinding(state, props);
    expect(binding.id).toMatch(/^rb-[0-9a-z]{6}$/u);
    expect(refusal(() => createRoleBinding(state, props))).toContain(`409 EnvironmentAdmin is already bound`);
    deleteRoleBinding(state, binding.id);
    expect(state.roleBindings.size).toBe(0);
  });

  it.each([
    ["400 there is no role ClusterAdmin", "User:u-1", "ClusterAdmin", CLUSTER],
    ["400 the principal sa-1 is not of the form User:sa-…", "sa-1", "CloudClusterAdmin", CLUSTER],
    ["400 sa-none does not exist", "User:sa-none", "CloudClusterAdmin", CLUSTER],
    ["400 lkc-a is no resource name", "User:u-1", "CloudClusterAdmin", "lkc-a"],
    ["400 CloudClusterAdmin cannot be bound to", "User:u-1", "CloudClusterAdmin", ENVIRONMENT],
    ["400 CloudClusterAdmin cannot be bound to", "User:u-1", "CloudClusterAdmin", KAFKA],
    ["400 DeveloperRead cannot be bound to", "User:u-1", "DeveloperRead", CLUSTER],
    [
      "400 the organization o-2 does not exist",
      "User:u-1",
      "OrganizationAdmin",
      "crn://confluent.cloud/organization=o-2",
    ],
    ["400 env-none does not exist", "User:u-1", "EnvironmentAdmin", `${ORG}/environment=env-none`],
    ["400 lkc-b does not exist in env-a", "User:u-1", "CloudClusterAdmin", `${ENVIRONMENT}/cloud-cluster=lkc-b`],
    [
      "400 the pattern names the clusters lkc-a and lkc-b",
      "User:u-1",
      "DeveloperRead",
      `${CLUSTER}/kafka=lkc-b/topic=a`,
    ],
    [
      "400 a Basic cluster has no roles for single topics",
      "User:u-1",
      "DeveloperRead",
      `${ENVIRONMENT}/cloud-cluster=lkc-basic/kafka=lkc-basic/topic=a`,
    ],
    ["501 role bindings on", "User:u-1", "DeveloperRead", `${ENVIRONMENT}/schema-registry=lsrc-1/subject=a`],
  ])("are refused: %s", (text, principal, roleName, crnPattern) => {
    const { state } = twoClusters();
    expect(refusal(() => createRoleBinding(state, { principal, roleName, crnPattern }))).toContain(text);
    expect(state.roleBindings.size).toBe(0);
  });
});
