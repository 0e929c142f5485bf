import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { kafkaClusterData } from "../../../lib/rehearsal/provider/resources/kafka-cluster/data-source";
import { kafkaCluster } from "../../../lib/rehearsal/provider/resources/kafka-cluster/resource";
import { expectComplete, failureOf, Script, type Answer } from "./script";

const CRN = "crn://confluent.cloud/organization=o/environment=env-1/cloud-cluster=lkc-1";
const NO_KINDS = { basic: [], standard: [], dedicated: [], enterprise: [], freight: [] };

const planned: Values = {
  id: UNKNOWN,
  api_version: UNKNOWN,
  kind: UNKNOWN,
  bootstrap_endpoint: UNKNOWN,
  rest_endpoint: UNKNOWN,
  rbac_crn: UNKNOWN,
  endpoints: UNKNOWN,
  display_name: "jump",
  availability: "SINGLE_ZONE",
  cloud: "AZURE",
  region: "germanywestcentral",
  deletion_protection: null,
  ...NO_KINDS,
  dedicated: [{ cku: 1, encryption_key: UNKNOWN, zones: UNKNOWN }],
  environment: [{ id: "env-1" }],
  network: [],
  byok_key: [],
  timeouts: null,
};

const existing = (values: Values = {}): Values => ({
  ...planned,
  id: "lkc-1",
  api_version: "cmk/v2",
  kind: "Cluster",
  bootstrap_endpoint: "SASL_SSL://pkc:9092",
  rest_endpoint: "https://pkc:443",
  rbac_crn: CRN,
  endpoints: [
    { access_point_id: "ap-1", bootstrap_endpoint: "b1", rest_endpoint: "r1", connection_type: "PRIVATELINK" },
    { access_point_id: "public", bootstrap_endpoint: "b2", rest_endpoint: "r2", connection_type: "" },
  ],
  dedicated: [{ cku: 1, encryption_key: "", zones: ["1"] }],
  network: [{ id: "" }],
  byok_key: [{ id: "" }],
  ...values,
});

const clusterBody = (phase: string, config: unknown, more: Record<string, unknown> = {}, cku = 1) => ({
  id: "lkc-1",
  api_version: "cmk/v2",
  kind: "Cluster",
  metadata: { resource_name: `${CRN}/kafka=lkc-1` },
  spec: {
    display_name: "jump",
    availability: "SINGLE_ZONE",
    cloud: "AZURE",
    region: "germanywestcentral",
    config,
    kafka_bootstrap_endpoint: "SASL_SSL://pkc:9092",
    http_endpoint: "https://pkc:443",
    endpoints: {
      public: { kafka_bootstrap_endpoint: "b2", http_endpoint: "r2" },
      "ap-1": { kafka_bootstrap_endpoint: "b1", http_endpoint: "r1", connection_type: "PRIVATELINK" },
    },
    environment: { id: "env-1" },
    network: null,
    ...more,
  },
  status: { phase, cku },
});

const DEDICATED = { kind: "Dedicated", cku: 1, zones: ["1"] };
const reads = (phase = "PROVISIONED", config: unknown = DEDICATED, more = {}, cku = 1): Answer => [
  200,
  clusterBody(phase, config, more, cku),
];

const CLUSTER = "/cmk/v2/clusters/lkc-1?environment=env-1";
const ENV = { id: "env-1", related: "", resource_name: "" };

