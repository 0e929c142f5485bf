import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RealClock } from "../../../lib/rehearsal/clock/real-clock";
import { Emulator } from "../../../lib/rehearsal/cloud/emulator";
import { CLUSTERS, ask, createLegOne, openHouse, type House, type Json } from "./house";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => house.emulator.stop());

describe("Emulator.resolve", () => {
  it("finds the listener of an endpoint as users write it", () => {
    const { emulator } = house;
    expect(emulator.resolve("https://api.confluent.cloud")).toBe(emulator.url);
    for (const endpoint of ["https://lkc-dr.azure.confluent.cloud:443", "https://LKC-DR.azure.confluent.cloud/"]) {
      expect(emulator.resolve(endpoint)).toBe(emulator.restUrl("lkc-dr"));
    }
    expect(emulator.resolve(emulator.url)).toBe(emulator.url);
    expect(emulator.resolve("http://localhost:1")).toBe("http://localhost:1");
  });

  it("finds nothing for what it does not have", () => {
    for (const endpoint of [
      "https://lkc-other.azure.confluent.cloud:443",
      "https://lkc-dr.azure.confluent.cloud:8443",
      "http://lkc-dr.azure.confluent.cloud",
      "lkc-dr.azure.confluent.cloud",
      "",
    ]) {
      expect(house.emulator.resolve(endpoint)).toBeUndefined();
    }
    expect(() => house.emulator.restUrl("lkc-other")).toThrow("lkc-other");
  });
});

describe("clusters of the control plane", () => {
  it("get a listener of their own, and lose it when they are deleted", async () => {
    const { emulator } = house;
    const key = emulator.cloudAdminKey();
    const cloud = async (method: string, path: string, body?: unknown): ReturnType<typeof ask> =>
      ask(emulator.url + path, method, body, key);
    const environment = await cloud("POST", "/org/v2/environments", { display_name: "rehearsal" });
    expect(environment.status).toBe(201);
    const created = await cloud("POST", "/cmk/v2/clusters", {
      spec: {
        display_name: "new",
        availability: "SINGLE_ZONE",
        cloud: "AZURE",
        region: "germanywestcentral",
        config: { kind: "Dedicated", cku: 1 },
        environment: { id: environment.body.id },
      },
    });
    expect(created.status).toBe(202);
    const { id } = created.body;
    const url = emulator.restUrl(id);
    const topics = `${url}/kafka/v3/clusters/${id}/topics`;
    expect((await ask(topics, "GET", undefined, emulator.grantAll(id))).status).toBe(200);
    expect((await cloud("DELETE", `/cmk/v2/clusters/${id}?environment=${environment.body.id}`)).status).toBe(204);
    await expect(fetch(topics)).rejects.toThrow();
    expect(() => emulator.restUrl(id)).toThrow(id);
  });
});

