import { codeBlocks } from "../house/markdown";
import { readText } from "../house/repository";

export interface Snippet {
  readonly file: string;
  readonly code: string;
}

/** TypeScript of a page whose first line names its file. */
export function snippetsOf(page: string): readonly Snippet[] {
  return codeBlocks(readText(page), "ts").map((code) => {
    const file = /^\/\/ (\S+)\n/.exec(code)?.[1];
    if (file === undefined) throw new Error(`this block does not name its file:\n${code}`);
    return { file, code };
  });
}
