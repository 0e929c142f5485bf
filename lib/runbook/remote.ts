import { runsRemotely, workspaceName } from "./terraform";
import type { RunbookStack } from "./topology";

const remotely = (stack: RunbookStack, ...texts: readonly string[]): string[] =>
  runsRemotely(stack) ? [...texts] : [];

/** How the lines that change a state run where plans run remotely. */
export const stateTexts = (stack: RunbookStack): string[] =>
  remotely(
    stack,
    `terraform state and untaint run on this machine, on the state of ${workspaceName(stack)}: no agent, no key and no variable is needed, but the permission to read and write state versions, and no run that has the workspace locked. HCP Terraform keeps the states before.`,
  );

/** What to do about runs that are in the way of one. */
export const queueTexts = (stack: RunbookStack): string[] =>
  remotely(
    stack,
    `A run that stays pending waits for an earlier one of ${workspaceName(stack)}: one that needs confirmation, also when a run trigger started it, holds all that come after it. Open the pending run and choose "Run this plan now" (API: POST /runs/<run-id>/actions/force-execute), which ends those before it; it takes the permission to apply runs. A run that is planning or applying has to be canceled first, and a workspace that a person locked has to be unlocked. terraform plan is speculative here: it waits for nobody and holds nobody.`,
  );

/** How a variable of one run gets into a remote one. */
export const runVariableTexts = (stack: RunbookStack): string[] =>
  remotely(
    stack,
    `-var is sent along with this one run, and counts over the variables of ${workspaceName(stack)}. For a run that is started in the browser, set failover as a Terraform variable of the workspace, and remove it when the topics are STOPPED; -refresh=false is only there on the command line and in the API.`,
  );

/** How an import by blocks of the stack gets its cluster and key. */
export const importTexts = (stack: RunbookStack, names: readonly string[]): string[] =>
  remotely(
    stack,
    `The blocks are imported by the remote run, which sees nothing of this machine's environment: set ${names.join(", ")} as environment variables of ${workspaceName(stack)}, the key and the secret as sensitive ones, and remove them afterwards.`,
  );

/** How import runs that are made on this machine get at the state of a workspace. */
export const importRunTexts = (stack: RunbookStack): string[] =>
  remotely(
    stack,
    `Each run needs an environment of its own, so it is made on this machine: set the execution mode of ${workspaceName(stack)} to Local for that time, export its keys as TF_VAR_ here, and set the mode back. terraform import, where it is used by hand, runs here in any mode, and never sees the workspace's environment or its sensitive variables.`,
  );

/** How keys get into remote runs. */
export const keyTexts = (stack: RunbookStack, makesKeys: boolean): string[] =>
  remotely(
    stack,
    `Keys are sensitive variables of ${workspaceName(stack)}${makesKeys ? ", CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET sensitive environment variables" : ""}. Do not export them as TF_VAR_ where terraform is run: a remote run takes such variables along in clear text, over those of the workspace. The command line tools read the names below instead.`,
  );

/** What a workspace has to allow before it destroys anything. */
export const destroyTexts = (stack: RunbookStack): string[] =>
  remotely(stack, `${workspaceName(stack).replace(/^t/, "T")} has to allow destroy plans.`);
