import { describe, expect, it } from "vitest";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { TopicFilter } from "../../lib/model/filters";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { ApiKey } from "../../lib/kafka/api-key";
import { JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { buildByHand } from "../topology/hand-built";

const { stacks, manifest } = synthToJson(buildByHand);
const legOne = stacks["primary-to-jump"];
const legTwo = stacks["jump-to-dr"];
const links = (stack: Json): Json[] => Object.values(resources(stack, "confluent_cluster_link"));
const half = (mode: string): Json => links(legOne).find(({ link_mode }) => link_mode === mode);
const onJump = half("DESTINATION");
const onPrimary = half("SOURCE");
const [onDr] = links(legTwo);

const addressOf = (stack: Json, link: Json): string => {
  const found = Object.entries(resources(stack, "confluent_cluster_link")).find(([, each]) => each === link);
  return `confluent_cluster_link.${found?.[0] ?? ""}`;
};
const mirror = (stack: Json): Json => resources(stack, "confluent_kafka_mirror_topic")["mirrors_my_test_topic"];

describe("leg 1: PRIMARY -> JUMP, which only PRIMARY can open", () => {
  it("is a pair of halves under one name", () => {
    expect(links(legOne)).toHaveLength(2);
    expect(links(legOne).map(({ link_name }) => link_name)).toEqual(["primary-to-jump", "primary-to-jump"]);
  });

  it("has a half on JUMP that waits: link.mode=DESTINATION, connection.mode=INBOUND", () => {
    expect(onJump.link_mode).toBe("DESTINATION");
    expect(onJump.connection_mode).toBe("INBOUND");
  });

  it("has a half on PRIMARY that dials: link.mode=SOURCE, connection.mode=OUTBOUND", () => {
    expect(onPrimary.link_mode).toBe("SOURCE");
    expect(onPrimary.connection_mode).toBe("OUTBOUND");
  });

  it("gives JUMP's half JUMP's REST endpoint and key, and PRIMARY's id and bootstrap without any key of PRIMARY", () => {
    expect(onJump.destination_kafka_cluster).toEqual({
      id: "lkc-2222",
      rest_endpoint: "https://jump.example.test:443",
      credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
    });
    expect(onJump.source_kafka_cluster).toEqual({ id: "lkc-1111", bootstrap_endpoint: "primary.example.test:9092" });
    expect(JSON.stringify(onJump)).not.toContain("primary_api");
  });

  it("gives PRIMARY's half JUMP's bootstrap and key to log in with, and PRIMARY's own REST endpoint and key", () => {
    expect(onPrimary.source_kafka_cluster).toEqual({
      id: "lkc-1111",
      rest_endpoint: "https://primary.example.test:443",
      credentials: { key: "${var.primary_api_key}", secret: "${var.primary_api_secret}" },
    });
    expect(onPrimary.destination_kafka_cluster).toEqual({
      id: "lkc-2222",
      bootstrap_endpoint: "jump.example.test:9092",
      credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
    });
  });

  it("keeps settings off PRIMARY's half", () => {
    expect(onPrimary).not.toHaveProperty("config");
  });

  it("knows no other cluster block", () => {
    for (const each of [onJump, onPrimary, onDr]) {
      expect(each).not.toHaveProperty("local_kafka_cluster");
      expect(each).not.toHaveProperty("remote_kafka_cluster");
    }
  });

  it("creates JUMP's half, then PRIMARY's half, then the mirror topics", () => {
    const [receiving, dialling] = [addressOf(legOne, onJump), addressOf(legOne, onPrimary)];
    expect(onJump).not.toHaveProperty("depends_on");
    expect(onPrimary.depends_on).toEqual([receiving]);
    expect(mirror(legOne).depends_on).toEqual([receiving, dialling]);
  });
});

describe("leg 2: JUMP -> DR, which DR opens", () => {
  it("is one link on DR: link.mode=DESTINATION, connection.mode=OUTBOUND", () => {
    expect(links(legTwo)).toHaveLength(1);
    expect(onDr.link_name).toBe("jump-to-dr");
    expect(onDr.link_mode).toBe("DESTINATION");
    expect(onDr.connection_mode).toBe("OUTBOUND");
  });

  it("logs in at JUMP with JUMP's key and is managed with DR's", () => {
    expect(onDr.source_kafka_cluster).toEqual({
      id: "lkc-2222",
      bootstrap_endpoint: "jump.example.test:9092",
      credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
    });
    expect(onDr.destination_kafka_cluster).toEqual({
      id: "lkc-3333",
      rest_endpoint: "https://dr.example.test:443",
      credentials: { key: "${var.dr_api_key}", secret: "${var.dr_api_secret}" },
    });
  });

  it("creates the link before its mirror topics", () => {
    expect(onDr).not.toHaveProperty("depends_on");
    expect(mirror(legTwo).depends_on).toEqual([addressOf(legTwo, onDr)]);
  });

  it("is deployed after leg 1 and reads nothing of it", () => {
    expect(manifest.stacks["jump-to-dr"]?.dependencies).toEqual(["primary-to-jump"]);
    expect(manifest.stacks["primary-to-jump"]?.dependencies).toEqual([]);
    expect(legTwo).not.toHaveProperty("data");
    expect(legOne).not.toHaveProperty("output");
    expect(JSON.stringify(legTwo)).not.toMatch(/lkc-1111|primary\.example|primary_api/);
  });
});

describe("mirror topics", () => {
  it("mirrors my_test_topic on JUMP", () => {
    expect(Object.keys(resources(legOne, "confluent_kafka_mirror_topic"))).toEqual(["mirrors_my_test_topic"]);
    expect(mirror(legOne)).toMatchObject({
      source_kafka_topic: { topic_name: "my_test_topic" },
      cluster_link: { link_name: "primary-to-jump" },
      kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
      },
    });
    expect(mirror(legOne)).not.toHaveProperty("status");
  });

  it("mirrors my_test_topic from JUMP on DR", () => {
    expect(Object.keys(resources(legTwo, "confluent_kafka_mirror_topic"))).toEqual(["mirrors_my_test_topic"]);
    expect(mirror(legTwo)).toMatchObject({
      source_kafka_topic: { topic_name: "my_test_topic" },
      cluster_link: { link_name: "jump-to-dr" },
      kafka_cluster: {
        id: "lkc-3333",
        rest_endpoint: "https://dr.example.test:443",
        credentials: { key: "${var.dr_api_key}", secret: "${var.dr_api_secret}" },
      },
      status: '${lookup(local.failover_status, "my_test_topic", local.failover_status_of_others)}',
    });
  });

  it("keeps their names", () => {
    for (const each of [mirror(legOne), mirror(legTwo)]) expect(each).not.toHaveProperty("mirror_topic_name");
    for (const { config } of [onJump, onDr]) expect(config).not.toHaveProperty("cluster.link.prefix");
  });
});

