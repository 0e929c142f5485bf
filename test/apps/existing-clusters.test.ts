import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json } from "../support/synth";
import {
  APP,
  LEGS,
  ROOT,
  STACK_TRACE,
  defaultTopology,
  filesIn,
  readStack,
  runApp,
  runWith,
  topologyFile,
  type Run,
} from "./run-existing-clusters";

const PRIMARY_REST = "https://lkc-7xk2qp.dom4ky9mzr1.germanywestcentral.azure.confluent.cloud:443";
const PRIMARY_BOOTSTRAP = "lkc-7xk2qp.dom4ky9mzr1.germanywestcentral.azure.confluent.cloud:9092";
const JUMP_REST = "https://pkc-5wn8t.italynorth.azure.confluent.cloud:443";
const JUMP_BOOTSTRAP = "pkc-5wn8t.italynorth.azure.confluent.cloud:9092";
const DR_REST = "https://lkc-0v6wnr.dom8jd2xqe5.italynorth.azure.confluent.cloud:443";

const PRIMARY_KEY = { key: "${var.primary_api_key}", secret: "${var.primary_api_secret}" };
const JUMP_KEY = { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" };
const DR_KEY = { key: "${var.dr_api_key}", secret: "${var.dr_api_secret}" };

const CONFIG = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "true",
  "auto.create.mirror.topics.filters":
    '{"topicFilters":[{"name":"mirror_me","patternType":"PREFIXED","filterType":"INCLUDE"},{"name":"no_mirror","patternType":"PREFIXED","filterType":"EXCLUDE"}]}',
  "consumer.offset.sync.enable": "false",
};
const PROTECTED = { prevent_destroy: true };

const sensitive = (description: string): Json => ({ type: "string", sensitive: true, nullable: false, description });
const keyVariables = (name: string): Json => ({
  [`${name}_api_key`]: sensitive(`API key for cluster ${name}`),
  [`${name}_api_secret`]: sensitive(`Secret of the API key for cluster ${name}`),
});

const terraform = {
  required_version: ">= 1.1.0",
  required_providers: { confluent: { source: "confluentinc/confluent", version: "~> 2.51" } },
};

/** The only half of a stack in this mode, and its address. */
function half(stack: Json, linkMode: string, connectionMode: string): { address: string; block: Json } {
  const found = Object.entries<Json>(stack.resource.confluent_cluster_link).filter(
    ([, block]) => block.link_mode === linkMode && block.connection_mode === connectionMode,
  );
  expect(found).toHaveLength(1);
  const [[name, block]] = found as [[string, Json]];
  return { address: `confluent_cluster_link.${name}`, block };
}

const links = (stack: Json): Json[] => Object.values(stack.resource.confluent_cluster_link);
const withoutBackend = ({ backend: _, ...rest }: Json): Json => rest;

