import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApiKey as KeyResource } from "@cdktf/provider-confluent/lib/api-key";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformStack, TerraformVariable, type App } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { AzurePrivateNetwork } from "../../lib/kafka/azure-private-network";
import { DedicatedCluster } from "../../lib/kafka/dedicated-cluster";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { DiallingHalf } from "../../lib/link/dialling-half";
import { LinkAccounts } from "../../lib/link/link-accounts";
import { LinkHealth } from "../../lib/link/link-health";
import { LinkKeys } from "../../lib/link/link-keys";
import { LinkPrincipals, type LinkPrincipalsProps } from "../../lib/link/link-principals";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { PrivatePublicPrivate, type PrivatePublicPrivateProps } from "../../lib/topology/private-public-private";
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

// A change there moves resources of users: the release asks CHANGELOG.md for it, and for `moved` blocks.
const FROZEN: Readonly<Record<string, readonly string[] | undefined>> = JSON.parse(
  readFileSync(join(__dirname, "addresses.json"), "utf8"),
);

const CONTRACT: [string, Build][] = [
  ["SourceInitiatedLink", (stack) => sourceInitiated(stack)],
  ["SourceInitiatedLink, nested", (stack, team) => sourceInitiated(stack, team)],
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
  ],
  [
    "BidirectionalLink, one inbound",
    (stack) =>
      new BidirectionalLink(stack, "link", {
        linkName: "link",
        outbound: { cluster: PRIMARY, credentials: key(stack, "a") },
        inbound: { cluster: JUMP, credentials: key(stack, "b") },
      }),
  ],
  ["ReceivingHalf alone", (stack) => receiving(stack)],
  [
    "DiallingHalf alone",
    (stack) =>
      new DiallingHalf(stack, "dialling", {
        receivingHalf: { linkName: "link", source: PRIMARY, destination: JUMP },
        sourceCredentials: key(stack, "a"),
        dialCredentials: key(stack, "b"),
      }),
  ],
  ["a link that exists", (stack) => existing(stack)],
  [
    "MirrorSet of explicit topics",
    (stack) => new MirrorSet(stack, "mirrors", { link: existing(stack), topics: ["orders", "a.b", "_x", "2024"] }),
  ],
  ["MirrorSet, nested", (stack, team) => new MirrorSet(team, "mirrors", { link: existing(stack), topics: ["orders"] })],
  [
    "MirrorSet of a list that only Terraform knows",
    (stack) => new MirrorSet(stack, "mirrors", { link: existing(stack), topics: list(stack) }),
  ],
  ["MirrorTopic", (stack) => new MirrorTopic(stack, "orders", { link: existing(stack), topic: "orders" })],
  ["MirrorTopic, nested", (stack, team) => new MirrorTopic(team, "orders", { link: existing(stack), topic: "orders" })],
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
  ],
  ["ApiKey.fromVariables", (stack) => ApiKey.fromVariables(stack, "jump")],
  ["ApiKey.fromVariables, nested", (_, team) => ApiKey.fromVariables(team, "dr")],
  [
    "ApiKey.fromResource",
    (stack) =>
      ApiKey.fromResource(
        new KeyResource(stack, "key", { owner: { id: "sa-1", apiVersion: "iam/v2", kind: "ServiceAccount" } }),
      ),
  ],
  [
    "ApiKey.rotating, the generation before kept",
    (stack, team) => {
      const props = { cluster: PLACED_JUMP, serviceAccountId: "sa-1", generation: 2, keepsPrevious: true };
      ApiKey.rotating(stack, "jump", props);
      ApiKey.rotating(team, "jump", { ...props, keepsPrevious: false });
    },
  ],
  ["LinkHealth", (stack) => new LinkHealth(stack, "health", { link: receiving(stack) })],
  [
    "LinkPrincipals of a source-initiated link",
    (stack) => principals(stack, { source: PLACED_PRIMARY, destination: PLACED_JUMP, initiator: "source" }),
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
  ],
  ["Failover.fromVariable", (_, team) => Failover.fromVariable(team)],
  [
    "AzurePrivateNetwork, and a DedicatedCluster on it",
    (stack) => {
      const network = new AzurePrivateNetwork(stack, "network", {
        displayName: "network",
        environmentId: "env-1",
        region: "italynorth",
        subscriptionIds: ["11111111-aaaa-bbbb-cccc-222222222222"],
      });
      new DedicatedCluster(stack, "dr", { name: "DR", network, cku: 2 });
    },
  ],
  [
    "LinkAccounts",
    (stack) =>
      new LinkAccounts(stack, "accounts", {
        linkName: "link",
        initiator: "source",
        source: PLACED_PRIMARY,
        destination: PLACED_JUMP,
        dial: { ownAccount: true },
      }),
  ],
  [
    "LinkKeys",
    (stack) =>
      new LinkKeys(stack, "keys", {
        linkName: "link",
        source: PLACED_PRIMARY,
        destination: PLACED_JUMP,
        accounts: { source: "sa-1", destination: "sa-2", dial: "sa-3" },
      }),
  ],
];

/** Chains, which have a stack for each leg. */
const CHAINS: [string, (props: PrivatePublicPrivateProps) => unknown][] = [
  ["PrivatePublicPrivate", (props) => new PrivatePublicPrivate(props)],
  ["PrivatePublicPrivate.bidirectional", ({ credentials: _, ...props }) => PrivatePublicPrivate.bidirectional(props)],
  [
    "PrivatePublicPrivate.reverse",
    ({ primaryToJump, jumpToDr, credentials: _, providers: __, ...props }) =>
      PrivatePublicPrivate.reverse({ ...props, drToJump: primaryToJump, jumpToPrimary: jumpToDr }),
  ],
];

function addressesOfChain(build: (props: PrivatePublicPrivateProps) => unknown): Record<string, string[]> {
  const { stacks } = synthToJson((app: App) => {
    const [primaryToJump, jumpToDr] = [new TerraformStack(app, "first"), new TerraformStack(app, "last")];
    for (const stack of [primaryToJump, jumpToDr]) new ConfluentProvider(stack, "confluent");
    build({ primaryToJump, jumpToDr, primary: PRIMARY, jump: JUMP, dr: DR, topics: ["orders"] });
  });
  return { first: addresses(stacks["first"]), last: addresses(stacks["last"]) };
}

describe("the addresses of", () => {
  it.each(CONTRACT)("%s", (name, build) => {
    expect(addressesOf(build)).toEqual(FROZEN[name]);
  });

  it.each(CHAINS)("%s", (name, build) => {
    const { first, last } = addressesOfChain(build);
    expect(first).toEqual(FROZEN[`${name}, first leg`]);
    expect(last).toEqual(FROZEN[`${name}, last leg`]);
  });

  it("are all that is frozen", () => {
    const chains = CHAINS.flatMap(([name]) => [`${name}, first leg`, `${name}, last leg`]);
    expect(Object.keys(FROZEN).sort()).toEqual([...CONTRACT.map(([name]) => name), ...chains].sort());
  });
});