describe("the admin path", () => {
  it("shows clusters and time", async () => {
    house.advance(5_000);
    const { status, body } = await house.admin("GET", "");
    expect(status).toBe(200);
    expect(body.now).toBe(5_000);
    expect(body.clusters[2]).toEqual({
      id: "lkc-dr",
      name: "dr",
      restEndpoint: "https://lkc-dr.azure.confluent.cloud:443",
      url: house.emulator.restUrl("lkc-dr"),
    });
  });

  it("lets time pass", async () => {
    expect(await house.admin("POST", "/clock:advance", { milliseconds: 60_000 })).toEqual({
      status: 200,
      body: { now: 60_000 },
    });
    expect(house.emulator.clock.now).toBe(60_000);
    expect((await house.admin("POST", "/clock:advance", { milliseconds: -1 })).status).toBe(400);
  });

  it("cannot move the time on the wall", async () => {
    const emulator = await Emulator.start({ clock: (timeline) => new RealClock(timeline) });
    try {
      const reply = await ask(`${emulator.url}/emulator/clock:advance`, "POST", { milliseconds: 1 });
      expect(reply.status).toBe(409);
    } finally {
      await emulator.stop();
    }
  });

  it("shows the state without a secret", async () => {
    await createLegOne(house);
    await house.primary("POST", "/topics", { topic_name: "orders", partitions_count: 1 });
    await house.admin("POST", "/clusters/lkc-primary/produce", { topic: "orders", records: [{ value: "a" }] });
    const { status, body } = await house.admin("GET", "/state");
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(house.emulator.dump())));
    expect(body.clusters["lkc-jump"].links["primary-to-jump"]).toMatchObject({ mode: "DESTINATION" });
    expect(body.clusters["lkc-primary"].links["primary-to-jump"].configs["sasl.jaas.config"]).toBe("***");
    expect(body.clusters["lkc-primary"].topics.orders.partitions).toEqual([{ start: 0, end: 1 }]);
    const text = JSON.stringify(body);
    for (const { secret } of Object.values(house.keys)) expect(text).not.toContain(secret);
  });

  it("produces, consumes and tells lag", async () => {
    await house.primary("POST", "/topics", { topic_name: "orders", partitions_count: 2 });
    const records = [
      { key: "k", value: "a", partition: 0 },
      { value: "b", partition: 1 },
    ];
    const produced = await house.admin("POST", "/clusters/lkc-primary/produce", { topic: "orders", records });
    expect(produced.body.data).toEqual([
      { partition: 0, offset: 0 },
      { partition: 1, offset: 0 },
    ]);
    const lag = async (): Promise<number[]> =>
      (await house.admin("GET", "/clusters/lkc-primary/lag?group=g&topic=orders")).body.data.map(
        ({ lag }: Json) => lag,
      );
    expect(await lag()).toEqual([1, 1]);
    const consume = { topic: "orders", group: "g" };
    const consumed = await house.admin("POST", "/clusters/lkc-primary/consume", consume);
    expect(consumed.body.data.map(({ value }: Json) => value)).toEqual(["a", "b"]);
    expect(await lag()).toEqual([0, 0]);
    expect((await house.admin("POST", "/clusters/lkc-primary/consume", consume)).body.data).toEqual([]);
    expect((await house.admin("GET", "/clusters/lkc-primary/lag?group=g")).status).toBe(400);
    expect((await house.admin("POST", "/clusters/lkc-none/consume", consume)).status).toBe(404);
  });

  it("starts and ends the consumers of a group, and deletes it", async () => {
    const group = "/clusters/lkc-dr/groups/billing";
    expect((await house.admin("PUT", `${group}/active`, { active: true })).status).toBe(204);
    expect((await house.dr("GET", "/consumer-groups/billing")).body.state).toBe("STABLE");
    expect((await house.admin("PUT", `${group}/active`, { active: false })).status).toBe(204);
    expect((await house.dr("GET", "/consumer-groups/billing")).body.state).toBe("EMPTY");
    expect((await house.admin("DELETE", group)).status).toBe(204);
    expect((await house.dr("GET", "/consumer-groups/billing")).status).toBe(404);
    expect((await house.admin("DELETE", group)).status).toBe(404);
  });

  it("breaks and mends", async () => {
    const refused = { reachability: "refused" };
    expect((await house.admin("PUT", "/clusters/lkc-jump/reachability", refused)).status).toBe(204);
    expect((await house.admin("PUT", "/networks/n-dr/reachability", refused)).status).toBe(204);
    await expect(house.jump("GET", "/topics")).rejects.toThrow();
    await expect(house.dr("GET", "/topics")).rejects.toThrow();
    expect((await house.admin("POST", "/faults", { on: "lkc-jump", status: 500 })).status).toBe(204);
    expect((await house.admin("DELETE", "/faults")).status).toBe(204);
    expect((await house.jump("GET", "/topics")).status).toBe(200);
    expect((await house.dr("GET", "/topics")).status).toBe(200);
    await house.admin("POST", "/faults", { status: 500 });
    expect((await house.admin("GET", "")).status).toBe(200);
    expect((await house.jump("GET", "/topics")).status).toBe(500);
    expect((await house.admin("DELETE", `/api-keys/${house.keys.jump.key}`)).status).toBe(204);
    expect((await house.jump("GET", "/topics")).status).toBe(401);
  });

  it("refuses faults that it does not know", async () => {
    expect((await house.admin("PUT", "/clusters/lkc-jump/reachability", { reachability: "slow" })).status).toBe(400);
    expect((await house.admin("PUT", "/clusters/lkc-none/reachability", { reachability: "refused" })).status).toBe(404);
    expect((await house.admin("PUT", "/networks/n-none/reachability", { reachability: "refused" })).status).toBe(404);
    expect((await house.admin("POST", "/faults", { explode: true })).status).toBe(400);
    expect((await house.admin("DELETE", "/api-keys/NONE")).status).toBe(404);
    expect((await house.admin("GET", "/nothing")).status).toBe(501);
  });
});

