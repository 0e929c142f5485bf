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
import { LinkHealth } from "../../lib/link/link-health";
import { LinkPrincipals, type LinkPrincipalsProps } from "../../lib/link/link-principals";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
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
    ...named(json.check, "check"),
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

const placed = (name: string, id: string, access: "public" | "private") => {
  const rbacCrn = `crn://confluent.cloud/organization=o/environment=env-1/cloud-cluster=${id}`;
  return cluster({ name, id, access, environmentId: "env-1", rbacCrn });
};
const PLACED_PRIMARY = placed("primary", "lkc-1111", "private");
const PLACED_JUMP = placed("jump", "lkc-2222", "public");

const principals = (stack: TerraformStack, props: Omit<LinkPrincipalsProps, "linkName">): LinkPrincipals =>
  new LinkPrincipals(stack, "principals", { linkName: "link", ...props } as LinkPrincipalsProps);

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
  [
    "ApiKey.rotating, the generation before kept",
    (stack, team) => {
      const props = { cluster: PLACED_JUMP, serviceAccountId: "sa-1", generation: 2, keepsPrevious: true };
      ApiKey.rotating(stack, "jump", props);
      ApiKey.rotating(team, "jump", { ...props, keepsPrevious: false });
    },
    ["confluent_api_key.jump-1", "confluent_api_key.jump-2", "confluent_api_key.team_jump-2_43C5E176"],
  ],
  [
    "LinkHealth",
    (stack) => new LinkHealth(stack, "health", { link: receiving(stack) }),
    ["check.health_receiving_6279B17A", `${LINK}.receiving`],
  ],
  [
    "LinkPrincipals of a source-initiated link",
    (stack) => principals(stack, { source: PLACED_PRIMARY, destination: PLACED_JUMP, initiator: "source" }),
    [
      "confluent_api_key.principals_destination_dial-key-1_2498A84F",
      "confluent_api_key.principals_destination_key-1_56ECAE67",
      "confluent_api_key.principals_source_key-1_6D811E80",
      "confluent_role_binding.principals_destination_CloudClusterAdmin_4A66C6A5",
      "confluent_role_binding.principals_source_CloudClusterAdmin_78AF3B71",
      "confluent_service_account.principals_destination_account_B205E0FF",
      "confluent_service_account.principals_source_account_48200F45",
    ],
  ],
  [
    "LinkPrincipals of a destination-initiated link, with ACLs on the destination",
    (stack) =>
      principals(stack, {
        source: PLACED_JUMP,
        destination: PLACED_PRIMARY,
        initiator: "destination",
        topics: ["a.b", "orders"],
        autoCreate: [TopicFilter.includePrefix("mirror_me")],
        groups: [GroupFilter.all()],
        onDestination: { aclAdministrator: key(stack, "admin") },
      }),
    [
      "confluent_api_key.principals_destination_key-1_56ECAE67",
      "confluent_api_key.principals_source_key-1_6D811E80",
      "confluent_kafka_acl.principals_destination_ALTER_CONFIGS_FE684188",
      "confluent_kafka_acl.principals_destination_ALTER_EC3EB498",
      "confluent_kafka_acl.principals_destination_CREATE-topic-a_b_2e7336dc_17EE94C5",
      "confluent_kafka_acl.principals_destination_CREATE-topic-orders_9353BAF5",
      "confluent_role_binding.principals_source_DeveloperManage-topic-a_b_2e7336dc_A1BBDA63",
      "confluent_role_binding.principals_source_DeveloperManage-topic-orders_2996310E",
      "confluent_role_binding.principals_source_DeveloperManage-topics-mirror_me_46B65355",
      "confluent_role_binding.principals_source_DeveloperRead-every-group_9B7FF649",
      "confluent_role_binding.principals_source_DeveloperRead-topic-a_b_2e7336dc_E3BC1763",
      "confluent_role_binding.principals_source_DeveloperRead-topic-orders_BB1FEEC4",
      "confluent_role_binding.principals_source_DeveloperRead-topics-mirror_me_4DC3E5FC",
      "confluent_service_account.principals_destination_account_B205E0FF",
      "confluent_service_account.principals_source_account_48200F45",
    ],
  ],
  [
    "Failover.fromVariable",
    (_, team) => Failover.fromVariable(team),
    ["local.failover_status", "local.failover_status_of_others", "var.failover", "var.failover_topics"],
  ],
];

describe("the addresses of", () => {
  it.each(CONTRACT)("%s", (_, build, expected) => {
    expect(addressesOf(build)).toEqual(expected);
  });

  it("PrivatePublicPrivate.bidirectional", () => {
    const { stacks } = synthToJson((app: App) => {
      const [primaryToJump, jumpToDr] = [
        new TerraformStack(app, "primary-to-jump"),
        new TerraformStack(app, "jump-to-dr"),
      ];
      for (const stack of [primaryToJump, jumpToDr]) new ConfluentProvider(stack, "confluent");
      const clusters = { primary: PRIMARY, jump: JUMP, dr: DR };
      PrivatePublicPrivate.bidirectional({ primaryToJump, jumpToDr, ...clusters, topics: ["orders"] });
    });
    const halves = [`${LINK}.link_inbound_BF832260`, `${LINK}.link_outbound_9D0624AE`];
    const jumpKeys = ["var.jump_api_key", "var.jump_api_secret", "var.jump_dial_api_key", "var.jump_dial_api_secret"];
    expect(addresses(stacks["primary-to-jump"])).toEqual([
      ...halves,
      `${MIRROR}.mirrors_orders`,
      ...jumpKeys,
      "var.primary_api_key",
      "var.primary_api_secret",
    ]);
    expect(addresses(stacks["jump-to-dr"])).toEqual([
      ...halves,
      `${MIRROR}.mirrors_orders`,
      "local.failover_status",
      "local.failover_status_of_others",
      "var.dr_api_key",
      "var.dr_api_secret",
      "var.failover",
      "var.failover_topics",
      ...jumpKeys,
    ]);
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
      "local.failover_status",
      "local.failover_status_of_others",
      "var.dr_api_key",
      "var.dr_api_secret",
      "var.failover",
      "var.failover_topics",
      "var.jump_api_key",
      "var.jump_api_secret",
    ]);
  });
});
