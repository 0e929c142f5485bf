import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "./repository";

const MODULES = join(ROOT, "node_modules");

/** How examples are compiled. */
export const COMPILER = {
  target: "es2022",
  module: "node16",
  moduleResolution: "node16",
  strict: true,
  noUnusedLocals: true,
  esModuleInterop: true,
  skipLibCheck: true,
  types: ["node"],
  noEmit: true,
};

/** A user's project in a folder of its own, with the packages that are installed here and this library. */
export class ExampleProject {
  public readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "example-")));

  public constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.write("package.json", JSON.stringify({ name: "example", private: true }));
    for (const name of packages()) this.#link(name, join(MODULES, name));
    this.#link("cdktf-cluster-linking", ROOT);
  }

  public path(path: string): string {
    return join(this.folder, path);
  }

  public write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  /** A program that `npx <name>` finds in the project. */
  public addProgram(name: string, script: string): void {
    const path = `node_modules/.bin/${name}`;
    this.write(path, `#!/bin/sh\n${script}\n`);
    chmodSync(this.path(path), 0o755);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #link(name: string, target: string): void {
    const path = this.path(join("node_modules", name));
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, "dir");
  }
}

/** Names of what is installed, scopes included. */
function packages(): string[] {
  return readdirSync(MODULES)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(MODULES, name)).map((each) => `${name}/${each}`) : [name],
    )
    .filter((name) => name !== "cdktf-cluster-linking");
}
