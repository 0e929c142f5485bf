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
import type { Configuration, World } from "./world";

const NO_DIFFERENCE = { ok: true, changes: {}, writes: [] };

const LINK = "confluent_cluster_link";
const MIRROR = "confluent_kafka_mirror_topic";

/** Both legs of the chain, in one configuration. */
const chain = (world: World): Configuration => ({
  resource: {
    confluent_kafka_topic: { source: topic(world, "primary") },
    [LINK]: {
      receiving: destinationInbound(world),
      dialling: sourceOutbound(world),
      last: destinationOutbound(world),
    },
    [MIRROR]: {
      on_jump: mirror(world, "jump", "primary-to-jump", {
        depends_on: [`${LINK}.dialling`, "confluent_kafka_topic.source"],
      }),
      on_dr: mirror(world, "dr", "jump-to-dr", { depends_on: [`${LINK}.last`, `${MIRROR}.on_jump`] }),
    },
  },
});

scenario("the chain is created, found again and destroyed", async (world) => {
  const created = await world.apply(chain(world));
  expect(created.errors).toEqual([]);
  expect(created.requests).toEqual({
    "lkc-primary topic orders": [
      ["POST /topics", { topic_name: "orders", partitions_count: 6, configs: [] }],
      "GET /topics/orders",
      "GET /topics/orders/configs",
    ],
    "lkc-jump link primary-to-jump": [
      [
        "POST /links?link_name=primary-to-jump",
        {
          source_cluster_id: "lkc-primary",
          configs: {
            "bootstrap.servers": "primary.example:9092",
            "connection.mode": "INBOUND",
            "link.mode": "DESTINATION",
          },
        },
      ],
      "GET /links/primary-to-jump",
      "GET /links/primary-to-jump/configs",
    ],
    "lkc-primary link primary-to-jump": [
      [
        "POST /links?link_name=primary-to-jump",
        {
          destination_cluster_id: "lkc-jump",
          configs: {
            "bootstrap.servers": "jump.example:9092",
            "connection.mode": "OUTBOUND",
            "link.mode": "SOURCE",
            "local.sasl.jaas.config": "***",
            "local.sasl.mechanism": "PLAIN",
            "local.security.protocol": "SASL_SSL",
            "sasl.jaas.config": "***",
            "sasl.mechanism": "PLAIN",
            "security.protocol": "SASL_SSL",
          },
        },
      ],
      "GET /links/primary-to-jump",
      "GET /links/primary-to-jump/configs",
    ],
    "lkc-dr link jump-to-dr": [
      [
        "POST /links?link_name=jump-to-dr",
        {
          source_cluster_id: "lkc-jump",
          configs: {
            "bootstrap.servers": "jump.example:9092",
            "connection.mode": "OUTBOUND",
            "link.mode": "DESTINATION",
            "sasl.jaas.config": "***",
            "sasl.mechanism": "PLAIN",
            "security.protocol": "SASL_SSL",
          },
        },
      ],
      "GET /links/jump-to-dr",
      "GET /links/jump-to-dr/configs",
    ],
    "lkc-jump topic orders": [
      ["POST /links/primary-to-jump/mirrors", { source_topic_name: "orders" }],
      "GET /links/primary-to-jump/mirrors/orders",
    ],
    "lkc-dr topic orders": [
      ["POST /links/jump-to-dr/mirrors", { source_topic_name: "orders" }],
      "GET /links/jump-to-dr/mirrors/orders",
    ],
  });
  const order = (line: string): number => created.writes.indexOf(line);
  const receiving = order("lkc-jump POST /links?link_name=primary-to-jump");
  const dialling = order("lkc-primary POST /links?link_name=primary-to-jump");
  const onJump = order("lkc-jump POST /links/primary-to-jump/mirrors");
  const onDr = order("lkc-dr POST /links/jump-to-dr/mirrors");
  expect([receiving, dialling, onJump, onDr].every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true);

  expect(world.settings("primary", "primary-to-jump")).toMatchObject({
    "local.sasl.jaas.config":
      'org.apache.kafka.common.security.plain.PlainLoginModule required username="PRIMARY1" password="primary-secret-1";',
    "sasl.jaas.config":
      'org.apache.kafka.common.security.plain.PlainLoginModule required username="JUMP1" password="jump-secret-1";',
  });
  expect(world.settings("dr", "jump-to-dr")["sasl.jaas.config"]).toContain('username="JUMP1" password="jump-secret-1"');

  const again = await world.plan(chain(world));
  expect(again).toMatchObject(NO_DIFFERENCE);
  expect(again.requests).toEqual({
    "lkc-primary topic orders": ["GET /topics/orders", "GET /topics/orders/configs"],
    "lkc-jump link primary-to-jump": ["GET /links/primary-to-jump", "GET /links/primary-to-jump/configs"],
    "lkc-primary link primary-to-jump": ["GET /links/primary-to-jump", "GET /links/primary-to-jump/configs"],
    "lkc-dr link jump-to-dr": ["GET /links/jump-to-dr", "GET /links/jump-to-dr/configs"],
    "lkc-jump topic orders": ["GET /links/primary-to-jump/mirrors/orders"],
    "lkc-dr topic orders": ["GET /links/jump-to-dr/mirrors/orders"],
  });

  const destroyed = await world.destroy(chain(world));
  expect(destroyed.errors).toEqual([]);
  expect(destroyed.state).toEqual({});
  expect(destroyed.requests["lkc-dr topic orders"]).toEqual([
    "GET /links/jump-to-dr/mirrors/orders",
    "DELETE /topics/orders",
    "GET /links/jump-to-dr/mirrors/orders",
  ]);
  expect(destroyed.requests["lkc-primary link primary-to-jump"]).toEqual([
    "GET /links/primary-to-jump",
    "GET /links/primary-to-jump/configs",
    "DELETE /links/primary-to-jump",
    "GET /links/primary-to-jump",
  ]);
  const gone = (line: string): number => destroyed.writes.indexOf(line);
  expect(gone("lkc-dr DELETE /topics/orders")).toBeLessThan(gone("lkc-jump DELETE /topics/orders"));
  expect(gone("lkc-primary DELETE /links/primary-to-jump")).toBeLessThan(
    gone("lkc-jump DELETE /links/primary-to-jump"),
  );
});

