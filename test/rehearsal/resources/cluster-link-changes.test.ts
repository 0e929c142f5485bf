import { describe, expect, it } from "vitest";
import type { Values } from "../../../lib/rehearsal/provider/resource";
import { clusterLink } from "../../../lib/rehearsal/provider/resources/cluster-link/resource";
import { A, B, bootstrap, C, D, E, existing, LINK_ANSWER, rest, settings } from "./links";
import { byName, expectComplete, failureOf, Script } from "./script";

const update = async (script: Script, planned: Values, prior: Values) =>
  clusterLink.update!(planned, prior, planned, script.context());

const plan = async (prior: Values | null, proposed: Values) =>
  clusterLink.plan!({ prior, proposed, config: proposed }, { planned: proposed }, new Script().context());

const jaas = (key: string) =>
  `org.apache.kafka.common.security.plain.PlainLoginModule required username="${key}" password="${key}-secret";`;

const SET = (value: string) => ({ value, operation: "SET" });

describe("plan", () => {
  it("fills in the modes", async () => {
    const { planned } = await plan(null, { ...A, link_mode: null, connection_mode: null });
    expect(planned).toMatchObject({ link_mode: "DESTINATION", connection_mode: "OUTBOUND" });
    expect((await plan(null, C)).planned).toEqual(C);
  });

  it("replaces for everything but credentials and config", () => {
    const paths = ["source", "destination", "local", "remote"].flatMap((role) => [
      `${role}_kafka_cluster.0.id`,
      `${role}_kafka_cluster.0.rest_endpoint`,
      `${role}_kafka_cluster.0.bootstrap_endpoint`,
    ]);
    expect([...clusterLink.replacedBy].sort()).toEqual(["link_name", "link_mode", "connection_mode", ...paths].sort());
  });
});

describe("new credentials", () => {
  it.each<[name: string, prior: Values, planned: Values, host: string, configs: Record<string, unknown>]>([
    [
      "A, source",
      A,
      { ...A, source_kafka_cluster: bootstrap("jump", "NEW") },
      "dr",
      { "sasl.mechanism": SET("PLAIN"), "sasl.jaas.config": SET(jaas("NEW")) },
    ],
    [
      "A, destination: the source's are sent again",
      A,
      { ...A, destination_kafka_cluster: rest("dr", "NEW") },
      "dr",
      { "sasl.mechanism": SET("PLAIN"), "sasl.jaas.config": SET(jaas("JUMPKEY")) },
    ],
    [
      "C",
      C,
      { ...C, destination_kafka_cluster: bootstrap("jump", "NEW") },
      "primary",
      {
        "sasl.mechanism": SET("PLAIN"),
        "sasl.jaas.config": SET(jaas("NEW")),
        "local.sasl.mechanism": SET("PLAIN"),
        "local.sasl.jaas.config": SET(jaas("PRIMARYKEY")),
      },
    ],
    [
      "D",
      D,
      { ...D, local_kafka_cluster: rest("primary", "NEW") },
      "primary",
      {
        "sasl.mechanism": SET("PLAIN"),
        "sasl.jaas.config": SET(jaas("JUMPKEY")),
        "local.sasl.mechanism": SET("PLAIN"),
        "local.sasl.jaas.config": SET(jaas("NEW")),
      },
    ],
  ])("%s", async (_name, prior, planned, host, configs) => {
    const script = new Script([204, ""], LINK_ANSWER, settings());
    const state = await update(script, existing(planned), existing(prior));
    const base = `/kafka/v3/clusters/lkc-${host}/links/leg`;
    expect(script.short).toEqual([`PUT ${base}/configs:alter`, "wait 10", `GET ${base}`, `GET ${base}/configs`]);
    const [{ data }] = script.bodies as [{ data: { name: string }[] }];
    expect(byName(data)).toEqual(configs);
    expect(state).toEqual({ ...existing(planned), id: `lkc-${host}/leg` });
  });

  it.each<[name: string, prior: Values, planned: Values]>([
    ["B", B, { ...B, destination_kafka_cluster: rest("jump", "NEW") }],
    ["E", E, { ...E, local_kafka_cluster: rest("jump", "NEW") }],
  ])("fail once on %s: no request, and the new key is in the state", async (_name, prior, planned) => {
    const script = new Script();
    const error = await failureOf(update(script, existing(planned), existing(prior)));
    expect(error.message).toBe("error updating Cluster Link: len(credentialConfigs) is 0");
    expect(script.log).toEqual([]);
    expect(error.partial).toEqual(existing(planned));

    const again = new Script(LINK_ANSWER, settings());
    await update(again, existing(planned), existing(planned));
    expect(again.short.map((line) => line.slice(0, 3))).toEqual(["GET", "GET"]);
  });
});

