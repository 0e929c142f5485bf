import { describe, expect, it } from "vitest";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { deleteLink } from "../../../lib/rehearsal/cloud/links";
import {
  createMirror,
  failOverMirrors,
  findMirror,
  mirrorLags,
  mirrorsOf,
  pauseMirrors,
  promoteMirrors,
  resumeMirrors,
} from "../../../lib/rehearsal/cloud/mirrors";
import { commitOffset } from "../../../lib/rehearsal/cloud/groups";
import { produce } from "../../../lib/rehearsal/cloud/records";
import type { MirrorStatus } from "../../../lib/rehearsal/cloud/state";
import { createTopic, deleteTopic, setPartitions } from "../../../lib/rehearsal/cloud/topics";
import {
  DR,
  JUMP,
  MINUTE,
  PRIMARY,
  SECOND,
  addKey,
  bind,
  chainOf,
  half,
  legOne,
  legTwo,
  offsetSync,
  pass,
  produceMany,
  refusal,
  statusOf,
  threeClusters,
  topicOn,
  valuesOn,
  type Configs,
} from "./world";

const LINK = "jump-to-dr";

/** JUMP -> DR with a mirror topic `orders` of one partition that is ACTIVE. */
function mirrored(configs: Configs = {}, fetchRecords = 1000): Cloud {
  const cloud = threeClusters({ pace: { fetchRecords } });
  createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
  legTwo(cloud, configs);
  createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
  pass(cloud, 3 * SECOND);
  return cloud;
}

function lose(cloud: Cloud): void {
  cloud.state.clusters.get(JUMP)!.reachability = "refused";
}

