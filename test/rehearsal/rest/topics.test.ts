import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openHouse, type House, type Json } from "./house";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => house.emulator.stop());

const base = "https://lkc-primary.azure.confluent.cloud:443/kafka/v3/clusters/lkc-primary";

describe("topics", () => {
  const ORDERS = {
    kind: "KafkaTopic",
    metadata: { self: `${base}/topics/orders`, resource_name: "crn:///kafka=lkc-primary/topic=orders" },
    cluster_id: "lkc-primary",
    topic_name: "orders",
    is_internal: false,
    replication_factor: 3,
    partitions_count: 4,
    partitions: { related: `${base}/topics/orders/partitions` },
    configs: { related: `${base}/topics/orders/configs` },
    partition_reassignments: { related: `${base}/topics/orders/partitions/-/reassignments` },
  };

  it("are created, shown and listed", async () => {
    expect((await house.primary("GET", "/topics")).body).toEqual({
      kind: "KafkaTopicList",
      metadata: { self: `${base}/topics`, next: null },
      data: [],
    });
    const created = await house.primary("POST", "/topics", { topic_name: "orders", partitions_count: 4 });
    expect(created).toEqual({ status: 201, body: ORDERS });
    expect(await house.primary("GET", "/topics/orders")).toEqual({ status: 200, body: ORDERS });
    expect((await house.primary("GET", "/topics")).body.data).toEqual([ORDERS]);
  });

  it("have six partitions unless told otherwise, and can get more", async () => {
    const created = await house.primary("POST", "/topics", { topic_name: "orders" });
    expect(created.body.partitions_count).toBe(6);
    const more = await house.primary("PATCH", "/topics/orders", { partitions_count: 8 });
    expect(more).toMatchObject({ status: 200, body: { partitions_count: 8 } });
    expect((await house.primary("PATCH", "/topics/orders", { partitions_count: 7 })).status).toBe(400);
  });

  it.each([
    ["a name that is taken", { topic_name: "taken" }, 40002],
    ["a name that Kafka does not take", { topic_name: "a b" }, 40002],
    ["another replication factor", { topic_name: "a", replication_factor: 1 }, 40002],
    ["a setting that topics do not have", { topic_name: "a", configs: [{ name: "no.such", value: "1" }] }, 40002],
    ["a billion partitions", { topic_name: "a", partitions_count: 1e9 }, 400],
    ["no name", { partitions_count: 1 }, 400],
  ])("are refused for %s", async (_what, body, code) => {
    await house.primary("POST", "/topics", { topic_name: "taken" });
    const reply = await house.primary("POST", "/topics", body);
    expect(reply.status).toBe(400);
    expect(reply.body.error_code).toBe(code);
    expect([...house.emulator.cloud.state.clusters.get("lkc-primary")!.topics.keys()]).toEqual(["taken"]);
  });

  it("are deleted, and then are not found", async () => {
    await house.primary("POST", "/topics", { topic_name: "orders" });
    expect(await house.primary("DELETE", "/topics/orders")).toEqual({ status: 204 });
    for (const [method, path] of [
      ["GET", "/topics/orders"],
      ["DELETE", "/topics/orders"],
      ["GET", "/topics/orders/configs"],
    ] as const) {
      expect(await house.primary(method, path)).toMatchObject({ status: 404, body: { error_code: 40403 } });
    }
  });

  it("have settings that are listed and altered", async () => {
    await house.primary("POST", "/topics", {
      topic_name: "orders",
      configs: [{ name: "retention.ms", value: "1000000" }],
    });
    const reply = await house.primary("GET", "/topics/orders/configs");
    expect(reply.body.kind).toBe("KafkaTopicConfigList");
    expect(reply.body.data).toContainEqual({
      kind: "KafkaTopicConfig",
      metadata: {
        self: `${base}/topics/orders/configs/retention.ms`,
        resource_name: "crn:///kafka=lkc-primary/topic=orders/config=retention.ms",
      },
      cluster_id: "lkc-primary",
      topic_name: "orders",
      name: "retention.ms",
      value: "1000000",
      is_default: false,
      is_read_only: false,
      is_sensitive: false,
      source: "DYNAMIC_TOPIC_CONFIG",
      synonyms: [],
    });
    const altered = await house.primary("POST", "/topics/orders/configs:alter", {
      data: [
        { name: "retention.ms", operation: "DELETE" },
        { name: "cleanup.policy", value: "compact" },
      ],
    });
    expect(altered).toEqual({ status: 204 });
    const one = async (name: string): Promise<Json> =>
      (await house.primary("GET", `/topics/orders/configs/${name}`)).body;
    expect(await one("retention.ms")).toMatchObject({ value: "604800000", is_default: true });
    expect(await one("cleanup.policy")).toMatchObject({ value: "compact", source: "DYNAMIC_TOPIC_CONFIG" });
    expect((await house.primary("GET", "/topics/orders/configs/no.such")).status).toBe(404);
  });

  it("say so where a trial run is not carried", async () => {
    const trial = await house.primary("POST", "/topics", { topic_name: "orders", validate_only: true });
    expect(trial.status).toBe(501);
    expect((await house.primary("GET", "/topics/orders")).status).toBe(404);
  });
});

