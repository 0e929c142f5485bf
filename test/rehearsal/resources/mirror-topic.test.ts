import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { mirrorTopic } from "../../../lib/rehearsal/provider/resources/mirror-topic/resource";
import { expectComplete, failureOf, PROVIDER, Script, type Answer } from "./script";

const BASE = "/kafka/v3/clusters/lkc-dr";
const MIRROR = `${BASE}/links/leg/mirrors/orders`;

const planned: Values = {
  id: UNKNOWN,
  mirror_topic_name: UNKNOWN,
  status: UNKNOWN,
  kafka_cluster: [{ id: "lkc-dr", rest_endpoint: "https://dr", credentials: [{ key: "DRKEY", secret: "DRSECRET" }] }],
  cluster_link: [{ link_name: "leg" }],
  source_kafka_topic: [{ topic_name: "orders" }],
};

const existing = (status: string): Values => ({
  ...planned,
  id: "lkc-dr/leg/orders",
  mirror_topic_name: "orders",
  status,
});

const reads = (status: string, topicName = "orders"): Answer => [
  200,
  { link_name: "leg", source_topic_name: "orders", mirror_topic_name: topicName, mirror_status: status },
];

const update = async (script: Script, to: Values, from: Values) => mirrorTopic.update!(to, from, to, script.context());

describe("creation", () => {
  it("names the source topic alone", async () => {
    const script = new Script([201, {}], reads("ACTIVE"));
    const state = await mirrorTopic.create(planned, planned, script.context());
    expect(script.log).toEqual([
      `POST https://dr${BASE}/links/leg/mirrors as DRKEY:DRSECRET`,
      "wait 10",
      `GET https://dr${MIRROR} as DRKEY:DRSECRET`,
    ]);
    expect(script.bodies).toEqual([{ source_topic_name: "orders" }]);
    expect(state).toEqual(existing("ACTIVE"));
    expectComplete("confluent_kafka_mirror_topic", state);
  });

  it("names the mirror topic when it is given", async () => {
    const renamed = { ...planned, mirror_topic_name: "p-orders" };
    const script = new Script([204, ""], reads("ACTIVE", "p-orders"));
    const state = await mirrorTopic.create(renamed, renamed, script.context());
    expect(script.bodies).toEqual([{ source_topic_name: "orders", mirror_topic_name: "p-orders" }]);
    expect(script.short[2]).toBe(`GET ${BASE}/links/leg/mirrors/p-orders`);
    expect(state["id"]).toBe("lkc-dr/leg/p-orders");
  });

  it.each(["PAUSED", "PROMOTED", "FAILED_OVER"])("sends no status: %s becomes ACTIVE", async (status) => {
    const wanted = { ...planned, status };
    const script = new Script([201], reads("ACTIVE"));
    expect((await mirrorTopic.create(wanted, wanted, script.context()))["status"]).toBe("ACTIVE");
    expect(script.bodies).toEqual([{ source_topic_name: "orders" }]);
  });

  it("keeps nothing when it is refused", async () => {
    const script = new Script([400, { error_code: 40035, message: "Topic renaming is not allowed." }]);
    const error = await failureOf(mirrorTopic.create(planned, planned, script.context()));
    expect(error.message).toBe("error creating Kafka Mirror Topic: 400 Bad Request: Topic renaming is not allowed.");
    expect(error.partial).toBeNull();
  });

  it("is tainted when the first read has a status that it does not know", async () => {
    const script = new Script([201], reads("PENDING_MIRROR"));
    const error = await failureOf(mirrorTopic.create(planned, planned, script.context()));
    expect(error.message).toBe("error reading Kafka Mirror Topic: PENDING_MIRROR is not a valid MirrorTopicStatus");
    expect(error.partial).toEqual({ ...planned, id: "lkc-dr/leg/", mirror_topic_name: null, status: null });
  });
});

