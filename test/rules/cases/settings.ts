import { App } from "cdktf";
import { expect } from "vitest";
import { AclFilter, GroupFilter, TopicFilter, Warnings, type MirrorSetProps } from "cdktf-cluster-linking";
import { resources, synthToJson } from "../../support/synth";
import type { Build, RuleCase } from "../support/case";
import { bothWays, firstLink, mirrors, newStack, oneLeg, other, secondLink } from "../support/topology";

const LINK = "leg/link";

const raw = (rawConfig: Readonly<Record<string, unknown>>, set?: Partial<MirrorSetProps>): Build =>
  oneLeg({ rawConfig }, set);

const drLeg =
  (props: object): Build =>
  (app) =>
    void secondLink(newStack(app, "leg"), props);

const jumpEnd =
  (inbound: object): Build =>
  (app) =>
    void bothWays(newStack(app, "leg"), { inbound });

const someAcls = AclFilter.of({
  resourceFilter: { resourceType: "topic", patternType: "prefixed", name: "orders" },
  accessFilter: { operation: "read", permissionType: "allow" },
});
const ACL_TEXT =
  '{"aclFilters":[{"resourceFilter":{"resourceType":"topic","patternType":"any"},"accessFilter":{"operation":"read","permissionType":"allow"}}]}';
const TOPIC_TEXT = '{"topicFilters":[{"name":"orders","patternType":"PREFIXED","filterType":"INCLUDE"}]}';
const GROUP_TEXT = '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}';
const MANDATORY = [
  "cleanup.policy",
  "max.message.bytes",
  "message.timestamp.difference.max.ms",
  "message.timestamp.type",
] as const;

/** Builds after an earlier synth of another build into the same folder. */
const afterSynthOf =
  (before: Build, now: Build): Build =>
  (app, unknown) => {
    const earlier = new App({ outdir: app.outdir, stackTraces: false });
    before(earlier, unknown);
    earlier.synth();
    now(app, unknown);
  };

const withText =
  (setting: (value: string) => object): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    firstLink(stack, setting(unknown.text(stack, "value")));
  };

const withFlag =
  (setting: (value: unknown) => object, set?: (value: unknown) => Partial<MirrorSetProps>): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    const flag = unknown.flag(stack, "value");
    const link = firstLink(stack, setting(flag));
    if (set) mirrors(stack, link, set(flag));
  };

const withNumber =
  (setting: (value: number) => object): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    firstLink(stack, setting(unknown.number(stack, "value")));
  };

const acknowledged =
  (build: Build, id: string): Build =>
  (app, unknown) => {
    build(app, unknown);
    Warnings.of(app).acknowledge(id, "the cluster is known to take it");
  };

/** The config of each half, by its modes. */
const configs = (build: Build): Record<string, Record<string, string> | undefined> => {
  const { stacks } = synthToJson((app) => build(app, {} as never));
  const halves = Object.values(resources(stacks["leg"], "confluent_cluster_link"));
  return Object.fromEntries(halves.map((half) => [`${half.link_mode}/${half.connection_mode}`, half.config]));
};

const DR_HALF = "DESTINATION/OUTBOUND";

const OFF = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.sync.enable": "false",
};

