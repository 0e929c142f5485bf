import { expect } from "vitest";
import { KEYS } from "./clusters";
import { credentials } from "./blocks";
import { scenario } from "./scenario";
import type { Configuration, World } from "./world";

const ACL = "confluent_kafka_acl.read";
const QUERY =
  "host=%2A&operation=READ&pattern_type=LITERAL&permission=ALLOW&principal=User%3Asa-reader&resource_name=orders&resource_type=TOPIC";
const ID = "lkc-jump/TOPIC#orders#LITERAL#User:sa-reader#*#READ#ALLOW";
const FIELDS = {
  resource_type: "TOPIC",
  resource_name: "orders",
  pattern_type: "LITERAL",
  principal: "User:sa-reader",
  host: "*",
  operation: "READ",
  permission: "ALLOW",
};

const acl = (world: World, more: object = {}): Configuration => ({
  resource: {
    confluent_kafka_acl: {
      read: {
        kafka_cluster: { id: "lkc-jump" },
        rest_endpoint: world.rest("jump"),
        credentials: credentials("jump"),
        ...FIELDS,
        ...more,
      },
    },
  },
});

scenario("an ACL's life", async (world) => {
  const created = await world.apply(acl(world));
  expect(created.requests).toEqual({ "lkc-jump acls": [["POST /acls", FIELDS], `GET /acls?${QUERY}`] });
  expect(created.state[ACL]).toMatchObject({ id: ID });
  expect(await world.plan(acl(world))).toMatchObject({
    changes: {},
    requests: { "lkc-jump acls": [`GET /acls?${QUERY}`] },
  });

  const key = await world.apply(acl(world, { credentials: credentials("jump", 2) }));
  expect(key).toMatchObject({
    changes: { [ACL]: "update" },
    requests: { "lkc-jump acls": [`GET /acls?${QUERY}`, `GET /acls?${QUERY}`] },
  });
  expect((await world.plan(acl(world, { rest_endpoint: `${world.rest("jump")}/` }))).changes).toEqual({
    [ACL]: "replace",
  });

  const replaced = await world.apply(acl(world, { operation: "WRITE" }));
  const writing = QUERY.replace("READ", "WRITE");
  expect(replaced.changes).toEqual({ [ACL]: "replace" });
  expect(replaced.requests["lkc-jump acls"]).toEqual([
    `GET /acls?${QUERY}`,
    `DELETE /acls?${QUERY}`,
    ["POST /acls", { ...FIELDS, operation: "WRITE" }],
    `GET /acls?${writing}`,
  ]);
  const destroyed = await world.destroy(acl(world, { operation: "WRITE" }));
  expect(destroyed.requests["lkc-jump acls"]).toEqual([`GET /acls?${writing}`, `DELETE /acls?${writing}`]);
});

scenario("an ACL that is gone, one that is adopted, and wrong words", async (world) => {
  await world.apply(acl(world));
  const environment = {
    IMPORT_KAFKA_REST_ENDPOINT: world.rest("jump"),
    IMPORT_KAFKA_API_KEY: KEYS.jump[0].key,
    IMPORT_KAFKA_API_SECRET: KEYS.jump[0].secret,
  };
  world.forget();
  const adopted = await world.applyWith(environment, { ...acl(world), import: [{ to: ACL, id: ID }] });
  expect(adopted).toMatchObject({
    errors: [],
    writes: [],
    requests: { "lkc-jump acls": [`GET /acls?${QUERY}`, `GET /acls?${QUERY}`] },
  });
  expect((await world.plan(acl(world))).changes).toEqual({});

  world.emulator.cloud.state.clusters.get("lkc-jump")!.acls.length = 0;
  expect((await world.plan(acl(world))).changes).toEqual({ [ACL]: "create" });
  world.forget();
  const missing = await world.planWith(environment, { ...acl(world), import: [{ to: ACL, id: ID }] });
  expect(missing.errors).toEqual([expect.stringMatching(/no (Kafka )?ACLs? (were )?match/u)]);
  const short = await world.planWith(environment, {
    ...acl(world),
    import: [{ to: ACL, id: "lkc-jump/TOPIC#orders" }],
  });
  expect(short.errors).toEqual([expect.stringContaining("invalid format")]);
  for (const more of [{ operation: "FOO" }, { permission: "allow" }, { pattern_type: "x" }, { resource_type: "x" }]) {
    expect((await world.validate(acl(world, more))).errors).toEqual([expect.stringContaining("to be one of")]);
  }
});

const ACCOUNT = "confluent_service_account.app";
const account = (more: object): Configuration => ({ resource: { confluent_service_account: { app: more } } });

