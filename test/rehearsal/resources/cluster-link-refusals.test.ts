import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { clusterLink } from "../../../lib/rehearsal/provider/resources/cluster-link/resource";
import { A, B, bootstrap, C, D, E, link, NO_CLUSTERS, rest } from "./links";
import { failureOf, Script } from "./script";

const said = (config: Values): string[] =>
  (clusterLink.validate?.(config) ?? []).map(
    ({ severity, summary, detail = "" }) => `${severity} ${summary} ${detail}`,
  );

const without = (values: Values, block: string): Values => {
  const [cluster] = values[block] as [Values];
  return { ...values, [block]: [{ ...cluster, credentials: [] }] };
};

const merge = (values: Values, block: string, changes: Values): Values => {
  const [cluster] = values[block] as [Values];
  return { ...values, [block]: [{ ...cluster, ...changes }] };
};

describe("what passes validation and is refused at apply, without a request", () => {
  it.each<[name: string, planned: Values, text: string]>([
    [
      "source credentials on B",
      { ...B, source_kafka_cluster: bootstrap("primary", "PRIMARYKEY") },
      `"credentials" must not be specified for "source_kafka_cluster"`,
    ],
    [
      "SOURCE with INBOUND",
      { ...C, connection_mode: "INBOUND" },
      `source initiated cluster link can't have "INBOUND"="DESTINATION"`,
    ],
    [
      "A without source credentials",
      without(A, "source_kafka_cluster"),
      `"credentials" must be specified for "source_kafka_cluster"`,
    ],
    [
      "A without destination credentials",
      without(A, "destination_kafka_cluster"),
      `"credentials" must be specified for "destination_kafka_cluster"`,
    ],
    [
      "B without destination credentials",
      without(B, "destination_kafka_cluster"),
      `"credentials" must be specified for "destination_kafka_cluster"`,
    ],
    [
      "C without source credentials",
      without(C, "source_kafka_cluster"),
      `"credentials" must be specified for "source_kafka_cluster"`,
    ],
    [
      "C without destination credentials",
      without(C, "destination_kafka_cluster"),
      `"credentials" must be specified for "destination_kafka_cluster"`,
    ],
    [
      "D without local credentials",
      without(D, "local_kafka_cluster"),
      `"credentials" must be specified for "local_kafka_cluster"`,
    ],
    [
      "E without local credentials",
      without(E, "local_kafka_cluster"),
      `"credentials" must be specified for "local_kafka_cluster"`,
    ],
    [
      "A with a REST endpoint for the source",
      { ...A, source_kafka_cluster: rest("jump", "JUMPKEY") },
      `"bootstrap_endpoint" must be specified for "source_kafka_cluster"`,
    ],
    [
      "A with a bootstrap endpoint for the destination",
      { ...A, destination_kafka_cluster: bootstrap("dr", "DRKEY") },
      `"rest_endpoint" must be specified for "destination_kafka_cluster"`,
    ],
    [
      "C with a bootstrap endpoint for the source",
      { ...C, source_kafka_cluster: bootstrap("primary", "PRIMARYKEY") },
      `"rest_endpoint" must be specified for "source_kafka_cluster"`,
    ],
    [
      "C with a REST endpoint for the destination",
      { ...C, destination_kafka_cluster: rest("jump", "JUMPKEY") },
      `"bootstrap_endpoint" must be specified for "destination_kafka_cluster"`,
    ],
    [
      "D with a REST endpoint for the remote cluster",
      { ...D, remote_kafka_cluster: rest("jump", "JUMPKEY") },
      `"bootstrap_endpoint" must be specified for "remote_kafka_cluster"`,
    ],
    [
      "E with a bootstrap endpoint for the local cluster",
      { ...E, local_kafka_cluster: bootstrap("jump", "JUMPKEY") },
      `"rest_endpoint" must be specified for "local_kafka_cluster"`,
    ],
    [
      "A without a source",
      { ...A, source_kafka_cluster: [] },
      `"bootstrap_endpoint" must be specified for "source_kafka_cluster"`,
    ],
    ["no blocks at all", { ...A, ...NO_CLUSTERS }, `"credentials" must be specified for "destination_kafka_cluster"`],
  ])("%s", async (_name, planned, text) => {
    expect(said(planned)).toEqual([]);
    const script = new Script();
    const error = await failureOf(clusterLink.create(planned, planned, script.context()));
    expect(error.message).toBe(`error creating Cluster Link: ${text}`);
    expect(error.partial).toBeNull();
    expect(script.log).toEqual([]);
  });
});

describe("what validation refuses", () => {
  const both = { rest_endpoint: "https://jump", bootstrap_endpoint: "jump:9092" };

  it.each<[name: string, config: Values, texts: readonly string[]]>([
    [
      "both endpoints in one block",
      merge(A, "source_kafka_cluster", both),
      ["Invalid combination of arguments", "only one of", "source_kafka_cluster.0.rest_endpoint"],
    ],
    [
      "no endpoint in a block",
      merge(A, "source_kafka_cluster", { bootstrap_endpoint: null }),
      ["one of", "must be specified"],
    ],
    [
      "an unknown config key",
      { ...A, config: { "no.such.key": "1" } },
      [`"no.such.key" cluster link setting is read-only and cannot be updated`],
    ],
    [
      "a read-only config key",
      { ...A, config: { "acl.sync.ms": "5000", "request.timeout.ms": "1" } },
      [`"request.timeout.ms" cluster link setting is read-only and cannot be updated`],
    ],
    [
      "an empty key",
      merge(A, "source_kafka_cluster", { credentials: [{ key: "", secret: "s" }] }),
      ["expected", "source_kafka_cluster.0.credentials.0.key", "to not be an empty string"],
    ],
    [
      "an empty secret",
      merge(A, "source_kafka_cluster", { credentials: [{ key: "k", secret: "" }] }),
      ["source_kafka_cluster.0.credentials.0.secret", "to not be an empty string"],
    ],
    [
      "a REST endpoint without http",
      merge(A, "destination_kafka_cluster", { rest_endpoint: "dr:443" }),
      ["must start with 'https://'"],
    ],
    ["a link mode of its own", { ...A, link_mode: "destination" }, ["link_mode", "got destination"]],
    ["a connection mode of its own", { ...A, connection_mode: "BOTH" }, ["connection_mode", "got BOTH"]],
  ])("%s", (_name, config, texts) => {
    const [problem = "", ...more] = said(config);
    expect(more).toEqual([]);
    expect(problem).toMatch(/^ERROR/);
    for (const text of texts) expect(problem).toContain(text);
  });

  it("waits while anything in the block or map is not known", () => {
    const unknown = { credentials: [{ key: UNKNOWN, secret: "" }] } as unknown as Values;
    expect(said(merge(A, "source_kafka_cluster", { ...both, ...unknown }))).toEqual([]);
    expect(said(merge(A, "source_kafka_cluster", { bootstrap_endpoint: null, ...unknown }))).toEqual([]);
    expect(said({ ...A, config: { "no.such.key": UNKNOWN } })).toEqual([]);
    expect(said({ ...A, link_mode: UNKNOWN })).toEqual([]);
  });

  it("accepts all five halves, and no config", () => {
    for (const half of [A, B, C, D, E, link({ ...A, config: {} }), link({ ...A, config: null })]) {
      expect(said(half)).toEqual([]);
    }
  });

  it("never repeats a secret", () => {
    const config = merge(A, "source_kafka_cluster", { ...both, credentials: [{ key: "", secret: "very-secret" }] });
    expect(JSON.stringify(said(config))).not.toContain("very-secret");
  });
});
