import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { build } from "./packages";

const ROOT = resolve(__dirname, "..");
const OUT_FOLDER = "lib";
const LEFT_OUT = ["private", "scripts", "devDependencies", "workspaces"];

interface Manifest {
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

interface Package {
  /** Folder of the package.json that is staged. */
  readonly home: string;
  /** Folder of the TypeScript sources. */
  readonly sources: string;
  /** Folder to pack. */
  readonly stage: string;
  /** Files that go into the package as they are, where they exist. */
  readonly documents: readonly string[];
  /** Where the compiler finds imports that would otherwise lead to sources. */
  readonly paths?: ts.MapLike<string[]>;
}

const BINDINGS_STAGE = join(ROOT, "dist/provider-confluent");

const BINDINGS: Package = {
  home: join(ROOT, ".gen/providers/confluent"),
  sources: join(ROOT, ".gen/providers/confluent/src"),
  stage: BINDINGS_STAGE,
  documents: [join(ROOT, ".gen/providers/confluent/README.md"), join(ROOT, "LICENSE")],
};

const LIBRARY: Package = {
  home: ROOT,
  sources: join(ROOT, "lib"),
  stage: join(ROOT, "dist/cdktf-cluster-linking"),
  documents: ["README.md", "LICENSE", "CHANGELOG.md"].map((name) => join(ROOT, name)),
  paths: { "@cdktf/provider-confluent/lib/*": [join(BINDINGS_STAGE, OUT_FOLDER, "*/index.d.ts")] },
};

const COMMON_STAGE = join(ROOT, "dist/cluster-linking-apps");
const COMMON_USES = ["@cdktf/provider-confluent", "cdktf", "constructs", "zod"];

function compilerOptions({ sources, stage, paths }: Package): ts.CompilerOptions {
  const file = join(ROOT, "tsconfig.json");
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  return {
    ...ts.parseJsonConfigFileContent(config, ts.sys, ROOT, undefined, file).options,
    noEmit: false,
    noEmitOnError: true,
    rootDir: sources,
    outDir: join(stage, OUT_FOLDER),
    declaration: true,
    sourceMap: true,
    inlineSources: true,
    paths,
  };
}

function compile(what: Package): void {
  const options = compilerOptions(what);
  const program = ts.createProgram(ts.sys.readDirectory(what.sources, [".ts"]), options);
  const { diagnostics } = program.emit(undefined, (file, text) => {
    ts.sys.writeFile(file, file.endsWith(".js.map") ? withSourceBeside(text) : text);
  });
  const problems = ts.sortAndDeduplicateDiagnostics([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  if (problems.length === 0) return;
  const host = ts.createCompilerHost(options);
  throw new Error(ts.formatDiagnostics(problems, host));
}

/** A source map that has its source beside it: a path to the sources here would lead into the folders of whoever installs the package. */
function withSourceBeside(map: string): string {
  const { sources, ...rest } = JSON.parse(map) as { readonly sources: readonly string[] };
  return JSON.stringify({ ...rest, sources: sources.map((source) => basename(source)) });
}

/** Files beside the sources that the code reads. */
function copyAssets({ sources, stage }: Package): void {
  for (const file of ts.sys.readDirectory(sources, [".json", ".proto"])) {
    const copy = join(stage, OUT_FOLDER, relative(sources, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
}

/** What bin/ starts from sources in a clone; the package has it compiled. */
function compiledCommand(launcher: string): string {
  return launcher.replace(/^\.\/bin\/(.+)\.cjs$/, `./${OUT_FOLDER}/cli/$1.js`);
}

/** The manifest of the compiled package: paths of sources become paths of what they were compiled to. */
function stagedManifest({ home, sources }: Package): object {
  const manifest: Manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const prefix = `./${relative(home, sources)}/`;
  const compiled = (path: string, extension: string): string =>
    path.startsWith(prefix) && path.endsWith(".ts")
      ? `./${OUT_FOLDER}/${path.slice(prefix.length, -".ts".length)}${extension}`
      : path;
  const target = (path: string): unknown =>
    path.endsWith(".ts") ? { types: compiled(path, ".d.ts"), default: compiled(path, ".js") } : path;
  const main = manifest.exports["."] as string;
  const doors = Object.entries(manifest.exports).filter(
    ([name, path]) => /^\.\/\w+$/.test(name) && path.endsWith(".ts"),
  );
  // For compilers that do not read `exports`, as those of projects from cdktf's own template.
  const typesVersions = {
    "*": Object.fromEntries(doors.map(([name, path]) => [name.slice("./".length), [compiled(path, ".d.ts")]])),
  };
  const kept = Object.entries(manifest).filter(([name]) => !LEFT_OUT.includes(name));
  return {
    ...Object.fromEntries(kept),
    type: "commonjs",
    files: [OUT_FOLDER, "CHANGELOG.md"],
    main: compiled(main, ".js"),
    types: compiled(main, ".d.ts"),
    ...(doors.length > 0 && { typesVersions }),
    exports: Object.fromEntries(Object.entries(manifest.exports).map(([name, path]) => [name, target(path)])),
    bin:
      manifest.bin &&
      Object.fromEntries(Object.entries(manifest.bin).map(([name, path]) => [name, compiledCommand(path)])),
  };
}

function stage(what: Package): void {
  rmSync(what.stage, { recursive: true, force: true });
  compile(what);
  copyAssets(what);
  writeFileSync(join(what.stage, "package.json"), `${JSON.stringify(stagedManifest(what), undefined, 2)}\n`);
  for (const document of what.documents) {
    if (existsSync(document)) copyFileSync(document, join(what.stage, basename(document)));
  }
  console.log(relative(ROOT, what.stage));
}

/** What apps share: TypeScript as it is, for apps that are installed on their own. */
function stageCommon(): void {
  const { version, license, engines, peerDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const manifest = {
    name: "cluster-linking-apps",
    version,
    description: "What the sample apps of cdktf-cluster-linking have in common",
    license,
    private: true,
    engines,
    exports: { "./*": "./*.ts", "./package.json": "./package.json" },
    peerDependencies: {
      ...Object.fromEntries(COMMON_USES.map((name) => [name, peerDependencies[name]])),
      "cdktf-cluster-linking": `^${version}`,
    },
  };
  rmSync(COMMON_STAGE, { recursive: true, force: true });
  cpSync(join(ROOT, "apps/common"), COMMON_STAGE, { recursive: true });
  writeFileSync(join(COMMON_STAGE, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  console.log(relative(ROOT, COMMON_STAGE));
}

const STAGES: Readonly<Record<string, () => void>> = {
  "provider-confluent": () => stage(BINDINGS),
  "cdktf-cluster-linking": () => stage(LIBRARY),
  "cluster-linking-apps": stageCommon,
};

try {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(STAGES);
  for (const [name, stageIt] of Object.entries(STAGES)) if (names.includes(name)) build(name, stageIt);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
