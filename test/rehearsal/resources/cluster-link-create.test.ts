import { describe, expect, it } from "vitest";
import type { Values } from "../../../lib/rehearsal/provider/resource";
import { clusterLink } from "../../../lib/rehearsal/provider/resources/cluster-link/resource";
import { A, B, C, D, E, LINK_ANSWER, link, settings } from "./links";
import { byName, expectComplete, failureOf, Script } from "./script";

const PLAIN = (user: string, password: string) =>
  `org.apache.kafka.common.security.plain.PlainLoginModule required username="${user}" password="${password}";`;

const CASES = [
  {
    name: "A: DESTINATION, OUTBOUND",
    planned: A,
    host: "https://dr/kafka/v3/clusters/lkc-dr",
    key: "DRKEY:DRKEY-secret",
    id: "lkc-dr/leg",
    body: { source_cluster_id: "lkc-jump" },
    configs: {
      "connection.mode": "OUTBOUND",
      "link.mode": "DESTINATION",
      "bootstrap.servers": "SASL_SSL://jump:9092",
      "security.protocol": "SASL_SSL",
      "sasl.mechanism": "PLAIN",
      "sasl.jaas.config": PLAIN("JUMPKEY", "JUMPKEY-secret"),
    },
  },
  {
    name: "B: DESTINATION, INBOUND",
    planned: B,
    host: "https://jump/kafka/v3/clusters/lkc-jump",
    key: "JUMPKEY:JUMPKEY-secret",
    id: "lkc-jump/leg",
    body: { source_cluster_id: "lkc-primary" },
    configs: {
      "connection.mode": "INBOUND",
      "link.mode": "DESTINATION",
      "bootstrap.servers": "SASL_SSL://primary:9092",
    },
  },
  {
    name: "C: SOURCE, OUTBOUND",
    planned: C,
    host: "https://primary/kafka/v3/clusters/lkc-primary",
    key: "PRIMARYKEY:PRIMARYKEY-secret",
    id: "lkc-primary/leg",
    body: { destination_cluster_id: "lkc-jump" },
    configs: {
      "connection.mode": "OUTBOUND",
      "link.mode": "SOURCE",
      "bootstrap.servers": "SASL_SSL://jump:9092",
      "security.protocol": "SASL_SSL",
      "sasl.mechanism": "PLAIN",
      "sasl.jaas.config": PLAIN("JUMPKEY", "JUMPKEY-secret"),
      "local.security.protocol": "SASL_SSL",
      "local.sasl.mechanism": "PLAIN",
      "local.sasl.jaas.config": PLAIN("PRIMARYKEY", "PRIMARYKEY-secret"),
    },
  },
  {
    name: "D: BIDIRECTIONAL, OUTBOUND",
    planned: D,
    host: "https://primary/kafka/v3/clusters/lkc-primary",
    key: "PRIMARYKEY:PRIMARYKEY-secret",
    id: "lkc-primary/leg",
    body: { remote_cluster_id: "lkc-jump" },
    configs: {
      "connection.mode": "OUTBOUND",
      "remote.link.connection.mode": "INBOUND",
      "link.mode": "BIDIRECTIONAL",
      "bootstrap.servers": "SASL_SSL://jump:9092",
      "security.protocol": "SASL_SSL",
      "sasl.mechanism": "PLAIN",
      "sasl.jaas.config": PLAIN("JUMPKEY", "JUMPKEY-secret"),
      "local.security.protocol": "SASL_SSL",
      "local.sasl.mechanism": "PLAIN",
      "local.sasl.jaas.config": PLAIN("PRIMARYKEY", "PRIMARYKEY-secret"),
    },
  },
  {
    name: "E: BIDIRECTIONAL, INBOUND",
    planned: E,
    host: "https://jump/kafka/v3/clusters/lkc-jump",
    key: "JUMPKEY:JUMPKEY-secret",
    id: "lkc-jump/leg",
    body: { remote_cluster_id: "lkc-primary" },
    configs: {
      "connection.mode": "INBOUND",
      "link.mode": "BIDIRECTIONAL",
      "bootstrap.servers": "SASL_SSL://primary:9092",
    },
  },
];

