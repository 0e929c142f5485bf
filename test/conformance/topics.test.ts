import { expect } from "vitest";
import { KEYS } from "./clusters";
import { credentials, topic } from "./blocks";
import { scenario } from "./scenario";
import type { Configuration, World } from "./world";

const TOPIC = "confluent_kafka_topic.orders";
const THING = "lkc-jump topic orders";
const READ = ["GET /topics/orders", "GET /topics/orders/configs"];

const orders = (world: World, more: object = {}): Configuration => ({
  resource: { confluent_kafka_topic: { orders: topic(world, "jump", more) } },
});
const without = (configuration: Configuration, member: string): Configuration => {
  const { [member]: _, ...rest } = configuration.resource!["confluent_kafka_topic"]!["orders"] as Record<
    string,
    unknown
  >;
  return { resource: { confluent_kafka_topic: { orders: rest } } };
};

scenario("a topic's life", async (world) => {
  const created = await world.apply(orders(world, { config: { "retention.ms": "600000" } }));
  expect(created.requests).toEqual({
    [THING]: [
      ["POST /topics", { topic_name: "orders", partitions_count: 6, configs: { "retention.ms": "600000" } }],
      ...READ,
    ],
  });
  expect(created.state[TOPIC]).toMatchObject({
    id: "lkc-jump/orders",
    partitions_count: 6,
    config: { "retention.ms": "600000" },
  });

  const changed = await world.apply(orders(world, { partitions_count: 8, config: { "cleanup.policy": "compact" } }));
  expect(changed.changes).toEqual({ [TOPIC]: "update" });
  expect(changed.requests).toEqual({
    [THING]: [
      ...READ,
      ["PATCH /topics/orders", { partitions_count: 8 }],
      [
        "POST /topics/orders/configs:alter",
        { data: { "retention.ms": { operation: "DELETE" }, "cleanup.policy": "compact" } },
      ],
      "GET /topics/orders/configs",
    ],
  });
  expect((await world.plan(orders(world, { partitions_count: 8 }))).changes).toEqual({});
  expect((await world.plan(orders(world, { partitions_count: 8, config: {} }))).changes).toEqual({ [TOPIC]: "update" });
  expect((await world.plan(orders(world, { partitions_count: 4 }))).changes).toEqual({ [TOPIC]: "replace" });
  expect((await world.plan(orders(world, { partitions_count: 8, topic_name: "others" }))).changes).toEqual({
    [TOPIC]: "replace",
  });

  const key = { partitions_count: 8, credentials: credentials("jump", 2) };
  expect((await world.plan(orders(world, { ...key, rest_endpoint: `${world.rest("jump")}/` }))).changes).toEqual({
    [TOPIC]: "update",
  });
  const access = await world.apply(orders(world, key));
  expect(access).toMatchObject({ changes: { [TOPIC]: "update" }, requests: { [THING]: READ } });

  const destroyed = await world.destroy(orders(world, { partitions_count: 8 }));
  expect(destroyed.requests[THING]).toEqual([...READ, "DELETE /topics/orders", "GET /topics/orders"]);
});

scenario("a topic that is gone is created again", async (world) => {
  await world.apply(orders(world));
  world.emulator.cloud.state.clusters.get("lkc-jump")!.topics.delete("orders");
  expect(await world.plan(orders(world))).toMatchObject({
    changes: { [TOPIC]: "create" },
    requests: { [THING]: ["GET /topics/orders"] },
  });
});

scenario("settings of a topic that nobody may change", async (world) => {
  await world.apply(orders(world));
  const refused = await world.apply(orders(world, { config: { "index.interval.bytes": "1" } }));
  expect(refused.writes).toEqual([]);
  expect(refused.errors).toEqual([
    expect.stringContaining('"index.interval.bytes" topic setting is read-only and cannot be updated'),
  ]);
  expect((await world.plan(orders(world))).changes).toEqual({});
});

scenario("where a topic is, and who creates it, can come from the provider", async (world) => {
  for (const [member, text] of [
    ["rest_endpoint", "kafka_rest_endpoint"],
    ["kafka_cluster", "kafka_id"],
    ["credentials", "kafka_api_key"],
  ] as const) {
    const refused = await world.apply(without(orders(world), member));
    expect(refused.errors, member).toEqual([expect.stringContaining("error creating Kafka Topic")]);
    expect(refused.errors[0]).toContain(text);
  }
  const { key, secret } = KEYS.jump[0];
  const provider = {
    kafka_id: "lkc-jump",
    kafka_rest_endpoint: world.rest("jump"),
    kafka_api_key: key,
    kafka_api_secret: secret,
  };
  const bare: Configuration = { resource: { confluent_kafka_topic: { orders: { topic_name: "orders" } } }, provider };
  const created = await world.apply(bare);
  expect(created).toMatchObject({ ok: true, requests: { [THING]: { length: 3 } } });
  expect(created.state[TOPIC]).toMatchObject({ credentials: [], kafka_cluster: [] });
  expect(await world.plan(bare)).toMatchObject({ ok: true, changes: {} });
  const half = await world.plan({ ...bare, provider: { kafka_rest_endpoint: world.rest("jump") } });
  expect(half.errors).toEqual([expect.stringContaining("kafka_api_key")]);
});

scenario("values of a topic that are wrong", async (world) => {
  for (const [more, text] of [
    [{ topic_name: "a b" }, "invalid value for topic_name"],
    [{ partitions_count: 0 }, "expected partitions_count to be at least"],
    [{ rest_endpoint: "jump.example" }, "must start with 'https://'"],
    [{ kafka_cluster: { id: "pkc-1" } }, "invalid value for kafka_cluster.0.id"],
    [{ credentials: { key: "", secret: "x" } }, "to not be an empty string"],
  ] as const) {
    expect((await world.validate(orders(world, more))).errors, text).toEqual([expect.stringContaining(text)]);
  }
  const mirrorName = await world.apply(orders(world, { topic_name: "x".repeat(250) }));
  expect(mirrorName.errors).toEqual([expect.stringContaining("error creating Kafka Topic: 400 Bad Request")]);
});
