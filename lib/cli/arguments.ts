import { parseArgs, type ParseArgsConfig } from "node:util";
import { Misuse } from "./command";

type Options = NonNullable<ParseArgsConfig["options"]>;

interface Named<O extends Options> {
  readonly args: string[];
  readonly options: O;
  readonly allowPositionals: true;
}

/** The arguments of a command, or {@link Misuse}. */
export function parseArguments<O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<Named<O>>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** Throws {@link Misuse} for words that belong to no option. */
export function refuseWords(words: readonly string[]): void {
  if (words.length > 0) throw new Misuse(`${words.map((word) => JSON.stringify(word)).join(", ")} is too much.`);
}

/** Milliseconds of an option in seconds; `absent` where it is not given. */
export function secondsOption(name: string, given: string | undefined, absent: number): number {
  if (given === undefined) return absent;
  const seconds = Number(given);
  if (given.trim() === "" || !Number.isFinite(seconds) || seconds <= 0) {
    throw new Misuse(`--${name} takes a number of seconds, and ${JSON.stringify(given)} is none.`);
  }
  return seconds * 1000;
}
