import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { grantClusterAdmin } from "../../../lib/rehearsal/cloud/control/grants";
import { Served, type Ask, type Reply } from "./served";
import { CLUSTER, ENVIRONMENT, KAFKA, ORG, twoClusters } from "./two-clusters";

const MINUTE = 60_000;

let served: Served;
let admin: Ask;

beforeEach(async () => {
  served = await Served.start(twoClusters());
  admin = served.admin;
});

afterEach(async () => {
  const { failures } = served.log;
  await served.stop();
  expect(failures).toEqual([]);
});

/** Status and code of a refusal. */
function refused({ status, body }: Reply): string {
  const [error, ...more] = body.errors;
  expect(more).toEqual([]);
  expect(Object.keys(error).sort()).toEqual(["code", "detail", "id", "source", "status"]);
  expect(error.status).toBe(String(status));
  return `${status} ${error.code}`;
}

describe("who may call", () => {
  it("is told by a Cloud key", async () => {
    const nobody = await served.with(undefined)("GET", "/org/v2/environments");
    expect(refused(nobody)).toBe("401 unauthorized");
    const { key, secret } = grantClusterAdmin(served.cloud, "lkc-a");
    expect(refused(await served.with({ key, secret })("GET", "/org/v2/environments"))).toBe("401 unauthorized");
    expect((await admin("GET", "/org/v2/environments")).status).toBe(200);
  });

  it("sees what roles show", async () => {
    const reader = served.as(["DeveloperRead", `${KAFKA}/topic=orders`]);
    const names = (reply: Reply): string[] => reply.body.data.map(({ id }: { id: string }) => id);
    expect(names(await reader("GET", "/org/v2/environments"))).toEqual(["env-a"]);
    expect(names(await reader("GET", "/cmk/v2/clusters?environment=env-a"))).toEqual(["lkc-a"]);
    expect(refused(await reader("GET", "/cmk/v2/clusters/lkc-a2?environment=env-a"))).toBe("403 forbidden_access");
    expect(refused(await reader("GET", "/org/v2/environments/env-b"))).toBe("403 forbidden_access");
    expect(names(await served.as()("GET", "/org/v2/environments"))).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ["POST", "/org/v2/environments", { display_name: "x" }],
    ["DELETE", "/org/v2/environments/env-b", undefined],
    ["PATCH", "/org/v2/environments/env-a", { display_name: "x" }],
    [
      "POST",
      "/cmk/v2/clusters",
      {
        spec: {
          display_name: "x",
          availability: "LOW",
          cloud: "AWS",
          region: "eu-west-1",
          config: { kind: "Basic" },
          environment: { id: "env-a" },
        },
      },
    ],
    ["PATCH", "/cmk/v2/clusters/lkc-a", { spec: { display_name: "x", environment: { id: "env-a" } } }],
    ["DELETE", "/cmk/v2/clusters/lkc-a?environment=env-a", undefined],
    ["POST", "/iam/v2/service-accounts", { display_name: "x" }],
    ["POST", "/iam/v2/role-bindings", { principal: "User:u-1", role_name: "CloudClusterAdmin", crn_pattern: CLUSTER }],
    ["POST", "/iam/v2/api-keys", { spec: { owner: { id: "u-1" }, resource: { id: "lkc-a" } } }],
  ])("may not %s %s without a right to it", async (method, path, body) => {
    const before = [...served.cloud.state.clusters.keys(), ...served.cloud.state.environments.keys()];
    const operator = served.as(["Operator", ENVIRONMENT]);
    expect(refused(await operator(method, path, body))).toBe("403 forbidden_access");
    expect([...served.cloud.state.clusters.keys(), ...served.cloud.state.environments.keys()]).toEqual(before);
  });
});

