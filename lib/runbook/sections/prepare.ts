import { commandLinePrefix } from "../../model/names";
import type { RunbookCluster } from "../cluster";
import type { KeyNames } from "../config-files";
import { storeKey } from "../confluent-cli";
import { keyNamesOf } from "../keys";
import { exportForm } from "../own-commands";
import { confluentForm, from, fromStack } from "../steps";
import type { Section, Step } from "../structure";
import { keyTexts } from "../remote";
import { init, runsRemotely } from "../terraform";
import type { RunbookStack, RunbookTopology } from "../topology";

/** What every machine needs before anything happens to the clusters, at best long before an outage. */
export function prepareSection(topology: RunbookTopology): Section {
  return {
    id: "prepare",
    kind: "prepare",
    title: "Prepare",
    text: [
      "Texts in angle brackets are placeholders; no secret is in this runbook. Commands are run from the folder that the app is synthesised in.",
      "Do this beforehand on every machine that shall be able to fail over: an outage is no time to download providers.",
    ],
    steps: [...topology.stacks.map((stack) => stackStep(stack)), cliStep(topology)],
  };
}

function stackStep(stack: RunbookStack): Step {
  const keys = runsRemotely(stack) ? keysOfCommandLine(stack) : keysOfTerraform(stack);
  const commands = [...exportForm(Object.fromEntries(keys)).commands, init(stack)];
  return {
    id: `init/${stack.name}`,
    title: `Make the stack ${stack.name} ready to run`,
    who: "operator",
    network: fromStack(stack),
    text: [
      ...keyTexts(stack, makesKeys(stack)),
      "The state holds keys in plain text: whoever reads it has them. Keep it away from the region of the first cluster.",
    ],
    forms: [{ tool: "terraform", commands }],
    expect: "Terraform has been successfully initialized.",
    failed: "A backend or a registry that cannot be reached.",
  };
}

/** What Terraform reads on this machine. */
function keysOfTerraform(stack: RunbookStack): [name: string, value: string][] {
  return [
    ...(stack.data.sensitiveVariables ?? []).map((name) => [`TF_VAR_${name}`, `<${name.replaceAll("_", "-")}>`]),
    ...(makesKeys(stack)
      ? ["API_KEY", "API_SECRET"].map((part) => [
          `CONFLUENT_CLOUD_${part}`,
          `<cloud-${part.toLowerCase().replace("_", "-")}>`,
        ])
      : []),
  ] as [string, string][];
}

/** What the command line of this project reads on this machine. */
const keysOfCommandLine = ({ calls }: RunbookStack): [name: string, value: string][] =>
  calls.flatMap(({ name, slug }) =>
    ["KEY", "SECRET"].map((part): [string, string] => [
      `${commandLinePrefix(name)}_API_${part}`,
      `<${slug}-api-${part.toLowerCase()}>`,
    ]),
  );

/** Whether a stack gives its links keys that it makes itself. */
function makesKeys({ legs }: RunbookStack): boolean {
  const keys = legs.flatMap(({ halves }) => halves.flatMap(({ credentials }) => credentials.map(({ key }) => key)));
  return keys.some((key) => key?.startsWith("confluent_api_key."));
}

function cliStep(topology: RunbookTopology): Step {
  const keys = topology.clusters.flatMap((cluster): [RunbookCluster, KeyNames][] => [
    [cluster, keyNamesOf(topology, cluster)],
  ]);
  return {
    id: "store-keys",
    title: "Store keys in the Confluent CLI",
    who: "operator",
    network: from(),
    text: [
      "After confluent login. A secret on a command line stays in the shell's history: begin the line with a space where the shell is set to leave such lines out.",
    ],
    forms: [confluentForm(keys.map(([cluster, names]) => storeKey(cluster, names)))],
    expect: "Stored secret for API key.",
    failed: "The provided API key does not belong to the target cluster: key and cluster are mixed up.",
  };
}
