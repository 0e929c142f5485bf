import { expect } from "vitest";
import {
  bidirectionalOutbound,
  credentials,
  destinationInbound,
  destinationOutbound,
  host,
  mirror,
  peer,
  sourceOutbound,
} from "./blocks";
import { scenario } from "./scenario";
import type { Configuration, World } from "./world";

const bidirectional = (world: World, more: object): object => bidirectionalOutbound(world, { depends_on: [], ...more });
const source = (world: World, more: object): object => sourceOutbound(world, { depends_on: [], ...more });

const link = (block: object, variable?: unknown): Configuration => ({
  resource: { confluent_cluster_link: { refused: block } },
  ...(variable === undefined ? {} : { variable: { value: { default: variable } } }),
});

const without = (block: object, ...members: string[]): object =>
  Object.fromEntries(Object.entries(block).filter(([member]) => !members.includes(member)));

scenario("what a link lacks is found when it is created", async (world) => {
  const here = (name: "primary" | "jump" | "dr"): object => without(host(world, name), "credentials");
  const cases: [object, string][] = [
    [
      destinationInbound(world, { source_kafka_cluster: peer("primary", 1) }),
      '"credentials" must not be specified for "source_kafka_cluster"',
    ],
    [source(world, { connection_mode: "INBOUND" }), `source initiated cluster link can't have "INBOUND"="DESTINATION"`],
    [
      destinationOutbound(world, { source_kafka_cluster: peer("jump") }),
      '"credentials" must be specified for "source_kafka_cluster"',
    ],
    [
      destinationOutbound(world, { destination_kafka_cluster: here("dr") }),
      '"credentials" must be specified for "destination_kafka_cluster"',
    ],
    [
      destinationInbound(world, { destination_kafka_cluster: here("jump") }),
      '"credentials" must be specified for "destination_kafka_cluster"',
    ],
    [
      source(world, { source_kafka_cluster: here("primary") }),
      '"credentials" must be specified for "source_kafka_cluster"',
    ],
    [
      source(world, { destination_kafka_cluster: peer("jump") }),
      '"credentials" must be specified for "destination_kafka_cluster"',
    ],
    [
      bidirectional(world, { local_kafka_cluster: here("primary") }),
      '"credentials" must be specified for "local_kafka_cluster"',
    ],
    [
      destinationOutbound(world, { source_kafka_cluster: host(world, "jump") }),
      '"bootstrap_endpoint" must be specified for "source_kafka_cluster"',
    ],
    [
      destinationOutbound(world, { destination_kafka_cluster: peer("dr", 1) }),
      '"rest_endpoint" must be specified for "destination_kafka_cluster"',
    ],
    [
      source(world, { source_kafka_cluster: peer("primary", 1) }),
      '"rest_endpoint" must be specified for "source_kafka_cluster"',
    ],
    [
      source(world, { destination_kafka_cluster: host(world, "jump") }),
      '"bootstrap_endpoint" must be specified for "destination_kafka_cluster"',
    ],
    [
      bidirectional(world, { local_kafka_cluster: peer("primary", 1) }),
      '"rest_endpoint" must be specified for "local_kafka_cluster"',
    ],
    [
      without(destinationOutbound(world), "source_kafka_cluster"),
      '"bootstrap_endpoint" must be specified for "source_kafka_cluster"',
    ],
    [
      without(bidirectional(world, {}), "remote_kafka_cluster"),
      '"bootstrap_endpoint" must be specified for "remote_kafka_cluster"',
    ],
    [{ link_name: "bare" }, '"credentials" must be specified for "destination_kafka_cluster"'],
  ];
  for (const [block, text] of cases) {
    const refused = await world.apply(link(block));
    expect(refused, text).toMatchObject({
      ok: false,
      changes: { "confluent_cluster_link.refused": "create" },
      requests: {},
      state: {},
    });
    expect(refused.errors).toEqual([expect.stringContaining(`error creating Cluster Link: ${text}`)]);
  }
  expect(await world.validate(link(cases[0]![0]))).toMatchObject({ ok: true });
});

