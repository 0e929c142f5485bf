import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = join(__dirname, "../..");

it("types refuse what rules refuse, where they can", () => {
  const file = join(__dirname, "inexpressible.ts");
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, ROOT);
  const program = ts.createProgram([file], options);
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  expect(program.getSourceFile(file)?.text).toContain("@ts-expect-error");
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});
