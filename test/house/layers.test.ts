import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow, readText, ROOT } from "./repository";

const CONFIG = ".dependency-cruiser.cjs";
const DEPCRUISE = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function violationsIn(directory: string): Violation[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [DEPCRUISE, "lib", "apps", "--config", CONFIG, "--output-type", "json"],
    { cwd: directory, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout).summary.violations;
}

const TARGETS: Record<string, string> = {
  "lib/index.ts": 'export { target } from "./core/target";',
  "lib/model/target.ts": "export const target = 1;",
  "lib/core/target.ts": "export const target = 1;",
  "lib/kafka/target.ts": "export const target = 1;",
  "lib/link/target.ts": "export const target = 1;",
  "lib/mirror/target.ts": "export const target = 1;",
  "lib/topology/target.ts": "export const target = 1;",
  "lib/policy/target.ts": "export const target = 1;",
  "lib/testing/target.ts": "export const target = 1;",
  "lib/cli/target.ts": "export const target = 1;",
  "lib/runbook/target.ts": "export const target = 1;",
  "lib/rehearsal/clock/target.ts": "export const target = 1;",
  "lib/rehearsal/cloud/target.ts": "export const target = 1;",
  "lib/rehearsal/provider/target.ts": "export const target = 1;",
  "apps/one/target.ts": "export const target = 1;",
  "apps/two/target.ts": "export const target = 1;",
  "apps/common/target.ts": "export const target = 1;",
  "test/target.ts": "export const target = 1;",
  ".gen/providers/confluent/src/index.ts": "export const target = 1;",
  ".gen/providers/confluent/src/cluster-link/index.ts": "export const target = 1;",
};

/** An app with packages of its own. */
const INSTALLED: Record<string, string> = {
  "package.json": '{ "name": "terraform-cloud" }',
  "package-lock.json": "{}",
  "node_modules/cdktf/package.json": '{ "name": "cdktf", "main": "index.js" }',
  "node_modules/cdktf/index.js": "exports.target = 1;",
  "node_modules/cdktf-cluster-linking/package.json": '{ "name": "cdktf-cluster-linking", "main": "index.js" }',
  "node_modules/cdktf-cluster-linking/index.js": "exports.target = 1;",
  "node_modules/cluster-linking-apps/package.json":
    '{ "name": "cluster-linking-apps", "exports": { "./*": "./*.ts" } }',
  "node_modules/cluster-linking-apps/target.ts": "export const target = 1;",
};

