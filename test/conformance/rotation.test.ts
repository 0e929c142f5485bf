import { expect } from "vitest";
import {
  bidirectionalInbound,
  bidirectionalOutbound,
  destinationInbound,
  destinationOutbound,
  host,
  mirror,
  peer,
  sourceOutbound,
  topic,
} from "./blocks";
import { scenario } from "./scenario";
import type { Configuration } from "./world";

const LINK = "confluent_cluster_link";
const EMPTY = expect.stringContaining("error updating Cluster Link: len(credentialConfigs) is 0");

const SET = (value: string): object => ({ operation: "SET", value });
const ONE_SET = { "sasl.jaas.config": SET("***"), "sasl.mechanism": SET("PLAIN") };
const BOTH_SETS = {
  ...ONE_SET,
  "local.sasl.jaas.config": SET("***"),
  "local.sasl.mechanism": SET("PLAIN"),
};

const read = (name: string): string[] => [`GET /links/${name}`, `GET /links/${name}/configs`];
const rotated = (name: string, data: object): unknown[] => [
  ...read(name),
  [`PUT /links/${name}/configs:alter`, { data }],
  ...read(name),
];

scenario("a link that dials from its destination", async (world) => {
  const link = (more: object = {}): Configuration => ({
    resource: { [LINK]: { last: destinationOutbound(world, more) } },
  });
  await world.apply(link());
  const dialling = await world.apply(link({ source_kafka_cluster: peer("jump", 2) }));
  expect(dialling).toMatchObject({ ok: true, changes: { [`${LINK}.last`]: "update" } });
  expect(dialling.requests).toEqual({ "lkc-dr link jump-to-dr": rotated("jump-to-dr", ONE_SET) });
  expect(world.settings("dr", "jump-to-dr")["sasl.jaas.config"]).toContain('username="JUMP2"');

  const rest = await world.apply(
    link({ source_kafka_cluster: peer("jump", 2), destination_kafka_cluster: host(world, "dr", 2) }),
  );
  expect(rest.requests).toEqual({ "lkc-dr link jump-to-dr": rotated("jump-to-dr", ONE_SET) });

  const dropped = await world.apply(
    link({ source_kafka_cluster: peer("jump"), destination_kafka_cluster: host(world, "dr", 2) }),
  );
  expect(dropped.requests).toEqual({ "lkc-dr link jump-to-dr": rotated("jump-to-dr", ONE_SET) });
  expect(world.settings("dr", "jump-to-dr")["sasl.jaas.config"]).toContain('username="" password=""');
});

scenario("both halves of a link that dials from its source", async (world) => {
  const halves = (jumpKey: 1 | 2, primaryKey: 1 | 2, dialKey: 1 | 2): Configuration => ({
    resource: {
      [LINK]: {
        receiving: destinationInbound(world, { destination_kafka_cluster: host(world, "jump", jumpKey) }),
        dialling: sourceOutbound(world, {
          source_kafka_cluster: host(world, "primary", primaryKey),
          destination_kafka_cluster: peer("jump", dialKey),
        }),
      },
    },
  });
  await world.apply(halves(1, 1, 1));

  const dial = await world.apply(halves(1, 1, 2));
  expect(dial.changes).toEqual({ [`${LINK}.dialling`]: "update" });
  expect(dial.requests["lkc-primary link primary-to-jump"]).toEqual(rotated("primary-to-jump", BOTH_SETS));
  expect(world.settings("primary", "primary-to-jump")).toMatchObject({
    "sasl.jaas.config": expect.stringContaining('username="JUMP2"'),
    "local.sasl.jaas.config": expect.stringContaining('username="PRIMARY1"'),
  });
  const source = await world.apply(halves(1, 2, 2));
  expect(source.requests["lkc-primary link primary-to-jump"]).toEqual(rotated("primary-to-jump", BOTH_SETS));

  const receiving = await world.apply(halves(2, 2, 2));
  expect(receiving).toMatchObject({
    ok: false,
    changes: { [`${LINK}.receiving`]: "update" },
    errors: [EMPTY],
    writes: [],
  });
  expect(receiving.state[`${LINK}.receiving`]).toMatchObject({
    destination_kafka_cluster: [{ credentials: [{ key: "JUMP2" }] }],
  });
  expect(receiving.state[`${LINK}.receiving`]).not.toHaveProperty("status_in_state");
  expect(await world.apply(halves(2, 2, 2))).toMatchObject({ ok: true, changes: {}, writes: [] });
});

scenario("dependants wait for a receiving half whose key changes", async (world) => {
  const leg = (key: 1 | 2): Configuration => ({
    resource: {
      confluent_kafka_topic: { source: topic(world, "primary") },
      [LINK]: {
        receiving: destinationInbound(world, { destination_kafka_cluster: host(world, "jump", key) }),
        dialling: sourceOutbound(world, { destination_kafka_cluster: peer("jump", key) }),
      },
      confluent_kafka_mirror_topic: {
        on_jump: mirror(world, "jump", "primary-to-jump", {
          kafka_cluster: host(world, "jump", key),
          depends_on: [`${LINK}.dialling`, "confluent_kafka_topic.source"],
        }),
      },
    },
  });
  await world.apply(leg(1));
  const first = await world.apply(leg(2));
  expect(first.errors).toEqual([EMPTY]);
  expect(first.writes).toEqual([]);
  const second = await world.apply(leg(2));
  expect(second).toMatchObject({ ok: true, writes: ["lkc-primary PUT /links/primary-to-jump/configs:alter"] });
  expect(second.requests["lkc-jump topic orders"]).toEqual([
    "GET /links/primary-to-jump/mirrors/orders",
    "GET /links/primary-to-jump/mirrors/orders",
  ]);
  expect((await world.plan(leg(2))).changes).toEqual({});
});

scenario("both clusters of a bidirectional link", async (world) => {
  const both = (localKey: 1 | 2, remoteKey: 1 | 2, waitingKey: 1 | 2): Configuration => ({
    resource: {
      [LINK]: {
        waiting: bidirectionalInbound(world, { local_kafka_cluster: host(world, "jump", waitingKey) }),
        dialling: bidirectionalOutbound(world, {
          local_kafka_cluster: host(world, "primary", localKey),
          remote_kafka_cluster: peer("jump", remoteKey),
        }),
      },
    },
  });
  await world.apply(both(1, 1, 1));
  const dialling = await world.apply(both(2, 2, 1));
  expect(dialling.requests["lkc-primary link both-ways"]).toEqual(rotated("both-ways", BOTH_SETS));
  expect(world.settings("primary", "both-ways")).toMatchObject({
    "sasl.jaas.config": expect.stringContaining('username="JUMP2"'),
    "local.sasl.jaas.config": expect.stringContaining('username="PRIMARY2"'),
  });
  expect(await world.apply(both(2, 2, 2))).toMatchObject({ errors: [EMPTY], writes: [] });
  expect(await world.apply(both(2, 2, 2))).toMatchObject({ ok: true, changes: {} });
});

scenario("a key that is revoked before the state holds the new one", async (world) => {
  const link = (key: 1 | 2): Configuration => ({
    resource: { [LINK]: { last: destinationOutbound(world, { destination_kafka_cluster: host(world, "dr", key) }) } },
  });
  await world.apply(link(1));
  world.emulator.faults.revokeKey("DR1");
  const refused = await world.plan(link(2));
  expect(refused.errors).toEqual([expect.stringContaining("error reading Cluster Link: 401 Unauthorized")]);
  expect(await world.apply(link(2), "-refresh=false")).toMatchObject({ ok: true });
  expect((await world.plan(link(2))).changes).toEqual({});
});
