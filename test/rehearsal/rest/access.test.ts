import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "../../../lib/rehearsal/cloud/control/api-keys";
import { kafkaCrn } from "../../../lib/rehearsal/cloud/control/crn";
import { createRoleBinding } from "../../../lib/rehearsal/cloud/control/role-bindings";
import { createServiceAccount } from "../../../lib/rehearsal/cloud/control/service-accounts";
import { ask, basic, createLegOne, openHouse, type House, type KeyPair, type Reply, type Json } from "./house";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => house.emulator.stop());

const urlOn = (cluster: string, path: string): string =>
  `${house.emulator.restUrl(cluster)}/kafka/v3/clusters/${cluster}${path}`;
const onJump = async (method: string, path: string, body?: unknown, key?: KeyPair): Promise<Reply> =>
  ask(urlOn("lkc-jump", path), method, body, key);

const UNAUTHENTICATED = { status: 401, body: { error_code: 40101, message: "Authentication failed" } };

/** A key of a new account on JUMP that is bound to roles on resources below the cluster. */
function holder(...bindings: readonly (readonly [role: string, resource: string])[]): KeyPair {
  const { state } = house.emulator.cloud;
  const { id: ownerId } = createServiceAccount(state, { displayName: `holder-${state.serviceAccounts.size}` });
  const crn = kafkaCrn(state, state.clusters.get("lkc-jump")!);
  for (const [roleName, resource] of bindings) {
    createRoleBinding(state, { principal: `User:${ownerId}`, roleName, crnPattern: `${crn}${resource}` });
  }
  const { id, secret } = createApiKey(state, { ownerId, clusterId: "lkc-jump" });
  return { key: id, secret };
}

describe("authentication on a cluster", () => {
  it("refuses callers without a key, with a wrong secret, and with a key of another cluster or of the cloud", async () => {
    expect(await onJump("GET", "/topics")).toEqual(UNAUTHENTICATED);
    expect(await onJump("GET", "/topics", undefined, { ...house.keys.jump, secret: "wrong" })).toEqual(UNAUTHENTICATED);
    expect(await onJump("GET", "/topics", undefined, house.keys.primary)).toEqual(UNAUTHENTICATED);
    expect(await onJump("GET", "/topics", undefined, house.emulator.cloudAdminKey())).toEqual(UNAUTHENTICATED);
    expect((await onJump("GET", "/topics", undefined, house.keys.jump)).status).toBe(200);
  });

  it("refuses headers that hold no key", async () => {
    for (const authorization of ["Basic !!!", "Bearer x", basic({ key: "", secret: "" })]) {
      const response = await fetch(urlOn("lkc-jump", "/topics"), { headers: { authorization } });
      expect(response.status).toBe(401);
    }
  });

  it("does nothing for those it refuses", async () => {
    await onJump("POST", "/topics", { topic_name: "orders" });
    expect(house.emulator.cloud.state.clusters.get("lkc-jump")?.topics.size).toBe(0);
  });

  it("knows no other cluster at its endpoint", async () => {
    const url = `${house.emulator.restUrl("lkc-jump")}/kafka/v3/clusters/lkc-dr/topics`;
    const refused = await ask(url, "GET", undefined, house.keys.jump);
    expect(refused).toEqual({ status: 404, body: { error_code: 404, message: "Cluster lkc-dr cannot be found." } });
  });
});

describe("authentication on the control plane", () => {
  const LIST = "/org/v2/environments";

  it("takes Cloud keys alone", async () => {
    const refused = {
      status: 401,
      body: {
        errors: [
          {
            id: expect.any(String),
            status: "401",
            code: "unauthorized",
            detail: "Authentication failed",
            source: {},
          },
        ],
      },
    };
    expect(await ask(house.emulator.url + LIST, "GET")).toEqual(refused);
    expect(await ask(house.emulator.url + LIST, "GET", undefined, house.keys.jump)).toEqual(refused);
    expect((await ask(house.emulator.url + LIST, "GET", undefined, house.emulator.cloudAdminKey())).status).toBe(200);
  });
});

