import { TerraformVariable, Testing } from "cdktf";
import { AclFilter, GroupFilter, TopicFilter } from "cdktf-cluster-linking";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { clusterLinkingMatchers } from "../../lib/testing";
import { bothWays, firstLink, mirrors, newStack } from "../rules/support/topology";
import { buildTopology, errorOf } from "./support";

expect.extend(clusterLinkingMatchers);

const { app, legOne, legTwo, topology } = buildTopology();
const leg1Json: unknown = JSON.parse(Testing.synth(legOne));

describe("toContainLink", () => {
  it.each([
    ["name", { linkName: "primary-to-jump" }],
    ["shape", { shape: "source-initiated" }],
    ["ids", { source: "lkc-1111", destination: "lkc-2222" }],
    ["no prefix", { prefix: false }],
    ["offset sync", { offsetSync: true }],
    ["groups", { offsetSync: [GroupFilter.all()] }],
    ["auto-create", { autoCreate: true }],
    [
      "filters in any order",
      { autoCreate: [TopicFilter.exclude("mirror_me_not"), TopicFilter.includePrefix("mirror_me")] },
    ],
    ["no ACL sync", { aclSync: false }],
    ["topics", { topics: ["payments"] }],
    ["nothing", {}],
  ] as const)("finds a link by %s, in the stack and in its JSON", (_fact, facts) => {
    expect(legOne).toContainLink(facts);
    expect(leg1Json).toContainLink(facts);
    expect(JSON.stringify(leg1Json)).toContainLink(facts);
  });

  it.each([
    ["name", { linkName: "jump-to-dr" }],
    ["shape", { shape: "destination-initiated" }],
    ["source", { source: "lkc-2222" }],
    ["destination", { destination: "lkc-3333" }],
    ["prefix", { prefix: "dr-" }],
    ["offset sync", { offsetSync: false }],
    ["groups", { offsetSync: [GroupFilter.include("billing")] }],
    ["auto-create", { autoCreate: false }],
    ["a filter too few", { autoCreate: [TopicFilter.includePrefix("mirror_me")] }],
    ["ACL sync", { aclSync: true }],
    ["topics", { topics: ["orders", "refunds"] }],
  ] as const)("refuses another %s, in the stack and in its JSON", (_fact, facts) => {
    expect(legOne).not.toContainLink(facts);
    expect(leg1Json).not.toContainLink(facts);
  });

  it("knows clusters by name, but for JSON", () => {
    expect(legOne).toContainLink({ source: "PRIMARY", destination: "JUMP" });
    expect(leg1Json).not.toContainLink({ source: "PRIMARY" });
  });

  it("looks at the construct that it is given, and below", () => {
    expect(app).toContainLink({ linkName: "jump-to-dr" });
    expect(topology).toContainLink({ linkName: "jump-to-dr" });
    expect(topology.jumpToDr).toContainLink({ linkName: "jump-to-dr" });
    expect(legTwo).not.toContainLink({ linkName: "primary-to-jump" });
  });

  it("asks for all facts of one link, not of several", () => {
    expect(app).not.toContainLink({ linkName: "jump-to-dr", shape: "source-initiated" });
  });

  it("shows what is there, and what differs", () => {
    expect(errorOf(() => expect(legOne).toContainLink({ linkName: "primary-to-dr", topics: ["refunds"] }))).toBe(
      [
        'the stack "primary-to-jump" was expected to contain a link with linkName "primary-to-dr", topics ["refunds"].',
        "There is",
        '  "primary-to-jump", source-initiated, PRIMARY (lkc-1111) -> JUMP (lkc-2222)',
        '    topics "orders", "payments"; offset sync on (INCLUDE LITERAL "*"); auto-create on (INCLUDE PREFIXED "mirror_me", EXCLUDE LITERAL "mirror_me_not")',
        '    differs: linkName is "primary-to-jump"; topics is without "refunds"',
      ].join("\n"),
    );
  });

  it("shows every link of the app", () => {
    const message = errorOf(() => expect(app).toContainLink({ offsetSync: [GroupFilter.include("billing")] }));
    expect(message).toContain('the app was expected to contain a link with offsetSync [INCLUDE LITERAL "billing"].');
    expect(message).toContain("There are\n");
    expect(message).toContain('"primary-to-jump", source-initiated');
    expect(message).toContain('"jump-to-dr", destination-initiated, JUMP (lkc-2222) -> DR (lkc-3333)');
  });

  it("says so where there is none", () => {
    const empty = Testing.app();
    expect(errorOf(() => expect(empty).toContainLink({}))).toBe(
      "the app was expected to contain a link with anything.\nThere is no link.",
    );
    expect(empty).not.toContainLink({});
  });

  it("shows the link that .not did not expect", () => {
    expect(errorOf(() => expect(legTwo).not.toContainLink({ linkName: "jump-to-dr" }))).toContain(
      'the stack "jump-to-dr" was expected to contain no link with linkName "jump-to-dr", but there is\n  "jump-to-dr", destination-initiated',
    );
  });

  it("shows no more than 20 topics", () => {
    const many = buildTopology({ topics: Array.from({ length: 25 }, (_, i) => `topic-${i}`) });
    const message = errorOf(() => expect(many.legOne).toContainLink({ linkName: "other" }));
    expect(message).toContain('"topic-19", 5 more;');
    expect(message).not.toContain('"topic-20"');
  });

  it("refuses a fact that no link has, also with .not", () => {
    const facts = { linkname: "primary-to-jump" } as never;
    expect(errorOf(() => expect(legOne).not.toContainLink(facts))).toBe(
      '"linkname" is no fact of a link. Facts are linkName, shape, source, destination, prefix, offsetSync, autoCreate, aclSync, topics.',
    );
  });

  it.each([undefined, 7, "no JSON", "{}", {}, [], null, new Date()])("refuses to judge %s", (given) => {
    expect(() => expect(given).not.toContainLink({})).toThrow(/^toContainLink is for an App, a TerraformStack/);
  });

  it("reads cluster-linking.json", () => {
    const document = JSON.parse(JSON.stringify(AppModel.of(app).document()));
    expect(document).toContainLink({ linkName: "jump-to-dr", destination: "DR" });
    expect(document).not.toContainLink({ linkName: "primary-to-dr" });
  });

  it("does not take what only Terraform knows for anything", () => {
    const stack = newStack(Testing.app(), "stack");
    firstLink(stack, { linkName: "${var.name}", prefix: "${var.prefix}" });
    for (const given of [stack, Testing.synth(stack)]) {
      expect(given).toContainLink({ shape: "source-initiated" });
      expect(given).not.toContainLink({ linkName: "${var.name}" });
      expect(given).not.toContainLink({ prefix: false });
      expect(errorOf(() => expect(given).toContainLink({ linkName: "a", prefix: "b" }))).toContain(
        "differs: linkName is (known to Terraform only); prefix is (known to Terraform only)",
      );
    }
  });

  it("shows that Terraform lists topics by itself", () => {
    const stack = newStack(Testing.app(), "stack");
    const link = firstLink(stack, { aclSync: { filters: [AclFilter.all()] } });
    mirrors(stack, link, { topics: new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue });
    for (const given of [stack, Testing.synth(stack)]) {
      expect(given).toContainLink({ aclSync: true });
      expect(given).not.toContainLink({ topics: ["orders"] });
      expect(errorOf(() => expect(given).toContainLink({ prefix: "p-", linkName: "x" }))).toMatch(
        /topics those that are known to Terraform only; .*; ACL sync on\n.*differs: .*prefix is none/,
      );
    }
  });

  it("reads both directions of a bidirectional link", () => {
    const stack = newStack(Testing.app(), "stack");
    bothWays(stack);
    for (const given of [stack, Testing.synth(stack)]) {
      expect(given).toContainLink({ shape: "bidirectional", source: "lkc-1111", destination: "lkc-2222" });
      expect(given).toContainLink({ shape: "bidirectional", source: "lkc-2222", destination: "lkc-1111" });
    }
  });

  it("shows a dialling half whose receiving half is in another stack", () => {
    const half = {
      link_name: "far",
      link_mode: "SOURCE",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: [{ id: "lkc-1111" }],
      destination_kafka_cluster: [{ id: "lkc-2222" }],
    };
    const json = { resource: { confluent_cluster_link: { dialling: half } } };
    expect(json).toContainLink({ linkName: "far", shape: "source-initiated", source: "lkc-1111" });
    expect(json).not.toContainLink({ offsetSync: false });
  });
});
