import {
  AclFilter,
  DestinationInitiatedLink,
  GroupFilter,
  MirrorTopic,
  TopicFilter,
  Warnings,
  type MirrorSetProps,
} from "cdktf-cluster-linking";
import type { Build, RuleCase } from "../support/case";
import { dr, firstLink, jump, mirrors, newStack, oneLeg } from "../support/topology";

const LINK = "leg/link";
const SET = "leg/mirrors";

const choosing = (...autoCreate: TopicFilter[]): Build => oneLeg({}, { autoCreate });
const syncing = (...groups: GroupFilter[]): Build => oneLeg({ consumerOffsetSync: { groups } });
const rawTopics = (...entries: object[]): Build =>
  oneLeg({
    rawConfig: {
      "auto.create.mirror.topics.enable": "true",
      "auto.create.mirror.topics.filters": JSON.stringify({ topicFilters: entries }),
    },
  });
const described =
  (autoCreate: readonly TopicFilter[]): Build =>
  (app) =>
    void DestinationInitiatedLink.fromAttributes(newStack(app, "leg"), "link", {
      linkName: "jump-to-dr",
      source: jump(),
      destination: dr(),
      autoCreate,
      upstream: "none",
    });

const acls = (resource: object, access: object): AclFilter =>
  AclFilter.of({
    resourceFilter: { resourceType: "any", patternType: "any", ...resource },
    accessFilter: { operation: "any", permissionType: "any", ...access },
  });
const copying = (...filters: AclFilter[]): Build => oneLeg({ aclSync: { filters } });

const withName =
  (set: (name: string) => Partial<MirrorSetProps>): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    mirrors(stack, firstLink(stack), set(unknown.text(stack, "value")));
  };

const withGroup =
  (group: (name: string) => GroupFilter[]): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    firstLink(stack, { consumerOffsetSync: { groups: group(unknown.text(stack, "value")) } });
  };

const withAcl =
  (filter: (value: string) => AclFilter): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    firstLink(stack, { aclSync: { filters: [filter(unknown.text(stack, "value"))] } });
  };

const topic = (changes: object): TopicFilter =>
  TopicFilter.of({ name: "orders", patternType: "LITERAL", filterType: "INCLUDE", ...changes });

