import { readFileSync } from "node:fs";
import * as barrel from "@cdktf/provider-confluent";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { synthToJson } from "../support/synth";
import { imported } from "./consumer";
import { filesBelow, ROOT, runNode, SCHEMA, SOURCES } from "./support";

interface ProviderSchema {
  readonly resource_schemas: Record<string, unknown>;
  readonly data_source_schemas: Record<string, unknown>;
}

const { provider_schemas } = JSON.parse(readFileSync(SCHEMA, "utf8")) as {
  provider_schemas: Record<string, ProviderSchema>;
};
const [schema] = Object.values(provider_schemas) as [ProviderSchema];
const resources = Object.keys(schema.resource_schemas);
const dataSources = Object.keys(schema.data_source_schemas);

const pascal = (words: string): string => words.replace(/(?:^|[_-])(\w)/g, (_, letter: string) => letter.toUpperCase());
const camel = (words: string): string => pascal(words).replace(/^./, (letter) => letter.toLowerCase());
const kebab = (words: string): string => words.replaceAll("_", "-");

const entities = [
  ...resources.map((type) => ({ type, base: type.replace("confluent_", "") })),
  ...dataSources.map((type) => ({ type, base: `data_${type}` })),
];
const takenByProps = new Set(entities.map(({ base }) => `${base}_config`));

const expected = entities.map(({ type, base }) => ({
  type,
  folder: kebab(base),
  namespace: camel(base),
  className: pascal(base) + (takenByProps.has(base) ? "A" : ""),
}));

const namespaces = barrel as unknown as Record<string, Record<string, { readonly tfResourceType?: string }>>;

describe("bindings", () => {
  it("have a folder for every resource and data source, and no other", () => {
    expect([resources.length, dataSources.length]).toEqual([64, 63]);
    const wanted = [...expected.map(({ folder }) => folder), "provider"].flatMap((folder) => [
      `${folder}/README.md`,
      `${folder}/index.ts`,
    ]);
    expect(Object.keys(filesBelow(SOURCES))).toEqual([...wanted, "index.ts", "lazy-index.ts"].sort());
  });

  it("have a class for every resource and data source, and no other", () => {
    const found = Object.entries(namespaces).flatMap(([namespace, members]) =>
      Object.entries(members)
        .filter(([, member]) => member.tfResourceType)
        .map(([className, { tfResourceType }]) => `${namespace}.${className} ${tfResourceType}`),
    );
    const wanted = expected.map(({ namespace, className, type }) => `${namespace}.${className} ${type}`);
    expect(found.sort()).toEqual([...wanted, "provider.ConfluentProvider confluent"].sort());
  });

  it("are the same classes by folder and by barrel, under vitest and under tsx", async () => {
    expect(imported).toEqual(["ClusterLink", "DataConfluentKafkaCluster", "KafkaMirrorTopic", "ConfluentProvider"]);
    const print = 'console.log(require("./test/bindings/consumer").imported.join())';
    const { output } = await runNode(["--import", "tsx", "--eval", print]);
    expect(output.trim()).toBe(imported.join());
  });

  it("name the provider version they were made from", () => {
    const files = filesBelow(SOURCES);
    for (const { folder } of expected) {
      expect(files[`${folder}/index.ts`], folder).toContain("providerVersion: '2.83.0'");
      expect(files[`${folder}/index.ts`], folder).toContain("providerVersionConstraint: '~> 2.51'");
    }
  });

  it("name neither a path of the machine they were made on nor a date", () => {
    for (const [path, text] of Object.entries(filesBelow(SOURCES))) {
      expect(text.includes(ROOT), path).toBe(false);
      expect(text, path).not.toMatch(/\/(?:tmp|home|root|Users)\/|\b20\d\d-[01]\d-[0-3]\d\b/);
    }
  });
});

describe("required_providers", () => {
  const required = (override?: (stack: TerraformStack) => void): unknown =>
    synthToJson((app) => {
      const stack = new TerraformStack(app, "main");
      new ConfluentProvider(stack, "confluent");
      new ConfluentProvider(stack, "east", { alias: "east" });
      override?.(stack);
    }).stacks["main"].terraform.required_providers;

  it("ask for a range of versions", () => {
    expect(required()).toEqual({ confluent: { source: "confluentinc/confluent", version: "~> 2.51" } });
  });

  it.each(["~> 2.60", "2.83.0", ">= 2.60, < 2.84"])("let a stack ask for %s instead", (version) => {
    expect(required((stack) => stack.addOverride("terraform.required_providers.confluent.version", version))).toEqual({
      confluent: { source: "confluentinc/confluent", version },
    });
  });
});
