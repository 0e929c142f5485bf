import { expect } from "vitest";
import { scenario } from "./scenario";
import type { Blocks, Configuration } from "./world";

const ENVIRONMENT = { id: "env-existing" };
const NETWORK = "confluent_network.made";
const ACCESS = "confluent_private_link_access.made";
const CLUSTER = "confluent_kafka_cluster.made";
const NETWORKS = "cloud /networking/v1/networks";
const ACCESSES = "cloud /networking/v1/private-link-accesses";
const CLUSTERS = "cloud /cmk/v2/clusters";
const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
/** What the provider's SDK makes of the id of another object. */
const reference = (id: string): object => ({ id, related: "", resource_name: "" });

const azure = (more: object = {}): Blocks => ({
  confluent_network: {
    made: {
      display_name: "dr",
      cloud: "AZURE",
      region: "italynorth",
      connection_types: ["PRIVATELINK"],
      dns_config: { resolution: "PRIVATE" },
      environment: ENVIRONMENT,
      ...more,
    },
  },
});

const access = (more: object = { azure: { subscription: SUBSCRIPTION } }): Blocks => ({
  confluent_private_link_access: {
    made: {
      display_name: "dr-access",
      environment: ENVIRONMENT,
      network: { id: "${confluent_network.made.id}" },
      ...more,
    },
  },
});

const cluster = (more: object = {}): Blocks => ({
  confluent_kafka_cluster: {
    made: {
      display_name: "dr",
      availability: "SINGLE_ZONE",
      cloud: "${confluent_network.made.cloud}",
      region: "${confluent_network.made.region}",
      dedicated: { cku: 1 },
      environment: ENVIRONMENT,
      network: { id: "${confluent_network.made.id}" },
      ...more,
    },
  },
});

const only = (...blocks: readonly Blocks[]): Configuration => ({ resource: Object.assign({}, ...blocks) as Blocks });

scenario("a network's life on Azure", async (world) => {
  const created = await world.apply(only(azure()));
  expect(created.errors).toEqual([]);
  const state = created.state[NETWORK] as Record<string, unknown> & { id: string; dns_domain: string };
  const { id, dns_domain: domain } = state;
  const read = `GET /networking/v1/networks/${id}?environment=env-existing`;
  expect(created.requests[NETWORKS]?.[0]).toEqual([
    "POST /networking/v1/networks",
    {
      spec: {
        display_name: "dr",
        cloud: "AZURE",
        region: "italynorth",
        connection_types: ["PRIVATELINK"],
        dns_config: { resolution: "PRIVATE" },
        environment: reference("env-existing"),
      },
    },
  ]);
  expect(new Set(created.requests[NETWORKS]!.slice(1))).toEqual(new Set([read]));
  expect(id).toMatch(/^n-[a-z0-9]{6}$/u);
  expect(domain).toBe(`dom${id.slice(2)}.italynorth.azure.confluent.cloud`);
  expect(state).toMatchObject({
    zones: ["1", "2", "3"],
    zonal_subdomains: { "1": `az1.${domain}`, "2": `az2.${domain}`, "3": `az3.${domain}` },
    endpoint_suffix: `.${domain}`,
    dns_config: [{ resolution: "PRIVATE" }],
    zone_info: [],
    azure: [
      {
        private_link_service_aliases: {
          "1": expect.stringMatching(/^s-\w{5}-privatelink-1\.[-\da-f]{36}\.italynorth\.azure\.privatelinkservice$/u),
          "2": expect.stringContaining("-privatelink-2."),
          "3": expect.stringContaining("-privatelink-3."),
        },
      },
    ],
  });
  expect(await world.plan(only(azure()))).toMatchObject({ changes: {}, requests: { [NETWORKS]: [read] } });
  for (const same of [{ dns_config: [] }, { display_name: null }, { zones: ["3", "1", "2"] }]) {
    expect((await world.plan(only(azure(same)))).changes, JSON.stringify(same)).toEqual({});
  }
  const renamed = await world.apply(only(azure({ display_name: "renamed" })));
  expect(renamed.changes).toEqual({ [NETWORK]: "update" });
  expect(renamed.requests[NETWORKS]).toEqual([
    read,
    [
      `PATCH /networking/v1/networks/${id}`,
      { spec: { display_name: "renamed", environment: reference("env-existing") } },
    ],
    read,
  ]);
  for (const more of [
    { cloud: "GCP" },
    { region: "westeurope" },
    { connection_types: ["PEERING"] },
    { cidr: "10.0.0.0/16" },
    { reserved_cidr: "10.0.0.0/24" },
    { zones: ["1", "2", "4"] },
    { dns_config: { resolution: "CHASED_PRIVATE" } },
    { environment: { id: "env-other" } },
  ]) {
    expect((await world.plan(only(azure({ display_name: "renamed", ...more })))).changes, JSON.stringify(more)).toEqual(
      { [NETWORK]: "replace" },
    );
  }
  world.forget();
  const adopted = await world.apply({
    ...only(azure({ display_name: "renamed" })),
    import: [{ to: NETWORK, id: `env-existing/${id}` }],
  });
  expect(adopted).toMatchObject({ errors: [], writes: [], requests: { [NETWORKS]: [read, read] } });
  const destroyed = await world.destroy(only(azure({ display_name: "renamed" })));
  expect(destroyed).toMatchObject({
    errors: [],
    requests: { [NETWORKS]: [read, `DELETE /networking/v1/networks/${id}?environment=env-existing`] },
  });
});

