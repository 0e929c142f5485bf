import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

const ROOT = resolve(__dirname, "../..");

/** Where the versions of a project on cdktn are locked. */
export const LOCK = join(__dirname, "package-lock.json");

/** The fork, and the constructs that it takes. */
const FORK = { cdktf: "npm:cdktn@0.24.0", constructs: "10.7.2" };

/** What only the generator of bindings and the command of cdktf need. */
const OF_CDKTF_ALONE = ["@cdktf/commons", "@cdktf/provider-generator", "cdktf-cli", "codemaker"];

const LEFT_OUT = new Set([".git", "node_modules", "cdktf.out", "coverage", "dist", "package-lock.json"]);

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Copies the project into a folder, where `cdktf` is its fork. Nothing is installed. */
export function cloneForFork(folder: string): void {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) =>
      !relative(ROOT, path)
        .split(sep)
        .some((part) => LEFT_OUT.has(part)),
  });
  const file = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const kept = Object.entries(manifest.devDependencies).filter(([name]) => !OF_CDKTF_ALONE.includes(name));
  const devDependencies = { ...Object.fromEntries(kept), ...FORK };
  writeFileSync(file, `${JSON.stringify({ ...manifest, devDependencies }, undefined, 2)}\n`);
  if (existsSync(LOCK)) cpSync(LOCK, join(folder, "package-lock.json"));
}
