import { expect } from "vitest";
import { scenario } from "./scenario";
import { destinationOutbound, credentials } from "./blocks";
import type { Configuration } from "./world";

const CLUSTER = "confluent_kafka_cluster.made";
const THING = "cloud /cmk/v2/clusters";
const ENVIRONMENT = { id: "env-existing" };

const cluster = (more: object = {}, type: object = { dedicated: { cku: 1 } }): Configuration => ({
  resource: {
    confluent_kafka_cluster: {
      made: {
        display_name: "made",
        availability: "SINGLE_ZONE",
        cloud: "AZURE",
        region: "germanywestcentral",
        environment: ENVIRONMENT,
        ...type,
        ...more,
      },
    },
  },
});

scenario("a Dedicated cluster's life", async (world) => {
  const created = await world.apply(cluster());
  expect(created.errors).toEqual([]);
  const { id } = created.state[CLUSTER] as { id: string };
  const read = `GET /cmk/v2/clusters/${id}?environment=env-existing`;
  expect(created.requests[THING]?.[0]).toMatchObject([
    "POST /cmk/v2/clusters",
    {
      spec: {
        display_name: "made",
        availability: "SINGLE_ZONE",
        cloud: "AZURE",
        region: "germanywestcentral",
        config: { kind: "Dedicated", cku: 1 },
        environment: { id: "env-existing" },
      },
    },
  ]);
  expect(new Set(created.requests[THING]!.slice(1))).toEqual(new Set([read]));
  expect(created.state[CLUSTER]).toMatchObject({
    dedicated: [{ cku: 1 }],
    rbac_crn: expect.stringMatching(new RegExp(`/cloud-cluster=${id}$`, "u")),
  });
  expect(await world.plan(cluster())).toMatchObject({ changes: {}, requests: { [THING]: [read] } });
  expect((await world.plan(cluster({ availability: "LOW" }))).changes).toEqual({});

  const renamed = await world.apply(cluster({ display_name: "renamed" }));
  expect(renamed.changes).toEqual({ [CLUSTER]: "update" });
  expect(renamed.requests[THING]).toMatchObject([
    read,
    [`PATCH /cmk/v2/clusters/${id}`, { spec: { display_name: "renamed", environment: { id: "env-existing" } } }],
    read,
  ]);
  for (const more of [
    { availability: "HIGH" },
    { region: "westeurope" },
    { cloud: "AWS" },
    { environment: { id: "env-other" } },
  ]) {
    expect((await world.plan(cluster({ display_name: "renamed", ...more }))).changes, JSON.stringify(more)).toEqual({
      [CLUSTER]: "replace",
    });
  }
  const downgrade = await world.plan(cluster({ display_name: "renamed" }, { standard: {} }));
  expect(downgrade.errors).toEqual([expect.stringContaining("can only be upgraded from 'Basic' to 'Standard'")]);

  world.forget();
  const adopted = await world.apply({
    ...cluster({ display_name: "renamed" }),
    import: [{ to: CLUSTER, id: `env-existing/${id}` }],
  });
  expect(adopted).toMatchObject({ errors: [], writes: [], requests: { [THING]: [read, read] } });
  const destroyed = await world.destroy(cluster({ display_name: "renamed" }));
  expect(destroyed.requests[THING]?.slice(0, 3)).toEqual([
    read,
    `DELETE /cmk/v2/clusters/${id}?environment=env-existing`,
    read,
  ]);
});

scenario("a cluster of one type, with capacity for its zones", async (world) => {
  const both = await world.validate(cluster({}, { dedicated: { cku: 1 }, standard: {} }));
  expect(both.errors.length).toBeGreaterThan(0);
  expect(both.errors[0]).toContain("Invalid combination of arguments");
  expect((await world.validate(cluster({}, {}))).errors[0]).toContain("Invalid combination of arguments");
  const small = await world.apply(cluster({ availability: "MULTI_ZONE" }));
  expect(small.errors).toEqual([expect.stringMatching(/at least 2 CKUs/u)]);
  expect(small.requests).toEqual({});
});

scenario("clusters and links that are only looked up", async (world) => {
  const data = (type: string, more: object): Configuration => ({ data: { [type]: { found: more } } });
  const byId = await world.apply(data("confluent_kafka_cluster", { id: "lkc-jump", environment: ENVIRONMENT }));
  expect(byId.requests).toEqual({ [THING]: ["GET /cmk/v2/clusters/lkc-jump?environment=env-existing"] });
  expect(byId.state["data.confluent_kafka_cluster.found"]).toMatchObject({
    display_name: "jump",
    dedicated: [{ cku: 1 }],
  });
  const byName = await world.apply(data("confluent_kafka_cluster", { display_name: "dr", environment: ENVIRONMENT }));
  expect(byName.requests).toEqual({ [THING]: ["GET /cmk/v2/clusters?environment=env-existing&page_size=99"] });
  expect(byName.state["data.confluent_kafka_cluster.found"]).toMatchObject({ id: "lkc-dr" });
  const nobody = await world.apply(
    data("confluent_kafka_cluster", { display_name: "nobody", environment: ENVIRONMENT }),
  );
  expect(nobody.errors).toEqual([expect.stringMatching(/with "display_name"="nobody" was (not )?found/u)]);
  const two = await world.validate(
    data("confluent_kafka_cluster", { id: "lkc-dr", display_name: "dr", environment: ENVIRONMENT }),
  );
  expect(two.errors[0]).toContain("Invalid combination of arguments");
});

scenario("a link that is only looked up", async (world) => {
  const links = {
    confluent_cluster_link: { last: destinationOutbound(world, { config: { "topic.config.sync.ms": "6000" } }) },
  };
  await world.apply({ resource: links });
  world.forget();
  const found = (name: string): Configuration => ({
    data: {
      confluent_cluster_link: {
        found: {
          link_name: name,
          kafka_cluster: { id: "lkc-dr" },
          rest_endpoint: world.rest("dr"),
          credentials: credentials("dr"),
        },
      },
    },
  });
  const link = await world.apply(found("jump-to-dr"));
  expect(link.requests).toEqual({
    "lkc-dr link jump-to-dr": ["GET /links/jump-to-dr", "GET /links/jump-to-dr/configs"],
  });
  expect(link.state["data.confluent_cluster_link.found"]).toMatchObject({
    id: "lkc-dr/jump-to-dr",
    link_state: "ACTIVE",
    config: { "topic.config.sync.ms": "6000" },
  });
  const missing = await world.plan(found("other"));
  expect(missing.errors).toEqual([expect.stringMatching(/error reading Cluster Link: .*404 Not Found/u)]);
});
