import type { NameList } from "./lists";
import { DEFAULT_PARALLELISM, parallelismFor } from "./timing";
import type { Command, Form, Operation, TerraformOperation } from "./structure";
import type { RunbookStack, RunbookTopology } from "./topology";

/** Backends with which Terraform runs elsewhere. */
const REMOTE = new Set(["cloud", "remote"]);

export interface ApplyOptions {
  /** Name of the plan's file. */
  readonly plan: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether Terraform looks at what exists before it plans. @default true */
  readonly refresh?: boolean;
  /** How many resources of one kind change or are made, for `-parallelism`. @default - Terraform's own */
  readonly resources?: number;
}

/** Whether a stack's plans run on a machine of HCP Terraform. */
export const runsRemotely = ({ data }: RunbookStack): boolean => REMOTE.has(data.backend?.type ?? "local");

/** What to call the workspace of a stack. */
export function workspaceName({ data }: RunbookStack): string {
  const workspace = data.backend?.workspace;
  return workspace === null || workspace === undefined ? "the stack's workspace" : `the workspace ${workspace}`;
}

function terraform(stack: RunbookStack, operation: Operation, ...args: readonly string[]): Command {
  return { program: "terraform", args: [`-chdir=${stack.folder}`, ...args], operation };
}

export const init = (stack: RunbookStack): Command =>
  terraform(stack, { kind: "init", stack: stack.name }, "init", "-input=false");

const variableFlags = (variables: Readonly<Record<string, string>>): string[] =>
  Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);

function operationOf(
  kind: TerraformOperation["kind"],
  stack: RunbookStack,
  { variables = {}, refresh = true, resources }: Omit<ApplyOptions, "plan">,
): TerraformOperation {
  const parallelism = resources === undefined ? undefined : parallelismFor(resources);
  return { kind, stack: stack.name, variables, refresh, parallelism };
}

/** Ways to apply a stack: those that its backend allows. */
export function applyForms(topology: RunbookTopology, stack: RunbookStack, options: ApplyOptions): Form[] {
  return runsRemotely(stack)
    ? [remoteForm(stack, options), cdktfForm(topology, stack, options)]
    : [terraformForm(stack, options), cdktfForm(topology, stack, options)];
}

function terraformForm(stack: RunbookStack, options: ApplyOptions): Form {
  const { plan, variables = {}, refresh = true } = options;
  const operation = operationOf("plan", stack, options);
  const { parallelism } = operation;
  const flags = [...(refresh ? [] : ["-refresh=false"]), ...variableFlags(variables)];
  const parallel = parallelism === undefined ? [] : [`-parallelism=${parallelism}`];
  return {
    tool: "terraform",
    when: "Needs no Node. The second line does exactly what the first has shown.",
    commands: [
      terraform(stack, operation, "plan", "-input=false", ...flags, ...parallel, `-out=${plan}.tfplan`),
      terraform(stack, { ...operation, kind: "apply-plan" }, "apply", "-input=false", ...parallel, `${plan}.tfplan`),
    ],
  };
}

function remoteForm(stack: RunbookStack, options: ApplyOptions): Form {
  const { variables = {}, refresh = true } = options;
  const operation = operationOf("apply", stack, options);
  const flags = [...(refresh ? [] : ["-refresh=false"]), ...variableFlags(variables)];
  return {
    tool: "HCP Terraform",
    when: parallelismBeforehand(stack, operation.parallelism),
    commands: [terraform(stack, operation, "apply", ...flags)],
  };
}

/** HCP Terraform refuses `-parallelism` on the command line. */
function parallelismBeforehand(stack: RunbookStack, parallelism: number | undefined): string {
  const asks = "Shows the plan of the remote run and asks before it goes on.";
  if (parallelism === undefined || parallelism <= DEFAULT_PARALLELISM) return asks;
  return `${asks} Set the environment variable TFE_PARALLELISM=${parallelism} in ${workspaceName(stack)} beforehand; where it runs on agents, which do not read that one, TF_CLI_ARGS_plan and TF_CLI_ARGS_apply with -parallelism=${parallelism}.`;
}

