import { type ExecFileException, execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

export const ROOT = resolve(__dirname, "../..");
export const SOURCES = join(ROOT, ".gen/providers/confluent/src");
export const SCHEMA = join(ROOT, "lib/rehearsal/provider/schema/confluent-provider-schema-2.83.0.json");

interface Outcome {
  readonly code: ExecFileException["code"];
  readonly output: string;
}

/** Runs a script of Node in a process of its own, without any report to cdktf's makers. */
export async function runNode(args: readonly string[], cwd = ROOT): Promise<Outcome> {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", CI: "true" };
  return new Promise((done) =>
    execFile(process.execPath, args, { cwd, env }, (error, stdout, stderr) =>
      done({ code: error ? error.code : 0, output: stdout + stderr }),
    ),
  );
}

const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bindings-test-"));
  folders.push(folder);
  return folder;
}

/** The text of every file below a folder by its path. */
export function filesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
