import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TIMED_OUT } from "../../../lib/rehearsal/clock/clock";
import type { ManualClock } from "../../../lib/rehearsal/clock/manual-clock";
import { Emulator } from "../../../lib/rehearsal/cloud/emulator";
import { CLUSTERS, ask, createLegOne, openHouse, type House } from "./house";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => house.emulator.stop());

/** How a request without an answer failed. */
async function failure(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "answered",
    (error: { cause?: { code?: string }; message: string }) => error.cause?.code ?? error.message,
  );
}

describe("a cluster", () => {
  it("refuses connections, and answers at the same place when it is mended", async () => {
    const url = house.emulator.restUrl("lkc-primary");
    expect((await house.primary("GET", "/topics")).status).toBe(200);
    await house.emulator.faults.cluster("lkc-primary", "refused");
    expect(await failure(house.primary("GET", "/topics"))).toBe("ECONNREFUSED");
    expect((await house.jump("GET", "/topics")).status).toBe(200);
    await house.emulator.faults.cluster("lkc-primary", "reachable");
    expect(house.emulator.restUrl("lkc-primary")).toBe(url);
    expect((await house.primary("GET", "/topics")).status).toBe(200);
  });

  it("takes requests and never answers", async () => {
    await house.emulator.faults.cluster("lkc-primary", "hanging");
    const pending = house.primary("GET", "/topics");
    while (house.emulator.requests.length === 0) await new Promise(setImmediate);
    const first = await Promise.race([failure(pending), new Promise((resolve) => setTimeout(resolve, 20, "silence"))]);
    expect(first).toBe("silence");
    expect(house.emulator.requests.at(-1)).toMatchObject({ on: "lkc-primary", method: "GET", status: undefined });
    await house.emulator.faults.cluster("lkc-primary", "reachable");
    expect(await failure(pending)).not.toBe("answered");
    expect((await house.primary("GET", "/topics")).status).toBe(200);
  });

  it("goes from hanging to refused and back", async () => {
    await house.emulator.faults.cluster("lkc-dr", "hanging");
    await house.emulator.faults.cluster("lkc-dr", "refused");
    expect(await failure(house.dr("GET", "/topics"))).toBe("ECONNREFUSED");
    await house.emulator.faults.cluster("lkc-dr", "reachable");
    expect((await house.dr("GET", "/topics")).status).toBe(200);
  });

  it("says so where its place was taken meanwhile, and comes back when it is free", async () => {
    const port = Number(new URL(house.emulator.restUrl("lkc-dr")).port);
    await house.emulator.faults.cluster("lkc-dr", "refused");
    const other = createServer().listen(port, "127.0.0.1");
    await expect(house.emulator.faults.cluster("lkc-dr", "reachable")).rejects.toThrow("EADDRINUSE");
    await new Promise((resolve) => other.close(resolve));
    await house.emulator.faults.cluster("lkc-dr", "reachable");
    expect((await house.dr("GET", "/topics")).status).toBe(200);
  });

  it("is lost to links as well", async () => {
    await createLegOne(house);
    await house.emulator.faults.cluster("lkc-primary", "refused");
    house.advance(20 * 60_000);
    expect((await house.jump("GET", "/links/primary-to-jump")).body.link_state).toBe("UNAVAILABLE");
    await house.emulator.faults.mend();
    house.advance(60_000);
    expect((await house.jump("GET", "/links/primary-to-jump")).body.link_state).toBe("ACTIVE");
  });

  it("that does not exist cannot be broken", async () => {
    await expect(house.emulator.faults.cluster("lkc-none", "refused")).rejects.toThrow("lkc-none");
    await expect(house.emulator.faults.network("n-none", "refused")).rejects.toThrow("n-none");
    expect(() => house.emulator.faults.revokeKey("NONE")).toThrow("NONE");
  });
});

