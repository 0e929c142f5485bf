import type { CommandRun } from "./command-run";

export interface Verdict {
  readonly promise: string;
  /** Why it did not hold. */
  readonly broken?: string;
}

export interface StepReport {
  readonly title: string;
  /** Milliseconds of virtual time. */
  readonly from: number;
  readonly to: number;
  /** Seconds that really passed. */
  readonly seconds: number;
  readonly commands: readonly CommandRun[];
  readonly notes: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** Why the step ended early, and the drill with it. */
  readonly problem?: string;
}

/** What became of the records of one topic. */
export interface TopicReport {
  readonly topic: string;
  /** Name where it was to arrive. */
  readonly there: string;
  readonly origin: "explicit" | "filter";
  readonly written: number;
  readonly arrived: number;
  /** Values of those that did not, the first ones. */
  readonly lost: readonly string[];
  readonly lostCount: number;
}

/** Where a group goes on with one topic. */
export interface GroupReport {
  readonly group: string;
  readonly topic: string;
  /** Records that it had read, over all partitions. */
  readonly left: number;
  /** Records that it goes on after; `undefined` where nothing was committed. */
  readonly found: number | undefined;
  /** Records that it reads again. */
  readonly again: number;
  /** Records that it has still to read. */
  readonly ahead: number;
}

/** Records and groups, once something had become of them. */
export interface Account {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly topics: readonly TopicReport[];
  readonly groups: readonly GroupReport[];
  readonly remarks: readonly string[];
}

/** Records on the two ends of a chain at a moment. */
export interface Sample {
  readonly at: number;
  readonly first: number;
  readonly last: number;
}

export interface Mark {
  readonly at: number;
  readonly text: string;
}

/** A behaviour of the emulator that nobody has seen on Confluent Cloud. */
export interface Inferred {
  readonly what: string;
  /** Whether the outcome depends on it the most. */
  readonly central: boolean;
}

/** What a drill was, and what came of it. */
export interface DrillReport {
  readonly scenario: string;
  readonly title: string;
  /** `PRIMARY -> JUMP -> DR`. */
  readonly chain: string;
  readonly ends: { readonly first: string; readonly last: string };
  readonly held: boolean;
  readonly steps: readonly StepReport[];
  readonly accounts: readonly Account[];
  readonly samples: readonly Sample[];
  readonly marks: readonly Mark[];
  readonly inferred: readonly Inferred[];
  readonly remarks: readonly string[];
}
