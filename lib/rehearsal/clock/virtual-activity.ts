import { TIMED_OUT, type Activity } from "./clock";
import type { WaitingList } from "./waiting";

export interface VirtualTime {
  readonly now: number;
  readonly waiting: WaitingList;
  /** Somebody began to wait (`1`), or goes on (`-1`). */
  idle(change: 1 | -1): void;
}

/** An activity in a time that jumps. */
export class VirtualActivity implements Activity {
  readonly #time: VirtualTime;

  public constructor(time: VirtualTime) {
    this.#time = time;
  }

  public async wait(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    const time = this.#time;
    await new Promise<void>((resolve) => {
      time.waiting.add(time.now + milliseconds, () => {
        time.idle(-1);
        resolve();
      });
      time.idle(1);
    });
  }

  public async within<T>(milliseconds: number, elsewhere: Promise<T>): Promise<T | typeof TIMED_OUT> {
    const time = this.#time;
    return new Promise<T | typeof TIMED_OUT>((resolve) => {
      let over = false;
      const leave = time.waiting.add(time.now + milliseconds, () => end(TIMED_OUT));
      const end = (answer: typeof TIMED_OUT | Promise<T>): void => {
        if (over) return;
        over = true;
        leave();
        time.idle(-1);
        resolve(answer);
      };
      const answered = (): void => end(elsewhere);
      elsewhere.then(answered, answered);
      time.idle(1);
    });
  }
}
