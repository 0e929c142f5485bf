import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLegOne, dialSettings, openHouse, type House, type Json } from "./house";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => house.emulator.stop());

const self = (path: string): string => `https://lkc-jump.azure.confluent.cloud:443/kafka/v3/clusters/lkc-jump${path}`;

describe("links", () => {
  it("are created on both clusters and shown from both sides", async () => {
    expect(await createLegOne(house)).toEqual([{ status: 204 }, { status: 204 }]);
    const receiving = await house.jump("GET", "/links/primary-to-jump");
    expect(receiving).toEqual({
      status: 200,
      body: {
        kind: "KafkaLinkData",
        metadata: { self: self("/links/primary-to-jump"), resource_name: null },
        source_cluster_id: "lkc-primary",
        destination_cluster_id: null,
        remote_cluster_id: "lkc-primary",
        link_name: "primary-to-jump",
        link_id: expect.any(String),
        cluster_link_id: expect.any(String),
        topic_names: [],
        link_error: "NO_ERROR",
        link_error_message: null,
        link_state: "ACTIVE",
        tasks: null,
        category_counts: ["UNKNOWN", "IN_ERROR", "ACTIVE", "PAUSED", "PENDING"].map((state_category) => ({
          state_category,
          count: 0,
        })),
      },
    });
    const dialling = await house.primary("GET", "/links/primary-to-jump");
    expect(dialling.body).toMatchObject({
      source_cluster_id: null,
      destination_cluster_id: "lkc-jump",
      remote_cluster_id: "lkc-jump",
      category_counts: null,
      cluster_link_id: receiving.body.cluster_link_id,
    });
  });

  it("are listed", async () => {
    expect((await house.jump("GET", "/links")).body).toEqual({
      kind: "KafkaLinkDataList",
      metadata: { self: self("/links"), next: null },
      data: [],
    });
    await createLegOne(house);
    const { body } = await house.jump("GET", "/links");
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ kind: "KafkaLinkData", link_name: "primary-to-jump" });
  });

  it("show their tasks where they are asked to", async () => {
    await createLegOne(house, [{ name: "acl.sync.enable", value: "true" }]);
    const { body } = await house.jump("GET", "/links/primary-to-jump?include_tasks=true");
    expect(body.tasks).toHaveLength(4);
    expect(body.tasks[0]).toEqual({
      task_name: "AclSync",
      state: "IN_ERROR",
      errors: [{ error_code: "MISCONFIGURATION_ERROR", error_message: expect.stringContaining("acl.filters") }],
    });
    expect(body.tasks[2]).toEqual({ task_name: "ConsumerOffsetSync", state: "NOT_CONFIGURED", errors: [] });
    expect((await house.jump("GET", "/links/primary-to-jump?include_tasks=perhaps")).status).toBe(400);
  });

  it("are refused with 409 for a name that is taken", async () => {
    await createLegOne(house);
    const [again] = await createLegOne(house);
    expect(again?.status).toBe(409);
    expect(again?.body.message).toContain("primary-to-jump");
  });

  it("are refused with 400 where the dialling half comes first", async () => {
    const reply = await house.primary("POST", "/links?link_name=primary-to-jump", {
      destination_cluster_id: "lkc-jump",
      configs: dialSettings("SOURCE", "lkc-jump.azure.confluent.cloud:9092", house.keys.jump, house.keys.primary),
    });
    expect(reply.status).toBe(400);
    expect(house.emulator.cloud.state.clusters.get("lkc-primary")?.links.size).toBe(0);
  });

  it.each([
    ["no cluster", "?link_name=l", { configs: [] }],
    ["two clusters", "?link_name=l", { source_cluster_id: "lkc-a", remote_cluster_id: "lkc-b" }],
    ["no name", "", { source_cluster_id: "lkc-primary" }],
    ["configs that are no list", "?link_name=l", { source_cluster_id: "lkc-primary", configs: { a: "b" } }],
    ["no body", "?link_name=l", undefined],
  ])("are refused with 400 for %s", async (_what, query, body) => {
    expect((await house.jump("POST", `/links${query}`, body)).status).toBe(400);
  });

  it("are deleted, and then are not found", async () => {
    await createLegOne(house);
    expect((await house.primary("DELETE", "/links/primary-to-jump")).status).toBe(200);
    expect(await house.primary("GET", "/links/primary-to-jump")).toMatchObject({
      status: 404,
      body: { error_code: 404 },
    });
    expect((await house.primary("DELETE", "/links/primary-to-jump")).status).toBe(404);
  });

  it("say so where a trial run is not carried", async () => {
    await createLegOne(house);
    expect((await house.primary("DELETE", "/links/primary-to-jump?validate_only=true")).status).toBe(501);
    expect((await house.primary("GET", "/links/primary-to-jump")).status).toBe(200);
  });
});