describe("read", () => {
  it.each(["ACTIVE", "FAILED", "PAUSED", "STOPPED", "PENDING_STOPPED"])("knows %s", async (status) => {
    const script = new Script(reads(status));
    expect(await mirrorTopic.read(existing("ACTIVE"), script.context())).toEqual(existing(status));
    expect(script.short).toEqual([`GET ${MIRROR}`]);
  });

  it.each([
    "SOURCE_UNAVAILABLE",
    "LINK_FAILED",
    "LINK_PAUSED",
    "PENDING_MIRROR",
    "PENDING_SYNCHRONIZE",
    "PENDING_SETUP_FOR_RESTORE",
    "PENDING_RESTORE",
  ])("fails on %s", async (status) => {
    const error = await failureOf(mirrorTopic.read(existing("ACTIVE"), new Script(reads(status)).context()));
    expect(error.message).toBe(`error reading Kafka Mirror Topic: ${status} is not a valid MirrorTopicStatus`);
  });

  it("finds that it is gone, and fails on what is not 404", async () => {
    expect(await mirrorTopic.read(existing("ACTIVE"), new Script([404]).context())).toBeNull();
    const error = await failureOf(mirrorTopic.read(existing("ACTIVE"), new Script([403, ""]).context()));
    expect(error.message).toBe("error reading Kafka Mirror Topic: 403 Forbidden");
  });

  it("fails on a status that is no text", async () => {
    const script = new Script([200, { mirror_status: 7 }]);
    expect((await failureOf(mirrorTopic.read(existing("ACTIVE"), script.context()))).message).toContain(
      "7 is not a valid",
    );
    const silent = new Script([200, {}]);
    expect(await mirrorTopic.read(existing("ACTIVE"), silent.context())).toMatchObject({ status: "" });
  });
});

describe("plan", () => {
  const plan = async (prior: Values | null, proposed: Values) =>
    (await mirrorTopic.plan!({ prior, proposed, config: proposed }, { planned: proposed }, new Script().context()))
      .planned["status"];

  it.each([
    ["STOPPED", "PROMOTED"],
    ["STOPPED", "FAILED_OVER"],
    ["PROMOTED", "FAILED_OVER"],
    ["FAILED_OVER", "PROMOTED"],
  ])("%s to %s is no change", async (from, to) => {
    expect(await plan(existing(from), existing(to))).toBe(from);
  });

  it.each([
    ["ACTIVE", "PROMOTED"],
    ["PAUSED", "FAILED_OVER"],
    ["STOPPED", "ACTIVE"],
    ["FAILED", "FAILED_OVER"],
  ])("%s to %s is one", async (from, to) => {
    expect(await plan(existing(from), existing(to))).toBe(to);
  });

  it("leaves a new one alone", async () => {
    expect(await plan(null, { ...planned, status: "PROMOTED" })).toBe("PROMOTED");
  });

  it("replaces for everything but credentials and status", () => {
    expect([...mirrorTopic.replacedBy].sort()).toEqual([
      "cluster_link.0.link_name",
      "kafka_cluster.0.id",
      "kafka_cluster.0.rest_endpoint",
      "mirror_topic_name",
      "source_kafka_topic.0.topic_name",
    ]);
  });
});

describe("validation", () => {
  const said = (config: Values) => (mirrorTopic.validate?.(config) ?? []).map(({ summary }) => summary);

  it("takes the four statuses of a configuration", () => {
    for (const status of ["ACTIVE", "PAUSED", "PROMOTED", "FAILED_OVER", null, UNKNOWN] as const) {
      expect(said({ ...planned, status })).toEqual([]);
    }
    expect(said({ ...planned, status: "STOPPED" })[0]).toContain("got STOPPED");
  });

  it("looks into the cluster's block", () => {
    const cluster = { id: "lkc-dr", rest_endpoint: "dr:443", credentials: [{ key: "", secret: "s" }] };
    const [endpoint, key, ...more] = said({ ...planned, kafka_cluster: [cluster] });
    expect(endpoint).toContain("must start with 'https://'");
    expect(key).toContain("to not be an empty string");
    expect(more).toEqual([]);
    const open: Values = { ...cluster, credentials: [{ key: "", secret: UNKNOWN }] };
    expect(said({ ...planned, kafka_cluster: [open] })).toEqual([]);
  });
});