describe("a network", () => {
  it("takes all its clusters with it", async () => {
    await house.emulator.addCluster({ ...CLUSTERS[0]!, id: "lkc-second", name: "second" });
    await house.emulator.faults.network("n-primary", "refused");
    expect(await failure(fetch(house.emulator.restUrl("lkc-primary")))).toBe("ECONNREFUSED");
    expect(await failure(fetch(house.emulator.restUrl("lkc-second")))).toBe("ECONNREFUSED");
    expect(await failure(fetch(house.emulator.restUrl("lkc-dr")))).toBe("answered");
    await house.emulator.faults.network("n-primary", "reachable");
    expect(await failure(fetch(house.emulator.restUrl("lkc-second")))).toBe("answered");
  });
});

describe("a request", () => {
  it("is answered with a status in place of the work", async () => {
    house.emulator.faults.request({ on: "lkc-primary", method: "POST", path: "/topics", status: 503, times: 2 });
    const body = { topic_name: "orders" };
    expect((await house.jump("POST", "/topics", body)).status).toBe(201);
    expect(await house.primary("POST", "/topics", body)).toMatchObject({ status: 503, body: { error_code: 503 } });
    expect((await house.primary("GET", "/topics")).body.data).toEqual([]);
    expect((await house.primary("POST", "/topics", body)).status).toBe(503);
    expect((await house.primary("POST", "/topics", body)).status).toBe(201);
  });

  it("is answered with a status by the control plane too, in its words", async () => {
    house.emulator.faults.request({ on: "cloud", status: 429, message: "slow down" });
    const { status, body } = await ask(`${house.emulator.url}/org/v2/environments`, "GET");
    expect(status).toBe(429);
    expect(body.errors[0]).toMatchObject({ status: "429", detail: "slow down" });
  });

  it("is cut after its work was done", async () => {
    house.emulator.faults.request({ method: "POST", cut: true });
    expect(await failure(house.primary("POST", "/topics", { topic_name: "orders" }))).not.toBe("answered");
    expect(house.emulator.requests.at(-1)).toMatchObject({ method: "POST", status: undefined });
    expect((await house.primary("GET", "/topics/orders")).status).toBe(200);
    expect((await house.primary("POST", "/topics", { topic_name: "orders" })).body.error_code).toBe(40002);
  });

  it("is answered late, in virtual time", async () => {
    house.emulator.faults.request({ nth: 2, delayMs: 60_000 });
    expect((await house.primary("GET", "/topics")).status).toBe(200);
    let isOver = false;
    const late = house.primary("GET", "/topics").then((reply) => {
      isOver = true;
      return reply;
    });
    const clock = house.emulator.clock as ManualClock;
    while (clock.waiting.next === undefined) await new Promise(setImmediate);
    house.advance(59_999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isOver).toBe(false);
    house.advance(1);
    expect((await late).status).toBe(200);
  });
});

it("a key that is revoked opens nothing", async () => {
  house.emulator.faults.revokeKey(house.keys.jump.key);
  expect((await house.jump("GET", "/topics")).status).toBe(401);
  expect((await house.dr("GET", "/topics")).status).toBe(200);
});

describe("time that jumps", () => {
  it("passes while a cluster hangs, so that callers give up", async () => {
    const emulator = await Emulator.start({ clusters: CLUSTERS });
    try {
      await emulator.faults.cluster("lkc-dr", "hanging");
      const abort = new AbortController();
      const answer = fetch(emulator.restUrl("lkc-dr"), { signal: abort.signal });
      const outcome = await emulator.clock.during(async (activity) => activity.within(1_200_000, answer));
      expect(outcome).toBe(TIMED_OUT);
      expect(emulator.clock.now).toBeGreaterThanOrEqual(1_200_000);
      answer.catch(() => undefined);
      abort.abort();
    } finally {
      await emulator.stop();
    }
  });

  it("does not pass while a request is answered", async () => {
    const emulator = await Emulator.start({ clusters: CLUSTERS });
    try {
      const key = emulator.grantAll("lkc-dr");
      const url = `${emulator.restUrl("lkc-dr")}/kafka/v3/clusters/lkc-dr/topics`;
      const status = await emulator.clock.during(async (activity) => {
        const reply = await activity.within(20_000, ask(url, "GET", undefined, key));
        return reply === TIMED_OUT ? undefined : reply.status;
      });
      expect(status).toBe(200);
      expect(emulator.clock.now).toBe(20);
    } finally {
      await emulator.stop();
    }
  });
});
