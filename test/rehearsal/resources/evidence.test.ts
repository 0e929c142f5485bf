import { describe, expect, it } from "vitest";
import { DATA_SOURCES, RESOURCES } from "../../../lib/rehearsal/provider/resources";
import { EMULATED_TYPES } from "../../../lib/rehearsal/provider/resources/evidence";
import { schemaOf } from "./script";

const named = (kind: string) => EMULATED_TYPES.filter((entry) => entry.kind === kind).map(({ type }) => type);

describe("what is emulated", () => {
  it("is told of every type, once", () => {
    expect(named("resource")).toEqual(RESOURCES.map(({ type }) => type));
    expect(named("data source")).toEqual(DATA_SOURCES.map(({ type }) => type));
  });

  it("covers what the project promises", () => {
    expect(named("resource").sort()).toEqual([
      "confluent_api_key",
      "confluent_cluster_link",
      "confluent_environment",
      "confluent_kafka_acl",
      "confluent_kafka_cluster",
      "confluent_kafka_mirror_topic",
      "confluent_kafka_topic",
      "confluent_network",
      "confluent_private_link_access",
      "confluent_role_binding",
      "confluent_service_account",
    ]);
    expect(named("data source").sort()).toEqual([
      "confluent_cluster_link",
      "confluent_environment",
      "confluent_kafka_cluster",
      "confluent_network",
      "confluent_organization",
      "confluent_private_link_access",
    ]);
  });

  it("fits in a table", () => {
    for (const { emulates, quirks } of EMULATED_TYPES) {
      for (const text of [emulates, ...quirks.map((quirk) => quirk.text)]) expect(text).not.toMatch(/[|\n]/);
    }
  });

  it.each(RESOURCES.flatMap(({ type, replacedBy }) => replacedBy.map((path) => [type, path] as const)))(
    "%s is replaced by %s, which its schema knows",
    (type, path) => {
      let block = schemaOf("resource_schemas", type);
      const steps = path.split(".").filter((step) => step !== "0");
      for (const step of steps.slice(0, -1)) block = block.block_types![step]!.block;
      const last = steps.at(-1)!;
      expect([...Object.keys(block.attributes ?? {}), ...Object.keys(block.block_types ?? {})]).toContain(last);
    },
  );
});