describe("rights on a cluster", () => {
  const LINK = "/links/primary-to-jump";
  const MIRRORS = { mirror_topic_names: ["orders"] };

  beforeEach(async () => {
    await house.primary("POST", "/topics", { topic_name: "orders", partitions_count: 1 });
    await createLegOne(house);
    await house.jump("POST", `${LINK}/mirrors`, { source_topic_name: "orders" });
    house.advance(10_000);
  });

  it.each([
    ["POST", "/links?link_name=l", { source_cluster_id: "lkc-dr" }],
    ["GET", "/links", undefined],
    ["GET", LINK, undefined],
    ["DELETE", LINK, undefined],
    ["GET", `${LINK}/configs`, undefined],
    ["PUT", `${LINK}/configs:alter`, { data: [] }],
    ["GET", `${LINK}/configs/acl.sync.ms`, undefined],
    ["PUT", `${LINK}/configs/acl.sync.ms`, { value: "6000" }],
    ["DELETE", `${LINK}/configs/acl.sync.ms`, undefined],
    ["POST", `${LINK}/mirrors`, { source_topic_name: "orders" }],
    ["GET", `${LINK}/mirrors`, undefined],
    ["GET", "/links/-/mirrors", undefined],
    ["GET", `${LINK}/mirrors/orders`, undefined],
    ["POST", `${LINK}/mirrors:pause`, MIRRORS],
    ["POST", `${LINK}/mirrors:resume`, MIRRORS],
    ["POST", `${LINK}/mirrors:promote`, MIRRORS],
    ["POST", `${LINK}/mirrors:failover`, MIRRORS],
    ["POST", "/topics", { topic_name: "a" }],
    ["GET", "/topics/orders", undefined],
    ["PATCH", "/topics/orders", { partitions_count: 9 }],
    ["DELETE", "/topics/orders", undefined],
    ["GET", "/topics/orders/configs", undefined],
    ["GET", "/topics/orders/configs/retention.ms", undefined],
    ["POST", "/topics/orders/configs:alter", { data: [] }],
    ["POST", "/topics/orders/records", {}],
    ["GET", "/acls", undefined],
    [
      "POST",
      "/acls",
      {
        resource_type: "TOPIC",
        resource_name: "a",
        pattern_type: "LITERAL",
        principal: "User:sa-1",
        host: "*",
        operation: "READ",
        permission: "ALLOW",
      },
    ],
    ["DELETE", "/acls", undefined],
    ["GET", "/consumer-groups/g", undefined],
    ["GET", "/consumer-groups/g/lags", undefined],
    ["GET", "/consumer-groups/g/lag-summary", undefined],
    ["GET", "/consumer-groups/g/lags/orders/partitions/0", undefined],
  ])("%s %s needs one", async (method, path, body) => {
    const reply = await onJump(method, path, body, holder());
    expect(reply.status).toBe(403);
    expect(reply.body.error_code).toBe(40301);
  });

  it("let nobody see more than they may in lists", async () => {
    await house.jump("POST", "/topics", { topic_name: "private" });
    const reader = holder(["DeveloperRead", "/topic=orders"]);
    const { body } = await onJump("GET", "/topics", undefined, reader);
    expect(body.data.map(({ topic_name }: Json) => topic_name)).toEqual(["orders"]);
    expect((await onJump("GET", "/consumer-groups", undefined, reader)).body.data).toEqual([]);
    expect((await onJump("GET", "/topics/private", undefined, reader)).status).toBe(403);
  });

  it("let an operator who owns the topics fail over, and no more", async () => {
    const { state } = house.emulator.cloud;
    const key = holder(["ResourceOwner", "/topic=orders"]);
    const principal = `User:${state.apiKeys.get(key.key)!.ownerId}`;
    expect((await onJump("POST", `${LINK}/mirrors:failover`, MIRRORS, key)).status).toBe(403);
    const crnPattern = kafkaCrn(state, state.clusters.get("lkc-jump")!).replace(/\/kafka=.*$/u, "");
    createRoleBinding(state, { principal, roleName: "Operator", crnPattern });
    expect((await onJump("GET", LINK, undefined, key)).status).toBe(200);
    expect((await onJump("DELETE", LINK, undefined, key)).status).toBe(403);
    expect((await onJump("POST", `${LINK}/mirrors:failover`, MIRRORS, key)).status).toBe(200);
  });

  it("can be given by an ACL", async () => {
    const key = holder();
    const { ownerId } = house.emulator.cloud.state.apiKeys.get(key.key)!;
    expect((await onJump("GET", "/links", undefined, key)).status).toBe(403);
    await house.jump("POST", "/acls", {
      resource_type: "CLUSTER",
      resource_name: "kafka-cluster",
      pattern_type: "LITERAL",
      principal: `User:${ownerId}`,
      host: "*",
      operation: "DESCRIBE",
      permission: "ALLOW",
    });
    expect((await onJump("GET", "/links", undefined, key)).status).toBe(200);
  });
});
