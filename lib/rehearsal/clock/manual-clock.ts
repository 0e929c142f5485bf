import type { Activity, Clock, Timeline } from "./clock";
import { VirtualActivity, type VirtualTime } from "./virtual-activity";
import { WaitingList } from "./waiting";

/** Time passes only by {@link ManualClock.advance}. */
export class ManualClock implements Clock, VirtualTime {
  public readonly waiting = new WaitingList();
  readonly #timeline: Timeline;
  #now = 0;

  public constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  public get now(): number {
    return this.#now;
  }

  /** Lets this many milliseconds pass, and everybody go on who waited for a moment in them. */
  public advance(milliseconds: number): void {
    this.#now += milliseconds;
    this.#timeline.advanceTo(this.#now);
    this.waiting.release(this.#now);
  }

  public async during<T>(work: (activity: Activity) => Promise<T>): Promise<T> {
    return work(new VirtualActivity(this));
  }

  public requested(): void {}

  public idle(): void {}

  public stop(): void {
    this.waiting.release(Infinity);
  }
}
