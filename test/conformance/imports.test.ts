import { expect } from "vitest";
import {
  bidirectionalInbound,
  bidirectionalOutbound,
  destinationInbound,
  destinationOutbound,
  mirror,
  sourceOutbound,
  topic,
} from "./blocks";
import { KEYS, bootstrap } from "./clusters";
import { scenario } from "./scenario";
import type { Environment } from "./side";
import type { Blocks, Configuration, World } from "./world";

const LINK = "confluent_cluster_link";
const NO_CHANGES = { ok: true, changes: {}, writes: [] };
const twice = (...requests: string[]): string[] => [...requests, ...requests];
const read = (name: string): string[] => twice(`GET /links/${name}`, `GET /links/${name}/configs`);

type Role = "SOURCE" | "DESTINATION" | "LOCAL" | "REMOTE";
type Name = keyof typeof KEYS;

const restOf = (world: World, role: Role, name: Name): Environment => ({
  [`IMPORT_${role}_KAFKA_REST_ENDPOINT`]: world.rest(name),
  ...keyOf(role, name),
});
const bootstrapOf = (role: Role, name: Name): Environment => ({
  [`IMPORT_${role}_KAFKA_BOOTSTRAP_ENDPOINT`]: bootstrap(name),
});
const keyOf = (role: Role, name: Name): Environment => ({
  [`IMPORT_${role}_KAFKA_API_KEY`]: KEYS[name][0].key,
  [`IMPORT_${role}_KAFKA_API_SECRET`]: KEYS[name][0].secret,
});

/** Creates, forgets, imports by an import block, and finds no difference without the environment. */
async function adopts(
  world: World,
  address: string,
  id: string,
  environment: Environment,
  configurations: { readonly all: Blocks; readonly alone: Blocks },
): Promise<readonly unknown[]> {
  const created = await world.apply({ resource: configurations.all });
  expect(created.errors).toEqual([]);
  world.forget();
  const alone: Configuration = { resource: configurations.alone };
  const imported = await world.applyWith(environment, { ...alone, import: [{ to: address, id }] });
  expect(imported).toMatchObject({ errors: [], writes: [] });
  expect({ ...imported.state[address], timeouts: null }).toMatchObject(created.state[address]!);
  expect(await world.plan(alone)).toMatchObject(NO_CHANGES);
  return Object.values(imported.requests)[0]!;
}

scenario("a link that dials from its destination is adopted", async (world) => {
  const links = { [LINK]: { last: destinationOutbound(world, { config: { "topic.config.sync.ms": "6000" } }) } };
  const environment = {
    ...restOf(world, "DESTINATION", "dr"),
    ...bootstrapOf("SOURCE", "jump"),
    ...keyOf("SOURCE", "jump"),
  };
  const id = "jump-to-dr/DESTINATION/OUTBOUND/lkc-jump/lkc-dr";
  const requests = await adopts(world, `${LINK}.last`, id, environment, { all: links, alone: links });
  expect(requests).toEqual(read("jump-to-dr"));

  world.forget();
  const again = { resource: links, import: [{ to: `${LINK}.last`, id }] };
  const noPeer = { ...restOf(world, "DESTINATION", "dr"), ...keyOf("SOURCE", "jump") };
  const replaced = await world.planWith(noPeer, again);
  expect(replaced.changes).toEqual({ [`${LINK}.last`]: "replace" });

  expect((await world.planWith({}, again)).errors).toEqual([expect.stringContaining("error importing Cluster Link")]);
  const missing = {
    resource: links,
    import: [{ to: `${LINK}.last`, id: "other/DESTINATION/OUTBOUND/lkc-jump/lkc-dr" }],
  };
  expect((await world.planWith(environment, missing)).errors).toEqual([expect.stringContaining("404 Not Found")]);
  const short = { resource: links, import: [{ to: `${LINK}.last`, id: "jump-to-dr/DESTINATION/OUTBOUND" }] };
  expect((await world.planWith(environment, short)).errors).toEqual([expect.stringContaining("invalid format")]);
});

scenario("a receiving half is adopted", async (world) => {
  const links = { [LINK]: { receiving: destinationInbound(world) } };
  const environment = { ...restOf(world, "DESTINATION", "jump"), ...bootstrapOf("SOURCE", "primary") };
  const id = "primary-to-jump/DESTINATION/INBOUND/lkc-primary/lkc-jump";
  const requests = await adopts(world, `${LINK}.receiving`, id, environment, { all: links, alone: links });
  expect(requests).toEqual(read("primary-to-jump"));
});

