import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

/** Text in which Markdown sees no emphasis and no HTML. */
export function plain(text: string): string {
  return text
    .replace(/[*<`]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, (underscores) => underscores.replaceAll("_", "\\_"));
}

/** Writes a page that is made from the code, or compares it (`--check`). Gives back the exit code. */
export function writePage(file: string, page: string, script: string, check: boolean): number {
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
    return 0;
  }
  if (existsSync(file) && readFileSync(file, "utf8") === page) return 0;
  console.error(`${relative(ROOT, file)} is not what the code says: run node --import tsx ${script}`);
  return 1;
}
