import { beforeEach, describe, expect, it } from "vitest";
import { Cloud } from "../../lib/rehearsal/cloud/cloud";
import { commitOffset } from "../../lib/rehearsal/cloud/groups";
import { produce } from "../../lib/rehearsal/cloud/records";
import { createTopic } from "../../lib/rehearsal/cloud/topics";
import { accountOf, cutAt, NO_CUT } from "../../lib/rehearsal/drills/accounting";
import type { Drill } from "../../lib/rehearsal/drills/drill";
import { LinkWatch } from "../../lib/rehearsal/drills/link-watch";
import type { DrillGroup, DrillTopic } from "../../lib/rehearsal/drills/names";
import {
  addsAlone,
  allStopped,
  allWritable,
  changesInPlace,
  drained,
  emulatorSound,
  groupsFollow,
  groupsResume,
  groupsResumeExactly,
  lossIs,
  noChanges,
  notAsked,
  nothingLost,
  somethingWritten,
} from "../../lib/rehearsal/drills/promises";
import type { DrillPromise } from "../../lib/rehearsal/drills/scenario";
import { Traffic } from "../../lib/rehearsal/drills/traffic";
import { Book } from "../../lib/rehearsal/drills/book";
import { documentOf } from "../runbook/support";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { GroupFilter } from "../../lib/model/filters";
import { stackWithProvider } from "../link/clusters";
import { DR, JUMP, PRIMARY } from "./support";

const IDS = ["lkc-1111", "lkc-2222", "lkc-3333"];
const ORDERS: DrillTopic = { names: ["orders", "orders", "orders"], arrives: true, origin: "explicit" };
const STUCK: DrillTopic = { names: ["audit", "audit"], arrives: false, origin: "filter" };
const GROUP: DrillGroup = { names: ["g", "g", "g"], arrives: true };
const LOST: DrillGroup = { names: ["elsewhere"], arrives: false };

const { chains } = new Book(
  documentOf((app) => {
    new PrivatePublicPrivate({
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
      primaryToJump: stackWithProvider(app, "primary-to-jump"),
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      topics: ["orders"],
      consumerOffsetSync: { groups: [GroupFilter.all()] },
    });
  }),
  { out: "x" },
).topology;