scenario("networks on AWS and GCP, with zones of one's own and with chosen ones", async (world) => {
  const networks = only({
    confluent_network: {
      aws: {
        display_name: "aws",
        cloud: "AWS",
        region: "us-east-2",
        connection_types: ["PRIVATELINK"],
        zones: ["use2-az3", "use2-az1", "use2-az2"],
        environment: ENVIRONMENT,
      },
    },
  });
  const aws = await world.apply(networks);
  expect(aws.errors).toEqual([]);
  const amazon = aws.state["confluent_network.aws"] as { id: string };
  const domain = `${amazon.id.slice(2)}.us-east-2.aws.confluent.cloud`;
  expect(amazon).toMatchObject({
    dns_domain: domain,
    endpoint_suffix: `-${amazon.id.slice(2)}.us-east-2.aws.glb.confluent.cloud`,
    dns_config: [{ resolution: "CHASED_PRIVATE" }],
    zones: ["use2-az3", "use2-az1", "use2-az2"],
    zonal_subdomains: { "use2-az1": `use2-az1.${domain}` },
    aws: [
      {
        vpc: expect.stringMatching(/^vpc-0[\da-f]{16}$/u),
        account: expect.stringMatching(/^\d{12}$/u),
        private_link_endpoint_service: expect.stringMatching(
          /^com\.amazonaws\.vpce\.us-east-2\.vpce-svc-0[\da-f]{16}$/u,
        ),
      },
    ],
  });
  expect((await world.plan(networks)).changes).toEqual({});
  const google = only({
    confluent_network: {
      gcp: {
        cloud: "GCP",
        region: "europe-west3",
        connection_types: ["PRIVATELINK"],
        dns_config: { resolution: "PRIVATE" },
        environment: ENVIRONMENT,
      },
    },
  });
  const gcp = await world.apply({
    resource: {
      confluent_network: { ...networks.resource!["confluent_network"], ...google.resource!["confluent_network"] },
    },
  });
  expect(gcp.errors).toEqual([]);
  expect(gcp.state["confluent_network.gcp"]).toMatchObject({
    display_name: "",
    zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
    gcp: [
      {
        project: expect.stringMatching(/^cc-/u),
        vpc_network: expect.stringMatching(/^s-/u),
        private_service_connect_service_attachments: {
          "europe-west3-b": expect.stringMatching(
            /^projects\/cc-\w+\/regions\/europe-west3\/serviceAttachments\/s-\w+-service-attachment-europe-west3-b$/u,
          ),
        },
      },
    ],
  });
});

