import { READ_ON_IMPORT, type EnvironmentLine } from "./import-environment";
import { expectedPlan, type Run } from "./runs";
import { quoted } from "../../runbook/shell";

/** Name of the file with this run's blocks, while it is beside the stack's JSON. */
const BESIDE = "adopt.tf.json";
const PLAN = "adopt.tfplan";

/** A file of the answer: its path in the folder, and what is in it. */
export interface WrittenFile {
  readonly path: string;
  readonly content: string;
  readonly executable?: boolean;
}

/** The files of one run: its blocks, its environment, and the script that runs it. */
export function runFiles(run: Run, stackFolder: string): WrittenFile[] {
  const folder = `${run.stack}/${run.name}`;
  return [
    { path: `${folder}/blocks.tf.json`, content: `${JSON.stringify(escaped(run.blocks), undefined, 2)}\n` },
    { path: `${folder}/environment.sh`, content: environmentScript(run.environment) },
    { path: `${folder}/run.sh`, content: runScript(run, stackFolder), executable: true },
  ];
}

/** Ids as Terraform's JSON takes them: no text in them is an expression. */
function escaped({ import: imports, ...rest }: Run["blocks"]): object {
  if (imports === undefined) return rest;
  const literal = (text: string): string => text.replaceAll("${", "$${").replaceAll("%{", "%%{");
  return { ...rest, import: imports.map(({ to, id }) => ({ to, id: literal(id) })) };
}

function environmentScript(lines: readonly EnvironmentLine[]): string {
  return [
    "# What the provider reads during this import, and nothing of another one. Keys come from other variables: no secret is written here.",
    `unset ${READ_ON_IMPORT.join(" ")}`,
    ...lines.map(({ name, value }) =>
      "text" in value
        ? `export ${name}=${quoted(value.text)}`
        : `export ${name}="\${${value.variable}:?is not set: give it the value that the stack is deployed with}"`,
    ),
    "",
  ].join("\n");
}

function runScript(run: Run, stackFolder: string): string {
  const expected = expectedPlan(run);
  const pattern = expected.replace("…", "[0-9]+").replaceAll(".", "[.]");
  return `#!/bin/sh
# Stack ${run.stack}: ${run.title}.
# Expected: ${expected}
# Without an argument the plan is made and looked at; with "apply" it is applied, if it is as expected.
# STACK_FOLDER: another folder of the stack. TERRAFORM: another program, such as tofu.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
stack=\${STACK_FOLDER:-${quoted(stackFolder)}}
terraform=\${TERRAFORM:-terraform}
. "$here/environment.sh"
trap 'rm -f "$stack/${BESIDE}" "$stack/${PLAN}"' EXIT
trap 'exit 130' INT TERM
cp "$here/blocks.tf.json" "$stack/${BESIDE}"
"$terraform" -chdir="$stack" init -input=false
"$terraform" -chdir="$stack" plan -input=false -out=${PLAN} \\
${run.targets.map((target) => `  ${quoted(`-target=${target}`)}`).join(" \\\n")}
if ! "$terraform" -chdir="$stack" show -no-color ${PLAN} | grep -Eq ${quoted(`^${pattern}$`)}; then
  echo ${quoted(`Not applied: the plan is not the expected one. Expected: ${expected}`)} >&2
  exit 1
fi
if [ "\${1:-}" = apply ]; then
  "$terraform" -chdir="$stack" apply -input=false ${PLAN}
else
  echo 'The plan is as expected. To apply it: the same command with "apply".'
fi
`;
}
