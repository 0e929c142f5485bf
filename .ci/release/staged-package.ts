import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A package that is built, under the name that it is published as. */
export interface StagedPackage {
  readonly name: string;
  /** The name that it is imported by. */
  readonly importName: string;
  readonly version: string;
  readonly tarball: string;
  readonly integrity: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

interface Packed {
  readonly filename: string;
  readonly integrity: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Packs what was built, with another scope if one is given. */
export function stagePackage(built: string, to: string, scope: string | undefined): StagedPackage {
  const { name: importName, version } = JSON.parse(readFileSync(join(built, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const name = scope === undefined ? importName : `${scope}/${importName.split("/").at(-1) ?? importName}`;
  const folder = join(to, name.replace("/", "-"));
  cpSync(built, folder, { recursive: true });
  const file = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as object;
  writeFileSync(file, `${JSON.stringify({ ...manifest, name }, undefined, 2)}\n`);
  const tarballs = join(to, "tarballs");
  mkdirSync(tarballs, { recursive: true });
  const args = ["pack", folder, "--json", "--pack-destination", tarballs];
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: to, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm pack of ${name} failed:\n${stderr}`);
  const [packed] = JSON.parse(stdout) as [Packed];
  const { filename, integrity, files } = packed;
  return { name, importName, version, tarball: join(tarballs, filename), integrity, files };
}
