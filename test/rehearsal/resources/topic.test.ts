import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { topic } from "../../../lib/rehearsal/provider/resources/topic/resource";
import { expectComplete, failureOf, NO_KAFKA, PROVIDER, Script, type Answer } from "./script";

const TOPIC = "/kafka/v3/clusters/lkc-1/topics/orders";

const planned: Values = {
  id: UNKNOWN,
  topic_name: "orders",
  partitions_count: 6,
  rest_endpoint: "https://one",
  config: UNKNOWN,
  kafka_cluster: [{ id: "lkc-1" }],
  credentials: [{ key: "K", secret: "S" }],
};

const existing = (config: Values = {}, partitions = 6): Values => ({
  ...planned,
  id: "lkc-1/orders",
  config,
  partitions_count: partitions,
});

const TOPIC_ANSWER: Answer = [200, { topic_name: "orders", partitions_count: 6 }];

const settings = (own: Readonly<Record<string, string>> = {}): Answer => [
  200,
  {
    data: [
      { name: "retention.bytes", value: "-1", source: "DEFAULT_CONFIG" },
      { name: "confluent.topic.type", value: "standard", source: "DYNAMIC_TOPIC_CONFIG" },
      { name: "segment.ms", value: null, source: "DYNAMIC_TOPIC_CONFIG" },
      ...Object.entries(own).map(([name, value]) => ({ name, value, source: "DYNAMIC_TOPIC_CONFIG" })),
    ],
  },
];

const update = async (script: Script, to: Values, from: Values) => topic.update!(to, from, to, script.context());

describe("topic: creation", () => {
  it("sends name, partitions and settings", async () => {
    const wanted = { ...planned, config: { "retention.ms": "1000" } };
    const script = new Script([201, {}], TOPIC_ANSWER, settings({ "retention.ms": "1000" }));
    const state = await topic.create(wanted, wanted, script.context());
    expect(script.log).toEqual([
      "POST https://one/kafka/v3/clusters/lkc-1/topics as K:S",
      "wait 10",
      `GET https://one${TOPIC} as K:S`,
      `GET https://one${TOPIC}/configs as K:S`,
    ]);
    expect(script.bodies).toEqual([
      { topic_name: "orders", partitions_count: 6, configs: [{ name: "retention.ms", value: "1000" }] },
    ]);
    expect(state).toEqual(existing({ "retention.ms": "1000" }));
    expectComplete("confluent_kafka_topic", state);
  });

  it("sends an empty list without settings", async () => {
    const script = new Script([201], TOPIC_ANSWER, settings());
    await topic.create(planned, planned, script.context());
    expect(script.bodies).toEqual([{ topic_name: "orders", partitions_count: 6, configs: [] }]);
  });

  it("prefers the cluster of the provider block, and then keeps none of its own", async () => {
    const kafka = { id: "lkc-9", restEndpoint: "https://nine", key: "PK", secret: "PS" };
    const bare = { ...planned, rest_endpoint: null, kafka_cluster: [], credentials: [] };
    const script = new Script([201], TOPIC_ANSWER, settings());
    const state = await topic.create(bare, bare, script.context({ provider: { ...PROVIDER, kafka } }));
    expect(script.log[0]).toBe("POST https://nine/kafka/v3/clusters/lkc-9/topics as PK:PS");
    expect(state).toMatchObject({ id: "lkc-9/orders", rest_endpoint: null, kafka_cluster: [], credentials: [] });
  });

  it.each([
    ["rest_endpoint", { ...planned, rest_endpoint: null }],
    ["kafka_cluster.id", { ...planned, kafka_cluster: [] }],
    ["credentials", { ...planned, credentials: [] }],
  ])("needs %s from somewhere", async (what, wanted) => {
    const error = await failureOf(topic.create(wanted, wanted, new Script().context()));
    expect(error.message).toContain(what);
    expect(error.partial).toBeNull();
  });

  it("takes the id alone from the provider block too", async () => {
    const script = new Script([201], TOPIC_ANSWER, settings());
    const provider = { ...PROVIDER, kafka: { ...NO_KAFKA, id: "lkc-9" } };
    await topic.create(planned, planned, script.context({ provider }));
    expect(script.log[0]).toBe("POST https://one/kafka/v3/clusters/lkc-9/topics as K:S");
  });

  it("keeps the topic when it cannot be read", async () => {
    const script = new Script([201], [404, ""]);
    const error = await failureOf(topic.create(planned, planned, script.context()));
    expect(error.message).toBe("error reading Kafka Topic: 404 Not Found");
    expect(error.partial).toEqual({ ...existing(), config: null });
  });
});

