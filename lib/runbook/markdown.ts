import { commandLine } from "./shell";
import type { Form, Section, Step } from "./structure";

/** What would be markup, or would be lost. */
const MARKUP = /[\\`*_[\]<|]/;

/** A word, between what opens and what ends it in a sentence. */
const WORD = /^([("]*)(.*?)([)",.;:]*)$/s;

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** A heading or a link's text that means itself. */
export function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<|]/g, "\\$&");
}

/** A text as code, whatever is in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** A sentence, in which words that would be taken for markup are written as code. */
function sentence(text: string): string {
  return oneLine(text)
    .split(" ")
    .map((word) => {
      const [, before = "", inner = "", after = ""] = WORD.exec(word) ?? [];
      return MARKUP.test(inner) ? `${before}${code(inner)}${after}` : word;
    })
    .join(" ");
}

/** A cell of a table. */
function cell(text: string): string {
  const line = oneLine(text);
  return MARKUP.test(line) ? code(line).replaceAll("|", "\\|") : line;
}

/** A code block that nothing in it can end. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n?$/, "\n")}${fence}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map((row) => line(row.map(cell))).join("");
}

/** The anchor of a section, whatever its title is. */
export const anchor = (id: string): string => id.replace(/[^A-Za-z0-9-]+/g, "-").toLowerCase();

export function paragraphs(texts: readonly string[]): string {
  return texts
    .map((text, i) => `${sentence(text)}\n${text.startsWith("- ") && texts[i + 1]?.startsWith("- ") ? "" : "\n"}`)
    .join("");
}

/** A section with its steps. */
export function sectionText(section: Section, level = "##"): string {
  return [
    `<a id="${anchor(section.id)}"></a>\n\n${level} ${plain(section.title)}\n\n`,
    paragraphs(section.text),
    ...section.steps.map((step, i) => stepText(step, `${level}#`, i + 1)),
  ].join("");
}

function stepText(step: Step, level: string, number: number): string {
  return [
    `${level} ${number}. ${plain(step.title)}\n\n`,
    `- Who: ${step.who}\n- From: ${sentence(step.network.text)}\n\n`,
    paragraphs(step.text),
    ...step.forms.map((form) => formText(form, step.forms.length > 1)),
    `- Expect: ${sentence(step.expect)}\n- Failed if: ${sentence(step.failed)}\n\n`,
  ].join("");
}

function formText({ tool, when, commands }: Form, oneOfSeveral: boolean): string {
  const heading = oneOfSeveral ? `With ${tool}${when === undefined ? "" : `. ${when}`}` : (when ?? "");
  return [
    heading === "" ? "" : `${sentence(heading)}\n\n`,
    codeBlock("sh", commands.map((command) => `${commandLine(command)}\n`).join("")),
    "\n",
  ].join("");
}
