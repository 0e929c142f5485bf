import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainsOf } from "../../lib/model/chains";
import {
  DOCUMENT_NAME,
  parseDocument,
  readDocument,
  writeDocument,
  type LegDetails,
  type TopologyDocument,
} from "../../lib/model/document";
import { UNKNOWN } from "../../lib/model/maybe";
import { arrives, reachOfGroup, reachOfTopic, type Reach } from "../../lib/model/reach";
import { checkLegs } from "../../lib/model/rules/check";
import { describeFinding } from "../../lib/model/rules/rule";
import { sameCluster, type Cluster, type Leg, type LinkShape } from "../../lib/model/topology";
import { filters, maybe, text } from "./support/arbitraries";
import { chain, cluster, everything, excludePrefix, include, includePrefix, leg } from "./support/legs";

const LETTERS = ["a", "_", "-", "é", '"', "\ud83d", "\u2028"];
const name = text(LETTERS, 3, 1);

const details: LegDetails = {
  configKeys: () => ["acl.sync.enable"],
  resources: () => [{ role: "link", address: "confluent_cluster_link.link" }],
  addresses: (claim) => ({ addresses: claim.topics.map((_, i) => `confluent_kafka_mirror_topic.t${i}`) }),
};

const write = (legs: readonly Leg[]): TopologyDocument =>
  writeDocument(
    legs.map((each) => ({ leg: each, details })),
    [{ name: "primary-to-jump", dependsOn: [] }],
    [{ id: "CL044", scope: "", reason: "another app" }],
  );
const toText = (legs: readonly Leg[]): string => JSON.stringify(write(legs), undefined, 2);
const throughText = (legs: readonly Leg[]): Leg[] => readDocument(parseDocument(toText(legs)));

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const clusters: fc.Arbitrary<Cluster[]> = fc
  .array(
    fc.record({
      name,
      known: fc.boolean(),
      access: fc.constantFrom("public" as const, "private" as const),
      kind: fc.constantFrom("Dedicated" as const, "Enterprise" as const),
      cloud: optional(maybe(fc.constantFrom("AWS", "AZURE"))),
      region: optional(maybe(name)),
      networkId: optional(maybe(name)),
      restEndpoint: optional(maybe(name)),
      bootstrapEndpoint: optional(maybe(name)),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ known, ...attributes }, i) =>
      cluster(attributes.name, {
        ...attributes,
        ...(known ? { id: `lkc-${i}`, identity: `lkc-${i}` } : { id: UNKNOWN, identity: `\${TfToken[${i}]}` }),
      }),
    ),
  );

const entry = fc.record({
  resourceFilter: fc.record(
    { resourceType: maybe(name), patternType: maybe(name), name: maybe(name) },
    { requiredKeys: ["resourceType", "patternType"] },
  ),
  accessFilter: fc.record(
    { principal: maybe(name), host: maybe(name), operation: maybe(name), permissionType: maybe(name) },
    { requiredKeys: ["operation", "permissionType"] },
  ),
});

const claim = fc.record({
  path: name,
  stack: name,
  topics: fc.array(name, { maxLength: 3 }),
  topicsUnknown: fc.boolean(),
  kept: fc.array(name, { maxLength: 3 }),
  autoCreate: filters(maybe(name), 3),
  failover: fc.boolean(),
  follows: optional(name),
});

const settings = fc.record({
  prefix: optional(maybe(name)),
  consumerGroupPrefix: maybe(fc.boolean()),
  autoCreate: fc.record({ enabled: maybe(fc.boolean()), filters: filters(maybe(name), 4) }),
  consumerOffsetSync: fc.record({
    enabled: maybe(fc.boolean()),
    filters: filters(maybe(name), 4),
    intervalMs: maybe(fc.integer()),
  }),
  aclSync: fc.record({
    enabled: maybe(fc.boolean()),
    filters: fc.array(entry, { maxLength: 2 }),
    intervalMs: maybe(fc.integer()),
  }),
  topicConfigSync: fc.record({
    intervalMs: maybe(fc.integer()),
    include: optional(fc.array(maybe(name), { maxLength: 3 })),
  }),
});

