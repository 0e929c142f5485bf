/**
 * Runs an app again and again, each time with one hostile value in one place of one of its files. Prints, as JSON, how the runs ended and what nobody
 * could make sense of. Arguments: the app's folder, the variable that names the file, the file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEXTS, TYPES } from "./values";

type Path = readonly (string | number)[];

export interface Fuzzed {
  readonly accepted: number;
  readonly refused: number;
  /** Runs that ended otherwise, and why. */
  readonly complaints: readonly string[];
}

/** How long a message may be, in characters. */
const LONGEST = 30_000;

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every place of a document, the whole of it included. */
function* placesOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (!isContainer(value)) return;
  for (const [key, member] of Object.entries(value)) {
    yield* placesOf(member, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A document with another value in one place. */
function withValue(document: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(document)) {
    return document.map((member, i) => (i === first ? withValue(member, rest, value) : member));
  }
  const members = Object.entries(document as object);
  return Object.fromEntries(
    members.map(([key, member]) => [key, key === first ? withValue(member, rest, value) : member]),
  );
}

/** A document with one member more, of any name, in one place. */
const withMember = (document: unknown, path: Path, value: object, name: string): unknown =>
  withValue(
    document,
    path,
    Object.defineProperty({ ...value }, name, { value: "a", enumerable: true, configurable: true }),
  );

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], document);
}

/** Documents with one thing wrong, and what that is. */
function* variantsOf(document: unknown): Generator<readonly [what: string, variant: unknown]> {
  for (const path of placesOf(document)) {
    const place = path.join(".") || "the file";
    for (const [name, value] of Object.entries({ ...TEXTS, ...TYPES })) {
      yield [`${place} is ${name}`, withValue(document, path, value)];
    }
    const value = valueAt(document, path);
    if (!isContainer(value) || Array.isArray(value)) continue;
    for (const [name, text] of Object.entries(TEXTS)) {
      yield [`${place} has a member ${name}`, withMember(document, path, value, text)];
    }
  }
}

const asJson = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
};

/** What makes nobody wiser of what a run said. */
function unruly(said: string, file: string): string | undefined {
  const lines = said.split("\n");
  if (!lines[0]?.startsWith("Error: ")) return `no error that is meant for users: ${said.slice(0, 300)}`;
  if (/^\s+at .*:\d+:\d+/m.test(said)) return `a stack trace: ${said.slice(0, 600)}`;
  if (said.length > LONGEST) return `a message of ${said.length} characters`;
  return said.includes(file) || /platform\.json|CL\d{3}/.test(said)
    ? undefined
    : `names neither file nor rule: ${said.slice(0, 300)}`;
}

function fuzz(folder: string, variable: string, original: string): Fuzzed {
  const main = join(folder, "main.ts");
  const load = createRequire(main);
  const document: unknown = JSON.parse(readFileSync(original, "utf8"));
  const scratch = mkdtempSync(join(tmpdir(), "fuzz-"));
  const file = join(scratch, "file.json");
  process.env[variable] = file;
  process.env["CDKTF_OUTDIR"] = join(scratch, "out");
  let said: string[] = [];
  /* eslint-disable no-console -- what the app says is heard here */
  console.error = (...words: unknown[]) => void said.push(words.join(" "));
  console.log = () => undefined;
  /* eslint-enable no-console */
  const ends = { accepted: 0, refused: 0 };
  const complaints: string[] = [];
  for (const [what, variant] of variantsOf(document)) {
    const json = asJson(variant);
    if (json === undefined) continue;
    writeFileSync(file, json);
    said = [];
    process.exitCode = undefined;
    let problem: string | undefined;
    try {
      delete load.cache[main];
      load(main);
      if (process.exitCode === undefined) ends.accepted++;
      else if ((problem = unruly(said.join("\n"), file)) === undefined) ends.refused++;
    } catch (error) {
      problem = String((error as Error).stack).slice(0, 600);
    }
    if (problem !== undefined) complaints.push(`${what}: ${problem}`);
  }
  process.exitCode = undefined;
  rmSync(scratch, { recursive: true, force: true });
  return { ...ends, complaints };
}

const [folder, variable, original] = process.argv.slice(2) as [string, string, string];
process.stdout.write(JSON.stringify(fuzz(folder, variable, original)));
