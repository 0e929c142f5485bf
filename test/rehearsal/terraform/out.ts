import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { StackJson } from "../../../lib/rehearsal/terraform/stack-json";

const scratch = mkdtempSync(join(tmpdir(), "rehearsal-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A new folder that is removed after the tests. */
export const newFolder = (): string => mkdtempSync(join(scratch, "x"));

/** Writes what synth would, with the stacks in the order of their names' dependencies or not. */
export function writeOut(
  stacks: Readonly<Record<string, StackJson>>,
  { dependsOn = {}, document = {} }: { dependsOn?: Record<string, string[]>; document?: object } = {},
): string {
  const out = newFolder();
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), JSON.stringify(content));
  };
  const names = Object.keys(stacks);
  const paths = names.map((name) => [name, { synthesizedStackPath: `stacks/${name}/cdk.tf.json` }]);
  write("manifest.json", { stacks: Object.fromEntries(paths) });
  for (const [name, json] of Object.entries(stacks)) write(`stacks/${name}/cdk.tf.json`, json);
  write("cluster-linking.json", {
    version: 1,
    stacks: names.map((name) => ({ name, dependsOn: dependsOn[name] ?? [] })),
    clusters: [],
    legs: [],
    chains: [],
    reach: [],
    acknowledged: [],
    ...document,
  });
  return out;
}
