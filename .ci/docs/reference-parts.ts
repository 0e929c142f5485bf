import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

export const ROOT = resolve(__dirname, "../..");

/** A page of the reference: its name, and the TypeScript that exports what belongs on it. */
export interface Part {
  readonly name: string;
  readonly source: string;
}

const FROM_INDEX: Readonly<Record<string, string>> = {
  topology: "whole chains",
  mirror: "mirror topics",
  link: "links and their halves",
  kafka: "clusters, networks and keys",
  model: "filters, settings and words",
  policy: "an organization's own rules",
  core: "errors, warnings and synth",
};

const INDEX = join(ROOT, "lib/index.ts");

/** What the index exports, page by page: the folder of `lib` that a name comes from says which. */
function partsOfIndex(): Part[] {
  const file = ts.createSourceFile(INDEX, readFileSync(INDEX, "utf8"), ts.ScriptTarget.ES2022, true);
  const statements = file.statements.map((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) {
      throw new Error(`lib/index.ts has more than exports of other files: ${statement.getText()}`);
    }
    return statement;
  });
  const folderOf = (specifier: string): string => specifier.replace(/^\.\//, "").split("/")[0] ?? "";
  const specifierOf = (statement: ts.ExportDeclaration): string => (statement.moduleSpecifier as ts.StringLiteral).text;
  const folders = new Set(statements.map((statement) => folderOf(specifierOf(statement))));
  const unknown = [...folders].filter((folder) => FROM_INDEX[folder] === undefined);
  if (unknown.length > 0) throw new Error(`.ci/docs/reference-parts.ts has no page for lib/${unknown.join(", lib/")}`);
  return Object.keys(FROM_INDEX)
    .filter((folder) => folders.has(folder))
    .map((folder) => ({
      name: folder,
      source: statements
        .filter((statement) => folderOf(specifierOf(statement)) === folder)
        .map((statement) => statement.getText().replace(/"\.\//, `"${dirname(INDEX)}/`))
        .join("\n"),
    }));
}

/** Further entry points of the package, a page each. */
function partsOfPackage(): Part[] {
  const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string>>;
  };
  return Object.entries(exports)
    .filter(([name, target]) => name !== "." && target.endsWith(".ts"))
    .map(([name, target]) => ({
      name: name.replace(/^\.\//, ""),
      source: `export * from ${JSON.stringify(join(ROOT, target.replace(/\.ts$/, "")))};`,
    }));
}

export const partsOfReference = (): Part[] => [...partsOfIndex(), ...partsOfPackage()];

/** What a page is about, in a few words. */
export const subjectOf = ({ name }: Part): string => FROM_INDEX[name] ?? `\`cdktf-cluster-linking/${name}\``;
