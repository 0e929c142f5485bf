import type { TerraformEvent } from "./events";

const VERBS: Readonly<Record<string, string>> = {
  create: "created",
  update: "changed",
  delete: "destroyed",
  read: "read",
};

/** Resources of a stack that get a line each; of those beyond, every hundredth is told. */
const MOST_NAMED = 20;
const STEP = 100;

/** Tells each step in a line: seconds that have really passed, and minutes that would have on Confluent Cloud. */
export class Progress {
  readonly #start = performance.now();
  readonly #minutes: () => number;
  readonly #tell: (line: string) => void;
  readonly #done = new Map<string, number>();

  public constructor(minutes: () => number, tell: (line: string) => void) {
    this.#minutes = minutes;
    this.#tell = tell;
  }

  /** Seconds that have really passed. */
  public get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  public step(text: string): void {
    const [seconds, minutes] = [this.seconds, this.#minutes()].map((time) => time.toFixed(1).padStart(6));
    this.#tell(`${seconds} s ${minutes} min  ${text}`);
  }

  /** Tells what Terraform has finished in a stack. */
  public event(stack: string, { type, address, action }: TerraformEvent): void {
    if (type !== "apply_complete" || address === undefined) return;
    this.finished(stack, `${VERBS[action ?? ""] ?? action} ${address}`);
  }

  /** Tells one thing that is finished in a stack, unless there were many already. */
  public finished(stack: string, text: string): void {
    const done = this.resources(stack) + 1;
    this.#done.set(stack, done);
    if (done <= MOST_NAMED) this.step(`${stack}: ${text}`);
    else if (done % STEP === 0) this.step(`${stack}: ${done} resources`);
  }

  /** How many resources of a stack are finished. */
  public resources(stack: string): number {
    return this.#done.get(stack) ?? 0;
  }
}
