import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApiKey as KeyResource } from "@cdktf/provider-confluent/lib/api-key";
import { KafkaCluster as ClusterResource } from "@cdktf/provider-confluent/lib/kafka-cluster";
import { TerraformVariable, type App } from "cdktf";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { AppModel } from "../../lib/core/app-model";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { DiallingHalf } from "../../lib/link/dialling-half";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { chainsOf } from "../../lib/model/chains";
import { parseDocument, readDocument, type TopologyDocument } from "../../lib/model/document";
import { AclFilter, GroupFilter, TopicFilter } from "../../lib/model/filters";
import { reachOfGroup, reachOfTopic, type Hop, type Reach } from "../../lib/model/reach";
import type { Leg } from "../../lib/model/topology";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { jumpToDr, primaryToJump } from "../mirror/chain";
import { synthToJson } from "../support/synth";
import { AUTO_CREATE, buildByHand } from "./hand-built";

interface Written {
  readonly text: string;
  readonly document: TopologyDocument;
  /** The legs of the app that wrote it. */
  readonly legs: readonly Leg[];
}

function written(build: (app: App) => void): Written {
  let legs: readonly Leg[] = [];
  const { outdir } = synthToJson((app) => {
    build(app);
    legs = AppModel.of(app).currentLegs();
  });
  const text = readFileSync(join(outdir, "cluster-linking.json"), "utf8");
  return { text, document: parseDocument(text), legs };
}

const TYPE = "confluent_kafka_mirror_topic";
const EVERY_GROUP = [{ name: "*", patternType: "LITERAL", filterType: "INCLUDE" }];
const MIRROR_ME = AUTO_CREATE.map(({ name, patternType, filterType }) => ({ name, patternType, filterType }));
const SETTINGS = {
  consumerGroupPrefix: false,
  autoCreate: { enabled: true, filters: MIRROR_ME },
  consumerOffsetSync: { enabled: true, intervalMs: 30000, filters: EVERY_GROUP },
  aclSync: { enabled: false, intervalMs: 5000, filters: [] },
  topicConfigSync: { intervalMs: 5000 },
  configKeys: [
    "acl.sync.enable",
    "auto.create.mirror.topics.enable",
    "auto.create.mirror.topics.filters",
    "consumer.offset.group.filters",
    "consumer.offset.sync.enable",
    "consumer.offset.sync.ms",
  ],
};

const keyOf = (cluster: string, name: string): object => ({
  cluster,
  key: `var.${name}_api_key`,
  secret: `var.${name}_api_secret`,
});