scenario("the life of accesses to a network", async (world) => {
  const created = await world.apply(only(azure(), access()));
  expect(created.errors).toEqual([]);
  const { id } = created.state[ACCESS] as { id: string };
  const { id: networkId } = created.state[NETWORK] as { id: string };
  const read = `GET /networking/v1/private-link-accesses/${id}?environment=env-existing`;
  expect(created.requests[ACCESSES]?.[0]).toEqual([
    "POST /networking/v1/private-link-accesses",
    {
      spec: {
        display_name: "dr-access",
        cloud: { kind: "AzurePrivateLinkAccess", subscription: SUBSCRIPTION },
        environment: reference("env-existing"),
        network: reference(networkId),
      },
    },
  ]);
  expect(new Set(created.requests[ACCESSES]!.slice(1))).toEqual(new Set([read]));
  expect(created.state[ACCESS]).toMatchObject({
    azure: [{ subscription: SUBSCRIPTION }],
    aws: [],
    gcp: [],
    network: [{ id: networkId }],
  });
  expect(await world.plan(only(azure(), access()))).toMatchObject({ changes: {}, requests: { [ACCESSES]: [read] } });

  const renamed = await world.apply(
    only(azure(), access({ display_name: "other", azure: { subscription: SUBSCRIPTION } })),
  );
  expect(renamed.requests[ACCESSES]).toEqual([
    read,
    [
      `PATCH /networking/v1/private-link-accesses/${id}`,
      { spec: { display_name: "other", environment: reference("env-existing") } },
    ],
    read,
  ]);
  for (const more of [
    { azure: { subscription: "99999999-2222-3333-4444-555555555555" } },
    { gcp: { project: "p" } },
    { azure: { subscription: SUBSCRIPTION }, network: { id: "n-other0" } },
    { azure: { subscription: SUBSCRIPTION }, environment: { id: "env-other" } },
  ]) {
    const planned = await world.plan(only(azure(), access({ display_name: "other", ...more })));
    expect(planned.changes, JSON.stringify(more)).toEqual({ [ACCESS]: "replace" });
  }
  world.forget();
  const both = only(azure(), access({ display_name: "other", azure: { subscription: SUBSCRIPTION } }));
  const adopted = await world.apply({
    ...both,
    import: [
      { to: NETWORK, id: `env-existing/${networkId}` },
      { to: ACCESS, id: `env-existing/${id}` },
    ],
  });
  expect(adopted).toMatchObject({ errors: [], writes: [], requests: { [ACCESSES]: [read, read] } });
  const destroyed = await world.destroy(both);
  expect(destroyed.errors).toEqual([]);
  expect(destroyed.writes).toEqual([
    `cloud DELETE /networking/v1/private-link-accesses/${id}?environment=env-existing`,
    `cloud DELETE /networking/v1/networks/${networkId}?environment=env-existing`,
  ]);
  expect(destroyed.requests[ACCESSES]!.slice(0, 3)).toEqual([
    read,
    `DELETE /networking/v1/private-link-accesses/${id}?environment=env-existing`,
    read,
  ]);
});

scenario("accesses for AWS and GCP", async (world) => {
  const network = (cloud: string, region: string): object => ({
    cloud,
    region,
    connection_types: ["PRIVATELINK"],
    environment: ENVIRONMENT,
  });
  const aws = {
    ...{ confluent_network: { made: network("AWS", "us-east-1") } },
    ...access({ aws: { account: "012345678901" } }),
  };
  const first = await world.apply(only(aws));
  expect(first.errors).toEqual([]);
  expect(first.requests[ACCESSES]?.[0]).toMatchObject([
    "POST /networking/v1/private-link-accesses",
    { spec: { cloud: { kind: "AwsPrivateLinkAccess", account: "012345678901" } } },
  ]);
  expect(first.state[ACCESS]).toMatchObject({ aws: [{ account: "012345678901" }], azure: [] });
  await world.destroy(only(aws));
  const gcp = {
    ...{ confluent_network: { made: network("GCP", "us-east1") } },
    ...access({ gcp: { project: "my-project" } }),
  };
  const second = await world.apply(only(gcp));
  expect(second.requests[ACCESSES]?.[0]).toMatchObject([
    "POST /networking/v1/private-link-accesses",
    { spec: { cloud: { kind: "GcpPrivateServiceConnectAccess", project: "my-project" } } },
  ]);
  expect(second.state[ACCESS]).toMatchObject({ gcp: [{ project: "my-project" }] });
  expect((await world.plan(only(gcp))).changes).toEqual({});
});

