import { describe, expect, it } from "vitest";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { commitOffset, setGroupActive } from "../../../lib/rehearsal/cloud/groups";
import {
  createMirror,
  failOverMirrors,
  findMirror,
  mirrorsOf,
  promoteMirrors,
} from "../../../lib/rehearsal/cloud/mirrors";
import { produce } from "../../../lib/rehearsal/cloud/records";
import { truncateAndRestoreMirrors } from "../../../lib/rehearsal/cloud/restoring";
import { reverseAndPauseMirrors, reverseAndStartMirrors } from "../../../lib/rehearsal/cloud/reversing";
import { createTopic, deleteTopic, setPartitions } from "../../../lib/rehearsal/cloud/topics";
import {
  DR,
  JUMP,
  MINUTE,
  PRIMARY,
  SECOND,
  half,
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

const ONE = "primary-to-jump";
const TWO = "jump-to-dr";

/** PRIMARY -> JUMP -> DR over bidirectional links that the private clusters dial, with `orders` of one partition on each. */
function chain(configs: Configs = {}): Cloud {
  const cloud = threeClusters();
  createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
  half(cloud, "E", JUMP, PRIMARY, { name: ONE, configs });
  half(cloud, "D", PRIMARY, JUMP, { name: ONE, configs });
  half(cloud, "E", JUMP, DR, { name: TWO, configs });
  half(cloud, "D", DR, JUMP, { name: TWO, configs });
  createMirror(cloud, JUMP, ONE, { sourceTopic: "orders" });
  createMirror(cloud, DR, TWO, { sourceTopic: "orders" });
  pass(cloud, 3 * SECOND);
  return cloud;
}

const statuses = (cloud: Cloud): (string | undefined)[] =>
  [PRIMARY, JUMP, DR].map((id) => statusOf(cloud, id, "orders"));

function reach(cloud: Cloud, id: string, reachability: "refused" | "reachable"): void {
  cloud.state.clusters.get(id)!.reachability = reachability;
}

describe("reverse-and-start", () => {
  it("lets a mirror topic and its source change places, and loses nothing", () => {
    const cloud = chain();
    produceMany(cloud, PRIMARY, "orders", 3);
    expect(reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"])).toMatchObject([
      { mirrorTopicName: "orders", errorCode: null, errorMessage: null, lags: [{ partition: 0, lag: 3 }] },
    ]);
    expect(statuses(cloud)).toEqual(["PENDING_SYNCHRONIZE", "PENDING_STOPPED", "ACTIVE"]);
    pass(cloud, 10 * SECOND);
    expect(statuses(cloud)).toEqual(["ACTIVE", "STOPPED", "ACTIVE"]);
    produce(cloud, JUMP, "orders", { value: "from JUMP" });
    pass(cloud, 10 * SECOND);
    for (const id of [PRIMARY, JUMP, DR]) {
      expect(valuesOn(cloud, id, "orders"), id).toEqual(["0", "1", "2", "from JUMP"]);
    }
  });

  it("takes no records on either side while it waits, and nobody's afterwards but the new source's", () => {
    const cloud = chain();
    produceMany(cloud, PRIMARY, "orders", 1);
    reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"]);
    for (const id of [PRIMARY, JUMP]) {
      expect(refusal(() => produce(cloud, id, "orders", { value: "x" })).code, id).toBe(40002);
    }
    pass(cloud, 10 * SECOND);
    expect(refusal(() => produce(cloud, PRIMARY, "orders", { value: "x" })).code).toBe(40002);
  });

  it("waits as long as nobody gets through", () => {
    const cloud = chain();
    produceMany(cloud, PRIMARY, "orders", 1);
    reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"]);
    reach(cloud, PRIMARY, "refused");
    pass(cloud, 10 * MINUTE);
    expect(statuses(cloud).slice(0, 2)).toEqual(["PENDING_SYNCHRONIZE", "PENDING_STOPPED"]);
    reach(cloud, PRIMARY, "reachable");
    pass(cloud, MINUTE);
    expect(statuses(cloud).slice(0, 2)).toEqual(["ACTIVE", "STOPPED"]);
  });

  it("copies committed offsets a last time, and the other way afterwards", () => {
    const cloud = chain(offsetSync(["*", "LITERAL"]));
    produceMany(cloud, PRIMARY, "orders", 5);
    pass(cloud, 2 * SECOND);
    commitOffset(cloud, PRIMARY, "billing", { topic: "orders", partition: 0, offset: 4 });
    reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"]);
    pass(cloud, 6 * SECOND);
    expect(cloud.state.clusters.get(JUMP)!.groups.get("billing")!.offsets.get("orders/0")).toBe(4);
    commitOffset(cloud, JUMP, "billing", { topic: "orders", partition: 0, offset: 5 });
    pass(cloud, MINUTE);
    expect(cloud.state.clusters.get(PRIMARY)!.groups.get("billing")!.offsets.get("orders/0")).toBe(5);
  });

  it("goes over two links, the first one first, and back, the one that is nearest to the source first", () => {
    const cloud = chain();
    produceMany(cloud, PRIMARY, "orders", 2);
    pass(cloud, 5 * SECOND);
    reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    reverseAndStartMirrors(cloud, DR, TWO, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(statuses(cloud)).toEqual(["ACTIVE", "ACTIVE", "STOPPED"]);
    produce(cloud, DR, "orders", { value: "from DR" });
    pass(cloud, 10 * SECOND);
    expect(valuesOn(cloud, PRIMARY, "orders")).toEqual(["0", "1", "from DR"]);

    reverseAndStartMirrors(cloud, JUMP, TWO, ["orders"]);
    pass(cloud, 10 * SECOND);
    reverseAndStartMirrors(cloud, PRIMARY, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(statuses(cloud)).toEqual(["STOPPED", "ACTIVE", "ACTIVE"]);
    produce(cloud, PRIMARY, "orders", { value: "home" });
    pass(cloud, 10 * SECOND);
    for (const id of [PRIMARY, JUMP, DR]) {
      expect(valuesOn(cloud, id, "orders"), id).toEqual(["0", "1", "from DR", "home"]);
    }
  });

  it("is not possible while the source is itself a mirror topic", () => {
    const cloud = chain();
    expect(reverseAndStartMirrors(cloud, DR, TWO, ["orders"])).toMatchObject([
      {
        errorCode: 40002,
        errorMessage: expect.stringContaining('itself a mirror topic, of the link "primary-to-jump"'),
      },
    ]);
    pass(cloud, MINUTE);
    expect(statuses(cloud)).toEqual([undefined, "ACTIVE", "ACTIVE"]);
  });

  it("lists a topic with the link that fills it alone", () => {
    const cloud = chain();
    reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(mirrorsOf(cloud, JUMP, ONE).map(({ mirror }) => mirror?.status)).toEqual(["STOPPED"]);
    reverseAndStartMirrors(cloud, DR, TWO, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(mirrorsOf(cloud, JUMP, ONE)).toEqual([]);
    expect(findMirror(cloud, JUMP, TWO, "orders").mirror.status).toBe("ACTIVE");
    expect(findMirror(cloud, DR, TWO, "orders").mirror.status).toBe("STOPPED");
  });

  it.each([
    ["a mirror topic that is stopped", (cloud: Cloud) => failOverMirrors(cloud, JUMP, ONE, ["orders"]), "STOPPED"],
    ["a source that cannot be reached", (cloud: Cloud) => reach(cloud, PRIMARY, "refused"), "does not get through"],
    [
      "a source that was made again",
      (cloud: Cloud) => {
        deleteTopic(cloud, PRIMARY, "orders");
        createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
      },
      "not there any more",
    ],
  ])("is not possible for %s", (_, happen, message) => {
    const cloud = chain();
    happen(cloud);
    if (message === "STOPPED") pass(cloud, 10 * SECOND);
    const [result] = reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"]);
    expect(result).toMatchObject({ errorCode: 40002, errorMessage: expect.stringContaining(message) });
  });

  it("is not possible over a link with a prefix", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
    half(cloud, "E", JUMP, PRIMARY, { name: ONE, configs: { "cluster.link.prefix": "p." } });
    half(cloud, "D", PRIMARY, JUMP, { name: ONE });
    createMirror(cloud, JUMP, ONE, { sourceTopic: "orders" });
    pass(cloud, 3 * SECOND);
    expect(reverseAndStartMirrors(cloud, JUMP, ONE, ["p.orders"])).toMatchObject([
      { errorCode: 40002, errorMessage: expect.stringContaining("has a prefix") },
    ]);
    failOverMirrors(cloud, JUMP, ONE, ["p.orders"]);
    pass(cloud, 10 * SECOND);
    expect(truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"])).toMatchObject([
      { errorCode: 40002, errorMessage: expect.stringContaining("has a prefix") },
    ]);
  });

  it("is only tried with validateOnly", () => {
    const cloud = chain();
    expect(reverseAndStartMirrors(cloud, JUMP, ONE, ["orders"], { validateOnly: true })[0]?.errorCode).toBeNull();
    expect(statuses(cloud)).toEqual([undefined, "ACTIVE", "ACTIVE"]);
  });
});

describe("reverse-and-pause", () => {
  it("leaves the new mirror topic PAUSED", () => {
    const cloud = chain();
    reverseAndPauseMirrors(cloud, JUMP, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(statuses(cloud).slice(0, 2)).toEqual(["PAUSED", "STOPPED"]);
    produce(cloud, JUMP, "orders", { value: "later" });
    pass(cloud, MINUTE);
    expect(valuesOn(cloud, PRIMARY, "orders")).toEqual([]);
  });
});

/** PRIMARY is lost with two records that JUMP never got, JUMP's copy is failed over and written to. */
function tornApart(): Cloud {
  const cloud = chain();
  produceMany(cloud, PRIMARY, "orders", 3);
  pass(cloud, 5 * SECOND);
  failOverMirrors(cloud, JUMP, ONE, ["orders"]);
  pass(cloud, 10 * SECOND);
  for (const value of ["never sent", "nor this"]) produce(cloud, PRIMARY, "orders", { value });
  produce(cloud, JUMP, "orders", { value: "after the failover" });
  return cloud;
}

describe("truncate-and-restore", () => {
  it("cuts off what the stopped mirror topic never got, and makes the topic its mirror", () => {
    const cloud = tornApart();
    commitOffset(cloud, PRIMARY, "billing", { topic: "orders", partition: 0, offset: 5 });
    const results = truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"]);
    expect(results).toEqual([
      {
        mirrorTopicName: "orders",
        errorCode: null,
        errorMessage: null,
        lags: [],
        truncation: { messages: 2, partitions: [{ partition: 0, messages: 2, offset: 3 }] },
      },
    ]);
    expect(statusOf(cloud, PRIMARY, "orders")).toBe("PENDING_SETUP_FOR_RESTORE");
    expect(refusal(() => produce(cloud, PRIMARY, "orders", { value: "x" })).code).toBe(40002);
    pass(cloud, 5 * SECOND);
    expect(statusOf(cloud, PRIMARY, "orders")).toBe("PENDING_RESTORE");
    expect(cloud.state.clusters.get(PRIMARY)!.groups.get("billing")!.offsets.get("orders/0")).toBe(3);
    pass(cloud, 5 * SECOND);
    expect(statuses(cloud)).toEqual(["ACTIVE", "STOPPED", "ACTIVE"]);
    for (const id of [PRIMARY, JUMP, DR]) {
      expect(valuesOn(cloud, id, "orders"), id).toEqual(["0", "1", "2", "after the failover"]);
    }
  });

  it("tells what it would cut off, and does nothing, with validateOnly", () => {
    const cloud = tornApart();
    const [result] = truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"], { validateOnly: true });
    expect(result?.truncation?.messages).toBe(2);
    expect(statusOf(cloud, PRIMARY, "orders")).toBeUndefined();
    expect(valuesOn(cloud, PRIMARY, "orders")).toHaveLength(5);
  });

  it("works after a promotion too, and cuts nothing off", () => {
    const cloud = chain();
    produceMany(cloud, PRIMARY, "orders", 2);
    promoteMirrors(cloud, JUMP, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"])[0]?.truncation?.messages).toBe(0);
    pass(cloud, 10 * SECOND);
    expect(statuses(cloud).slice(0, 2)).toEqual(["ACTIVE", "STOPPED"]);
  });

  it("and then reversing brings everything home: what was failed over is a mirror topic again", () => {
    const cloud = tornApart();
    truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    reverseAndStartMirrors(cloud, PRIMARY, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(statuses(cloud)).toEqual(["STOPPED", "ACTIVE", "ACTIVE"]);
    produce(cloud, PRIMARY, "orders", { value: "home" });
    pass(cloud, 10 * SECOND);
    expect(valuesOn(cloud, DR, "orders")).toEqual(["0", "1", "2", "after the failover", "home"]);
  });

  it("is refused with 501 where a copy elsewhere has what would be cut off", () => {
    const cloud = chain();
    produceMany(cloud, PRIMARY, "orders", 1);
    pass(cloud, 5 * SECOND);
    failOverMirrors(cloud, DR, TWO, ["orders"]);
    pass(cloud, 10 * SECOND);
    failOverMirrors(cloud, JUMP, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    produce(cloud, JUMP, "orders", { value: "on JUMP alone" });
    truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"]);
    pass(cloud, 10 * SECOND);
    expect(valuesOn(cloud, PRIMARY, "orders")).toEqual(["0", "on JUMP alone"]);
    expect(refusal(() => truncateAndRestoreMirrors(cloud, JUMP, TWO, ["orders"]))).toMatchObject({ status: 501 });
    expect(valuesOn(cloud, JUMP, "orders")).toEqual(["0", "on JUMP alone"]);
  });

  it.each([
    ["an unknown topic", (): void => undefined, "none", 40403, "no topic"],
    ["a copy that is not stopped", (): void => undefined, "orders", 40002, "no stopped mirror topic"],
    [
      "a group that is active",
      (cloud: Cloud) => {
        failOverMirrors(cloud, JUMP, ONE, ["orders"]);
        commitOffset(cloud, PRIMARY, "billing", { topic: "orders", partition: 0, offset: 0 });
        setGroupActive(cloud, PRIMARY, "billing", true);
      },
      "orders",
      40002,
      '"billing" is active',
    ],
    [
      "partitions that the copy does not have",
      (cloud: Cloud) => {
        failOverMirrors(cloud, JUMP, ONE, ["orders"]);
        pass(cloud, 10 * SECOND);
        setPartitions(cloud, PRIMARY, "orders", 2);
      },
      "orders",
      40002,
      "more partitions",
    ],
    [
      "a cluster that cannot be reached",
      (cloud: Cloud) => {
        failOverMirrors(cloud, JUMP, ONE, ["orders"]);
        pass(cloud, 10 * SECOND);
        reach(cloud, JUMP, "refused");
      },
      "orders",
      40002,
      "does not get through",
    ],
  ])("is not possible for %s", (_, happen, name, errorCode, message) => {
    const cloud = chain();
    happen(cloud);
    pass(cloud, 10 * SECOND);
    expect(truncateAndRestoreMirrors(cloud, PRIMARY, ONE, [name])).toMatchObject([
      { errorCode, errorMessage: expect.stringContaining(message) },
    ]);
  });

  it("is not possible for a topic that is still a mirror topic", () => {
    expect(truncateAndRestoreMirrors(chain(), JUMP, TWO, ["orders"])).toMatchObject([
      { errorCode: 40002, errorMessage: expect.stringContaining("mirror topic that is ACTIVE") },
    ]);
  });

  it("is given up when the topic is deleted meanwhile", () => {
    const cloud = tornApart();
    truncateAndRestoreMirrors(cloud, PRIMARY, ONE, ["orders"]);
    deleteTopic(cloud, PRIMARY, "orders");
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
    pass(cloud, MINUTE);
    expect(topicOn(cloud, PRIMARY, "orders").mirror).toBeUndefined();
  });
});

describe("a link with one direction", () => {
  it.each([reverseAndStartMirrors, reverseAndPauseMirrors, truncateAndRestoreMirrors])(
    "cannot be turned round: 400",
    (verb) => {
      const cloud = threeClusters();
      createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
      legTwo(cloud);
      expect(refusal(() => verb(cloud, DR, TWO, ["orders"]))).toMatchObject({
        status: 400,
        message: expect.stringContaining("bidirectional links only"),
      });
      expect(refusal(() => verb(cloud, DR, "none", ["orders"])).status).toBe(404);
    },
  );
});