describe("the default topology", () => {
  const run = runApp();
  const legOne = (): Json => readStack(run, "primary-to-jump");
  const legTwo = (): Json => readStack(run, "jump-to-dr");

  it("makes two stacks, leg 2's after leg 1's", () => {
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const { stacks } = JSON.parse(readFileSync(join(run.outdir, "manifest.json"), "utf8"));
    expect(Object.keys(stacks).sort()).toEqual(["jump-to-dr", "primary-to-jump"]);
    expect(stacks["primary-to-jump"].dependencies).toEqual([]);
    expect(stacks["jump-to-dr"].dependencies).toEqual(["primary-to-jump"]);
    expect(filesIn(run.outdir).sort()).toEqual([
      "cluster-linking.json",
      "manifest.json",
      "stacks/jump-to-dr/cdk.tf.json",
      "stacks/primary-to-jump/cdk.tf.json",
    ]);
  });

  it("has nothing in leg 1's stack but a pair of halves and the mirror topic on JUMP", () => {
    const stack = legOne();
    expect(Object.keys(stack).sort()).toEqual(["provider", "resource", "terraform", "variable"]);
    expect(stack.provider).toEqual({ confluent: [{}] });
    expect(withoutBackend(stack.terraform)).toEqual(terraform);
    expect(Object.keys(stack.resource).sort()).toEqual(["confluent_cluster_link", "confluent_kafka_mirror_topic"]);
    expect(links(stack)).toHaveLength(2);
    expect(stack.variable).toEqual({ ...keyVariables("primary"), ...keyVariables("jump") });
  });

  it("lets JUMP wait: the receiving half has the settings, JUMP's key, and no key of PRIMARY", () => {
    expect(half(legOne(), "DESTINATION", "INBOUND").block).toEqual({
      link_name: "primary-to-jump",
      link_mode: "DESTINATION",
      connection_mode: "INBOUND",
      source_kafka_cluster: { id: "lkc-7xk2qp", bootstrap_endpoint: PRIMARY_BOOTSTRAP },
      destination_kafka_cluster: { id: "lkc-m4d93z", rest_endpoint: JUMP_REST, credentials: JUMP_KEY },
      config: CONFIG,
      lifecycle: PROTECTED,
    });
  });

  it("lets PRIMARY dial: the dialling half has both keys, no settings, and waits for the receiving half", () => {
    const stack = legOne();
    expect(half(stack, "SOURCE", "OUTBOUND").block).toEqual({
      link_name: "primary-to-jump",
      link_mode: "SOURCE",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: { id: "lkc-7xk2qp", rest_endpoint: PRIMARY_REST, credentials: PRIMARY_KEY },
      destination_kafka_cluster: { id: "lkc-m4d93z", bootstrap_endpoint: JUMP_BOOTSTRAP, credentials: JUMP_KEY },
      depends_on: [half(stack, "DESTINATION", "INBOUND").address],
      lifecycle: PROTECTED,
    });
  });

  it("mirrors my_test_topic on JUMP once both halves exist", () => {
    const stack = legOne();
    const halves = [half(stack, "DESTINATION", "INBOUND").address, half(stack, "SOURCE", "OUTBOUND").address];
    expect(stack.resource.confluent_kafka_mirror_topic).toEqual({
      mirrors_my_test_topic: {
        kafka_cluster: { id: "lkc-m4d93z", rest_endpoint: JUMP_REST, credentials: JUMP_KEY },
        cluster_link: { link_name: "primary-to-jump" },
        source_kafka_topic: { topic_name: "my_test_topic" },
        depends_on: halves,
        lifecycle: PROTECTED,
      },
    });
  });

  it("has nothing in leg 2's stack but DR's link and mirror topic, and nothing of PRIMARY", () => {
    const stack = legTwo();
    expect(Object.keys(stack).sort()).toEqual(["locals", "provider", "resource", "terraform", "variable"]);
    expect(stack.provider).toEqual({ confluent: [{}] });
    expect(withoutBackend(stack.terraform)).toEqual({ ...terraform, required_version: ">= 1.2.0" });
    expect(Object.keys(stack.resource).sort()).toEqual(["confluent_cluster_link", "confluent_kafka_mirror_topic"]);
    expect(JSON.stringify(stack.resource)).not.toMatch(/lkc-7xk2qp|primary/i);
  });

  it("lets DR dial JUMP: one link, hosted on DR", () => {
    const stack = legTwo();
    expect(links(stack)).toHaveLength(1);
    expect(half(stack, "DESTINATION", "OUTBOUND").block).toEqual({
      link_name: "jump-to-dr",
      link_mode: "DESTINATION",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: { id: "lkc-m4d93z", bootstrap_endpoint: JUMP_BOOTSTRAP, credentials: JUMP_KEY },
      destination_kafka_cluster: { id: "lkc-0v6wnr", rest_endpoint: DR_REST, credentials: DR_KEY },
      config: CONFIG,
      lifecycle: PROTECTED,
    });
  });

  it("mirrors my_test_topic on DR, and fails it over when the variable says so", () => {
    const stack = legTwo();
    expect(stack.resource.confluent_kafka_mirror_topic).toEqual({
      mirrors_my_test_topic: {
        kafka_cluster: { id: "lkc-0v6wnr", rest_endpoint: DR_REST, credentials: DR_KEY },
        cluster_link: { link_name: "jump-to-dr" },
        source_kafka_topic: { topic_name: "my_test_topic" },
        status: '${lookup(local.failover_status, "my_test_topic", local.failover_status_of_others)}',
        depends_on: [half(stack, "DESTINATION", "OUTBOUND").address],
        lifecycle: PROTECTED,
      },
    });
  });

  it("asks leg 2 for the keys of JUMP and DR and for failover: empty, PROMOTED or FAILED_OVER, of all or some topics", () => {
    const { failover, failover_topics, ...keys } = legTwo().variable;
    expect(keys).toEqual({ ...keyVariables("jump"), ...keyVariables("dr") });
    expect(failover).toMatchObject({ type: "string", default: "", nullable: false });
    expect(failover).not.toHaveProperty("sensitive");
    expect(failover_topics).toMatchObject({ type: "set(string)", default: [], nullable: false });
    expect(failover_topics.validation[0].condition).toBe(
      '${length(setsubtract(var.failover_topics, ["my_test_topic"])) == 0}',
    );
    expect(failover.validation).toHaveLength(1);
    expect(failover.validation[0].condition).toBe('${contains(["", "PROMOTED", "FAILED_OVER"], var.failover)}');
  });

  it("tells the summary: legs, who dials whom, topics, filters and the warnings", () => {
    const [firstLeg, ...lines] = run.stdout.trimEnd().split("\n");
    expect(firstLeg).toBe(
      "Leg primary-to-jump: PRIMARY lkc-7xk2qp (private AZURE germanywestcentral) -> JUMP lkc-m4d93z (public AZURE italynorth)",
    );
    const what = [
      "  topics:  my_test_topic",
      '  filters: INCLUDE PREFIXED "mirror_me", EXCLUDE PREFIXED "no_mirror"',
      "  groups:  none, consumer offsets are not copied",
    ];
    expect(lines.slice(0, -2)).toEqual([
      "  dials:   PRIMARY dials JUMP",
      ...what,
      "Leg jump-to-dr: JUMP lkc-m4d93z (public AZURE italynorth) -> DR lkc-0v6wnr (private AZURE italynorth)",
      "  dials:   DR dials JUMP",
      ...what,
      "2 warning(s):",
    ]);
    expect(lines.at(-2)).toMatch(/^ {2}CL078 jump-to-dr\/link: /);
    expect(lines.at(-1)).toMatch(/^ {2}CL051 primary-to-jump\/link: /);
  });
});