describe("a new mirror topic", () => {
  it("is PENDING_MIRROR for a second, then ACTIVE, with the partitions and settings of its source", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders", partitions: 4, configs: new Map([["retention.ms", "1000"]]) });
    legTwo(cloud);
    const topic = createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    expect(topic.partitions).toHaveLength(4);
    expect(topic.configs.get("retention.ms")).toBe("1000");
    pass(cloud, 900);
    expect(statusOf(cloud, DR, "orders")).toBe("PENDING_MIRROR");
    pass(cloud, 200);
    expect(statusOf(cloud, DR, "orders")).toBe("ACTIVE");
    expect(topic.mirror).toMatchObject({ origin: "explicit", sourceTopic: "orders", since: 1000 });
  });

  it("is refused: unknown link 404, unknown source topic 40403, taken name 40002", () => {
    const cloud = threeClusters();
    expect(refusal(() => createMirror(cloud, DR, LINK, { sourceTopic: "orders" })).status).toBe(404);
    legTwo(cloud);
    expect(refusal(() => createMirror(cloud, DR, LINK, { sourceTopic: "orders" }))).toMatchObject({
      status: 404,
      code: 40403,
    });
    createTopic(cloud, JUMP, { name: "orders" });
    createTopic(cloud, DR, { name: "orders" });
    expect(refusal(() => createMirror(cloud, DR, LINK, { sourceTopic: "orders" }))).toMatchObject({
      status: 400,
      code: 40002,
    });
  });

  it.each([
    ["an internal topic", { sourceTopic: "__consumer_offsets" }],
    ["an illegal name", { sourceTopic: "a b" }],
    ["another replication factor", { sourceTopic: "orders", replicationFactor: 1 }],
    ["a setting that the link copies", { sourceTopic: "orders", configs: new Map([["retention.ms", "1"]]) }],
    ["an unknown setting", { sourceTopic: "orders", configs: new Map([["no.such", "1"]]) }],
  ])("is refused with 40002: %s", (_, request) => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    createTopic(cloud, JUMP, { name: "__consumer_offsets" });
    legTwo(cloud);
    expect(refusal(() => createMirror(cloud, DR, LINK, request))).toMatchObject({ status: 400, code: 40002 });
  });

  it("has a name of its own only as prefix + source: 40035", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    legTwo(cloud, { "cluster.link.prefix": "p-" });
    const create = (mirrorTopic: string): unknown =>
      createMirror(cloud, DR, LINK, { sourceTopic: "orders", mirrorTopic });
    expect(refusal(() => create("orders"))).toMatchObject({ status: 400, code: 40035 });
    create("p-orders");
    expect(topicOn(cloud, DR, "p-orders").mirror?.sourceTopic).toBe("orders");
  });

  it("fails with 40035 when the half that sends has a prefix of its own", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders" });
    half(cloud, "B", JUMP, PRIMARY);
    half(cloud, "C", PRIMARY, JUMP, { configs: { "cluster.link.prefix": "p-" } });
    expect(refusal(() => createMirror(cloud, JUMP, "link", { sourceTopic: "orders" })).code).toBe(40035);
  });

  it("lives on the destination alone, of a link that gets through", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders" });
    half(cloud, "B", JUMP, PRIMARY);
    expect(refusal(() => createMirror(cloud, JUMP, "link", { sourceTopic: "orders" })).message).toMatch(
      /does not get through/,
    );
    half(cloud, "C", PRIMARY, JUMP);
    expect(refusal(() => createMirror(cloud, PRIMARY, "link", { sourceTopic: "orders" })).status).toBe(400);
    createMirror(cloud, JUMP, "link", { sourceTopic: "orders" });
  });

  it("may have a setting that the link does not copy", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    legTwo(cloud, {
      "topic.config.sync.include":
        "cleanup.policy,max.message.bytes,message.timestamp.difference.max.ms,message.timestamp.type",
    });
    const configs = new Map([["retention.ms", "-1"]]);
    expect(createMirror(cloud, DR, LINK, { sourceTopic: "orders", configs }).configs.get("retention.ms")).toBe("-1");
  });

  it("needs rights of the link's principal on the source topic", () => {
    const cloud = threeClusters();
    const owner = addKey(cloud, JUMP, "reader");
    createTopic(cloud, JUMP, { name: "orders" });
    half(cloud, "A", DR, JUMP, { key: "reader", name: LINK });
    const create = (): unknown => createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    expect(refusal(create).code).toBe(40403);
    bind(cloud, JUMP, owner, "DeveloperRead", "topic=orders");
    expect(refusal(create)).toMatchObject({
      status: 403,
      code: 40301,
      message: expect.stringContaining("DescribeConfigs"),
    });
    bind(cloud, JUMP, owner, "DeveloperManage", "topic=orders");
    create();
  });

  it("of both directions of a bidirectional link: data goes either way", () => {
    const cloud = threeClusters();
    half(cloud, "E", JUMP, PRIMARY);
    half(cloud, "D", PRIMARY, JUMP);
    createTopic(cloud, PRIMARY, { name: "there", partitions: 1 });
    createTopic(cloud, JUMP, { name: "back", partitions: 1 });
    createMirror(cloud, JUMP, "link", { sourceTopic: "there" });
    createMirror(cloud, PRIMARY, "link", { sourceTopic: "back" });
    produceMany(cloud, PRIMARY, "there", 2);
    produceMany(cloud, JUMP, "back", 3);
    pass(cloud, 3 * SECOND);
    expect(valuesOn(cloud, JUMP, "there")).toHaveLength(2);
    expect(valuesOn(cloud, PRIMARY, "back")).toHaveLength(3);
  });
});

