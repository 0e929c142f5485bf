import { TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
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
    expect(parts?.failover.stack.node.path).toBe("jump-to-dr");
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

  it("uses keys that it is given, and then declares no variables for them", () => {
    const { stacks } = synthToJson((app) => {
      const { legOne, legTwo } = legs(app);
      const key = (stack: TerraformStack, name: string): ApiKey => ApiKey.fromVariables(stack, name);
      new PrivatePublicPrivate({
        primaryToJump: legOne,
        jumpToDr: legTwo,
        primary: PRIMARY,
        jump: JUMP,
        dr: DR,
        topics: TOPICS,
        credentials: {
          primaryToJump: {
            sourceCredentials: key(legOne, "one"),
            destinationCredentials: key(legOne, "two"),
            dialCredentials: key(legOne, "three"),
          },
          jumpToDr: { sourceCredentials: key(legTwo, "four"), destinationCredentials: key(legTwo, "five") },
        },
      });
    });
    const variables = (stack: string): string[] => Object.keys(stacks[stack].variable).sort();
    expect(variables("primary-to-jump")).toEqual(
      ["one", "three", "two"].flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]),
    );
    expect(variables("jump-to-dr")).toEqual(
      [
        "failover",
        "failover_topics",
        ...["five", "four"].flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]),
      ].sort(),
    );
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

describe("PrivatePublicPrivate.reverse", () => {
  const stacksOf = (app: App) =>
    [stackWithProvider(app, "dr-to-jump"), stackWithProvider(app, "jump-to-primary")] as const;
  const ends = { primary: PRIMARY, jump: JUMP, dr: DR, topics: TOPICS, autoCreate: AUTO_CREATE };

  /** DR -> JUMP -> PRIMARY, construct by construct. */
  function reverseByHand(app: App): void {
    const [legOne, legTwo] = stacksOf(app);
    const drToJump = new SourceInitiatedLink(legOne, "link", {
      linkName: "dr-to-jump",
      source: DR,
      sourceCredentials: ApiKey.fromVariables(legOne, "dr"),
      destination: JUMP,
      destinationCredentials: ApiKey.fromVariables(legOne, "jump"),
      consumerOffsetSync: { groups: GROUPS },
    });
    const onJump = new MirrorSet(legOne, "mirrors", { link: drToJump, topics: TOPICS, autoCreate: AUTO_CREATE });
    const jumpToPrimary = new DestinationInitiatedLink(legTwo, "link", {
      linkName: "jump-to-primary",
      source: JUMP,
      sourceCredentials: ApiKey.fromVariables(legTwo, "jump"),
      destination: PRIMARY,
      destinationCredentials: ApiKey.fromVariables(legTwo, "primary"),
      consumerOffsetSync: { groups: GROUPS },
    });
    const failover = Failover.fromVariable(legTwo);
    new MirrorSet(legTwo, "mirrors", { link: jumpToPrimary, follows: onJump, failover });
  }

  it("makes exactly what one builds by hand", () => {
    const made = synthToJson((app) => {
      const [drToJump, jumpToPrimary] = stacksOf(app);
      const reverse = PrivatePublicPrivate.reverse({
        ...ends,
        drToJump,
        jumpToPrimary,
        consumerOffsetSync: { groups: GROUPS },
      });
      expect(reverse.drToJump.linkName).toBe("dr-to-jump");
      expect(reverse.onJump.topics).toEqual(TOPICS);
      expect(reverse.jumpToPrimary.linkName).toBe("jump-to-primary");
      expect(reverse.onPrimary.node.path).toBe("jump-to-primary/mirrors");
      expect(reverse.failover.stack).toBe(jumpToPrimary);
    });
    const byHand = synthToJson(reverseByHand);
    expect(made.stacks).toEqual(byHand.stacks);
    expect(made.manifest.stacks).toEqual(byHand.manifest.stacks);
    expect(made.manifest.stacks["jump-to-primary"]?.dependencies).toEqual(["dr-to-jump"]);
  });

  it("does not warn of JUMP beside DR, which is where the forward chain needs it", () => {
    const beside = { ...ends, jump: KafkaCluster.fromAttributes({ ...JUMP, region: DR.region }) };
    const warned = (build: (app: App) => unknown): string[] => {
      let rules: string[] = [];
      synthToJson((app) => {
        build(app);
        rules = Warnings.of(app)
          .list()
          .map(({ rule }) => rule.id);
      });
      return rules;
    };
    const forward = warned((app) => {
      const [primaryToJump, jumpToDr] = stacksOf(app);
      const swapped = { ...beside, primary: DR, dr: PRIMARY };
      new PrivatePublicPrivate({ ...swapped, primaryToJump, jumpToDr });
    });
    expect(forward).toContain("CL090");
    const reverse = warned((app) => {
      const [drToJump, jumpToPrimary] = stacksOf(app);
      PrivatePublicPrivate.reverse({ ...beside, drToJump, jumpToPrimary });
    });
    expect(reverse).toContain("CL051");
    expect(reverse).not.toContain("CL090");
  });

  it("passes names, a dialling key, providers and kept topics on", () => {
    const { stacks } = synthToJson((app) => {
      const [drToJump, jumpToPrimary] = [
        new TerraformStack(app, "dr-to-jump"),
        new TerraformStack(app, "jump-to-primary"),
      ];
      PrivatePublicPrivate.reverse({
        ...ends,
        drToJump,
        jumpToPrimary,
        drToJumpName: "back-1",
        jumpToPrimaryName: "back-2",
        dialCredentials: ApiKey.fromVariables(drToJump, "jump_dial"),
        keepPromoted: true,
        providers: {
          drToJump: new ConfluentProvider(drToJump, "one", { alias: "one" }),
          jumpToPrimary: new ConfluentProvider(jumpToPrimary, "two", { alias: "two" }),
        },
      });
    });
    const links = (stack: string) => Object.values(resources(stacks[stack], "confluent_cluster_link"));
    expect(links("dr-to-jump").map(({ link_name, provider }) => [link_name, provider])).toEqual([
      ["back-1", "confluent.one"],
      ["back-1", "confluent.one"],
    ]);
    expect(links("jump-to-primary").map(({ link_name, provider }) => [link_name, provider])).toEqual([
      ["back-2", "confluent.two"],
    ]);
    expect(JSON.stringify(links("dr-to-jump"))).toContain("var.jump_dial_api_key");
    expect(resources(stacks["jump-to-primary"], "confluent_kafka_topic")["mirrors_my_test_topic"].provider).toBe(
      "confluent.two",
    );
  });

  it("is refused in one stack, and beside the forward chain", () => {
    const reverse = (drToJump: TerraformStack, jumpToPrimary: TerraformStack): void => {
      PrivatePublicPrivate.reverse({ ...ends, drToJump, jumpToPrimary });
    };
    expect(
      refusal((app) => {
        const stack = stackWithProvider(app);
        reverse(stack, stack);
      }),
    ).toBe("CL076");
    expect(() =>
      synthToJson((app) => {
        const { legOne, legTwo } = legs(app);
        new PrivatePublicPrivate({ ...ends, primaryToJump: legOne, jumpToDr: legTwo });
        reverse(...stacksOf(app));
      }),
    ).toThrow("CL039");
  });
});