describe("records", () => {
  beforeEach(async () => {
    await house.primary("POST", "/topics", { topic_name: "orders", partitions_count: 2 });
  });

  it("are produced", async () => {
    const reply = await house.primary("POST", "/topics/orders/records", {
      partition_id: 1,
      key: { type: "STRING", data: "k" },
      value: { type: "JSON", data: { amount: 3 } },
    });
    expect(reply).toEqual({
      status: 200,
      body: {
        error_code: 200,
        cluster_id: "lkc-primary",
        topic_name: "orders",
        partition_id: 1,
        offset: 0,
        timestamp: "2026-01-01T00:00:00.000Z",
        key: { type: "STRING", size: 1 },
        value: { type: "JSON", size: 12 },
      },
    });
    await house.primary("POST", "/topics/orders/records", {
      partition_id: 1,
      value: { type: "BINARY", data: Buffer.from("hello").toString("base64") },
    });
    const { body } = await house.admin("POST", "/clusters/lkc-primary/consume", { topic: "orders" });
    expect(body.data.map(({ key, value, offset }: Json) => [key, value, offset])).toEqual([
      ["k", '{"amount":3}', 0],
      [null, "hello", 1],
    ]);
  });

  it.each([
    ["a partition that does not exist", { partition_id: 7, value: { type: "STRING", data: "x" } }],
    ["text that is no text", { value: { type: "STRING", data: 7 } }],
    ["a format that is not known", { value: { type: "AVRO", data: "x" } }],
  ])("are refused for %s", async (_what, body) => {
    expect((await house.primary("POST", "/topics/orders/records", body)).status).toBe(400);
  });

  it("are refused on a topic that does not exist", async () => {
    expect((await house.primary("POST", "/topics/none/records", {})).body.error_code).toBe(40403);
  });
});