describe("records", () => {
  it("go down the chain with offset, key, value, time and partition", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 3 });
    chainOf(cloud, "orders");
    pass(cloud, 3 * SECOND);
    for (let index = 0; index < 30; index++) produce(cloud, PRIMARY, "orders", { key: `${index}`, value: `v${index}` });
    pass(cloud, 3 * SECOND);
    expect(topicOn(cloud, DR, "orders").partitions).toEqual(topicOn(cloud, PRIMARY, "orders").partitions);
    expect(topicOn(cloud, DR, "orders").partitions.flat()).toHaveLength(30);
    expect(topicOn(cloud, DR, "orders").partitions.every((records) => records.length > 0)).toBe(true);
  });

  it("lag behind by what a fetch does not bring", () => {
    const cloud = mirrored({}, 10);
    produceMany(cloud, JUMP, "orders", 25);
    const lag = (): number | undefined => mirrorLags(cloud, DR, "orders")[0]?.lag;
    expect(lag()).toBe(25);
    pass(cloud, 500);
    expect(mirrorLags(cloud, DR, "orders")).toEqual([{ partition: 0, lag: 15, lastSourceFetchOffset: 9 }]);
    pass(cloud, 500);
    expect(lag()).toBe(5);
    pass(cloud, 500);
    expect(lag()).toBe(0);
    expect(valuesOn(cloud, DR, "orders")).toHaveLength(25);
  });

  it("are not copied while nobody gets through; the lag is the one seen last", () => {
    const cloud = mirrored();
    produceMany(cloud, JUMP, "orders", 3);
    pass(cloud, SECOND);
    lose(cloud);
    produceMany(cloud, JUMP, "orders", 4);
    pass(cloud, 10 * MINUTE);
    expect(mirrorLags(cloud, DR, "orders")).toEqual([{ partition: 0, lag: 0, lastSourceFetchOffset: 2 }]);
    cloud.state.clusters.get(JUMP)!.reachability = "reachable";
    pass(cloud, 3 * SECOND);
    expect(valuesOn(cloud, DR, "orders")).toHaveLength(7);
  });

  it("start at the end with latest, and keep their offsets", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    produceMany(cloud, JUMP, "orders", 5);
    legTwo(cloud, { "mirror.start.offset.spec": "latest" });
    createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    produceMany(cloud, JUMP, "orders", 2);
    pass(cloud, 3 * SECOND);
    expect(topicOn(cloud, DR, "orders").partitions[0]?.map(({ offset }) => offset)).toEqual([5, 6]);
    expect(topicOn(cloud, DR, "orders").startOffsets).toEqual([5]);
    expect(valuesOn(cloud, DR, "orders")).toEqual(["0", "1"]);
  });

  it("start at a time", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders", partitions: 2 });
    produceMany(cloud, JUMP, "orders", 3);
    pass(cloud, 10 * SECOND);
    produceMany(cloud, JUMP, "orders", 2);
    legTwo(cloud, { "mirror.start.offset.spec": "1970-01-01T00:00:05Z" });
    createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    pass(cloud, 3 * SECOND);
    expect(topicOn(cloud, DR, "orders").partitions[0]?.map(({ offset }) => offset)).toEqual([3, 4]);
  });

  it("of new partitions follow", () => {
    const cloud = mirrored();
    setPartitions(cloud, JUMP, "orders", 2);
    produce(cloud, JUMP, "orders", { value: "new", partition: 1 });
    pass(cloud, SECOND);
    expect(topicOn(cloud, DR, "orders").partitions[1]).toHaveLength(1);
  });

  it("wait while the link's principal may not read them", () => {
    const cloud = threeClusters();
    const owner = addKey(cloud, JUMP, "reader");
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    bind(cloud, JUMP, owner, "ResourceOwner", "topic=orders");
    const link = half(cloud, "A", DR, JUMP, { key: "reader", name: LINK });
    createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    pass(cloud, 3 * SECOND);
    const bindings = [...cloud.state.roleBindings];
    cloud.state.roleBindings.clear();
    produceMany(cloud, JUMP, "orders", 1);
    pass(cloud, MINUTE);
    expect([link.state, statusOf(cloud, DR, "orders")]).toEqual(["ACTIVE", "ACTIVE"]);
    expect(mirrorLags(cloud, DR, "orders")[0]?.lag).toBe(1);
    for (const [id, binding] of bindings) cloud.state.roleBindings.set(id, binding);
    pass(cloud, 6 * SECOND);
    expect(mirrorLags(cloud, DR, "orders")[0]?.lag).toBe(0);
  });
});

