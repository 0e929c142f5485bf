import type { TerraformEvent } from "../../lib/rehearsal/terraform/events";

const VERBS: Readonly<Record<string, string>> = {
  create: "created",
  update: "changed",
  delete: "destroyed",
  read: "read",
};

/** Resources of a stack that get a line each; of those beyond, every hundredth is told. */
const MOST_NAMED = 20;
const STEP = 100;

/** Prints a line for each step: seconds that have really passed, and minutes that would have on Confluent Cloud. */
export class Progress {
  readonly #start = performance.now();
  readonly #minutes: () => number;
  readonly #done = new Map<string, number>();

  public constructor(minutes: () => number) {
    this.#minutes = minutes;
  }

  public step(text: string): void {
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    console.log(`${seconds.padStart(6)} s ${this.#minutes().toFixed(1).padStart(6)} min  ${text}`);
  }

  /** Tells what Terraform has finished in a stack. */
  public event(stack: string, { type, address, action }: TerraformEvent): void {
    if (type !== "apply_complete" || address === undefined) return;
    const done = this.resources(stack) + 1;
    this.#done.set(stack, done);
    if (done <= MOST_NAMED) this.step(`${stack}: ${VERBS[action ?? ""] ?? action} ${address}`);
    else if (done % STEP === 0) this.step(`${stack}: ${done} resources`);
  }

  /** How many resources of a stack are finished. */
  public resources(stack: string): number {
    return this.#done.get(stack) ?? 0;
  }
}
