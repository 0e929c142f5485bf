/**
 * Runs the suite, and the apps, in a copy of the project where "cdktf" is its living fork cdktn. With --all, tests that run Terraform or the emulator
 * too, which get the same JSON; with --lock, its versions are locked anew.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { cloneForFork, LOCK } from "./cdktn/clone";
import { readStacks } from "./cdktn/stacks";

const ROOT = resolve(__dirname, "..");

/** Tests of everything that is built on the framework, and of the commands and drills that people run on it. */
const ON_FRAMEWORK = [
  ...["core", "kafka", "link", "mirror", "topology", "rules", "model", "contract", "golden", "policy", "testing"],
  ...["cli", "runbook", "drills", "e2e/hcl.test.ts"],
];

/** Tests of what the framework has a part in nowhere, or of cdktf's own command and generator, or of the repository. */
const ELSEWHERE = new Set(["bindings", "house", "release", "docs"]);

/** Tests that start the command `cdktf`, or an app whose own packages ask for cdktf, and one of a backend that cdktn takes for new versions only. */
const OF_CDKTF =
  /^(apps\/(azure|gcp|terraform-cloud|platform|app-packages|existing-clusters-backend|hcl)|hostile\/files|leaks\/apps|e2e\/(emulator-command|life\/commands|seed|platform))/;

function tests(): string[] {
  if (!process.argv.includes("--all")) return ON_FRAMEWORK.map((name) => `test/${name}`);
  return readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(sep, "/"))
    .filter((file) => file.endsWith(".test.ts") && !ELSEWHERE.has(file.split("/")[0] ?? "") && !OF_CDKTF.test(file))
    .map((file) => `test/${file}`);
}

const folder = mkdtempSync(join(tmpdir(), "cdktn-"));

function run(cwd: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed: ${error?.message ?? String(status)}`);
}

const npm = (...args: string[]): void => run(folder, "npm", [...args, "--no-audit", "--no-fund"]);

/** Apps that need no packages of their own. */
const apps = readdirSync(join(ROOT, "apps")).filter(
  (name) => existsSync(join(ROOT, "apps", name, "main.ts")) && !existsSync(join(ROOT, "apps", name, "package.json")),
);

function compare(app: string): void {
  const [ours, theirs] = [ROOT, folder].map((root, i) => {
    const out = join(folder, "compared", `${app}-${i}`);
    run(root, process.execPath, ["--import", "tsx", join("apps", app, "main.ts")], { CDKTF_OUTDIR: out });
    return readStacks(out);
  });
  if (!isDeepStrictEqual(ours, theirs)) throw new Error(`apps/${app}: the JSON is another one with cdktn.`);
  console.log(`apps/${app}: the same JSON with cdktf and cdktn, stacks ${Object.keys(ours ?? {}).join(", ")}`);
}

try {
  cloneForFork(folder);
  if (process.argv.includes("--lock")) {
    npm("install", "--package-lock-only", "--omit-lockfile-registry-resolved");
    copyFileSync(join(folder, "package-lock.json"), LOCK);
  } else {
    npm("ci");
    run(folder, "npx", ["--no", "vitest", "run", ...tests()]);
    mkdirSync(join(folder, "compared"));
    for (const app of apps) compare(app);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