scenario("networks and accesses that are only looked up", async (world) => {
  await world.apply(only(azure(), access()));
  const [id = ""] = world.emulator.cloud.state.networks.keys();
  const [accessId = ""] = world.emulator.cloud.state.privateLinkAccesses.keys();
  world.forget();
  const data = (type: string, more: object): Configuration => ({
    data: { [type]: { found: { environment: ENVIRONMENT, ...more } } },
  });
  const byId = await world.apply(data("confluent_network", { id }));
  expect(byId.requests).toEqual({ [NETWORKS]: [`GET /networking/v1/networks/${id}?environment=env-existing`] });
  expect(byId.state["data.confluent_network.found"]).toMatchObject({ display_name: "dr", zones: ["1", "2", "3"] });
  const byName = await world.apply(data("confluent_network", { display_name: "dr" }));
  expect(byName.requests).toEqual({
    [NETWORKS]: ["GET /networking/v1/networks?environment=env-existing&page_size=99"],
  });
  expect(byName.state["data.confluent_network.found"]).toMatchObject({ id });
  const accessById = await world.apply(data("confluent_private_link_access", { id: accessId }));
  expect(accessById.requests).toEqual({
    [ACCESSES]: [`GET /networking/v1/private-link-accesses/${accessId}?environment=env-existing`],
  });
  const accessByName = await world.apply(data("confluent_private_link_access", { display_name: "dr-access" }));
  expect(accessByName.state["data.confluent_private_link_access.found"]).toMatchObject({
    id: accessId,
    azure: [{ subscription: SUBSCRIPTION }],
    network: [{ id }],
  });
  for (const type of ["confluent_network", "confluent_private_link_access"]) {
    expect((await world.plan(data(type, { display_name: "nobody" }))).errors).toEqual([
      expect.stringMatching(/with "display_name"="nobody" was (not )?found/u),
    ]);
    expect((await world.plan(data(type, { id: "n-none00" }))).errors).toEqual([
      expect.stringMatching(/404 Not Found/u),
    ]);
    expect((await world.validate(data(type, { id, display_name: "dr" }))).errors[0]).toContain(
      "Invalid combination of arguments",
    );
  }
});

scenario("a private cluster on a network, with its access and a key", async (world) => {
  const key = {
    confluent_service_account: { made: { display_name: "linking" } },
    confluent_role_binding: {
      made: {
        principal: "User:${confluent_service_account.made.id}",
        role_name: "CloudClusterAdmin",
        crn_pattern: "${confluent_kafka_cluster.made.rbac_crn}",
      },
    },
    confluent_api_key: {
      made: {
        display_name: "linking",
        owner: { id: "${confluent_service_account.made.id}", api_version: "iam/v2", kind: "ServiceAccount" },
        managed_resource: {
          id: "${confluent_kafka_cluster.made.id}",
          api_version: "${confluent_kafka_cluster.made.api_version}",
          kind: "${confluent_kafka_cluster.made.kind}",
          environment: ENVIRONMENT,
        },
        depends_on: ["confluent_role_binding.made"],
      },
    },
  };
  const all = only(azure(), access(), cluster({ depends_on: [ACCESS], deletion_protection: true }), key);
  const created = await world.apply(all);
  expect(created.errors).toEqual([]);
  const { id: networkId } = created.state[NETWORK] as { id: string };
  const { id } = created.state[CLUSTER] as { id: string };
  expect(created.requests[CLUSTERS]?.[0]).toEqual([
    "POST /cmk/v2/clusters",
    {
      spec: {
        display_name: "dr",
        availability: "SINGLE_ZONE",
        cloud: "AZURE",
        region: "italynorth",
        config: { kind: "Dedicated", cku: 1, release_priority: "REGULAR" },
        deletion_protection: true,
        environment: reference("env-existing"),
        network: reference(networkId),
      },
    },
  ]);
  expect(created.writes.map((line) => line.replace(/^cloud /u, ""))).toEqual(
    expect.arrayContaining(["POST /networking/v1/networks", "POST /cmk/v2/clusters"]),
  );
  const order = created.writes.filter((line) => !line.includes("service-accounts"));
  expect(order).toEqual([
    "cloud POST /networking/v1/networks",
    "cloud POST /networking/v1/private-link-accesses",
    "cloud POST /cmk/v2/clusters",
    "cloud POST /iam/v2/role-bindings",
    "cloud POST /iam/v2/api-keys",
  ]);
  expect(created.state[CLUSTER]).toMatchObject({
    network: [{ id: networkId }],
    deletion_protection: true,
    endpoints: [{ access_point_id: "PRIVATE_LINK", connection_type: "PRIVATELINK" }],
  });
  expect(created.requests[`${id} topic *`]).toEqual(["GET /topics", "GET /topics"]);
  expect((await world.plan(all)).changes).toEqual({});

  const guarded = await world.destroy(all);
  expect(guarded.errors).toEqual([expect.stringMatching(/error deleting Kafka Cluster "lkc-\w+": 409 Conflict/u)]);
  expect(Object.keys(guarded.state)).toEqual([NETWORK, CLUSTER, ACCESS].sort());

  const open = only(azure(), access(), cluster({ depends_on: [ACCESS], deletion_protection: false }));
  const opened = await world.apply(open);
  expect(opened.requests[CLUSTERS]).toContainEqual([
    `PATCH /cmk/v2/clusters/${id}`,
    { spec: { deletion_protection: false, environment: reference("env-existing") } },
  ]);
  for (const more of [{ network: { id: "n-other0" } }, { region: "westeurope" }]) {
    const planned = await world.plan(only(azure(), access(), cluster({ ...more, deletion_protection: false })));
    expect(planned.changes).toEqual({ [CLUSTER]: "replace" });
  }
  const without = await world.plan(only(azure(), access(), cluster({ network: [], deletion_protection: false })));
  expect(without.changes).toEqual({});
  expect((await world.destroy(open)).errors).toEqual([]);
  expect([...world.emulator.cloud.state.networks.keys()]).toEqual([]);
});