describe("consumer groups", () => {
  beforeEach(async () => {
    await house.primary("POST", "/topics", { topic_name: "orders", partitions_count: 1 });
    const records = ["a", "b", "c"].map((value) => ({ value }));
    await house.admin("POST", "/clusters/lkc-primary/produce", { topic: "orders", records });
    await house.admin("POST", "/clusters/lkc-primary/consume", { topic: "orders", group: "billing", max: 1 });
  });

  it("are listed and shown", async () => {
    const { body } = await house.primary("GET", "/consumer-groups");
    expect(body.kind).toBe("KafkaConsumerGroupList");
    expect(body.data).toHaveLength(1);
    expect(await house.primary("GET", "/consumer-groups/billing")).toMatchObject({
      status: 200,
      body: { kind: "KafkaConsumerGroup", consumer_group_id: "billing", state: "EMPTY", cluster_id: "lkc-primary" },
    });
    expect((await house.primary("GET", "/consumer-groups/none")).status).toBe(404);
  });

  it("have offsets and lags", async () => {
    const lag = {
      kind: "KafkaConsumerLag",
      metadata: {
        self: `${base}/consumer-groups/billing/lags/orders/partitions/0`,
        resource_name: "crn:///kafka=lkc-primary/consumer-group=billing/lag=orders/partition=0",
      },
      cluster_id: "lkc-primary",
      consumer_group_id: "billing",
      topic_name: "orders",
      partition_id: 0,
      current_offset: 1,
      log_end_offset: 3,
      lag: 2,
      consumer_id: "",
      instance_id: null,
      client_id: "",
    };
    expect((await house.primary("GET", "/consumer-groups/billing/lags")).body).toEqual({
      kind: "KafkaConsumerLagList",
      metadata: { self: `${base}/consumer-groups/billing/lags`, next: null },
      data: [lag],
    });
    expect((await house.primary("GET", "/consumer-groups/billing/lags/orders/partitions/0")).body).toEqual(lag);
    expect((await house.primary("GET", "/consumer-groups/billing/lags/orders/partitions/1")).status).toBe(404);
    expect((await house.primary("GET", "/consumer-groups/billing/lag-summary")).body).toMatchObject({
      kind: "KafkaConsumerGroupLagSummary",
      max_lag: 2,
      total_lag: 2,
      max_lag_topic_name: "orders",
      max_lag_partition_id: 0,
    });
  });

  it("lose their offsets with the topic", async () => {
    await house.primary("DELETE", "/topics/orders");
    expect((await house.primary("GET", "/consumer-groups/billing/lags")).body.data).toEqual([]);
    expect((await house.primary("GET", "/consumer-groups/billing/lag-summary")).status).toBe(404);
  });
});

describe("access control lists", () => {
  const ACL = {
    resource_type: "TOPIC",
    resource_name: "orders",
    pattern_type: "LITERAL",
    principal: "User:sa-1",
    host: "*",
    operation: "READ",
    permission: "ALLOW",
  };
  const WHICH = "resource_type=TOPIC&pattern_type=LITERAL&operation=READ&permission=ALLOW";

  it("are created, found and deleted", async () => {
    expect(await house.primary("POST", "/acls", ACL)).toEqual({ status: 201 });
    const entry = {
      kind: "KafkaAcl",
      metadata: {
        self: `${base}/acls?resource_type=TOPIC&resource_name=orders&pattern_type=LITERAL&principal=User%3Asa-1&host=*&operation=READ&permission=ALLOW`,
        resource_name: null,
      },
      cluster_id: "lkc-primary",
      ...ACL,
    };
    expect((await house.primary("GET", "/acls")).body).toEqual({
      kind: "KafkaAclList",
      metadata: { self: `${base}/acls`, next: null },
      data: [entry],
    });
    expect((await house.primary("GET", "/acls?principal=User:sa-2")).body.data).toEqual([]);
    expect((await house.primary("GET", `/acls?${WHICH}&resource_name=orders`)).body.data).toEqual([entry]);
    expect(await house.primary("DELETE", `/acls?${WHICH}`)).toEqual({ status: 200, body: { data: [entry] } });
    expect((await house.primary("GET", "/acls")).body.data).toEqual([]);
  });

  it.each([
    ["an operation that does not exist", { ...ACL, operation: "DANCE" }],
    ["a pattern that only a query has", { ...ACL, pattern_type: "MATCH" }],
    ["a name of a megabyte", { ...ACL, resource_name: "x".repeat(1_000_000) }],
    ["no principal", { ...ACL, principal: "" }],
  ])("are refused for %s", async (_what, body) => {
    expect((await house.primary("POST", "/acls", body)).status).toBe(400);
  });

  it("are not all deleted at once by mistake", async () => {
    await house.primary("POST", "/acls", ACL);
    expect((await house.primary("DELETE", "/acls")).status).toBe(400);
    expect((await house.primary("DELETE", `/acls?${WHICH.replace("READ", "DANCE")}`)).status).toBe(400);
    expect((await house.primary("GET", "/acls")).body.data).toHaveLength(1);
  });
});
