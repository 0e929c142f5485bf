import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLegOne, openHouse, type House, type Reply, type Json } from "./house";

const LINK = "/links/primary-to-jump";
let house: House;

beforeEach(async () => {
  house = await openHouse();
  for (const name of ["orders", "orders-eu", "payments"]) {
    await house.primary("POST", "/topics", { topic_name: name, partitions_count: 2 });
  }
  await createLegOne(house);
  for (const name of ["orders", "orders-eu", "payments"]) {
    await house.jump("POST", `${LINK}/mirrors`, { source_topic_name: name });
  }
  house.advance(10_000);
});
afterEach(async () => house.emulator.stop());

const statusOf = async (name: string): Promise<string> =>
  (await house.jump("GET", `${LINK}/mirrors/${name}`)).body.mirror_status;
const names = ({ body }: Reply): string[] => body.data.map((entry: Json) => entry.mirror_topic_name);

describe("mirror topics", () => {
  it("are shown", async () => {
    expect(await house.jump("GET", `${LINK}/mirrors/orders`)).toEqual({
      status: 200,
      body: {
        kind: "KafkaMirrorData",
        metadata: {
          self: `https://lkc-jump.azure.confluent.cloud:443/kafka/v3/clusters/lkc-jump${LINK}/mirrors/orders`,
          resource_name: "crn:///kafka=lkc-jump",
        },
        link_name: "primary-to-jump",
        mirror_topic_name: "orders",
        source_topic_name: "orders",
        num_partitions: 2,
        mirror_lags: [
          { partition: 0, lag: 0, last_source_fetch_offset: expect.any(Number) },
          { partition: 1, lag: 0, last_source_fetch_offset: expect.any(Number) },
        ],
        mirror_status: "ACTIVE",
        mirror_topic_error: "NO_ERROR",
        state_time_ms: expect.any(Number),
      },
    });
    const { body } = await house.jump("GET", `${LINK}/mirrors/orders?include_state_transition_errors=true`);
    expect(body.mirror_state_transition_errors).toEqual([]);
  });

  it("belong to the link's topics", async () => {
    const { body } = await house.jump("GET", LINK);
    expect(body.topic_names.toSorted()).toEqual(["orders", "orders-eu", "payments"]);
  });

  it("are listed per link and per cluster, and by status", async () => {
    expect(names(await house.jump("GET", `${LINK}/mirrors`))).toHaveLength(3);
    const everywhere = await house.jump("GET", "/links/-/mirrors");
    expect(everywhere.body).toMatchObject({
      kind: "KafkaMirrorDataList",
      metadata: { self: expect.stringMatching(/lkc-jump\/links\/-\/mirrors$/u), next: null },
    });
    expect(names(everywhere)).toHaveLength(3);
    await house.jump("POST", `${LINK}/mirrors:pause`, { mirror_topic_names: ["payments"] });
    expect(names(await house.jump("GET", `${LINK}/mirrors?mirror_status=PAUSED`))).toEqual(["payments"]);
    expect(names(await house.jump("GET", "/links/-/mirrors?mirror_status=active"))).toHaveLength(2);
  });

  it("are refused where the source topic is missing, where the name is taken, and on no link", async () => {
    expect((await house.jump("POST", `${LINK}/mirrors`, { source_topic_name: "none" })).status).toBe(404);
    expect((await house.jump("POST", `${LINK}/mirrors`, { source_topic_name: "orders" })).body.error_code).toBe(40002);
    const renamed = { source_topic_name: "orders", mirror_topic_name: "copy" };
    expect((await house.jump("POST", `${LINK}/mirrors`, renamed)).body.error_code).toBe(40035);
    expect((await house.jump("POST", "/links/none/mirrors", { source_topic_name: "orders" })).status).toBe(404);
    expect((await house.jump("POST", `${LINK}/mirrors`, {})).status).toBe(400);
    expect((await house.jump("GET", `${LINK}/mirrors/none`)).status).toBe(404);
    expect((await house.jump("GET", "/links/none/mirrors")).status).toBe(404);
  });

  it("are paused and resumed by name", async () => {
    const paused = await house.jump("POST", `${LINK}/mirrors:pause`, { mirror_topic_names: ["orders"] });
    expect(paused.status).toBe(200);
    expect(paused.body.kind).toBe("KafkaPromoteMirror");
    expect(paused.body.data[0]).toMatchObject({
      mirror_topic_name: "orders",
      error_code: null,
      error_message: null,
      messages_truncated: null,
      partition_level_truncation_data: [],
    });
    expect(await statusOf("orders")).toBe("PAUSED");
    await house.jump("POST", `${LINK}/mirrors:resume`, { mirror_topic_names: ["orders"] });
    expect(await statusOf("orders")).toBe("ACTIVE");
  });

  it("are chosen by a pattern for the whole name", async () => {
    const reply = await house.jump("POST", `${LINK}/mirrors:failover`, { mirror_topic_name_pattern: "orders.*" });
    expect(names(reply).toSorted()).toEqual(["orders", "orders-eu"]);
    expect(await statusOf("orders-eu")).toBe("PENDING_STOPPED");
    expect(await statusOf("payments")).toBe("ACTIVE");
    house.advance(60_000);
    expect(await statusOf("orders")).toBe("STOPPED");
    const exact = await house.jump("POST", `${LINK}/mirrors:pause`, { mirror_topic_name_pattern: "payment" });
    expect(exact.body.data).toEqual([]);
  });

  it("stay as they are for a trial", async () => {
    const trial = await house.jump("POST", `${LINK}/mirrors:promote?validate_only=true`, {
      mirror_topic_names: ["orders"],
    });
    expect(trial.status).toBe(200);
    house.advance(60_000);
    expect(await statusOf("orders")).toBe("ACTIVE");
  });

  it("tell what was refused, topic by topic", async () => {
    const reply = await house.jump("POST", `${LINK}/mirrors:promote`, { mirror_topic_names: ["orders", "none"] });
    expect(reply.status).toBe(200);
    expect(reply.body.data[0].error_code).toBeNull();
    expect(reply.body.data[1]).toMatchObject({ mirror_topic_name: "none", error_message: expect.any(String) });
    expect(reply.body.data[1].error_code).toBeGreaterThan(0);
  });

  it.each([
    ["neither names nor pattern", {}],
    ["both", { mirror_topic_names: ["orders"], mirror_topic_name_pattern: ".*" }],
    ["a broken pattern", { mirror_topic_name_pattern: "(" }],
    ["names that are no list", { mirror_topic_names: "orders" }],
  ])("are not touched for %s", async (_what, body) => {
    expect((await house.jump("POST", `${LINK}/mirrors:failover`, body)).status).toBe(400);
    expect(await statusOf("orders")).toBe("ACTIVE");
  });

  it.each(["reverse-and-start-mirror", "reverse-and-pause-mirror", "truncate-and-restore"])(
    "are not turned round by %s on a link with one direction",
    async (verb) => {
      const reply = await house.jump("POST", `${LINK}/mirrors:${verb}`, { mirror_topic_names: ["orders"] });
      expect(reply.status).toBe(400);
      expect(reply.body.message).toContain(`${verb} works on bidirectional links only`);
    },
  );

  it("take settings, and no replication factor but 3", async () => {
    await house.primary("POST", "/topics", { topic_name: "invoices" });
    const invoices = { source_topic_name: "invoices", mirror_topic_name: "" };
    const refused = await house.jump("POST", `${LINK}/mirrors`, { ...invoices, replication_factor: 1 });
    expect(refused).toMatchObject({ status: 400, body: { error_code: 40002 } });
    const configs = [
      { name: "retention.ms", value: null },
      { name: "confluent.key.schema.validation", value: "true" },
    ];
    const created = await house.jump("POST", `${LINK}/mirrors`, { ...invoices, replication_factor: 3, configs });
    expect(created).toEqual({ status: 204 });
  });

  it("are gone with their topic", async () => {
    expect((await house.jump("DELETE", "/topics/orders")).status).toBe(204);
    expect((await house.jump("GET", `${LINK}/mirrors/orders`)).status).toBe(404);
  });
});