describe("environments", () => {
  it("live as resources do", async () => {
    const created = await admin("POST", "/org/v2/environments", {
      display_name: "dr",
      stream_governance_config: { package: "ESSENTIALS" },
    });
    const id: string = created.body.id;
    expect(created).toEqual({
      status: 201,
      body: {
        api_version: "org/v2",
        kind: "Environment",
        id,
        metadata: {
          self: `https://api.confluent.cloud/org/v2/environments/${id}`,
          resource_name: `${ORG}/environment=${id}`,
          created_at: "2026-01-01T00:00:00.000Z",
          updated_at: "2026-01-01T00:00:00.000Z",
        },
        display_name: "dr",
        stream_governance_config: { package: "ESSENTIALS" },
      },
    });
    expect(await admin("GET", `/org/v2/environments/${id}`)).toEqual({ status: 200, body: created.body });
    const renamed = await admin("PATCH", `/org/v2/environments/${id}`, { display_name: "dr-2" });
    expect([renamed.status, renamed.body.display_name]).toEqual([200, "dr-2"]);
    expect(refused(await admin("POST", "/org/v2/environments", { display_name: "dr-2" }))).toBe("409 conflict");
    expect(await admin("DELETE", `/org/v2/environments/${id}`)).toEqual({ status: 204, body: undefined });
    expect(refused(await admin("GET", `/org/v2/environments/${id}`))).toBe("404 resource_not_found");
    expect(refused(await admin("DELETE", "/org/v2/environments/env-a"))).toBe("409 conflict");
  });

  it("without Stream Governance have no such member", async () => {
    const { body } = await admin("GET", "/org/v2/environments/env-a");
    expect(body).not.toHaveProperty("stream_governance_config");
  });

  it("are listed page by page", async () => {
    const first = await admin("GET", "/org/v2/environments?page_size=1");
    expect(first.body).toMatchObject({ api_version: "org/v2", kind: "EnvironmentList", data: [{ id: "env-a" }] });
    expect(first.body.metadata).toMatchObject({
      first: "https://api.confluent.cloud/org/v2/environments",
      total_size: 2,
    });
    const token = new URL(first.body.metadata.next).searchParams.get("page_token")!;
    const second = await admin("GET", `/org/v2/environments?page_size=1&page_token=${token}`);
    expect(second.body.data).toMatchObject([{ id: "env-b" }]);
    expect(second.body.metadata).not.toHaveProperty("next");
  });

  it.each(["page_size=0", "page_size=101", "page_size=x", "page_token=x", "page_token=bnVsbA"])(
    "refuse the page %s",
    async (query) => {
      expect((await admin("GET", `/org/v2/environments?${query}`)).status).toBe(400);
    },
  );
});

describe("the organization", () => {
  it("is the one of the key", async () => {
    const { body } = await admin("GET", "/org/v2/organizations");
    expect(body.data).toMatchObject([{ id: "o-1", kind: "Organization", metadata: { resource_name: ORG } }]);
    expect((await admin("GET", "/org/v2/organizations/o-1")).body.id).toBe("o-1");
    expect(refused(await admin("GET", "/org/v2/organizations/o-2"))).toBe("403 forbidden_access");
  });
});