/** What files of a folder import, and the rule that it breaks, if any. */
const IMPORTS: readonly [folder: string, from: string, rule: string | undefined][] = [
  ["lib/model", "./target", undefined],
  ["lib/model", "../core/target", "layer-model"],
  ["lib/model", "../cli/target", "layer-model"],
  ["lib/model", "cdktf", "no-framework"],
  ["lib/model", "constructs", "no-framework"],
  ["lib/model", "node:fs", "no-node-built-ins"],
  ["lib/model", "path", "no-node-built-ins"],
  ["lib/model", "@cdktf/provider-confluent/lib/cluster-link", "no-bindings"],
  ["lib/core", "../model/target", undefined],
  ["lib/core", "cdktf", undefined],
  ["lib/core", "constructs", undefined],
  ["lib/core", "node:fs", undefined],
  ["lib/core", "../kafka/target", "layer-core"],
  ["lib/core", "../mirror/target", "layer-core"],
  ["lib/core", "@cdktf/provider-confluent/lib/cluster-link", "no-bindings"],
  ["lib/core", "zod", "no-other-packages"],
  ["lib/core", "../index", "no-barrel"],
  ["lib/core", "cdktf-cluster-linking", "no-barrel"],
  ["lib/core", "../nowhere", "not-resolvable"],
  ["lib/core", "../../apps/one/target", "no-upward"],
  ["lib/core", "../../test/target", "no-upward"],
  ["lib/kafka", "../core/target", undefined],
  ["lib/kafka", "@cdktf/provider-confluent/lib/cluster-link", undefined],
  ["lib/kafka", "@cdktf/provider-confluent", "no-barrel"],
  ["lib/kafka", "node:crypto", "no-node-built-ins"],
  ["lib/kafka", "../link/target", "layer-kafka"],
  ["lib/link", "../kafka/target", undefined],
  ["lib/link", "../mirror/target", "layer-link"],
  ["lib/mirror", "../link/target", undefined],
  ["lib/mirror", "../topology/target", "layer-mirror"],
  ["lib/topology", "../mirror/target", undefined],
  ["lib/topology", "../model/target", undefined],
  ["lib/topology", "../cli/target", "layer-topology"],
  ["lib/policy", "../core/target", undefined],
  ["lib/policy", "cdktf", undefined],
  ["lib/policy", "../link/target", "layer-policy"],
  ["lib/policy", "../testing/target", "layer-policy"],
  ["lib/policy", "@cdktf/provider-confluent/lib/cluster-link", "no-bindings"],
  ["lib/policy", "node:fs", "no-node-built-ins"],
  ["lib/testing", "../policy/target", undefined],
  ["lib/testing", "../cli/target", undefined],
  ["lib/testing", "../topology/target", "layer-testing"],
  ["lib/testing", "../rehearsal/clock/target", "layer-testing"],
  ["lib/testing", "zod", "no-other-packages"],
  ["lib/cli", "../model/target", undefined],
  ["lib/cli", "node:util", undefined],
  ["lib/cli", "../core/target", "layer-cli"],
  ["lib/cli", "cdktf", "no-framework"],
  ["lib/cli", "../rehearsal/clock/target", undefined],
  ["lib/cli", "../runbook/target", undefined],
  ["lib/runbook", "../model/target", undefined],
  ["lib/runbook", "../core/target", "layer-runbook"],
  ["lib/runbook", "../rehearsal/clock/target", "layer-runbook"],
  ["lib/runbook", "cdktf", "no-framework"],
  ["lib/runbook", "node:fs", "no-node-built-ins"],
  ["lib/mirror", "../runbook/target", "layer-mirror"],
  ["lib/mirror", "../rehearsal/clock/target", "layer-mirror"],
  ["lib/rehearsal/clock", "../../model/target", undefined],
  ["lib/rehearsal/clock", "node:http", undefined],
  ["lib/rehearsal/clock", "zod", undefined],
  ["lib/rehearsal/clock", "../../core/target", "layer-rehearsal"],
  ["lib/rehearsal/clock", "cdktf", "no-framework"],
  ["lib/rehearsal/cloud", "../clock/target", undefined],
  ["lib/rehearsal/cloud", "../provider/target", "cloud-alone"],
  ["lib/rehearsal/provider", "../clock/target", undefined],
  ["lib/rehearsal/provider", "../cloud/target", "provider-by-http"],
  ["lib/elsewhere", "../model/target", "unknown-layer"],
  ["apps/one", "cdktf-cluster-linking", undefined],
  ["apps/one", "@cdktf/provider-confluent/lib/cluster-link", undefined],
  ["apps/one", "zod", undefined],
  ["apps/one", "../../lib/index", "apps-by-name"],
  ["apps/one", "../../lib/model/target", "apps-by-name"],
  ["apps/one", "../two/target", "apps-alone"],
  ["apps/one", "../common/target", undefined],
  ["apps/common", "../one/target", "apps-alone"],
  ["apps/common", "cdktf-cluster-linking", undefined],
  ["apps/one", "../../test/target", "apps-alone"],
  ["apps/terraform-cloud", "cluster-linking-apps/target", undefined],
  ["apps/terraform-cloud", "cdktf-cluster-linking", undefined],
  ["apps/terraform-cloud", "../common/target", "apps-packages"],
  ["apps/terraform-cloud", "../one/target", "apps-alone"],
];

const FORMS: Record<string, (from: string) => string> = {
  value: (from) => `import { target } from "${from}";\nconsole.log(target);`,
  type: (from) => `import type { target } from "${from}";\nexport type T = typeof target;`,
  dynamic: (from) => `export const later = import("${from}");`,
};

const fileOf = (index: number, form: string): string => `${IMPORTS[index]?.[0]}/import-${index}-${form}.ts`;