scenario("a service account's life", async (world) => {
  const created = await world.apply(account({ display_name: "app" }));
  expect(created.state[ACCOUNT]).toMatchObject({
    display_name: "app",
    description: "",
    api_version: "iam/v2",
    kind: "ServiceAccount",
  });
  const { id } = created.state[ACCOUNT] as { id: string };
  const read = `GET /iam/v2/service-accounts/${id}`;
  expect(created.requests).toEqual({
    "cloud /iam/v2/service-accounts": [["POST /iam/v2/service-accounts", { display_name: "app" }], read],
  });
  expect(await world.plan(account({ display_name: "app" }))).toMatchObject({ changes: {} });

  const changed = await world.apply(account({ display_name: "app", description: "reads" }));
  expect(changed.changes).toEqual({ [ACCOUNT]: "update" });
  expect(changed.requests["cloud /iam/v2/service-accounts"]).toEqual([
    read,
    [`PATCH /iam/v2/service-accounts/${id}`, { description: "reads" }],
    read,
  ]);
  expect((await world.plan(account({ display_name: "app" }))).changes).toEqual({});
  expect((await world.plan(account({ display_name: "app", description: "" }))).changes).toEqual({});
  expect((await world.validate(account({ display_name: "" }))).errors).toEqual([
    expect.stringContaining("to not be an empty string"),
  ]);

  world.forget();
  const kept = account({ display_name: "app", description: "reads" });
  const adopted = await world.apply({ ...kept, import: [{ to: ACCOUNT, id }] });
  expect(adopted).toMatchObject({
    errors: [],
    writes: [],
    requests: { "cloud /iam/v2/service-accounts": [read, read] },
  });

  const destroyed = await world.destroy(kept);
  expect(destroyed.requests["cloud /iam/v2/service-accounts"]).toEqual([read, `DELETE /iam/v2/service-accounts/${id}`]);
  const gone = await world.plan({ ...kept, import: [{ to: ACCOUNT, id: "sa-gone" }] });
  expect(gone.errors).toEqual([expect.stringContaining("error importing service account")]);
});

const BINDING = "confluent_role_binding.admin";

scenario("a role binding's life", async (world) => {
  const sa = await world.apply(account({ display_name: "app" }));
  const { id: owner } = sa.state[ACCOUNT] as { id: string };
  const organization = world.emulator.cloud.state.organizationId;
  const crn = `crn://confluent.cloud/organization=${organization}/environment=env-existing/cloud-cluster=lkc-jump`;
  const fields = { principal: `User:${owner}`, role_name: "CloudClusterAdmin", crn_pattern: crn };
  const binding = (more: object = {}): Configuration => ({
    resource: {
      ...account({ display_name: "app" }).resource,
      confluent_role_binding: { admin: { ...fields, principal: `User:\${${ACCOUNT}.id}`, ...more } },
    },
  });
  const thing = "cloud /iam/v2/role-bindings";
  const created = await world.apply(binding());
  const { id } = created.state[BINDING] as { id: string };
  const read = `GET /iam/v2/role-bindings/${id}`;
  expect(created.requests[thing]).toEqual([["POST /iam/v2/role-bindings", fields], read]);
  expect(created.state[BINDING]).toMatchObject({ ...fields, disable_wait_for_ready: false });

  const waits = await world.apply(binding({ disable_wait_for_ready: true }));
  expect(waits).toMatchObject({ changes: { [BINDING]: "update" }, requests: { [thing]: [read, read] } });
  const encoded = crn.replace("organization=", "organization%3D");
  expect((await world.plan(binding({ disable_wait_for_ready: true, crn_pattern: encoded }))).changes).toEqual({});
  for (const more of [
    { principal: "User:sa-other" },
    { role_name: "Operator" },
    { crn_pattern: `${crn}/kafka=lkc-jump` },
  ]) {
    expect((await world.plan(binding(more))).changes, JSON.stringify(more)).toEqual({ [BINDING]: "replace" });
  }
  expect((await world.validate(binding({ principal: owner }))).errors).toEqual([
    expect.stringContaining("invalid value for principal"),
  ]);
  expect((await world.validate(binding({ crn_pattern: "x" }))).errors).toEqual([
    expect.stringContaining("invalid value for crn_pattern"),
  ]);
  const destroyed = await world.destroy(binding());
  expect(destroyed.requests[thing]).toEqual([read, `DELETE /iam/v2/role-bindings/${id}`]);
});

const KEY = "confluent_api_key.app";