scenario("a dialling half is adopted", async (world) => {
  const all = { [LINK]: { receiving: destinationInbound(world), dialling: sourceOutbound(world) } };
  const alone = { [LINK]: { dialling: sourceOutbound(world, { depends_on: [] }) } };
  const environment = {
    ...restOf(world, "SOURCE", "primary"),
    ...bootstrapOf("DESTINATION", "jump"),
    ...keyOf("DESTINATION", "jump"),
  };
  const id = "primary-to-jump/SOURCE/OUTBOUND/lkc-primary/lkc-jump";
  const requests = await adopts(world, `${LINK}.dialling`, id, environment, { all, alone });
  expect(requests).toEqual(read("primary-to-jump"));

  world.forget();
  const noKey = { ...restOf(world, "SOURCE", "primary"), ...bootstrapOf("DESTINATION", "jump") };
  const updated = await world.applyWith(noKey, { resource: alone, import: [{ to: `${LINK}.dialling`, id }] });
  expect(updated).toMatchObject({ ok: true, writes: ["lkc-primary PUT /links/primary-to-jump/configs:alter"] });
  expect(await world.plan({ resource: alone })).toMatchObject(NO_CHANGES);
});

scenario("the clusters of a bidirectional link are adopted", async (world) => {
  const all = { [LINK]: { waiting: bidirectionalInbound(world), dialling: bidirectionalOutbound(world) } };
  const alone = { [LINK]: { dialling: bidirectionalOutbound(world, { depends_on: [] }) } };
  const environment = {
    ...restOf(world, "LOCAL", "primary"),
    ...bootstrapOf("REMOTE", "jump"),
    ...keyOf("REMOTE", "jump"),
  };
  const requests = await adopts(
    world,
    `${LINK}.dialling`,
    "both-ways/BIDIRECTIONAL/OUTBOUND/lkc-primary/lkc-jump",
    environment,
    { all, alone },
  );
  expect(requests).toEqual(read("both-ways"));

  world.forget();
  const waiting = { [LINK]: { waiting: bidirectionalInbound(world) } };
  const id = "both-ways/BIDIRECTIONAL/INBOUND/lkc-jump/lkc-primary";
  const adopted = await world.applyWith(
    { ...restOf(world, "LOCAL", "jump"), ...bootstrapOf("REMOTE", "primary") },
    { resource: waiting, import: [{ to: `${LINK}.waiting`, id }] },
  );
  expect(adopted).toMatchObject({ errors: [], writes: [] });
  expect(await world.plan({ resource: waiting })).toMatchObject(NO_CHANGES);
});

const ON_DR = (world: World): Environment => ({
  IMPORT_KAFKA_REST_ENDPOINT: world.rest("dr"),
  IMPORT_KAFKA_API_KEY: KEYS.dr[0].key,
  IMPORT_KAFKA_API_SECRET: KEYS.dr[0].secret,
});

scenario("a mirror topic is adopted", async (world) => {
  const all = {
    confluent_kafka_topic: { source: topic(world, "jump") },
    [LINK]: { last: destinationOutbound(world) },
    confluent_kafka_mirror_topic: {
      orders: mirror(world, "dr", "jump-to-dr", { depends_on: [`${LINK}.last`, "confluent_kafka_topic.source"] }),
    },
  };
  const alone = { confluent_kafka_mirror_topic: { orders: mirror(world, "dr", "jump-to-dr") } };
  const address = "confluent_kafka_mirror_topic.orders";
  const requests = await adopts(world, address, "lkc-dr/jump-to-dr/orders", ON_DR(world), { all, alone });
  expect(requests).toEqual(twice("GET /links/jump-to-dr/mirrors/orders"));

  world.forget();
  const again = (id: string): Configuration => ({ resource: alone, import: [{ to: address, id }] });
  const noEnvironment = await world.planWith({}, again("lkc-dr/jump-to-dr/orders"));
  expect(noEnvironment.errors).toEqual([expect.stringContaining("IMPORT_KAFKA_REST_ENDPOINT")]);
  expect((await world.planWith(ON_DR(world), again("lkc-dr/jump-to-dr"))).errors).toEqual([
    expect.stringContaining("invalid format"),
  ]);
  expect((await world.planWith(ON_DR(world), again("lkc-dr/jump-to-dr/other"))).errors).toEqual([
    expect.stringContaining("404 Not Found"),
  ]);
});

scenario("a topic is adopted", async (world) => {
  const topics = { confluent_kafka_topic: { orders: topic(world, "dr", { config: { "retention.ms": "600000" } }) } };
  const requests = await adopts(world, "confluent_kafka_topic.orders", "lkc-dr/orders", ON_DR(world), {
    all: topics,
    alone: topics,
  });
  expect(requests).toEqual(twice("GET /topics/orders", "GET /topics/orders/configs"));
  world.forget();
  const again = (id: string): Configuration => ({
    resource: topics,
    import: [{ to: "confluent_kafka_topic.orders", id }],
  });
  expect((await world.planWith({}, again("lkc-dr/orders"))).errors).toEqual([
    expect.stringContaining("IMPORT_KAFKA_REST_ENDPOINT"),
  ]);
  expect((await world.planWith(ON_DR(world), again("orders"))).errors).toEqual([
    expect.stringContaining("invalid format"),
  ]);
});
