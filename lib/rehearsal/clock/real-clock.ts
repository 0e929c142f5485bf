import { TIMED_OUT, type Activity, type Clock, type Timeline } from "./clock";

export interface RealOptions {
  /** Milliseconds of virtual time in a millisecond. @default 1 */
  readonly speed?: number;
}

const STEP_MS = 200;

/** Virtual time is the time on the wall, or a multiple of it. */
export class RealClock implements Clock {
  readonly #timeline: Timeline;
  readonly #speed: number;
  readonly #start = performance.now();
  readonly #steps: NodeJS.Timeout;
  readonly #pending = new Map<NodeJS.Timeout, () => void>();

  public constructor(timeline: Timeline, { speed = 1 }: RealOptions = {}) {
    this.#timeline = timeline;
    this.#speed = speed;
    this.#steps = setInterval(() => this.requested(), STEP_MS).unref();
  }

  public get now(): number {
    return (performance.now() - this.#start) * this.#speed;
  }

  public requested(): void {
    this.#timeline.advanceTo(this.now);
  }

  public async during<T>(work: (activity: Activity) => Promise<T>): Promise<T> {
    return work({
      wait: async (milliseconds) => this.#sleep(milliseconds).over,
      within: async (milliseconds, elsewhere) => {
        const { over, wake } = this.#sleep(milliseconds);
        try {
          return await Promise.race([elsewhere, over.then((): typeof TIMED_OUT => TIMED_OUT)]);
        } finally {
          wake();
        }
      },
    });
  }

  public stop(): void {
    clearInterval(this.#steps);
    for (const wake of [...this.#pending.values()]) wake();
  }

  #sleep(milliseconds: number): { readonly over: Promise<void>; readonly wake: () => void } {
    let wake = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      const timer = setTimeout(() => wake(), milliseconds / this.#speed);
      wake = () => {
        clearTimeout(timer);
        this.#pending.delete(timer);
        resolve();
      };
      this.#pending.set(timer, wake);
    });
    return { over, wake };
  }
}
