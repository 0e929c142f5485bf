/** What a command answers. */
export interface Result {
  readonly text: string;
  /** Whether the text says why there is no answer. */
  readonly failed: boolean;
  readonly exitCode: ExitCode;
}

/** 0 yes, 1 no, 2 no answer; 3 says that a plan would take something along. */
export type ExitCode = 0 | 1 | 2 | 3;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command has around it. */
export interface Surroundings {
  readonly env: Environment;
  /** Tells people how far a long command is. */
  readonly progress: (line: string) => void;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** One command of the command line, in a file of its own. */
export interface Command {
  readonly usage: string;
  /** Does what the arguments ask for. Throws {@link Misuse} and {@link NoAnswer}. */
  run(args: readonly string[], surroundings: Surroundings): Result | Promise<Result>;
}

/** Arguments that ask for nothing that can be done. */
export class Misuse extends Error {
  public override readonly name = "Misuse";
}

/** Why there is no answer. */
export class NoAnswer extends Error {
  public override readonly name = "NoAnswer";
}

export const answer = (text: string, exitCode: ExitCode = 0): Result => ({ text, failed: false, exitCode });

export const failure = (text: string): Result => ({ text, failed: true, exitCode: 2 });
