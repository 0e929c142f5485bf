import type { TopologyDocument } from "../model/document";
import { configFiles } from "./config-files";
import { DIFFERENCES_NAME, differencesPage } from "./differences";
import { listFiles } from "./lists";
import { codeBlock, sectionText } from "./markdown";
import { overview } from "./overview";
import { runbookOf } from "./sections/all";
import type { Runbook, RunbookFile } from "./structure";
import { readTopology, type TopologyOptions } from "./topology";

/** Name of the runbook itself. */
export const RUNBOOK_NAME = "RUNBOOK.md";

export interface WrittenRunbook {
  readonly runbook: Runbook;
  /** The runbook, configuration files, lists of names and the page of differences; no name comes twice. */
  readonly files: readonly RunbookFile[];
}

/** The runbook of a topology. The same document and options always give the same texts. Throws where parts of the document are missing. */
export function writeRunbook(document: TopologyDocument, options: TopologyOptions = {}): WrittenRunbook {
  const topology = readTopology(document, options);
  const runbook = runbookOf(topology);
  const configs = topology.legs.flatMap((leg) => configFiles(leg));
  const text = [
    overview(topology, runbook),
    ...runbook.sections.map((section) => sectionText(section)),
    "## Configuration files\n\n",
    `With placeholders for secrets. [What is otherwise than in the guide](${DIFFERENCES_NAME}).\n\n`,
    ...configs.map(({ name, text: content }) => `\`${name}\`\n\n${codeBlock("properties", content)}\n`),
  ].join("");
  const files = [
    { name: RUNBOOK_NAME, text: `${text.trimEnd()}\n` },
    ...configs,
    ...listFiles(topology),
    differencesPage(topology),
  ];
  return { runbook, files };
}
