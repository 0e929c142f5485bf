import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readText, ROOT } from "../house/repository";
import { DECISIONS, decisionsOn, PLAYED, type Decision } from "./decisions";
import { PAGES } from "./pages";
import { shellBlocks, shellLines } from "./shell-lines";

const LINES = PAGES.flatMap((page) =>
  shellBlocks(readText(page))
    .flat()
    .map((line) => ({ page, line })),
);

const isPlayed = (page: string): boolean => PLAYED.some((guide) => page === `docs/guides/${guide}.md`);

describe("command lines of the documentation", () => {
  it("are read as a shell reads them", () => {
    expect(shellLines("a 'x # y' # comment\n\n# all of it\nb \\\n  --flag\nc#d")).toEqual([
      "a 'x # y'",
      "b --flag",
      "c#d",
    ]);
  });

  it("are found", () => {
    expect(LINES).toContainEqual({ page: "docs/guides/azure.md", line: "npx cdktf deploy platform" });
    expect(LINES.length).toBeGreaterThan(100);
  });

  it("are played by guides-played.test.ts or have one decision, never none and never two", () => {
    const wrong = LINES.filter(({ page, line }) => {
      const { length } = decisionsOn(page, line);
      return length > 1 || (length === 0 && !isPlayed(page));
    });
    expect(wrong).toEqual([]);
  });

  it("are not decided on by accident", () => {
    expect(decisionsOn("docs/guides/azure.md", "npx cdktf destroy platform")).toEqual([]);
    expect(decisionsOn("docs/guides/failover.md", "az login")).toEqual([]);
  });

  it("have no decision that is of no line", () => {
    const used = new Set(LINES.flatMap(({ page, line }) => decisionsOn(page, line)));
    expect(DECISIONS.filter((decision) => !used.has(decision))).toEqual([]);
  });

  const tested = DECISIONS.filter((each): each is Extract<Decision, { test: string }> => "test" in each);

  it.each(tested)("$line is run by $test", ({ test, words }) => {
    expect(existsSync(join(ROOT, test))).toBe(true);
    const text = readText(test);
    expect(words.filter((each) => !text.includes(each))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  });

  it("are run by another page only where that page is played", () => {
    const pages = tested.map(({ test }) => test).filter((test) => test.endsWith(".md"));
    expect(pages.filter((page) => !isPlayed(page))).toEqual([]);
  });

  it("that are not run say why", () => {
    expect(DECISIONS.filter((each) => "not" in each && !/^[A-Z].{20,}\.$/.test(each.not))).toEqual([]);
  });
});