describe("creation of a cluster", () => {
  it("looks after 5 s, then each minute, then at the environment", async () => {
    const script = new Script([202, { id: "lkc-1" }], reads("PROVISIONING"), reads(), [200, { id: "env-1" }], reads());
    const state = await kafkaCluster.create(planned, planned, script.context());
    expect(script.short).toEqual([
      "POST /cmk/v2/clusters",
      "wait 5",
      `GET ${CLUSTER}`,
      "wait 60",
      `GET ${CLUSTER}`,
      "GET /org/v2/environments/env-1",
      `GET ${CLUSTER}`,
    ]);
    expect(script.bodies).toEqual([
      {
        spec: {
          display_name: "jump",
          availability: "SINGLE_ZONE",
          cloud: "AZURE",
          region: "germanywestcentral",
          config: { kind: "Dedicated", cku: 1, release_priority: "REGULAR" },
          environment: ENV,
        },
      },
    ]);
    expect(state).toEqual(existing());
    expectComplete("confluent_kafka_cluster", state);
  });

  it("waits for the schema registry of an environment with stream governance", async () => {
    const registry = (phase: string): Answer => [200, { data: [{ id: "lsrc-1", status: { phase } }] }];
    const script = new Script(
      [202, { id: "lkc-1" }],
      reads(),
      [200, { id: "env-1", stream_governance_config: { package: "ESSENTIALS" } }],
      [200, { data: [] }],
      registry("PROVISIONING"),
      registry("PROVISIONED"),
      reads(),
    );
    await kafkaCluster.create(planned, planned, script.context());
    const look = "GET /srcm/v3/clusters?environment=env-1&page_size=99";
    expect(script.short.slice(4, -1)).toEqual(["wait 5", look, "wait 5", look, "wait 5", look]);
  });

  it.each<[string, Values, unknown, Values]>([
    ["basic", { max_ecku: UNKNOWN }, { kind: "Basic" }, { max_ecku: 0 }],
    ["standard", { max_ecku: 2 }, { kind: "Standard", max_ecku: 2 }, { max_ecku: 2 }],
    ["enterprise", { max_ecku: UNKNOWN }, { kind: "Enterprise" }, { max_ecku: 0 }],
    ["freight", { max_ecku: 3, zones: UNKNOWN }, { kind: "Freight", max_ecku: 3 }, { max_ecku: 3, zones: [] }],
  ])("%s", async (block, item, config, state) => {
    const wanted = { ...planned, ...NO_KINDS, [block]: [item] };
    const script = new Script(
      [202, { id: "lkc-1" }],
      reads("PROVISIONED", config),
      [200, {}],
      reads("PROVISIONED", config),
    );
    const made = await kafkaCluster.create(wanted, wanted, script.context());
    expect(script.bodies).toMatchObject([{ spec: { config } }]);
    expect(made).toMatchObject({ ...NO_KINDS, [block]: [state] });
  });

  it("names network, key and protection", async () => {
    const wanted: Values = {
      ...planned,
      deletion_protection: true,
      dedicated: [{ cku: 1, encryption_key: "arn", zones: UNKNOWN }],
      network: [{ id: "n-1" }],
      byok_key: [{ id: "cck-1" }],
    };
    const more = { deletion_protection: true, network: { id: "n-1" }, byok: { id: "cck-1" } };
    const answer = reads("PROVISIONED", { ...DEDICATED, encryption_key: "arn" }, more);
    const script = new Script([202, { id: "lkc-1" }], answer, [200, {}], answer);
    const state = await kafkaCluster.create(wanted, wanted, script.context());
    expect(script.bodies).toMatchObject([
      {
        spec: {
          deletion_protection: true,
          config: { kind: "Dedicated", cku: 1, encryption_key: "arn" },
          network: { id: "n-1" },
          byok: { id: "cck-1" },
        },
      },
    ]);
    expect(state).toMatchObject({ deletion_protection: true, network: [{ id: "n-1" }], byok_key: [{ id: "cck-1" }] });
  });

  it.each([
    ["SINGLE_ZONE", 0, "at least 1 CKU"],
    ["MULTI_ZONE", 1, "at least 2 CKUs"],
  ])("refuses %s with %i CKUs before any request", async (availability, cku, text) => {
    const wanted = { ...planned, availability, dedicated: [{ cku, encryption_key: null, zones: null }] };
    const script = new Script();
    const error = await failureOf(kafkaCluster.create(wanted, wanted, script.context()));
    expect(error.message).toContain(text);
    expect(script.log).toEqual([]);
  });

  it("keeps nothing when refused, and the cluster when it fails later", async () => {
    const refused = await failureOf(kafkaCluster.create(planned, planned, new Script([402, ""]).context()));
    expect(refused.partial).toBeNull();
    const failed = new Script([202, { id: "lkc-1" }], reads("FAILED"));
    const error = await failureOf(kafkaCluster.create(planned, planned, failed.context()));
    expect(error.message).toContain("unexpected state 'FAILED'");
    expect(error.partial).toMatchObject({ id: "lkc-1", rest_endpoint: null });
    const bare = { ...planned, ...NO_KINDS };
    expect((await failureOf(kafkaCluster.create(bare, bare, new Script().context()))).partial).toBeNull();
  });
});

