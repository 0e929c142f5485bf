import { spawn } from "node:child_process";
import { constants, accessSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { terraformEnvironment, type Environment } from "./environment";

/** Programs that can apply the stacks, the first that is found. */
const PROGRAMS = ["terraform", "tofu"];
const EXTENSIONS = process.platform === "win32" ? [".exe"] : [""];

/** How long a run that was interrupted may take to end by itself, in milliseconds. */
const GRACE_MS = 5_000;

/** What is said where no Terraform is found. */
export const NO_TERRAFORM =
  "There is no terraform on PATH: install 1.2 or later from https://developer.hashicorp.com/terraform/install and try again.";

export interface TerraformRunOptions {
  readonly cwd: string;
  /** Environment beside what every run gets. */
  readonly environment?: Environment;
  /** Takes each line of standard output as it comes. */
  readonly onLine?: (line: string) => void;
  /** Ends the run: an interrupt first, and the end after some seconds. */
  readonly signal?: AbortSignal;
}

export interface TerraformRun {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The Terraform (or OpenTofu) of this machine, run beside this process and never in its way.
 *
 * @see https://developer.hashicorp.com/terraform/cli
 */
export class Terraform {
  /** Path of the executable file. */
  public readonly program: string;
  readonly #caller: Environment;

  private constructor(program: string, caller: Environment) {
    this.program = program;
    this.#caller = caller;
  }

  /** The first one on PATH. */
  public static find(caller: Environment = process.env): Terraform | undefined {
    for (const name of PROGRAMS) {
      for (const folder of (caller["PATH"] ?? "").split(delimiter)) {
        for (const extension of EXTENSIONS) {
          const program = join(folder, name + extension);
          if (folder !== "" && isProgram(program)) return new Terraform(program, caller);
        }
      }
    }
    return undefined;
  }

  /** Runs one command to its end, whatever its exit code. */
  public async run(args: readonly string[], options: TerraformRunOptions): Promise<TerraformRun> {
    const { cwd, environment, onLine, signal } = options;
    signal?.throwIfAborted();
    // A group of its own: an interrupt from the keyboard is passed on once, by the signal, and not twice.
    const child = spawn(this.program, args, {
      cwd,
      env: terraformEnvironment(this.#caller, environment),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let killing: NodeJS.Timeout | undefined;
    const end = (): void => {
      child.kill("SIGINT");
      killing = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    };
    signal?.addEventListener("abort", end, { once: true });
    try {
      const ended = new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
      });
      const [stdout, stderr, exitCode] = await Promise.all([read(child.stdout, onLine), read(child.stderr), ended]);
      signal?.throwIfAborted();
      return { exitCode, stdout, stderr };
    } finally {
      clearTimeout(killing);
      signal?.removeEventListener("abort", end);
    }
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function read(stream: Readable, onLine?: (line: string) => void): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    lines.push(line);
    onLine?.(line);
  }
  return lines.join("\n");
}
