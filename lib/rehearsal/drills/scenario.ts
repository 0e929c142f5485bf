import type { RunbookChain } from "../../runbook/topology";
import type { Book } from "./book";
import type { Drill } from "./drill";

/** Something that has to hold after a step, and that can fail. */
export interface DrillPromise {
  readonly name: string;
  /** Why it does not hold; `undefined` where it does. */
  broken(drill: Drill): string | undefined | Promise<string | undefined>;
}

/** Something that happens, or is done, in a drill. */
export interface DrillStep {
  readonly title: string;
  does(drill: Drill): Promise<void> | void;
  readonly promises: readonly DrillPromise[];
}

/** What a scenario is played on. */
export interface Setting {
  readonly book: Book;
  readonly chain: RunbookChain;
  /** Runbook of the chain back, where one was given. */
  readonly back: Book | undefined;
}

/** A course of events with its promises. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** How many legs a chain needs for it. */
  readonly leastLegs: number;
  /** Why it cannot be played. */
  readonly obstacle?: (setting: Setting) => string | undefined;
  readonly steps: (setting: Setting) => readonly DrillStep[];
  /** What the outcome depends on the most, by words of the emulated behaviours. */
  readonly restsOn: readonly RegExp[] | ((chain: RunbookChain) => readonly RegExp[]);
}
