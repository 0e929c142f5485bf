import { describe, expect, it } from "vitest";
import { alterLinkConfigs } from "../../../lib/rehearsal/cloud/links";
import type { LinkHalf } from "../../../lib/rehearsal/cloud/state";
import { DR, JUMP, half, legOne, legTwo, refusal, threeClusters, topicFilters, type Configs } from "./world";

function settings(configs: Configs): LinkHalf {
  return half(threeClusters(), "A", DR, JUMP, { configs });
}

const ALWAYS = "cleanup.policy,max.message.bytes,message.timestamp.difference.max.ms,message.timestamp.type";

describe("settings that a cluster refuses", () => {
  it.each<[string, Configs]>([
    ["an unknown key", { "source.bootstrap.servers": "x:9092" }],
    ["a read-only key", { "metadata.max.age.ms": "1000" }],
    ["malformed filters", { "auto.create.mirror.topics.filters": "{" }],
    ["filters under another member", { "consumer.offset.group.filters": topicFilters(["*", "LITERAL"]) }],
    ["an unknown pattern type", { "auto.create.mirror.topics.filters": topicFilters(["a", "GLOB"]) }],
    ["an unknown filter type", { "auto.create.mirror.topics.filters": topicFilters(["a", "LITERAL", "MAYBE"]) }],
    ["an unknown word in ACL filters", { "acl.filters": aclFilter({ resourceType: "queue" }) }],
    ["a boolean that is none", { "acl.sync.enable": "yes" }],
    ["an empty boolean", { "acl.sync.enable": "" }],
    ["an interval that is no number", { "acl.sync.ms": "5s" }],
    ["an empty interval", { "acl.sync.ms": "" }],
    ["an interval under a second", { "consumer.offset.sync.ms": "999" }],
    ["a prefix of 13 characters", { "cluster.link.prefix": "abcdefghijkl-" }],
    ["a prefix with an illegal character", { "cluster.link.prefix": "a/" }],
    ["ACL sync with a prefix", { "acl.sync.enable": "true", "cluster.link.prefix": "p-" }],
    ["a group prefix without a prefix", { "consumer.group.prefix.enable": "true" }],
    ["a list of topic settings that lacks some", { "topic.config.sync.include": "retention.ms" }],
    [
      "a list of topic settings with one that is never copied",
      { "topic.config.sync.include": `${ALWAYS},confluent.x` },
    ],
    ["a start offset that is none", { "mirror.start.offset.spec": "yesterday" }],
    ["a start time that is none", { "mirror.start.offset.spec": "2024-13-99T00:00:00Z" }],
  ])("%s", (_, configs) => {
    expect(refusal(() => settings(configs))).toMatchObject({ status: 400, code: 40002 });
  });

  it("a group prefix on a bidirectional link", () => {
    const configs = { "consumer.group.prefix.enable": "true", "cluster.link.prefix": "p-" };
    const cloud = threeClusters();
    expect(refusal(() => half(cloud, "E", JUMP, "lkc-primary", { configs })).status).toBe(400);
    expect(half(cloud, "B", JUMP, "lkc-primary", { configs }).configs.get("cluster.link.prefix")).toBe("p-");
  });
});

describe("settings that a cluster takes", () => {
  it.each<[string, Configs]>([
    ["the shortest interval", { "consumer.offset.sync.ms": "1000" }],
    ["a prefix of 12 characters", { "cluster.link.prefix": "abcdefghijk-" }],
    ["an empty prefix", { "cluster.link.prefix": "" }],
    ["empty filters", { "acl.filters": "", "auto.create.mirror.topics.filters": "" }],
    ["all topic settings that must be there", { "topic.config.sync.include": `${ALWAYS}, retention.ms` }],
    ["a start time", { "mirror.start.offset.spec": "2024-05-01T00:00:00Z" }],
    ["the latest offset", { "mirror.start.offset.spec": "latest" }],
    ["filters of a feature that is off", { "auto.create.mirror.topics.filters": topicFilters(["a", "LITERAL"]) }],
    ["a prefix filter with *", { "auto.create.mirror.topics.filters": topicFilters(["a*", "PREFIXED"]) }],
    ["EXCLUDE alone", { "auto.create.mirror.topics.filters": topicFilters(["a", "LITERAL", "EXCLUDE"]) }],
    ["ACL filters", { "acl.filters": aclFilter({}) }],
  ])("%s", (_, configs) => {
    expect(settings(configs).state).toBe("ACTIVE");
  });
});

