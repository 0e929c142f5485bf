import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN, type Maybe } from "../../lib/model/maybe";
import { checkCreationSettings, checkRemovedSettings, checkSettings } from "../../lib/model/rules/settings";
import {
  ALWAYS_SYNCED_TOPIC_CONFIGS,
  OPTIONALLY_SYNCED_TOPIC_CONFIGS,
  SETTINGS,
  defaultIntervalMs,
  settingDefinition,
} from "../../lib/model/settings";
import type { LinkSettings, LinkShape } from "../../lib/model/topology";
import { everything, ids } from "./support/legs";

const LATER = "anytime";
const MS = { unit: "ms", minimum: 1000 } as const;

describe("the settings that the provider takes", () => {
  it.each([
    ["acl.sync.enable", "boolean", "false", LATER, {}],
    ["acl.sync.ms", "integer", "5000", LATER, MS],
    ["acl.filters", "filters", "", LATER, { document: "aclFilters" }],
    ["auto.create.mirror.topics.enable", "boolean", "false", LATER, {}],
    ["auto.create.mirror.topics.filters", "filters", "", LATER, { document: "topicFilters" }],
    ["cluster.link.prefix", "text", null, "creation only", { maximumLength: 12 }],
    ["consumer.group.prefix.enable", "boolean", "false", "creation only", {}],
    ["consumer.offset.sync.enable", "boolean", "false", LATER, {}],
    ["consumer.offset.sync.ms", "integer", "30000", LATER, MS],
    ["consumer.offset.group.filters", "filters", "", LATER, { document: "groupFilters" }],
    ["mirror.start.offset.spec", "text", "earliest", "anytime, for new mirror topics", {}],
    ["topic.config.sync.ms", "integer", "5000", LATER, MS],
    ["topic.config.sync.include", "list", null, LATER, {}],
  ])("%s", (key, type, value, mutability, more) => {
    expect(settingDefinition(key)).toEqual({ key, type, default: value, mutability, ...more });
  });

  it("are these thirteen, once each and sorted", () => {
    const keys = SETTINGS.map(({ key }) => key);
    expect(keys).toHaveLength(13);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it.each([
    "link.mode",
    "connection.mode",
    "bootstrap.servers",
    "security.protocol",
    "sasl.jaas.config",
    "remote.link.connection.mode",
    "cluster.link.paused",
    "metadata.max.age.ms",
    "link.prefix",
    "__proto__",
    "constructor",
    "",
  ])("do not have %s among them", (key) => {
    expect(settingDefinition(key)).toBeUndefined();
  });

  it("have default intervals as numbers", () => {
    expect(defaultIntervalMs("consumer.offset.sync.ms")).toBe(30_000);
    expect(defaultIntervalMs("acl.sync.ms")).toBe(5_000);
    expect(defaultIntervalMs("topic.config.sync.ms")).toBe(5_000);
  });
});

describe("topic settings", () => {
  it("that are always copied are four", () => {
    expect([...ALWAYS_SYNCED_TOPIC_CONFIGS].sort()).toEqual([
      "cleanup.policy",
      "max.message.bytes",
      "message.timestamp.difference.max.ms",
      "message.timestamp.type",
    ]);
  });

  it.each([
    "min.compaction.lag.ms",
    "max.compaction.lag.ms",
    "compression.type",
    "segment.bytes",
    "segment.ms",
    "segment.index.bytes",
    "segment.jitter.ms",
    "min.insync.replicas",
    "retention.ms",
    "retention.bytes",
    "delete.retention.ms",
    "unclean.leader.election.enable",
    "message.downconversion.enable",
    "message.timestamp.before.max.ms",
    "message.timestamp.after.max.ms",
    "flush.ms",
    "flush.messages",
    "index.interval.bytes",
    "min.cleanable.dirty.ratio",
    "file.delete.delay.ms",
    "preallocate",
  ])("%s may be left out", (name) => {
    expect(OPTIONALLY_SYNCED_TOPIC_CONFIGS).toContain(name);
    expect(ALWAYS_SYNCED_TOPIC_CONFIGS).not.toContain(name);
  });

  it("that may be left out are those", () => {
    expect(OPTIONALLY_SYNCED_TOPIC_CONFIGS).toHaveLength(21);
    expect(new Set(OPTIONALLY_SYNCED_TOPIC_CONFIGS).size).toBe(21);
  });
});

const OFF: LinkSettings = {
  prefix: undefined,
  consumerGroupPrefix: false,
  autoCreate: { enabled: false, filters: [] },
  consumerOffsetSync: { enabled: false, intervalMs: 30_000, filters: [] },
  aclSync: { enabled: false, intervalMs: 5_000, filters: [] },
  topicConfigSync: { intervalMs: 5_000, include: undefined },
};

const check = (changes: Partial<LinkSettings>, shape: LinkShape = "source-initiated"): string[] =>
  ids(checkSettings({ ...OFF, ...changes }, shape));

const acl = {
  resourceFilter: { resourceType: "topic", patternType: "literal" },
  accessFilter: { operation: "read", permissionType: "allow" },
} as const;

describe("a link's settings", () => {
  it("that say nothing are right", () => {
    expect(check({})).toEqual([]);
  });

  const features = [
    ["aclSync", [acl], "CL001"],
    ["autoCreate", [everything], "CL002"],
    ["consumerOffsetSync", [everything], "CL003"],
  ] as const;

  it.each(features)("%s needs filters where it is on, and is told of filters where it is off", (name, filters, id) => {
    const given = (enabled: Maybe<boolean>, some: readonly unknown[]): string[] =>
      check({ [name]: { ...OFF[name], enabled, filters: some } });
    expect(given(true, [])).toEqual([id]);
    expect(given(true, filters)).toEqual([]);
    expect(given(false, filters)).toEqual(["CL004"]);
    expect(given(false, [])).toEqual([]);
    expect(given(UNKNOWN, [])).toEqual([]);
    expect(given(UNKNOWN, filters)).toEqual([]);
  });

  it.each([
    ["a legal prefix", { prefix: "p-" }, "source-initiated", []],
    ["a prefix of 12 characters", { prefix: "twelve-chars" }, "source-initiated", []],
    ["a prefix of 13 characters", { prefix: "thirteen-char" }, "source-initiated", ["CL010"]],
    ["an empty prefix", { prefix: "" }, "source-initiated", ["CL010"]],
    ["a prefix with a slash", { prefix: "a/" }, "source-initiated", ["CL010"]],
    ["an unknown prefix", { prefix: UNKNOWN }, "source-initiated", []],
    ["group prefix without prefix", { consumerGroupPrefix: true }, "destination-initiated", ["CL011"]],
    ["group prefix with prefix", { consumerGroupPrefix: true, prefix: "p" }, "destination-initiated", []],
    ["group prefix with an unknown prefix", { consumerGroupPrefix: true, prefix: UNKNOWN }, "source-initiated", []],
    ["an unknown group prefix without prefix", { consumerGroupPrefix: UNKNOWN }, "source-initiated", []],
    ["group prefix both ways", { consumerGroupPrefix: true, prefix: "p" }, "bidirectional", ["CL011"]],
    [
      "ACL sync with prefix",
      { prefix: "p", aclSync: { enabled: true, intervalMs: 5_000, filters: [acl] } },
      "source-initiated",
      ["CL008"],
    ],
    [
      "ACL sync that may be on, with prefix",
      { prefix: "p", aclSync: { enabled: UNKNOWN, intervalMs: 5_000, filters: [acl] } },
      "source-initiated",
      [],
    ],
  ] as const)("with %s", (_, changes, shape, found) => {
    expect(check(changes as Partial<LinkSettings>, shape)).toEqual(found);
  });

  it("have whole intervals of at least 1000 ms", () => {
    const interval = fc.oneof(fc.integer({ min: 990, max: 1010 }), fc.integer(), fc.double(), fc.constant(UNKNOWN));
    fc.assert(
      fc.property(interval, fc.constantFrom("consumerOffsetSync", "aclSync", "topicConfigSync"), (intervalMs, name) => {
        const expected =
          intervalMs === UNKNOWN
            ? []
            : Math.floor(intervalMs) !== intervalMs || Math.abs(intervalMs) === Infinity
              ? ["CL068"]
              : intervalMs >= 1000
                ? []
                : ["CL031"];
        expect(check({ [name]: { ...OFF[name as "aclSync"], intervalMs } })).toEqual(expected);
      }),
    );
  });

  it("copy a list of topic settings that has the four and nothing foreign", () => {
    const four = [
      "cleanup.policy",
      "max.message.bytes",
      "message.timestamp.difference.max.ms",
      "message.timestamp.type",
    ];
    const include = (list: Maybe<string>[]): string[] =>
      check({ topicConfigSync: { intervalMs: 5_000, include: list } });
    expect(include(four)).toEqual([]);
    expect(include([...four, "retention.ms"])).toEqual([]);
    expect(include([...four, "confluent.value.schema.validation"])).toEqual(["CL030"]);
    expect(include([])).toEqual(["CL030"]);
    expect(include(["retention.ms", "nonsense"])).toEqual(["CL030", "CL030"]);
    expect(include([...four.slice(1), UNKNOWN])).toEqual([]);
    for (const each of four) expect(include(four.filter((other) => other !== each))).toEqual(["CL030"]);
  });

  it("may be told several things at once", () => {
    const changes = { prefix: "much-too-long-a-prefix", autoCreate: { enabled: true, filters: [] } };
    expect(check(changes)).toEqual(["CL002", "CL010"]);
  });
});

describe("a setting that only the creation of a link can set", () => {
  type Prefixes = [prefix: Maybe<string> | undefined, consumerGroupPrefix: Maybe<boolean>];

  it.each<[string, Prefixes, Prefixes, string[]]>([
    ["is as it was", ["p", true], ["p", true], []],
    ["is as missing as it was", [undefined, false], [undefined, false], []],
    ["is added", [undefined, false], ["p", false], ["CL077"]],
    ["is changed", ["p", false], ["q", false], ["CL077"]],
    ["is gone", ["p", false], [undefined, false], []],
    ["was unknown", [UNKNOWN, false], ["p", false], []],
    ["is unknown", ["p", false], [UNKNOWN, false], []],
    ["is switched on", ["p", false], ["p", true], ["CL077"]],
    ["is switched off", ["p", true], ["p", false], ["CL077"]],
    ["is added and switched", [undefined, false], ["p", true], ["CL077"]],
    ["is switched without the other", [undefined, false], [undefined, true], []],
    ["is gone and switched", ["p", true], [undefined, false], []],
    ["may be switched", ["p", UNKNOWN], ["p", true], []],
    ["is changed and switched", ["p", true], ["q", false], ["CL077", "CL077"]],
  ])("%s", (_, [prefix, consumerGroupPrefix], [now, groupsNow], expected) => {
    const findings = checkCreationSettings(
      { prefix, consumerGroupPrefix },
      { prefix: now, consumerGroupPrefix: groupsNow },
    );
    expect(ids(findings)).toEqual(expected);
  });
});

describe("a setting that the last synth wrote", () => {
  it("is missed when it is gone", () => {
    expect(checkRemovedSettings(["a", "b", "c"], ["b"]).map(({ rule, given }) => `${rule.id} ${given}`)).toEqual([
      "CL048 a was written by the last synth and is not any more.",
      "CL048 c was written by the last synth and is not any more.",
    ]);
  });

  it("may get company", () => {
    expect(checkRemovedSettings(["a"], ["a", "b"])).toEqual([]);
    expect(checkRemovedSettings([], [])).toEqual([]);
  });
});