describe("change of status", () => {
  it.each([
    ["ACTIVE", "PAUSED", "pause", "PAUSED"],
    ["PAUSED", "ACTIVE", "resume", "ACTIVE"],
    ["ACTIVE", "PROMOTED", "promote", "STOPPED"],
    ["PAUSED", "PROMOTED", "promote", "STOPPED"],
    ["ACTIVE", "FAILED_OVER", "failover", "STOPPED"],
    ["PAUSED", "FAILED_OVER", "failover", "STOPPED"],
  ])("%s to %s", async (from, to, verb, target) => {
    const between = target === "STOPPED" ? [reads("PENDING_STOPPED")] : [];
    const script = new Script([200, { data: [] }], reads(from), ...between, reads(target), reads(target));
    const state = await update(script, existing(to), existing(from));
    const looks = between.length === 0 ? ["wait 2", "wait 60"] : ["wait 2", "wait 60", "wait 60"];
    expect(script.short).toEqual([
      `POST ${BASE}/links/leg/mirrors:${verb}`,
      ...looks.flatMap((wait) => [wait, `GET ${MIRROR}`]),
      `GET ${MIRROR}`,
    ]);
    expect(script.bodies).toEqual([{ mirror_topic_names: ["orders"] }]);
    expect(state).toEqual(existing(target));
    script.expectFinished();
  });

  it.each([
    ["STOPPED", "ACTIVE"],
    ["STOPPED", "PAUSED"],
    ["FAILED", "FAILED_OVER"],
    ["PENDING_STOPPED", "FAILED_OVER"],
    ["FAILED", "PROMOTED"],
  ])("%s to %s is refused, and the old one stays", async (from, to) => {
    const script = new Script();
    const error = await failureOf(update(script, existing(to), existing(from)));
    expect(error.message).toContain(`"${from}"->"${to}" was attempted`);
    for (const legal of [
      "ACTIVE -> PAUSED",
      "PAUSED -> ACTIVE",
      "ACTIVE -> PROMOTED",
      "ACTIVE -> FAILED_OVER",
      "PAUSED -> PROMOTED",
      "PAUSED -> FAILED_OVER",
    ]) {
      expect(error.message).toContain(legal);
    }
    expect(error.partial).toEqual(existing(from));
    expect(script.log).toEqual([]);
  });

  it("gives up after 300 s, with the answer that says why", async () => {
    const why = { data: [{ mirror_topic_name: "orders", error_code: 50000, error_message: "lag is not 0" }] };
    const waiting = Array.from({ length: 5 }, () => reads("PENDING_STOPPED"));
    const script = new Script([200, why], ...waiting);
    const error = await failureOf(update(script, existing("PROMOTED"), existing("ACTIVE")));
    expect(error.message).toContain("timeout while waiting for state to become 'STOPPED'");
    expect(error.message).toContain("last state: 'PENDING_STOPPED', timeout: 5m0s");
    expect(error.message).toContain("lag is not 0");
    expect(script.log.filter((line) => line.startsWith("wait"))).toEqual([
      "wait 2",
      "wait 60",
      "wait 60",
      "wait 60",
      "wait 60",
      "wait 58",
    ]);
    expect(error.partial).toEqual(existing("PROMOTED"));
    script.expectFinished();
  });

  it.each([
    ["SOURCE_UNAVAILABLE", "SOURCE_UNAVAILABLE is not a valid MirrorTopicStatus"],
    ["FAILED", "unexpected state 'FAILED', wanted 'STOPPED'"],
  ])("fails when it sees %s on the way, although it has begun", async (status, text) => {
    const script = new Script([200, ""], reads(status));
    const error = await failureOf(update(script, existing("FAILED_OVER"), existing("ACTIVE")));
    expect(error.message).toContain(text);
    expect(script.short).toEqual([`POST ${BASE}/links/leg/mirrors:failover`, "wait 2", `GET ${MIRROR}`]);
    expect(error.partial).toEqual(existing("FAILED_OVER"));
  });

  it("fails with the refusal of the request", async () => {
    const script = new Script([404, { error_code: 40403, message: "No such mirror." }]);
    const error = await failureOf(update(script, existing("PAUSED"), existing("ACTIVE")));
    expect(error.message).toBe(`error updating Kafka Mirror Topic "lkc-dr/leg/orders": 404 Not Found: No such mirror.`);
  });

  it("is none when only the credentials change: one read with the new ones", async () => {
    const cluster = { id: "lkc-dr", rest_endpoint: "https://dr", credentials: [{ key: "NEW", secret: "N" }] };
    const next = { ...existing("ACTIVE"), kafka_cluster: [cluster] };
    const script = new Script(reads("ACTIVE"));
    expect(await update(script, next, existing("ACTIVE"))).toEqual(next);
    expect(script.log).toEqual([`GET https://dr${MIRROR} as NEW:N`]);
  });
});

