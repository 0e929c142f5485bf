import { ApiKey as KeyResource } from "@cdktf/provider-confluent/lib/api-key";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformStack, TerraformVariable, type App } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { DiallingHalf } from "../../lib/link/dialling-half";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { DR, JUMP, PRIMARY, cluster } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";

/** Addresses of everything in a stack, as Terraform calls them. */
function addresses(json: Json): string[] {
  const labelled = (kind: object | undefined, prefix: string): string[] =>
    Object.entries(kind ?? {}).flatMap(([type, named]) =>
      Object.keys(named as object).map((name) => `${prefix}${type}.${name}`),
    );
  const named = (kind: object | undefined, prefix: string): string[] =>
    Object.keys(kind ?? {}).map((name) => `${prefix}.${name}`);
  return [
    ...labelled(json.data, "data."),
    ...labelled(json.resource, ""),
    ...named(json.locals, "local"),
    ...named(json.variable, "var"),
  ].sort();
}

type Build = (scope: TerraformStack, nested: Construct) => unknown;

/** Addresses of what is built in a stack that has a provider. */
function addressesOf(build: Build): string[] {
  const { stacks } = synthToJson((app) => {
    const stack = new TerraformStack(app, "stack");
    new ConfluentProvider(stack, "confluent");
    build(stack, new Construct(stack, "team"));
  });
  return addresses(stacks["stack"]);
}

const key = (stack: TerraformStack, name: string): ApiKey =>
  ApiKey.fromAttributes({ key: name, secret: `\${sensitive("${stack.node.id}")}` });

const sourceInitiated = (stack: TerraformStack, scope: Construct = stack): SourceInitiatedLink =>
  new SourceInitiatedLink(scope, "link", {
    linkName: "link",
    source: PRIMARY,
    sourceCredentials: key(stack, "a"),
    destination: JUMP,
    destinationCredentials: key(stack, "b"),
  });

const receiving = (stack: TerraformStack): ReceivingHalf =>
  new ReceivingHalf(stack, "receiving", {
    linkName: "link",
    source: PRIMARY,
    destination: JUMP,
    destinationCredentials: key(stack, "b"),
  });

const existing = (stack: TerraformStack): ReturnType<typeof SourceInitiatedLink.fromAttributes> =>
  SourceInitiatedLink.fromAttributes(stack, "link", {
    linkName: "link",
    source: PRIMARY,
    destination: JUMP,
    destinationCredentials: key(stack, "b"),
  });

const list = (stack: TerraformStack): string[] =>
  new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;

const LINK = "confluent_cluster_link";
const MIRROR = "confluent_kafka_mirror_topic";