scenario("single values are looked at by validate, and by plan where a variable gives them", async (world) => {
  const dr = host(world, "dr");
  const cases: [(value: unknown) => object, unknown, string][] = [
    [
      (value) => destinationOutbound(world, { source_kafka_cluster: { ...peer("jump", 1), rest_endpoint: value } }),
      "https://x",
      "Invalid combination of arguments",
    ],
    [
      (value) => destinationOutbound(world, { source_kafka_cluster: { id: "lkc-jump", bootstrap_endpoint: value } }),
      null,
      "Invalid combination of arguments",
    ],
    [
      (value) => destinationOutbound(world, { config: { "link.mode": value } }),
      "x",
      '"link.mode" cluster link setting is read-only',
    ],
    [
      (value) =>
        destinationOutbound(world, { destination_kafka_cluster: { ...dr, credentials: { key: value, secret: "s" } } }),
      "",
      "to not be an empty string",
    ],
    [
      (value) =>
        destinationOutbound(world, { destination_kafka_cluster: { ...dr, credentials: { key: "k", secret: value } } }),
      "",
      "to not be an empty string",
    ],
    [
      (value) => destinationOutbound(world, { destination_kafka_cluster: { ...dr, rest_endpoint: value } }),
      "dr.example:443",
      "must start with 'https://'",
    ],
    [(value) => destinationOutbound(world, { link_mode: value }), "destination", "expected link_mode to be one of"],
    [
      (value) => destinationOutbound(world, { connection_mode: value }),
      "BOTH",
      "expected connection_mode to be one of",
    ],
  ];
  for (const [block, value, text] of cases) {
    const constant = await world.validate(link(block(value)));
    expect(constant.errors[0], text).toContain(text);
    const given = link(block("${var.value}"), value);
    const planned = await world.plan(given);
    expect(planned.errors[0], text).toContain(text);
  }
  const unknown = link(destinationOutbound(world, { config: { "link.mode": "${var.value}" } }), "x");
  expect((await world.validate(unknown)).errors).toEqual([]);
});

scenario("a mirror topic's values", async (world) => {
  const topic = (more: object): Configuration => ({
    resource: { confluent_kafka_mirror_topic: { refused: mirror(world, "dr", "jump-to-dr", more) } },
  });
  expect((await world.validate(topic({ status: "STOPPED" }))).errors).toEqual([
    expect.stringContaining("expected status to be one of"),
  ]);
  expect(
    (
      await world.validate(
        topic({ kafka_cluster: { id: "lkc-dr", rest_endpoint: "x", credentials: credentials("dr") } }),
      )
    ).errors,
  ).toEqual([expect.stringContaining("must start with 'https://'")]);
  const nowhere = await world.apply(topic({ kafka_cluster: { id: "lkc-dr", credentials: credentials("dr") } }));
  expect(nowhere.errors).toEqual([expect.stringContaining("error creating Kafka Mirror Topic")]);
  expect(nowhere.requests).toEqual({});
  const noLink = await world.apply(topic({}));
  expect(noLink.errors).toEqual([expect.stringContaining("error creating Kafka Mirror Topic: 404 Not Found")]);
});

scenario("a dialling half without its receiving half", async (world) => {
  const refused = await world.apply(link(source(world, {})));
  expect(refused.errors).toEqual([expect.stringContaining("error creating Cluster Link: 400 Bad Request")]);
  expect(refused.state).toEqual({});
});

scenario("keys that are wrong, and keys without rights", async (world) => {
  const wrong = { ...host(world, "dr"), credentials: { key: "DR1", secret: "wrong" } };
  const denied = await world.apply(link(destinationOutbound(world, { destination_kafka_cluster: wrong })));
  expect(denied.errors).toEqual([expect.stringContaining("error creating Cluster Link: 401 Unauthorized")]);

  const { serviceAccounts } = world.emulator.cloud.state;
  serviceAccounts.set("sa-nobody", { id: "sa-nobody", displayName: "nobody", description: "" });
  world.emulator.adoptKey({ key: "WEAK", secret: "weak", clusterId: "lkc-dr", ownerId: "sa-nobody" });
  const weak = { ...host(world, "dr"), credentials: { key: "WEAK", secret: "weak" } };
  const forbidden = await world.apply(link(destinationOutbound(world, { destination_kafka_cluster: weak })));
  expect(forbidden.errors).toEqual([expect.stringContaining("error creating Cluster Link: 403 Forbidden")]);
});

scenario("an API that fails is asked five times, unless it has no such thing", async (world) => {
  const broken = { on: "lkc-dr", method: "POST", path: "/links" };
  world.emulator.faults.request({ ...broken, status: 503, times: 5 });
  const failed = await world.apply(link(destinationOutbound(world)));
  expect(failed.errors).toEqual([expect.stringContaining("503 Service Unavailable")]);
  expect(failed.writes).toEqual(Array.from({ length: 5 }, () => "lkc-dr POST /links?link_name=jump-to-dr"));

  world.emulator.faults.request({ ...broken, status: 501 });
  const unknown = await world.apply(link(destinationOutbound(world)));
  expect(unknown.errors).toEqual([expect.stringContaining("error creating Cluster Link: 501 Not Implemented")]);
  expect(unknown.writes).toHaveLength(1);

  world.emulator.faults.request({ ...broken, status: 429, times: 2 });
  expect(await world.apply(link(destinationOutbound(world)))).toMatchObject({ ok: true });
});

scenario("an answer that is lost: the link is there and not in the state", async (world) => {
  world.emulator.faults.request({ on: "lkc-dr", method: "POST", path: "/links", cut: true });
  const lost = await world.apply(link(destinationOutbound(world)));
  expect(lost.errors).toEqual([expect.stringContaining("409 Conflict")]);
  expect(lost.state).toEqual({});
  expect(lost.writes).toHaveLength(2);
});