scenario("a bidirectional link is created, found again and destroyed", async (world) => {
  const both = {
    resource: { [LINK]: { waiting: bidirectionalInbound(world), dialling: bidirectionalOutbound(world) } },
  };
  const created = await world.apply(both);
  expect(created.errors).toEqual([]);
  expect(created.requests["lkc-jump link both-ways"]?.[0]).toEqual([
    "POST /links?link_name=both-ways",
    {
      remote_cluster_id: "lkc-primary",
      configs: {
        "bootstrap.servers": "primary.example:9092",
        "connection.mode": "INBOUND",
        "link.mode": "BIDIRECTIONAL",
      },
    },
  ]);
  expect(created.requests["lkc-primary link both-ways"]?.[0]).toEqual([
    "POST /links?link_name=both-ways",
    {
      remote_cluster_id: "lkc-jump",
      configs: {
        "bootstrap.servers": "jump.example:9092",
        "connection.mode": "OUTBOUND",
        "link.mode": "BIDIRECTIONAL",
        "local.sasl.jaas.config": "***",
        "local.sasl.mechanism": "PLAIN",
        "local.security.protocol": "SASL_SSL",
        "remote.link.connection.mode": "INBOUND",
        "sasl.jaas.config": "***",
        "sasl.mechanism": "PLAIN",
        "security.protocol": "SASL_SSL",
      },
    },
  ]);
  expect(world.settings("primary", "both-ways")).toMatchObject({
    "local.sasl.jaas.config": expect.stringContaining('username="PRIMARY1"'),
    "sasl.jaas.config": expect.stringContaining('username="JUMP1"'),
  });
  expect(await world.plan(both)).toMatchObject(NO_DIFFERENCE);
  expect(await world.destroy(both)).toMatchObject({ ok: true, state: {} });
});

