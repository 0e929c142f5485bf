import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import type { App } from "cdktf";
import { afterAll } from "vitest";
import type { Result, Surroundings } from "../../lib/cli/command";
import { run } from "../../lib/cli/run";
import { ApiKey } from "../../lib/kafka/api-key";
import { terraformEnvironment } from "../../lib/rehearsal/terraform/environment";
import { RehearsalCloud } from "../../lib/rehearsal/terraform/rehearsal-cloud";
import { StackRun } from "../../lib/rehearsal/terraform/stack-run";
import { Terraform } from "../../lib/rehearsal/terraform/terraform";
import { WorkingCopy } from "../../lib/rehearsal/terraform/working-copy";
import { PrivatePublicPrivate, type PrivatePublicPrivateProps } from "../../lib/topology/private-public-private";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";

const scratch = mkdtempSync(join(tmpdir(), "cluster-linking-house-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A new folder that is removed after the tests. */
export const newFolder = (): string => mkdtempSync(join(scratch, "x"));

/** PRIMARY -> JUMP -> DR, with a key of its own for dialling JUMP. */
export function chain(props: Partial<PrivatePublicPrivateProps> = {}): (app: App) => void {
  return (app) => {
    const primaryToJump = stackWithProvider(app, "primary-to-jump");
    new PrivatePublicPrivate({
      topics: ["orders"],
      dialCredentials: ApiKey.fromVariables(primaryToJump, "jump_dial"),
      ...props,
      primaryToJump,
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
    });
  };
}

/** A cloud, and any number of copies of an app's stacks with states of their own. */
export class House {
  readonly #cloud: RehearsalCloud;
  readonly #copies: WorkingCopy[] = [];

  private constructor(cloud: RehearsalCloud) {
    this.#cloud = cloud;
  }

  public static async start(out: string): Promise<House> {
    const working = WorkingCopy.copyOf(out);
    try {
      const cloud = await RehearsalCloud.start();
      await cloud.addClusters(working.document);
      return new House(cloud);
    } finally {
      working.remove();
    }
  }

  public async stop(): Promise<void> {
    for (const working of this.#copies) working.remove();
    await this.#cloud.stop();
  }

  public get cloud(): RehearsalCloud {
    return this.#cloud;
  }

  /** Another copy, without a state. */
  public open(out: string): Copy {
    const working = WorkingCopy.copyOf(out);
    this.#copies.push(working);
    return new Copy(this.#cloud, working);
  }
}

export class Copy {
  readonly #cloud: RehearsalCloud;
  readonly #copy: WorkingCopy;

  public constructor(cloud: RehearsalCloud, working: WorkingCopy) {
    this.#cloud = cloud;
    this.#copy = working;
  }

  public folder(stack: string): string {
    return this.#copy.folderOf(stack);
  }

  public update(out: string): void {
    this.#copy.update(out);
  }

  public stack(name: string): StackRun {
    return new StackRun(name, {
      terraform: Terraform.find() as Terraform,
      folder: this.folder(name),
      environment: () => this.#environment(name),
    });
  }

  public async apply(): Promise<void> {
    await this.#cloud.createSourceTopics(this.#copy.document);
    for (const name of this.#copy.stacks.keys()) {
      await this.stack(name).init();
      await this.stack(name).apply();
    }
  }

  /** Changes in a plan of each stack. */
  public async changes(): Promise<string[]> {
    const found: string[] = [];
    for (const name of this.#copy.stacks.keys()) {
      const { changes } = await this.stack(name).plan();
      found.push(...[...changes].map(([address, actions]) => `${address} ${actions.join("+")}`));
    }
    return found;
  }

  /** The state of a stack in a file, as a user pulls it. */
  public async pulledState(stack: string): Promise<string> {
    const file = join(newFolder(), "state.json");
    writeFileSync(file, await this.stack(stack).command(["state", "pull"]));
    return file;
  }

  /** A command of the command line on what was synthesised into a folder, with the environment of a deployment. */
  public async run(out: string, args: readonly string[], surroundings: Partial<Surroundings> = {}): Promise<Result> {
    const stacks = [...this.#copy.stacks.keys()].map((name) => this.#environment(name));
    const env = Object.assign({}, ...stacks, this.#endpoints()) as Record<string, string>;
    return run([...args, "--out", out], env, surroundings);
  }

  /** Every run that was written for a stack, in its order, applied; what each printed last but the plan. */
  public async applyRuns(dir: string, stack: string): Promise<string[]> {
    const lines: string[] = [];
    for (const name of readdirSync(join(dir, stack)).sort()) {
      const folder = join(dir, stack, name);
      const variables = await this.#sh(stack, `. '${folder}/environment.sh'; env`);
      const imported = variables.stdout.split("\n").filter((line) => /^(IMPORT|KAFKA)_/.test(line));
      const given = Object.fromEntries(imported.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<
        string,
        string
      >;
      Object.assign(this.#cloud.environment, given);
      const { status, stdout, stderr } = await this.#sh(stack, `sh '${folder}/run.sh' apply`);
      for (const key of Object.keys(given)) delete this.#cloud.environment[key];
      if (status !== 0) throw new Error(`${name}: ${stdout}\n${stderr}`);
      lines.push(`${name}: ${/^Plan: .*$/m.exec(stripVTControlCharacters(stdout))?.[0] ?? stdout}`);
    }
    return lines;
  }

  async #sh(stack: string, script: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
    const env = terraformEnvironment(process.env, { ...this.#environment(stack), STACK_FOLDER: this.folder(stack) });
    const child = spawn("sh", ["-c", script], { env, stdio: ["ignore", "pipe", "pipe"] });
    const status = new Promise<number | null>((end, reject) => child.once("error", reject).once("close", end));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await status, stdout, stderr };
  }

  #environment(stack: string): Readonly<Record<string, string>> {
    return this.#cloud.environmentOf(this.#copy.stacks.get(stack) ?? {}, this.#copy.document);
  }

  #endpoints(): Record<string, string> {
    return Object.fromEntries(
      this.#copy.document.clusters.map(({ name, id }) => [
        `CLUSTER_LINKING_${name.toUpperCase()}_REST_ENDPOINT`,
        this.#cloud.emulator.restUrl(String(id)),
      ]),
    );
  }
}