describe("deletion", () => {
  it("deletes the topic, and waits until the mirror is gone", async () => {
    const script = new Script([204, ""], reads("STOPPED"), [404]);
    await mirrorTopic.delete(existing("STOPPED"), script.context());
    expect(script.short).toEqual([
      `DELETE ${BASE}/topics/orders`,
      "wait 10",
      `GET ${MIRROR}`,
      "wait 60",
      `GET ${MIRROR}`,
    ]);
  });

  it("of a tainted one takes the source's name", async () => {
    const script = new Script([204, ""], [404]);
    await mirrorTopic.delete(
      { ...planned, id: "lkc-dr/leg/", mirror_topic_name: null, status: null },
      script.context(),
    );
    expect(script.short[0]).toBe(`DELETE ${BASE}/topics/orders`);
  });

  it("fails on what it cannot decode, and when it is refused", async () => {
    const script = new Script([204, ""], reads("LINK_FAILED"));
    const error = await failureOf(mirrorTopic.delete(existing("ACTIVE"), script.context()));
    expect(error.message).toContain("LINK_FAILED is not a valid MirrorTopicStatus");
    const refused = await failureOf(mirrorTopic.delete(existing("ACTIVE"), new Script([401]).context()));
    expect(refused.message).toContain(`error deleting Kafka Mirror Topic "lkc-dr/leg/orders": 401 Unauthorized`);
  });
});

describe("import", () => {
  const environment = {
    IMPORT_KAFKA_REST_ENDPOINT: "https://dr",
    IMPORT_KAFKA_API_KEY: "DRKEY",
    IMPORT_KAFKA_API_SECRET: "DRSECRET",
  };

  it("takes endpoint and key from the environment", async () => {
    const script = new Script(reads("ACTIVE"));
    const state = await mirrorTopic.importState!("lkc-dr/leg/orders", script.context({ environment }));
    expect(state).toEqual(existing("ACTIVE"));
    expect(script.log).toEqual([`GET https://dr${MIRROR} as DRKEY:DRSECRET`]);
    expectComplete("confluent_kafka_mirror_topic", state);
  });

  it("takes those of the provider block first", async () => {
    const kafka = { id: "lkc-other", restEndpoint: "https://there", key: "K", secret: "S" };
    const script = new Script(reads("ACTIVE"));
    await mirrorTopic.importState!(
      "lkc-dr/leg/orders",
      script.context({ environment, provider: { ...PROVIDER, kafka } }),
    );
    expect(script.log).toEqual([`GET https://there${MIRROR} as K:S`]);
  });

  it.each(["lkc-dr/orders", "lkc-dr/a/b/orders"])("refuses %s", async (id) => {
    const error = await failureOf(mirrorTopic.importState!(id, new Script().context({ environment })));
    expect(error.message).toContain("error importing Kafka Mirror Topic: invalid format");
  });

  it.each(Object.keys(environment))("fails without %s", async (name) => {
    const context = new Script().context({ environment: { ...environment, [name]: undefined } });
    const error = await failureOf(mirrorTopic.importState!("lkc-dr/leg/orders", context));
    expect(error.message).toContain(name);
  });

  it("fails when there is no such mirror", async () => {
    const error = await failureOf(
      mirrorTopic.importState!("lkc-dr/leg/orders", new Script([404, ""]).context({ environment })),
    );
    expect(error.message).toBe(`error importing Kafka Mirror Topic "lkc-dr/leg/orders": 404 Not Found`);
  });
});
