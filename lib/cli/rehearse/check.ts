import { credentialVariables } from "../../rehearsal/terraform/credential-variables";
import { WorkingCopy } from "../../rehearsal/terraform/working-copy";
import type { AppOutput } from "../app-output";
import { NoAnswer } from "../command";

/** Throws {@link NoAnswer} where an app's output has something in it that cannot be rehearsed. Leaves no file. */
export function checkRehearsable(app: AppOutput, given: Readonly<Record<string, string>>): void {
  const unknown = app.document.clusters.find(({ id }) => id === null);
  if (unknown) {
    throw new NoAnswer(
      `The id of ${unknown.name} is known to Terraform only: such a cluster cannot be rehearsed with.`,
    );
  }
  const copy = copyOf(app);
  try {
    for (const [name, json] of copy.stacks) {
      const made = new Set(
        credentialVariables(json, app.document.clusters).flatMap(({ key, secret }) => [key, secret]),
      );
      const missing = Object.entries(json.variable ?? {}).find(
        ([variable, { default: value }]) => value === undefined && !made.has(variable) && !(variable in given),
      );
      if (missing) {
        throw new NoAnswer(
          `The stack ${name} needs a value for ${missing[0]}: give it with --var ${missing[0]}=VALUE.`,
        );
      }
    }
  } finally {
    copy.remove();
  }
}

function copyOf(app: AppOutput): WorkingCopy {
  try {
    return WorkingCopy.copyOf(app.folder);
  } catch (error) {
    throw new NoAnswer((error as Error).message);
  }
}
