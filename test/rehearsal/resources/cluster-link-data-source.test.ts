import { describe, expect, it } from "vitest";
import type { Values } from "../../../lib/rehearsal/provider/resource";
import { clusterLinkData } from "../../../lib/rehearsal/provider/resources/cluster-link/data-source";
import { LINK_ANSWER, settings } from "./links";
import { expectComplete, failureOf, PROVIDER, Script } from "./script";

const config: Values = {
  id: null,
  cluster_link_id: null,
  link_state: null,
  config: null,
  link_name: "leg",
  rest_endpoint: "https://dr",
  kafka_cluster: [{ id: "lkc-dr" }],
  credentials: [{ key: "K", secret: "S" }],
};

describe("data source confluent_cluster_link", () => {
  it("reads state, id and settings, and keeps the key", async () => {
    const script = new Script(LINK_ANSWER, settings({ "acl.sync.ms": "6000" }));
    const state = await clusterLinkData.read(config, script.context());
    expect(state).toEqual({
      ...config,
      id: "lkc-dr/leg",
      cluster_link_id: "cl-1",
      link_state: "ACTIVE",
      config: { "acl.sync.ms": "6000" },
    });
    expect(script.log).toEqual([
      "GET https://dr/kafka/v3/clusters/lkc-dr/links/leg as K:S",
      "GET https://dr/kafka/v3/clusters/lkc-dr/links/leg/configs as K:S",
    ]);
    expectComplete("confluent_cluster_link", state, "data_source_schemas");
  });

  it("prefers the provider block", async () => {
    const kafka = { id: "lkc-9", restEndpoint: "https://nine", key: "PK", secret: "PS" };
    const script = new Script(LINK_ANSWER, settings());
    await clusterLinkData.read(config, script.context({ provider: { ...PROVIDER, kafka } }));
    expect(script.log[0]).toBe("GET https://nine/kafka/v3/clusters/lkc-9/links/leg as PK:PS");
  });

  it("fails when there is no such link", async () => {
    const error = await failureOf(clusterLinkData.read(config, new Script([404, ""]).context()));
    expect(error.message).toBe("error reading Cluster Link: 404 Not Found");
  });

  it("validates", () => {
    expect(clusterLinkData.validate!(config)).toEqual([]);
    expect(clusterLinkData.validate!({ ...config, rest_endpoint: "dr:443" })).toHaveLength(1);
    expect(clusterLinkData.validate!({ ...config, credentials: [{ key: "", secret: "S" }] })).toHaveLength(1);
  });
});
