import type { App } from "cdktf";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { ApiKey } from "../../lib/kafka/api-key";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import type { BidirectionalChain, BidirectionalProps } from "../../lib/topology/bidirectional-chain";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { refusal } from "../core/refusal";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";

const consumerOffsetSync = { groups: [GroupFilter.all()] };
const autoCreate = [TopicFilter.includePrefix("mirror_me")];

function build(app: App, extras: Partial<BidirectionalProps> = {}): BidirectionalChain {
  return PrivatePublicPrivate.bidirectional({
    primaryToJump: stackWithProvider(app, "primary-to-jump"),
    jumpToDr: stackWithProvider(app, "jump-to-dr"),
    primary: PRIMARY,
    jump: JUMP,
    dr: DR,
    topics: ["orders"],
    autoCreate,
    consumerOffsetSync,
    ...extras,
  });
}

function byHand(app: App): void {
  const [legOne, legTwo] = [stackWithProvider(app, "primary-to-jump"), stackWithProvider(app, "jump-to-dr")];
  const primaryToJump = new BidirectionalLink(legOne, "link", {
    linkName: "primary-to-jump",
    outbound: { cluster: PRIMARY, credentials: ApiKey.fromVariables(legOne, "primary"), consumerOffsetSync },
    inbound: { cluster: JUMP, credentials: ApiKey.fromVariables(legOne, "jump"), consumerOffsetSync },
    dialCredentials: ApiKey.fromVariables(legOne, "jump_dial"),
  });
  const onJump = new MirrorSet(legOne, "mirrors", { link: primaryToJump.into(JUMP), topics: ["orders"], autoCreate });
  const jumpToDr = new BidirectionalLink(legTwo, "link", {
    linkName: "jump-to-dr",
    outbound: { cluster: DR, credentials: ApiKey.fromVariables(legTwo, "dr"), consumerOffsetSync },
    inbound: { cluster: JUMP, credentials: ApiKey.fromVariables(legTwo, "jump"), consumerOffsetSync },
    dialCredentials: ApiKey.fromVariables(legTwo, "jump_dial"),
  });
  new MirrorSet(legTwo, "mirrors", {
    link: jumpToDr.into(DR),
    follows: onJump,
    failover: Failover.fromVariable(legTwo),
  });
}

const synth = (extras: Partial<BidirectionalProps> = {}) =>
  synthToJson((app) => {
    build(app, extras);
  });

const links = (stack: Json): Json[] => Object.values(resources(stack, "confluent_cluster_link"));

describe("PrivatePublicPrivate.bidirectional", () => {
  it("makes exactly what one builds by hand", () => {
    const made = synth();
    const other = synthToJson(byHand);
    expect(Object.keys(made.stacks)).toEqual(["jump-to-dr", "primary-to-jump"]);
    expect(made.stacks).toEqual(other.stacks);
    expect(made.manifest.stacks["jump-to-dr"]?.dependencies).toEqual(["primary-to-jump"]);
  });

  it("gives back every part", () => {
    synthToJson((app) => {
      const { primaryToJump, onJump, jumpToDr, onDr, failover } = build(app);
      expect(primaryToJump.node.path).toBe("primary-to-jump/link");
      expect(primaryToJump.halves.map(({ host, role }) => [host.name, role])).toEqual([
        ["jump", "inbound half"],
        ["primary", "outbound half"],
      ]);
      expect([onJump.link.source.name, onJump.link.destination.name]).toEqual(["primary", "jump"]);
      expect(jumpToDr.node.path).toBe("jump-to-dr/link");
      expect([onDr.link.source.name, onDr.link.destination.name]).toEqual(["jump", "dr"]);
      expect(failover.stack.node.path).toBe("jump-to-dr");
    });
  });

  it("passes names, settings, protection and kept topics on", () => {
    const { stacks } = synth({
      primaryToJumpName: "leg-1",
      jumpToDrName: "leg-2",
      topicConfigSync: { intervalMs: 7000 },
      preventDestroy: false,
      keepPromoted: ["orders"],
    });
    expect(links(stacks["primary-to-jump"]).map(({ link_name }) => link_name)).toEqual(["leg-1", "leg-1"]);
    expect(links(stacks["jump-to-dr"]).map(({ link_name }) => link_name)).toEqual(["leg-2", "leg-2"]);
    const all = Object.values(stacks).flatMap(links);
    expect(all.map(({ config, lifecycle }) => [config["topic.config.sync.ms"], lifecycle])).toEqual(
      Array(4).fill(["7000", undefined]),
    );
    expect(Object.keys(resources(stacks["jump-to-dr"], "confluent_kafka_topic"))).toEqual(["mirrors_orders"]);
  });

  it("takes keys of its user's own, which may have no key for dialling: CL051", () => {
    let warned: string[] = [];
    const { stacks } = synthToJson((app) => {
      const [one, two] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
      const keys = (stack: typeof one, name: string) => ({
        privateCredentials: ApiKey.fromVariables(stack, `my_${name}`),
        jumpCredentials: ApiKey.fromVariables(stack, "my_jump"),
      });
      build(app, {
        primaryToJump: one,
        jumpToDr: two,
        credentials: {
          primaryToJump: keys(one, "primary"),
          jumpToDr: { ...keys(two, "dr"), dialCredentials: ApiKey.fromVariables(two, "my_dial") },
        },
      });
      warned = Warnings.of(app)
        .list()
        .filter(({ rule }) => rule.id === "CL051")
        .map(({ path }) => path ?? "");
    });
    expect(warned).toEqual(["one/link"]);
    const dialled = (stack: string): unknown =>
      links(stacks[stack]).find(({ connection_mode }) => connection_mode === "OUTBOUND").remote_kafka_cluster
        .credentials.key;
    expect(dialled("one")).toBe("${var.my_jump_api_key}");
    expect(dialled("two")).toBe("${var.my_dial_api_key}");
  });

  it("refuses one stack for both legs: CL076", () => {
    synthToJson((app) => {
      const stack = stackWithProvider(app, "one");
      expect(refusal(() => build(app, { primaryToJump: stack, jumpToDr: stack }))).toContain("CL076");
    });
  });
});
