/** What time passes for. */
export interface Timeline {
  /** Lets everything happen that is due until this moment, in milliseconds of virtual time. Never goes back. */
  advanceTo(now: number): void;
}

/** Answer of {@link Activity.within} when the time is over. */
export const TIMED_OUT = Symbol("timed out");

/** A piece of work that takes part in virtual time. While it waits, time may jump ahead. */
export interface Activity {
  /** Lets this many milliseconds of virtual time pass. */
  wait(milliseconds: number): Promise<void>;
  /** Waits for something that happens elsewhere, at most this many milliseconds of virtual time. */
  within<T>(milliseconds: number, elsewhere: Promise<T>): Promise<T | typeof TIMED_OUT>;
}

/** Drives a timeline. The timeline itself has no timers. */
export interface Clock {
  /** Milliseconds of virtual time since the beginning. */
  readonly now: number;
  /** Runs work. Time does not jump ahead until it is over or waits. */
  during<T>(work: (activity: Activity) => Promise<T>): Promise<T>;
  /** Tells that a request was taken. */
  requested(): void;
  /** Ends every timer. Whoever still waits goes on at once. */
  stop(): void;
}
