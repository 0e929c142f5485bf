import { MIRROR_LIST_ROLE } from "../model/document";
import { fileName } from "./names";
import type { RunbookFile } from "./structure";
import type { RunbookLeg, RunbookTopology } from "./topology";

/** From how many names on a command line reads them from a file. */
const MANY = 40;

/** What xargs takes as it is. */
const PLAIN = /^[A-Za-z0-9._-]+$/;

/** Names on a command line, or the file that has them because they are many. */
export interface NameList {
  readonly names: readonly string[];
  readonly file: RunbookFile | undefined;
}

function listOf(names: readonly string[], file: string): NameList {
  const inFile = names.length > MANY && names.every((name) => PLAIN.test(name));
  return { names, file: inFile ? { name: file, text: names.map((name) => `${name}\n`).join("") } : undefined };
}

/** Mirror topics of a leg, by their names on its destination. */
export function mirrorTopics(leg: RunbookLeg): NameList {
  const names = leg.mirrors.flatMap(({ mirrorTopic }) => mirrorTopic ?? []);
  return listOf(names, `${fileName(leg.link)}.${leg.destination.slug}.topics`);
}

/** Topics that a leg names, by their names on its source. */
export function sourceTopics(leg: RunbookLeg): NameList {
  const names = leg.mirrors.map(({ topic }) => topic);
  return listOf(names, `${fileName(leg.link)}.${leg.source.slug}.topics`);
}

/** Addresses of a leg's mirror topics, and of its halves, in the state of one stack. */
export function addresses(leg: RunbookLeg, stack: string, { halves }: { readonly halves: boolean }): NameList {
  const links = leg.halves.flatMap((half) =>
    half.stack === stack && half.address !== undefined ? [half.address] : [],
  );
  const mirrors = [
    ...leg.mirrors.flatMap(({ address, stack: home }) => (home === stack && address !== null ? [address] : [])),
    ...leg.data.resources.flatMap(({ role, address, stack: home = leg.data.stack }) =>
      home === stack && role === MIRROR_LIST_ROLE ? [address] : [],
    ),
  ];
  const file = `${fileName(leg.link)}.${fileName(stack)}.${halves ? "addresses" : "mirror-addresses"}`;
  return listOf(halves ? [...links, ...mirrors] : mirrors, file);
}

/** Stacks that a leg's resources are in. */
export function stacksOf(leg: RunbookLeg): string[] {
  return [...new Set([...leg.halves.map(({ stack }) => stack), leg.data.stack])];
}

/** Every list that is too long for a command line. */
export function listFiles({ legs }: RunbookTopology): RunbookFile[] {
  return legs.flatMap((leg) =>
    [
      mirrorTopics(leg),
      sourceTopics(leg),
      ...stacksOf(leg).flatMap((stack) => [true, false].map((halves) => addresses(leg, stack, { halves }))),
    ].flatMap(({ file }) => file ?? []),
  );
}