describe("changes of the config", () => {
  const on = { "consumer.offset.sync.enable": "true", "cluster.link.prefix": "p-" };

  it("sends all entries, the prefix included, without an operation", async () => {
    const next = { ...on, "consumer.offset.sync.ms": "1000" };
    const script = new Script([204, ""], LINK_ANSWER, settings(next));
    const state = await update(script, existing(B, next), existing(B, on));
    expect(script.log[0]).toBe(
      "PUT https://jump/kafka/v3/clusters/lkc-jump/links/leg/configs:alter as JUMPKEY:JUMPKEY-secret",
    );
    expect(script.log[1]).toBe("wait 10");
    expect(byName((script.bodies[0] as { data: { name: string }[] }).data)).toEqual({
      "consumer.offset.sync.enable": "true",
      "cluster.link.prefix": "p-",
      "consumer.offset.sync.ms": "1000",
    });
    expect(state["config"]).toEqual(next);
  });

  it("cannot take an entry away, and then changes nothing else either", async () => {
    const script = new Script();
    const planned = existing(B, { "consumer.offset.sync.enable": "false" });
    const error = await failureOf(update(script, planned, existing(B, on)));
    expect(error.message).toContain("reset to cluster link setting's default value operation");
    expect(error.message).toContain("is not supported at the moment");
    expect(error.partial).toEqual(planned);
    expect(script.log).toEqual([]);
  });

  it("cannot be emptied", async () => {
    const error = await failureOf(update(new Script(), existing(B, {}), existing(B, on)));
    expect(error.message).toContain("is not supported at the moment");
  });

  it("keeps what the server refused until the next refresh", async () => {
    const script = new Script([400, { error_code: 40002, message: "The prefix cannot change." }]);
    const planned = existing(B, { ...on, "cluster.link.prefix": "q-" });
    const error = await failureOf(update(script, planned, existing(B, on)));
    expect(error.message).toBe("error updating Cluster Link Config: 400 Bad Request: The prefix cannot change.");
    expect(error.partial).toEqual(planned);
  });

  it("comes after new credentials, in a request of its own", async () => {
    const planned = existing({ ...A, source_kafka_cluster: bootstrap("jump", "NEW") }, on);
    const script = new Script([204, ""], [204, ""], LINK_ANSWER, settings(on));
    await update(script, planned, existing(A));
    expect(script.short.slice(0, 4)).toEqual([
      "PUT /kafka/v3/clusters/lkc-dr/links/leg/configs:alter",
      "wait 10",
      "PUT /kafka/v3/clusters/lkc-dr/links/leg/configs:alter",
      "wait 10",
    ]);
    expect((script.bodies as { data: unknown[] }[]).map(({ data }) => data.length)).toEqual([2, 2]);
  });
});

describe("read", () => {
  it("takes only id and own settings from the API", async () => {
    const script = new Script(LINK_ANSWER, settings({ "acl.sync.ms": "6000" }));
    const state = await clusterLink.read(existing(C), script.context());
    expect(state).toEqual({ ...existing(C, { "acl.sync.ms": "6000" }), id: "lkc-primary/leg" });
    expect(script.short).toEqual([
      "GET /kafka/v3/clusters/lkc-primary/links/leg",
      "GET /kafka/v3/clusters/lkc-primary/links/leg/configs",
    ]);
  });

  it("finds that it is gone", async () => {
    expect(await clusterLink.read(existing(C), new Script([404]).context())).toBeNull();
  });

  it.each([
    [
      [[401, { error_code: 40101, message: "Unauthorized" }]],
      "error reading Cluster Link: 401 Unauthorized: Unauthorized",
    ],
    [[[403, "<html>no</html>"]], `error reading Cluster Link: 403 Forbidden; raw answer: "<html>no</html>"`],
    [[[200, "no json"]], `error reading Cluster Link: the answer is no JSON (7 characters)`],
    [
      [LINK_ANSWER, [404, ""]],
      `error reading Cluster Link: error reading Cluster Link "leg": could not load configs: 404 Not Found`,
    ],
  ] as const)("fails otherwise: %s", async (answers, text) => {
    const error = await failureOf(clusterLink.read(existing(C), new Script(...answers).context()));
    expect(error.message).toBe(text);
  });
});