describe("cluster-linking.json of PRIMARY -> JUMP -> DR", () => {
  const { text, document } = written(buildByHand);

  it("says everything there is to say", () => {
    const cluster = (name: string, id: string, access: string, region: string): object => ({
      name,
      id,
      access,
      kind: "Dedicated",
      cloud: "AZURE",
      region,
      restEndpoint: `https://${name}.example.test:443`,
      bootstrapEndpoint: `${name}.example.test:9092`,
    });
    const mirrors = [
      { topic: "my_test_topic", mirrorTopic: "my_test_topic", address: `${TYPE}.mirrors_my_test_topic` },
    ];
    expect(document).toEqual({
      version: 1,
      stacks: [
        {
          name: "primary-to-jump",
          dependsOn: [],
          backend: { type: "local" },
          sensitiveVariables: ["jump_api_key", "jump_api_secret", "primary_api_key", "primary_api_secret"],
        },
        {
          name: "jump-to-dr",
          dependsOn: ["primary-to-jump"],
          backend: { type: "local" },
          sensitiveVariables: ["dr_api_key", "dr_api_secret", "jump_api_key", "jump_api_secret"],
        },
      ],
      clusters: [
        cluster("primary", "lkc-1111", "private", "germanywestcentral"),
        cluster("jump", "lkc-2222", "public", "westeurope"),
        cluster("dr", "lkc-3333", "private", "northeurope"),
      ],
      legs: [
        {
          path: "primary-to-jump/link",
          stack: "primary-to-jump",
          linkName: "primary-to-jump",
          shape: "source-initiated",
          managed: true,
          source: 0,
          destination: 1,
          ...SETTINGS,
          resources: [
            {
              role: "receiving half",
              address: "confluent_cluster_link.link_receiving_DE6DD55A",
              credentials: [keyOf("destination", "jump")],
            },
            {
              role: "dialling half",
              address: "confluent_cluster_link.link_dialling_DEF39909",
              credentials: [keyOf("source", "primary"), keyOf("destination", "jump")],
            },
          ],
          sets: [
            {
              path: "primary-to-jump/mirrors",
              stack: "primary-to-jump",
              topicsKnown: true,
              mirrors,
              autoCreate: MIRROR_ME,
              failover: false,
            },
          ],
        },
        {
          path: "jump-to-dr/link",
          stack: "jump-to-dr",
          linkName: "jump-to-dr",
          shape: "destination-initiated",
          managed: true,
          source: 1,
          destination: 2,
          ...SETTINGS,
          resources: [
            {
              role: "link",
              address: "confluent_cluster_link.link",
              credentials: [keyOf("source", "jump"), keyOf("destination", "dr")],
            },
          ],
          sets: [
            {
              path: "jump-to-dr/mirrors",
              stack: "jump-to-dr",
              topicsKnown: true,
              mirrors,
              autoCreate: MIRROR_ME,
              failover: true,
              follows: "primary-to-jump/mirrors",
            },
          ],
        },
      ],
      chains: [["primary-to-jump/link", "jump-to-dr/link"]],
      reach: [
        {
          chain: 0,
          topic: "my_test_topic",
          names: ["my_test_topic", "my_test_topic", "my_test_topic"],
          arrives: true,
        },
      ],
      acknowledged: [],
    });
  });

  it("is canonical: the same bytes each time, indented by two spaces, ending in a line break", () => {
    expect(written(buildByHand).text).toBe(text);
    expect(text).toBe(`${JSON.stringify(document, undefined, 2)}\n`);
    expect(Object.keys(document)).toEqual(["version", "stacks", "clusters", "legs", "chains", "reach", "acknowledged"]);
  });
});

/** An app in which as much as possible is only known to Terraform. */
function buildFromTokens(app: App): void {
  const stack = stackWithProvider(app, "leg");
  const variable = (name: string, type = "string"): TerraformVariable => new TerraformVariable(stack, name, { type });
  const created = new ClusterResource(stack, "jump", {
    displayName: "jump",
    availability: "MULTI_ZONE",
    cloud: "AZURE",
    region: "westeurope",
    environment: { id: "env-1" },
    dedicated: { cku: 2 },
  });
  const key = new KeyResource(stack, "key", {
    owner: { id: "sa-1", apiVersion: "iam/v2", kind: "ServiceAccount" },
  });
  const link = new SourceInitiatedLink(stack, "link", {
    linkName: variable("name").stringValue,
    source: KafkaCluster.fromAttributes({
      name: "primary",
      access: "private",
      kind: "Dedicated",
      id: variable("primary").stringValue,
      region: variable("region").stringValue,
      restEndpoint: variable("rest").stringValue,
      bootstrapEndpoint: variable("bootstrap").stringValue,
    }),
    sourceCredentials: ApiKey.fromVariables(stack, "primary"),
    destination: KafkaCluster.fromResource(created, { name: "jump", access: "public", kind: "Dedicated" }),
    destinationCredentials: ApiKey.fromResource(key),
    dialCredentials: ApiKey.fromAttributes({ key: "DIALKEY", secret: "${data.vault.x.secret}" }),
    prefix: variable("prefix").stringValue,
    consumerGroupPrefix: variable("groupPrefix", "bool").booleanValue,
    consumerOffsetSync: {
      enabled: variable("sync", "bool").booleanValue,
      intervalMs: variable("interval", "number").numberValue,
      groups: [GroupFilter.include(variable("group").stringValue)],
    },
    topicConfigSync: { intervalMs: variable("topicInterval", "number").numberValue },
  });
  new MirrorSet(stack, "explicit", { link, topics: ["orders"] });
  new MirrorSet(stack, "listed", { link, topics: variable("topics", "list(string)").listValue });
  new MirrorTopic(stack, "named", { link, topic: variable("topic").stringValue });
  Warnings.of(stack).acknowledge("CL033", "the service account has its rights already");
}