scenario("networks, accesses and clusters that are refused", async (world) => {
  const said = async (configuration: Configuration): Promise<string> =>
    (await world.apply(configuration)).errors.join();
  expect(await said(only(azure({ zones: ["1", "2", "3"] })))).toMatch(/zones can only|"zones" can only/u);
  expect(await said(only(azure({ connection_types: ["CABLE"] })))).toMatch(
    /expected .*one of .*PRIVATELINK.*got CABLE/u,
  );
  expect(await said(only(azure({ dns_config: { resolution: "PUBLIC" } })))).toContain("400 Bad Request: PUBLIC");
  const foreign = { cloud: "GCP", zones: ["us-east1-a", "us-east1-b", "us-east1-c"] };
  expect(await said(only(azure(foreign)))).toContain("400 Bad Request: us-east1-a is no zone of italynorth");
  expect(await said(only(azure({ environment: { id: "env-none" } })))).toContain("403 Forbidden");
  expect((await world.destroy(only(azure()))).errors).toEqual([]);

  expect(await said(only(azure(), access({ gcp: { project: "p" } })))).toMatch(/400 Bad Request: n-\w+ is on AZURE/u);
  expect(await said(only(azure(), access({ azure: { subscription: "s" } })))).toContain(
    "400 Bad Request: an Azure subscription is a UUID",
  );
  const elsewhere = only(azure(), cluster({ region: "westeurope" }));
  expect(await said(elsewhere)).toMatch(/400 Bad Request: n-\w+ is in italynorth on AZURE/u);
  expect(await said(only(azure(), cluster({ dedicated: [], standard: {} })))).toContain(
    "400 Bad Request: a Standard cluster has no network of its own",
  );
  expect(await said(only(azure(), access()))).toBe("");
  const [id = ""] = world.emulator.cloud.state.networks.keys();
  const second = {
    confluent_private_link_access: {
      ...access()["confluent_private_link_access"],
      more: { azure: { subscription: SUBSCRIPTION }, network: { id }, environment: ENVIRONMENT },
    },
  };
  expect(await said(only(azure(), second))).toContain("409 Conflict");
  world.forget();
  const held = await world.apply({ ...only(azure()), import: [{ to: NETWORK, id: `env-existing/${id}` }] });
  expect(held.errors).toEqual([]);
  expect((await world.destroy(only(azure()))).errors).toEqual([
    expect.stringMatching(/error deleting Network "n-\w+": 400 Bad Request: n-\w+ still holds pla-/u),
  ]);
});

scenario("what is wrong with networks and accesses before anything is asked", async (world) => {
  const wrong = async (configuration: Configuration): Promise<readonly string[]> =>
    (await world.validate(configuration)).errors;
  expect(await wrong(only(azure({ cloud: "OVH" })))).toEqual([expect.stringContaining("got OVH")]);
  expect(await wrong(only(azure({ region: "" })))).toEqual([expect.stringContaining("empty string")]);
  expect(await wrong(only(azure({ cidr: "10.0.0.0/20" })))).toEqual([
    expect.stringContaining("invalid value for cidr"),
  ]);
  expect(await wrong(only(azure({ reserved_cidr: "10.0.0.0/16" })))).toEqual([
    expect.stringContaining("invalid value for reserved_cidr"),
  ]);
  expect(await wrong(only(azure(), access({})))).not.toEqual([]);
  const two = await wrong(only(azure(), access({ azure: { subscription: "s" }, gcp: { project: "p" } })));
  expect(two[0]).toContain("Invalid combination of arguments");
  expect(await wrong(only(azure(), access({ aws: { account: "12" } })))).toEqual([
    expect.stringContaining("invalid value for aws.0.account"),
  ]);
  expect(await wrong(only(azure(), access({ azure: { subscription: "s" }, network: { id: "x" } })))).toEqual([
    expect.stringContaining("invalid value for network.0.id"),
  ]);
});