export const filters: readonly RuleCase[] = [
  {
    id: "CL006",
    refuses: {
      "a topic prefix that ends in *": {
        build: choosing(TopicFilter.includePrefix("orders-*")),
        at: SET,
        given: 'The topic filter is INCLUDE PREFIXED "orders-*"',
      },
      "* as a topic prefix": {
        build: choosing(TopicFilter.all(), TopicFilter.excludePrefix("*")),
        at: SET,
        given: 'The topic filter is EXCLUDE PREFIXED "*"',
      },
      "a group prefix that ends in *": {
        build: syncing(GroupFilter.includePrefix("app-*")),
        at: LINK,
        given: 'The group filter is INCLUDE PREFIXED "app-*"',
      },
      rawConfig: {
        build: rawTopics({ name: "orders-*", patternType: "PREFIXED", filterType: "INCLUDE" }),
        at: LINK,
        given: 'The topic filter is INCLUDE PREFIXED "orders-*"',
      },
      "a link that exists": {
        build: described([TopicFilter.includePrefix("orders-*")]),
        at: LINK,
        given: 'The topic filter is INCLUDE PREFIXED "orders-*"',
      },
    },
    accepts: {
      "a prefix": choosing(TopicFilter.includePrefix("orders-")),
      "LITERAL *": syncing(GroupFilter.all()),
    },
    token: {
      "a topic prefix": withName((name) => ({ autoCreate: [TopicFilter.includePrefix(name)] })),
      "a group prefix": withGroup((name) => [GroupFilter.includePrefix(name)]),
      "the pattern": withName((patternType) => ({ autoCreate: [topic({ name: "orders-*", patternType })] })),
    },
  },
  {
    id: "CL007",
    refuses: {
      "topics that are only left out": {
        build: choosing(TopicFilter.exclude("payments"), TopicFilter.excludePrefix("_")),
        at: SET,
        given: "All 2 topic filter(s) are EXCLUDE",
      },
      "groups that are only left out": {
        build: syncing(GroupFilter.exclude("app")),
        at: LINK,
        given: "All 1 group filter(s) are EXCLUDE",
      },
      rawConfig: {
        build: rawTopics({ name: "orders", patternType: "LITERAL", filterType: "EXCLUDE" }),
        at: LINK,
        given: "All 1 topic filter(s) are EXCLUDE",
      },
      "a link that exists": {
        build: described([TopicFilter.exclude("orders")]),
        at: LINK,
        given: "All 1 topic filter(s) are EXCLUDE",
      },
    },
    accepts: {
      "one that is included": choosing(TopicFilter.excludePrefix("_"), TopicFilter.all()),
      "groups with one that is included": syncing(GroupFilter.exclude("app"), GroupFilter.includePrefix("a")),
      "a set that leaves out some of what it follows": (app) => {
        const stack = newStack(app, "leg");
        const first = mirrors(stack, firstLink(stack), { autoCreate: [TopicFilter.includePrefix("orders")] });
        const next = new DestinationInitiatedLink(stack, "next", {
          linkName: "jump-to-dr",
          source: jump(),
          sourceCredentials: first.link.direction.credentials as never,
          destination: dr(),
          destinationCredentials: first.link.direction.credentials as never,
        });
        mirrors(stack, next, { follows: first, autoCreate: [TopicFilter.exclude("orders-old")] }, "followers");
        Warnings.of(stack).acknowledge("CL035", "orders-old is not needed on DR");
        Warnings.of(stack).acknowledge("CL078", "orders are failed over by the command line");
      },
    },
    token: {
      "the document": (app, unknown) => {
        const stack = newStack(app, "leg");
        const text = unknown.text(stack, "value");
        firstLink(stack, {
          rawConfig: { "auto.create.mirror.topics.enable": "true", "auto.create.mirror.topics.filters": text },
        });
      },
      "what happens to a match": withName((filterType) => ({ autoCreate: [topic({ filterType })] })),
    },
  },
  {
    id: "CL027",
    refuses: {
      "every ACL": { build: copying(AclFilter.all()), at: LINK, given: "An ACL filter matches every ACL" },
      "every ACL among others": {
        build: copying(acls({ resourceType: "topic" }, {}), acls({}, { operation: "ANY" })),
        at: LINK,
        given: "An ACL filter matches every ACL",
      },
      rawConfig: {
        build: oneLeg({
          rawConfig: {
            "acl.sync.enable": "true",
            "acl.filters":
              '{"aclFilters":[{"resourceFilter":{"resourceType":"any","patternType":"any"},"accessFilter":{"operation":"any","permissionType":"any"}}]}',
          },
        }),
        at: LINK,
        given: "An ACL filter matches every ACL",
      },
    },
    accepts: {
      "those of one principal": copying(acls({}, { principal: "User:sa-abc123" })),
      "those of one host": copying(acls({}, { host: "10.0.0.1" })),
      "those on topics": copying(acls({ resourceType: "topic" }, {})),
      "those of one name": copying(acls({ name: "orders" }, {})),
      "those with one pattern": copying(acls({ patternType: "prefixed" }, {})),
      "those of one operation": copying(acls({}, { operation: "read" })),
      "those that deny": copying(acls({}, { permissionType: "deny" })),
    },
    token: {
      "the operation": withAcl((operation) => acls({}, { operation })),
      "the type of resource": withAcl((resourceType) => acls({ resourceType }, {})),
      "the principal": withAcl((principal) => acls({}, { principal })),
    },
  },
  {
    id: "CL036",
    refuses: {
      "a topic of a set": {
        build: oneLeg({}, { topics: ["__consumer_offsets"] }),
        at: SET,
        given: 'The topic is "__consumer_offsets"',
      },
      "a topic that is added": {
        build: (app) => {
          const stack = newStack(app, "leg");
          mirrors(stack, firstLink(stack), { topics: ["orders"] }).addTopic("__transaction_state");
        },
        at: SET,
        given: 'The topic is "__transaction_state"',
      },
      "a MirrorTopic": {
        build: (app) => {
          const stack = newStack(app, "leg");
          new MirrorTopic(stack, "mirror", { link: firstLink(stack), topic: "__consumer_offsets" });
        },
        at: "leg/mirror",
        given: 'The topic is "__consumer_offsets"',
      },
      "a topic of a link that exists": {
        build: (app) =>
          void DestinationInitiatedLink.fromAttributes(newStack(app, "leg"), "link", {
            linkName: "jump-to-dr",
            source: jump(),
            destination: dr(),
            topics: ["__consumer_offsets"],
          }),
        at: LINK,
        given: 'The topic is "__consumer_offsets"',
      },
    },
    accepts: {
      "one underscore": oneLeg({}, { topics: ["_schemas"] }),
      "underscores elsewhere": oneLeg({}, { topics: ["orders__old"] }),
    },
    token: {
      "the topic": (app, unknown) => {
        const stack = newStack(app, "leg");
        new MirrorTopic(stack, "mirror", { link: firstLink(stack), topic: unknown.text(stack, "value") });
      },
      "the list": (app, unknown) => {
        const stack = newStack(app, "leg");
        mirrors(stack, firstLink(stack), { topics: unknown.list(stack, "value") });
      },
      "a topic of a link that exists": (app, unknown) => {
        const stack = newStack(app, "leg");
        const ends = { linkName: "jump-to-dr", source: jump(), destination: dr(), upstream: "none" } as const;
        const topics = ["orders", unknown.text(stack, "value")];
        DestinationInitiatedLink.fromAttributes(stack, "link", { ...ends, topics });
        DestinationInitiatedLink.fromAttributes(stack, "other", {
          ...ends,
          linkName: "other",
          topics: unknown.list(stack, "values"),
        });
      },
    },
  },
  {
    id: "CL037",
    refuses: {
      "*": {
        build: choosing(TopicFilter.all()),
        at: LINK,
        given: 'The filters include "*" and do not exclude the prefix "_"',
      },
      "* with another exclusion": {
        build: choosing(TopicFilter.all(), TopicFilter.exclude("_schemas")),
        at: LINK,
        given: 'The filters include "*"',
      },
      "* with internal topics left out": {
        build: choosing(TopicFilter.all(), TopicFilter.excludePrefix("__")),
        at: LINK,
        given: 'The filters include "*"',
      },
    },
    accepts: {
      "* without _": choosing(TopicFilter.all(), TopicFilter.excludePrefix("_")),
      "* without _, from two sets": (app) => {
        const stack = newStack(app, "leg");
        const link = firstLink(stack);
        mirrors(stack, link, { autoCreate: [TopicFilter.all()] });
        mirrors(stack, link, { autoCreate: [TopicFilter.include("a"), TopicFilter.excludePrefix("_")] }, "shield");
      },
      "a prefix": choosing(TopicFilter.includePrefix("orders")),
      "* of groups": syncing(GroupFilter.all()),
    },
    token: {
      "what is left out": withName((name) => ({ autoCreate: [TopicFilter.all(), TopicFilter.excludePrefix(name)] })),
      "what is taken in": withName((name) => ({ autoCreate: [TopicFilter.include(name)] })),
    },
  },
  {
    id: "CL056",
    refuses: {
      "a name with a space": {
        build: choosing(TopicFilter.include("my orders")),
        at: SET,
        given: 'The topic filter is INCLUDE LITERAL "my orders": only letters, digits',
      },
      "an empty prefix": {
        build: choosing(TopicFilter.includePrefix("")),
        at: SET,
        given: 'The topic filter is INCLUDE PREFIXED "": it is empty',
      },
      "an empty group": { build: syncing(GroupFilter.include("")), at: LINK, given: "its name is empty" },
      "half of a character in a group": {
        build: syncing(GroupFilter.include("a\ud800b")),
        at: LINK,
        given: "its name has half of a character in it",
      },
      "a group of 256 characters": {
        build: syncing(GroupFilter.include("g".repeat(256))),
        at: LINK,
        given: "its name has 256 characters, 255 are allowed",
      },
      "a pattern that does not exist": {
        build: choosing(topic({ patternType: "REGEX" })),
        at: SET,
        given: 'patternType "REGEX" does not exist',
      },
      "a type that does not exist": {
        build: choosing(TopicFilter.all(), topic({ filterType: "include" })),
        at: SET,
        given: 'filterType "include" does not exist',
      },
      "an entry twice": {
        build: syncing(GroupFilter.include("app"), GroupFilter.include("app")),
        at: LINK,
        given: 'The group filter INCLUDE LITERAL "app" stands there twice',
      },
      "a name that is in and out": {
        build: choosing(TopicFilter.include("orders"), TopicFilter.exclude("orders")),
        at: SET,
        given: 'LITERAL "orders" is both included and excluded',
      },
      "an ACL resource that does not exist": {
        build: copying(acls({ resourceType: "subject" }, {})),
        at: LINK,
        given: `The ACL filter's resourceType is "subject"`,
      },
      "an ACL pattern in capitals": {
        build: copying(acls({ patternType: "LITERAL" }, {})),
        at: LINK,
        given: `The ACL filter's patternType is "LITERAL"`,
      },
      "an ACL permission that does not exist": {
        build: copying(acls({ resourceType: "topic" }, { permissionType: "maybe" })),
        at: LINK,
        given: `The ACL filter's permissionType is "maybe"`,
      },
      "an ACL filter without an operation": {
        build: copying(acls({}, { operation: "" })),
        at: LINK,
        given: "The ACL filter's operation is empty",
      },
      "a name in rawConfig": {
        build: rawTopics({ name: "my orders", patternType: "LITERAL", filterType: "INCLUDE" }),
        at: LINK,
        given: 'The topic filter is INCLUDE LITERAL "my orders"',
      },
    },
    accepts: {
      "a literal and a prefix of one text": choosing(
        TopicFilter.include("orders"),
        TopicFilter.includePrefix("orders"),
      ),
      "a name that is in by prefix and out by itself": choosing(
        TopicFilter.includePrefix("orders"),
        TopicFilter.exclude("orders"),
      ),
      "a group with a space": syncing(GroupFilter.include("my app")),
    },
    token: {
      "the name": withName((name) => ({ autoCreate: [TopicFilter.include(name), TopicFilter.exclude(name)] })),
      "a group": withGroup((name) => [GroupFilter.include(name)]),
      "the pattern": withName((patternType) => ({ autoCreate: [topic({ patternType })] })),
      "an ACL's resource": withAcl((resourceType) => acls({ resourceType }, {})),
      "an ACL's permission": withAcl((permissionType) => acls({}, { permissionType })),
    },
  },
];
