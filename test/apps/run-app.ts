import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe } from "vitest";
import { InstalledApp } from "../../.ci/installed-apps";
import { describeWhere } from "../support/describe-where";
import type { Json } from "../support/synth";

const ROOT = resolve(__dirname, "../..");

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "apps-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Folder of an app. */
export const appFolder = (app: string): string => join(ROOT, "apps", app);

/** A member of an app's folder that is JSON. */
export const readAppJson = (app: string, file: string): Json =>
  JSON.parse(readFileSync(join(appFolder(app), file), "utf8"));

export interface AppInput {
  /** What the topology file says: a document, or the text of one. @default - the app's own file */
  readonly topology?: object | string;
  /** What the platform file says; `"absent"`: there is none. @default - the app's own file */
  readonly platform?: object | string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface AppRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Folder that was synthesised to. It is not there before. */
  readonly outdir: string;
  /** JSON of each stack without cdktf's comments, by name; empty if nothing was synthesised. */
  readonly stacks: Readonly<Record<string, Json>>;
}

/** Runs an app as its cdktf.json does: in its folder, with the packages that are installed there. */
export function runApp(app: string, { topology, platform, env = {} }: AppInput = {}): AppRun {
  const folder = mkdtempSync(join(scratch, "run-"));
  const outdir = join(folder, "cdktf.out");
  const run = runScript(app, ["main.ts"], {
    CDKTF_OUTDIR: outdir,
    ...(topology !== undefined && { TOPOLOGY_FILE: document(folder, "topology.json", topology) }),
    ...(platform !== undefined && { PLATFORM_FILE: document(folder, "platform.json", platform) }),
    ...env,
  });
  return { ...run, outdir, stacks: readStacks(outdir) };
}

/** Runs a script in an app's folder. */
export function runScript(
  app: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = "",
): Pick<AppRun, "status" | "stdout" | "stderr"> {
  const {
    TOPOLOGY_FILE: _,
    PLATFORM_FILE: __,
    CDKTF_OUTDIR: ___,
    CDKTF_CONTEXT_JSON: ____,
    ...inherited
  } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: appFolder(app),
    encoding: "utf8",
    input,
    env: { ...inherited, CI: "1", CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", ...env },
  });
  return { status, stdout, stderr };
}

/** The stacks of a run that must have succeeded. */
export function stacksOf({ status, stdout, stderr, stacks }: AppRun): Readonly<Record<string, Json>> {
  if (status !== 0) throw new Error(stdout + stderr);
  return stacks;
}

function document(folder: string, name: string, content: object | string): string {
  const file = join(folder, name);
  if (content !== "absent") writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function readStacks(outdir: string): Record<string, Json> {
  const manifest = join(outdir, "manifest.json");
  if (!existsSync(manifest)) return {};
  const names = Object.keys(JSON.parse(readFileSync(manifest, "utf8")).stacks);
  return Object.fromEntries(names.map((name) => [name, readStack(join(outdir, "stacks", name, "cdk.tf.json"))]));
}

const readStack = (file: string): Json =>
  JSON.parse(readFileSync(file, "utf8"), (key, value) => (key === "//" ? undefined : value));

/** Tests of an app with packages of its own. A laptop takes packages that are not up to date too. */
export function describeInstalled(app: string, name: string, tests: () => void): void {
  const { state } = new InstalledApp(app);
  const old = state === "outdated" ? `apps/${app} is installed from older files: npm run apps` : undefined;
  if (old !== undefined && process.env["CI"] !== "true") {
    process.stderr.write(`${old}\n`);
    describe(name, tests);
  } else {
    describeWhere(state === "absent" ? `apps/${app} is not installed: npm run apps` : old, name, tests);
  }
}
