import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../house/repository";

export interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that the text above says it is. */
  readonly file: string | undefined;
}

/** Blocks of code below the headings of a guide, by the heading. */
export function readGuide(path: string): ReadonlyMap<string, readonly Block[]> {
  const sections = new Map<string, Block[]>();
  let title = "";
  let above = "";
  const lines = readText(path).split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.startsWith("## ")) title = line.slice(3);
    const language = /^```(\w+)$/.exec(line)?.[1];
    if (language === undefined) {
      if (line.trim() !== "") above = `${above} ${line}`;
      continue;
    }
    const end = lines.indexOf("```", i);
    const named = [...above.matchAll(/`([\w.-]*\.\w+)`/g)].at(-1)?.[1];
    const file = language === "sh" ? undefined : named;
    const block = { language, text: lines.slice(i + 1, end).join("\n"), file };
    sections.set(title, [...(sections.get(title) ?? []), block]);
    above = "";
    i = end;
  }
  return sections;
}

/** Commands of a block, a line each. */
export const commandsOf = ({ text }: Block): string[] => text.split("\n").filter((line) => line.trim() !== "");

/** Writes what a block says a file is, with some texts replaced. */
export function writeBlock(folder: string, { file, text }: Block, replaced: Readonly<Record<string, string>>): void {
  if (file === undefined) throw new Error(`No file is named for ${text}`);
  mkdirSync(folder, { recursive: true });
  const content = Object.entries(replaced).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  writeFileSync(join(folder, file), `${content}\n`);
}

/** The example of the README. */
export function readmeExample(): string {
  const text = /```ts\n(.*?)```/s.exec(readText("README.md"))?.[1];
  if (text === undefined) throw new Error("The README has no example.");
  return text;
}