describe("clusters", () => {
  const spec = {
    display_name: "jump",
    availability: "MULTI_ZONE",
    cloud: "AZURE",
    region: "westeurope",
    config: { kind: "Dedicated", cku: 2 },
    environment: { id: "env-a" },
  };
  const path = (id: string, environment = "env-a"): string => `/cmk/v2/clusters/${id}?environment=${environment}`;

  it("are created, come up with an endpoint of their own, scale and go", async () => {
    const created = await admin("POST", "/cmk/v2/clusters", { spec });
    const id: string = created.body.id;
    expect(created.status).toBe(202);
    expect(created.body).toMatchObject({
      api_version: "cmk/v2",
      kind: "Cluster",
      metadata: { resource_name: `${ENVIRONMENT}/cloud-cluster=${id}/kafka=${id}` },
      spec: { config: { kind: "Dedicated", cku: 2 }, http_endpoint: "", kafka_bootstrap_endpoint: "" },
      status: { phase: "PROVISIONING", cku: 2 },
    });
    served.clock.advance(30 * MINUTE);
    const ready = await admin("GET", path(id));
    const rest: string = ready.body.spec.http_endpoint;
    const [, host = ""] = /^https:\/\/(pkc-\w+\.westeurope\.azure\.confluent\.cloud):443$/u.exec(rest) ?? [];
    const bootstrap = `SASL_SSL://${host}:9092`;
    expect(ready.body).toMatchObject({
      spec: {
        display_name: "jump",
        availability: "MULTI_ZONE",
        cloud: "AZURE",
        region: "westeurope",
        deletion_protection: false,
        environment: { id: "env-a", resource_name: ENVIRONMENT },
        kafka_bootstrap_endpoint: bootstrap,
        endpoints: {
          PUBLIC: { http_endpoint: rest, kafka_bootstrap_endpoint: bootstrap, connection_type: "PUBLIC" },
        },
      },
      status: { phase: "PROVISIONED", cku: 2 },
    });
    expect(ready.body.spec).not.toHaveProperty("network");
    expect((await fetch(`${served.urlOf(id)}/kafka/v3/clusters/${id}/topics`)).status).toBe(401);

    const scaled = await admin("PATCH", `/cmk/v2/clusters/${id}`, {
      spec: { config: { kind: "Dedicated", cku: 3 }, environment: { id: "env-a" } },
    });
    expect(scaled.body).toMatchObject({ spec: { config: { cku: 3 } }, status: { cku: 2 } });
    served.clock.advance(15 * MINUTE);
    expect((await admin("GET", path(id))).body.status.cku).toBe(3);

    expect((await admin("DELETE", path(id))).status).toBe(204);
    expect(refused(await admin("GET", path(id)))).toBe("403 forbidden_access");
    expect(served.urlOf(id)).toBeUndefined();
  });

  it("that exist already show the endpoints that their users write", async () => {
    expect((await admin("GET", path("lkc-a"))).body.spec).toMatchObject({
      http_endpoint: "https://lkc-a.example:443",
      kafka_bootstrap_endpoint: "SASL_SSL://lkc-a.example:9092",
    });
  });

  it("on a network are private, and say which", async () => {
    served.cloud.addCluster({
      id: "lkc-private",
      environmentId: "env-a",
      networkId: "n-1",
      access: "private",
      kind: "Dedicated",
      cloud: "GCP",
      region: "europe-west3",
      restEndpoint: "https://lkc-private.example:443",
      bootstrapEndpoint: "lkc-private.example:9092",
    });
    const { body } = await admin("GET", "/cmk/v2/clusters?environment=env-a&spec.network=n-1");
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(["lkc-private"]);
    expect((await admin("GET", path("lkc-private"))).body.spec).toMatchObject({
      network: { id: "n-1" },
      kafka_bootstrap_endpoint: "SASL_SSL://lkc-private.example:9092",
      endpoints: { PRIVATE_LINK: { connection_type: "PRIVATELINK" } },
    });
  });

  it("are listed per environment", async () => {
    const { body } = await admin("GET", "/cmk/v2/clusters?environment=env-a");
    expect(body.kind).toBe("ClusterList");
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(["lkc-a", "lkc-a2", "lkc-basic"]);
    expect(refused(await admin("GET", "/cmk/v2/clusters"))).toBe("400 invalid_request");
    expect(refused(await admin("GET", "/cmk/v2/clusters/lkc-a"))).toBe("400 invalid_request");
    expect(refused(await admin("GET", path("lkc-a", "env-b")))).toBe("403 forbidden_access");
  });

  it("of Basic become Standard, and show their eCKU", async () => {
    const change = async (config: object): Promise<Reply> =>
      admin("PATCH", "/cmk/v2/clusters/lkc-basic", { spec: { config, environment: { id: "env-a" } } });
    expect((await change({ kind: "Standard", max_ecku: 4 })).body.spec.config).toEqual({
      kind: "Standard",
      max_ecku: 4,
    });
    expect(refused(await change({ kind: "Basic" }))).toBe("400 invalid_request");
  });

  it.each<[string, string, object]>([
    ["a kind that does not exist", "400 invalid_request", { config: { kind: "Huge" } }],
    ["too few CKU", "400 invalid_request", { config: { kind: "Dedicated", cku: 1 } }],
    ["an environment that does not exist", "403 forbidden_access", { environment: { id: "env-none" } }],
    ["an encryption key of its own", "501 not_emulated", { byok: { id: "cck-1" } }],
    ["a very long name", "400 invalid_request", { display_name: "x".repeat(1_000_000) }],
  ])("are refused with %s", async (_what, expected, change) => {
    const reply = await admin("POST", "/cmk/v2/clusters", { spec: { ...spec, ...change } });
    expect(refused(reply)).toBe(expected);
    expect(served.cloud.state.clusters.size).toBe(4);
  });

  it("need a body of JSON", async () => {
    expect((await admin("POST", "/cmk/v2/clusters", "{")).status).toBe(400);
    expect((await admin("POST", "/cmk/v2/clusters")).status).toBe(400);
  });
});

