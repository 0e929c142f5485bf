import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DOCUMENT_NAME, parseDocument } from "../model/document";
import { explain, type Asked } from "./explain";

export interface Result {
  readonly text: string;
  /** Whether the text says why there is no answer. */
  readonly failed: boolean;
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = `Usage: cluster-linking explain <topic|group> [--topic] [--group] [--out DIR]

Tells the name of a topic and of a consumer group on each cluster of every chain, or where it stops and why.

  --topic    only as a topic
  --group    only as a consumer group
  --out DIR  where synth wrote ${DOCUMENT_NAME} (default: $CDKTF_OUTDIR, else cdktf.out)

Exit code: 0 when the name gets to the end of every chain, 1 when it stops or nothing proves that it arrives,
2 when there is no answer. Without --topic and --group a name counts as a topic; if no link mirrors it and a
group filter other than "*" names it, as a consumer group.`;

const OPTIONS = {
  topic: { type: "boolean" },
  group: { type: "boolean" },
  out: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const failure = (text: string): Result => ({ text, failed: true, exitCode: 2 });
const misuse = (problem: string): Result => failure(`${problem}\n\n${USAGE}`);

/** Does what the command line asks for. Writes nothing. */
export function run(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Result {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return misuse((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help) return { text: USAGE, failed: false, exitCode: 0 };
  const [command, name, ...rest] = positionals;
  if (command === undefined) return misuse("A command is missing.");
  if (command !== "explain") return misuse(`There is no command ${JSON.stringify(command)}.`);
  if (name === undefined || name === "") return misuse("The name of a topic or group is missing.");
  if (rest.length > 0) {
    return misuse(`One name at a time: ${rest.map((each) => JSON.stringify(each)).join(", ")} is too much.`);
  }
  const asked = { topic: values.topic === true, group: values.group === true };
  return explainFile(join(values.out || env["CDKTF_OUTDIR"] || "cdktf.out", DOCUMENT_NAME), name, asked);
}

function explainFile(file: string, name: string, asked: Asked): Result {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    return failure(`${file} cannot be read (${code}). Synthesise first, or name the output directory with --out.`);
  }
  try {
    const { text, arrives } = explain(parseDocument(content), name, asked);
    return { text, failed: false, exitCode: arrives ? 0 : 1 };
  } catch (error) {
    const problem = error instanceof TypeError ? "parts of it are missing" : (error as Error).message;
    return failure(`${file} is nothing that synth wrote: ${problem}`);
  }
}
