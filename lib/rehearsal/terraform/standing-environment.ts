import type { TopologyDocument } from "../../model/document";
import { quoted } from "../../runbook/shell";
import type { RehearsalCloud } from "./rehearsal-cloud";
import type { StackJson } from "./stack-json";

/** Where Terraform keeps what it knows of a backend: apart from what a deployment to Confluent Cloud left in the same folder. */
const DATA_FOLDER = ".terraform-rehearsal";

/**
 * What a shell has to export to run Terraform or cdktf in the stacks' own folders against a cloud that stays up.
 *
 * One shell has one value for a variable: two stacks that take keys of different clusters by one name are refused.
 */
export function standingEnvironment(
  cloud: RehearsalCloud,
  stacks: ReadonlyMap<string, StackJson>,
  document: TopologyDocument,
): Readonly<Record<string, string>> {
  const environment: Record<string, string> = {
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    TF_DATA_DIR: DATA_FOLDER,
  };
  for (const [stack, json] of stacks) {
    for (const [name, value] of Object.entries(cloud.environmentOf(json, document))) {
      if ((environment[name] ?? value) !== value) {
        throw new Error(`${name} would need another value for the stack ${stack} than for those before it.`);
      }
      environment[name] = value;
    }
  }
  return environment;
}

/** The environment as commands of a POSIX shell. */
export function exportCommands(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}=${quoted(value)}`)
    .join("\n");
}
