import { describe, expect, it } from "vitest";
import { alterLinkConfigs } from "../../../lib/rehearsal/cloud/links";
import { createMirror } from "../../../lib/rehearsal/cloud/mirrors";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { createTopic, deleteTopic } from "../../../lib/rehearsal/cloud/topics";
import {
  DR,
  JUMP,
  MINUTE,
  PRIMARY,
  SECOND,
  addCluster,
  addKey,
  autoCreate,
  bind,
  half,
  legOne,
  legTwo,
  pass,
  statusOf,
  threeClusters,
  topicFilters,
  topicOn,
} from "./world";

const names = (cloud: Cloud, clusterId: string): string[] =>
  [...cloud.state.clusters.get(clusterId)!.topics.keys()].sort();

const SEED = autoCreate(["mirror_me", "PREFIXED"], ["no_mirror", "PREFIXED", "EXCLUDE"]);

describe("auto-create", () => {
  it("brings a topic to DR within two discovery intervals, and nothing that no filter chooses", () => {
    const cloud = threeClusters();
    legOne(cloud, SEED);
    legTwo(cloud, SEED);
    pass(cloud, MINUTE);
    for (const name of ["mirror_me_1", "no_mirror_1", "other"]) createTopic(cloud, PRIMARY, { name });
    pass(cloud, 4 * MINUTE - SECOND);
    expect(names(cloud, JUMP)).toEqual([]);
    pass(cloud, 5 * SECOND);
    expect(names(cloud, JUMP)).toEqual(["mirror_me_1"]);
    expect(topicOn(cloud, JUMP, "mirror_me_1").mirror).toMatchObject({ origin: "auto-create", status: "ACTIVE" });
    pass(cloud, 6 * MINUTE);
    expect(names(cloud, DR)).toEqual(["mirror_me_1"]);
    pass(cloud, 60 * MINUTE);
    expect(names(cloud, DR)).toEqual(["mirror_me_1"]);
  });

  it("takes every topic but internal ones, and leaves names alone that are taken", () => {
    const cloud = threeClusters();
    for (const name of ["orders", "_schemas", "__internal", "taken"]) createTopic(cloud, JUMP, { name });
    const taken = createTopic(cloud, DR, { name: "taken" });
    legTwo(cloud, autoCreate(["*", "LITERAL"]));
    pass(cloud, 5 * MINUTE);
    expect(names(cloud, DR)).toEqual(["_schemas", "orders", "taken"]);
    expect(topicOn(cloud, DR, "taken")).toBe(taken);
  });

  it.each([
    ["* in a prefix", topicFilters(["ord*", "PREFIXED"])],
    ["EXCLUDE alone", topicFilters(["other", "LITERAL", "EXCLUDE"])],
    ["no entry", topicFilters()],
    ["nothing", ""],
  ])("chooses nothing with %s", (_, filters) => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    legTwo(cloud, { "auto.create.mirror.topics.enable": "true", "auto.create.mirror.topics.filters": filters });
    pass(cloud, 20 * MINUTE);
    expect(names(cloud, DR)).toEqual([]);
  });

  it("does nothing while it is off, and begins when it is switched on", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    const filters = topicFilters(["orders", "LITERAL"]);
    legTwo(cloud, { "auto.create.mirror.topics.filters": filters });
    pass(cloud, 20 * MINUTE);
    expect(names(cloud, DR)).toEqual([]);
    const turn = (value: string): void =>
      alterLinkConfigs(cloud, DR, "jump-to-dr", [
        { name: "auto.create.mirror.topics.enable", value, operation: "SET" },
      ]);
    turn("true");
    pass(cloud, 5 * MINUTE);
    expect(names(cloud, DR)).toEqual(["orders"]);
    turn("false");
    deleteTopic(cloud, DR, "orders");
    pass(cloud, 20 * MINUTE);
    expect(names(cloud, DR)).toEqual([]);
  });

  it("follows a filter that is added, and keeps what one chose that is removed", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    createTopic(cloud, JUMP, { name: "payments" });
    legTwo(cloud, autoCreate(["orders", "LITERAL"]));
    pass(cloud, 5 * MINUTE);
    const value = topicFilters(["payments", "LITERAL"]);
    alterLinkConfigs(cloud, DR, "jump-to-dr", [{ name: "auto.create.mirror.topics.filters", value, operation: "SET" }]);
    pass(cloud, 5 * MINUTE);
    expect(names(cloud, DR)).toEqual(["orders", "payments"]);
  });

  it("makes a deleted mirror topic again", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    legTwo(cloud, autoCreate(["orders", "LITERAL"]));
    pass(cloud, 5 * MINUTE);
    const { id } = topicOn(cloud, DR, "orders");
    deleteTopic(cloud, DR, "orders");
    pass(cloud, 5 * MINUTE);
    expect(topicOn(cloud, DR, "orders").id).not.toBe(id);
  });

  it("finds nothing while nobody gets through", () => {
    const cloud = threeClusters();
    legTwo(cloud, autoCreate(["*", "LITERAL"]));
    cloud.state.clusters.get(JUMP)!.reachability = "refused";
    createTopic(cloud, JUMP, { name: "orders" });
    pass(cloud, 10 * MINUTE);
    expect(names(cloud, DR)).toEqual([]);
  });

  it("sees what its principal may describe, and says what it may not read", () => {
    const cloud = threeClusters();
    const reader = addKey(cloud, JUMP, "reader");
    for (const name of ["readable", "seen", "hidden"]) createTopic(cloud, JUMP, { name });
    bind(cloud, JUMP, reader, "DeveloperRead", "topic=readable");
    bind(cloud, JUMP, reader, "DeveloperManage", "topic=seen");
    const link = half(cloud, "A", DR, JUMP, { key: "reader", configs: autoCreate(["*", "LITERAL"]) });
    pass(cloud, 5 * MINUTE);
    expect(names(cloud, DR)).toEqual(["readable"]);
    expect(link.tasks.get("AutoCreateMirror")).toEqual({
      state: "IN_ERROR",
      error: "The link's principal sa-reader may not read 1 topic(s), seen among them.",
    });
    bind(cloud, JUMP, reader, "DeveloperRead", "topic=*");
    pass(cloud, 5 * MINUTE);
    expect(names(cloud, DR)).toEqual(["hidden", "readable", "seen"]);
    expect(link.tasks.get("AutoCreateMirror")?.state).toBe("ACTIVE");
  });
});

