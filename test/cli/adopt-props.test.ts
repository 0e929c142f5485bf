import { describe, expect, it } from "vitest";
import type { LiveLink } from "../../lib/cli/adopt/live";
import { propsOf } from "../../lib/cli/adopt/props";
import { ApiKey } from "../../lib/kafka/api-key";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import type { LinkShape } from "../../lib/model/topology";
import { DR, JUMP, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { evaluateProps } from "./live-props";

const OFF = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.sync.enable": "false",
};
const EVERYTHING = '[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]';

type Config = Readonly<Record<string, string>>;

const linkWith = (config: Config, mirrors: LiveLink["mirrors"] = []): LiveLink => ({
  name: "jump-to-dr",
  peerId: "lkc-2222",
  state: "ACTIVE",
  config,
  beyondTerraform: [],
  mirrors,
});

/** The props of a live link, as they are evaluated. */
function propsFrom(
  config: Config,
  shape: LinkShape = "destination-initiated",
): { link: Json; mirrors: Json; source: string } {
  const { link, mirrors } = propsOf(linkWith(config), shape, []);
  const source = `export const link = ${link};\nexport const mirrors = ${mirrors};\n`;
  return { ...(evaluateProps(source) as { link: Json; mirrors: Json }), source };
}

/** The config that a link with these props writes. */
function written({ link, mirrors }: { link: Json; mirrors: Json }): Config {
  const { stacks } = synthToJson((app) => {
    const stack = stackWithProvider(app);
    const made = new DestinationInitiatedLink(stack, "link", {
      source: JUMP,
      sourceCredentials: ApiKey.fromVariables(stack, "jump"),
      destination: DR,
      destinationCredentials: ApiKey.fromVariables(stack, "dr"),
      ...link,
    });
    new MirrorSet(stack, "mirrors", { link: made, ...mirrors, topics: ["orders"] });
  });
  return resources(stacks["stack"], "confluent_cluster_link")["link"].config;
}

const TYPED: readonly (readonly [string, Config, Json, Json])[] = [
  ["nothing", {}, {}, {}],
  [
    "offset sync",
    {
      "consumer.offset.sync.enable": "true",
      "consumer.offset.sync.ms": "45000",
      "consumer.offset.group.filters": `{"groupFilters":${EVERYTHING}}`,
    },
    { consumerOffsetSync: { enabled: true, intervalMs: 45_000, groups: [expect.anything()] } },
    {},
  ],
  [
    "offset sync that is off and keeps its filters",
    {
      "consumer.offset.sync.enable": "false",
      "consumer.offset.sync.ms": "30000",
      "consumer.offset.group.filters":
        '{"groupFilters":[{"name":"app-","patternType":"PREFIXED","filterType":"INCLUDE"},{"name":"app-test","patternType":"LITERAL","filterType":"EXCLUDE"}]}',
    },
    { consumerOffsetSync: { enabled: false, groups: [expect.anything(), expect.anything()] } },
    {},
  ],
  [
    "ACL sync",
    {
      "acl.sync.enable": "true",
      "acl.sync.ms": "6000",
      "acl.filters":
        '{"aclFilters":[{"resourceFilter":{"resourceType":"topic","patternType":"literal","name":"orders"},"accessFilter":{"principal":"User:sa-1","operation":"read","permissionType":"allow"}}]}',
    },
    { aclSync: { enabled: true, intervalMs: 6000 } },
    {},
  ],
  [
    "topic settings",
    {
      "topic.config.sync.ms": "7000",
      "topic.config.sync.include":
        "cleanup.policy,max.message.bytes,message.timestamp.difference.max.ms,message.timestamp.type,retention.ms",
    },
    { topicConfigSync: { intervalMs: 7000 } },
    {},
  ],
  ["an interval of topic settings", { "topic.config.sync.ms": "7000" }, { topicConfigSync: { intervalMs: 7000 } }, {}],
  ["a start offset", { "mirror.start.offset.spec": "latest" }, { startOffset: { value: "latest" } }, {}],
  [
    "a prefix for topics and groups",
    {
      "cluster.link.prefix": "p.",
      "consumer.group.prefix.enable": "true",
      "consumer.offset.sync.enable": "true",
      "consumer.offset.sync.ms": "30000",
      "consumer.offset.group.filters": `{"groupFilters":${EVERYTHING}}`,
    },
    { prefix: "p.", consumerGroupPrefix: true },
    {},
  ],
  [
    "auto-create filters",
    {
      "auto.create.mirror.topics.enable": "true",
      "auto.create.mirror.topics.filters":
        '{"topicFilters":[{"name":"a.","patternType":"PREFIXED","filterType":"INCLUDE"},{"name":"a.x","patternType":"PREFIXED","filterType":"EXCLUDE"},{"name":"b","patternType":"LITERAL","filterType":"INCLUDE"}]}',
    },
    {},
    { autoCreate: { enabled: true } },
  ],
];