scenario("an API key's life", async (world) => {
  const base = account({ display_name: "app" }).resource!;
  const owner = { id: "${confluent_service_account.app.id}", kind: "ServiceAccount", api_version: "iam/v2" };
  const resource = { id: "lkc-jump", kind: "Cluster", api_version: "cmk/v2", environment: { id: "env-existing" } };
  const key = (more: object = {}): Configuration => ({
    resource: {
      ...base,
      confluent_api_key: { app: { display_name: "app", owner, managed_resource: resource, ...more } },
    },
  });
  await world.apply({ resource: base });
  const created = await world.apply(key());
  expect(created.errors).toEqual([]);
  const { id, owner: owners } = created.state[KEY] as { id: string; owner: [{ id: string }] };
  const thing = "cloud /iam/v2/api-keys";
  const read = `GET /iam/v2/api-keys/${id}`;
  expect(created.requests).toMatchObject({
    [thing]: [
      [
        "POST /iam/v2/api-keys",
        {
          spec: {
            display_name: "app",
            description: "",
            owner: { id: owners[0].id, kind: "ServiceAccount" },
            resource: { id: "lkc-jump", kind: "Cluster" },
          },
        },
      ],
      read,
    ],
    "cloud /cmk/v2/clusters": ["GET /cmk/v2/clusters/lkc-jump?environment=env-existing"],
    "lkc-jump topic *": ["GET /topics", "GET /topics"],
  });
  expect(created.state[KEY]).toMatchObject({ secret: expect.stringMatching(/./u), disable_wait_for_ready: false });
  expect(await world.plan(key())).toMatchObject({ changes: {}, requests: { [thing]: [read] } });

  const described = await world.apply(key({ description: "reads" }));
  expect(described.requests[thing]).toEqual([
    read,
    [`PATCH /iam/v2/api-keys/${id}`, { spec: { description: "reads" } }],
    read,
  ]);
  const waits = await world.apply(key({ description: "reads", disable_wait_for_ready: true }));
  expect(waits.requests[thing]).toEqual([read, read]);
  for (const more of [
    { owner: { ...owner, id: "sa-other" } },
    { managed_resource: { ...resource, id: "lkc-dr" } },
    { managed_resource: { ...resource, environment: { id: "env-other" } } },
    { managed_resource: { id: "lkc-jump", kind: "Cluster", api_version: "cmk/v2" } },
  ]) {
    expect((await world.plan(key(more))).changes, JSON.stringify(more)).toEqual({ [KEY]: "replace" });
  }
  const destroyed = await world.destroy(key());
  expect(destroyed.requests[thing]).toEqual([read, `DELETE /iam/v2/api-keys/${id}`]);
});

scenario("API keys that nobody waits for, and one that never works", async (world) => {
  const base = account({ display_name: "app" }).resource!;
  const owner = { id: "${confluent_service_account.app.id}", kind: "ServiceAccount", api_version: "iam/v2" };
  const resource = { id: "lkc-jump", kind: "Cluster", api_version: "cmk/v2", environment: { id: "env-existing" } };
  const key = (more: object = {}): Configuration => ({
    resource: { ...base, confluent_api_key: { app: { owner, managed_resource: resource, ...more } } },
  });
  await world.apply({ resource: base });
  await world.emulator.faults.cluster("lkc-jump", "refused");
  const lost = await world.apply(key());
  expect(lost.errors).toEqual([expect.stringContaining("connection refused")]);
  expect(lost.writes).toEqual(["cloud POST /iam/v2/api-keys"]);
  expect(Object.keys(lost.state)).toEqual([ACCOUNT]);

  const quick = await world.apply(key({ disable_wait_for_ready: true }));
  expect(quick.requests["cloud /iam/v2/api-keys"]).toHaveLength(2);
  expect(quick.requests).not.toHaveProperty("cloud /cmk/v2/clusters");
  expect(quick.state[KEY]).toMatchObject({ disable_wait_for_ready: true, secret: expect.stringMatching(/./u) });

  const { id } = quick.state[KEY] as { id: string };
  world.forget();
  const adopted = { ...key({ disable_wait_for_ready: true }), import: [{ to: KEY, id: `env-existing/${id}` }] };
  expect((await world.planWith({}, adopted)).errors).toEqual([expect.stringContaining("API_KEY_SECRET")]);
});

scenario("a Cloud API key", async (world) => {
  const base = account({ display_name: "app" }).resource!;
  const owner = { id: "${confluent_service_account.app.id}", kind: "ServiceAccount", api_version: "iam/v2" };
  const cloud = { resource: { ...base, confluent_api_key: { app: { display_name: "app", owner } } } };
  const admin = {
    admin: {
      principal: "User:${confluent_service_account.app.id}",
      role_name: "OrganizationAdmin",
      crn_pattern: `crn://confluent.cloud/organization=${world.emulator.cloud.state.organizationId}`,
      disable_wait_for_ready: true,
    },
  };
  const rights: Configuration = {
    resource: {
      ...base,
      confluent_role_binding: admin,
      confluent_api_key: { app: { ...cloud.resource.confluent_api_key.app, depends_on: [BINDING] } },
    },
  };
  const created = await world.apply(rights);
  expect(created.errors).toEqual([]);
  expect(created.requests["cloud /org/v2/environments"]).toEqual(["GET /org/v2/environments"]);
  expect(created.state[KEY]).toMatchObject({ managed_resource: [] });
  expect((await world.plan(rights)).changes).toEqual({});
});
