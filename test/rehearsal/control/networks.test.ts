import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Served, type Ask, type Reply } from "./served";
import { ENVIRONMENT, twoClusters } from "./two-clusters";

const MINUTE = 60_000;
const SUBSCRIPTION = "11111111-aaaa-bbbb-cccc-222222222222";
const NETWORKS = "/networking/v1/networks";
const ACCESSES = "/networking/v1/private-link-accesses";

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

const refused = ({ status, body }: Reply): string => `${status} ${body.errors[0].code}: ${body.errors[0].detail}`;

const ask = async (cloud: string, region: string, more: object = {}): Promise<Reply> =>
  admin("POST", NETWORKS, {
    spec: {
      display_name: "primary",
      cloud,
      region,
      connection_types: ["PRIVATELINK"],
      dns_config: { resolution: "PRIVATE" },
      environment: { id: "env-a" },
      ...more,
    },
  });

async function ready(cloud: string, region: string, more: object = {}): Promise<Reply["body"]> {
  const { status, body } = await ask(cloud, region, more);
  expect(status).toBe(202);
  served.clock.advance(15 * MINUTE);
  return (await admin("GET", `${NETWORKS}/${body.id}?environment=env-a`)).body;
}

const letIn = async (networkId: string, cloud: object, more: object = {}): Promise<Reply> =>
  admin("POST", ACCESSES, {
    spec: { display_name: "one", cloud, network: { id: networkId }, environment: { id: "env-a" }, ...more },
  });

const azure = (subscription = SUBSCRIPTION): object => ({ kind: "AzurePrivateLinkAccess", subscription });

describe("networks", () => {
  it("in Azure come up with a domain, and an alias and a subdomain for each zone", async () => {
    expect((await ask("AZURE", "italynorth")).body.status.phase).toBe("PROVISIONING");
    const { id, metadata, spec, status } = await ready("AZURE", "westeurope");
    const domain = `dom${id.slice(2)}.westeurope.azure.confluent.cloud`;
    expect(metadata.resource_name).toBe(`${ENVIRONMENT}/network=${id}`);
    expect(spec).toMatchObject({ cloud: "AZURE", dns_config: { resolution: "PRIVATE" }, environment: { id: "env-a" } });
    expect(status).toMatchObject({
      phase: "READY",
      dns_domain: domain,
      zonal_subdomains: { 1: `az1.${domain}`, 2: `az2.${domain}`, 3: `az3.${domain}` },
      cloud: { kind: "networking.v1.AzureNetwork" },
    });
    const aliases: Record<string, string> = status.cloud.private_link_service_aliases;
    expect(Object.keys(aliases)).toEqual(["1", "2", "3"]);
    expect(new Set(Object.values(aliases)).size).toBe(3);
    expect(aliases["2"]).toMatch(/^s-\w{5}-privatelink-2\.[\da-f-]{36}\.westeurope\.azure\.privatelinkservice$/u);
  });

  it("in Google Cloud have the zones that were asked for, and a service attachment in each", async () => {
    const zones = ["europe-west8-a", "europe-west8-b", "europe-west8-c"];
    const { spec, status } = await ready("GCP", "europe-west8", { zones });
    expect(spec.zones).toEqual(zones);
    expect(Object.keys(status.zonal_subdomains)).toEqual(zones);
    expect(status.cloud.private_service_connect_service_attachments["europe-west8-b"]).toMatch(
      /^projects\/[\w-]+\/regions\/europe-west8\/serviceAttachments\/[\w-]+-europe-west8-b$/u,
    );
  });

  it("in AWS have an endpoint service", async () => {
    const { status } = await ready("AWS", "eu-central-1");
    expect(status.cloud.private_link_endpoint_service).toMatch(/^com\.amazonaws\.vpce\.eu-central-1\.vpce-svc-\w+$/u);
  });

  it("are listed by environment, renamed and deleted", async () => {
    const { id } = await ready("AZURE", "westeurope");
    const { body } = await admin("GET", `${NETWORKS}?environment=env-a`);
    expect(body.kind).toBe("NetworkList");
    expect(body.data.map((each: { id: string }) => each.id)).toEqual([id]);
    expect((await admin("GET", `${NETWORKS}?environment=env-b`)).body.data ?? []).toEqual([]);
    const change = { spec: { display_name: "other", environment: { id: "env-a" } } };
    expect((await admin("PATCH", `${NETWORKS}/${id}`, change)).body.spec.display_name).toBe("other");
    expect((await admin("DELETE", `${NETWORKS}/${id}?environment=env-a`)).status).toBe(204);
    expect(refused(await admin("GET", `${NETWORKS}/${id}?environment=env-a`))).toContain("404 resource_not_found");
  });

  it.each<[string, string, object, string]>([
    ["MOON", "x", {}, "400 invalid_request: MOON is no cloud"],
    ["AZURE", "x", { connection_types: ["PEERING"] }, "501 not_emulated"],
    ["AZURE", "x", { connection_types: ["WIRE"] }, "400 invalid_request: WIRE is no connection type"],
    ["AZURE", "x", { connection_types: [] }, "400 invalid_request: a network has connection types"],
    ["AZURE", "x", { zones: ["1", "2", "3"] }, "400 invalid_request: the zones of a network on AZURE"],
    ["GCP", "a", { zones: ["a-a", "a-b"] }, "400 invalid_request: a network has 3 zones"],
    ["GCP", "a", { zones: ["a-a", "a-b", "b-c"] }, "400 invalid_request: b-c is no zone of a"],
    ["AZURE", "x", { dns_config: { resolution: "LOUD" } }, "400 invalid_request: LOUD is no DNS resolution"],
    ["AZURE", "x", { cidr: "10.1.0.0/16" }, "400 invalid_request: a network for private links has no address ranges"],
    ["AZURE", "x", { environment: { id: "env-none" } }, "403 forbidden_access"],
  ])("on %s in %s with %j are refused", async (cloud, region, more, expected) => {
    expect(refused(await ask(cloud, region, more))).toContain(expected);
  });
});

