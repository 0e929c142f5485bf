import { spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { run } from "../../lib/cli/run";
import { Book } from "../../lib/rehearsal/drills/book";
import type { MirrorStatus } from "../../lib/rehearsal/cloud/state";
import { terraformEnvironment } from "../../lib/rehearsal/terraform/environment";
import { RehearsalCloud } from "../../lib/rehearsal/terraform/rehearsal-cloud";
import { StackRun } from "../../lib/rehearsal/terraform/stack-run";
import { Terraform } from "../../lib/rehearsal/terraform/terraform";
import { WorkingCopy } from "../../lib/rehearsal/terraform/working-copy";
import { newFolder } from "../e2e/support";

const RECORDS = 5;

/** What there is in the end: addresses by stack, topics with their records and statuses by cluster. */
export interface Outcome {
  readonly addresses: Readonly<Record<string, readonly string[]>>;
  readonly topics: Readonly<Record<string, readonly [name: string, records: number, status: MirrorStatus | ""][]>>;
  readonly changes: readonly string[];
}

/** An app's stacks on a cloud of their own, and a Terraform that can be cut short. */
export class Bench {
  readonly #out: string;
  readonly #cloud: RehearsalCloud;
  readonly #copy: WorkingCopy;
  readonly #pidFile = join(newFolder(), "pid");
  readonly #terraform: Terraform;
  #watch: NodeJS.Timeout | undefined;

  private constructor(out: string, cloud: RehearsalCloud, copy: WorkingCopy) {
    this.#out = out;
    this.#cloud = cloud;
    this.#copy = copy;
    this.#terraform = this.#killable();
  }

  /** Source topics are there, with records; stacks are initialised. */
  public static async start(out: string): Promise<Bench> {
    const copy = WorkingCopy.copyOf(out);
    const bench = new Bench(out, await RehearsalCloud.start(), copy);
    const cloud = bench.#cloud;
    await cloud.addClusters(copy.document);
    await cloud.createSourceTopics(copy.document);
    for (const { topic } of copy.document.reach) {
      for (let i = 0; i < RECORDS; i++) await cloud.api("lkc-1111").produce(topic, `${topic} ${i}`);
    }
    for (const stack of bench.stacks) await stack.init();
    return bench;
  }

  public async stop(): Promise<void> {
    clearInterval(this.#watch);
    await this.#cloud.stop();
    this.#copy.remove();
  }

  public get stacks(): StackRun[] {
    return [...this.#copy.stacks.keys()].map((name) => this.stack(name));
  }

  public stack(name: string): StackRun {
    return new StackRun(name, {
      terraform: this.#terraform,
      folder: this.#copy.folderOf(name),
      environment: () => this.#environment(name),
    });
  }

  public get requests(): number {
    return this.#cloud.emulator.requests.length;
  }

  /** Lets no reply to a read get through until the provider gives up. */
  public cutReads(path: string): void {
    this.#cloud.emulator.faults.request({ method: "GET", path, times: 5, cut: true });
  }

  /** Lets the reply to the k-th request from now on get lost, after its work was done. */
  public cutReply(k: number): void {
    this.#cloud.emulator.faults.request({ nth: k, cut: true });
  }

  /** Kills Terraform once the k-th request from now on was answered. */
  public killAt(k: number): void {
    const before = this.requests;
    this.#watch = setInterval(() => {
      if (this.requests - before < k) return;
      clearInterval(this.#watch);
      try {
        process.kill(Number(readFileSync(this.#pidFile, "utf8")), "SIGKILL");
      } catch {
        // It has ended already.
      }
    }, 1);
  }

  /** No fault is left, and a minute has passed. */
  public async calm(): Promise<void> {
    clearInterval(this.#watch);
    await this.#cloud.emulator.faults.mend();
    await this.#cloud.wait(60_000);
  }

  /** The runbook's step for a creation that Terraform knows nothing of: `adopt`, and the runs that it writes. */
  public async adopt(stack: string): Promise<void> {
    const dir = join(newFolder(), "adopt");
    const state = join(newFolder(), "state.json");
    writeFileSync(state, await this.stack(stack).command(["state", "pull"]));
    const environment = Object.assign({}, ...this.stacks.map(({ name }) => this.#environment(name)));
    const endpoints = this.#copy.document.clusters.map(({ name, id }) => [
      `CLUSTER_LINKING_${name}_REST_ENDPOINT`,
      this.#cloud.emulator.restUrl(String(id)),
    ]);
    const line = this.#lineOf("trouble/conflict", `adopt/${stack}`, "adopt");
    // What is in the state already is no business of these runs.
    const args = [...line, "--state", state, "--dir", dir, "--out", this.#out];
    const { text: told, exitCode } = await run(args, { ...environment, ...Object.fromEntries(endpoints) });
    if (exitCode !== 0) throw new Error(told);
    for (const name of readdirSync(join(dir, stack)).sort()) await this.#adoptionRun(stack, join(dir, stack, name));
  }

  /** The runbook's step for a mirror topic whose first read failed. */
  public async untaint(stack: string): Promise<void> {
    const [, ...line] = this.#lineOf("trouble/tainted", `untaint/${stack}`, "untaint");
    const tainted = this.#managed(stack)
      .filter(({ instances }) => instances.some(({ status }) => status === "tainted"))
      .map(({ type, name }) => `${type}.${name}`);
    if (tainted.length === 0) throw new Error(`Nothing is tainted in ${stack}.`);
    // The line ends with an address as an example: the plan names the right one.
    for (const address of tainted) await this.stack(stack).command([...line.slice(0, -1), address]);
  }

  /** The stack's resources as its state has them. */
  #managed(stack: string): { type: string; name: string; instances: { status?: string }[] }[] {
    return JSON.parse(readFileSync(this.#copy.statePathOf(stack), "utf8")).resources;
  }

  /** Arguments of the command of a step of the runbook that begins with, or has, a word. */
  #lineOf(section: string, step: string, word: string): readonly string[] {
    const book = new Book(this.#copy.document, { out: "cdktf.out" });
    const commands = book.step(section, step).forms.flatMap((form) => form.commands);
    const found = commands.find(({ args }) => args.includes(word));
    if (!found) throw new Error(`${section} ${step} has no ${word}.`);
    return found.args;
  }

  public async outcome(): Promise<Outcome> {
    const addresses: Record<string, string[]> = {};
    const changes: string[] = [];
    for (const stack of this.stacks) {
      addresses[stack.name] = this.#managed(stack.name).map(({ type, name }) => `${type}.${name}`);
      const { stdout } = await stack.attempt(["plan", "-input=false", "-no-color"]);
      if (!/^No changes\./m.test(stdout)) changes.push(`${stack.name}: ${stdout}`);
    }
    await this.#cloud.wait(60_000);
    const topics: Record<string, [string, number, MirrorStatus | ""][]> = {};
    for (const cluster of this.#cloud.emulator.cloud.state.clusters.values()) {
      topics[cluster.id] = [...cluster.topics.values()]
        .map(({ name, partitions, mirror }): [string, number, MirrorStatus | ""] => [
          name,
          partitions.flat().length,
          mirror?.status ?? "",
        ])
        .sort(([a], [b]) => a.localeCompare(b));
    }
    return { addresses, topics, changes };
  }

  async #adoptionRun(stack: string, folder: string): Promise<void> {
    const { stdout: variables } = await this.#sh(stack, `. '${folder}/environment.sh'; env`);
    const imported = variables.split("\n").filter((line) => /^(IMPORT|KAFKA)_/.test(line));
    const given: Record<string, string> = Object.fromEntries(imported.map((line) => line.split(/=(.*)/s).slice(0, 2)));
    // The attached provider has the environment of this process, not that of the script.
    Object.assign(this.#cloud.environment, given);
    const { status, stdout, stderr } = await this.#sh(stack, `sh '${folder}/run.sh' apply`);
    for (const key of Object.keys(given)) delete this.#cloud.environment[key];
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  }

  async #sh(stack: string, script: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
    const own = { ...this.#environment(stack), STACK_FOLDER: this.#copy.folderOf(stack) };
    const child = spawn("sh", ["-c", script], {
      env: terraformEnvironment(process.env, own),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const status = new Promise<number | null>((end, reject) => child.once("error", reject).once("close", end));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await status, stdout, stderr };
  }

  #environment(stack: string): Readonly<Record<string, string>> {
    return this.#cloud.environmentOf(this.#copy.stacks.get(stack) ?? {}, this.#copy.document);
  }

  /** A program that writes its process id down before it becomes Terraform. */
  #killable(): Terraform {
    const folder = newFolder();
    const program = join(folder, "terraform");
    const real = Terraform.find()!.program;
    writeFileSync(program, `#!/bin/sh\necho $$ > '${this.#pidFile}'\nexec '${real}' "$@"\n`);
    chmodSync(program, 0o755);
    return Terraform.find({ ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}` })!;
  }
}
