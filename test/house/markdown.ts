/** Rows of the table with this heading in its first column, as the cells' texts. */
export function tableRows(text: string, firstHeading: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => cellsOf(line)[0] === firstHeading);
  if (start < 0) throw new Error(`There is no table that begins with ${firstHeading}`);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end < 0 ? undefined : end).map(cellsOf);
}

const cellsOf = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The code blocks of a language. */
export function codeBlocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , code]) => String(code));
}

/** Targets of links, without those that lead out of the repository. */
export function relativeLinks(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => String(target))
    .filter((target) => !/^[a-z]+:/.test(target));
}