describe("TOPOLOGY_FILE", () => {
  it("names another file, relative to the current directory", () => {
    const file = topologyFile({ topics: ["orders"], autoCreate: undefined });
    const run = runApp({ cwd: APP, env: { TOPOLOGY_FILE: relative(APP, file) } });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const leg of LEGS) {
      const { resource } = readStack(run, leg);
      expect(Object.keys(resource.confluent_kafka_mirror_topic)).toEqual(["mirrors_orders"]);
      for (const { config } of Object.values<Json>(resource.confluent_cluster_link)) {
        expect(config ?? {}).not.toHaveProperty(["auto.create.mirror.topics.filters"]);
      }
    }
  });

  it("counts as unset when it is empty", () => {
    const run = runApp({ env: { TOPOLOGY_FILE: "" } });
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("  topics:  my_test_topic\n");
  });

  it("takes endpoints over exactly as they are given", () => {
    const { primary } = defaultTopology();
    const run = runWith({
      primary: {
        ...primary,
        restEndpoint: "http://127.0.0.1:8082/",
        bootstrapEndpoint: "SASL_SSL://primary.test:9092",
      },
    });
    const stack = readStack(run, "primary-to-jump");
    expect(half(stack, "SOURCE", "OUTBOUND").block.source_kafka_cluster.rest_endpoint).toBe("http://127.0.0.1:8082/");
    expect(half(stack, "DESTINATION", "INBOUND").block.source_kafka_cluster.bootstrap_endpoint).toBe(
      "SASL_SSL://primary.test:9092",
    );
  });
});

describe("consumerGroups", () => {
  const groups = [
    { name: "*", patternType: "LITERAL", filterType: "INCLUDE" },
    { name: "test-", patternType: "PREFIXED", filterType: "EXCLUDE" },
  ];

  it("become the offset sync of both receiving sides", () => {
    const run = runWith({ consumerGroups: groups });
    const synced = {
      "consumer.offset.sync.enable": "true",
      "consumer.offset.sync.ms": "30000",
      "consumer.offset.group.filters":
        '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"},{"name":"test-","patternType":"PREFIXED","filterType":"EXCLUDE"}]}',
    };
    expect(half(readStack(run, "primary-to-jump"), "DESTINATION", "INBOUND").block.config).toMatchObject(synced);
    expect(half(readStack(run, "jump-to-dr"), "DESTINATION", "OUTBOUND").block.config).toMatchObject(synced);
    expect(half(readStack(run, "primary-to-jump"), "SOURCE", "OUTBOUND").block).not.toHaveProperty("config");
    expect(run.stdout.match(/groups: {2}INCLUDE LITERAL "\*", EXCLUDE PREFIXED "test-"/g)).toHaveLength(2);
  });

  it("mean no sync when the list is empty", () => {
    const run = runWith({ consumerGroups: [] });
    expect(run.status).toBe(0);
    const { config } = half(readStack(run, "primary-to-jump"), "DESTINATION", "INBOUND").block;
    expect(config["consumer.offset.sync.enable"]).toBe("false");
  });
});

