import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_NAME, parseDocument, type TopologyDocument } from "../model/document";
import type { Leg } from "../model/topology";
import type { StackJson } from "../rehearsal/terraform/stack-json";
import { NoAnswer, type Environment } from "./command";
import { legsOf } from "./legs";

const MANIFEST_NAME = "manifest.json";

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      { readonly name?: string; readonly constructPath?: string; readonly synthesizedStackPath: string } | undefined
    >
  >;
}

/** Where synth wrote, as it is explained to users. */
export const OUT_OPTION = `  --out DIR            where synth wrote ${DOCUMENT_NAME} (default: $CDKTF_OUTDIR, else cdktf.out)`;

/** The folder that synth wrote into. */
export function outputFolder(out: string | undefined, env: Environment): string {
  return out || env["CDKTF_OUTDIR"] || "cdktf.out";
}

/** What synth wrote of an app. */
export class AppOutput {
  public readonly folder: string;
  public readonly document: TopologyDocument;
  /** The document's legs as the model sees them, in the same order. */
  public readonly legs: readonly Leg[];
  readonly #stacks = new Map<string, StackJson | undefined>();
  #manifest: Manifest | undefined;

  /** Reads the document in a folder, or throws {@link NoAnswer}. */
  public constructor(folder: string) {
    this.folder = folder;
    const file = join(folder, DOCUMENT_NAME);
    const content = readText(file);
    try {
      this.document = parseDocument(content);
      this.legs = legsOf(this.document);
    } catch (error) {
      const problem = error instanceof TypeError ? "parts of it are missing" : (error as Error).message;
      throw new NoAnswer(`${file} is nothing that synth wrote: ${problem}`);
    }
  }

  /** Folder of a stack, from that of the app's output. */
  public stackFolder(name: string): string | undefined {
    return this.#stackFile(name)?.replace(/[/\\][^/\\]+$/, "");
  }

  /** The JSON of a stack, or `undefined` where it cannot be read. */
  public stack(name: string): StackJson | undefined {
    if (!this.#stacks.has(name)) this.#stacks.set(name, this.#readStack(name));
    return this.#stacks.get(name);
  }

  #readStack(name: string): StackJson | undefined {
    const path = this.#stackFile(name);
    return path === undefined ? undefined : tryToReadJson<StackJson>(join(this.folder, path));
  }

  #stackFile(name: string): string | undefined {
    this.#manifest ??= tryToReadJson<Manifest>(join(this.folder, MANIFEST_NAME)) ?? { stacks: {} };
    const all = Object.entries(this.#manifest.stacks);
    const found = all.find(([key, stack]) => stack?.constructPath === name || key === name);
    return found?.[1]?.synthesizedStackPath;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new NoAnswer(`${file} cannot be read (${code}). Synthesise first, or name the output directory with --out.`);
  }
}

function tryToReadJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