// A change here moves resources of users: name it in CHANGELOG.md and offer `moved` blocks.
const CONTRACT: [string, Build, string[]][] = [
  [
    "SourceInitiatedLink",
    (stack) => sourceInitiated(stack),
    [`${LINK}.link_dialling_DEF39909`, `${LINK}.link_receiving_DE6DD55A`],
  ],
  [
    "SourceInitiatedLink, nested",
    (stack, team) => sourceInitiated(stack, team),
    [`${LINK}.team_link_dialling_537B937D`, `${LINK}.team_link_receiving_B53E943A`],
  ],
  [
    "DestinationInitiatedLink",
    (stack) =>
      new DestinationInitiatedLink(stack, "link", {
        linkName: "link",
        source: JUMP,
        sourceCredentials: key(stack, "a"),
        destination: DR,
        destinationCredentials: key(stack, "b"),
      }),
    [`${LINK}.link`],
  ],
  [
    "BidirectionalLink, both outbound",
    (stack) =>
      new BidirectionalLink(stack, "link", {
        linkName: "link",
        ends: [
          { cluster: JUMP, credentials: key(stack, "a") },
          { cluster: cluster({ name: "dr", id: "lkc-3333", access: "public" }), credentials: key(stack, "b") },
        ],
      }),
    [`${LINK}.link_first_523381FE`, `${LINK}.link_second_64DD1DC5`],
  ],
  [
    "BidirectionalLink, one inbound",
    (stack) =>
      new BidirectionalLink(stack, "link", {
        linkName: "link",
        outbound: { cluster: PRIMARY, credentials: key(stack, "a") },
        inbound: { cluster: JUMP, credentials: key(stack, "b") },
      }),
    [`${LINK}.link_inbound_BF832260`, `${LINK}.link_outbound_9D0624AE`],
  ],
  ["ReceivingHalf alone", (stack) => receiving(stack), [`${LINK}.receiving`]],
  [
    "DiallingHalf alone",
    (stack) =>
      new DiallingHalf(stack, "dialling", {
        receivingHalf: { linkName: "link", source: PRIMARY, destination: JUMP },
        sourceCredentials: key(stack, "a"),
        dialCredentials: key(stack, "b"),
      }),
    [`${LINK}.dialling`],
  ],
  ["a link that exists", (stack) => existing(stack), []],
  [
    "MirrorSet of explicit topics",
    (stack) => new MirrorSet(stack, "mirrors", { link: existing(stack), topics: ["orders", "a.b", "_x", "2024"] }),
    [`${MIRROR}.mirrors_2024`, `${MIRROR}.mirrors__x`, `${MIRROR}.mirrors_a_b_2e7336dc`, `${MIRROR}.mirrors_orders`],
  ],
  [
    "MirrorSet, nested",
    (stack, team) => new MirrorSet(team, "mirrors", { link: existing(stack), topics: ["orders"] }),
    [`${MIRROR}.team_mirrors_8811D6BA_orders`],
  ],
  [
    "MirrorSet of a list that only Terraform knows",
    (stack) => new MirrorSet(stack, "mirrors", { link: existing(stack), topics: list(stack) }),
    [`${MIRROR}.mirrors`, "local.mirrors_topics_60E1CE44", "var.topics"],
  ],
  [
    "MirrorTopic",
    (stack) => new MirrorTopic(stack, "orders", { link: existing(stack), topic: "orders" }),
    [`${MIRROR}.orders`],
  ],
  [
    "MirrorTopic, nested",
    (stack, team) => new MirrorTopic(team, "orders", { link: existing(stack), topic: "orders" }),
    [`${MIRROR}.team_orders_660CAB18`],
  ],
  [
    "KafkaCluster.fromLookup",
    (stack) =>
      KafkaCluster.fromLookup(stack, "jump", {
        name: "jump",
        clusterId: "lkc-1",
        environmentId: "env-1",
        access: "public",
        kind: "Dedicated",
      }),
    ["data.confluent_kafka_cluster.jump"],
  ],
  ["ApiKey.fromVariables", (stack) => ApiKey.fromVariables(stack, "jump"), ["var.jump_api_key", "var.jump_api_secret"]],
  [
    "ApiKey.fromVariables, nested",
    (_, team) => ApiKey.fromVariables(team, "dr"),
    ["var.dr_api_key", "var.dr_api_secret"],
  ],
  [
    "ApiKey.fromResource",
    (stack) =>
      ApiKey.fromResource(
        new KeyResource(stack, "key", { owner: { id: "sa-1", apiVersion: "iam/v2", kind: "ServiceAccount" } }),
      ),
    ["confluent_api_key.key"],
  ],
  ["Failover.fromVariable", (_, team) => Failover.fromVariable(team), ["var.failover"]],
];

describe("the addresses of", () => {
  it.each(CONTRACT)("%s", (_, build, expected) => {
    expect(addressesOf(build)).toEqual(expected);
  });

  it("PrivatePublicPrivate", () => {
    const { stacks } = synthToJson((app: App) => {
      const [primaryToJump, jumpToDr] = [
        new TerraformStack(app, "primary-to-jump"),
        new TerraformStack(app, "jump-to-dr"),
      ];
      for (const stack of [primaryToJump, jumpToDr]) new ConfluentProvider(stack, "confluent");
      new PrivatePublicPrivate({ primaryToJump, jumpToDr, primary: PRIMARY, jump: JUMP, dr: DR, topics: ["orders"] });
    });
    expect(addresses(stacks["primary-to-jump"])).toEqual([
      `${LINK}.link_dialling_DEF39909`,
      `${LINK}.link_receiving_DE6DD55A`,
      `${MIRROR}.mirrors_orders`,
      "var.jump_api_key",
      "var.jump_api_secret",
      "var.primary_api_key",
      "var.primary_api_secret",
    ]);
    expect(addresses(stacks["jump-to-dr"])).toEqual([
      `${LINK}.link`,
      `${MIRROR}.mirrors_orders`,
      "var.dr_api_key",
      "var.dr_api_secret",
      "var.failover",
      "var.jump_api_key",
      "var.jump_api_secret",
    ]);
  });
});