describe("deletion", () => {
  const base = "/kafka/v3/clusters/lkc-dr/links/leg";

  it("waits until it is gone", async () => {
    const script = new Script([204, ""], LINK_ANSWER, [404]);
    await clusterLink.delete(existing(A), script.context());
    expect(script.short).toEqual([`DELETE ${base}`, "wait 10", `GET ${base}`, "wait 60", `GET ${base}`]);
  });

  it("tells why it cannot", async () => {
    const error = await failureOf(
      clusterLink.delete(existing(A), new Script([400, { message: "Mirrors." }]).context()),
    );
    expect(error.message).toBe(`error deleting Cluster Link "lkc-x/leg": 400 Bad Request: Mirrors.`);
    expect(error.partial).toBeUndefined();
    const later = await failureOf(clusterLink.delete(existing(A), new Script([204, ""], [401]).context()));
    expect(later.message).toContain(`error waiting for Cluster Link "lkc-x/leg" to be deleted: 401 Unauthorized`);
  });

  it("gives up after an hour", async () => {
    const still = Array.from({ length: 61 }, () => LINK_ANSWER);
    const script = new Script([204, ""], ...still);
    const error = await failureOf(clusterLink.delete(existing(A), script.context()));
    expect(error.message).toContain("timeout while waiting for state to become 'DONE'");
    expect(error.message).toContain("timeout: 1h0m0s");
    const waited = script.log.filter((line) => line.startsWith("wait ")).map((line) => Number(line.slice(5)));
    expect(waited.reduce((sum, seconds) => sum + seconds, 0)).toBe(3600);
  });
});

describe("import", () => {
  const environmentOf = (entries: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [`IMPORT_${name}`, value]));

  const jump = { REST_ENDPOINT: "https://jump", API_KEY: "JUMPKEY", API_SECRET: "JUMPKEY-secret" };
  const named = (role: string, values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${role}_KAFKA_${name}`, value]));

  it("B: what the environment names, then the same GETs as a read", async () => {
    const environment = environmentOf({
      ...named("DESTINATION", jump),
      ...named("SOURCE", { BOOTSTRAP_ENDPOINT: "SASL_SSL://primary:9092" }),
      ...named("LOCAL", jump),
    });
    const script = new Script(LINK_ANSWER, settings({ "acl.sync.ms": "6000" }));
    const state = await clusterLink.importState!(
      "leg/DESTINATION/INBOUND/lkc-primary/lkc-jump",
      script.context({ environment }),
    );
    expect(state).toEqual({ ...existing(B, { "acl.sync.ms": "6000" }), id: "lkc-jump/leg" });
    expect(script.log).toEqual([
      "GET https://jump/kafka/v3/clusters/lkc-jump/links/leg as JUMPKEY:JUMPKEY-secret",
      "GET https://jump/kafka/v3/clusters/lkc-jump/links/leg/configs as JUMPKEY:JUMPKEY-secret",
    ]);
    expectComplete("confluent_cluster_link", state);
  });

  it("D: local and remote", async () => {
    const environment = environmentOf({
      ...named("LOCAL", { REST_ENDPOINT: "https://primary", API_KEY: "PRIMARYKEY", API_SECRET: "PRIMARYKEY-secret" }),
      ...named("REMOTE", {
        BOOTSTRAP_ENDPOINT: "SASL_SSL://jump:9092",
        API_KEY: "JUMPKEY",
        API_SECRET: "JUMPKEY-secret",
      }),
    });
    const script = new Script(LINK_ANSWER, settings());
    const state = await clusterLink.importState!(
      "leg/BIDIRECTIONAL/OUTBOUND/lkc-primary/lkc-jump",
      script.context({ environment }),
    );
    expect(state).toEqual({ ...existing(D), id: "lkc-primary/leg" });
  });

  it("C without the peer's endpoint and key: absent, so that the plan shows it", async () => {
    const environment = environmentOf(
      named("SOURCE", { REST_ENDPOINT: "https://primary", API_KEY: "PRIMARYKEY", API_SECRET: "PRIMARYKEY-secret" }),
    );
    const script = new Script(LINK_ANSWER, settings());
    const state = await clusterLink.importState!(
      "leg/SOURCE/OUTBOUND/lkc-primary/lkc-jump",
      script.context({ environment }),
    );
    expect(state["destination_kafka_cluster"]).toEqual([
      { id: "lkc-jump", rest_endpoint: null, bootstrap_endpoint: null, credentials: [] },
    ]);
    expect(state["source_kafka_cluster"]).toEqual(C["source_kafka_cluster"]);
  });

  it.each(["lkc-jump/leg", "a/b/DESTINATION/INBOUND/lkc-primary/lkc-jump"])("refuses %s", async (id) => {
    const error = await failureOf(clusterLink.importState!(id, new Script().context()));
    expect(error.message).toContain("error importing Cluster Link: invalid format");
  });

  it("fails when there is no such link", async () => {
    const operation = clusterLink.importState!(
      "leg/SOURCE/OUTBOUND/lkc-primary/lkc-jump",
      new Script([404, ""]).context(),
    );
    expect((await failureOf(operation)).message).toContain("404 Not Found");
  });
});