describe("settings of links", () => {
  beforeEach(async () => {
    await createLegOne(house, [{ name: "consumer.offset.sync.ms", value: "25000" }]);
  });

  const settings = async (ask = house.jump): Promise<Map<string, Json>> => {
    const { body } = await ask("GET", "/links/primary-to-jump/configs");
    return new Map(body.data.map((entry: Json) => [entry.name, entry]));
  };

  it("are listed with their source", async () => {
    const all = await settings();
    expect(all.get("consumer.offset.sync.ms")).toEqual({
      kind: "KafkaLinkConfigData",
      metadata: { self: self("/links/primary-to-jump/configs/consumer.offset.sync.ms"), resource_name: null },
      cluster_id: "lkc-jump",
      link_name: "primary-to-jump",
      name: "consumer.offset.sync.ms",
      value: "25000",
      is_default: false,
      is_read_only: false,
      is_sensitive: false,
      source: "DYNAMIC_CLUSTER_LINK_CONFIG",
      synonyms: [],
    });
    expect(all.get("acl.sync.ms")).toMatchObject({ value: "5000", is_default: true, source: "DEFAULT_CONFIG" });
    expect(all.get("connection.mode")).toMatchObject({ value: "INBOUND", source: "DYNAMIC_CLUSTER_LINK_CONFIG" });
  });

  it("hide secrets", async () => {
    const all = await settings(house.primary);
    expect(all.get("sasl.jaas.config")).toMatchObject({ value: null, is_sensitive: true });
    expect(JSON.stringify([...all])).not.toContain(house.keys.jump.secret);
  });

  it("are altered together", async () => {
    const reply = await house.jump("PUT", "/links/primary-to-jump/configs:alter", {
      data: [
        { name: "consumer.offset.sync.ms", value: "5000" },
        { name: "acl.sync.ms", value: "7000", operation: "SET" },
      ],
    });
    expect(reply).toEqual({ status: 204 });
    const all = await settings();
    expect(all.get("consumer.offset.sync.ms").value).toBe("5000");
    expect(all.get("acl.sync.ms").value).toBe("7000");
  });

  it("stay as they are where one is refused, or for a trial", async () => {
    const data = [
      { name: "acl.sync.ms", value: "7000" },
      { name: "consumer.offset.sync.ms", value: "soon" },
    ];
    expect((await house.jump("PUT", "/links/primary-to-jump/configs:alter", { data })).status).toBe(400);
    const trial = await house.jump("PUT", "/links/primary-to-jump/configs:alter?validate_only=true", {
      data: data.slice(0, 1),
    });
    expect(trial.status).toBe(204);
    expect((await settings()).get("acl.sync.ms").value).toBe("5000");
    const wrong = [{ name: "acl.sync.ms", value: "7000", operation: "APPEND" }];
    expect((await house.jump("PUT", "/links/primary-to-jump/configs:alter", { data: wrong })).status).toBe(400);
  });

  it("are read, set and reset one by one", async () => {
    const path = "/links/primary-to-jump/configs/consumer.offset.sync.ms";
    expect((await house.jump("GET", path)).body).toMatchObject({ value: "25000", is_default: false });
    expect(await house.jump("PUT", path, { value: "20000" })).toEqual({ status: 204 });
    expect((await house.jump("GET", path)).body.value).toBe("20000");
    expect(await house.jump("DELETE", path)).toEqual({ status: 204 });
    expect((await house.jump("GET", path)).body).toMatchObject({ value: "30000", is_default: true });
    expect((await house.jump("GET", "/links/primary-to-jump/configs/no.such")).status).toBe(404);
    expect((await house.jump("GET", "/links/none/configs")).status).toBe(404);
  });
});
