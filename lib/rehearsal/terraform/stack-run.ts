import { join } from "node:path";
import type { Environment } from "./environment";
import { parseEvent, type TerraformDiagnostic, type TerraformEvent } from "./events";
import { TerraformFailure } from "./failure";
import type { Terraform, TerraformRun } from "./terraform";

const PLAN_FILE = "rehearsal.tfplan";

/** What Terraform runs with. */
export interface StackSetup {
  readonly terraform: Terraform;
  readonly folder: string;
  readonly environment: () => Environment;
  readonly signal?: AbortSignal | undefined;
}

/** What a plan is asked for. */
export interface PlanOptions {
  /** Values of variables, over those that were made up. @default - those that were made up */
  readonly variables?: Readonly<Record<string, string>>;
  /** More arguments, such as `-refresh=false`. @default - none */
  readonly args?: readonly string[];
  /** Takes what happens while it happens. @default - it is only in the report */
  readonly onEvent?: (event: TerraformEvent) => void;
}

/** What Terraform reported of one run. */
export interface Report {
  /** What Terraform said, in its order. */
  readonly events: readonly TerraformEvent[];
  /** Warnings, and errors where it failed. */
  readonly diagnostics: readonly TerraformDiagnostic[];
}

/** A change of a resource in a plan's JSON. */
export interface ResourceChange {
  /** Address of the resource, like `confluent_cluster_link.primary-to-jump`. */
  readonly address: string;
  /** Type of the resource. */
  readonly type: string;
  /** What becomes of it: `no-op`, `create`, `read`, `update`, `delete`, or two of them for a replacement. */
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly replace_paths?: readonly unknown[];
  };
}

/**
 * A plan as `terraform show -json` writes it.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export interface PlanJson {
  /** Every resource of the plan, those without a change too. @default - the plan has no resources */
  readonly resource_changes?: readonly ResourceChange[];
  /** Changes of outputs, by name. @default - the stack has no outputs */
  readonly output_changes?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** A saved plan, and what it would change. */
export interface Plan extends Report {
  /** The plan as `terraform show -json` writes it. */
  readonly json: PlanJson;
  /** Resources with something to do: address and actions. */
  readonly changes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Terraform in the folder of one stack.
 *
 * Its commands throw TerraformFailure where Terraform fails.
 *
 * @see https://developer.hashicorp.com/terraform/cli/commands
 */
export class StackRun {
  /** Name of the stack. */
  public readonly name: string;
  readonly #setup: StackSetup;

  public constructor(name: string, setup: StackSetup) {
    this.name = name;
    this.#setup = setup;
  }

  /** Runs `terraform init`. */
  public async init(): Promise<void> {
    await this.command(["init", "-input=false", "-no-color"]);
  }

  /** Whether the configuration is valid, and what is said of it. */
  public async validate(): Promise<{ readonly valid: boolean; readonly diagnostics: readonly TerraformDiagnostic[] }> {
    const { stdout } = await this.#run(["validate", "-json"]);
    return JSON.parse(stdout) as { valid: boolean; diagnostics: TerraformDiagnostic[] };
  }

  /** Plans and keeps the plan for {@link StackRun.applyPlan}. */
  public async plan(options: PlanOptions = {}): Promise<Plan> {
    const report = await this.#report("plan", [`-out=${PLAN_FILE}`], options);
    const json = JSON.parse(await this.command(["show", "-json", PLAN_FILE])) as PlanJson;
    const changed = (json.resource_changes ?? []).filter(({ change }) => change.actions.join() !== "no-op");
    return { ...report, json, changes: new Map(changed.map(({ address, change }) => [address, change.actions])) };
  }

  /** The plan that was made last, as Terraform shows it to a person. */
  public async planText(): Promise<string> {
    return this.command(["show", "-no-color", PLAN_FILE]);
  }

  /** Applies what {@link StackRun.plan} planned last. */
  public async applyPlan(options: Pick<PlanOptions, "onEvent"> = {}): Promise<Report> {
    return this.#report("apply", [PLAN_FILE], options);
  }

  /** Plans and applies in one go. */
  public async apply(options: PlanOptions = {}): Promise<Report> {
    return this.#report("apply", ["-auto-approve"], options);
  }

  /** Destroys all that is in the state. */
  public async destroy(options: PlanOptions = {}): Promise<Report> {
    return this.#report("destroy", ["-auto-approve"], options);
  }

  /** Values of outputs, sensitive ones included. */
  public async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const outputs = JSON.parse(await this.command(["output", "-json"])) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Addresses of what is in the state. */
  public async addresses(): Promise<string[]> {
    const listed = await this.command(["state", "list"]);
    return listed.split("\n").filter((line) => line !== "");
  }

  /** Runs any command to its end, whatever comes of it. */
  public async attempt(
    args: readonly string[],
    options: Pick<PlanOptions, "variables"> & { readonly onLine?: (line: string) => void } = {},
  ): Promise<TerraformRun> {
    return this.#run(args, options);
  }

  /** Runs any command to its end and gives back its output, or throws what it complained of. */
  public async command(args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.#run(args);
    if (exitCode !== 0) throw new TerraformFailure(this.name, args[0] ?? "", [], `${stdout}\n${stderr}`.trim());
    return stdout;
  }

  async #report(command: string, args: readonly string[], options: PlanOptions): Promise<Report> {
    const events: TerraformEvent[] = [];
    const rest: string[] = [];
    const onLine = (line: string): void => {
      const event = parseEvent(line);
      if (event === undefined) {
        rest.push(line);
      } else {
        events.push(event);
        options.onEvent?.(event);
      }
    };
    const all = [command, "-json", "-input=false", ...(options.args ?? []), ...args];
    const { exitCode, stderr } = await this.#run(all, { variables: options.variables, onLine });
    const diagnostics = events.flatMap(({ diagnostic }) => diagnostic ?? []);
    if (exitCode === 0) return { events, diagnostics };
    throw new TerraformFailure(this.name, command, diagnostics, [...rest, stderr].join("\n").trim());
  }

  async #run(
    args: readonly string[],
    { variables = {}, onLine }: { variables?: PlanOptions["variables"]; onLine?: (line: string) => void } = {},
  ): Promise<TerraformRun> {
    const { terraform, folder, environment, signal } = this.#setup;
    const own = Object.entries(variables).map(([name, value]): [string, string] => [`TF_VAR_${name}`, value]);
    return terraform.run(args, {
      cwd: folder,
      environment: { TF_DATA_DIR: join(folder, ".terraform"), ...environment(), ...Object.fromEntries(own) },
      ...(onLine && { onLine }),
      ...(signal && { signal }),
    });
  }
}