const legs: fc.Arbitrary<Leg[]> = clusters.chain((known) =>
  fc
    .array(
      fc.record({
        from: fc.nat(known.length - 1),
        to: fc.nat(known.length - 1),
        linkName: maybe(name),
        shape: fc.constantFrom<LinkShape>("source-initiated", "destination-initiated", "bidirectional"),
        managed: fc.boolean(),
        upstream: optional(fc.constantFrom("none", "leg0", "leg1", "elsewhere")),
        claims: fc.array(claim, { maxLength: 2 }),
        settings,
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) =>
      all.map(({ from, to, ...rest }, i): Leg => ({
        path: `leg${i}`,
        stack: `stack${i}`,
        source: known[from]!,
        destination: known[to]!,
        ...rest,
        upstream: rest.upstream,
      })),
    ),
);

const withoutIdentity = (all: readonly Leg[]): unknown[] =>
  all.map((each) => ({
    ...each,
    source: { ...each.source, identity: "" },
    destination: { ...each.destination, identity: "" },
  }));

const tell = ({ name: start, hops }: Reach): unknown => [
  start,
  ...hops.map(({ leg: { path }, ...hop }) => ({ ...hop, path })),
];

describe("a topology written and read again", () => {
  it("is the same but for the tokens' own texts", () => {
    fc.assert(
      fc.property(legs, (before) => {
        const after = throughText(before);
        expect(withoutIdentity(after)).toEqual(withoutIdentity(before));
        const ends = (all: readonly Leg[]): Cluster[] =>
          all.flatMap(({ source, destination }) => [source, destination]);
        const same = (all: readonly Cluster[]): unknown =>
          all.map((one) => all.map((other) => sameCluster(one, other)));
        expect(same(ends(after))).toEqual(same(ends(before)));
      }),
      { numRuns: 500 },
    );
  });

  it("has the same chains, reach and findings", () => {
    fc.assert(
      fc.property(legs, fc.array(name, { minLength: 1, maxLength: 4 }), (before, names) => {
        const after = throughText(before);
        const chains = chainsOf(before);
        const again = chainsOf(after);
        expect(again.map((each) => each.map(({ path }) => path))).toEqual(
          chains.map((each) => each.map(({ path }) => path)),
        );
        for (const [i, each] of chains.entries()) {
          for (const asked of [...names, ...before.flatMap(({ claims }) => claims.flatMap(({ topics }) => topics))]) {
            expect(tell(reachOfTopic(again[i]!, asked))).toEqual(tell(reachOfTopic(each, asked)));
            expect(tell(reachOfGroup(again[i]!, asked))).toEqual(tell(reachOfGroup(each, asked)));
          }
        }
        expect(checkLegs(after).map(describeFinding)).toEqual(checkLegs(before).map(describeFinding));
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same text again, with nothing in it that JSON would drop", () => {
    fc.assert(
      fc.property(legs, (before) => {
        const written = write(before);
        const first = toText(before);
        expect(JSON.parse(first)).toEqual(written);
        expect(toText(before)).toBe(first);
        expect(toText(throughText(before))).toBe(first);
        expect(first).not.toContain("TfToken");
      }),
      { numRuns: 300 },
    );
  });

  it("says of each explicit topic of a chain's first leg where it gets to", () => {
    fc.assert(
      fc.property(legs, (before) => {
        const { chains, reach } = write(before);
        const expected = chainsOf(before).flatMap((each, i) =>
          each[0]!.claims.flatMap(({ topics }) =>
            topics.map((topic) => {
              const end = arrives(reachOfTopic(each, topic));
              return { chain: i, topic, arrives: end === UNKNOWN ? null : end };
            }),
          ),
        );
        expect(reach.map(({ names: _, ...rest }) => rest)).toEqual(expected);
        for (const { chain: i, topic, names, arrives: all } of reach) {
          expect(names[0]).toBe(topic);
          expect(names.length).toBeLessThanOrEqual(chains[i]!.length + 1);
          if (all === true) expect(names).toHaveLength(chains[i]!.length + 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the document", () => {
  it("of the pattern is this", () => {
    const filtersOfBoth = [includePrefix("mirror_me"), excludePrefix("no_mirror")];
    const [first, second] = chain(
      { topics: ["my_test_topic"], autoCreate: filtersOfBoth, groups: [everything] },
      { topics: ["my_test_topic"], claim: { follows: "primary-to-jump/link/mirrors" } },
    );
    const document = write([first, second]);
    expect(document.version).toBe(1);
    expect(document.stacks).toEqual([{ name: "primary-to-jump", dependsOn: [] }]);
    expect(document.acknowledged).toEqual([{ id: "CL044", scope: "", reason: "another app" }]);
    expect(document.chains).toEqual([["primary-to-jump/link", "jump-to-dr/link"]]);
    expect(document.reach).toEqual([
      { chain: 0, topic: "my_test_topic", names: ["my_test_topic", "my_test_topic", "my_test_topic"], arrives: true },
    ]);
    expect(document.clusters.map((each) => [each.name, each.id, each.access])).toEqual([
      ["primary", "lkc-primary", "private"],
      ["jump", "lkc-jump", "public"],
      ["dr", "lkc-dr", "private"],
    ]);
    expect(document.legs.map(({ source, destination }) => [source, destination])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(document.legs[0]).toEqual({
      path: "primary-to-jump/link",
      stack: "primary-to-jump",
      linkName: "primary-to-jump-link",
      shape: "source-initiated",
      managed: true,
      source: 0,
      destination: 1,
      consumerGroupPrefix: false,
      autoCreate: {
        enabled: true,
        filters: [
          { name: "mirror_me", patternType: "PREFIXED", filterType: "INCLUDE" },
          { name: "no_mirror", patternType: "PREFIXED", filterType: "EXCLUDE" },
        ],
      },
      consumerOffsetSync: {
        enabled: true,
        intervalMs: 30_000,
        filters: [{ name: "*", patternType: "LITERAL", filterType: "INCLUDE" }],
      },
      aclSync: { enabled: false, intervalMs: 5_000, filters: [] },
      topicConfigSync: { intervalMs: 5_000 },
      configKeys: ["acl.sync.enable"],
      resources: [{ role: "link", address: "confluent_cluster_link.link" }],
      sets: [
        {
          path: "primary-to-jump/link/mirrors",
          stack: "primary-to-jump",
          topicsKnown: true,
          mirrors: [
            { topic: "my_test_topic", mirrorTopic: "my_test_topic", address: "confluent_kafka_mirror_topic.t0" },
          ],
          autoCreate: [
            { name: "mirror_me", patternType: "PREFIXED", filterType: "INCLUDE" },
            { name: "no_mirror", patternType: "PREFIXED", filterType: "EXCLUDE" },
          ],
          failover: false,
        },
      ],
    });
    expect(document.legs[1]!.sets[0]!.follows).toBe("primary-to-jump/link/mirrors");
  });

  it.each([
    ["a prefix", "p-", "p-x"],
    ["no prefix", undefined, "x"],
    ["a prefix that only Terraform knows", UNKNOWN, null],
  ] as const)("names mirror topics with %s", (_, prefix, mirrorTopic) => {
    const [only] = write([leg(cluster("a"), cluster("b"), { topics: ["x"], prefix })]).legs;
    expect(only!.sets[0]!.mirrors[0]).toMatchObject({ topic: "x", mirrorTopic });
  });

  it("has no address for a topic that this app does not create", () => {
    const described = {
      leg: leg(cluster("a"), cluster("b"), { topics: ["x"] }),
      details: { ...details, addresses: () => ({ addresses: [] }) },
    };
    expect(writeDocument([described], [], []).legs[0]!.sets[0]!.mirrors).toEqual([
      { topic: "x", mirrorTopic: "x", address: null },
    ]);
  });

  it("says null of what only Terraform knows", () => {
    const token = cluster("t", { id: UNKNOWN, region: UNKNOWN });
    const one = leg(token, cluster("b"), {
      linkName: UNKNOWN,
      topicsUnknown: true,
      autoCreate: [include(UNKNOWN)],
      autoCreateEnabled: UNKNOWN,
      groupPrefix: UNKNOWN,
      prefix: UNKNOWN,
    });
    const { clusters: written, legs: all } = write([one]);
    expect(written[0]).toMatchObject({ id: null, region: null });
    expect(all[0]).toMatchObject({
      linkName: null,
      prefix: null,
      consumerGroupPrefix: null,
      autoCreate: { enabled: null, filters: [{ name: null }] },
      sets: [{ topicsKnown: false }],
    });
  });

  it("tells where an unproven topic is last seen", () => {
    const legsOf = chain({ topics: ["x"] }, { topicsUnknown: true });
    expect(write(legsOf).reach).toEqual([{ chain: 0, topic: "x", names: ["x", "x"], arrives: null }]);
    expect(write(chain({ topics: ["x"] }, { topics: ["y"] })).reach).toEqual([
      { chain: 0, topic: "x", names: ["x", "x"], arrives: false },
    ]);
  });
});

describe("a document's text", () => {
  it("is read in this version only", () => {
    expect(parseDocument('{"version":1}')).toEqual({ version: 1 });
    expect(DOCUMENT_NAME).toBe("cluster-linking.json");
  });

  it.each([
    ['{"version":2}', "cluster-linking.json has version 2, this release reads 1: synthesise again"],
    ['{"version":"1"}', "cluster-linking.json has version 1, this release reads 1: synthesise again"],
    ["{}", "cluster-linking.json has version undefined, this release reads 1: synthesise again"],
    ["null", "cluster-linking.json has version undefined, this release reads 1: synthesise again"],
    ["[]", "cluster-linking.json has version undefined, this release reads 1: synthesise again"],
    ["7", "cluster-linking.json has version undefined, this release reads 1: synthesise again"],
    ["", "cluster-linking.json is no JSON: synthesise again"],
    ['{"version":1', "cluster-linking.json is no JSON: synthesise again"],
  ])("%j is refused", (given, message) => {
    expect(() => parseDocument(given)).toThrow(new Error(message));
  });
});
