import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NoAnswer } from "../command";
import type { WrittenFile } from "./run-files";

/** Throws {@link NoAnswer} unless a folder is new or empty. */
export function refuseFilledFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new NoAnswer(`${folder} has something in it: remove it, or name another folder with --dir.`);
  }
}

export function writeFiles(folder: string, files: readonly WrittenFile[]): void {
  for (const { path, content, executable = false } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (executable) chmodSync(file, 0o755);
  }
}
