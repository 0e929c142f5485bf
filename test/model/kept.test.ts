import { describe, expect, it } from "vitest";
import { chainsOf } from "../../lib/model/chains";
import {
  parseDocument,
  keptTopicsOf,
  readDocument,
  writeDocument,
  type TopologyDocument,
} from "../../lib/model/document";
import { commonMirrors, topicPassage } from "../../lib/model/passage";
import { arrives, reachOfTopic } from "../../lib/model/reach";
import { checkChains } from "../../lib/model/rules/chains";
import { checkKeptBefore, type KeptTopics } from "../../lib/model/rules/kept";
import { checkClaims } from "../../lib/model/rules/mirrors";
import type { Leg } from "../../lib/model/topology";
import { chain, cluster, everything, ids, leg } from "./support/legs";

const legs = (mirrored: string[], kept: string[], more: object = {}): [Leg, Leg] =>
  chain({ topics: ["orders", "bills"] }, { topics: mirrored, claim: { kept, failover: true }, ...more });

describe("a topic that is kept", () => {
  it("stops at the leg that brought it, whatever filters say", () => {
    for (const more of [{}, { autoCreate: [everything] }]) {
      const [one, two] = legs(["bills"], ["orders"], more);
      const reach = reachOfTopic([one, two], "orders");
      expect(reach.hops.at(-1)).toEqual({ leg: two, outcome: "stops", reason: { kind: "kept" } });
      expect(arrives(reach)).toBe(false);
      expect(arrives(reachOfTopic([one, two], "bills"))).toBe(true);
    }
  });

  it("is not lost: nothing is said of the chain, also when all of them are kept", () => {
    expect(topicPassage(...legs(["bills"], ["orders"])).losses).toEqual([]);
    expect(ids(checkChains(legs(["bills"], ["orders"])))).toEqual([]);
    expect(ids(checkChains(legs([], ["orders", "bills"])))).toEqual([]);
    expect(ids(checkChains(legs([], ["orders"])))).toEqual(["CL012"]);
  });

  it("makes no set empty, and belongs to one set alone", () => {
    const [, two] = legs([], ["orders"]);
    expect(ids(checkClaims(two))).toEqual([]);
    const claims = [...two.claims, { ...two.claims[0]!, path: "other", topics: ["orders"], kept: [] }];
    expect(ids(checkClaims({ ...two, claims }))).toEqual(["CL057"]);
  });

  it("has its name on the destination, so that no other link can create one of it", () => {
    const [source, destination] = [cluster("other"), cluster("dr", { access: "private" })];
    const kept = leg(cluster("jump"), destination, { prefix: "p-", claim: { kept: ["orders"] } });
    expect(commonMirrors(kept, leg(source, destination, { topics: ["p-orders"] })).explicit).toEqual(["p-orders"]);
    expect(commonMirrors(kept, leg(source, destination, { autoCreate: [everything] })).explicit).toEqual(["p-orders"]);
    expect(commonMirrors(kept, leg(source, destination, { topics: ["orders"] })).explicit).toEqual([]);
  });

  it("is written and read", () => {
    const all = legs(["bills"], ["orders"], { prefix: "p-" });
    const document = writeDocument(
      all.map((each) => ({
        leg: each,
        details: {
          configKeys: () => [],
          resources: () => [],
          addresses: ({ kept }) => ({ addresses: [], kept: kept.map((topic) => `confluent_kafka_topic.${topic}`) }),
        },
      })),
      [],
      [],
    );
    expect(document.legs[0]?.sets[0]).not.toHaveProperty("kept");
    expect(document.legs[1]?.sets[0]?.kept).toEqual([
      { topic: "orders", mirrorTopic: "p-orders", address: "confluent_kafka_topic.orders" },
    ]);
    const [again] = chainsOf(readDocument(parseDocument(JSON.stringify(document))));
    expect(again?.map(({ claims }) => claims.map(({ kept }) => kept))).toEqual([[[]], [["orders"]]]);
    expect(keptTopicsOf(document).filter(({ addresses }) => addresses.length > 0)).toEqual([
      { path: "jump-to-dr/link/mirrors", stack: "jump-to-dr", addresses: ["confluent_kafka_topic.orders"] },
    ]);
  });

  it("is found in documents of before, which know of none", () => {
    const sets = [{ path: "set", stack: "s", topicsKnown: true, mirrors: [], autoCreate: [], failover: true }];
    const resources = [{ role: "kept topics", address: "confluent_kafka_topic.all" }];
    const document = { legs: [{ path: "leg", stack: "s", sets, resources }] } as unknown as TopologyDocument;
    expect(keptTopicsOf(document)).toEqual([
      { path: "set", stack: "s", addresses: [] },
      { path: "leg", stack: "s", addresses: ["confluent_kafka_topic.all"] },
    ]);
  });
});

describe("what was kept before", () => {
  const kept = (addresses: string[], stack = "dr"): KeptTopics[] => [{ path: "dr/mirrors", stack, addresses }];
  const found = (before: KeptTopics[], now: KeptTopics[], stacks = ["dr"]): string[] =>
    checkKeptBefore(before, now, new Set(stacks)).map(({ given }) => given);

  it.each<[string, string[]]>([
    ["the same", ["t.a", "t.b"]],
    ["more", ["t.a", "t.b", "t.c"]],
  ])("may be %s", (_, now) => {
    expect(found(kept(["t.a", "t.b"]), kept(now))).toEqual([]);
  });

  it("may not be less, in a stack that is still there", () => {
    expect(found(kept(["t.a", "t.b", "t.c"]), kept(["t.b"]))).toEqual([
      'The last synth of stack "dr" had t.a and 1 more.',
    ]);
    expect(found(kept(["t.a"]), kept(["t.a"], "other"), ["dr", "other"])).toEqual([
      'The last synth of stack "dr" had t.a.',
    ]);
    expect(found(kept(["t.a"]), [], ["other"])).toEqual([]);
  });
});