describe("change of a cluster", () => {
  const update = async (script: Script, to: Values, from: Values) =>
    kafkaCluster.update!(to, from, to, script.context());
  const enterprise = (max: number, name = "jump") =>
    existing({ ...NO_KINDS, enterprise: [{ max_ecku: max }], display_name: name });
  const ENTERPRISE = { kind: "Enterprise", max_ecku: 4 };

  it("of its name", async () => {
    const script = new Script([200, {}], reads("PROVISIONED", DEDICATED, { display_name: "new" }));
    const next = existing({ display_name: "new" });
    expect(await update(script, next, existing())).toEqual(next);
    expect(script.short).toEqual(["PATCH /cmk/v2/clusters/lkc-1", `GET ${CLUSTER}`]);
    expect(script.bodies).toEqual([{ spec: { display_name: "new", environment: ENV } }]);
  });

  it("of its eCKUs, alone and with its name", async () => {
    const alone = new Script([200, {}], reads("PROVISIONED", ENTERPRISE));
    expect(await update(alone, enterprise(4), enterprise(2))).toEqual(enterprise(4));
    expect(alone.bodies).toEqual([{ spec: { config: ENTERPRISE, environment: ENV } }]);
    const both = new Script([200, {}], reads("PROVISIONED", ENTERPRISE, { display_name: "new" }));
    await update(both, enterprise(4, "new"), enterprise(2));
    expect(both.bodies).toEqual([{ spec: { display_name: "new", config: ENTERPRISE, environment: ENV } }]);
  });

  it("of its CKUs: waits until the new number is in effect", async () => {
    const two = { ...DEDICATED, cku: 2 };
    const script = new Script(
      [200, {}],
      reads("PROVISIONED", two, {}, 1),
      reads("PROVISIONED", two, {}, 2),
      reads("PROVISIONED", two, {}, 2),
    );
    const next = existing({ dedicated: [{ cku: 2, encryption_key: "", zones: ["1"] }] });
    expect(await update(script, next, existing())).toEqual(next);
    expect(script.short).toEqual([
      "PATCH /cmk/v2/clusters/lkc-1",
      "wait 5",
      `GET ${CLUSTER}`,
      "wait 60",
      `GET ${CLUSTER}`,
      `GET ${CLUSTER}`,
    ]);
    expect(script.bodies).toEqual([
      { spec: { config: { kind: "Dedicated", cku: 2, release_priority: "REGULAR" }, environment: ENV } },
    ]);
  });

  it("from Basic to Standard, and no other way", async () => {
    const basic = existing({ ...NO_KINDS, basic: [{ max_ecku: 0 }] });
    const standard = existing({ ...NO_KINDS, standard: [{ max_ecku: null }] });
    const script = new Script([200, {}], reads("PROVISIONED", { kind: "Standard" }));
    await update(script, standard, basic);
    expect(script.bodies).toEqual([{ spec: { config: { kind: "Standard" }, environment: ENV } }]);
    for (const [to, from] of [
      [basic, standard],
      [existing(), basic],
      [standard, existing()],
    ] as const) {
      const error = await failureOf(update(new Script(), to, from));
      expect(error.message).toContain("can only be upgraded from 'Basic' to 'Standard'");
      const plan = async () =>
        kafkaCluster.plan!({ prior: from, proposed: to, config: to }, { planned: to }, new Script().context());
      expect((await failureOf(plan())).message).toContain("can only be upgraded from 'Basic' to 'Standard'");
    }
  });

  it("of its protection", async () => {
    const script = new Script([200, {}], reads("PROVISIONED", DEDICATED, { deletion_protection: true }));
    const next = existing({ deletion_protection: true });
    expect(await update(script, next, existing())).toEqual(next);
    expect(script.bodies).toEqual([{ spec: { deletion_protection: true, environment: ENV } }]);
  });

  it("keeps the proposed values when it fails", async () => {
    const next = existing({ display_name: "new" });
    expect((await failureOf(update(new Script([400]), next, existing()))).partial).toEqual(next);
  });
});