export const settings: readonly RuleCase[] = [
  {
    id: "CL001",
    refuses: {
      "a source-initiated link": {
        build: oneLeg({ aclSync: { filters: [] } }),
        at: LINK,
        given: "ACL sync is on and has no filters",
      },
      "a destination-initiated link": {
        build: drLeg({ aclSync: { filters: [] } }),
        at: LINK,
        given: "ACL sync is on and has no filters",
      },
      "an end of a bidirectional link": {
        build: jumpEnd({ aclSync: { filters: [] } }),
        at: `${LINK}/inbound`,
        given: "ACL sync is on and has no filters",
      },
      "rawConfig without filters": {
        build: raw({ "acl.sync.enable": "true" }),
        at: LINK,
        given: "ACL sync is on and has no filters",
      },
      "rawConfig with an empty document": {
        build: raw({ "acl.sync.enable": "true", "acl.filters": '{"aclFilters":[]}' }),
        at: LINK,
        given: "ACL sync is on and has no filters",
      },
    },
    accepts: {
      "a filter": oneLeg({ aclSync: { filters: [someAcls] } }),
      "a switch that is off": oneLeg({ aclSync: { enabled: false, filters: [] } }),
      "rawConfig with a filter": raw({ "acl.sync.enable": "true", "acl.filters": ACL_TEXT }),
    },
    token: {
      "the switch": withFlag((enabled) => ({ aclSync: { enabled, filters: [] } })),
      "the switch in rawConfig": withText((value) => ({ rawConfig: { "acl.sync.enable": value } })),
      "the filters": withText((value) => ({ rawConfig: { "acl.sync.enable": "true", "acl.filters": value } })),
    },
  },
  {
    id: "CL002",
    refuses: {
      "a set that switches on and chooses nothing": {
        build: oneLeg({}, { topics: ["orders"], autoCreate: { filters: [] } }),
        at: LINK,
        given: "Auto-create of mirror topics is on and has no filters",
      },
      rawConfig: {
        build: raw({ "auto.create.mirror.topics.enable": "true" }),
        at: LINK,
        given: "Auto-create of mirror topics is on and has no filters",
      },
    },
    accepts: {
      "a filter": oneLeg({}, { autoCreate: [TopicFilter.includePrefix("orders")] }),
      "no filters and no switch": oneLeg({}, { topics: ["orders"], autoCreate: [] }),
      "rawConfig with a filter": raw({
        "auto.create.mirror.topics.enable": "true",
        "auto.create.mirror.topics.filters": TOPIC_TEXT,
      }),
    },
    token: {
      "the switch": withFlag(
        () => ({}),
        (enabled) => ({ topics: ["orders"], autoCreate: { enabled: enabled as never, filters: [] } }),
      ),
      "the filters": withText((value) => ({
        rawConfig: { "auto.create.mirror.topics.enable": "true", "auto.create.mirror.topics.filters": value },
      })),
    },
  },
  {
    id: "CL003",
    refuses: {
      "no groups": {
        build: oneLeg({ consumerOffsetSync: { groups: [] } }),
        at: LINK,
        given: "Consumer offset sync is on and has no filters",
      },
      rawConfig: {
        build: raw({ "consumer.offset.sync.enable": "true" }),
        at: LINK,
        given: "Consumer offset sync is on and has no filters",
      },
    },
    accepts: {
      "a group filter": oneLeg({ consumerOffsetSync: { groups: [GroupFilter.all()] } }),
      "rawConfig with a group filter": raw({
        "consumer.offset.sync.enable": "true",
        "consumer.offset.group.filters": GROUP_TEXT,
      }),
    },
    token: {
      "the switch": withFlag((enabled) => ({ consumerOffsetSync: { enabled, groups: [] } })),
      "the filters": withText((value) => ({
        rawConfig: { "consumer.offset.sync.enable": "true", "consumer.offset.group.filters": value },
      })),
    },
  },
  {
    id: "CL004",
    refuses: {
      "ACL filters": {
        build: oneLeg({ aclSync: { enabled: false, filters: [someAcls] } }),
        at: LINK,
        given: "ACL sync is off and has 1 filter(s)",
      },
      "topic filters": {
        build: oneLeg({}, { autoCreate: { enabled: false, filters: [TopicFilter.include("orders")] } }),
        at: LINK,
        given: "Auto-create of mirror topics is off and has 1 filter(s)",
      },
      "group filters": {
        build: oneLeg({ consumerOffsetSync: { enabled: false, groups: [GroupFilter.all()] } }),
        at: LINK,
        given: "Consumer offset sync is off and has 1 filter(s)",
      },
      "rawConfig that never switches on": {
        build: raw({ "acl.filters": ACL_TEXT }),
        at: LINK,
        given: "ACL sync is off and has 1 filter(s)",
      },
    },
    accepts: {
      "features that are on": oneLeg(
        { aclSync: { filters: [someAcls] }, consumerOffsetSync: { groups: [GroupFilter.all()] } },
        { autoCreate: [TopicFilter.include("orders")] },
      ),
      "an acknowledged one": acknowledged(
        oneLeg({ consumerOffsetSync: { enabled: false, groups: [GroupFilter.all()] } }),
        "CL004",
      ),
    },
    token: {
      "the switch": withFlag((enabled) => ({ consumerOffsetSync: { enabled, groups: [GroupFilter.all()] } })),
      "the switch in rawConfig": withText((value) => ({
        rawConfig: { "acl.sync.enable": value, "acl.filters": ACL_TEXT },
      })),
    },
  },
  {
    id: "CL008",
    refuses: {
      "both props": {
        build: oneLeg({ prefix: "eu-", aclSync: { filters: [someAcls] } }),
        at: LINK,
        given: "ACL sync is on and the link has a prefix",
      },
      "a prefix in rawConfig": {
        build: oneLeg({ rawConfig: { "cluster.link.prefix": "eu-" }, aclSync: { filters: [someAcls] } }),
        at: LINK,
        given: "ACL sync is on and the link has a prefix",
      },
      "an end of a bidirectional link": {
        build: jumpEnd({ prefix: "eu-", aclSync: { filters: [someAcls] } }),
        at: `${LINK}/inbound`,
        given: "ACL sync is on and the link has a prefix",
      },
    },
    accepts: {
      "a prefix": oneLeg({ prefix: "eu-" }),
      "ACL sync": oneLeg({ aclSync: { filters: [someAcls] } }),
    },
    token: {
      "the switch": withFlag((enabled) => ({ prefix: "eu-", aclSync: { enabled, filters: [someAcls] } })),
      "the prefix": withText((prefix) => ({ prefix, aclSync: { filters: [someAcls] } })),
    },
  },
  {
    id: "CL010",
    refuses: {
      "13 characters": {
        build: oneLeg({ prefix: "thirteenchars" }),
        at: LINK,
        given: 'The prefix is "thirteenchars": it has 13 characters, 12 are allowed',
      },
      "an illegal character": {
        build: drLeg({ prefix: "eu/" }),
        at: LINK,
        given: 'The prefix is "eu/"',
      },
      "an empty text": { build: oneLeg({ prefix: "" }), at: LINK, given: 'The prefix is ""' },
      rawConfig: {
        build: raw({ "cluster.link.prefix": "thirteenchars" }),
        at: LINK,
        given: 'The prefix is "thirteenchars"',
      },
    },
    accepts: {
      "12 characters": oneLeg({ prefix: "twelve.ch_-1" }),
    },
    token: {
      "the prefix": withText((prefix) => ({ prefix })),
      "the prefix in rawConfig": withText((value) => ({ rawConfig: { "cluster.link.prefix": value } })),
    },
  },
  {
    id: "CL011",
    refuses: {
      "a link without a prefix": {
        build: oneLeg({ consumerGroupPrefix: true }),
        at: LINK,
        given: "consumerGroupPrefix is on and the link has no prefix",
      },
      "rawConfig without a prefix": {
        build: raw({ "consumer.group.prefix.enable": "true" }),
        at: LINK,
        given: "consumerGroupPrefix is on and the link has no prefix",
      },
      "a bidirectional link": {
        build: jumpEnd({ prefix: "eu-", rawConfig: { "consumer.group.prefix.enable": "true" } }),
        at: `${LINK}/inbound`,
        given: "consumerGroupPrefix is on and the link is bidirectional",
      },
    },
    accepts: {
      "a link with a prefix": oneLeg({ prefix: "eu-", consumerGroupPrefix: true }),
      "a bidirectional link with a prefix alone": jumpEnd({ prefix: "eu-" }),
    },
    token: {
      "the switch": withFlag((consumerGroupPrefix) => ({ consumerGroupPrefix })),
      "the prefix": withText((prefix) => ({ prefix, consumerGroupPrefix: true })),
    },
  },
  {
    id: "CL021",
    refuses: {
      "a connection setting": {
        build: raw({ "link.mode": "SOURCE" }),
        at: LINK,
        given: 'rawConfig has the key "link.mode"',
      },
      "a setting that cannot be set": {
        build: drLeg({ rawConfig: { "metadata.max.age.ms": "1000" } }),
        at: LINK,
        given: 'rawConfig has the key "metadata.max.age.ms"',
      },
    },
    accepts: {
      "every key that the provider takes": raw({
        "acl.filters": ACL_TEXT,
        "acl.sync.enable": "true",
        "acl.sync.ms": "5000",
        "auto.create.mirror.topics.enable": "true",
        "auto.create.mirror.topics.filters": TOPIC_TEXT,
        "consumer.offset.group.filters": GROUP_TEXT,
        "consumer.offset.sync.enable": "true",
        "consumer.offset.sync.ms": "30000",
        "mirror.start.offset.spec": "latest",
        "topic.config.sync.include": MANDATORY.join(","),
        "topic.config.sync.ms": "5000",
      }),
      "the keys of a prefix": raw({ "cluster.link.prefix": "eu-", "consumer.group.prefix.enable": "true" }),
    },
    token: { never: "the keys of rawConfig are its members' names" },
  },
  {
    id: "CL022",
    guarantees: {
      "that every switch is written, though no feature is given": () => {
        expect(configs(oneLeg({}))).toEqual({ "DESTINATION/INBOUND": OFF, "SOURCE/OUTBOUND": undefined });
        expect(configs(drLeg({}))).toEqual({ "DESTINATION/OUTBOUND": OFF });
        expect(configs(jumpEnd({}))).toEqual({ "BIDIRECTIONAL/INBOUND": OFF, "BIDIRECTIONAL/OUTBOUND": OFF });
      },
      "that an undefined entry of rawConfig takes no switch away": () => {
        const halves = configs(drLeg({ rawConfig: { "acl.sync.enable": undefined } }));
        expect(halves).toEqual({ "DESTINATION/OUTBOUND": OFF });
      },
      "that a switch stays when its feature goes": () => {
        const on = configs(drLeg({ aclSync: { filters: [someAcls] } }))[DR_HALF];
        expect(on?.["acl.sync.enable"]).toBe("true");
        expect(configs(drLeg({}))[DR_HALF]?.["acl.sync.enable"]).toBe("false");
      },
      "that a feature switched off keeps its filters and its interval": () => {
        const groups = { groups: [GroupFilter.all()], intervalMs: 1000 };
        const { "consumer.offset.sync.enable": on, ...kept } =
          configs(drLeg({ consumerOffsetSync: groups }))[DR_HALF] ?? {};
        const { "consumer.offset.sync.enable": off, ...still } =
          configs(drLeg({ consumerOffsetSync: { ...groups, enabled: false } }))[DR_HALF] ?? {};
        expect([on, off]).toEqual(["true", "false"]);
        expect(kept["consumer.offset.sync.ms"]).toBe("1000");
        expect(still).toEqual(kept);
      },
    },
  },
  {
    id: "CL030",
    refuses: {
      "a list without what is always synced": {
        build: oneLeg({ topicConfigSync: { include: ["retention.ms"] } }),
        at: LINK,
        given: "The list lacks cleanup.policy, max.message.bytes",
      },
      "a list with what is never synced": {
        build: oneLeg({ topicConfigSync: { include: [...MANDATORY, "confluent.placement.constraints"] } }),
        at: LINK,
        given: 'The list has "confluent.placement.constraints"',
      },
      rawConfig: {
        build: raw({ "topic.config.sync.include": "retention.ms,retention.bytes" }),
        at: LINK,
        given: "The list lacks cleanup.policy",
      },
    },
    accepts: {
      "what is always synced": oneLeg({ topicConfigSync: { include: MANDATORY } }),
      "some that are optional": oneLeg({ topicConfigSync: { include: [...MANDATORY, "retention.ms"] } }),
      "rawConfig with spaces": raw({ "topic.config.sync.include": MANDATORY.join(", ") }),
    },
    token: {
      "a member": withText((member) => ({ topicConfigSync: { include: [member] } })),
      "the list in rawConfig": withText((value) => ({ rawConfig: { "topic.config.sync.include": value } })),
    },
  },
  {
    id: "CL031",
    refuses: {
      "999 ms between offset syncs": {
        build: oneLeg({ consumerOffsetSync: { groups: [GroupFilter.all()], intervalMs: 999 } }),
        at: LINK,
        given: "consumer.offset.sync.ms is 999 ms",
      },
      "999 ms between ACL syncs": {
        build: drLeg({ aclSync: { filters: [someAcls], intervalMs: 999 } }),
        at: LINK,
        given: "acl.sync.ms is 999 ms",
      },
      "999 ms between topic config syncs": {
        build: jumpEnd({ topicConfigSync: { intervalMs: 999 } }),
        at: `${LINK}/inbound`,
        given: "topic.config.sync.ms is 999 ms",
      },
      rawConfig: { build: raw({ "acl.sync.ms": "0" }), at: LINK, given: "acl.sync.ms is 0 ms" },
    },
    accepts: {
      "1000 ms": oneLeg({ topicConfigSync: { intervalMs: 1000 } }),
      "999 ms with an acknowledgement": acknowledged(oneLeg({ topicConfigSync: { intervalMs: 999 } }), "CL031"),
    },
    token: {
      "the interval": withNumber((intervalMs) => ({ topicConfigSync: { intervalMs } })),
      "the interval in rawConfig": withText((value) => ({ rawConfig: { "acl.sync.ms": value } })),
    },
  },
  {
    id: "CL048",
    refuses: {
      "a feature that is gone": {
        build: afterSynthOf(oneLeg({ consumerOffsetSync: { groups: [GroupFilter.all()] } }), oneLeg({})),
        at: LINK,
        given: "consumer.offset.group.filters was written by the last synth",
      },
      "a filter list that is gone": {
        build: afterSynthOf(
          oneLeg({}, { topics: ["orders"], autoCreate: [TopicFilter.include("payments")] }),
          oneLeg({}, { topics: ["orders"] }),
        ),
        at: LINK,
        given: "auto.create.mirror.topics.filters was written by the last synth",
      },
      "a prefix that is gone": {
        build: afterSynthOf(oneLeg({ prefix: "eu-" }), oneLeg({})),
        at: LINK,
        given: "cluster.link.prefix was written by the last synth",
      },
    },
    accepts: {
      "the same settings": afterSynthOf(oneLeg({ topicConfigSync: {} }), oneLeg({ topicConfigSync: {} })),
      "a feature switched off": {
        build: afterSynthOf(
          oneLeg({ consumerOffsetSync: { groups: [GroupFilter.all()] } }),
          oneLeg({ consumerOffsetSync: { enabled: false, groups: [GroupFilter.all()] } }),
        ),
        also: ["CL004"],
      },
      "a link between other clusters in that place": afterSynthOf(
        oneLeg({ topicConfigSync: {} }),
        oneLeg({ destination: other() }),
      ),
      "another link in that place": afterSynthOf(oneLeg({ topicConfigSync: {} }), oneLeg({ linkName: "another-link" })),
    },
    token: {
      "the value that was known": afterSynthOf(
        oneLeg({ rawConfig: { "mirror.start.offset.spec": "latest" } }),
        withText((value) => ({ rawConfig: { "mirror.start.offset.spec": value } })),
      ),
      "the link's name": afterSynthOf(
        oneLeg({ topicConfigSync: {} }),
        withText((linkName) => ({ linkName })),
      ),
    },
  },
  {
    id: "CL049",
    guarantees: {
      "that a half that receives keeps entries when every setting goes": () => {
        const before = configs(drLeg({ topicConfigSync: {}, consumerOffsetSync: { groups: [GroupFilter.all()] } }));
        expect(Object.keys(before[DR_HALF] ?? {}).length).toBeGreaterThan(3);
        expect(configs(drLeg({}))[DR_HALF]).toEqual(OFF);
        expect(configs(drLeg({ rawConfig: {} }))[DR_HALF]).toEqual(OFF);
      },
      "that a half that does not receive never has any": () => {
        expect(configs(oneLeg({ topicConfigSync: {} }))["SOURCE/OUTBOUND"]).toBeUndefined();
      },
    },
  },
  {
    id: "CL053",
    refuses: {
      "a prefix in two places": {
        build: oneLeg({ prefix: "eu-", rawConfig: { "cluster.link.prefix": "eu-" } }),
        at: LINK,
        given: "rawConfig has cluster.link.prefix",
      },
      "an interval in two places": {
        build: drLeg({ topicConfigSync: {}, rawConfig: { "topic.config.sync.ms": "6000" } }),
        at: LINK,
        given: "rawConfig has topic.config.sync.ms",
      },
      "filters of a set and of rawConfig": {
        build: raw(
          { "auto.create.mirror.topics.filters": TOPIC_TEXT, "auto.create.mirror.topics.enable": "true" },
          { autoCreate: [TopicFilter.include("payments")] },
        ),
        at: LINK,
        given: "rawConfig has auto.create.mirror.topics.filters",
      },
    },
    accepts: {
      "each setting in one place": oneLeg({ topicConfigSync: {}, rawConfig: { "mirror.start.offset.spec": "latest" } }),
    },
    token: { never: "two places contradict each other whatever their values are" },
  },
  {
    id: "CL068",
    refuses: {
      "a switch that is neither true nor false": {
        build: raw({ "acl.sync.enable": "yes" }),
        at: LINK,
        given: 'rawConfig acl.sync.enable is "yes"',
      },
      "an interval that is no number": {
        build: raw({ "acl.sync.ms": "5s" }),
        at: LINK,
        given: 'rawConfig acl.sync.ms is "5s"',
      },
      "a fraction of a millisecond": {
        build: oneLeg({ topicConfigSync: { intervalMs: 1000.5 } }),
        at: LINK,
        given: "topic.config.sync.ms is 1000.5",
      },
      "filters that are no JSON": {
        build: raw({ "acl.filters": "everything" }),
        at: LINK,
        given: 'rawConfig acl.filters is "everything"',
      },
      "filters of another feature": {
        build: raw({ "auto.create.mirror.topics.filters": GROUP_TEXT }),
        at: LINK,
        given: "the one member topicFilters",
      },
      "a document with a second member": {
        build: raw({ "consumer.offset.group.filters": '{"groupFilters":[],"version":1}' }),
        at: LINK,
        given: "has members besides groupFilters",
      },
      "an entry without its pattern": {
        build: raw({ "auto.create.mirror.topics.filters": '{"topicFilters":[{"name":"a","filterType":"INCLUDE"}]}' }),
        at: LINK,
        given: "whose members are not name, patternType, filterType",
      },
    },
    accepts: {
      "values of their types": raw({ "acl.sync.enable": "false", "acl.sync.ms": "5000" }),
      "entries that are undefined": raw({ "acl.sync.ms": undefined }),
    },
    token: {
      "a switch": withText((value) => ({ rawConfig: { "acl.sync.enable": value } })),
      "a number": withText((value) => ({ rawConfig: { "acl.sync.ms": value } })),
      "a document": withText((value) => ({
        rawConfig: { "consumer.offset.sync.enable": "true", "consumer.offset.group.filters": value },
      })),
    },
  },
  {
    id: "CL077",
    refuses: {
      "a prefix that is added": {
        build: afterSynthOf(oneLeg({}), oneLeg({ prefix: "eu-" })),
        at: LINK,
        given: 'The prefix is "eu-"; in the last synth it was missing',
      },
      "another prefix": {
        build: afterSynthOf(oneLeg({ prefix: "eu-" }), oneLeg({ prefix: "us-" })),
        at: LINK,
        given: 'The prefix is "us-"; in the last synth it was "eu-"',
      },
      "a group prefix that is switched on": {
        build: afterSynthOf(oneLeg({ prefix: "eu-" }), oneLeg({ prefix: "eu-", consumerGroupPrefix: true })),
        at: LINK,
        given: "consumerGroupPrefix is true; in the last synth it was false",
      },
    },
    accepts: {
      "the same prefix": afterSynthOf(oneLeg({ prefix: "eu-" }), oneLeg({ prefix: "eu-" })),
      "another prefix for another link": afterSynthOf(
        oneLeg({ prefix: "eu-" }),
        oneLeg({ prefix: "us-", linkName: "another-link" }),
      ),
    },
    token: {
      "the prefix": afterSynthOf(
        oneLeg({ prefix: "eu-" }),
        withText((prefix) => ({ prefix })),
      ),
      "the earlier prefix": afterSynthOf(
        withText((prefix) => ({ prefix })),
        oneLeg({ prefix: "eu-" }),
      ),
    },
  },
];
