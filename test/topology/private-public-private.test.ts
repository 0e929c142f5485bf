import { TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { PrivatePublicPrivate, type PrivatePublicPrivateProps } from "../../lib/topology/private-public-private";
import { refusal } from "../core/refusal";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { resources, synthToJson } from "../support/synth";
import { AUTO_CREATE, GROUPS, TOPICS, buildByHand, legs } from "./hand-built";

type Extras = Partial<PrivatePublicPrivateProps>;

function build(app: App, extras: Extras = {}): PrivatePublicPrivate {
  const { legOne, legTwo } = legs(app);
  return new PrivatePublicPrivate({
    primaryToJump: legOne,
    jumpToDr: legTwo,
    primary: PRIMARY,
    jump: JUMP,
    dr: DR,
    topics: TOPICS,
    autoCreate: AUTO_CREATE,
    consumerOffsetSync: { groups: GROUPS },
    ...extras,
  });
}

const synth = (extras: Extras = {}) =>
  synthToJson((app) => {
    build(app, extras);
  });

describe("PrivatePublicPrivate", () => {
  it("makes exactly what one builds by hand", () => {
    const made = synth();
    const byHand = synthToJson(buildByHand);
    expect(Object.keys(made.stacks)).toEqual(["jump-to-dr", "primary-to-jump"]);
    expect(made.stacks).toEqual(byHand.stacks);
    expect(made.manifest.stacks).toEqual(byHand.manifest.stacks);
  });

  it("makes every part a public property", () => {
    let parts: PrivatePublicPrivate | undefined;
    synthToJson((app) => {
      parts = build(app);
    });
    expect(parts?.primaryToJump.node.path).toBe("primary-to-jump/link");
    expect(parts?.onJump.topics).toEqual(["my_test_topic"]);
    expect(parts?.jumpToDr.node.path).toBe("jump-to-dr/link");
    expect(parts?.onDr.topics).toEqual(["my_test_topic"]);
    expect(parts?.failover.status).toBe('${var.failover == "" ? null : var.failover}');
  });

  it("passes the names of the links on", () => {
    const { stacks } = synth({ primaryToJumpName: "leg-1", jumpToDrName: "leg-2" });
    const names = (stack: string): unknown[] =>
      Object.values(resources(stacks[stack], "confluent_cluster_link")).map(({ link_name }) => link_name);
    expect(names("primary-to-jump")).toEqual(["leg-1", "leg-1"]);
    expect(names("jump-to-dr")).toEqual(["leg-2"]);
    expect(resources(stacks["jump-to-dr"], "confluent_kafka_mirror_topic").mirrors_my_test_topic.cluster_link).toEqual({
      link_name: "leg-2",
    });
  });

  it("passes settings and protection on to both legs", () => {
    const { stacks } = synth({
      topicConfigSync: { intervalMs: 7000 },
      preventDestroy: false,
      ignoreEndpointChanges: true,
    });
    for (const stack of ["primary-to-jump", "jump-to-dr"]) {
      const links = Object.values(resources(stacks[stack], "confluent_cluster_link"));
      const mirrors = Object.values(resources(stacks[stack], "confluent_kafka_mirror_topic"));
      expect(links.filter(({ config }) => config?.["topic.config.sync.ms"] === "7000")).toHaveLength(1);
      for (const { lifecycle } of links) {
        expect(lifecycle.prevent_destroy).toBeUndefined();
        expect(lifecycle.ignore_changes).toHaveLength(2);
      }
      for (const { lifecycle } of mirrors) {
        expect(lifecycle).toEqual({ ignore_changes: ["kafka_cluster[0].rest_endpoint"] });
      }
    }
  });

  it("dials with a key of its own", () => {
    const { stacks } = synthToJson((app) => {
      const { legOne, legTwo } = legs(app);
      new PrivatePublicPrivate({
        primaryToJump: legOne,
        jumpToDr: legTwo,
        primary: PRIMARY,
        jump: JUMP,
        dr: DR,
        topics: TOPICS,
        dialCredentials: ApiKey.fromVariables(legOne, "jump_dial"),
      });
    });
    const halves = resources(stacks["primary-to-jump"], "confluent_cluster_link");
    expect(halves.link_dialling_DEF39909.destination_kafka_cluster.credentials.key).toBe("${var.jump_dial_api_key}");
    expect(halves.link_receiving_DE6DD55A.destination_kafka_cluster.credentials.key).toBe("${var.jump_api_key}");
  });

  it("uses the provider of each leg", () => {
    const { stacks } = synthToJson((app) => {
      const primaryToJump = new TerraformStack(app, "primary-to-jump");
      const jumpToDr = new TerraformStack(app, "jump-to-dr");
      new PrivatePublicPrivate({
        primaryToJump,
        jumpToDr,
        primary: PRIMARY,
        jump: JUMP,
        dr: DR,
        topics: TOPICS,
        providers: {
          primaryToJump: new ConfluentProvider(primaryToJump, "one", { alias: "one" }),
          jumpToDr: new ConfluentProvider(jumpToDr, "two", { alias: "two" }),
        },
      });
    });
    const used = (stack: string): unknown[] =>
      ["confluent_cluster_link", "confluent_kafka_mirror_topic"].flatMap((type) =>
        Object.values(resources(stacks[stack], type)).map(({ provider }) => provider),
      );
    expect(used("primary-to-jump")).toEqual(["confluent.one", "confluent.one", "confluent.one"]);
    expect(used("jump-to-dr")).toEqual(["confluent.two", "confluent.two"]);
  });

  it("refuses one stack for both legs", () => {
    expect(refusal((app) => build(app))).toBe("nothing");
    expect(
      refusal((app) => {
        const stack = stackWithProvider(app);
        new PrivatePublicPrivate({ primaryToJump: stack, jumpToDr: stack, primary: PRIMARY, jump: JUMP, dr: DR });
      }),
    ).toBe("CL076");
  });
});