describe("schema registries", () => {
  it("come with the first cluster of an environment with Stream Governance", async () => {
    const list = async (id: string): Promise<unknown[]> =>
      (await admin("GET", `/srcm/v3/clusters?environment=${id}`)).body.data;
    expect(await list("env-a")).toEqual([]);
    const { body } = await admin("POST", "/org/v2/environments", {
      display_name: "governed",
      stream_governance_config: { package: "ADVANCED" },
    });
    expect(await list(body.id)).toEqual([]);
    await admin("POST", "/cmk/v2/clusters", {
      spec: {
        display_name: "c",
        availability: "LOW",
        cloud: "GCP",
        region: "europe-west3",
        config: { kind: "Basic" },
        environment: { id: body.id },
      },
    });
    expect(await list(body.id)).toMatchObject([{ status: { phase: "PROVISIONING" } }]);
    served.clock.advance(MINUTE);
    expect(await list(body.id)).toMatchObject([
      { kind: "Cluster", spec: { package: "ADVANCED", cloud: "GCP" }, status: { phase: "PROVISIONED" } },
    ]);
    expect(refused(await admin("GET", "/srcm/v3/clusters?environment=env-none"))).toBe("404 resource_not_found");
  });
});

describe("service accounts", () => {
  it("live as resources do", async () => {
    const created = await admin("POST", "/iam/v2/service-accounts", { display_name: "app", description: "an app" });
    const id: string = created.body.id;
    expect(created).toMatchObject({
      status: 201,
      body: {
        api_version: "iam/v2",
        kind: "ServiceAccount",
        id,
        metadata: { resource_name: `${ORG}/service-account=${id}` },
        display_name: "app",
        description: "an app",
      },
    });
    const path = `/iam/v2/service-accounts/${id}`;
    expect((await admin("PATCH", path, { description: "" })).body).toMatchObject({
      display_name: "app",
      description: "",
    });
    expect((await admin("GET", path)).body.description).toBe("");
    expect((await admin("GET", "/iam/v2/service-accounts?display_name=app")).body.data).toMatchObject([{ id }]);
    expect((await admin("GET", "/iam/v2/service-accounts?display_name=none")).body.data).toEqual([]);
    expect(refused(await admin("POST", "/iam/v2/service-accounts", { display_name: "app" }))).toBe("409 conflict");
    expect((await admin("DELETE", path)).status).toBe(204);
    expect(refused(await admin("GET", path))).toBe("403 forbidden_access");
  });

  it("have numbers in the older list", async () => {
    const { body } = await admin("POST", "/iam/v2/service-accounts", { display_name: "app" });
    const { users } = (await admin("GET", "/service_accounts")).body;
    const user = users.find(({ resource_id: id }: { resource_id: string }) => id === body.id);
    expect(Number.isSafeInteger(user.id) && user.id > 0).toBe(true);
    expect(user.service_name).toBe("app");
  });
});

describe("role bindings", () => {
  it("are bound, listed by their pattern, and taken away", async () => {
    const body = { principal: "User:u-1", role_name: "CloudClusterAdmin", crn_pattern: CLUSTER };
    const created = await admin("POST", "/iam/v2/role-bindings", body);
    expect(created).toMatchObject({ status: 201, body: { kind: "RoleBinding", ...body } });
    const path = `/iam/v2/role-bindings/${created.body.id}`;
    expect(await admin("GET", path)).toEqual({ status: 200, body: created.body });
    const list = async (query: object): Promise<string[]> =>
      (await admin("GET", `/iam/v2/role-bindings?${new URLSearchParams({ ...query }).toString()}`)).body.data.map(
        ({ role_name: name }: { role_name: string }) => name,
      );
    expect(await list({ crn_pattern: `${ENVIRONMENT}/*` })).toEqual(["CloudClusterAdmin"]);
    expect(await list({ crn_pattern: ORG })).toEqual(["OrganizationAdmin", "CloudClusterAdmin"]);
    expect(await list({ crn_pattern: ORG, principal: "User:u-1" })).toEqual(["CloudClusterAdmin"]);
    expect(await list({ crn_pattern: ORG, role_name: "OrganizationAdmin" })).toEqual(["OrganizationAdmin"]);
    expect(refused(await admin("GET", "/iam/v2/role-bindings"))).toBe("400 invalid_request");
    expect(refused(await admin("POST", "/iam/v2/role-bindings", body))).toBe("409 conflict");
    expect(await admin("DELETE", path)).toEqual({ status: 200, body: created.body });
    expect(refused(await admin("GET", path))).toBe("403 forbidden_access");
  });
});