describe("cluster-linking.json of an app full of tokens", () => {
  const { text, document } = written(buildFromTokens);

  it("has no token, no expression, no key and no secret", () => {
    expect(text).not.toMatch(/TfToken|\$\{|DIALKEY|vault/i);
  });

  it("names the keys that are variables or the stack's own, and no others", () => {
    expect(document.legs[0]?.resources.flatMap(({ credentials }) => credentials ?? [])).toEqual([
      { cluster: "destination", key: "confluent_api_key.key.id", secret: "confluent_api_key.key.secret" },
      { cluster: "source", key: "var.primary_api_key", secret: "var.primary_api_secret" },
      { cluster: "destination", key: null, secret: null },
    ]);
    expect(document.stacks[0]?.sensitiveVariables).toEqual(["primary_api_key", "primary_api_secret"]);
  });

  it("says null for what only Terraform knows", () => {
    expect(document.clusters).toEqual([
      {
        name: "primary",
        id: null,
        access: "private",
        kind: "Dedicated",
        region: null,
        restEndpoint: null,
        bootstrapEndpoint: null,
      },
      {
        name: "jump",
        id: null,
        access: "public",
        kind: "Dedicated",
        cloud: null,
        region: null,
        restEndpoint: null,
        bootstrapEndpoint: null,
        rbacCrn: null,
      },
    ]);
    const [leg] = document.legs;
    expect(leg).toMatchObject({
      linkName: null,
      prefix: null,
      consumerGroupPrefix: null,
      consumerOffsetSync: {
        enabled: null,
        intervalMs: null,
        filters: [{ name: null, patternType: "LITERAL", filterType: "INCLUDE" }],
      },
      topicConfigSync: { intervalMs: null },
    });
    expect(leg?.sets.map(({ topicsKnown, mirrors }) => [topicsKnown, mirrors])).toEqual([
      [true, [{ topic: "orders", mirrorTopic: null, address: `${TYPE}.explicit_orders` }]],
      [false, []],
      [false, []],
    ]);
    expect(leg?.resources.map(({ role, address }) => `${role}: ${address}`)).toEqual([
      "receiving half: confluent_cluster_link.link_receiving_DE6DD55A",
      "dialling half: confluent_cluster_link.link_dialling_DEF39909",
      `mirror topics: ${TYPE}.listed`,
      `mirror topics: ${TYPE}.named`,
    ]);
    expect(document.reach).toEqual([{ chain: 0, topic: "orders", names: ["orders", null], arrives: true }]);
  });

  it("keeps what was acknowledged", () => {
    expect(document.acknowledged).toEqual([
      { id: "CL033", scope: "leg", reason: "the service account has its rights already" },
    ]);
  });
});

describe("a half in another stack", () => {
  it("is listed with its stack", () => {
    const { document } = written((app) => {
      const [onJump, onPrimary] = [stackWithProvider(app, "on-jump"), stackWithProvider(app, "on-primary")];
      const receivingHalf = new ReceivingHalf(onJump, "half", {
        linkName: "link",
        source: PRIMARY,
        destination: JUMP,
        destinationCredentials: ApiKey.fromVariables(onJump, "jump"),
      });
      new DiallingHalf(onPrimary, "half", {
        receivingHalf,
        sourceCredentials: ApiKey.fromVariables(onPrimary, "primary"),
        dialCredentials: ApiKey.fromVariables(onPrimary, "jump"),
      });
    });
    expect(document.legs[0]?.resources).toEqual([
      { role: "receiving half", address: "confluent_cluster_link.half", credentials: [keyOf("destination", "jump")] },
      {
        role: "dialling half",
        address: "confluent_cluster_link.half",
        stack: "on-primary",
        credentials: [keyOf("source", "primary"), keyOf("destination", "jump")],
      },
    ]);
    expect(document.stacks).toMatchObject([
      { name: "on-jump", dependsOn: [] },
      { name: "on-primary", dependsOn: ["on-jump"] },
    ]);
  });
});

describe("reading the document", () => {
  const outcome = (hop: Hop): unknown[] => [
    hop.leg.path,
    hop.outcome,
    hop.outcome === "passes" ? [hop.name, hop.by] : hop.outcome === "stops" ? hop.reason : hop.why,
  ];
  const told = ({ hops }: Reach): unknown[] => hops.map(outcome);
  const NAMES = ["orders", "p.orders", "mirror_me_1", "no_mirror_1", "bills", "__internal", "billing", "test", "x"];

  it.each<[string, (app: App) => void]>([
    ["PRIMARY -> JUMP -> DR", buildByHand],
    ["an app full of tokens", buildFromTokens],
    [
      "prefixes, lists and links of others",
      (app) => {
        const [legOne, legTwo] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
        const one = primaryToJump(legOne, { prefix: "p." });
        const onJump = new MirrorSet(legOne, "mirrors", { link: one, topics: ["orders", "bills"] });
        const two = jumpToDr(legTwo);
        new MirrorSet(legTwo, "mirrors", { link: two, follows: onJump, topics: ["x"] });
        DestinationInitiatedLink.fromAttributes(legTwo, "back-up", {
          linkName: "dr-to-archive",
          source: DR,
          destination: KafkaCluster.fromAttributes({
            name: "archive",
            id: "lkc-4",
            access: "public",
            kind: "Dedicated",
          }),
          topics: ["p.orders", "x"],
          groups: [GroupFilter.includePrefix("b"), GroupFilter.exclude("bad")],
          upstream: two,
        });
        Warnings.of(app).acknowledge("CL013", "offsets are not needed");
      },
    ],
    [
      "filters of a link of others",
      (app) => {
        SourceInitiatedLink.fromAttributes(stackWithProvider(app), "link", {
          linkName: "primary-to-jump",
          source: PRIMARY,
          destination: JUMP,
          autoCreate: [TopicFilter.all(), TopicFilter.excludePrefix("_"), TopicFilter.exclude("x")],
        });
        const stack = stackWithProvider(app, "two");
        new MirrorSet(stack, "mirrors", { link: jumpToDr(stack), autoCreate: AUTO_CREATE });
      },
    ],
    [
      "ACLs and settings that are off",
      (app) => {
        const stack = stackWithProvider(app);
        const link = new DestinationInitiatedLink(stack, "link", {
          linkName: "jump-to-dr",
          source: JUMP,
          sourceCredentials: ApiKey.fromVariables(stack, "jump"),
          destination: DR,
          destinationCredentials: ApiKey.fromVariables(stack, "dr"),
          upstream: "none",
          aclSync: {
            filters: [
              AclFilter.of({
                resourceFilter: { resourceType: "topic", patternType: "prefixed", name: "bill" },
                accessFilter: { principal: "User:sa-1", operation: "any", permissionType: "any" },
              }),
            ],
          },
          consumerOffsetSync: { enabled: false, groups: [GroupFilter.all()] },
        });
        new MirrorSet(stack, "mirrors", {
          link,
          topics: ["orders"],
          autoCreate: { enabled: false, filters: AUTO_CREATE },
        });
      },
    ],
  ])("gives the same reach: %s", (_, build) => {
    const { document, legs } = written(build);
    const read = readDocument(document);
    const [before, after] = [chainsOf(legs), chainsOf(read)];
    const paths = (chains: Leg[][]): string[][] => chains.map((chain) => chain.map(({ path }) => path));
    expect(paths(after)).toEqual(paths(before));
    for (const [i, chain] of before.entries()) {
      for (const name of NAMES) {
        expect(told(reachOfTopic(after[i] ?? [], name)), name).toEqual(told(reachOfTopic(chain, name)));
        expect(told(reachOfGroup(after[i] ?? [], name)), name).toEqual(told(reachOfGroup(chain, name)));
      }
    }
    const withoutIdentity = (leg: Leg): unknown => ({
      ...leg,
      source: { ...leg.source, identity: undefined },
      destination: { ...leg.destination, identity: undefined },
    });
    expect(read.map(withoutIdentity)).toEqual(legs.map(withoutIdentity));
  });
});
