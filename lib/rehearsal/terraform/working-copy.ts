import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { DOCUMENT_NAME, parseDocument, type TopologyDocument } from "../../model/document";
import { obstacles } from "./rehearsable";
import { redirectRemoteStates } from "./remote-state";
import type { StackJson } from "./stack-json";

const MANIFEST_NAME = "manifest.json";

/** What Terraform and cdktf leave beside a stack's JSON. */
const LEFTOVERS = /^(\.terraform|terraform\.tfstate|plan$)/;

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}

interface Source {
  readonly name: string;
  readonly file: string;
  readonly json: StackJson;
}

/**
 * Copies of an app's synthesised stacks in a temporary folder, with their states in that folder too. The originals, their backends and their
 * states are not touched.
 */
export class WorkingCopy {
  readonly #folder: string;
  #document!: TopologyDocument;
  readonly #stacks = new Map<string, StackJson>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Copies what synth wrote into a folder. Stacks of the topology that need more than the emulator has are refused by name; other such
   * stacks are left out.
   */
  public static copyOf(out: string): WorkingCopy {
    const copy = new WorkingCopy(realpathSync(mkdtempSync(join(tmpdir(), "cluster-linking-rehearsal-"))));
    try {
      copy.update(out);
      return copy;
    } catch (error) {
      copy.remove();
      throw error;
    }
  }

  public get document(): TopologyDocument {
    return this.#document;
  }

  /** The stacks' JSON by name, each after those that it depends on. */
  public get stacks(): ReadonlyMap<string, StackJson> {
    return this.#stacks;
  }

  /** Where Terraform runs for a stack. */
  public folderOf(stack: string): string {
    return join(this.#folder, "stacks", stack);
  }

  public statePathOf(stack: string): string {
    return join(this.#folder, "states", `${stack}.tfstate`);
  }

  /** Takes over what was synthesised since, and keeps the states. */
  public update(out: string): void {
    const all = readSources(out);
    const document = parseDocument(read(join(out, DOCUMENT_NAME)));
    const sources = all.filter(({ name, json }) => !isOfSomethingElse(name, json, document));
    const names = new Set(sources.map(({ name }) => name));
    const copies = sources.map(({ name, file, json }) => {
      const found = obstacles(json);
      if (found.length > 0) throw new Error(`The stack ${name} cannot be rehearsed: ${found.join("; ")}.`);
      const copy = redirectRemoteStates(this.#withLocalState(name, json), (other) =>
        names.has(other) ? this.statePathOf(other) : undefined,
      );
      return { name, file, copy };
    });
    this.#document = document;
    this.#stacks.clear();
    for (const { name, file, copy } of inOrder(copies, document)) this.#write(name, file, copy);
  }

  /** Replaces the JSON of one stack by something else. */
  public replace(stack: string, json: StackJson): void {
    const copy = this.#withLocalState(stack, json);
    this.#stacks.set(stack, copy);
    writeFileSync(join(this.folderOf(stack), "cdk.tf.json"), JSON.stringify(copy, null, 2));
  }

  public remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #withLocalState(stack: string, json: StackJson): StackJson {
    const { backend: _, cloud: __, ...terraform } = json.terraform ?? {};
    return { ...json, terraform: { ...terraform, backend: { local: { path: this.statePathOf(stack) } } } };
  }

  #write(stack: string, original: string, json: StackJson): void {
    const folder = this.folderOf(stack);
    mkdirSync(folder, { recursive: true });
    cpSync(dirname(original), folder, {
      recursive: true,
      filter: (path) => path !== original && !LEFTOVERS.test(basename(path)),
    });
    this.replace(stack, json);
  }
}

/** Whether a stack has no part in the topology, and is about something that the emulator does not have. */
function isOfSomethingElse(name: string, json: StackJson, { stacks }: TopologyDocument): boolean {
  return stacks.every((stack) => stack.name !== name) && obstacles(json).length > 0;
}

function readSources(out: string): Source[] {
  const { stacks } = JSON.parse(read(join(out, MANIFEST_NAME))) as Manifest;
  return Object.entries(stacks).map(([name, { synthesizedStackPath }]) => {
    const file = join(out, synthesizedStackPath);
    return { name, file, json: JSON.parse(read(file)) as StackJson };
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file} cannot be read (${String((error as NodeJS.ErrnoException).code)}): synthesise first.`);
  }
}

/** Each stack after those that it depends on. */
function inOrder<S extends { readonly name: string }>(stacks: readonly S[], document: TopologyDocument): S[] {
  const dependencies = new Map(document.stacks.map(({ name, dependsOn }) => [name, dependsOn]));
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const ordered: S[] = [];
  const visit = (name: string): void => {
    const stack = byName.get(name);
    if (stack === undefined) return;
    byName.delete(name);
    for (const dependency of dependencies.get(name) ?? []) visit(dependency);
    ordered.push(stack);
  };
  for (const { name } of stacks) visit(name);
  return ordered;
}