describe("filters", () => {
  const MIRROR_ME =
    '{"topicFilters":[' +
    '{"name":"mirror_me","patternType":"PREFIXED","filterType":"INCLUDE"},' +
    '{"name":"no_mirror","patternType":"PREFIXED","filterType":"EXCLUDE"}]}';
  const EVERY_TOPIC = '{"topicFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}';
  const EVERY_GROUP = '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}';

  it("mirrors what starts with mirror_me and not what starts with no_mirror, on both legs", () => {
    for (const { config } of [onJump, onDr]) {
      expect(config["auto.create.mirror.topics.enable"]).toBe("true");
      expect(config["auto.create.mirror.topics.filters"]).toBe(MIRROR_ME);
    }
  });

  it("writes the filter for all current and future topics", () => {
    const { stacks: all } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const link = new SourceInitiatedLink(stack, "link", {
        linkName: "primary-to-jump",
        source: PRIMARY,
        sourceCredentials: ApiKey.fromVariables(stack, "primary"),
        destination: JUMP,
        destinationCredentials: ApiKey.fromVariables(stack, "jump"),
      });
      new MirrorSet(stack, "mirrors", { link, autoCreate: [TopicFilter.all()] });
    });
    const [receiving] = links(all["stack"]).filter(({ link_mode }) => link_mode === "DESTINATION");
    expect(receiving.config["auto.create.mirror.topics.filters"]).toBe(EVERY_TOPIC);
  });

  it("writes the whole config, every switch included", () => {
    for (const { config } of [onJump, onDr]) {
      expect(config).toEqual({
        "acl.sync.enable": "false",
        "auto.create.mirror.topics.enable": "true",
        "auto.create.mirror.topics.filters": MIRROR_ME,
        "consumer.offset.sync.enable": "true",
        "consumer.offset.sync.ms": "30000",
        "consumer.offset.group.filters": EVERY_GROUP,
      });
    }
  });
});

describe("safety", () => {
  it("protects every link half and mirror topic", () => {
    for (const each of [onJump, onPrimary, onDr, mirror(legOne), mirror(legTwo)]) {
      expect(each.lifecycle).toEqual({ prevent_destroy: true });
    }
  });

  it("takes keys and secrets from sensitive variables, and nothing else", () => {
    const key = (description: string): Json => ({ type: "string", sensitive: true, nullable: false, description });
    expect(legOne.variable).toEqual({
      primary_api_key: key("API key for cluster primary"),
      primary_api_secret: key("Secret of the API key for cluster primary"),
      jump_api_key: key("API key for cluster jump"),
      jump_api_secret: key("Secret of the API key for cluster jump"),
    });
    expect(Object.keys(legTwo.variable).sort()).toEqual([
      "dr_api_key",
      "dr_api_secret",
      "failover",
      "failover_topics",
      "jump_api_key",
      "jump_api_secret",
    ]);
    expect(legTwo.variable.failover).toMatchObject({ type: "string", default: "", nullable: false });
    expect(legTwo.variable.failover_topics).toMatchObject({ type: "set(string)", default: [], nullable: false });
    for (const name of ["failover", "failover_topics"]) expect(legTwo.variable[name]).not.toHaveProperty("sensitive");
  });

  it("asks for a provider and a Terraform that know what is written", () => {
    for (const [{ terraform }, version] of [
      [legOne, "1.1.0"],
      [legTwo, "1.2.0"],
    ] as const) {
      expect(terraform.required_providers).toEqual({
        confluent: { source: "confluentinc/confluent", version: "~> 2.51" },
      });
      expect(terraform.required_version).toBe(`>= ${version}`);
    }
  });
});
