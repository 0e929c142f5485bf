import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";
import { NO_TERRAFORM, Terraform } from "../../lib/rehearsal/terraform/terraform";
import { describeWhere } from "../support/describe-where";
import type { Json } from "../support/synth";

export const ROOT = resolve(__dirname, "../..");
export const LEGS = ["primary-to-jump", "jump-to-dr"] as const;

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder that is removed after the tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cluster-linking-e2e-"));
  folders.push(folder);
  return folder;
}

const there = Terraform.find() !== undefined;

/** Tests with the real Terraform. */
export function describeWithTerraform(name: string, tests: () => void): void {
  describeWhere(there ? undefined : NO_TERRAFORM, name, tests);
}

export interface ProcessRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node beside this process: emulator and provider go on working in it. */
export async function node(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ProcessRun> {
  const { TOPOLOGY_FILE: _, CDKTF_OUTDIR: __, CDKTF_CONTEXT_JSON: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...inherited, CI: "1", CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const status = new Promise<number | null>((end, reject) => child.once("error", reject).once("close", end));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

export const defaultTopology = (): Json =>
  JSON.parse(readFileSync(join(ROOT, "apps/existing-clusters/topology.json"), "utf8"));

/** A file of the default topology with some members replaced. */
export function topologyFile(members: object = {}): string {
  const file = join(newFolder(), "topology.json");
  writeFileSync(file, JSON.stringify({ ...defaultTopology(), ...members }));
  return file;
}

const succeeded = (run: ProcessRun): void => {
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
};

/** Command line of cdktf. */
export function cdktf(...args: string[]): string[] {
  const manifest = require.resolve("cdktf-cli/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { cdktf: string } };
  return [join(dirname(manifest), bin.cdktf), ...args];
}

/** Synthesises the sample app by `cdktf synth`, and gives back the folder. */
export async function synthByCdktf(members: object = {}): Promise<string> {
  const out = join(newFolder(), "out");
  succeeded(await node(cdktf("synth", "--output", out), { TOPOLOGY_FILE: topologyFile(members) }));
  return out;
}

/** Synthesises the sample app without cdktf around it, which is the same in less time. */
export async function synth(members: object = {}, out = join(newFolder(), "out")): Promise<string> {
  const environment = { TOPOLOGY_FILE: topologyFile(members), CDKTF_OUTDIR: out };
  succeeded(await node(["--import", "tsx", "apps/existing-clusters/main.ts"], environment));
  return out;
}
