import type { TopologyDocument } from "../../model/document";
import { drillTopics } from "./names";
import { runbookOf } from "../../runbook/sections/all";
import type { Form, Runbook, Section, Step, Tool } from "../../runbook/structure";
import { readTopology, type RunbookChain, type RunbookTopology } from "../../runbook/topology";

export interface BookOptions {
  /** Where synth wrote, as people write it in commands. */
  readonly out: string;
  readonly stackFolder?: (stack: string) => string | undefined;
}

/** Which forms of a step are taken where several do the same. */
const PREFERENCE: readonly Tool[] = [
  "terraform",
  "HCP Terraform",
  "cluster-linking",
  "Confluent CLI",
  "shell",
  "cdktf",
];

/** The runbook of an app, to be followed. */
export class Book {
  public readonly topology: RunbookTopology;
  /** Where synth wrote. */
  public readonly out: string;
  readonly #runbook: Runbook;

  public constructor(document: TopologyDocument, { out, stackFolder }: BookOptions) {
    this.out = out;
    this.topology = readTopology(document, { out, ...(stackFolder && { stackFolder }) });
    this.#runbook = runbookOf(this.topology);
  }

  /** The chain that is rehearsed: the first one with so many legs that carries a topic to its end, as far as its names are known. */
  public chain(leastLegs: number): RunbookChain | undefined {
    return this.topology.chains.find(
      (chain) => chain.legs.length >= leastLegs && drillTopics(chain).some((topic) => topic.arrives),
    );
  }

  public section(id: string): Section {
    const found = this.#runbook.sections.find((section) => section.id === id);
    if (found === undefined) throw new Error(`The runbook has no section ${id}.`);
    return found;
  }

  public step(section: string, id: string): Step {
    const found = this.section(section).steps.find((step) => step.id === id);
    if (found === undefined) throw new Error(`The section ${section} of the runbook has no step ${id}.`);
    return found;
  }
}

/** The forms of a step that use these tools; without any, the one that is preferred. */
export function chosenForms({ forms }: Step, tools: readonly Tool[] | undefined): Form[] {
  if (tools !== undefined) return tools.flatMap((tool) => forms.filter((form) => form.tool === tool));
  for (const tool of PREFERENCE) {
    const found = forms.find((form) => form.tool === tool);
    if (found) return [found];
  }
  return [];
}
