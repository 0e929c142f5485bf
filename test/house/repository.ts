import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

/** Text of a file of the repository. */
export const readText = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Paths of the files below a folder of the repository whose names end like this. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}
