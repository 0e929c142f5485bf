import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { checkAgainstProviderSchema } from "../support/provider-schema";
import type { Json } from "../support/synth";

export const ROOT = resolve(__dirname, "../..");
export const APP = join(ROOT, "apps/existing-clusters");
export const FAILBACK = join(ROOT, "apps/failback");
export const LEGS = ["primary-to-jump", "jump-to-dr"] as const;

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "existing-clusters-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A path that nothing is at. */
export const unused = (name: string): string => join(mkdtempSync(join(scratch, "x")), name);

export const defaultTopology = (): Json => JSON.parse(readFileSync(join(APP, "topology.json"), "utf8"));

/** A file of the default topology with some members replaced; `undefined` leaves one out. */
export function topologyFile(members: Json): string {
  const file = unused("topology.json");
  writeFileSync(file, JSON.stringify({ ...defaultTopology(), ...members }));
  return file;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outdir: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly outdir?: string;
  /** @default - existing-clusters */
  readonly app?: string;
}

/** The environment without what would change the app's answer, and without calls to the network. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { TOPOLOGY_FILE: _, CDKTF_OUTDIR: __, CDKTF_CONTEXT_JSON: ___, ...inherited } = process.env;
  return { ...inherited, CI: "1", CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", ...more };
}

/** Runs the app as its cdktf.json does. The output directory is not there before. */
export function runApp({ cwd = ROOT, env = {}, outdir = unused("out"), app = APP }: Options = {}): Run {
  const args = ["--import", "tsx", join(app, "main.ts")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: environment({ ...env, CDKTF_OUTDIR: outdir }),
  });
  return { status, stdout, stderr, outdir: resolve(cwd, outdir) };
}

export const runWith = (members: Json, options: Options = {}): Run =>
  runApp({ ...options, env: { ...options.env, TOPOLOGY_FILE: topologyFile(members) } });

/** A stack's JSON without metadata, found good by the provider's schema. */
export function readStack({ outdir }: Pick<Run, "outdir">, name: string): Json {
  const json = JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
  const problems = checkAgainstProviderSchema(json);
  if (problems.length > 0) throw new Error(`${name}:\n${problems.join("\n")}`);
  return JSON.parse(JSON.stringify(json, (key, value) => (key === "//" ? undefined : value)));
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

export const STACK_TRACE = /^\s+at /m;
