import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./repository";

interface Documented {
  readonly name: string;
  readonly summary: string;
  readonly optional: boolean;
  readonly hasDefault: boolean;
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
    return {
      name,
      summary: ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim(),
      optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      hasDefault: symbol.getJsDocTags(this.checker).some((tag) => tag.name === "default"),
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
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const internal = ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === "internal");
    return (ts.getCombinedModifierFlags(declaration) & hidden) === 0 && !internal;
  }
}

describe("the docstrings of the package", () => {
  let documented: Documented[] = [];

  beforeAll(() => {
    documented = new PublicApi(join(ROOT, "lib/index.ts")).documented();
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
});
