import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SECRET = /^\s*(?:\/\/[^=]*:)?_(?:authToken|auth|password)\s*=\s*(?!["']?\$\{)/m;

const LEFT_OUT = new Set(["node_modules", ".git", "cdktf.out", "dist"]);

/** Files named .npmrc with a token in them, which is not to be in a repository: `${NAME}` is. */
export function filesWithTokens(root: string, folder = "."): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesWithTokens(root, path);
    return entry.name === ".npmrc" && SECRET.test(readFileSync(join(root, path), "utf8")) ? [path] : [];
  });
}