scenario("what a link is made of cannot change in place", async (world) => {
  const link = (more: object = {}): Configuration => ({
    resource: { [LINK]: { last: destinationOutbound(world, more) } },
  });
  await world.apply(link());
  for (const change of [
    { link_name: "another" },
    { link_mode: "SOURCE" },
    { connection_mode: "INBOUND" },
    { source_kafka_cluster: { id: "lkc-jump", bootstrap_endpoint: "SASL_SSL://jump.example:9092" } },
    { source_kafka_cluster: { id: "lkc-other", bootstrap_endpoint: "jump.example:9092" } },
    { destination_kafka_cluster: { id: "lkc-dr", rest_endpoint: `${world.rest("dr")}/` } },
    { local_kafka_cluster: { id: "lkc-dr", rest_endpoint: world.rest("dr") } },
  ]) {
    expect((await world.plan(link(change))).changes, JSON.stringify(change)).toEqual({ [`${LINK}.last`]: "replace" });
  }
});

scenario("a link that is gone is created again, one that is there already is refused", async (world) => {
  const link = { resource: { [LINK]: { last: destinationOutbound(world) } } };
  await world.apply(link);
  world.emulator.cloud.state.clusters.get("lkc-dr")!.links.delete("jump-to-dr");
  expect((await world.plan(link)).changes).toEqual({ [`${LINK}.last`]: "create" });
  await world.apply(link);
  world.forget();
  const refused = await world.apply(link);
  expect(refused).toMatchObject({ ok: false, state: {} });
  expect(refused.errors).toEqual([expect.stringContaining("error creating Cluster Link: 409 Conflict")]);
});

scenario("blocks that a link has no use for", async (world) => {
  const foreign = { local_kafka_cluster: host(world, "primary") };
  const one = { resource: { [LINK]: { last: destinationOutbound(world, foreign) } } };
  const created = await world.apply(one);
  expect(created.errors).toEqual([]);
  expect(created.state[`${LINK}.last`]).toMatchObject({
    local_kafka_cluster: [{ id: "lkc-primary", credentials: [{ key: "PRIMARY1" }] }],
  });
  expect((await world.plan(one)).changes).toEqual({});
});

scenario("a key for the cluster that a waiting one never dials differs for ever", async (world) => {
  const waiting = {
    resource: { [LINK]: { waiting: bidirectionalInbound(world, { remote_kafka_cluster: peer("primary", 1) }) } },
  };
  expect(await world.apply(waiting)).toMatchObject({ ok: true });
  for (let time = 0; time < 2; time++) {
    const refused = await world.apply(waiting);
    expect(refused).toMatchObject({ ok: false, changes: { [`${LINK}.waiting`]: "update" }, writes: [] });
    expect(refused.errors).toEqual([expect.stringContaining("len(credentialConfigs) is 0")]);
  }
});

scenario("a bidirectional link without the remote cluster's key dials with an empty one", async (world) => {
  const both = (remote: object): Configuration => ({
    resource: {
      [LINK]: {
        waiting: bidirectionalInbound(world),
        dialling: bidirectionalOutbound(world, { remote_kafka_cluster: remote }),
      },
    },
  });
  const created = await world.apply(both(peer("jump")));
  expect(created.requests["lkc-primary link both-ways"]?.[0]).toMatchObject([
    "POST /links?link_name=both-ways",
    { configs: { "sasl.mechanism": "PLAIN", "sasl.jaas.config": "***" } },
  ]);
});

scenario("a first read that fails leaves the link tainted", async (world) => {
  const link = { resource: { [LINK]: { last: destinationOutbound(world) } } };
  world.emulator.faults.request({ on: "lkc-dr", method: "GET", path: "/links/jump-to-dr", status: 404 });
  const failed = await world.apply(link);
  expect(failed.errors).toEqual([expect.stringContaining("error reading Cluster Link: 404 Not Found")]);
  expect(failed.state[`${LINK}.last`]).toMatchObject({ id: "lkc-dr/jump-to-dr", status_in_state: "tainted" });
  expect((await world.plan(link)).changes).toEqual({ [`${LINK}.last`]: "replace" });
});
