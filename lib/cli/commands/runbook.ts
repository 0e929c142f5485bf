import { mkdirSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { AppOutput, OUT_OPTION, outputFolder } from "../app-output";
import { parseArguments, refuseWords } from "../arguments";
import { answer, NoAnswer, type Command } from "../command";
import { writeRunbook, type WrittenRunbook } from "../../runbook/files";

const OPTIONS = {
  to: { type: "string" },
  out: { type: "string" },
} as const;

/** `cluster-linking runbook`: what people need in the life of the topology, as files. */
export const runbookCommand: Command = {
  usage: `Usage: cluster-linking runbook [--to DIR] [--out DIR]

Writes RUNBOOK.md for the app's own topology: deploy, verify, drill, planned switch, outages, after, failback and rotation,
with every command line; and the links' configuration files for the Confluent CLI, with placeholders for secrets. Asks
nobody, and writes the same files for the same topology.

  --to DIR             folder that is written into (default: runbook, where synth wrote)
${OUT_OPTION}

Exit code: 0 when the files are written, 2 when not.`,

  // eslint-disable-next-line @typescript-eslint/require-await -- reads and writes files and asks nobody
  async run(args, { env }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    refuseWords(positionals);
    const output = new AppOutput(outputFolder(values.out, env));
    const folder = values.to || join(output.folder, "runbook");
    const { files } = write(output, folder);
    try {
      mkdirSync(folder, { recursive: true });
      for (const { name, text } of files) writeFileSync(join(folder, name), text);
    } catch (error) {
      throw new NoAnswer(`${folder} cannot be written to (${String((error as NodeJS.ErrnoException).code)}).`);
    }
    return answer([`Written into ${folder}:`, ...files.map(({ name }) => `  ${name}`)].join("\n"));
  },
};

function write(output: AppOutput, folder: string): WrittenRunbook {
  if (output.legs.length === 0) throw new NoAnswer("There is no link.");
  try {
    return writeRunbook(output.document, {
      out: fromHere(output.folder),
      stackFolder: (stack) => output.stackFolder(stack),
      folder: fromHere(folder),
    });
  } catch (error) {
    const problem = error instanceof TypeError ? "parts of it are missing" : (error as Error).message;
    throw new NoAnswer(`${join(output.folder, "cluster-linking.json")} is nothing that synth wrote: ${problem}`);
  }
}

/** A folder as people write it where they are: no folder of this machine in the texts, unless it lies elsewhere. */
function fromHere(folder: string): string {
  const way = relative(process.cwd(), folder);
  const inside = way !== "" && !way.startsWith("..") && !isAbsolute(way);
  return (inside ? way : folder).split(sep).join("/");
}
