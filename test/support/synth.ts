import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type IManifest } from "cdktf";
import { afterAll } from "vitest";
import { checkAgainstProviderSchema } from "./provider-schema";

/** Parsed JSON, free to walk in a test. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Synthesis {
  readonly stacks: Record<string, Json>;
  readonly outdir: string;
  readonly manifest: IManifest;
}

const outdirs: string[] = [];

afterAll(() => outdirs.forEach((outdir) => rmSync(outdir, { recursive: true, force: true })));

/** Builds and synthesises an app; refuses a document that Terraform would not take, unless `check` is false. */
export function synthToJson(build: (app: App) => void, { check = true } = {}): Synthesis {
  const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-"));
  outdirs.push(outdir);
  const app = new App({ outdir, stackTraces: false });
  build(app);
  app.synth();
  const manifest: IManifest = readJson(outdir, "manifest.json");
  const stacks = Object.fromEntries(
    Object.keys(manifest.stacks).map((name) => [name, readJson(outdir, "stacks", name, "cdk.tf.json")]),
  );
  if (check) assertValid(stacks);
  return { stacks, outdir, manifest };
}

/** The resources of one type by name. */
export const resources = (stackJson: Json, type: string): Record<string, Json> => stackJson.resource?.[type] ?? {};

const readJson = (...path: string[]): Json => JSON.parse(readFileSync(join(...path), "utf8"));

function assertValid(stacks: Record<string, unknown>): void {
  const problems = Object.entries(stacks).flatMap(([name, json]) =>
    checkAgainstProviderSchema(json).map((problem) => `${name}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(`Terraform would refuse the synthesised JSON:\n${problems.join("\n")}`);
}
