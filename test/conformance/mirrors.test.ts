import { expect } from "vitest";
import { destinationOutbound, host, mirror, topic } from "./blocks";
import type { MirrorStatus } from "../../lib/rehearsal/cloud/state";
import { scenario } from "./scenario";
import type { Configuration, World } from "./world";

const MIRROR = "confluent_kafka_mirror_topic.orders";
const READ = "GET /links/jump-to-dr/mirrors/orders";
const THING = "lkc-dr topic orders";
const NO_CHANGES = { ok: true, changes: {}, writes: [] };

const mirrored = (world: World, more: object = {}): Configuration => ({
  resource: {
    confluent_kafka_topic: { source: topic(world, "jump") },
    confluent_cluster_link: { last: destinationOutbound(world) },
    confluent_kafka_mirror_topic: {
      orders: mirror(world, "dr", "jump-to-dr", {
        depends_on: ["confluent_cluster_link.last", "confluent_kafka_topic.source"],
        ...more,
      }),
    },
  },
});

const change = (verb: string): unknown[] => [
  READ,
  [`POST /links/jump-to-dr/mirrors:${verb}`, { mirror_topic_names: ["orders"] }],
  READ,
  READ,
];

/** What the API answers from now on, whatever the link does. */
function pretend(world: World, status: MirrorStatus): void {
  const topics = world.emulator.cloud.state.clusters.get("lkc-dr")!.topics;
  Object.defineProperty(topics.get("orders")!.mirror!, "status", {
    configurable: true,
    get: () => status,
    set: () => undefined,
  });
}

scenario("a mirror topic pauses, resumes and is promoted", async (world) => {
  const created = await world.apply(mirrored(world, { status: "PAUSED" }));
  expect(created.requests[THING]).toEqual([["POST /links/jump-to-dr/mirrors", { source_topic_name: "orders" }], READ]);
  expect(created.state[MIRROR]).toMatchObject({
    id: "lkc-dr/jump-to-dr/orders",
    mirror_topic_name: "orders",
    status: "ACTIVE",
  });

  const paused = await world.apply(mirrored(world, { status: "PAUSED" }));
  expect(paused).toMatchObject({ changes: { [MIRROR]: "update" }, requests: { [THING]: change("pause") } });
  expect(paused.state[MIRROR]).toMatchObject({ status: "PAUSED" });
  expect(await world.plan(mirrored(world))).toMatchObject(NO_CHANGES);

  const resumed = await world.apply(mirrored(world, { status: "ACTIVE" }));
  expect(resumed).toMatchObject({ changes: { [MIRROR]: "update" }, requests: { [THING]: change("resume") } });

  const promoted = await world.apply(mirrored(world, { status: "PROMOTED" }));
  expect(promoted).toMatchObject({ changes: { [MIRROR]: "update" }, requests: { [THING]: change("promote") } });
  expect(promoted.state[MIRROR]).toMatchObject({ status: "STOPPED" });

  for (const status of ["PROMOTED", "FAILED_OVER", undefined]) {
    expect(await world.plan(mirrored(world, status === undefined ? {} : { status })), status).toMatchObject(NO_CHANGES);
  }
  for (const status of ["ACTIVE", "PAUSED"]) {
    const back = await world.apply(mirrored(world, { status }));
    expect(back).toMatchObject({ changes: { [MIRROR]: "update" }, writes: [] });
    expect(back.errors).toEqual([expect.stringContaining(`"STOPPED"->"${status}"`)]);
    expect(back.state[MIRROR]).toMatchObject({ status: "STOPPED" });
  }

  const destroyed = await world.destroy(mirrored(world));
  expect(destroyed.requests[THING]).toEqual([READ, "DELETE /topics/orders", READ]);
});

scenario("a paused mirror topic fails over", async (world) => {
  await world.apply(mirrored(world));
  await world.apply(mirrored(world, { status: "PAUSED" }));
  const failedOver = await world.apply(mirrored(world, { status: "FAILED_OVER" }));
  expect(failedOver).toMatchObject({ changes: { [MIRROR]: "update" }, requests: { [THING]: change("failover") } });
  expect(failedOver.state[MIRROR]).toMatchObject({ status: "STOPPED" });
});

