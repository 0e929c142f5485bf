import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./repository";

interface Documented {
  readonly name: string;
  readonly summary: string;
  readonly optional: boolean;
  readonly hasDefault: boolean;
  /** Is there when the program runs: a class, an enum, a function, an object. */
  readonly isValue: boolean;
  readonly sources: readonly string[];
}

/** Exports of a file with their members, as an editor shows them: docstrings of implemented interfaces are taken over. */
class PublicApi {
  private readonly program: ts.Program;
  private readonly checker: ts.TypeChecker;

  public constructor(private readonly file: string) {
    const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
    this.program = ts.createProgram([file], ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options);
    this.checker = this.program.getTypeChecker();
  }

  public documented(): Documented[] {
    const module = this.checker.getSymbolAtLocation(this.program.getSourceFile(this.file) as ts.SourceFile);
    return this.checker.getExportsOfModule(module as ts.Symbol).flatMap((alias) => {
      const symbol = alias.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(alias) : alias;
      const members = [...this.membersOf(symbol)].map((member) =>
        this.document(member, `${alias.name}.${member.name}`),
      );
      return [this.document(symbol, alias.name), ...members];
    });
  }

  private document(symbol: ts.Symbol, name: string): Documented {
    const tags = symbol.getJsDocTags(this.checker);
    return {
      name,
      summary: ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim(),
      optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      hasDefault: tags.some((tag) => tag.name === "default"),
      isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0,
      sources: tags.filter((tag) => tag.name === "see").map((tag) => ts.displayPartsToString(tag.text).trim()),
    };
  }

  private membersOf(symbol: ts.Symbol): Set<ts.Symbol> {
    const type = this.checker.getDeclaredTypeOfSymbol(symbol);
    const parts = type.isUnion() ? type.types : [type];
    const members = parts.flatMap((part) => part.getProperties());
    return new Set([...members, ...(symbol.exports?.values() ?? [])].filter((member) => this.isPublic(member)));
  }

  private isPublic(member: ts.Symbol): boolean {
    const declaration = member.declarations?.[0];
    if (!declaration?.getSourceFile().fileName.startsWith(join(ROOT, "lib/"))) return false;
    if (ts.isPropertySignature(declaration) && declaration.type?.kind === ts.SyntaxKind.UndefinedKeyword) return false;
    if (ts.isClassElement(declaration) && declaration.name && ts.isPrivateIdentifier(declaration.name)) return false;
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const internal = ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === "internal");
    return (ts.getCombinedModifierFlags(declaration) & hidden) === 0 && !internal;
  }
}

describe("the docstrings of the package", () => {
  let documented: Documented[] = [];

  beforeAll(() => {
    const entries = ["lib/index.ts", "lib/testing/index.ts", "lib/rehearsal/index.ts"];
    documented = entries.flatMap((file) => new PublicApi(join(ROOT, file)).documented());
  });

  const namesOf = (those: (each: Documented) => boolean): string[] => documented.filter(those).map(({ name }) => name);

  it("are those of its exports and their public members", () => {
    const names = namesOf(() => true);
    expect(names).toContain("SourceInitiatedLink");
    expect(names).toContain("SourceInitiatedLinkProps.dialCredentials");
    expect(names).toContain("SourceInitiatedLinkProps.prefix");
    expect(names).toContain("MirrorSet.addTopic");
    expect(names).toContain("ApiKey.fromVariables");
    expect(names).toContain("StartOffset.LATEST");
    expect(names).toContain("ClusterLinkingMatchers.toMirror");
    expect(names).toContain("Deployment.start");
    expect(names).not.toContain("MirrorSet.own");
    expect(names).not.toContain("MirrorSet.claim");
    expect(names).not.toContain("MirrorSet.node");
  });

  it("begin with a summary of one line", () => {
    const firstLine = ({ summary }: Documented): string => summary.split("\n")[0] ?? "";
    expect(namesOf((each) => !/^[A-Z`].*[.:]$/.test(firstLine(each)))).toEqual([]);
  });

  it("tell what happens without an optional prop", () => {
    expect(namesOf(({ optional, hasDefault }) => optional && !hasDefault)).toEqual([]);
  });

  it("name a source of everything that is there when an app runs", () => {
    const isExport = ({ name }: Documented): boolean => !name.includes(".");
    expect(namesOf((each) => isExport(each) && each.isValue && each.sources.length === 0)).toEqual([]);
  });

  it("name sources that are pages of the project or on the web", () => {
    const sources = documented.flatMap((each) => each.sources);
    expect(sources.length).toBeGreaterThan(50);
    const isThere = (source: string): boolean =>
      /^https:\/\/\S+$/.test(source) || existsSync(join(ROOT, /^`(docs\/\S+)`$/.exec(source)?.[1] ?? "nowhere"));
    expect(sources.filter((source) => !isThere(source))).toEqual([]);
  });
});
