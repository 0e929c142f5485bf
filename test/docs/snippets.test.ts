import { relative } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPILER, ExampleProject } from "../house/example-project";
import { codeBlocks } from "../house/markdown";
import { readText } from "../house/repository";
import { PAGES } from "./pages";

/** Pages whose snippets are files of one project, which another test compiles. */
const ELSEWHERE = new Map([
  ["docs/guides/testing.md", "test/testing/guides.test.ts"],
  ["docs/guides/policy.md", "test/testing/guides.test.ts"],
]);

/** Every other snippet by the file that it is compiled as, a module of its own. */
function snippets(): Map<string, string> {
  return new Map(
    ["README.md", ...PAGES.filter((page) => !ELSEWHERE.has(page))].flatMap((page) =>
      codeBlocks(readText(page), "ts").map((code, i): [string, string] => [
        `${page}/${i + 1}.ts`,
        `${code}export {};\n`,
      ]),
    ),
  );
}

describe("the TypeScript in the documentation", () => {
  const all = snippets();
  const project = new ExampleProject(Object.fromEntries(all));
  afterAll(() => project.remove());

  const complaints = new Map<string, string[]>();
  const compile = (files: readonly string[]): Map<string, string[]> => {
    const { options } = ts.convertCompilerOptionsFromJson(COMPILER, project.folder);
    const program = ts.createProgram(
      files.map((file) => project.path(file)),
      options,
    );
    const found = new Map<string, string[]>();
    for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
      const { file, start } = diagnostic;
      const name = file === undefined ? "" : relative(project.folder, file.fileName);
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
      const text = `line ${line}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
      found.set(name, [...(found.get(name) ?? []), text]);
    }
    return found;
  };
  const WRONG = "wrong/1.ts";

  beforeAll(() => {
    project.write(
      WRONG,
      'import { TopicFilter } from "cdktf-cluster-linking";\nTopicFilter.includePrefix(1);\nTopicFilter.none();\n',
    );
    for (const [name, texts] of compile([...all.keys(), WRONG])) complaints.set(name, texts);
  });

  it("is in the README and in guides", () => {
    expect([...all.keys()]).toEqual(
      expect.arrayContaining(["README.md/1.ts", "docs/guides/existing-clusters.md/1.ts"]),
    );
  });

  it.each([...all.keys()])("%s compiles in a project of its own", (file) => {
    expect(complaints.get(file) ?? []).toEqual([]);
  });

  it.each([...ELSEWHERE])("of %s is compiled by %s", (page, test) => {
    expect(readText(test)).toContain(`"${page}"`);
  });

  it("is refused where it is wrong", () => {
    expect(complaints.get(WRONG)).toEqual([
      expect.stringContaining("line 2: Argument of type 'number' is not assignable"),
      expect.stringContaining("line 3: Property 'none' does not exist"),
    ]);
  });

  it("leaves nothing to complain about in the library", () => {
    expect([...complaints.keys()].filter((name) => name !== WRONG && !all.has(name))).toEqual([]);
  });
});