/** PRIMARY, JUMP and DR without links: whatever is on them was put there. */
describe("a promise that does not hold says why", () => {
  let cloud: Cloud;
  let traffic: Traffic;
  let drill: Drill;
  let requests: { on: string; at: number; method: string; path: string }[];
  let commands: object[];

  const judge = (promise: DrillPromise): unknown => promise.broken(drill);
  const on = (id: string) => cloud.state.clusters.get(id)!;

  beforeEach(() => {
    cloud = new Cloud();
    for (const id of IDS) {
      cloud.addCluster({
        id,
        access: "public",
        kind: "Dedicated",
        cloud: "AZURE",
        region: "italynorth",
        restEndpoint: `https://${id}.example.test`,
        bootstrapEndpoint: `${id}.example.test:9092`,
      });
      createTopic(cloud, id, { name: "orders", partitions: 1 });
    }
    createTopic(cloud, "lkc-1111", { name: "audit", partitions: 1 });
    traffic = new Traffic({ cloud, stations: IDS, topics: [ORDERS, STUCK], groups: [GROUP, LOST], tag: "x" });
    [requests, commands] = [[], []];
    drill = {
      traffic,
      last: 2,
      chain: chains[0],
      commands,
      get now() {
        return cloud.state.now;
      },
      deployment: { cloud: { emulator: { requests, failures: [new Error("broken")] } } },
    } as unknown as Drill;
  });

  it("records that are not there", () => {
    expect(judge(somethingWritten)).toBe("orders; audit");
    traffic.burst(0, 2);
    expect(judge(somethingWritten)).toBeUndefined();
    expect(judge(nothingLost)).toBe("orders: 2");
    expect(judge(drained("one", 0))).toBe("orders: 2 missing");
    for (const value of ["x1", "x2"]) produce(cloud, "lkc-3333", "orders", { value });
    expect(judge(nothingLost)).toBeUndefined();
  });

  it("losses that are not the expected ones, also when they are fewer", () => {
    traffic.burst(0, 2);
    const cut = cutAt(drill, 1);
    expect(judge(lossIs(() => cut, "x"))).toBeUndefined();
    expect(judge(lossIs(() => NO_CUT, "x"))).toBe("orders: 2 lost, 0 had not");
    produce(cloud, "lkc-3333", "orders", { value: "x1" });
    expect(judge(lossIs(() => cut, "x"))).toBe("orders: 1 lost, 2 had not");
  });

  it("topics that are not STOPPED, or not there", () => {
    expect(judge(allStopped)).toBe("orders: missing");
    expect(judge(allWritable)).toBeUndefined();
    on("lkc-3333").topics.delete("orders");
    expect(judge(allWritable)).toBe("1 of 1 do not");
    expect(accountOf(drill, "x").topics[0]).toMatchObject({ written: 1, arrived: 0, lost: ["x1"], lostCount: 1 });
  });

  it("clients that do not get through", () => {
    on("lkc-1111").reachability = "hanging";
    traffic.burst(0, 3);
    traffic.consumeOn(0);
    cloud.advanceTo(10_000);
    expect(traffic.refused).toBe(6);
    expect(traffic.committedAt(GROUP, Infinity)).toBeUndefined();
    expect(accountOf(drill, "x").groups).toEqual([]);
  });

  it("offsets that are too old, are missing, or have moved", () => {
    traffic.burst(0, 8);
    for (let i = 0; i < 8; i++) produce(cloud, "lkc-3333", "orders", { value: `x${i + 1}` });
    traffic.consumeOn(0);
    cloud.advanceTo(10_000);
    traffic.stopConsuming(0);
    cloud.advanceTo(200_000);
    expect(judge(groupsFollow)).toBe("g on orders/0: nothing, and 8 or more was due");
    expect(judge(groupsResumeExactly)).toBe("g on orders/0: nothing in place of 8");
    expect(accountOf(drill, "x").groups).toEqual([
      { group: "g", topic: "orders", left: 8, found: undefined, again: 8, ahead: 8 },
    ]);
    const commit = (offset: number): void =>
      commitOffset(cloud, "lkc-3333", "g", { topic: "orders", partition: 0, offset });
    commit(5);
    expect(judge(groupsResume(() => ({ at: cloud.state.now, missing: new Map() })))).toBe(
      "g on orders/0: 5, and 8 or more was due",
    );
    expect(judge(groupsResumeExactly)).toBe("g on orders/0: 5 in place of 8");
    expect(judge(groupsResume(() => NO_CUT))).toBeUndefined();
    commit(8);
    expect(judge(groupsFollow)).toBeUndefined();
    expect(judge(groupsResumeExactly)).toBeUndefined();
    commit(9);
    expect(judge(groupsFollow)).toBe("g on orders/0: 9, and 8 or more was due");
  });

  it("what does not get to the end is told and not judged", () => {
    expect(accountOf(drill, "x").remarks).toEqual([
      "audit does not get to DR: it ends as audit.",
      "Committed offsets of elsewhere do not get to DR: it begins where its auto.offset.reset says.",
    ]);
  });

  it("requests to a cluster that is lost", () => {
    const primary = { id: "lkc-1111", name: "PRIMARY" };
    requests.push(
      { on: "lkc-1111", at: 5, method: "GET", path: "/a" },
      { on: "lkc-2222", at: 9, method: "GET", path: "/b" },
    );
    expect(judge(notAsked(primary, () => 6))).toBeUndefined();
    expect(judge(notAsked(primary, () => 5))).toBe("GET /a");
  });

  it("plans that are not there, or do something else", () => {
    const plan = (imported: number, added: number, changed: number, destroyed: number): void =>
      void commands.push({ stack: "s", plan: { imported, added, changed, destroyed } });
    expect(judge(noChanges("s"))).toBe("there is no plan of s");
    plan(0, 0, 2, 0);
    expect(judge(changesInPlace("s"))).toBeUndefined();
    expect(judge(noChanges("s"))).toBe("0 to add, 2 to change, 0 to destroy");
    plan(1, 0, 1, 0);
    expect(judge(changesInPlace("s"))).toBe("1 to import, 0 to add, 1 to change, 0 to destroy");
    plan(0, 2, 0, 0);
    expect(judge(addsAlone("s"))).toBeUndefined();
    expect(judge(addsAlone("s", 1))).toBe("2 to add, 0 to change, 0 to destroy");
    plan(0, 0, 0, 0);
    expect(judge(addsAlone("s"))).toBe("No changes");
    expect(judge(noChanges("s"))).toBeUndefined();
  });

  it("faults of the emulator itself", () => expect(judge(emulatorSound)).toBe("Error: broken"));

  it("troubles of links, with the moment", () => {
    const watch = new LinkWatch(cloud);
    const half = { name: "l", state: "UNAVAILABLE", error: "NO_ERROR" };
    on("lkc-2222").links.set("l", half as never);
    cloud.advanceTo(2_000);
    half.state = "ACTIVE";
    cloud.advanceTo(4_000);
    expect(watch.looks).toBe(5);
    expect(watch.troublesSince(0).map(({ at, state }) => `${at} ${state}`)).toEqual([
      "1000 UNAVAILABLE",
      "2000 UNAVAILABLE",
    ]);
    expect(watch.troublesSince(1_500)).toHaveLength(1);
    half.error = "AUTHENTICATION_ERROR";
    cloud.advanceTo(5_000);
    expect(watch.troublesSince(4_500)).toMatchObject([
      { cluster: "lkc-2222", link: "l", error: "AUTHENTICATION_ERROR" },
    ]);
  });
});