// "cdktf deploy" runs "terraform apply" in one: what changes its plan is an argument of apply.
function cdktfForm(
  topology: RunbookTopology,
  stack: RunbookStack,
  { variables = {}, refresh = true, resources }: ApplyOptions,
): Form {
  const operation = operationOf("apply", stack, { variables, refresh, ...(resources !== undefined && { resources }) });
  const { parallelism } = operation;
  const alone = stack.data.dependsOn.length > 0;
  const args = [
    "deploy",
    stack.name,
    ...(alone ? ["--ignore-missing-stack-dependencies"] : []),
    ...["--skip-synth", "--skip-provider-lock"],
    ...(topology.out === "cdktf.out" ? [] : ["--output", topology.out]),
    ...(parallelism === undefined || runsRemotely(stack) ? [] : ["--terraform-parallelism", String(parallelism)]),
    ...Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}=${value}`]),
  ];
  const why = [
    "Shows the plan and asks before it goes on.",
    ...(alone ? ["Without --ignore-missing-stack-dependencies cdktf refuses to deploy this stack alone."] : []),
    ...(refresh ? [] : ["cdktf has no switch for refreshing, and runs terraform apply: TF_CLI_ARGS_apply reaches it."]),
  ];
  const environment = refresh ? {} : { environment: { TF_CLI_ARGS_apply: "-refresh=false" } };
  return {
    tool: "cdktf",
    when: why.join(" "),
    commands: [{ program: "npx cdktf", args, ...environment, operation }],
  };
}

/** Shows what Terraform would do, and keeps nothing. */
export function planForm(stack: RunbookStack, { refresh = true }: { readonly refresh?: boolean } = {}): Form {
  const operation = operationOf("plan", stack, { refresh });
  return {
    tool: runsRemotely(stack) ? "HCP Terraform" : "terraform",
    commands: [
      terraform(
        stack,
        operation,
        ...["plan", ...(runsRemotely(stack) ? [] : ["-input=false"]), ...(refresh ? [] : ["-refresh=false"])],
      ),
    ],
  };
}

/** Destroys these addresses and what depends on them. */
export function destroyForm(stack: RunbookStack, plan: string, addresses: readonly string[]): Form {
  const operation = { ...operationOf("plan", stack, {}), destroy: addresses };
  const targets = addresses.map((address) => `-target=${address}`);
  const when = "Only with preventDestroy: false in what was synthesised. Look at the plan before you go on.";
  if (runsRemotely(stack)) {
    const command = terraform(stack, { ...operation, kind: "apply" }, "destroy", ...targets);
    return { tool: "HCP Terraform", when, commands: [command] };
  }
  return {
    tool: "terraform",
    when,
    commands: [
      terraform(stack, operation, "plan", "-input=false", "-destroy", ...targets, `-out=${plan}.tfplan`),
      terraform(stack, { ...operation, kind: "apply-plan" }, "apply", "-input=false", `${plan}.tfplan`),
    ],
  };
}

/** Takes resources out of the state. Nothing is called and nothing is destroyed. */
export function forgetForm({ folder }: RunbookTopology, stack: RunbookStack, { names, file }: NameList): Form {
  const operation: Operation = { kind: "forget", stack: stack.name, addresses: names };
  const command = terraform(stack, operation, "state", "rm", ...(file ? [] : names));
  return {
    tool: "terraform",
    commands: [file ? { ...command, program: "xargs terraform", input: `${folder}/${file.name}` } : command],
  };
}

export function untaintForm(stack: RunbookStack, address: string): Form {
  return {
    tool: "terraform",
    commands: [terraform(stack, { kind: "untaint", stack: stack.name, address }, "untaint", address)],
  };
}

export function listStateForm(stack: RunbookStack): Form {
  return {
    tool: "terraform",
    commands: [terraform(stack, { kind: "list-state", stack: stack.name }, "state", "list")],
  };
}

export function synthForm({ out }: RunbookTopology): Form {
  const args = ["synth", ...(out === "cdktf.out" ? [] : ["--output", out])];
  return { tool: "cdktf", commands: [{ program: "npx cdktf", args, operation: { kind: "synth" } }] };
}