describe("API keys", () => {
  const create = async (owner: string, resource?: string): Promise<Reply> =>
    admin("POST", "/iam/v2/api-keys", {
      spec: {
        display_name: "k",
        description: "d",
        owner: { id: owner, kind: "ServiceAccount" },
        ...(resource === undefined ? {} : { resource: { id: resource, kind: "Cluster" } }),
      },
    });
  const account = async (): Promise<string> =>
    (await admin("POST", "/iam/v2/service-accounts", { display_name: "app" })).body.id;

  it("tell their secret once", async () => {
    const owner = await account();
    const created = await create(owner, "lkc-a");
    expect(created.status).toBe(202);
    expect(created.body).toMatchObject({
      kind: "ApiKey",
      spec: {
        display_name: "k",
        description: "d",
        owner: { id: owner, kind: "ServiceAccount", api_version: "iam/v2" },
        resource: { id: "lkc-a", kind: "Cluster", api_version: "cmk/v2" },
      },
    });
    const { secret } = created.body.spec;
    expect(secret).toHaveLength(64);
    const path = `/iam/v2/api-keys/${created.body.id}`;
    const read = await admin("GET", path);
    expect(read.body.spec).not.toHaveProperty("secret");
    expect((await admin("PATCH", path, { spec: { display_name: "k2" } })).body.spec).toMatchObject({
      display_name: "k2",
      description: "d",
    });
    expect(JSON.stringify((await admin("GET", "/iam/v2/api-keys")).body)).not.toContain(secret);
    expect(JSON.stringify(served.log.entries)).not.toContain(secret);
    expect((await admin("DELETE", path)).status).toBe(204);
    expect(refused(await admin("GET", path))).toBe("403 forbidden_access");
  });

  it("without a resource are Cloud keys, and open the control plane", async () => {
    const { body } = await create(await account());
    expect(body.spec.resource).toMatchObject({ id: "cloud", kind: "Cloud" });
    const ask = served.with({ key: body.id, secret: body.spec.secret });
    expect((await ask("GET", "/org/v2/environments")).status).toBe(200);
  });

  it("belong to users too", async () => {
    expect((await create("u-1", "lkc-a")).body.spec.owner).toMatchObject({ id: "u-1", kind: "User" });
  });

  it("are listed by owner and resource", async () => {
    const owner = await account();
    await create(owner, "lkc-a");
    await create(owner);
    const list = async (query: string): Promise<string[]> =>
      (await admin("GET", `/iam/v2/api-keys?${query}`)).body.data.map(
        ({ spec }: { spec: { resource: { id: string } } }) => spec.resource.id,
      );
    expect(await list(`spec.owner=${owner}`)).toEqual(["lkc-a", "cloud"]);
    expect(await list("spec.resource=lkc-a")).toEqual(["lkc-a"]);
  });

  it.each([
    ["501 not_emulated", "u-1", "lsrc-1"],
    ["403 forbidden_access", "u-1", "lkc-none"],
    ["400 invalid_owner", "sa-none", "lkc-a"],
  ])("are refused with %s", async (expected, owner, resource) => {
    expect(refused(await create(owner, resource))).toBe(expected);
  });
});

describe("what the emulator does not carry", () => {
  it("is answered with 501 and its name", async () => {
    const reply = await admin("POST", "/networking/v1/gateways", {});
    expect(refused(reply)).toMatch(/^501 /u);
    expect(reply.body.errors[0].detail).toContain("/networking/v1/gateways");
  });
});
