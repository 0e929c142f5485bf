import { stripVTControlCharacters } from "node:util";
import type { DocumentCluster } from "../../model/document";
import { commandLine } from "../../runbook/shell";
import type { Command, Operation } from "../../runbook/structure";
import type { Deployment } from "../terraform/deployment";
import type { Progress } from "../terraform/progress";
import type { StackRun } from "../terraform/stack-run";
import { planCounts, type CommandRun } from "./command-run";
import { restCalls } from "./confluent";
import type { ClusterRest } from "./rest";

/** Where a cluster is on this machine, and the key to it. */
export interface ClusterAccess {
  readonly cluster: DocumentCluster;
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/** What a command of the library's own command line said. */
export interface OwnResult {
  readonly text: string;
  readonly exitCode: number;
}

/** Runs `npx cluster-linking` with these arguments, in virtual time. */
export type OwnCommandLine = (
  args: readonly string[],
  surroundings: {
    readonly clusters: readonly ClusterAccess[];
    readonly now: () => number;
    readonly sleep: (milliseconds: number) => Promise<void>;
  },
) => Promise<OwnResult>;

export interface ExecutorOptions {
  readonly deployment: Deployment;
  readonly own: OwnCommandLine;
  readonly rest: ClusterRest;
  readonly progress: Progress;
}

type Done = Omit<CommandRun, "line" | "program" | "from" | "to">;

const CHDIR = /^-chdir=/;
const FINISHED = /^(\S.*?): (Creation|Modifications|Destruction|Import) complete/;
const VERBS: Readonly<Record<string, string>> = {
  Creation: "created",
  Modifications: "changed",
  Destruction: "destroyed",
  Import: "imported",
};

/** Runs the runbook's command lines on copies of the stacks and on the emulated cloud. */
export class Executor {
  readonly #options: ExecutorOptions;
  /** Values of variables in place of those that were made up, by stack. */
  readonly #variables = new Map<string, Record<string, string>>();

  public constructor(options: ExecutorOptions) {
    this.#options = options;
  }

  /** Gives a stack other values for some variables from now on. */
  public setVariables(stack: string, variables: Readonly<Record<string, string>>): void {
    this.#variables.set(stack, { ...this.#variables.get(stack), ...variables });
  }

  /** What a variable of a stack was given by {@link Executor.setVariables}. */
  public valueOf(stack: string, variable: string): string | undefined {
    return this.#variables.get(stack)?.[variable];
  }

  /** Runs a command to its end, whatever comes of it. `out` is where synth wrote what it is about. */
  public async run(command: Command, out: string): Promise<CommandRun> {
    const { emulator } = this.#options.deployment.cloud;
    const from = emulator.clock.now;
    const done = await this.#do(command, out);
    return { line: commandLine(command), program: command.program, from, to: emulator.clock.now, ...done };
  }

  async #do(command: Command, out: string): Promise<Done> {
    switch (command.program) {
      case "terraform":
      case "xargs terraform":
        return this.#terraform(command);
      case "npx cluster-linking":
        return this.#ownCommand(command, out);
      case "confluent":
      case "xargs confluent":
      case "xargs -n 1 confluent":
        return this.#byRest(command.operation);
      case "sleep":
        await this.#sleep(command.operation);
        return { exitCode: 0, output: "" };
      case "export":
        return { exitCode: 0, output: "", equivalent: "made up for the rehearsal" };
      case "npx cdktf":
        return { exitCode: 0, output: "", equivalent: "not run: the stacks are rehearsed as they were synthesised" };
    }
  }

  async #terraform({ args, operation }: Command): Promise<Done> {
    const stack = this.#stackOf(operation);
    const { progress } = this.#options;
    const { exitCode, stdout, stderr } = await stack.attempt(terraformArguments(args, operation), {
      variables: this.#variables.get(stack.name) ?? {},
      onLine: (line) => {
        const [, address, what] = FINISHED.exec(stripVTControlCharacters(line)) ?? [];
        if (address !== undefined && what !== undefined) {
          progress.finished(stack.name, `${VERBS[what] ?? what} ${address}`);
        }
      },
    });
    const output = stripVTControlCharacters([stdout, stderr].join("\n").trim());
    const counts = planCounts(output);
    return {
      exitCode: exitCode ?? 1,
      output,
      stack: stack.name,
      ...(counts && { plan: counts }),
    };
  }

  #stackOf(operation: Operation): StackRun {
    if (!("stack" in operation)) throw new Error(`No stack is named by ${operation.kind}.`);
    return this.#options.deployment.stack(operation.stack);
  }

  async #ownCommand({ args }: Command, out: string): Promise<Done> {
    const { deployment, own, rest } = this.#options;
    const { emulator } = deployment.cloud;
    const at = args.indexOf("--out");
    const others = at < 0 ? args : args.filter((_, i) => i !== at && i !== at + 1);
    const { text, exitCode } = await own([...others, "--out", out], {
      clusters: deployment.document.clusters.flatMap((cluster) =>
        cluster.id === null ? [] : [{ cluster, ...rest.access(cluster.id) }],
      ),
      now: () => emulator.clock.now,
      sleep: async (milliseconds) => deployment.cloud.wait(milliseconds),
    });
    return { exitCode, output: text };
  }

  async #byRest(operation: Operation): Promise<Done> {
    const calls = restCalls(operation);
    if (calls === undefined) return { exitCode: 0, output: "", equivalent: "not run: it asks no cluster" };
    const lines: string[] = [];
    const output: string[] = [];
    let failed = false;
    for (const { cluster, method, path, body } of calls) {
      const { status, text } = await this.#options.rest.call(cluster, method, path, body);
      const refused = /"error_code":\s*[1-9]/.test(text);
      failed ||= status >= 300 || refused;
      lines.push(`${method} ${path} on ${cluster}`);
      if (status >= 300 || refused) output.push(`${method} ${path}: ${status} ${text}`);
    }
    return { exitCode: failed ? 1 : 0, output: output.join("\n"), equivalent: shortened(lines) };
  }

  async #sleep(operation: Operation): Promise<void> {
    if (operation.kind === "wait") await this.#options.deployment.cloud.wait(operation.milliseconds);
  }
}

/** The arguments for a stack's own folder; what a person would be asked is agreed to. */
function terraformArguments(args: readonly string[], operation: Operation): string[] {
  const own = args.filter((arg) => !CHDIR.test(arg));
  if (operation.kind === "forget") return ["state", "rm", ...operation.addresses];
  if (operation.kind !== "apply") return own;
  // A remote run is told its parallelism in the workspace.
  const parallel = operation.parallelism === undefined ? [] : [`-parallelism=${operation.parallelism}`];
  const given = own.some((arg) => arg.startsWith("-parallelism="));
  return [...own, "-auto-approve", "-input=false", ...(given ? [] : parallel)];
}

function shortened(lines: readonly string[]): string {
  return [lines[0], ...(lines.length > 1 ? [`and ${lines.length - 1} more`] : [])].join(" ");
}
