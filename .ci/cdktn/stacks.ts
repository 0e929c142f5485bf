import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** JSON of every stack that an app wrote, without what a framework says of itself, and without the folder of a local state. */
export function readStacks(out: string): Record<string, unknown> {
  const folder = join(out, "stacks");
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, name, "cdk.tf.json"), "utf8"), (key, value) =>
      key === "//" ? undefined : key === "path" ? basename(String(value)) : (value as unknown),
    );
  return Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)]));
}
