import type { Command, Step, Tool } from "../../runbook/structure";
import type { RunbookCluster } from "../../runbook/cluster";
import type { RunbookChain } from "../../runbook/topology";
import { chosenForms, type Book } from "./book";
import type { CommandRun } from "./command-run";
import type { Executor } from "./executor";
import type { Account, Mark, Sample } from "./report";
import type { ClusterRest } from "./rest";
import { LinkWatch } from "./link-watch";
import type { Traffic } from "./traffic";
import type { Deployment } from "../terraform/deployment";
import type { Progress } from "../terraform/progress";
import type { Reachability } from "../cloud/state";

/** How long a gate is waited for, in milliseconds of virtual time, and how often it is asked. */
const PATIENCE_MS = 1_800_000;
const ASK_MS = 10_000;
const SAMPLE_MS = 10_000;

export interface FollowOptions {
  /** Tools whose forms are run, all of them. @default - the preferred form alone */
  readonly tools?: readonly Tool[];
  /** Text that the one failing command has to say. @default - no command may fail */
  readonly fails?: RegExp;
  /** Whether the last command is repeated until its exit code is 0. @default false */
  readonly until?: boolean;
}

/** A chain, those who use it, and the runbook of its app. */
export interface Scene {
  readonly book: Book;
  readonly chain: RunbookChain;
  readonly traffic: Traffic;
}

export interface DrillOptions extends Scene {
  readonly deployment: Deployment;
  readonly executor: Executor;
  readonly rest: ClusterRest;
  readonly progress: Progress;
}

/** A step of the runbook that did not go as it says. */
export class StepFailure extends Error {
  public override readonly name = "StepFailure";
}

/** What a scenario works with: the clusters, those who use them, and the runbook's commands. */
export class Drill {
  public readonly deployment: Deployment;
  public readonly executor: Executor;
  public readonly rest: ClusterRest;
  public readonly links: LinkWatch;
  public readonly commands: CommandRun[] = [];
  public readonly notes: string[] = [];
  public readonly marks: Mark[] = [];
  public readonly samples: Sample[] = [];
  public readonly accounts: Account[] = [];
  readonly #progress: Progress;
  #scene: Scene;
  /** Ids of the clusters that samples are of. */
  readonly #ends: readonly [string, string];

  public constructor({ deployment, executor, rest, progress, book, chain, traffic }: DrillOptions) {
    this.deployment = deployment;
    this.executor = executor;
    this.rest = rest;
    this.#scene = { book, chain, traffic };
    this.#ends = [chain.first.id, chain.last.id];
    this.#progress = progress;
    this.links = new LinkWatch(deployment.cloud.emulator.cloud);
    this.#sample();
  }

  /** The runbook that is followed. */
  public get book(): Book {
    return this.#scene.book;
  }

  /** The chain that is looked at. */
  public get chain(): RunbookChain {
    return this.#scene.chain;
  }

  /** Producers and consumers that are at work. */
  public get traffic(): Traffic {
    return this.#scene.traffic;
  }

  /** Goes on with another chain over the same clusters. */
  public change(scene: Scene): void {
    this.#scene = scene;
  }

  /** Milliseconds of virtual time. */
  public get now(): number {
    return this.deployment.cloud.emulator.clock.now;
  }

  /** Position of the chain's last cluster. */
  public get last(): number {
    return this.chain.clusters.length - 1;
  }

  /** Tells what happens. */
  public note(text: string): void {
    this.notes.push(text);
    this.#progress.step(text);
  }

  /** The same, and marks it in the timeline. */
  public mark(text: string): void {
    this.marks.push({ at: this.now, text });
    this.note(text);
  }

  /** Lets virtual time pass. */
  public async pass(milliseconds: number): Promise<void> {
    await this.deployment.cloud.wait(milliseconds);
  }

  /** Lets time pass until something is so. Says whether it is. */
  public async until(isSo: () => boolean, patienceMs: number, stepMs = 5_000): Promise<boolean> {
    const end = this.now + patienceMs;
    while (!isSo()) {
      if (this.now >= end) return false;
      await this.pass(stepMs);
    }
    return true;
  }

  /** Lets clusters answer in another way from now on. */
  public async become(clusters: readonly RunbookCluster[], how: Reachability): Promise<void> {
    const { faults, cloud } = this.deployment.cloud.emulator;
    for (const { id, data } of clusters) {
      await faults.cluster(id, how);
      if (typeof data.networkId === "string" && cloud.state.networks.has(data.networkId)) {
        await faults.network(data.networkId, how);
      }
    }
  }

  /** Does a step of the runbook. Throws {@link StepFailure} where a command does otherwise than it says. */
  public async follow(
    section: string,
    step: string,
    options: FollowOptions & { readonly book?: Book } = {},
  ): Promise<CommandRun[]> {
    const { book = this.book } = options;
    return this.perform(book.step(section, step), book, options);
  }

  /** The same with a step that was looked up already. */
  public async perform(step: Step, book: Book, options: FollowOptions = {}): Promise<CommandRun[]> {
    const { tools, fails, until = false } = options;
    const runs: CommandRun[] = [];
    for (const command of chosenForms(step, tools).flatMap(({ commands }) => commands)) {
      const run = await this.#run(command, book, until);
      runs.push(run);
      if (run.exitCode === 0) continue;
      if (fails?.test(run.output) === true) return runs;
      throw new StepFailure(`"${step.title}": ${run.line} ended with ${run.exitCode}:\n${run.output}`);
    }
    if (fails !== undefined) throw new StepFailure(`"${step.title}" was to fail with ${String(fails)}, and did not.`);
    return runs;
  }

  /** Puts down what has become of records and groups. */
  public account(account: Account): void {
    this.accounts.push(account);
  }

  /** Runs one command. Throws {@link StepFailure} where it fails. */
  public async command(command: Command, book: Book): Promise<CommandRun> {
    const run = await this.#run(command, book, false);
    if (run.exitCode === 0) return run;
    throw new StepFailure(`${run.line} ended with ${run.exitCode}:\n${run.output}`);
  }

  async #run(command: Command, book: Book, until: boolean): Promise<CommandRun> {
    const end = this.now + PATIENCE_MS;
    for (;;) {
      const run = await this.executor.run(command, book.out);
      if (run.exitCode === 0 || !until || this.now >= end) {
        this.commands.push(run);
        this.#progress.step(`${run.exitCode === 0 ? "done" : `exit code ${run.exitCode}`}: ${run.line}`);
        return run;
      }
      await this.pass(ASK_MS);
    }
  }

  /** Takes a sample of the records on both ends of the chain every few seconds. */
  #sample(): void {
    const { cloud } = this.deployment.cloud.emulator;
    const [first, last] = this.#ends.map((id) =>
      this.traffic.countOn(this.chain.clusters.findIndex((cluster) => cluster.id === id)),
    ) as [number, number];
    this.samples.push({ at: cloud.state.now, first, last });
    cloud.after(SAMPLE_MS, () => this.#sample());
  }
}