describe("pause and resume", () => {
  it("stop copying and go on", () => {
    const cloud = mirrored();
    expect(pauseMirrors(cloud, DR, LINK, ["orders"])).toEqual([
      {
        mirrorTopicName: "orders",
        errorCode: null,
        errorMessage: null,
        lags: [{ partition: 0, lag: 0, lastSourceFetchOffset: -1 }],
      },
    ]);
    produceMany(cloud, JUMP, "orders", 2);
    pass(cloud, MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("PAUSED");
    expect(valuesOn(cloud, DR, "orders")).toEqual([]);
    expect(mirrorLags(cloud, DR, "orders")[0]?.lag).toBe(2);
    resumeMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, SECOND);
    expect(valuesOn(cloud, DR, "orders")).toHaveLength(2);
  });

  it("a paused mirror topic stays paused when its source is lost", () => {
    const cloud = mirrored();
    pauseMirrors(cloud, DR, LINK, ["orders"]);
    lose(cloud);
    pass(cloud, 10 * MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("PAUSED");
    resumeMirrors(cloud, DR, LINK, ["orders"]);
    expect(statusOf(cloud, DR, "orders")).toBe("SOURCE_UNAVAILABLE");
  });
});

describe("promotion and failover", () => {
  it.each([
    ["promote", promoteMirrors],
    ["failover", failOverMirrors],
  ])("%s goes through PENDING_STOPPED, and the topic becomes writable", (_, stop) => {
    const cloud = mirrored();
    expect(refusal(() => produce(cloud, DR, "orders", { value: "x" })).code).toBe(40002);
    expect(stop(cloud, DR, LINK, ["orders"])[0]).toMatchObject({ errorCode: null });
    expect(statusOf(cloud, DR, "orders")).toBe("PENDING_STOPPED");
    pass(cloud, 2 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("PENDING_STOPPED");
    expect(refusal(() => produce(cloud, DR, "orders", { value: "x" })).code).toBe(40002);
    pass(cloud, 5 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
    expect(produce(cloud, DR, "orders", { value: "x" })).toEqual({ partition: 0, offset: 0 });
    produceMany(cloud, JUMP, "orders", 3);
    pass(cloud, MINUTE);
    expect(valuesOn(cloud, DR, "orders")).toEqual(["x"]);
  });

  it("promote waits for lag 0, and copies what it waits for", () => {
    const cloud = mirrored({}, 10);
    produceMany(cloud, JUMP, "orders", 200);
    promoteMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 8 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("PENDING_STOPPED");
    pass(cloud, 3 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
    expect(valuesOn(cloud, DR, "orders")).toHaveLength(200);
  });

  it("promote of a paused mirror topic copies the rest first", () => {
    const cloud = mirrored();
    pauseMirrors(cloud, DR, LINK, ["orders"]);
    produceMany(cloud, JUMP, "orders", 3);
    promoteMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    expect([statusOf(cloud, DR, "orders"), valuesOn(cloud, DR, "orders").length]).toEqual(["STOPPED", 3]);
  });

  it("promote copies offsets a last time", () => {
    const cloud = mirrored({ ...offsetSync(["*", "LITERAL"]), "consumer.offset.sync.ms": "3600000" });
    produceMany(cloud, JUMP, "orders", 3);
    commitOffset(cloud, JUMP, "app", { topic: "orders", partition: 0, offset: 2 });
    promoteMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    expect(cloud.state.clusters.get(DR)?.groups.get("app")?.offsets.get("orders/0")).toBe(2);
  });

  it("promote waits for a source that answers; failover ends the wait", () => {
    const cloud = mirrored();
    lose(cloud);
    promoteMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 10 * MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("PENDING_STOPPED");
    expect(failOverMirrors(cloud, DR, LINK, ["orders"])[0]?.errorCode).toBeNull();
    pass(cloud, 6 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
  });

  it("promote goes on when the source answers again", () => {
    const cloud = mirrored();
    produceMany(cloud, JUMP, "orders", 3);
    lose(cloud);
    promoteMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, MINUTE);
    cloud.state.clusters.get(JUMP)!.reachability = "reachable";
    pass(cloud, 3 * SECOND);
    expect([statusOf(cloud, DR, "orders"), valuesOn(cloud, DR, "orders").length]).toEqual(["STOPPED", 3]);
  });

  it("failover loses what was not copied", () => {
    const cloud = mirrored({}, 10);
    produceMany(cloud, JUMP, "orders", 25);
    pass(cloud, 500);
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, MINUTE);
    expect(valuesOn(cloud, DR, "orders")).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    expect(mirrorLags(cloud, DR, "orders")[0]?.lag).toBe(15);
    expect(produce(cloud, DR, "orders", { value: "next" }).offset).toBe(10);
  });

  it("promote on DR works while PRIMARY is lost and JUMP answers", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
    chainOf(cloud, "orders");
    pass(cloud, 3 * SECOND);
    cloud.state.clusters.get(PRIMARY)!.reachability = "refused";
    pass(cloud, 6 * MINUTE);
    expect([statusOf(cloud, JUMP, "orders"), statusOf(cloud, DR, "orders")]).toEqual(["SOURCE_UNAVAILABLE", "ACTIVE"]);
    promoteMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
  });
});

describe("legal transitions", () => {
  const VERBS = { pause: pauseMirrors, resume: resumeMirrors, promote: promoteMirrors, failover: failOverMirrors };
  const LEGAL: Readonly<Record<keyof typeof VERBS, readonly MirrorStatus[]>> = {
    pause: ["ACTIVE"],
    resume: ["PAUSED"],
    promote: ["ACTIVE", "PAUSED"],
    failover: ["ACTIVE", "PAUSED", "FAILED", "SOURCE_UNAVAILABLE", "LINK_FAILED"],
  };
  const STATUSES: readonly MirrorStatus[] = [
    "ACTIVE",
    "PAUSED",
    "FAILED",
    "SOURCE_UNAVAILABLE",
    "LINK_FAILED",
    "PENDING_MIRROR",
    "PENDING_STOPPED",
    "STOPPED",
  ];

  it.each(Object.keys(VERBS) as (keyof typeof VERBS)[])("of %s", (verb) => {
    const allowed = STATUSES.filter((status) => {
      const cloud = mirrored();
      topicOn(cloud, DR, "orders").mirror!.status = status;
      const [result] = VERBS[verb](cloud, DR, LINK, ["orders"]);
      const refused = result?.errorCode !== null;
      expect(refused).toBe(result?.errorMessage !== null);
      if (refused) expect(statusOf(cloud, DR, "orders")).toBe(status);
      return !refused;
    });
    expect(allowed).toEqual(LEGAL[verb]);
  });

  it("are told per topic, and only tried with validateOnly", () => {
    const cloud = mirrored();
    createTopic(cloud, DR, { name: "own" });
    const results = promoteMirrors(cloud, DR, LINK, ["orders", "own", "none"], { validateOnly: true });
    expect(results.map(({ mirrorTopicName, errorCode }) => [mirrorTopicName, errorCode])).toEqual([
      ["orders", null],
      ["own", 40403],
      ["none", 40403],
    ]);
    expect(statusOf(cloud, DR, "orders")).toBe("ACTIVE");
  });

  it("of unknown links are refused as a whole", () => {
    expect(refusal(() => promoteMirrors(threeClusters(), DR, "none", ["orders"])).status).toBe(404);
  });

  it.each([
    ["FAILED", (cloud: Cloud) => deleteTopic(cloud, JUMP, "orders")],
    ["SOURCE_UNAVAILABLE", lose],
  ])("failover works from %s that came about by itself", (status, happen) => {
    const cloud = mirrored();
    happen(cloud);
    pass(cloud, 6 * MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe(status);
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
  });

  it("failover works from LINK_FAILED under a new link of the old name", () => {
    const cloud = mirrored();
    deleteLink(cloud, DR, LINK, { force: true });
    legTwo(cloud);
    pass(cloud, MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("LINK_FAILED");
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
  });
});

describe("a source topic that is gone", () => {
  it("turns its mirror topic FAILED, for good", () => {
    const cloud = mirrored();
    deleteTopic(cloud, JUMP, "orders");
    pass(cloud, SECOND);
    expect(topicOn(cloud, DR, "orders").mirror).toMatchObject({
      status: "FAILED",
      error: "SOURCE_TOPIC_MAY_BE_DELETED",
    });
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    pass(cloud, 10 * MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("FAILED");
  });

  it("and is back at once is another one", () => {
    const cloud = mirrored();
    produceMany(cloud, JUMP, "orders", 2);
    pass(cloud, SECOND);
    deleteTopic(cloud, JUMP, "orders");
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    pass(cloud, SECOND);
    expect(topicOn(cloud, DR, "orders").mirror).toMatchObject({ status: "FAILED", error: "SOURCE_TOPIC_ID_CHANGED" });
    expect(valuesOn(cloud, DR, "orders")).toHaveLength(2);
  });

  it("is noticed when the link gets through again", () => {
    const cloud = mirrored();
    lose(cloud);
    pass(cloud, 10 * SECOND);
    deleteTopic(cloud, JUMP, "orders");
    pass(cloud, 10 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("ACTIVE");
    cloud.state.clusters.get(JUMP)!.reachability = "reachable";
    pass(cloud, 3 * SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("FAILED");
  });

  it("on JUMP breaks the chain behind it", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
    chainOf(cloud, "orders");
    pass(cloud, 3 * SECOND);
    deleteTopic(cloud, JUMP, "orders");
    pass(cloud, SECOND);
    expect(statusOf(cloud, DR, "orders")).toBe("FAILED");
  });

  it("leaves a stopped mirror topic alone", () => {
    const cloud = mirrored();
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    deleteTopic(cloud, JUMP, "orders");
    pass(cloud, MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
  });
});

describe("the mirror topics of a link", () => {
  it("are listed, stopped ones included, and found by name", () => {
    const cloud = mirrored();
    createTopic(cloud, DR, { name: "own" });
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, MINUTE);
    expect(mirrorsOf(cloud, DR, LINK).map(({ name }) => name)).toEqual(["orders"]);
    expect(findMirror(cloud, DR, LINK, "orders").mirror.status).toBe("STOPPED");
    expect(refusal(() => findMirror(cloud, DR, LINK, "own"))).toMatchObject({ status: 404, code: 40403 });
  });

  it("alone have lags", () => {
    const cloud = mirrored();
    createTopic(cloud, DR, { name: "own" });
    expect(refusal(() => mirrorLags(cloud, DR, "own")).status).toBe(400);
    expect(refusal(() => mirrorLags(cloud, DR, "none")).status).toBe(404);
    produceMany(cloud, JUMP, "orders", 2);
    pass(cloud, SECOND);
    deleteTopic(cloud, JUMP, "orders");
    expect(mirrorLags(cloud, DR, "orders")[0]?.lag).toBe(0);
    deleteLink(cloud, DR, LINK, { force: true });
    expect(mirrorLags(cloud, DR, "orders")).toEqual([{ partition: 0, lag: 0, lastSourceFetchOffset: 1 }]);
  });

  it("stay where they are when their topic is deleted while it stops", () => {
    const cloud = mirrored();
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    deleteTopic(cloud, DR, "orders");
    createTopic(cloud, DR, { name: "orders" });
    pass(cloud, MINUTE);
    expect(topicOn(cloud, DR, "orders").mirror).toBeUndefined();
  });

  it("on JUMP need both halves", () => {
    const cloud = threeClusters();
    legOne(cloud);
    expect(refusal(() => mirrorsOf(cloud, PRIMARY, "none")).status).toBe(404);
    expect(mirrorsOf(cloud, JUMP, "primary-to-jump")).toEqual([]);
  });
});