describe("the rules of dependency-cruiser", () => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), "layers-")));
  let violations: Violation[] = [];

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };

  beforeAll(() => {
    const { name, exports } = JSON.parse(readText("package.json"));
    write("package.json", JSON.stringify({ name, exports }));
    mkdirSync(join(tree, ".ci"));
    for (const file of [CONFIG, ".ci/uninstalled-apps.cjs", "tsconfig.json"]) {
      copyFileSync(join(ROOT, file), join(tree, file));
    }
    for (const name of ["cdktf", "constructs", "zod"]) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
      write(`node_modules/${name}/index.js`, "exports.target = 1;");
    }
    for (const [path, text] of Object.entries(TARGETS)) write(path, text);
    for (const [path, text] of Object.entries(INSTALLED)) write(`apps/terraform-cloud/${path}`, text);
    const bindings = ".gen/providers/confluent";
    copyFileSync(join(ROOT, bindings, "package.json"), join(tree, bindings, "package.json"));
    mkdirSync(join(tree, "node_modules/@cdktf"), { recursive: true });
    symlinkSync(join(tree, bindings), join(tree, "node_modules/@cdktf/provider-confluent"), "dir");
    for (const [index, [, from]] of IMPORTS.entries()) {
      for (const [form, text] of Object.entries(FORMS)) write(fileOf(index, form), text(from));
    }
    write("lib/link/circle-a.ts", 'import { b } from "./circle-b";\nexport const a: unknown = b;');
    write("lib/link/circle-b.ts", 'import type { a } from "./circle-a";\nexport const b = {} as { a: typeof a };');
    violations = violationsIn(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const brokenBy = (file: string): string[] => [
    ...new Set(violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)),
  ];

  it.each(IMPORTS.map(([folder, from, rule], index) => ({ folder, from, rule, index })))(
    "judge an import of $from in $folder: $rule",
    ({ rule, index }) => {
      for (const form of Object.keys(FORMS)) {
        expect(brokenBy(fileOf(index, form)), form).toEqual(rule === undefined ? [] : [rule]);
      }
    },
  );

  it("find circles, also through types", () => {
    const circle = ["lib/link/circle-a.ts", "lib/link/circle-b.ts"];
    expect(circle.flatMap(brokenBy)).toEqual(["no-cycle"]);
  });

  it("are all shown to catch something", async () => {
    const config: { default: { forbidden: { name: string }[] } } = await import(join(ROOT, CONFIG));
    const caught = new Set(violations.map(({ rule }) => rule.name));
    expect(config.default.forbidden.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([]);
  });
});

describe("lib", () => {
  it("keeps the layers", () => {
    expect(violationsIn(ROOT)).toEqual([]);
  });

  it("never creates a stack, a provider, a backend or an output", () => {
    expect(
      filesBelow("lib", ".ts").flatMap((file) => creations(readText(file)).map((what) => `${file}: ${what}`)),
    ).toEqual([]);
  });
});

const ONLY_APPS_MAKE = /^(TerraformStack|TerraformOutput|\w*Backend|\w*Provider|\w*Workspaces?)$/;

/** Classes that a text creates or extends although only an app may. */
function creations(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isExpressionWithTypeArguments(node)) {
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      const isType = ts.isHeritageClause(node.parent) && ts.isInterfaceDeclaration(node.parent.parent);
      if (ONLY_APPS_MAKE.test(name) && !isType) found.push(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("code.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

describe("the scan for what only apps make", () => {
  it.each([
    'new TerraformStack(app, "a");',
    'new cdktf.TerraformStack(app, "a");',
    "class Leg extends TerraformStack {}",
    'new TerraformOutput(this, "o", { value });',
    "new LocalBackend(stack, {});",
    "new S3Backend(stack, {});",
    'new CloudBackend(stack, { workspaces: new NamedCloudWorkspace("w") });',
    'new ConfluentProvider(stack, "confluent");',
    'new  provider.ConfluentProvider(\n  stack, "confluent");',
  ])("finds %s", (code) => {
    expect(creations(code)).not.toEqual([]);
  });

  it.each([
    "const stack = TerraformStack.of(this);",
    "// new TerraformStack(app)",
    "/** a `new TerraformProvider` */",
    "if (node instanceof TerraformProvider) return;",
    "interface Aliased extends TerraformProvider { readonly alias?: string }",
    "const fix = 'new ConfluentProvider(stack, \"confluent\")';",
    "new MirrorBlocks(this, {});",
  ])("passes %s", (code) => {
    expect(creations(code)).toEqual([]);
  });
});
