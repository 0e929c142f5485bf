import { codeBlocks } from "../house/markdown";

/** The command lines of a shell block, as a reader would type them: continued lines joined, comments taken off. */
export function shellLines(block: string): string[] {
  return block
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => withoutComment(line).trim())
    .filter((line) => line !== "");
}

/** The shell blocks of a page, line by line. */
export const shellBlocks = (page: string): string[][] => codeBlocks(page, "sh").map(shellLines);

function withoutComment(line: string): string {
  let quote = "";
  for (const [i, character] of [...line].entries()) {
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "#" && (i === 0 || /\s/.test(line.charAt(i - 1)))) return line.slice(0, i);
  }
  return line;
}
