import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformVariable, type App, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import type { HalfProtection } from "../../lib/link/half-resource";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { GroupFilter } from "../../lib/model/filters";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { resources, synthToJson, type Json } from "../support/synth";
import { DR, JUMP, PRIMARY, cluster, stackWithProvider } from "./clusters";

type Extras = HalfProtection & { readonly linkName?: string };

const key = (stack: TerraformStack, name: string): ApiKey => ApiKey.fromVariables(stack, name);

const sourceInitiated = (stack: TerraformStack, extras: Extras = {}): SourceInitiatedLink =>
  new SourceInitiatedLink(stack, "link", {
    linkName: "primary-to-jump",
    source: PRIMARY,
    sourceCredentials: key(stack, "primary"),
    destination: JUMP,
    destinationCredentials: key(stack, "jump"),
    dialCredentials: key(stack, "jump_dial"),
    ...extras,
  });

const destinationInitiated = (stack: TerraformStack, extras: Extras = {}): DestinationInitiatedLink =>
  new DestinationInitiatedLink(stack, "link", {
    linkName: "jump-to-dr",
    source: JUMP,
    sourceCredentials: key(stack, "jump"),
    destination: DR,
    destinationCredentials: key(stack, "dr"),
    ...extras,
  });

const PUBLIC_DR = cluster({ name: "dr", id: "lkc-3333", access: "public" });

const bothOutbound = (stack: TerraformStack, extras: Extras = {}): BidirectionalLink =>
  new BidirectionalLink(stack, "link", {
    linkName: "jump-dr",
    ends: [
      { cluster: JUMP, credentials: key(stack, "jump"), consumerOffsetSync: { groups: [GroupFilter.all()] } },
      { cluster: PUBLIC_DR, credentials: key(stack, "dr"), prefix: "jump." },
    ],
    ...extras,
  });

const oneInbound = (stack: TerraformStack, extras: Extras = {}): BidirectionalLink =>
  new BidirectionalLink(stack, "link", {
    linkName: "primary-jump",
    outbound: { cluster: PRIMARY, credentials: key(stack, "primary") },
    inbound: { cluster: JUMP, credentials: key(stack, "jump") },
    dialCredentials: key(stack, "jump_dial"),
    ...extras,
  });

const SHAPES: [string, (stack: TerraformStack, extras?: Extras) => unknown, number][] = [
  ["SourceInitiatedLink", sourceInitiated, 2],
  ["DestinationInitiatedLink", destinationInitiated, 1],
  ["BidirectionalLink, both outbound", bothOutbound, 2],
  ["BidirectionalLink, one inbound", oneInbound, 2],
];

/** The link resources of a stack by address. */
function halvesOf(build: (stack: TerraformStack, app: App) => unknown): Record<string, Json> {
  const { stacks } = synthToJson((app) => {
    build(stackWithProvider(app), app);
  });
  return resources(stacks["stack"], "confluent_cluster_link");
}

const withoutMetadata = ({ "//": _, ...rest }: Json): Json => rest;
const credentials = (name: string): Json => ({ key: `\${var.${name}_api_key}`, secret: `\${var.${name}_api_secret}` });
const SWITCHES = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.sync.enable": "false",
};

describe("SourceInitiatedLink", () => {
  it("makes two halves, of which the receiving one comes first and has the settings", () => {
    const halves = halvesOf((stack) => sourceInitiated(stack));
    expect(Object.keys(halves)).toEqual(["link_dialling_DEF39909", "link_receiving_DE6DD55A"]);
    expect(withoutMetadata(halves["link_receiving_DE6DD55A"])).toEqual({
      link_name: "primary-to-jump",
      link_mode: "DESTINATION",
      connection_mode: "INBOUND",
      source_kafka_cluster: { id: "lkc-1111", bootstrap_endpoint: "primary.example.test:9092" },
      destination_kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: credentials("jump"),
      },
      config: SWITCHES,
      lifecycle: { prevent_destroy: true },
    });
    expect(withoutMetadata(halves["link_dialling_DEF39909"])).toEqual({
      link_name: "primary-to-jump",
      link_mode: "SOURCE",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: {
        id: "lkc-1111",
        rest_endpoint: "https://primary.example.test:443",
        credentials: credentials("primary"),
      },
      destination_kafka_cluster: {
        id: "lkc-2222",
        bootstrap_endpoint: "jump.example.test:9092",
        credentials: credentials("jump_dial"),
      },
      depends_on: ["confluent_cluster_link.link_receiving_DE6DD55A"],
      lifecycle: { prevent_destroy: true },
    });
  });

  it("shows its parts", () => {
    const link = sourceInitiated(stackWithProvider(emptyApp()));
    expect(link.linkName).toBe("primary-to-jump");
    expect([link.source, link.destination]).toEqual([PRIMARY, JUMP]);
    expect(link.receivingHalf.resource.linkModeInput).toBe("DESTINATION");
    expect(link.diallingHalf.resource.linkModeInput).toBe("SOURCE");
    expect(link.direction).toBe(link.receivingHalf.direction);
  });
});