describe("the request log", () => {
  it("holds what was asked, secrets covered", async () => {
    await createLegOne(house);
    const [receiving, dialling] = house.emulator.requests;
    expect(receiving).toMatchObject({
      at: 0,
      on: "lkc-jump",
      method: "POST",
      path: "/kafka/v3/clusters/lkc-jump/links?link_name=primary-to-jump",
      status: 204,
      body: { source_cluster_id: "lkc-primary" },
    });
    expect(JSON.stringify(dialling?.body)).toContain('{"name":"sasl.jaas.config","value":"***"}');
    expect(JSON.stringify(house.emulator.requests)).not.toContain(house.keys.jump.secret);
    expect((await house.admin("GET", "/requests")).body.data).toHaveLength(2);
    await house.admin("DELETE", "/requests");
    expect(house.emulator.requests).toEqual([]);
  });

  it("tells bodies that are no JSON", async () => {
    await house.jump("POST", "/topics", "secret text");
    expect(house.emulator.requests[0]).toMatchObject({ body: "not JSON", status: 400 });
  });
});

describe("Emulator", () => {
  it("takes keys that somebody holds already", async () => {
    const key = house.emulator.adoptKey({ key: "MINE", secret: "own-secret", clusterId: "lkc-dr" });
    const url = `${house.emulator.restUrl("lkc-dr")}/kafka/v3/clusters/lkc-dr/links`;
    expect((await ask(url, "GET", undefined, key)).status).toBe(200);
  });

  it("lets nothing of an exception out, and keeps it for those who look for it", async () => {
    const broken = house.emulator.cloud.state.clusters.get("lkc-dr")!;
    Object.defineProperty(broken, "topics", {
      get: () => {
        throw new TypeError("inside");
      },
    });
    const reply = await house.dr("GET", "/topics");
    expect(reply).toEqual({ status: 500, body: { error_code: 500, message: "Internal Server Error" } });
    expect(house.emulator.failures).toEqual([expect.objectContaining({ message: "inside" })]);
  });

  it("stops at once, also with requests and connections in the air", async () => {
    const emulator = await Emulator.start({ clusters: CLUSTERS.slice(0, 1) });
    await emulator.faults.cluster("lkc-primary", "hanging");
    const pending = fetch(emulator.restUrl("lkc-primary")).catch(() => "cut");
    while (emulator.requests.length === 0) await new Promise(setImmediate);
    const before = performance.now();
    await emulator.stop();
    expect(await pending).toBe("cut");
    expect(performance.now() - before).toBeLessThan(2_000);
    await expect(fetch(emulator.url)).rejects.toThrow();
  });

  it("does not start twice on one port, or with one cluster twice, and leaves nothing open", async () => {
    const port = Number(new URL(house.emulator.url).port);
    await expect(Emulator.start({ port })).rejects.toThrow("EADDRINUSE");
    await expect(Emulator.start({ clusters: [CLUSTERS[0]!, CLUSTERS[0]!] })).rejects.toThrow("lkc-primary");
  });
});
