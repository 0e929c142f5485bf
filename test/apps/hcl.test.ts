import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeWithTerraform, newFolder } from "../e2e/support";
import { ROOT } from "../house/repository";
import type { Json } from "../support/synth";
import { describeInstalled, runApp, runScript } from "./run-app";

/** Settings that bring out what an app writes only when asked to. */
const MORE: Readonly<Record<string, object>> = {
  "azure-private-link": { hub: { sniProxy: { allowedCidrs: ["203.0.113.0/24"] } } },
  "gcp-private-service-connect": { hub: { sniProxy: { allowedCidrs: ["203.0.113.0/24"], zone: "europe-west8-a" } } },
};

const APPS = readdirSync(join(ROOT, "apps")).filter((name) => existsSync(join(ROOT, "apps", name, "cdktf.json")));

const topologyOf = (app: string): object | undefined => {
  const file = join(ROOT, "apps", app, "topology.json");
  return existsSync(file) ? { ...JSON.parse(readFileSync(file, "utf8")), ...MORE[app] } : undefined;
};

function writtenTo(folder: string, topology: object | undefined): string {
  const file = join(folder, "topology.json");
  writeFileSync(file, JSON.stringify(topology));
  return file;
}

/** What a stack of JSON declares: kind, and type and name where it has them. */
function declared(stack: Json): string[] {
  const named = (kind: string): string[] => Object.keys(stack[kind] ?? {}).map((name) => `${kind} ${name}`);
  const typed = (kind: string): string[] =>
    Object.entries<Json>(stack[kind] ?? {}).flatMap(([type, blocks]) =>
      Object.keys(blocks).map((name) => `${kind} ${type} ${name}`),
    );
  const counted = (kind: string): string[] => (stack[kind] ?? []).map(() => kind);
  const providers = Object.entries<Json[]>(stack.provider ?? {}).flatMap(([name, blocks]) =>
    blocks.map(() => `provider ${name}`),
  );
  return [
    ...["variable", "output", "check"].flatMap(named),
    ...["resource", "data"].flatMap(typed),
    ...["import", "removed", "moved"].flatMap(counted),
    ...providers,
  ].sort();
}

/** The same of HCL. */
function declaredInHcl(text: string): string[] {
  return [...text.matchAll(/^(\w+)((?: "[^"]+")*) \{/gm)]
    .map(([, kind = "", labels = ""]) => `${kind}${labels.replaceAll('"', "")}`)
    .filter((line) => !/^(terraform|locals)$/.test(line))
    .sort();
}

function equalInHcl(app: string): void {
  const json = runApp(app, { topology: topologyOf(app) });
  const folder = newFolder();
  const hcl = runScript(app, ["main.ts"], {
    SYNTH_HCL_OUTPUT: "true",
    CDKTF_OUTDIR: folder,
    ...(topologyOf(app) && { TOPOLOGY_FILE: writtenTo(folder, topologyOf(app)) }),
  });
  const stacks = join(folder, "stacks");

  it("synthesises every stack", () => {
    expect([json.status, hcl.status, hcl.stderr]).toEqual([0, 0, ""]);
    expect(readdirSync(stacks).sort()).toEqual(Object.keys(json.stacks).sort());
    expect(readdirSync(stacks).length).toBeGreaterThan(1);
  });

  it("declares what the JSON declares, at the same addresses", () => {
    for (const [name, stack] of Object.entries(json.stacks)) {
      const text = readFileSync(join(stacks, name, "cdk.tf"), "utf8");
      expect(declared(stack).length, name).toBeGreaterThan(2);
      expect(declaredInHcl(text), name).toEqual(declared(stack));
    }
  });

  describeWithTerraform("read by Terraform", () => {
    it("is well-formed", () => {
      for (const name of Object.keys(json.stacks)) {
        const args = ["fmt", "-no-color", "-write=false", "-list=false", "cdk.tf"];
        const run = spawnSync("terraform", args, { cwd: join(stacks, name), encoding: "utf8" });
        expect([name, run.status], run.stderr).toEqual([name, 0]);
      }
    });
  });
}

for (const app of APPS) {
  const tests = (): void => equalInHcl(app);
  if (existsSync(join(ROOT, "apps", app, "package.json"))) describeInstalled(app, `HCL of apps/${app}`, tests);
  else describe(`HCL of apps/${app}`, tests);
}