describe("DestinationInitiatedLink", () => {
  it("makes one link, hosted by the destination, which dials", () => {
    const halves = halvesOf((stack) => destinationInitiated(stack));
    expect(Object.keys(halves)).toEqual(["link"]);
    expect(withoutMetadata(halves["link"])).toEqual({
      link_name: "jump-to-dr",
      link_mode: "DESTINATION",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: {
        id: "lkc-2222",
        bootstrap_endpoint: "jump.example.test:9092",
        credentials: credentials("jump"),
      },
      destination_kafka_cluster: {
        id: "lkc-3333",
        rest_endpoint: "https://dr.example.test:443",
        credentials: credentials("dr"),
      },
      config: SWITCHES,
      lifecycle: { prevent_destroy: true },
    });
  });
});

describe("BidirectionalLink", () => {
  it("makes two halves that dial, each with the settings of what it receives", () => {
    const halves = halvesOf((stack) => bothOutbound(stack));
    expect(Object.keys(halves)).toEqual(["link_first_523381FE", "link_second_64DD1DC5"]);
    expect(withoutMetadata(halves["link_first_523381FE"])).toEqual({
      link_name: "jump-dr",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "OUTBOUND",
      local_kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: credentials("jump"),
      },
      remote_kafka_cluster: {
        id: "lkc-3333",
        bootstrap_endpoint: "dr.example.test:9092",
        credentials: credentials("dr"),
      },
      config: {
        ...SWITCHES,
        "consumer.offset.sync.enable": "true",
        "consumer.offset.sync.ms": "30000",
        "consumer.offset.group.filters":
          '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}',
      },
      lifecycle: { prevent_destroy: true },
    });
    expect(withoutMetadata(halves["link_second_64DD1DC5"])).toEqual({
      link_name: "jump-dr",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "OUTBOUND",
      local_kafka_cluster: {
        id: "lkc-3333",
        rest_endpoint: "https://dr.example.test:443",
        credentials: credentials("dr"),
      },
      remote_kafka_cluster: {
        id: "lkc-2222",
        bootstrap_endpoint: "jump.example.test:9092",
        credentials: credentials("jump"),
      },
      config: { ...SWITCHES, "cluster.link.prefix": "jump." },
      depends_on: ["confluent_cluster_link.link_first_523381FE"],
      lifecycle: { prevent_destroy: true },
    });
  });

  it("makes a half that waits, without any key of the other cluster, and one that dials with the dial key", () => {
    const halves = halvesOf((stack) => oneInbound(stack));
    const [inbound, outbound] = ["link_inbound_BF832260", "link_outbound_9D0624AE"];
    expect(Object.values(halves).map(({ connection_mode }) => connection_mode)).toEqual(["INBOUND", "OUTBOUND"]);
    const [waiting, dialling] = Object.values(halves);
    expect(withoutMetadata(waiting)).toEqual({
      link_name: "primary-jump",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "INBOUND",
      local_kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: credentials("jump"),
      },
      remote_kafka_cluster: { id: "lkc-1111", bootstrap_endpoint: "primary.example.test:9092" },
      config: SWITCHES,
      lifecycle: { prevent_destroy: true },
    });
    expect(withoutMetadata(dialling)).toEqual({
      link_name: "primary-jump",
      link_mode: "BIDIRECTIONAL",
      connection_mode: "OUTBOUND",
      local_kafka_cluster: {
        id: "lkc-1111",
        rest_endpoint: "https://primary.example.test:443",
        credentials: credentials("primary"),
      },
      remote_kafka_cluster: {
        id: "lkc-2222",
        bootstrap_endpoint: "jump.example.test:9092",
        credentials: credentials("jump_dial"),
      },
      config: SWITCHES,
      depends_on: [`confluent_cluster_link.${inbound}`],
      lifecycle: { prevent_destroy: true },
    });
    expect(Object.keys(halves)).toEqual([inbound, outbound]);
  });

  it("carries mirror topics into either cluster, named by the prefix there, after both halves", () => {
    const { stacks } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const link = bothOutbound(stack);
      new MirrorSet(stack, "onDr", { link: link.into(PUBLIC_DR), topics: ["orders"] });
      new MirrorTopic(stack, "onJump", { link: link.into(JUMP), topic: "bills" });
    });
    const mirrors = resources(stacks["stack"], "confluent_kafka_mirror_topic");
    const both = ["confluent_cluster_link.link_first_523381FE", "confluent_cluster_link.link_second_64DD1DC5"];
    expect(mirrors["onDr_orders"]).toMatchObject({
      kafka_cluster: { id: "lkc-3333", credentials: credentials("dr") },
      source_kafka_topic: { topic_name: "orders" },
      mirror_topic_name: "jump.orders",
      depends_on: both,
    });
    expect(mirrors["onJump"]).toMatchObject({
      kafka_cluster: { id: "lkc-2222", credentials: credentials("jump") },
      source_kafka_topic: { topic_name: "bills" },
      depends_on: both,
    });
    expect(mirrors["onJump"]).not.toHaveProperty("mirror_topic_name");
  });

  it("finds a cluster by its id and refuses one that it does not join", () => {
    const link = bothOutbound(stackWithProvider(emptyApp()));
    const { name, id, access, kind } = JUMP;
    const again = KafkaCluster.fromAttributes({ name: `another ${name}`, id, access, kind });
    expect(link.into(again)).toBe(link.halves[0].direction);
    expect(refusal((app) => bothOutbound(stackWithProvider(app)).into(PRIMARY))).toBe("CL046");
  });

  it("shares the dial key with a warning where none is given", () => {
    const warned = (dial: (stack: TerraformStack) => ApiKey | undefined): string[] => {
      const stack = stackWithProvider(emptyApp());
      new BidirectionalLink(stack, "link", {
        linkName: "primary-jump",
        outbound: { cluster: PRIMARY, credentials: key(stack, "primary") },
        inbound: { cluster: JUMP, credentials: key(stack, "jump") },
        dialCredentials: dial(stack),
      });
      return Warnings.of(stack)
        .list()
        .map(({ rule }) => rule.id);
    };
    expect(warned(() => undefined)).toEqual(["CL051"]);
    expect(warned((stack) => key(stack, "jump_dial"))).toEqual([]);
  });
});