describe("creation of a link", () => {
  it.each(CASES)("$name", async ({ planned, host, key, id, body, configs }) => {
    const script = new Script([201, {}], LINK_ANSWER, settings());
    const state = await clusterLink.create(planned, planned, script.context());

    expect(script.log).toEqual([
      `POST ${host}/links?link_name=leg as ${key}`,
      "wait 10",
      `GET ${host}/links/leg as ${key}`,
      `GET ${host}/links/leg/configs as ${key}`,
    ]);
    const [sent] = script.bodies as [{ configs: { name: string }[] }];
    expect(script.bodies).toHaveLength(1);
    expect({ ...sent, configs: byName(sent.configs) }).toEqual({ ...body, configs });
    expect(sent.configs).toHaveLength(Object.keys(configs).length);
    expect(state).toEqual({ ...planned, id, cluster_link_id: "cl-1", config: {} });
    expectComplete("confluent_cluster_link", state);
  });

  it("sends the settings too, and keeps those that somebody set", async () => {
    const planned = link({ ...B, config: { "cluster.link.prefix": "", "consumer.offset.sync.enable": "true" } });
    const script = new Script([204, ""], LINK_ANSWER, settings({ "consumer.offset.sync.enable": "true" }));
    const state = await clusterLink.create(planned, planned, script.context());
    expect(byName((script.bodies[0] as { configs: { name: string }[] }).configs)).toEqual({
      "connection.mode": "INBOUND",
      "link.mode": "DESTINATION",
      "bootstrap.servers": "SASL_SSL://primary:9092",
      "cluster.link.prefix": "",
      "consumer.offset.sync.enable": "true",
    });
    expect(state["config"]).toEqual({ "consumer.offset.sync.enable": "true" });
  });

  it("escapes a link name", async () => {
    const script = new Script([201], [200, { link_name: "a/b c" }], settings());
    const planned = { ...B, link_name: "a/b c" };
    const state = await clusterLink.create(planned, planned, script.context());
    expect(script.short).toEqual([
      "POST /kafka/v3/clusters/lkc-jump/links?link_name=a%2Fb+c",
      "wait 10",
      "GET /kafka/v3/clusters/lkc-jump/links/a%2Fb%20c",
      "GET /kafka/v3/clusters/lkc-jump/links/a%2Fb%20c/configs",
    ]);
    expect(state["id"]).toBe("lkc-jump/a/b c");
  });

  it("keeps nothing when it is refused", async () => {
    const refusal = { error_code: 40002, message: "No link of that name waits there." };
    const script = new Script([400, refusal]);
    const error = await failureOf(clusterLink.create(C, C, script.context()));
    expect(error.message).toBe("error creating Cluster Link: 400 Bad Request: No link of that name waits there.");
    expect(error.partial).toBeNull();
    expect(script.log).toHaveLength(1);
  });

  it("keeps the link, tainted, when it cannot be read", async () => {
    const script = new Script([201], [404, { error_code: 404, message: "not yet" }]);
    const error = await failureOf(clusterLink.create(A, A, script.context()));
    expect(error.message).toBe("error reading Cluster Link: 404 Not Found: not yet");
    expect(error.partial).toEqual({ ...A, id: "lkc-dr/leg", cluster_link_id: null, config: null });
  });

  it("keeps a foreign block as it is, and drops credentials of a remote cluster that nobody dials", async () => {
    const planned: Values = { ...B, local_kafka_cluster: A["source_kafka_cluster"]! };
    const first = new Script([201], LINK_ANSWER, settings());
    const state = await clusterLink.create(planned, planned, first.context());
    expect(state["local_kafka_cluster"]).toEqual(planned["local_kafka_cluster"]);

    const waiting: Values = { ...E, remote_kafka_cluster: D["remote_kafka_cluster"]! };
    const second = new Script([201], LINK_ANSWER, settings());
    const { remote_kafka_cluster } = await clusterLink.create(waiting, waiting, second.context());
    expect(remote_kafka_cluster).toMatchObject([{ id: "lkc-jump", credentials: [] }]);
  });

  it("sends empty credentials where a bidirectional link has none for the remote cluster", async () => {
    const planned: Values = { ...D, remote_kafka_cluster: E["remote_kafka_cluster"]! };
    const script = new Script([201], LINK_ANSWER, settings());
    await clusterLink.create(planned, planned, script.context());
    expect(byName((script.bodies[0] as { configs: { name: string }[] }).configs)).toMatchObject({
      "sasl.jaas.config": PLAIN("", ""),
    });
  });
});
