import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fingerprint } from "./fingerprint";

const ROOT = resolve(__dirname, "..");
const STAMPS = join(ROOT, "dist/.built-from.json");
const COMPILER = [".ci/build.ts", "package.json", "tsconfig.json", "LICENSE"];
const BINDINGS = ".gen/providers/confluent";

/** What each package is built from; a package is the folder of its name in dist. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "provider-confluent": [...COMPILER, BINDINGS],
  "cdktf-cluster-linking": [...COMPILER, BINDINGS, "lib", "README.md", "CHANGELOG.md"],
  "cluster-linking-apps": [".ci/build.ts", "package.json", "apps/common"],
};

type Stamps = Record<string, string>;

const readStamps = (): Stamps => (existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, "utf8")) : {});

/** Names of packages that are not built, or from other files than those there are now. */
export function packagesToBuild(): string[] {
  const stamps = readStamps();
  return Object.entries(PACKAGES)
    .filter(([name, inputs]) => {
      const built = existsSync(join(ROOT, "dist", name, "package.json"));
      return !built || stamps[name] !== fingerprint(ROOT, inputs);
    })
    .map(([name]) => name);
}

/** Builds one package and notes what it was made from. */
export function build(name: string, stage: () => void): void {
  const inputs = fingerprint(ROOT, PACKAGES[name]!);
  stage();
  writeFileSync(STAMPS, JSON.stringify({ ...readStamps(), [name]: inputs }, undefined, 2));
}
