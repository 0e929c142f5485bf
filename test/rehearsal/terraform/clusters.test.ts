import { describe, expect, it } from "vitest";
import type { DocumentCluster } from "../../../lib/model/document";
import { existingClusters, organizationOf } from "../../../lib/rehearsal/terraform/clusters";

const JUMP: DocumentCluster = { name: "JUMP", id: "lkc-2222", access: "public", kind: "Dedicated" };

describe("the clusters of an app", () => {
  it("are in their environment and organization", () => {
    const rbacCrn = "crn://confluent.cloud/organization=1111-2222/environment=env-abc/cloud-cluster=lkc-2222";
    const clusters = [JUMP, { ...JUMP, id: "lkc-3333", environmentId: "env-abc", rbacCrn }];
    expect(existingClusters(clusters).map(({ environmentId }) => environmentId)).toEqual([undefined, "env-abc"]);
    expect(organizationOf(clusters)).toBe("1111-2222");
  });

  it("are in no known organization without a name for role bindings", () => {
    expect(organizationOf([JUMP, { ...JUMP, rbacCrn: null }])).toBeUndefined();
  });

  it("get what is not given, and are left out where the app makes them", () => {
    expect(existingClusters([JUMP, { ...JUMP, id: null }])).toEqual([
      {
        ...JUMP,
        cloud: "AWS",
        region: "us-east-1",
        restEndpoint: "https://lkc-2222.rehearsal.confluent.cloud:443",
        bootstrapEndpoint: "lkc-2222.rehearsal.confluent.cloud:9092",
      },
    ]);
  });
});
