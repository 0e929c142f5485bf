import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dialSettings, openHouse, type House, type Reply } from "./house";

const LINK = "/links/both";
let house: House;

/** PRIMARY -> JUMP over a bidirectional link that PRIMARY dials, with two topics of one partition. */
beforeEach(async () => {
  house = await openHouse();
  for (const name of ["orders", "orders-eu"]) {
    await house.primary("POST", "/topics", { topic_name: name, partitions_count: 1 });
  }
  const { keys, jump, primary } = house;
  const waits = {
    remote_cluster_id: "lkc-primary",
    configs: [
      { name: "connection.mode", value: "INBOUND" },
      { name: "link.mode", value: "BIDIRECTIONAL" },
    ],
  };
  expect((await jump("POST", "/links?link_name=both", waits)).status).toBeLessThan(300);
  const dials = {
    remote_cluster_id: "lkc-jump",
    configs: dialSettings("BIDIRECTIONAL", "lkc-jump.azure.confluent.cloud:9092", keys.jump, keys.primary),
  };
  expect((await primary("POST", "/links?link_name=both", dials)).status).toBeLessThan(300);
  for (const name of ["orders", "orders-eu"]) await jump("POST", `${LINK}/mirrors`, { source_topic_name: name });
  house.advance(10_000);
});
afterEach(async () => house.emulator.stop());

const failedOver = async (): Promise<void> => {
  await house.jump("POST", `${LINK}/mirrors:failover`, { mirror_topic_name_pattern: ".*" });
  house.advance(10_000);
  await house.primary("POST", "/topics/orders/records", { value: { type: "STRING", data: "never sent" } });
};
const outcomes = ({ body }: Reply): unknown[] =>
  body.data.map(({ mirror_topic_name: name, error_code: code }: { mirror_topic_name: string; error_code: unknown }) => [
    name,
    code,
  ]);

describe("mirror topics of a bidirectional link", () => {
  it("are reversed by name and by pattern, and listed where they are then", async () => {
    const reply = await house.jump("POST", `${LINK}/mirrors:reverse-and-start-mirror`, {
      mirror_topic_names: ["orders"],
    });
    expect(reply.status).toBe(200);
    expect(outcomes(reply)).toEqual([["orders", null]]);
    const paused = await house.jump("POST", `${LINK}/mirrors:reverse-and-pause-mirror`, {
      mirror_topic_name_pattern: "orders-.*",
    });
    expect(outcomes(paused)).toEqual([["orders-eu", null]]);
    house.advance(20_000);
    const { body } = await house.primary("GET", `${LINK}/mirrors`);
    expect(
      body.data.map((each: Record<string, unknown>) => [each["mirror_topic_name"], each["mirror_status"]]),
    ).toEqual([
      ["orders", "ACTIVE"],
      ["orders-eu", "PAUSED"],
    ]);
    expect((await house.jump("GET", `${LINK}/mirrors/orders`)).body.mirror_status).toBe("STOPPED");
  });

  it("cut off their former sources: the answer says how much, by partition where it is asked for", async () => {
    await failedOver();
    const trial = "?validate_only=true&include_partition_level_truncation_data=true";
    const tried = await house.primary("POST", `${LINK}/mirrors:truncate-and-restore${trial}`, {
      mirror_topic_names: ["orders"],
    });
    expect(tried.body.data).toMatchObject([
      {
        mirror_topic_name: "orders",
        error_code: null,
        messages_truncated: 1,
        partition_level_truncation_data: [{ partition_id: 0, messages_truncated: 1, offset_truncated_to: 0 }],
      },
    ]);
    expect((await house.primary("GET", `${LINK}/mirrors/orders`)).status).toBe(404);
    const done = await house.primary("POST", `${LINK}/mirrors:truncate-and-restore`, {
      mirror_topic_name_pattern: ".*",
    });
    expect(outcomes(done)).toEqual([
      ["orders", null],
      ["orders-eu", null],
    ]);
    expect(done.body.data[0]).toMatchObject({ messages_truncated: 1, partition_level_truncation_data: [] });
    house.advance(20_000);
    expect((await house.primary("GET", `${LINK}/mirrors/orders`)).body.mirror_status).toBe("ACTIVE");
  });

  it("tell per topic what is not possible", async () => {
    const reply = await house.primary("POST", `${LINK}/mirrors:truncate-and-restore`, {
      mirror_topic_names: ["orders", "none"],
    });
    expect(reply.status).toBe(200);
    expect(outcomes(reply)).toEqual([
      ["orders", 40002],
      ["none", 40403],
    ]);
    expect(reply.body.data[0].messages_truncated).toBeNull();
  });
});
