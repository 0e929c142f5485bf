import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packagesToBuild } from "../../.ci/packages";
import { ROOT } from "../house/repository";

const FOLDERS = ["provider-confluent", "cdktf-cluster-linking"] as const;
export const [BINDINGS, LIBRARY] = FOLDERS.map((name) => join(ROOT, "dist", name)) as [string, string];

/** Why the packages cannot be tried out, where they cannot. */
export const NOT_BUILT =
  packagesToBuild().length > 0 ? "The packages are built from older files: npm run build" : undefined;

/** Makes a project with both packages as they are published, their peers and `others`, and nothing else. */
export function projectIn(folder: string, others: readonly string[] = []): string {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "project" }');
  for (const [name, from] of [
    ["cdktf-cluster-linking", LIBRARY],
    ["@cdktf/provider-confluent", BINDINGS],
  ] as const) {
    cpSync(from, join(modules, name), { recursive: true });
  }
  for (const name of ["cdktf", "constructs", "@types/node", "undici-types", ...others]) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    if (existsSync(join(ROOT, "node_modules", name))) symlinkSync(join(ROOT, "node_modules", name), link);
  }
  return folder;
}
