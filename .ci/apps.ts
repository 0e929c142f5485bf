// Builds the packages and installs the apps that use them as users do. What is up to date is left as it is.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { InstalledApp } from "./installed-apps";
import { packagesToBuild } from "./packages";

const ROOT = resolve(__dirname, "..");

function run(folder: string, command: string, ...args: string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed in ${folder}: ${error?.message ?? status}`);
}

function build(): void {
  const names = packagesToBuild();
  if (names.length > 0) run(ROOT, process.execPath, "--import", "tsx", ".ci/build.ts", ...names);
}

function install(app: InstalledApp): void {
  const wanted = app.toInstall();
  if (wanted === "everything") run(app.folder, "npm", "ci", "--no-audit", "--no-fund");
  else if (wanted.length > 0) {
    // npm leaves a folder's package as it is while its version stays.
    for (const name of wanted) rmSync(join(app.folder, "node_modules", name), { recursive: true, force: true });
    run(app.folder, "npm", "install", "--no-save", "--no-audit", "--no-fund");
  }
  app.markInstalled();
  console.log(`apps/${app.name}: ${describe(wanted)}`);
}

function describe(wanted: ReturnType<InstalledApp["toInstall"]>): string {
  if (wanted === "everything") return "installed";
  return wanted.length === 0 ? "up to date" : `installed again: ${wanted.join(", ")}`;
}

try {
  const names = process.argv.slice(2);
  const apps = InstalledApp.all();
  const unknown = names.filter((name) => !apps.some((app) => app.name === name));
  if (unknown.length > 0) throw new Error(`no app with a package of its own: ${unknown.join(", ")}`);
  build();
  for (const app of apps) if (names.length === 0 || names.includes(app.name)) install(app);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
