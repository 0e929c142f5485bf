import { setTimeout as sleep } from "node:timers/promises";
import { answer, failure, Misuse, NoAnswer, type Environment, type Result, type Surroundings } from "./command";
import { COMMANDS } from "./commands";

const WIDTH = Math.max(...[...COMMANDS.keys()].map(({ length }) => length));

const USAGE = [
  "Usage: cluster-linking <command> [options]",
  "",
  ...[...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(WIDTH)}  ${summary}`),
  "",
  "cluster-linking <command> --help tells more.",
].join("\n");

const misuse = (problem: string, usage: string): Result => failure(`${problem}\n\n${usage}`);

/** Does what the command line asks for. */
export async function run(
  args: readonly string[],
  env: Environment,
  surroundings: Partial<Surroundings> = {},
): Promise<Result> {
  const [name, ...rest] = args;
  if (name === undefined) return misuse("A command is missing.", USAGE);
  if (asksForHelp([name])) return answer(USAGE);
  const entry = COMMANDS.get(name);
  if (entry === undefined) return misuse(`There is no command ${JSON.stringify(name)}.`, USAGE);
  const command = await entry.load();
  if (asksForHelp(rest)) return answer(command.usage);
  try {
    return await command.run(rest, {
      env,
      progress: () => undefined,
      now: () => performance.now(),
      sleep: async (milliseconds) => sleep(milliseconds),
      ...surroundings,
    });
  } catch (error) {
    if (error instanceof Misuse) return misuse(error.message, command.usage);
    if (error instanceof NoAnswer) return failure(error.message);
    throw error;
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}
