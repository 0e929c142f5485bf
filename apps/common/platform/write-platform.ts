import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseSettings } from "../topology-file";
import { platformDataSchema, platformFile, type PlatformData } from "./platform-data";
import { PLATFORM_OUTPUT } from "./platform-stack";

/**
 * Writes an app's `platform.json` from the outputs of its stack `platform`, and prints what changed. Outputs come from Terraform in the
 * synthesised stack, or with the argument `-` from stdin, in the form of `terraform output -json`.
 */
export function writePlatform(folder: string, [from, ...more]: readonly string[] = process.argv.slice(2)): void {
  try {
    if (more.length > 0 || (from !== undefined && from !== "-")) {
      throw new Error('npm run platform [-- -]: without "-", Terraform is asked; with it, stdin has its output -json.');
    }
    const outputs = from === "-" ? readFileSync(0, "utf8") : terraformOutputs(folder);
    const data = platformOf(outputs);
    const file = platformFile(folder);
    const changes = changesOf(existsSync(file) ? parse(readFileSync(file, "utf8")) : {}, data);
    writeFileSync(file, `${JSON.stringify(data, undefined, 2)}\n`);
    console.log([`${file}: ${changes.length === 0 ? "nothing changed" : "written"}`, ...changes].join("\n"));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function terraformOutputs(folder: string): string {
  const { CDKTF_OUTDIR = join(folder, "cdktf.out") } = process.env;
  const stack = join(resolve(CDKTF_OUTDIR), "stacks", "platform");
  if (!existsSync(stack)) throw new Error(`${stack} is not there: npx cdktf synth`);
  const { status, stdout, stderr, error } = spawnSync(
    "terraform",
    [`-chdir=${stack}`, "output", "-json", "-no-color"],
    {
      encoding: "utf8",
    },
  );
  if (error) throw new Error(`terraform cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`terraform output failed in ${stack}:\n${stderr}`);
  return stdout;
}

function platformOf(outputs: string): PlatformData {
  const output = parse(outputs)[PLATFORM_OUTPUT] as { readonly value?: unknown } | undefined;
  if (output === undefined) {
    throw new Error(`There is no output ${PLATFORM_OUTPUT}: deploy the stack platform first.`);
  }
  return parseSettings(output.value, platformDataSchema, `The output ${PLATFORM_OUTPUT}`, "description of a platform");
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Error("That is no JSON of terraform output.");
  }
}

/** What one document says and the other one does not, a line each. There is no secret in them. */
function changesOf(before: unknown, after: unknown): string[] {
  const [old, now] = [leaves(before), leaves(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was === is) return [];
    if (was === undefined) return [`  + ${path}: ${is}`];
    return [is === undefined ? `  - ${path}: ${was}` : `  ~ ${path}: ${was} -> ${is}`];
  });
}

function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  const members = Object.entries(value);
  return new Map(members.flatMap(([key, member]) => [...leaves(member, path === "" ? key : `${path}.${key}`)]));
}