describe("tasks", () => {
  const states = ({ tasks }: LinkHalf): unknown =>
    Object.fromEntries([...tasks].map(([name, { state }]) => [name, state]));

  it("are not configured by default", () => {
    expect(states(settings({}))).toEqual({
      AclSync: "NOT_CONFIGURED",
      AutoCreateMirror: "NOT_CONFIGURED",
      ConsumerOffsetSync: "NOT_CONFIGURED",
      TopicConfigsSync: "ACTIVE",
    });
  });

  it("without filters are in error, but for offset sync", () => {
    const link = settings({
      "acl.sync.enable": "true",
      "auto.create.mirror.topics.enable": "true",
      "consumer.offset.sync.enable": "true",
    });
    expect(states(link)).toMatchObject({
      AclSync: "IN_ERROR",
      AutoCreateMirror: "IN_ERROR",
      ConsumerOffsetSync: "ACTIVE",
    });
    expect(link.tasks.get("AclSync")?.error).toContain("acl.filters");
    expect(link.tasks.get("AutoCreateMirror")?.error).toContain("auto.create.mirror.topics.filters");
  });

  it("are none of the half that sends, whatever its settings", () => {
    const cloud = threeClusters();
    half(cloud, "B", JUMP, "lkc-primary");
    const sending = half(cloud, "C", "lkc-primary", JUMP, { configs: { "consumer.offset.sync.enable": "true" } });
    expect(states(sending)).toMatchObject({ ConsumerOffsetSync: "NOT_CONFIGURED", TopicConfigsSync: "NOT_CONFIGURED" });
  });
});

describe("changes of settings", () => {
  it("are made together or not at all", () => {
    const cloud = threeClusters();
    const link = legTwo(cloud, { "acl.sync.ms": "2000" });
    const alter = (...changes: Parameters<typeof alterLinkConfigs>[3]): void =>
      alterLinkConfigs(cloud, DR, "jump-to-dr", changes);
    const refused = refusal(() =>
      alter(
        { name: "topic.config.sync.ms", value: "7000", operation: "SET" },
        { name: "acl.sync.ms", value: "10", operation: "SET" },
      ),
    );
    expect(refused.status).toBe(400);
    expect(link.configs.has("topic.config.sync.ms")).toBe(false);
    alter(
      { name: "topic.config.sync.ms", value: "7000", operation: "SET" },
      { name: "acl.sync.ms", operation: "DELETE" },
    );
    expect(link.configs.get("topic.config.sync.ms")).toBe("7000");
    expect(link.configs.has("acl.sync.ms")).toBe(false);
  });

  it("are only tried with validateOnly", () => {
    const cloud = threeClusters();
    const link = legTwo(cloud);
    const change = { name: "acl.sync.ms", value: "7000", operation: "SET" } as const;
    alterLinkConfigs(cloud, DR, "jump-to-dr", [change], { validateOnly: true });
    expect(link.configs.has("acl.sync.ms")).toBe(false);
  });

  it.each([
    ["another prefix", { name: "cluster.link.prefix", value: "q-", operation: "SET" }],
    ["no prefix", { name: "cluster.link.prefix", operation: "DELETE" }],
    ["another mode", { name: "link.mode", value: "SOURCE", operation: "SET" }],
    ["a group prefix", { name: "consumer.group.prefix.enable", value: "true", operation: "SET" }],
    ["a key without a value", { name: "acl.sync.ms", operation: "SET" }],
    ["a key that does not exist", { name: "no.such.key", operation: "DELETE" }],
    ["a read-only key", { name: "metadata.max.age.ms", value: "1", operation: "SET" }],
  ] as const)("are refused: %s", (_, change) => {
    const cloud = threeClusters();
    const link = legTwo(cloud, { "cluster.link.prefix": "p-" });
    expect(refusal(() => alterLinkConfigs(cloud, DR, "jump-to-dr", [change]))).toMatchObject({ status: 400 });
    expect(link.configs.get("cluster.link.prefix")).toBe("p-");
  });

  it("of an added prefix are refused, and the same prefix is taken", () => {
    const cloud = threeClusters();
    legOne(cloud);
    const change = { name: "cluster.link.prefix", value: "p-", operation: "SET" } as const;
    expect(refusal(() => alterLinkConfigs(cloud, JUMP, "primary-to-jump", [change])).status).toBe(400);
    const link = legTwo(cloud, { "cluster.link.prefix": "p-" });
    alterLinkConfigs(cloud, DR, "jump-to-dr", [change, { name: "acl.sync.ms", value: "6000", operation: "SET" }]);
    expect(link.configs.get("acl.sync.ms")).toBe("6000");
  });
});

function aclFilter(resource: Configs): string {
  const resourceFilter = { resourceType: "topic", patternType: "any", ...resource };
  return JSON.stringify({
    aclFilters: [{ resourceFilter, accessFilter: { operation: "any", permissionType: "any" } }],
  });
}