scenario("statuses that the provider's SDK does not know stop every plan", async (world) => {
  await world.apply(mirrored(world));
  for (const status of [
    "SOURCE_UNAVAILABLE",
    "LINK_FAILED",
    "LINK_PAUSED",
    "PENDING_MIRROR",
    "PENDING_SYNCHRONIZE",
  ] as const) {
    pretend(world, status);
    const message = `error reading Kafka Mirror Topic: ${status} is not a valid MirrorTopicStatus`;
    expect((await world.plan(mirrored(world))).errors, status).toEqual([expect.stringContaining(message)]);
    expect((await world.apply(mirrored(world, { status: "FAILED_OVER" }))).errors, status).toHaveLength(1);
  }
  expect((await world.destroy(mirrored(world))).errors).toHaveLength(1);
  expect(await world.plan(mirrored(world), "-refresh=false")).toMatchObject({ ok: true, changes: {} });
});

scenario("failover with the state's word for it, while the plan cannot read", async (world) => {
  await world.apply(mirrored(world));
  await world.emulator.faults.cluster("lkc-jump", "refused");
  await world.wait(400_000);
  const alone: Configuration = {
    resource: { confluent_kafka_mirror_topic: { orders: mirror(world, "dr", "jump-to-dr") } },
  };
  const lost = await world.plan(alone, `-target=${MIRROR}`);
  expect(lost.errors).toEqual([expect.stringContaining("SOURCE_UNAVAILABLE is not a valid MirrorTopicStatus")]);
  const ended = await world.apply(mirrored(world, { status: "FAILED_OVER" }), "-refresh=false", `-target=${MIRROR}`);
  expect(ended).toMatchObject({ ok: true, requests: { [THING]: change("failover").slice(1) } });
  expect(ended.state[MIRROR]).toMatchObject({ status: "STOPPED" });
});

scenario("statuses that it knows and does not leave", async (world) => {
  await world.apply(mirrored(world));
  for (const status of ["FAILED", "PENDING_STOPPED"] as const) {
    pretend(world, status);
    expect(await world.plan(mirrored(world)), status).toMatchObject({ ok: true, changes: {} });
    const refused = await world.apply(mirrored(world, { status: "FAILED_OVER" }));
    expect(refused).toMatchObject({ changes: { [MIRROR]: "update" }, writes: [] });
    expect(refused.errors).toEqual([expect.stringContaining(`"${status}"->"FAILED_OVER"`)]);
    expect(refused.state[MIRROR]).toMatchObject({ status });
  }
});

scenario("what a mirror topic is made of cannot change in place", async (world) => {
  await world.apply(mirrored(world));
  for (const more of [
    { source_kafka_topic: { topic_name: "others" } },
    { cluster_link: { link_name: "another" } },
    { mirror_topic_name: "others" },
    { kafka_cluster: { id: "lkc-dr", rest_endpoint: `${world.rest("dr")}/` } },
    { kafka_cluster: { id: "lkc-other", rest_endpoint: world.rest("dr") } },
  ]) {
    expect((await world.plan(mirrored(world, more))).changes, JSON.stringify(more)).toEqual({ [MIRROR]: "replace" });
  }
  for (const name of ["orders", ""]) {
    expect((await world.plan(mirrored(world, { mirror_topic_name: name }))).changes, name).toEqual({});
  }
  const key = await world.apply(mirrored(world, { kafka_cluster: host(world, "dr", 2) }));
  expect(key).toMatchObject({ changes: { [MIRROR]: "update" }, writes: [], requests: { [THING]: [READ, READ] } });
});

scenario("a first read that fails leaves the mirror topic tainted", async (world) => {
  const named = mirrored(world, { mirror_topic_name: "orders", status: "PAUSED" });
  world.emulator.faults.request({ on: "lkc-dr", method: "GET", path: "/mirrors/orders", status: 404 });
  const failed = await world.apply(named);
  expect(failed.errors).toEqual([expect.stringContaining("error reading Kafka Mirror Topic: 404 Not Found")]);
  expect(failed.requests[THING]?.[0]).toEqual([
    "POST /links/jump-to-dr/mirrors",
    { source_topic_name: "orders", mirror_topic_name: "orders" },
  ]);
  expect(failed.state[MIRROR]).toMatchObject({
    id: "lkc-dr/jump-to-dr/orders",
    status_in_state: "tainted",
    status: "PAUSED",
  });
  expect((await world.plan(named)).changes).toEqual({ [MIRROR]: "replace" });
});

scenario("a mirror topic that the API refuses is not in the state", async (world) => {
  const refused = await world.apply(mirrored(world, { mirror_topic_name: "dr-orders" }));
  expect(refused.errors).toEqual([expect.stringContaining("error creating Kafka Mirror Topic: 400 Bad Request")]);
  expect(refused.state).not.toHaveProperty(MIRROR);
});