describe("topic: plan and validation", () => {
  const plan = async (prior: Values | null, proposed: Values) =>
    topic.plan!({ prior, proposed, config: proposed }, { planned: proposed }, new Script().context());

  it("has 6 partitions unless told otherwise", async () => {
    expect((await plan(null, { ...planned, partitions_count: null })).planned["partitions_count"]).toBe(6);
    expect((await plan(null, { ...planned, partitions_count: 12 })).planned["partitions_count"]).toBe(12);
  });

  it("replaces for fewer partitions alone", async () => {
    expect((await plan(existing({}, 6), existing({}, 3))).replace).toEqual([["partitions_count"]]);
    expect((await plan(existing({}, 6), existing({}, 6))).replace).toBeUndefined();
    expect((await plan(existing({}, 6), existing({}, 12))).replace).toBeUndefined();
    expect(topic.replacedBy).toEqual(["kafka_cluster.0.id", "topic_name"]);
  });

  it.each([
    [{ topic_name: "no spaces" }, "topic name"],
    [{ partitions_count: 0 }, "at least 1"],
    [{ rest_endpoint: "one:443" }, "must start with 'https://'"],
    [{ kafka_cluster: [{ id: "one" }] }, "lkc-"],
    [{ credentials: [{ key: "", secret: "S" }] }, "to not be an empty string"],
  ])("refuses %j", (wrong, text) => {
    const [first, ...more] = topic.validate!({ ...planned, ...wrong });
    expect(first?.summary).toContain(text);
    expect(more).toEqual([]);
  });

  it("accepts what is right", () => {
    expect(topic.validate!(planned)).toEqual([]);
  });
});

describe("topic: update", () => {
  it("adds partitions", async () => {
    const script = new Script([200, {}]);
    expect(await update(script, existing({}, 12), existing({}, 6))).toEqual(existing({}, 12));
    expect(script.short).toEqual([`PATCH ${TOPIC}`, "wait 10"]);
    expect(script.bodies).toEqual([{ partitions_count: 12 }]);
  });

  it("keeps the old number when it is refused", async () => {
    const script = new Script([400, { error_code: 40002, message: "Too many." }]);
    const error = await failureOf(update(script, existing({}, 12), existing({}, 6)));
    expect(error.message).toContain("Too many.");
    expect(error.partial).toEqual(existing({}, 6));
  });

  it("sends changed settings, and resets removed ones", async () => {
    const from = existing({ "retention.ms": "1", "cleanup.policy": "compact", "segment.bytes": "1" });
    const to = existing({ "retention.ms": "2", "cleanup.policy": "compact", "min.insync.replicas": "1" });
    const script = new Script([204, ""], settings({ "retention.ms": "2" }));
    expect(await update(script, to, from)).toEqual(to);
    expect(script.short).toEqual([`POST ${TOPIC}/configs:alter`, "wait 10", `GET ${TOPIC}/configs`]);
    expect(script.bodies).toEqual([
      {
        data: [
          { name: "segment.bytes", operation: "DELETE" },
          { name: "retention.ms", value: "2" },
          { name: "min.insync.replicas", value: "1" },
        ],
      },
    ]);
  });

  it("refuses read-only settings", async () => {
    const changed = await failureOf(update(new Script(), existing({ "flush.ms": "1" }), existing()));
    expect(changed.message).toContain(`"flush.ms" topic setting is read-only and cannot be updated`);
    const removed = await failureOf(update(new Script(), existing(), existing({ "flush.ms": "1" })));
    expect(removed.message).toContain(`"flush.ms" topic setting is read-only and cannot be reset or removed`);
    expect(removed.partial).toEqual(existing());
  });

  it("fails when a setting did not change", async () => {
    const script = new Script([204, ""], settings({ "retention.ms": "1" }));
    const error = await failureOf(update(script, existing({ "retention.ms": "2" }), existing({ "retention.ms": "1" })));
    expect(error.message).toContain("retention.ms");
  });

  it("of the key alone calls nobody", async () => {
    const next = { ...existing(), credentials: [{ key: "N", secret: "N" }] };
    expect(await update(new Script(), next, existing())).toEqual(next);
  });
});

describe("topic: read, deletion, import", () => {
  it("reads", async () => {
    const script = new Script([200, { topic_name: "orders", partitions_count: 12 }], settings({ "retention.ms": "5" }));
    expect(await topic.read(existing(), script.context())).toEqual(existing({ "retention.ms": "5" }, 12));
    expect(await topic.read(existing(), new Script([404]).context())).toBeNull();
    expect((await failureOf(topic.read(existing(), new Script([401]).context()))).message).toContain("401");
    const silent = new Script([200, {}], [200, {}]);
    expect(await topic.read(existing(), silent.context())).toMatchObject({ topic_name: "", partitions_count: 0 });
  });

  it("deletes and waits", async () => {
    const script = new Script([204, ""], TOPIC_ANSWER, [404]);
    await topic.delete(existing(), script.context());
    expect(script.short).toEqual([`DELETE ${TOPIC}`, "wait 10", `GET ${TOPIC}`, "wait 60", `GET ${TOPIC}`]);
  });

  it("imports", async () => {
    const environment = {
      IMPORT_KAFKA_REST_ENDPOINT: "https://one",
      IMPORT_KAFKA_API_KEY: "K",
      IMPORT_KAFKA_API_SECRET: "S",
    };
    const script = new Script(TOPIC_ANSWER, settings());
    const state = await topic.importState!("lkc-1/orders", script.context({ environment }));
    expect(state).toEqual(existing());
    expectComplete("confluent_kafka_topic", state);
    expect(script.short).toEqual([`GET ${TOPIC}`, `GET ${TOPIC}/configs`]);
    const error = await failureOf(topic.importState!("orders", script.context({ environment })));
    expect(error.message).toContain("invalid format");
  });
});
