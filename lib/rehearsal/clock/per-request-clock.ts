import type { Activity, Clock, Timeline } from "./clock";
import { VirtualActivity, type VirtualTime } from "./virtual-activity";
import { WaitingList } from "./waiting";

export interface PerRequestOptions {
  /** Milliseconds of virtual time that a request takes. @default 20 */
  readonly requestMs?: number;
  /** Milliseconds of real time in which nothing may happen before time jumps to the next moment that somebody waits for. @default 4 */
  readonly quietMs?: number;
  /** The same while fewer wait than waited before, so that more of them may be on their way. @default 40 */
  readonly gatheringMs?: number;
}

/** How many Terraform lets work side by side, unless it is told otherwise. */
const TERRAFORM_PARALLELISM = 10;

/** Turns of the event loop in which a message on its way over loopback arrives. */
const LOOP_TURNS = 5;

/**
 * Each request takes a little virtual time. When all activities wait, time jumps to the first moment that one of them waits for.
 *
 * So activities that wait side by side wait once, as they would in real time.
 */
export class PerRequestClock implements Clock, VirtualTime {
  public readonly waiting = new WaitingList();
  readonly #timeline: Timeline;
  readonly #requestMs: number;
  readonly #quietMs: number;
  readonly #gatheringMs: number;
  /** How many are likely to wait side by side: those of the last jumps. */
  #expected = TERRAFORM_PARALLELISM;
  #now = 0;
  #working = 0;
  #events = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  public constructor(timeline: Timeline, { requestMs = 20, quietMs = 4, gatheringMs = 40 }: PerRequestOptions = {}) {
    this.#timeline = timeline;
    this.#requestMs = requestMs;
    this.#quietMs = quietMs;
    this.#gatheringMs = gatheringMs;
  }

  public get now(): number {
    return this.#now;
  }

  /** Lets this many milliseconds pass beside what requests and waits take. */
  public advance(milliseconds: number): void {
    this.#moveTo(this.#now + milliseconds);
    this.#watch();
  }

  public requested(): void {
    this.#moveTo(this.#now + this.#requestMs);
    this.#watch();
  }

  public async during<T>(work: (activity: Activity) => Promise<T>): Promise<T> {
    this.idle(-1);
    try {
      return await work(new VirtualActivity(this));
    } finally {
      this.idle(1);
    }
  }

  public idle(change: 1 | -1): void {
    this.#working -= change;
    this.#events++;
    if (this.#stopped) this.waiting.release(Infinity);
    else this.#watch();
  }

  public stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.waiting.release(Infinity);
  }

  #moveTo(now: number): void {
    this.#now = now;
    this.#events++;
    this.#timeline.advanceTo(now);
    this.waiting.release(now);
  }

  /** Watches from now on whether anything happens. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#working > 0 || this.waiting.size === 0) return;
    const events = this.#events;
    const quietMs = this.waiting.size < this.#expected ? this.#gatheringMs : this.#quietMs;
    this.#timer = setTimeout(() => this.#settle(events, LOOP_TURNS), quietMs);
  }

  /** Jumps when nothing has happened since, also not in the next turns of the event loop. */
  #settle(events: number, turns: number): void {
    if (this.#stopped || events !== this.#events) return;
    if (turns > 0) {
      setImmediate(() => this.#settle(events, turns - 1));
      return;
    }
    const { next, size } = this.waiting;
    this.#expected = Math.max(size, Math.floor(this.#expected / 2));
    if (next !== undefined) this.#moveTo(Math.max(next, this.#now));
    this.#watch();
  }
}
