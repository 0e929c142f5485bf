import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const LEFT_OUT = new Set(["node_modules", "cdktf.out"]);

/** A hash of the names and contents of files and folders; what is not there counts as that. */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) add(path);
  return hash.digest("hex");

  function add(path: string): void {
    const place = join(root, path);
    if (!existsSync(place)) hash.update(`${path}\0absent\0`);
    else if (statSync(place).isDirectory()) {
      for (const name of readdirSync(place).sort()) if (!LEFT_OUT.has(name)) add(join(path, name));
    } else {
      const content = readFileSync(place);
      hash.update(`${path}\0${content.length}\0`).update(content);
    }
  }
}