describe("private link accesses", () => {
  it("are READY after a minute, listed by network, renamed, and gone after a while", async () => {
    const { id: networkId } = await ready("AZURE", "westeurope");
    const { status, body } = await letIn(networkId, azure());
    expect([status, body.status.phase]).toEqual([202, "PROVISIONING"]);
    expect(body.spec).toMatchObject({
      display_name: "one",
      cloud: { kind: "networking.v1.AzurePrivateLinkAccess", subscription: SUBSCRIPTION },
      network: { id: networkId },
    });
    const path = `${ACCESSES}/${body.id}?environment=env-a`;
    served.clock.advance(MINUTE);
    expect((await admin("GET", path)).body.status.phase).toBe("READY");
    const listed = await admin("GET", `${ACCESSES}?environment=env-a&spec.network=${networkId}`);
    expect(listed.body.data.map((each: { id: string }) => each.id)).toEqual([body.id]);
    expect((await admin("GET", `${ACCESSES}?environment=env-a&spec.network=n-none`)).body.data ?? []).toEqual([]);
    const change = { spec: { display_name: "two", environment: { id: "env-a" } } };
    expect((await admin("PATCH", `${ACCESSES}/${body.id}`, change)).body.spec.display_name).toBe("two");
    expect((await admin("DELETE", path)).status).toBe(204);
    expect((await admin("GET", path)).body.status.phase).toBe("DEPROVISIONING");
    served.clock.advance(MINUTE);
    expect(refused(await admin("GET", path))).toContain("404 resource_not_found");
  });

  it("hold their network", async () => {
    const { id } = await ready("AZURE", "westeurope");
    const { body } = await letIn(id, azure());
    const deletion = await admin("DELETE", `${NETWORKS}/${id}?environment=env-a`);
    expect(refused(deletion)).toContain(`400 invalid_request: ${id} still holds ${body.id}`);
  });

  it("are refused for what is not there, not ready, of another cloud, of no form, or there already", async () => {
    const { id } = (await ask("AZURE", "westeurope")).body;
    expect(refused(await letIn("n-none", azure()))).toContain("n-none does not exist");
    expect(refused(await letIn(id, azure()))).toContain("is not READY yet");
    served.clock.advance(15 * MINUTE);
    const project = { kind: "networking.v1.GcpPrivateServiceConnectAccess", project: "my-project" };
    expect(refused(await letIn(id, project))).toContain("is on AZURE, and the access for GCP");
    expect(refused(await letIn(id, azure("my-project")))).toContain("an Azure subscription is a UUID");
    expect((await letIn(id, azure())).status).toBe(202);
    expect(refused(await letIn(id, azure()))).toContain("409 conflict");
    const { id: inAws } = await ready("AWS", "eu-central-1");
    expect(refused(await letIn(inAws, { kind: "AwsPrivateLinkAccess", account: "1" }))).toContain("12 digits");
  });
});

describe("clusters on a network", () => {
  const cluster = async (networkId: string, more: object = {}): Promise<Reply> =>
    admin("POST", "/cmk/v2/clusters", {
      spec: {
        display_name: "on-network",
        availability: "SINGLE_ZONE",
        cloud: "AZURE",
        region: "westeurope",
        config: { kind: "Dedicated", cku: 1 },
        environment: { id: "env-a" },
        network: { id: networkId },
        ...more,
      },
    });

  it("are found under its domain, and hold it", async () => {
    const { id: networkId, status } = await ready("AZURE", "westeurope");
    const { body } = await cluster(networkId);
    served.clock.advance(30 * MINUTE);
    const { spec } = (await admin("GET", `/cmk/v2/clusters/${body.id}?environment=env-a`)).body;
    expect(spec.http_endpoint).toBe(`https://${body.id}.${status.dns_domain}:443`);
    expect(spec.kafka_bootstrap_endpoint).toBe(`SASL_SSL://${body.id}.${status.dns_domain}:9092`);
    expect(refused(await admin("DELETE", `${NETWORKS}/${networkId}?environment=env-a`))).toContain("still holds");
  });

  it("have a name of another form where public DNS leads to it", async () => {
    const { id } = await ready("AZURE", "westeurope", { dns_config: undefined });
    const { body } = await cluster(id);
    served.clock.advance(30 * MINUTE);
    const { spec } = (await admin("GET", `/cmk/v2/clusters/${body.id}?environment=env-a`)).body;
    expect(spec.http_endpoint).toBe(`https://${body.id}-${id.slice(2)}.westeurope.azure.glb.confluent.cloud:443`);
  });

  it("are refused elsewhere, before it is READY, and of another kind", async () => {
    const { id } = (await ask("AZURE", "westeurope")).body;
    expect(refused(await cluster(id))).toContain("is not READY yet");
    served.clock.advance(15 * MINUTE);
    expect(refused(await cluster(id, { region: "italynorth" }))).toContain("is in westeurope on AZURE, not in");
    expect(refused(await cluster("n-none"))).toContain("n-none does not exist in env-a");
    expect(refused(await cluster(id, { config: { kind: "Standard" } }))).toContain("a Standard cluster has no network");
  });
});
