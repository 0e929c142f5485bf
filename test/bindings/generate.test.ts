import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, runNode, SCHEMA, SOURCES, temporaryFolder } from "./support";

const generate = async (...args: string[]) => runNode(["--import", "tsx", ".ci/bindings/generate.ts", ...args]);

function copyOfSources(): string {
  const copy = join(temporaryFolder(), "src");
  cpSync(SOURCES, copy, { recursive: true });
  return copy;
}

describe("generate", () => {
  it("finds the committed bindings unchanged", async () => {
    expect(await generate("--check")).toMatchObject({ code: 0 });
  });

  it("lists every file that differs, then restores it", async () => {
    const out = copyOfSources();
    appendFileSync(join(out, "cluster-link/index.ts"), "\n");
    rmSync(join(out, "ksql-cluster"), { recursive: true });
    mkdirSync(join(out, "gone"));
    writeFileSync(join(out, "gone/index.ts"), "");
    const { code, output } = await generate("--check", "--out", out);
    expect(code).toBe(1);
    expect(output.match(/(?<=^differs: ).*/gm)).toEqual([
      "cluster-link/index.ts",
      "gone/index.ts",
      "ksql-cluster/README.md",
      "ksql-cluster/index.ts",
    ]);
    expect(await generate("--out", out)).toMatchObject({ code: 0 });
    expect(filesBelow(out)).toEqual(filesBelow(SOURCES));
    expect(readdirSync(out)).not.toContain("gone");
  });

  it("takes a schema and a constraint of the user's", async () => {
    const folder = temporaryFolder();
    const [schema, out] = [join(folder, "schema.json"), join(folder, "src")];
    const full = JSON.parse(readFileSync(SCHEMA, "utf8"));
    for (const provider of Object.values<Record<string, object>>(full.provider_schemas)) {
      const { confluent_cluster_link } = provider["resource_schemas"] as Record<string, object>;
      Object.assign(provider, { resource_schemas: { confluent_cluster_link }, data_source_schemas: {} });
    }
    writeFileSync(schema, JSON.stringify(full));
    expect(await generate("--schema", schema, "--constraint", "~> 2.90", "--out", out)).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toEqual(["cluster-link", "index.ts", "lazy-index.ts", "provider"]);
    for (const name of ["cluster-link", "provider"]) {
      expect(readFileSync(join(out, name, "index.ts"), "utf8")).toContain("providerVersionConstraint: '~> 2.90'");
    }
  });

  it("replaces no folder that holds something else", async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, "index.ts"), "export {};\n");
    const { code, output } = await generate("--out", out);
    expect(code).toBe(2);
    expect(output).toContain(`${out} holds something else than generated bindings`);
    expect(filesBelow(out)).toEqual({ "index.ts": "export {};\n" });
  });

  it("refuses a schema without the provider", async () => {
    const schema = join(temporaryFolder(), "schema.json");
    writeFileSync(schema, JSON.stringify({ format_version: "1.0", provider_schemas: {} }));
    const { code, output } = await generate("--check", "--schema", schema);
    expect(code).toBe(2);
    expect(output).toContain(`${schema} has no provider confluentinc/confluent`);
  });
});
