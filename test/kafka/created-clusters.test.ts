import { TerraformOutput, TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { describe, expect, it } from "vitest";
import {
  ApiKey,
  AwsPrivateNetwork,
  AzurePrivateNetwork,
  DedicatedCluster,
  GcpPrivateNetwork,
  JumpPlacement,
  MirrorSet,
  SourceInitiatedLink,
} from "cdktf-cluster-linking";
import { resources, synthToJson, type Json, type Synthesis } from "../support/synth";

const SUBSCRIPTION = "11111111-aaaa-bbbb-cccc-222222222222";
const OTHER = "33333333-aaaa-bbbb-cccc-444444444444";
const PLACE = { environmentId: "env-1111", displayName: "linking-primary" };

function inStack(build: (stack: TerraformStack) => void): Synthesis & { readonly stack: Json } {
  const made = synthToJson((app: App) => {
    const stack = new TerraformStack(app, "platform");
    new ConfluentProvider(stack, "confluent");
    build(stack);
  });
  return { ...made, stack: made.stacks["platform"] };
}

const azure = (stack: TerraformStack, more: object = {}): AzurePrivateNetwork =>
  new AzurePrivateNetwork(stack, "network", {
    ...PLACE,
    region: "germanywestcentral",
    subscriptionIds: [SUBSCRIPTION, OTHER],
    ...more,
  });

const jumpOf = (stack: TerraformStack, more: object = {}): DedicatedCluster =>
  new DedicatedCluster(stack, "jump", {
    name: "JUMP",
    environmentId: "env-1111",
    ...JumpPlacement.besideDr({ cloud: "AZURE", region: "italynorth" }),
    cku: 2,
    ...more,
  });

describe("a private network", () => {
  it("in Azure is a network with private DNS, and an access for each subscription", () => {
    const { stack } = inStack(azure);
    expect(stack.resource.confluent_network.network).toMatchObject({
      display_name: "linking-primary",
      cloud: "AZURE",
      region: "germanywestcentral",
      connection_types: ["PRIVATELINK"],
      dns_config: { resolution: "PRIVATE" },
      environment: { id: "env-1111" },
      lifecycle: { prevent_destroy: true },
    });
    expect(stack.resource.confluent_network.network).not.toHaveProperty("zones");
    const accesses = Object.values<Json>(resources(stack, "confluent_private_link_access"));
    expect(accesses.map(({ azure: block, display_name }) => [display_name, block])).toEqual([
      ["linking-primary-1", { subscription: SUBSCRIPTION }],
      ["linking-primary-2", { subscription: OTHER }],
    ]);
    for (const access of accesses) {
      expect(access).toMatchObject({
        network: { id: "${confluent_network.network.id}" },
        environment: { id: "env-1111" },
        lifecycle: { prevent_destroy: true },
      });
    }
  });

  it("in Google Cloud has the project and the zones that were named", () => {
    const zones = ["europe-west8-a", "europe-west8-b", "europe-west8-c"];
    const { stack } = inStack(
      (scope) =>
        new GcpPrivateNetwork(scope, "network", {
          ...PLACE,
          region: "europe-west8",
          projectIds: ["my-project"],
          zones,
        }),
    );
    expect(stack.resource.confluent_network.network).toMatchObject({ cloud: "GCP", region: "europe-west8", zones });
    const [access] = Object.values<Json>(resources(stack, "confluent_private_link_access"));
    expect(access.gcp).toEqual({ project: "my-project" });
    expect(access).not.toHaveProperty("azure");
  });

  it("in AWS has the account", () => {
    const { stack } = inStack(
      (scope) =>
        new AwsPrivateNetwork(scope, "network", { ...PLACE, region: "eu-central-1", accountIds: ["012345678901"] }),
    );
    const [access] = Object.values<Json>(resources(stack, "confluent_private_link_access"));
    expect(access.aws).toEqual({ account: "012345678901" });
  });

  it("tells the other side what to connect to", () => {
    const { stack } = inStack((scope) => {
      const network = azure(scope);
      const gcp = new GcpPrivateNetwork(scope, "gcp", { ...PLACE, region: "europe-west8", projectIds: ["my-project"] });
      const aws = new AwsPrivateNetwork(scope, "aws", {
        ...PLACE,
        region: "eu-central-1",
        accountIds: ["012345678901"],
      });
      const told = {
        id: network.networkId,
        domain: network.dnsDomain,
        subdomains: network.zonalSubdomains,
        aliases: network.serviceAliases,
        attachments: gcp.serviceAttachments,
        service: aws.endpointService,
      };
      for (const [name, value] of Object.entries(told)) new TerraformOutput(scope, name, { value });
    });
    expect(Object.fromEntries(Object.entries<Json>(stack.output).map(([name, { value }]) => [name, value]))).toEqual({
      id: "${confluent_network.network.id}",
      domain: "${confluent_network.network.dns_domain}",
      subdomains: "${confluent_network.network.zonal_subdomains}",
      aliases: "${confluent_network.network.azure[0].private_link_service_aliases}",
      attachments: "${confluent_network.gcp.gcp[0].private_service_connect_service_attachments}",
      service: "${confluent_network.aws.aws[0].private_link_endpoint_service}",
    });
  });

  it("can be left to Terraform to destroy", () => {
    const { stack } = inStack((scope) => azure(scope, { preventDestroy: false }));
    for (const made of [
      stack.resource.confluent_network.network,
      ...Object.values<Json>(resources(stack, "confluent_private_link_access")),
    ]) {
      expect(made).not.toHaveProperty("lifecycle");
    }
  });
});

describe("a Dedicated cluster", () => {
  it("on a private network takes its place and waits for the accesses", () => {
    const { stack } = inStack((scope) => {
      new DedicatedCluster(scope, "primary", { name: "PRIMARY", network: azure(scope), cku: 2 });
    });
    const accesses = Object.keys(resources(stack, "confluent_private_link_access"));
    expect(stack.resource.confluent_kafka_cluster.primary).toMatchObject({
      display_name: "primary",
      availability: "MULTI_ZONE",
      cloud: "AZURE",
      region: "germanywestcentral",
      dedicated: { cku: 2 },
      environment: { id: "env-1111" },
      network: { id: "${confluent_network.network.id}" },
      deletion_protection: true,
      depends_on: accesses.map((name) => `confluent_private_link_access.${name}`),
      lifecycle: { prevent_destroy: true },
    });
    expect(accesses).toHaveLength(2);
  });

  it("without one is public", () => {
    const { stack } = inStack((scope) => void jumpOf(scope, { displayName: "jump-1", byokKeyId: "cck-1111" }));
    const made = stack.resource.confluent_kafka_cluster.jump;
    expect(made).toMatchObject({ display_name: "jump-1", region: "italynorth", byok_key: { id: "cck-1111" } });
    for (const name of ["network", "depends_on"]) expect(made).not.toHaveProperty(name);
  });

  it("makes its stack ask for a provider that has deletion protection", () => {
    const version = (more: object): string =>
      inStack((scope) => void jumpOf(scope, more)).stack.terraform.required_providers.confluent.version;
    expect(version({})).toBe("~> 2.77");
    expect(version({ deletionProtection: false })).toBe("~> 2.51");
  });

  it("has neither protection when both are switched off", () => {
    const { stack } = inStack((scope) => void jumpOf(scope, { deletionProtection: false, preventDestroy: false }));
    const made = stack.resource.confluent_kafka_cluster.jump;
    for (const name of ["deletion_protection", "lifecycle"]) expect(made).not.toHaveProperty(name);
  });

  it("is linked like any other: what uses it refers to it, and nothing of it is in the document", () => {
    const {
      stack,
      outdir: _,
      ...rest
    } = inStack((scope) => {
      const source = new DedicatedCluster(scope, "primary", { name: "PRIMARY", network: azure(scope), cku: 2 });
      const destination = jumpOf(scope);
      const key = (name: string, cluster: DedicatedCluster): ApiKey =>
        ApiKey.rotating(scope, name, { cluster, serviceAccountId: "sa-1", grantedElsewhere: true });
      const link = new SourceInitiatedLink(scope, "link", {
        linkName: "primary-to-jump",
        source,
        sourceCredentials: key("primary-key", source),
        destination,
        destinationCredentials: key("jump-key", destination),
        dialCredentials: key("dial-key", destination),
      });
      new MirrorSet(scope, "mirrors", { link, topics: ["orders"] });
    });
    const halves = Object.values<Json>(resources(stack, "confluent_cluster_link"));
    const waiting = halves.find(({ connection_mode }) => connection_mode === "INBOUND");
    expect(waiting.destination_kafka_cluster).toMatchObject({
      id: "${confluent_kafka_cluster.jump.id}",
      rest_endpoint: "${confluent_kafka_cluster.jump.rest_endpoint}",
    });
    expect(waiting.source_kafka_cluster).toEqual({
      id: "${confluent_kafka_cluster.primary.id}",
      bootstrap_endpoint: "${confluent_kafka_cluster.primary.bootstrap_endpoint}",
    });
    expect(Object.keys(rest.manifest.stacks)).toEqual(["platform"]);
  });
});
