import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "..");
const MEASURE = "bench/measure";

/** The packages as they are packed, and where their users have them. */
const PACKAGES = {
  "provider-confluent": "@cdktf/provider-confluent",
  "cdktf-cluster-linking": "cdktf-cluster-linking",
};
const PEERS = ["cdktf", "constructs"];

/** What a measuring process reports. */
export interface Measured {
  readonly milliseconds: number;
  readonly digest: string;
}

/** A folder in which the compiled packages are installed beside the measuring scripts, as plain JavaScript. */
export class Workspace {
  private readonly folder = mkdtempSync(join(tmpdir(), "cluster-linking-bench-"));

  /** Builds the packages and installs them. */
  public constructor() {
    execFileSync(process.execPath, ["--import", "tsx", join(ROOT, ".ci/build.ts")], { cwd: ROOT, stdio: "inherit" });
    const modules = join(this.folder, "node_modules");
    for (const [staged, name] of Object.entries(PACKAGES)) {
      cpSync(join(ROOT, "dist", staged), join(modules, name), { recursive: true });
    }
    for (const name of PEERS) symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
    symlinkSync(join(modules, "cdktf-cluster-linking/lib"), join(this.folder, "lib"));
    for (const script of readdirSync(join(ROOT, MEASURE))) this.addScript(script);
  }

  /** Runs one script in a process of its own. */
  public run(script: string, args: readonly string[]): Measured {
    const file = join(this.folder, MEASURE, `${script}.js`);
    const output = execFileSync(process.execPath, [file, ...args], { encoding: "utf8", cwd: this.folder });
    return JSON.parse(output);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private addScript(script: string): void {
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, MEASURE, script), "utf8"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
    });
    const file = join(this.folder, MEASURE, script.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputText);
  }
}