describe("plan and validation of a cluster", () => {
  const plan = async (prior: Values | null, proposed: Values) =>
    (await kafkaCluster.plan!({ prior, proposed, config: proposed }, { planned: proposed }, new Script().context()))
      .planned;

  it("takes two names of an availability for the same", async () => {
    expect((await plan(existing(), existing({ availability: "LOW" })))["availability"]).toBe("SINGLE_ZONE");
    expect((await plan(existing(), existing({ availability: "HIGH" })))["availability"]).toBe("HIGH");
  });

  it("keeps network and key that are not configured", async () => {
    const prior = existing({ network: [{ id: "n-1" }] });
    expect(await plan(prior, { ...prior, network: [], byok_key: [] })).toEqual(prior);
    expect(await plan(null, planned)).toEqual(planned);
    expect((await plan(prior, { ...prior, network: [{ id: "n-2" }] }))["network"]).toEqual([{ id: "n-2" }]);
  });

  it.each<[Values, string]>([
    [{ display_name: "" }, "empty"],
    [{ availability: "NONE" }, "got NONE"],
    [{ cloud: "azure" }, "got azure"],
    [{ basic: [{ max_ecku: null }] }, "Invalid combination of arguments"],
    [{ dedicated: [] }, "Invalid combination of arguments"],
    [{ dedicated: [{ cku: 0, encryption_key: null, zones: null }] }, "at least 1"],
    [{ network: [{ id: "net" }] }, "'n-'"],
    [{ dedicated: [], basic: [{ max_ecku: null }], byok_key: [{ id: "k" }] }, "Conflicting configuration arguments"],
  ])("refuses %j", (wrong, text) => {
    const config = { ...planned, dedicated: [{ cku: 1, encryption_key: null, zones: null }], ...wrong };
    const [first, ...more] = kafkaCluster.validate!(config);
    expect(first?.summary).toContain(text);
    expect(more).toEqual([]);
  });

  it("accepts what is right", () => {
    expect(
      kafkaCluster.validate!({ ...planned, dedicated: [{ cku: UNKNOWN, encryption_key: null, zones: null }] }),
    ).toEqual([]);
  });
});

describe("read, deletion and import of a cluster", () => {
  it("reads", async () => {
    expect(await kafkaCluster.read(existing(), new Script(reads()).context())).toEqual(existing());
    const off = existing({ deletion_protection: false });
    expect(await kafkaCluster.read(off, new Script(reads()).context())).toEqual(off);
    expect(await kafkaCluster.read(existing(), new Script([403, ""]).context())).toBeNull();
    const nameless = new Script([200, {}]);
    expect((await failureOf(kafkaCluster.read(existing(), nameless.context()))).message).toContain("rbac_crn");
  });

  it("deletes, and waits until it is gone", async () => {
    const script = new Script([204, ""], reads(), [403, ""]);
    await kafkaCluster.delete(existing(), script.context());
    expect(script.short).toEqual([`DELETE ${CLUSTER}`, "wait 60", `GET ${CLUSTER}`, "wait 60", `GET ${CLUSTER}`]);
  });

  it("imports by environment and id", async () => {
    const script = new Script(reads());
    const state = await kafkaCluster.importState!("env-1/lkc-1", script.context());
    expect(script.short).toEqual([`GET ${CLUSTER}`]);
    expect(state).toEqual(existing());
    expectComplete("confluent_kafka_cluster", state);
    const error = await failureOf(kafkaCluster.importState!("lkc-1", new Script().context()));
    expect(error.message).toContain("invalid format");
  });
});

describe("data source confluent_kafka_cluster", () => {
  const config = (values: Values): Values => {
    const { timeouts: _timeouts, ...names } = existing();
    const empty = Object.fromEntries(Object.keys(names).map((name) => [name, null]));
    return { ...empty, ...NO_KINDS, environment: [{ id: "env-1" }], ...values };
  };

  it("reads by id", async () => {
    const script = new Script(reads());
    const state = await kafkaClusterData.read(config({ id: "lkc-1" }), script.context());
    const { timeouts: _timeouts, ...expected } = existing({ deletion_protection: false });
    expect(state).toEqual(expected);
    expect(script.short).toEqual([`GET ${CLUSTER}`]);
    expectComplete("confluent_kafka_cluster", state, "data_source_schemas");
  });

  it("reads by name", async () => {
    const script = new Script([200, { data: [{ spec: { display_name: "other" } }, reads()[1]] }]);
    const state = await kafkaClusterData.read(config({ display_name: "jump" }), script.context());
    expect(state["id"]).toBe("lkc-1");
    expect(script.short).toEqual(["GET /cmk/v2/clusters?environment=env-1&page_size=99"]);
    const none = new Script([200, { data: [] }]);
    const error = await failureOf(kafkaClusterData.read(config({ display_name: "jump" }), none.context()));
    expect(error.message).toContain(`"display_name"="jump" was found`);
  });

  it("takes id or name", () => {
    expect(kafkaClusterData.validate!(config({ id: "lkc-1" }))).toEqual([]);
    expect(kafkaClusterData.validate!(config({}))).toHaveLength(1);
  });
});