describe.each(SHAPES)("%s", (_, build, count) => {
  const all = (extras?: Extras | ((stack: TerraformStack) => Extras)): Json[] =>
    Object.values(halvesOf((stack) => build(stack, typeof extras === "function" ? extras(stack) : extras)));

  it("protects every half unless it is told not to", () => {
    expect(all().map(({ lifecycle }) => lifecycle)).toEqual(Array(count).fill({ prevent_destroy: true }));
    for (const half of all({ preventDestroy: false })) expect(half).not.toHaveProperty("lifecycle");
  });

  it("pins endpoints on request, by the names of its own blocks", () => {
    const halves = all({ ignoreEndpointChanges: true });
    for (const half of halves) {
      const [host] = Object.keys(half).filter((name) => half[name]?.rest_endpoint !== undefined);
      const [peer] = Object.keys(half).filter((name) => half[name]?.bootstrap_endpoint !== undefined);
      expect(half.lifecycle).toEqual({
        prevent_destroy: true,
        ignore_changes: [`${host}[0].rest_endpoint`, `${peer}[0].bootstrap_endpoint`],
      });
    }
    expect(
      all({ ignoreEndpointChanges: true, preventDestroy: false }).map(({ lifecycle }) => Object.keys(lifecycle)),
    ).toEqual(Array(count).fill(["ignore_changes"]));
  });

  it("gives every half the provider it is given, and none otherwise", () => {
    expect(all().map((half) => "provider" in half)).toEqual(Array(count).fill(false));
    const aliased = all((stack) => ({ provider: new ConfluentProvider(stack, "dr", { alias: "dr" }) }));
    expect(aliased.map(({ provider }) => provider)).toEqual(Array(count).fill("confluent.dr"));
  });

  it("takes a token for its name, and writes the same shape", () => {
    const named = all((stack) => ({ linkName: new TerraformVariable(stack, "name", { type: "string" }).stringValue }));
    expect(named.map(({ link_name }) => link_name)).toEqual(Array(count).fill("${var.name}"));
    expect(named.map((half) => Object.keys(half))).toEqual(all().map((half) => Object.keys(half)));
  });
});
