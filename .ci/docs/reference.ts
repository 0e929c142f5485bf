import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { writePage } from "./pages";
import { partsOfReference, ROOT, subjectOf, type Part } from "./reference-parts";

export const REFERENCE = join(ROOT, "docs/reference");

const SCRIPT = ".ci/docs/reference.ts";

const OPTIONS = {
  logLevel: "Warn",
  name: "cdktf-cluster-linking",
  theme: "brief",
  readme: "none",
  disableSources: true,
  disableGit: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeProtected: true,
  // `npm run typecheck` does it.
  skipErrorChecking: true,
  // Types that are only met inside others: what users have to know of them is in the docstrings.
  validation: { notExported: false, invalidLink: true, rewrittenLink: true },
  externalSymbolLinkMappings: { "cdktf-cluster-linking": { "*": "#" } },
  outputFileStrategy: "modules",
  hideBreadcrumbs: true,
  hidePageHeader: true,
  hidePageTitle: true,
  hideGroupHeadings: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  enumMembersFormat: "table",
  typeDeclarationFormat: "table",
  typeAliasPropertiesFormat: "table",
  propertyMembersFormat: "table",
  tableColumnSettings: { hideDefaults: true, hideInherited: true, hideModifiers: true, hideOverrides: true },
} as const;

/** Text without the links that lead nowhere: those of types that are not exported. */
const unlinked = (text: string): string => text.replace(/\[([^[\]]*)\]\(#\)/g, "$1");

/** What typedoc makes of the parts, by their names. */
async function convert(parts: readonly Part[], scratch: string): Promise<Map<string, string>> {
  const { Application } = await import("typedoc");
  const { MarkdownTheme } = await import("typedoc-plugin-markdown");
  /** Without a line for each member on which other types have it too. */
  class BriefTheme extends MarkdownTheme {
    public override getRenderContext(
      page: Parameters<InstanceType<typeof MarkdownTheme>["getRenderContext"]>[0],
    ): ReturnType<InstanceType<typeof MarkdownTheme>["getRenderContext"]> {
      const context = super.getRenderContext(page);
      return Object.assign(context, { partials: { ...context.partials, inheritance: () => "" } });
    }
  }

  const entryPoints = parts.map(({ name, source }) => {
    const file = join(scratch, `${name}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${source}\n`);
    return file;
  });
  const tsconfig = join(scratch, "tsconfig.json");
  writeFileSync(tsconfig, JSON.stringify({ extends: join(ROOT, "tsconfig.json"), include: [], files: entryPoints }));
  const app = await Application.bootstrapWithPlugins({
    ...OPTIONS,
    plugin: ["typedoc-plugin-markdown"],
    entryPoints,
    basePath: scratch,
    tsconfig,
  });
  app.renderer.defineTheme("brief", BriefTheme);
  const project = await app.convert();
  if (project === undefined) throw new Error("typedoc cannot read the exports");
  app.validate(project);
  const out = join(scratch, "out");
  await app.outputs.writeOutput({ name: "markdown", path: out }, project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("typedoc complains, see above");
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return new Map(files.map((file) => [file, unlinked(readFileSync(join(out, file), "utf8"))]));
}

function index(parts: readonly Part[], namesOf: ReadonlyMap<string, readonly string[]>): string {
  const rows = parts.map((part) => {
    const names = namesOf.get(part.name) ?? [];
    const links = [...new Set(names)].map((name) => `[${name}](${part.name}.md#${name.toLowerCase()})`);
    return `- [${part.name}](${part.name}.md), ${subjectOf(part)}: ${links.join(", ")}`;
  });
  return `# API reference

What \`cdktf-cluster-linking\` exports, with units, what happens without an optional prop, and the ids of [rules](../rules.md). Types of \`cdktf\`,
\`constructs\` and \`@cdktf/provider-confluent\` are not repeated here.

These pages are made from the docstrings by \`node --import tsx ${SCRIPT}\`; a test keeps the two equal.

${rows.join("\n")}
`;
}

/** Pages of the reference by their file names. */
export async function renderReference(): Promise<Map<string, string>> {
  const parts = partsOfReference();
  const scratch = mkdtempSync(join(tmpdir(), "reference-"));
  try {
    const converted = await convert(parts, scratch);
    const namesOf = new Map<string, readonly string[]>();
    const pages = parts.map((part): [string, string] => {
      const file = `${part.name}.md`;
      const text = converted.get(file);
      if (text === undefined) throw new Error(`typedoc made no page for ${part.name}`);
      namesOf.set(
        part.name,
        [...text.matchAll(/^## (\w+)(?:\\?\(\))?$/gm)].map(([, name]) => String(name)),
      );
      return [file, `# ${part.name}: ${subjectOf(part)}\n\n[All pages](README.md)\n\n${text.trimEnd()}\n`];
    });
    return new Map([["README.md", index(parts, namesOf)], ...pages]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Writes the pages, or compares them. Gives back the exit code. */
async function writeReference(check: boolean): Promise<number> {
  const pages = await renderReference();
  let exitCode = 0;
  for (const [file, text] of pages) {
    exitCode = Math.max(exitCode, writePage(join(REFERENCE, file), text, SCRIPT, check));
  }
  for (const file of existsSync(REFERENCE) ? readdirSync(REFERENCE) : []) {
    if (pages.has(file)) continue;
    if (check) {
      console.error(
        `${relative(ROOT, join(REFERENCE, file))} is of nothing that is exported: run node --import tsx ${SCRIPT}`,
      );
      exitCode = 1;
    } else rmSync(join(REFERENCE, file), { recursive: true });
  }
  return exitCode;
}

if (require.main === module) {
  writeReference(process.argv.includes("--check")).then(
    (exitCode) => (process.exitCode = exitCode),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
