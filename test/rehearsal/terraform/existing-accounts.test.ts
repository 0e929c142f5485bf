import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { existingAccounts } from "../../../lib/rehearsal/terraform/existing-accounts";
import { RehearsalCloud } from "../../../lib/rehearsal/terraform/rehearsal-cloud";
import type { StackJson } from "../../../lib/rehearsal/terraform/stack-json";

const keysOf = (...keys: readonly (readonly [owner: unknown, cluster: unknown])[]): StackJson => ({
  resource: {
    confluent_api_key: Object.fromEntries(
      keys.map(([owner, cluster], i) => [`key-${i}`, { owner, managed_resource: cluster }]),
    ),
  },
});

describe("accounts that exist already", () => {
  it("are those that keys name as plain text, with the cluster of the key", () => {
    const stack = keysOf([{ id: "sa-1" }, { id: "lkc-1" }], [[{ id: "sa-2" }], [{ id: "lkc-2" }]]);
    expect(existingAccounts(stack)).toEqual([
      { accountId: "sa-1", clusterId: "lkc-1" },
      { accountId: "sa-2", clusterId: "lkc-2" },
    ]);
  });

  it.each([
    ["an account that the stack makes", { id: "${confluent_service_account.a.id}" }, { id: "lkc-1" }],
    ["a cluster that the stack makes", { id: "sa-1" }, { id: "${confluent_kafka_cluster.a.id}" }],
    ["a Cloud API key", { id: "sa-1" }, undefined],
    ["an owner without an id", {}, { id: "lkc-1" }],
    ["an owner that is text", "sa-1", { id: "lkc-1" }],
  ])("are not %s", (_, owner, cluster) => {
    expect(existingAccounts(keysOf([owner, cluster]))).toEqual([]);
  });

  it("are none in a stack without keys", () => {
    expect(existingAccounts({})).toEqual([]);
  });
});

describe("a rehearsal's accounts", () => {
  let cloud: RehearsalCloud;
  beforeAll(async () => {
    cloud = await RehearsalCloud.start();
    for (const id of ["lkc-1", "lkc-2"]) {
      await cloud.emulator.addCluster({
        id,
        access: "public",
        kind: "Dedicated",
        cloud: "AWS",
        region: "us-east-1",
        restEndpoint: `https://${id}.example.confluent.cloud:443`,
        bootstrapEndpoint: `${id}.example.confluent.cloud:9092`,
      });
    }
  });
  afterAll(async () => cloud.stop());

  const rightsOf = (accountId: string): string[] =>
    [...cloud.emulator.cloud.state.roleBindings.values()]
      .filter(({ principal }) => principal === `User:${accountId}`)
      .map(({ roleName, crnPattern }) => `${roleName} ${crnPattern.split("/").at(-1) ?? ""}`)
      .sort();

  it("have every right on the clusters of their keys, once, whichever stack names them", () => {
    cloud.addAccounts([keysOf([{ id: "sa-old1" }, { id: "lkc-1" }], [{ id: "sa-old1" }, { id: "lkc-1" }])]);
    cloud.addAccounts([keysOf([{ id: "sa-old1" }, { id: "lkc-2" }])]);
    expect(rightsOf("sa-old1")).toEqual([
      "CloudClusterAdmin cloud-cluster=lkc-1",
      "CloudClusterAdmin cloud-cluster=lkc-2",
    ]);
  });

  it("have no more rights than they were given where another stack made them", () => {
    const { serviceAccounts } = cloud.emulator.cloud.state;
    serviceAccounts.set("sa-made1", { id: "sa-made1", displayName: "made", description: "" });
    cloud.addAccounts([keysOf([{ id: "sa-made1" }, { id: "lkc-1" }])]);
    expect(rightsOf("sa-made1")).toEqual([]);
  });

  it("are left out where the cluster is not there", () => {
    cloud.addAccounts([keysOf([{ id: "sa-lost1" }, { id: "lkc-9" }])]);
    expect(cloud.emulator.cloud.state.serviceAccounts.has("sa-lost1")).toBe(false);
  });
});
