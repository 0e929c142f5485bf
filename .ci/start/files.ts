import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");
/** Where synth writes. */
export const OUT = resolve(process.env["CDKTF_OUTDIR"] ?? join(ROOT, "cdktf.out"));

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Paths of what synth wrote, from the root of the repository. */
export function writtenFiles(): string[] {
  const { stacks } = readJson(join(OUT, "manifest.json")) as {
    stacks: Record<string, { synthesizedStackPath: string }>;
  };
  const paths = ["cluster-linking.json", "manifest.json"];
  for (const { synthesizedStackPath } of Object.values(stacks)) paths.push(synthesizedStackPath);
  return paths.map((path) => relative(ROOT, join(OUT, path))).sort();
}
