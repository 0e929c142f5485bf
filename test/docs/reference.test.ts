import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readText, ROOT } from "../house/repository";

/** Names that the index of the library exports. */
function exported(): string[] {
  const file = ts.createSourceFile("index.ts", readText("lib/index.ts"), ts.ScriptTarget.ES2022);
  return file.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : [],
  );
}

describe("the API reference", () => {
  const pages = readdirSync(`${ROOT}/docs/reference`).map((name) => readText(`docs/reference/${name}`));

  it("is what the docstrings say", () => {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", ".ci/docs/reference.ts", "--check"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("has every name that the library exports, and its index links to it", () => {
    const headings = new Set(pages.flatMap((page) => [...page.matchAll(/^## (\w+)/gm)].map(([, name]) => name)));
    const index = readText("docs/reference/README.md");
    const names = exported();
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => !headings.has(name))).toEqual([]);
    expect(names.filter((name) => !index.includes(`[${name}](`))).toEqual([]);
  });

  it("has the default of a prop, the unit and the source", () => {
    const link = readText("docs/reference/link.md");
    const [, offsetSync] = link.split("## ConsumerOffsetSync\n");
    expect(offsetSync).toMatch(/`intervalMs\?` \| `number` \| [^|]*milliseconds[^|]*\*\*Default\*\*/);
    expect(readText("docs/reference/topology.md")).toContain("https://datatracker.ietf.org/doc/html/rfc1918");
  });

  it("names no machine and no line of the sources", () => {
    expect(pages.filter((page) => /\/tmp\/|\/work\/|file:|Defined in/.test(page))).toEqual([]);
  });
});
