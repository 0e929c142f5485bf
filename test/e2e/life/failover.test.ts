import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { produce } from "../../../lib/rehearsal/cloud/records";
import type { Reachability } from "../../../lib/rehearsal/cloud/state";
import { DR, JUMP, mirror, PRIMARY } from "../app";
import { describeWithTerraform } from "../support";
import { forward } from "./chain";
import { Life, refusalOf } from "./life";

/** How often offsets are copied when nothing is said, in milliseconds. */
const OFFSET_SYNC_MS = 30_000;

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name} ${String(i).padStart(4, "0")}`);

describeWithTerraform("a planned switch", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward({ topics: ["orders", "payments"] }));
  });
  afterAll(async () => life.stop());

  const switched = { variables: { failover: "PROMOTED" } };
  const produced = numbered("order", 50);
  const readBefore: (string | null)[] = [];

  it("waits until leg 1, the offsets and leg 2 are through", async () => {
    await life.produce(PRIMARY, "orders", ...produced);
    readBefore.push(...life.read(PRIMARY, "orders", "billing", 20));
    // Producers are stopped here.
    expect(await life.lag(JUMP, "primary-to-jump")).toBeGreaterThan(0);
    await life.wait(10_000);
    expect(await life.lag(JUMP, "primary-to-jump")).toBe(0);
    await life.wait(2 * OFFSET_SYNC_MS);
    await life.wait(2 * OFFSET_SYNC_MS);
    expect(await life.lag(DR, "jump-to-dr")).toBe(0);
    expect(life.groupLag(DR, "orders", "billing")).toBe(30);
  });

  it("promotes on DR and loses no record", async () => {
    expect(await life.changes("jump-to-dr", switched)).toEqual({
      [mirror("orders")]: ["update"],
      [mirror("payments")]: ["update"],
    });
    const writes = await life.requestsOf(async () => life.stack("jump-to-dr").applyPlan());
    expect(writes).toEqual(Array(2).fill(`POST ${DR}/links/jump-to-dr/mirrors:promote`));
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED" });
    expect(life.values(DR, "orders")).toEqual(produced);
  });

  it("lets a group go on where it was: each record is read once", () => {
    const readAfter = life.read(DR, "orders", "billing");
    expect([...readBefore, ...readAfter].sort()).toEqual(produced);
    expect(readAfter).toHaveLength(30);
  });

  it("leaves nothing to do, also when the variable is emptied or says FAILED_OVER", async () => {
    const before = life.cluster(DR).topics.get("orders")?.id;
    for (const failover of ["PROMOTED", "", "FAILED_OVER"]) {
      expect(await life.changes("jump-to-dr", { variables: { failover } })).toEqual({});
      const apply = async (): Promise<unknown> => life.stack("jump-to-dr").apply({ variables: { failover } });
      expect(await life.requestsOf(apply)).toEqual([]);
    }
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED" });
    expect(life.cluster(DR).topics.get("orders")?.id).toBe(before);
    await life.produce(DR, "orders", "after");
    expect(life.values(DR, "orders")).toEqual([...produced, "after"].sort());
  });
});

describeWithTerraform("a switch that does not wait for leg 1", () => {
  let life: Life;
  const produced = numbered("order", 1000);
  beforeAll(async () => {
    // 20 records in a second, on each leg.
    life = await Life.applied(forward(), { pace: { fetchRecords: 10 } });
    const { cloud } = life.deployment.cloud.emulator;
    for (const value of produced) produce(cloud, PRIMARY, "orders", { value, partition: 0 });
    await life.wait(10_000);
  });
  afterAll(async () => life.stop());

  const recordsOn = (id: string): (string | null)[] => life.deployment.cloud.consume(id, "orders");
  let jumpHad = 0;

  it("is told by the lag of leg 1 while leg 2 has next to none", async () => {
    jumpHad = recordsOn(JUMP).length;
    expect(jumpHad).toBeGreaterThan(0);
    expect(await life.lag(JUMP, "primary-to-jump")).toBe(1000 - jumpHad);
    expect(await life.lag(DR, "jump-to-dr")).toBeLessThanOrEqual(10);
  });

  it("loses exactly what JUMP did not have when DR stopped, and Terraform is content", async () => {
    await life.stack("jump-to-dr").apply({ variables: { failover: "PROMOTED" } });
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED" });
    const arrived = recordsOn(DR).length;
    // It took 5 seconds, in which JUMP got 100 records and as many as 20 in requests.
    expect(arrived).toBeGreaterThanOrEqual(jumpHad);
    expect(arrived).toBeLessThanOrEqual(jumpHad + 120);
    expect(recordsOn(DR)).toEqual(produced.slice(0, arrived));
    await life.wait(120_000);
    expect(recordsOn(JUMP)).toEqual(produced);
    const lost = produced.filter((value) => !recordsOn(DR).includes(value));
    expect(lost[0]).toBe(`order ${String(arrived).padStart(4, "0")}`);
    expect(lost).toEqual(produced.slice(arrived));
  });

  it("leaves a plan that neither destroys nor reverts", async () => {
    expect(await life.changes("jump-to-dr")).toEqual({});
    expect(await life.changes("jump-to-dr", { variables: { failover: "PROMOTED" } })).toEqual({});
  });
});

describeWithTerraform("a switch while leg 1 is paused", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward());
  });
  afterAll(async () => life.stop());

  it("loses the records that came since", async () => {
    await life.produce(PRIMARY, "orders", "early 1", "early 2");
    await life.wait(10_000);
    await life.alterMirrors(JUMP, "primary-to-jump", "pause", "orders");
    await life.produce(PRIMARY, "orders", "late 1", "late 2", "late 3");
    await life.wait(60_000);
    expect(await life.lag(JUMP, "primary-to-jump")).toBe(3);
    expect(await life.lag(DR, "jump-to-dr")).toBe(0);
    await life.stack("jump-to-dr").apply({ variables: { failover: "PROMOTED" } });
    expect(life.values(DR, "orders")).toEqual(["early 1", "early 2"]);
    await life.alterMirrors(JUMP, "primary-to-jump", "resume", "orders");
    await life.wait(60_000);
    expect(life.values(JUMP, "orders")).toEqual(["early 1", "early 2", "late 1", "late 2", "late 3"]);
    expect(life.values(DR, "orders")).toEqual(["early 1", "early 2"]);
  });
});

describe.each<Reachability>(["refused", "hanging"])("PRIMARY's network is gone (%s)", (how) => {
  describeWithTerraform("an unplanned failover", () => {
    const variables = { failover: "FAILED_OVER" };
    let life: Life;
    beforeAll(async () => {
      life = await Life.applied(forward({ topics: ["orders", "payments"] }));
      await life.produce(PRIMARY, "orders", ...numbered("order", 30));
      await life.wait(5_000);
      life.read(PRIMARY, "orders", "billing", 12);
      // One interval to JUMP, one to DR.
      await life.wait(2 * OFFSET_SYNC_MS);
      life.read(PRIMARY, "orders", "billing", 6);
      await life.deployment.cloud.emulator.faults.cluster(PRIMARY, how);
      produce(life.deployment.cloud.emulator.cloud, PRIMARY, "orders", { value: "too late" });
    });
    afterAll(async () => life.stop());

    it("needs nothing of leg 1's stack: its state can be gone", async () => {
      const stack = life.stack("primary-to-jump");
      await stack.command(["state", "rm", ...(await stack.addresses())]);
      expect(await stack.addresses()).toEqual([]);
    });

    it.each([
      ["at once", 0],
      ["when leg 1 is UNAVAILABLE", 400_000],
    ])("is planned %s without a request to PRIMARY", async (_, later) => {
      await life.wait(later);
      const asked = await life.askedBy(async () =>
        expect(await life.changes("jump-to-dr", { variables })).toEqual({
          [mirror("orders")]: ["update"],
          [mirror("payments")]: ["update"],
        }),
      );
      expect(asked).toEqual([DR]);
      expect(life.half(JUMP, "primary-to-jump").state).toBe(later === 0 ? "ACTIVE" : "UNAVAILABLE");
    });

    it("is applied the same way, and DR has what had arrived", async () => {
      expect(await life.askedBy(async () => life.stack("jump-to-dr").applyPlan())).toEqual([DR]);
      expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED" });
      expect(life.values(DR, "orders")).toEqual(numbered("order", 30));
    });

    it("lets groups go on from the offsets that were copied: some records twice, none skipped", () => {
      expect(life.groupLag(PRIMARY, "orders", "billing")).toBe(30 + 1 - 18);
      expect(life.groupLag(DR, "orders", "billing")).toBe(30 - 12);
    });

    it("is not taken back by an empty variable", async () => {
      const asked = await life.askedBy(async () => {
        expect(await life.changes("jump-to-dr")).toEqual({});
        await life.stack("jump-to-dr").apply();
      });
      expect(asked).toEqual([DR]);
      expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED" });
    });
  });
});

describeWithTerraform("failover_topics", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward({ topics: ["orders", "payments", "audit.v1"] }));
  });
  afterAll(async () => life.stop());

  const apply = async (failover: string, topics: readonly string[]): Promise<unknown> =>
    life.stack("jump-to-dr").apply({ variables: { failover, failover_topics: JSON.stringify(topics) } });

  it("refuses a name that the stack does not mirror, before anything is changed", async () => {
    const writes = await life.requestsOf(async () => {
      const refusal = await refusalOf(apply("FAILED_OVER", ["orders", "order"]));
      expect(refusal).toContain("Invalid value for variable");
      expect(refusal).toContain("failover_topics narrows failover to the topics it names");
      expect(refusal).toContain("What failover does to them cannot be undone.");
      expect(refusal).toContain("No topics of this stack: order.");
    });
    expect(writes).toEqual([]);
    expect(Object.values(life.statuses(DR))).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
  });

  it("refuses another word than PROMOTED and FAILED_OVER, saying what each does", async () => {
    for (const word of ["ACTIVE", "promoted", "FAILOVER"]) {
      const writes = await life.requestsOf(async () => {
        const refusal = await refusalOf(apply(word, []));
        expect(refusal).toContain("PROMOTED waits until every mirror topic has all of its source's records");
        expect(refusal).toContain("FAILED_OVER makes it writable at once and loses what has not been copied");
        expect(refusal).toContain("Neither can be undone.");
      });
      expect(writes).toEqual([]);
    }
  });

  it("narrows: those are STOPPED, the others go on", async () => {
    const writes = await life.requestsOf(async () => apply("PROMOTED", ["orders"]));
    expect(writes).toEqual([`POST ${DR}/links/jump-to-dr/mirrors:promote`]);
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "ACTIVE", "audit.v1": "ACTIVE" });
    await life.produce(PRIMARY, "payments", "still mirrored");
    await life.wait(10_000);
    expect(life.values(DR, "payments")).toEqual(["still mirrored"]);
  });

  it("does nothing without failover", async () => {
    expect(await life.changes("jump-to-dr", { variables: { failover: "", failover_topics: '["payments"]' } })).toEqual(
      {},
    );
  });

  it("does the rest the second time, whether or not the first ones are named again", async () => {
    const writes = await life.requestsOf(async () => apply("FAILED_OVER", ["payments", "orders"]));
    expect(writes).toEqual([`POST ${DR}/links/jump-to-dr/mirrors:failover`]);
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED", "audit.v1": "ACTIVE" });
    expect(await life.requestsOf(async () => apply("FAILED_OVER", ["audit.v1"]))).toHaveLength(1);
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED", "audit.v1": "STOPPED" });
    for (const failover of ["PROMOTED", "FAILED_OVER", ""]) {
      expect(await life.changes("jump-to-dr", { variables: { failover } })).toEqual({});
    }
  });
});