describe("the summary", () => {
  it("shortens long lists", () => {
    const topics = Array.from({ length: 8 }, (_, i) => `t${i}`);
    const { stdout } = runWith({ topics, autoCreate: [] });
    expect(stdout).toContain("  topics:  t0, t1, t2, t3, t4 and 3 more\n");
    expect(stdout).toContain("  filters: none, the link creates no mirror topics by itself\n");
  });

  it("lists further warnings by their ids", () => {
    const { stdout, status } = runWith({
      autoCreate: [{ name: "*", patternType: "LITERAL", filterType: "INCLUDE" }],
      topics: undefined,
    });
    expect(status).toBe(0);
    expect(stdout).toContain("  topics:  none by name\n");
    expect(stdout).toMatch(/^ {2}CL037 primary-to-jump\//m);
    expect(stdout).toMatch(/^ {2}CL037 jump-to-dr\//m);
  });
});

describe("a topology that breaks a rule", () => {
  const jump = (members: Json): Json => ({ jump: { ...defaultTopology().jump, ...members } });

  const expectRefused = (run: Run, id: string): void => {
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^Error: /);
    expect(run.stderr).toContain(`${id}: `);
    expect(run.stdout).toBe("");
    expect(run.stderr).not.toMatch(STACK_TRACE);
    expect(filesIn(run.outdir)).toEqual([]);
  };

  it.each([
    ["JUMP that PRIMARY cannot reach", jump({ access: "private" }), "CL062"],
    ["JUMP that cannot receive", jump({ kind: "Standard" }), "CL017"],
    ["swapped endpoints", jump({ restEndpoint: "pkc-5wn8t:9092" }), "CL032"],
    ["a topic that brokers keep to themselves", { topics: ["__consumer_offsets"] }, "CL036"],
  ])("is refused in construction: %s", (_, members, id) => expectRefused(runWith(members), id));

  it.each([
    ["nothing to mirror", { topics: undefined, autoCreate: undefined }, "CL058"],
    [
      "one state for both stacks",
      { backend: { type: "s3", bucket: "states", region: "eu-south-1", key: "one.tfstate" } },
      "CL067",
    ],
  ])("is refused in validation: %s", (_, members, id) => expectRefused(runWith(members), id));
});

describe("secrets", () => {
  const SECRET = "s3cr3t-c4n4ry";
  const names = ["primary", "jump", "dr"].flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]);
  const env = Object.fromEntries([
    ...names.map((name) => [`TF_VAR_${name}`, SECRET]),
    ["CONFLUENT_CLOUD_API_KEY", SECRET],
    ["CONFLUENT_CLOUD_API_SECRET", SECRET],
  ]);

  it("of the environment are in no file and in no output", () => {
    const { outdir, stdout, stderr, status } = runApp({ env });
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain(SECRET);
    const files = filesIn(outdir);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect(readFileSync(join(outdir, file), "utf8")).not.toContain(SECRET);
  });

  it("that somebody put into the file are refused and not repeated", () => {
    const { primary } = defaultTopology();
    const run = runWith({ primary: { ...primary, apiKey: "K", apiSecret: SECRET }, cloud: { token: SECRET } });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("primary.apiSecret: ");
    expect(run.stdout + run.stderr).not.toContain(SECRET);
  });

  it("are read by Terraform alone: each key and secret is a sensitive variable without a default", () => {
    const run = runApp();
    const variables = LEGS.flatMap((leg) => Object.entries<Json>(readStack(run, leg).variable));
    const keys = variables.filter(([name]) => !name.startsWith("failover"));
    expect(keys).toHaveLength(8);
    for (const [, variable] of keys) {
      expect(variable.sensitive).toBe(true);
      expect(variable).not.toHaveProperty("default");
    }
  });
});

describe("the default state", () => {
  it("is in the app's folder, by a path that names no folder of this machine", () => {
    mkdirSync(join(ROOT, "cdktf.out"), { recursive: true });
    const folder = mkdtempSync(join(ROOT, "cdktf.out", "test-"));
    try {
      const run = runApp({ outdir: join(relative(ROOT, folder), "out") });
      expect(run.status).toBe(0);
      for (const leg of LEGS) {
        const { backend } = readStack(run, leg).terraform;
        expect(backend).toEqual({
          local: { path: `../../../../../apps/existing-clusters/terraform.${leg}.tfstate` },
        });
        expect(readFileSync(join(run.outdir, "stacks", leg, "cdk.tf.json"), "utf8")).not.toContain(ROOT);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
