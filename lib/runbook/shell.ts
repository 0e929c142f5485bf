import type { Command } from "./structure";

const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A text in quotes, as one word of a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A word of a POSIX shell that means this text and nothing else. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : quoted(text);
}

/** A command as one line of a POSIX shell. */
export function commandLine({ program, args, environment = {}, input }: Command): string {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${shellWord(value)}`);
  const redirect = input === undefined ? [] : ["<", shellWord(input)];
  if (program === "export") return [program, ...variables].join(" ");
  return [...variables, program, ...args.map(shellWord), ...redirect].join(" ");
}
