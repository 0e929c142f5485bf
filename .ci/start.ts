import { join } from "node:path";
import { NO_TERRAFORM, Terraform } from "../lib/rehearsal/terraform/terraform";
import { interruption } from "./interruption";
import { OUT, readJson, writtenFiles } from "./start/files";
import type * as Rehearsal from "./start/rehearse";
import { synthesizeApp } from "./start/synth";

function whatIsNext(): string[] {
  const { reach, stacks } = readJson(join(OUT, "cluster-linking.json")) as {
    reach: { topic: string }[];
    stacks: { name: string }[];
  };
  const names = stacks.map(({ name }) => name).join(" ");
  return [
    "Written",
    ...writtenFiles().map((path) => `  ${path}`),
    "",
    "Next",
    `  npx cluster-linking explain ${reach[0]?.topic ?? "<topic>"}`,
    "  TOPOLOGY_FILE=your-topology.json npm start (the form of the file: apps/existing-clusters/README.md)",
    "With an account, your clusters in that file and their keys in TF_VAR_primary_api_key, TF_VAR_primary_api_secret and so on:",
    `  TOPOLOGY_FILE=your-topology.json npx cdktf deploy ${names}`,
  ];
}

/** Loads what deploys, which takes as long as synth: so it is done meanwhile. */
function loadRehearsal(): typeof Rehearsal {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./start/rehearse") as typeof Rehearsal;
}

async function start(terraform: Terraform, signal: AbortSignal): Promise<void> {
  const synthesis = synthesizeApp(OUT, signal);
  const { rehearse, startMeanwhile } = loadRehearsal();
  const { summary, cloud } = await startMeanwhile(synthesis);
  console.log(`${summary}\n`);
  await rehearse(OUT, { cloud, terraform, signal });
  console.log(whatIsNext().join("\n"));
}

const terraform = Terraform.find();
if (terraform === undefined) {
  console.error(NO_TERRAFORM);
  process.exitCode = 1;
} else {
  const signal = interruption();
  start(terraform, signal).catch((error: unknown) => {
    console.error((signal.aborted ? (signal.reason as Error) : (error as Error)).message);
    process.exitCode = 1;
  });
}
