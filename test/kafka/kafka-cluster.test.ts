import { DataConfluentKafkaCluster } from "@cdktf/provider-confluent/lib/data-confluent-kafka-cluster";
import { KafkaCluster as ClusterResource } from "@cdktf/provider-confluent/lib/kafka-cluster";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster, type KafkaClusterAttributes } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { UNKNOWN } from "../../lib/model/maybe";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { DR, JUMP, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";

const ATTRIBUTES: KafkaClusterAttributes = {
  name: "jump",
  id: "lkc-2222",
  access: "public",
  kind: "Dedicated",
  cloud: "AZURE",
  region: "westeurope",
  networkId: "n-abc123",
  restEndpoint: "https://pkc-1.westeurope.azure.confluent.cloud:443",
  bootstrapEndpoint: "SASL_SSL://pkc-1.westeurope.azure.confluent.cloud:9092",
};

/** The link that uses two clusters, as JSON. */
function linkBetween(ends: (stack: TerraformStack) => { source?: KafkaCluster; destination?: KafkaCluster }): {
  readonly link: Json;
  readonly stack: Json;
} {
  const { stacks } = synthToJson((app) => {
    const stack = stackWithProvider(app);
    new DestinationInitiatedLink(stack, "link", {
      linkName: "link",
      source: JUMP,
      sourceCredentials: ApiKey.fromVariables(stack, "source"),
      destination: DR,
      destinationCredentials: ApiKey.fromVariables(stack, "destination"),
      ...ends(stack),
    });
  });
  return { link: resources(stacks["stack"], "confluent_cluster_link")["link"], stack: stacks["stack"] };
}

describe("KafkaCluster.fromAttributes", () => {
  it("keeps every attribute as it is given and cannot be changed", () => {
    const cluster = KafkaCluster.fromAttributes(ATTRIBUTES);
    expect(cluster).toMatchObject(ATTRIBUTES);
    expect(cluster.model).toEqual({ ...ATTRIBUTES, identity: "lkc-2222" });
    expect(Object.isFrozen(cluster)).toBe(true);
    expect(Object.isFrozen(cluster.model)).toBe(true);
  });

  it("passes endpoints on exactly as they are given", () => {
    const { link } = linkBetween(() => ({
      source: KafkaCluster.fromAttributes(ATTRIBUTES),
      destination: KafkaCluster.fromAttributes({
        ...ATTRIBUTES,
        id: "lkc-9",
        restEndpoint: "http://127.0.0.1:8080/",
      }),
    }));
    expect(link.source_kafka_cluster).toMatchObject({
      id: "lkc-2222",
      bootstrap_endpoint: "SASL_SSL://pkc-1.westeurope.azure.confluent.cloud:9092",
    });
    expect(link.destination_kafka_cluster).toMatchObject({ id: "lkc-9", rest_endpoint: "http://127.0.0.1:8080/" });
  });

  it("takes tokens for everything but name, access and kind, and writes the same shape", () => {
    const { link } = linkBetween((stack) => {
      const token = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
      const source = KafkaCluster.fromAttributes({
        name: "jump",
        access: "public",
        kind: "Dedicated",
        id: token("id"),
        cloud: token("cloud") as "AZURE",
        region: token("region"),
        networkId: token("network"),
        restEndpoint: token("rest"),
        bootstrapEndpoint: token("bootstrap"),
      });
      const { cloud, region, networkId, restEndpoint, bootstrapEndpoint, id } = source.model;
      expect([cloud, region, networkId, restEndpoint, bootstrapEndpoint, id]).toEqual(Array(6).fill(UNKNOWN));
      return { source };
    });
    const { link: literal } = linkBetween(() => ({}));
    expect(link.source_kafka_cluster).toMatchObject({ id: "${var.id}", bootstrap_endpoint: "${var.bootstrap}" });
    expect(Object.keys(link.source_kafka_cluster)).toEqual(Object.keys(literal.source_kafka_cluster));
  });

  it("calls itself something else in messages where its name is a token", () => {
    const named = KafkaCluster.fromAttributes({ ...ATTRIBUTES, name: "${var.name}" });
    expect(named.model.name).toBe("a cluster whose name is a token");
    expect(named.name).toBe("${var.name}");
  });

  it("can do without what nobody needs", () => {
    const { name, id, access, kind } = ATTRIBUTES;
    expect(KafkaCluster.fromAttributes({ name, id, access, kind }).model).toEqual({
      name,
      id,
      access,
      kind,
      identity: id,
      cloud: undefined,
      region: undefined,
      networkId: undefined,
      restEndpoint: undefined,
      bootstrapEndpoint: undefined,
    });
  });

  it.each<[string, Partial<KafkaClusterAttributes>, string]>([
    ["an empty name", { name: " " }, "CL070"],
    ["an empty id", { id: "" }, "CL070"],
    ["an unknown cloud", { cloud: "azure" as "AZURE" }, "CL070"],
    ["a bootstrap endpoint for REST", { restEndpoint: "pkc-1.test:9092" }, "CL032"],
    ["a REST endpoint for bootstrap", { bootstrapEndpoint: "https://pkc-1.test:443" }, "CL032"],
    ["a REST endpoint without scheme", { restEndpoint: "pkc-1.test:443" }, "CL052"],
    ["a private Standard cluster", { access: "private", kind: "Standard" }, "CL061"],
  ])("refuses %s", (_, attributes, id) => {
    expect(refusal(() => KafkaCluster.fromAttributes({ ...ATTRIBUTES, ...attributes }))).toBe(id);
  });
});

describe("KafkaCluster.fromLookup", () => {
  const LOOKUP = {
    name: "jump",
    clusterId: "lkc-2222",
    environmentId: "env-1",
    access: "public",
    kind: "Dedicated",
  } as const;

  it("looks endpoints up and keeps the id", () => {
    const { link, stack } = linkBetween((scope) => ({ source: KafkaCluster.fromLookup(scope, "jump", LOOKUP) }));
    expect(stack.data.confluent_kafka_cluster.jump).toMatchObject({ id: "lkc-2222", environment: { id: "env-1" } });
    expect(stack.data.confluent_kafka_cluster.jump).not.toHaveProperty("provider");
    expect(link.source_kafka_cluster).toMatchObject({
      id: "lkc-2222",
      bootstrap_endpoint: "${data.confluent_kafka_cluster.jump.bootstrap_endpoint}",
    });
  });

  it("looks REST endpoints up where the cluster hosts the half", () => {
    const { link } = linkBetween((scope) => ({
      destination: KafkaCluster.fromLookup(scope, "dr", {
        ...LOOKUP,
        name: "dr",
        clusterId: "lkc-3",
        access: "public",
      }),
    }));
    expect(link.destination_kafka_cluster.rest_endpoint).toBe("${data.confluent_kafka_cluster.dr.rest_endpoint}");
  });

  it("tells rules what is stated beside it", () => {
    const scope = new TerraformStack(emptyApp(), "stack");
    const stated = { cloud: "GCP", region: "europe-west3", networkId: "n-1" } as const;
    expect(KafkaCluster.fromLookup(scope, "a", { ...LOOKUP, ...stated }).model).toMatchObject({
      ...stated,
      id: "lkc-2222",
      restEndpoint: UNKNOWN,
      bootstrapEndpoint: UNKNOWN,
    });
    expect(KafkaCluster.fromLookup(scope, "b", LOOKUP).model).toMatchObject({ cloud: undefined, region: undefined });
  });

  it("uses the provider it is given", () => {
    const { stack } = linkBetween((scope) => {
      const provider = new ConfluentProvider(scope, "other", { alias: "other" });
      return { source: KafkaCluster.fromLookup(scope, "jump", { ...LOOKUP, provider }) };
    });
    expect(stack.data.confluent_kafka_cluster.jump.provider).toBe("confluent.other");
  });
});

describe("KafkaCluster.fromResource", () => {
  const resource = (stack: TerraformStack): ClusterResource =>
    new ClusterResource(stack, "jump", {
      displayName: "jump",
      availability: "MULTI_ZONE",
      cloud: "AZURE",
      region: "westeurope",
      environment: { id: "env-1" },
      dedicated: { cku: 2 },
    });

  it("takes ids and endpoints from the resource", () => {
    const { link } = linkBetween((stack) => ({
      source: KafkaCluster.fromResource(resource(stack), { name: "jump", access: "public", kind: "Dedicated" }),
    }));
    expect(link.source_kafka_cluster).toMatchObject({
      id: "${confluent_kafka_cluster.jump.id}",
      bootstrap_endpoint: "${confluent_kafka_cluster.jump.bootstrap_endpoint}",
    });
  });

  it("takes REST endpoints from it where it hosts the half", () => {
    const { link } = linkBetween((stack) => ({
      destination: KafkaCluster.fromResource(resource(stack), {
        name: "jump",
        access: "private",
        kind: "Dedicated",
        networkId: "n-1",
      }),
      source: KafkaCluster.fromAttributes(ATTRIBUTES),
    }));
    expect(link.destination_kafka_cluster).toMatchObject({
      id: "${confluent_kafka_cluster.jump.id}",
      rest_endpoint: "${confluent_kafka_cluster.jump.rest_endpoint}",
    });
  });

  it("knows only what it is told, since the rest is a token", () => {
    const stack = new TerraformStack(emptyApp(), "stack");
    const options = { name: "jump", access: "public", kind: "Dedicated" } as const;
    const created = resource(stack);
    expect(KafkaCluster.fromResource(created, options).model).toMatchObject({
      id: UNKNOWN,
      cloud: UNKNOWN,
      region: UNKNOWN,
      networkId: undefined,
    });
    expect(
      KafkaCluster.fromResource(created, { ...options, cloud: "AZURE", region: "westeurope" }).model,
    ).toMatchObject({
      id: UNKNOWN,
      cloud: "AZURE",
      region: "westeurope",
    });
  });

  it("takes a generated data source too", () => {
    const { link } = linkBetween((stack) => ({
      source: KafkaCluster.fromResource(
        new DataConfluentKafkaCluster(stack, "jump", { id: "lkc-2222", environment: { id: "env-1" } }),
        { name: "jump", access: "public", kind: "Dedicated" },
      ),
    }));
    expect(link.source_kafka_cluster.bootstrap_endpoint).toBe(
      "${data.confluent_kafka_cluster.jump.bootstrap_endpoint}",
    );
  });
});