describe("auto-create with a prefix", () => {
  it("names mirror topics, and leaves out names that get too long", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    createTopic(cloud, JUMP, { name: "x".repeat(249) });
    legTwo(cloud, { ...autoCreate(["*", "LITERAL"]), "cluster.link.prefix": "p-" });
    pass(cloud, 5 * MINUTE);
    expect(names(cloud, DR)).toEqual(["p-orders"]);
  });

  it.each([
    ["the first leg", { "cluster.link.prefix": "p-" }, {}],
    ["the second leg", {}, { "cluster.link.prefix": "p-" }],
  ])("makes no chained mirror topic: prefix on %s", (_, first, second) => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders" });
    createTopic(cloud, JUMP, { name: "own" });
    legOne(cloud, first);
    legTwo(cloud, { ...autoCreate(["*", "LITERAL"]), ...second });
    createMirror(cloud, JUMP, "primary-to-jump", { sourceTopic: "orders" });
    pass(cloud, 20 * MINUTE);
    expect(names(cloud, DR)).toHaveLength(1);
    expect(names(cloud, DR)[0]).toMatch(/own$/);
  });
});

describe("auto-create with a prefix on the half that sends", () => {
  it("makes nothing, and says why", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders" });
    const receiving = half(cloud, "B", JUMP, PRIMARY, { configs: autoCreate(["*", "LITERAL"]) });
    half(cloud, "C", PRIMARY, JUMP, { configs: { "cluster.link.prefix": "p-" } });
    pass(cloud, 6 * MINUTE);
    expect(names(cloud, JUMP)).toEqual([]);
    expect(receiving.tasks.get("AutoCreateMirror")).toMatchObject({ state: "IN_ERROR" });
  });
});

describe("two links that choose one name", () => {
  function winner(seed: number): string | undefined {
    const cloud = threeClusters({ seed });
    for (const id of ["lkc-a", "lkc-b"]) {
      addCluster(cloud, id, { access: "public" });
      createTopic(cloud, id, { name: "orders" });
      half(cloud, "A", DR, id, { name: `from-${id}`, configs: autoCreate(["*", "LITERAL"]) });
    }
    pass(cloud, 6 * MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("ACTIVE");
    return topicOn(cloud, DR, "orders").mirror?.linkName;
  }

  it("one of them wins: which one the seed says, and always the same", () => {
    const winners = Array.from({ length: 12 }, (_, seed) => winner(seed));
    expect(new Set(winners)).toEqual(new Set(["from-lkc-a", "from-lkc-b"]));
    expect(Array.from({ length: 12 }, (_, seed) => winner(seed))).toEqual(winners);
  });
});
