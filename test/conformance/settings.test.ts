import { expect } from "vitest";
import { destinationOutbound, peer } from "./blocks";
import { scenario } from "./scenario";
import type { Configuration, World } from "./world";

const LINK = "confluent_cluster_link.last";
const READ = ["GET /links/jump-to-dr", "GET /links/jump-to-dr/configs"];
const FILTERS = '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}';

type Config = Readonly<Record<string, unknown>> | null;

const link = (world: World, config?: Config, more: object = {}): Configuration => ({
  resource: {
    confluent_cluster_link: {
      last: destinationOutbound(world, { ...(config === undefined ? {} : { config }), ...more }),
    },
  },
});

scenario("settings are sent at creation and as a whole when one changes or is added", async (world) => {
  const first = { "consumer.offset.sync.enable": "true", "consumer.offset.group.filters": FILTERS };
  const created = await world.apply(link(world, first));
  expect(created.requests["lkc-dr link jump-to-dr"]?.[0]).toEqual([
    "POST /links?link_name=jump-to-dr",
    { source_cluster_id: "lkc-jump", configs: expect.objectContaining(first) },
  ]);
  expect(created.state[LINK]).toMatchObject({ config: first });

  const more = { ...first, "consumer.offset.sync.ms": "20000", "topic.config.sync.ms": "6000" };
  const changed = await world.apply(link(world, more));
  expect(changed.changes).toEqual({ [LINK]: "update" });
  expect(changed.requests).toEqual({
    "lkc-dr link jump-to-dr": [...READ, ["PUT /links/jump-to-dr/configs:alter", { data: more }], ...READ],
  });
  expect(await world.plan(link(world, more))).toMatchObject({ changes: {}, writes: [] });

  const spaced = await world.plan(
    link(world, { ...more, "consumer.offset.group.filters": FILTERS.replace(":", ": ") }),
  );
  expect(spaced.changes).toEqual({ [LINK]: "update" });
  const numbers = { ...more, "consumer.offset.sync.ms": 20000, "consumer.offset.sync.enable": true };
  expect((await world.plan(link(world, numbers))).changes).toEqual({});
});

scenario("a setting that is taken out cannot be reset", async (world) => {
  const both = { "acl.sync.ms": "5100", "topic.config.sync.ms": "6000" };
  await world.apply(link(world, both));
  const reset = expect.stringContaining("is not supported at the moment");

  const less = await world.apply(link(world, { "topic.config.sync.ms": "7000" }));
  expect(less).toMatchObject({ ok: false, changes: { [LINK]: "update" }, errors: [reset], writes: [] });
  expect(less.state[LINK]).toMatchObject({ config: { "topic.config.sync.ms": "7000" } });
  expect((await world.apply(link(world, { "topic.config.sync.ms": "7000" }))).errors).toEqual([reset]);

  expect((await world.plan(link(world, both))).changes).toEqual({});
  expect((await world.plan(link(world))).changes).toEqual({});
  expect((await world.plan(link(world, null))).changes).toEqual({});
  expect(await world.apply(link(world, {}))).toMatchObject({
    changes: { [LINK]: "update" },
    errors: [reset],
    writes: [],
  });

  const ignored = link(
    world,
    { "topic.config.sync.ms": "7000" },
    { lifecycle: { ignore_changes: ['config["acl.sync.ms"]'] } },
  );
  const kept = await world.apply(ignored);
  expect(kept.requests["lkc-dr link jump-to-dr"]).toEqual([
    ...READ,
    ["PUT /links/jump-to-dr/configs:alter", { data: { "acl.sync.ms": "5100", "topic.config.sync.ms": "7000" } }],
    ...READ,
  ]);
});

scenario("what the API refuses stays in the state until the next refresh", async (world) => {
  const good = { "consumer.offset.sync.ms": "20000" };
  await world.apply(link(world, good));
  const refused = await world.apply(link(world, { "consumer.offset.sync.ms": "1" }));
  expect(refused.errors).toEqual([expect.stringContaining("error updating Cluster Link Config: 400 Bad Request")]);
  expect(refused.state[LINK]).toMatchObject({ config: { "consumer.offset.sync.ms": "1" } });
  expect((await world.plan(link(world, { "consumer.offset.sync.ms": "1" }))).changes).toEqual({ [LINK]: "update" });
  expect((await world.plan(link(world, good))).changes).toEqual({});

  const prefix = await world.apply(link(world, { ...good, "cluster.link.prefix": "dr-" }));
  expect(prefix).toMatchObject({ changes: { [LINK]: "update" } });
  expect(prefix.errors).toEqual([expect.stringContaining("400 Bad Request")]);
});

scenario("settings that somebody else changed", async (world) => {
  const managed = { "topic.config.sync.ms": "6000" };
  await world.apply(link(world, managed));
  const configs = world.emulator.cloud.state.clusters.get("lkc-dr")!.links.get("jump-to-dr")!.configs;
  configs.set("topic.config.sync.ms", "9000");
  const repaired = await world.apply(link(world, managed));
  expect(repaired.changes).toEqual({ [LINK]: "update" });
  expect(configs.get("topic.config.sync.ms")).toBe("6000");

  configs.set("acl.sync.ms", "5100");
  const extra = await world.apply(link(world, managed));
  expect(extra.changes).toEqual({ [LINK]: "update" });
  expect(extra.errors).toEqual([expect.stringContaining("is not supported at the moment")]);
  expect((await world.plan(link(world, { ...managed, "acl.sync.ms": "5100" }))).changes).toEqual({});
  expect((await world.apply(link(world))).state[LINK]).toMatchObject({ config: { ...managed, "acl.sync.ms": "5100" } });
});

scenario("a dialling key and a setting that change together are two requests", async (world) => {
  await world.apply(link(world, { "topic.config.sync.ms": "6000" }));
  const changed = await world.apply(
    link(world, { "topic.config.sync.ms": "7000" }, { source_kafka_cluster: peer("jump", 2) }),
  );
  expect(changed.requests["lkc-dr link jump-to-dr"]).toEqual([
    ...READ,
    [
      "PUT /links/jump-to-dr/configs:alter",
      {
        data: {
          "sasl.jaas.config": { operation: "SET", value: "***" },
          "sasl.mechanism": { operation: "SET", value: "PLAIN" },
        },
      },
    ],
    ["PUT /links/jump-to-dr/configs:alter", { data: { "topic.config.sync.ms": "7000" } }],
    ...READ,
  ]);
  expect(world.settings("dr", "jump-to-dr")["sasl.jaas.config"]).toContain('username="JUMP2"');
});