describe("props that write exactly what is live", () => {
  it.each(TYPED)("typed: %s", (_, config, link, mirrors) => {
    const props = propsFrom(config);
    expect(props.link).toMatchObject(link);
    expect(props.link).not.toHaveProperty("rawConfig");
    expect(props.mirrors).toMatchObject(mirrors);
    expect(written(props)).toEqual({ ...OFF, ...config });
  });

  it.each<readonly [string, Config]>([
    [
      "filters in another form",
      {
        "consumer.offset.sync.enable": "true",
        "consumer.offset.sync.ms": "30000",
        "consumer.offset.group.filters": `{"groupFilters": ${EVERYTHING}}`,
      },
    ],
    [
      "an interval that nobody set",
      { "consumer.offset.sync.enable": "true", "consumer.offset.group.filters": `{"groupFilters":${EVERYTHING}}` },
    ],
    ["an interval alone", { "acl.sync.ms": "6000" }],
    ["a prefix without a word on groups", { "cluster.link.prefix": "p." }],
    [
      "auto-create filters in another order of members",
      {
        "auto.create.mirror.topics.enable": "true",
        "auto.create.mirror.topics.filters":
          '{"topicFilters":[{"filterType":"INCLUDE","name":"a","patternType":"LITERAL"}]}',
      },
    ],
    [
      "topic settings without an interval",
      {
        "topic.config.sync.include":
          "cleanup.policy,max.message.bytes,message.timestamp.difference.max.ms,message.timestamp.type",
      },
    ],
  ])("raw: %s", (_, config) => {
    const props = propsFrom(config);
    expect(props.link.rawConfig ?? props.link).toBeDefined();
    expect(written(props)).toEqual({ ...OFF, ...config });
  });

  it("for an end of a bidirectional link too", () => {
    const config = { "cluster.link.prefix": "p." };
    const { link, mirrors } = propsFrom(config, "bidirectional");
    expect(link).toEqual({ linkName: "jump-to-dr", prefix: "p." });
    const { stacks } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const { linkName, ...settings } = link;
      const made = new BidirectionalLink(stack, "link", {
        linkName,
        outbound: { ...settings, cluster: DR, credentials: ApiKey.fromVariables(stack, "dr") },
        inbound: { cluster: JUMP, credentials: ApiKey.fromVariables(stack, "jump") },
        dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
      });
      new MirrorSet(stack, "mirrors", { link: made.into(DR), ...mirrors, topics: ["orders"] });
    });
    const halves = Object.values(resources(stacks["stack"], "confluent_cluster_link"));
    const onDr = halves.find(({ connection_mode: mode }) => mode === "OUTBOUND");
    expect(onDr.config).toEqual({ ...OFF, ...config });
    const withGroups = { ...config, "consumer.group.prefix.enable": "false" };
    expect(propsFrom(withGroups, "bidirectional").link).toEqual({ linkName: "jump-to-dr", rawConfig: withGroups });
  });

  it("name every live topic by its source, and say which the app lacks", () => {
    const mirrors = ["orders", "bills"].map((topic) => ({ topic: `p.${topic}`, source: topic, status: "ACTIVE" }));
    const props = propsOf(linkWith({}, mirrors), "destination-initiated", ["orders"]);
    expect(props.mirrors).toBe('{\n  topics: [\n    "orders",\n    "bills" /* not named by the app yet */,\n  ],\n}');
    expect(props.imports).toEqual([]);
  });

  it("import the classes that they use", () => {
    const config = {
      "auto.create.mirror.topics.enable": "true",
      "auto.create.mirror.topics.filters": `{"topicFilters":${EVERYTHING}}`,
      "mirror.start.offset.spec": "latest",
    };
    const props = propsOf(linkWith(config), "source-initiated", []);
    expect(props.imports).toEqual(["StartOffset", "TopicFilter"]);
    expect(props.mirrors).toContain("TopicFilter.all()");
  });
});
