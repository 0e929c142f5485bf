import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECOMMENDED } from "../../lib/policy/rules/recommended";
import { codeBlocks, tableRows } from "../house/markdown";
import { readText, ROOT } from "../house/repository";

const GUIDES = ["docs/guides/testing.md", "docs/guides/policy.md"];

/** Blocks of the guides whose first line names their file. */
const snippets = GUIDES.flatMap((guide) => codeBlocks(readText(guide), "ts")).map((code) => {
  const file = /^\/\/ (\S+)\n/.exec(code)?.[1];
  if (file === undefined) throw new Error(`this block does not name its file:\n${code}`);
  return { file, code };
});

/** What jest's own types say of matchers, as far as its setup needs them: jest is no package of this repository. */
const JEST_TYPES: Readonly<Record<string, string>> = {
  expect: "export interface Matchers<R extends void | Promise<void>, T = unknown> { toBe(expected: T): R }",
  "@jest/globals": `import type { Matchers } from "expect";
type Both<T> = Matchers<void, T> & { not: Matchers<void, T> };
export declare const expect: { <T>(received: T): Both<T>; extend(matchers: object): void };`,
};

const JEST_TEST = `import { expect } from "@jest/globals";
expect({}).toContainLink({ linkName: "primary-to-jump" });
expect({}).not.toMirror("orders", { onDr: "orders" });
// @ts-expect-error -- no link has this fact
expect({}).toContainLink({ linkname: "primary-to-jump" });
`;

const COMPILER = {
  target: "es2022",
  lib: ["es2023"],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  noUncheckedIndexedAccess: true,
  esModuleInterop: true,
  skipLibCheck: true,
  types: ["node"],
  noEmit: true,
};

describe("the snippets of the guides to tests and policies", () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "guides-")));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: project, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });

  beforeAll(() => {
    for (const { file, code } of snippets) writeFileSync(join(project, file), code);
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "guides", private: true }));
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER, include: ["*.ts"] }));
    writeFileSync(
      join(project, "vitest.config.mjs"),
      'export default { test: { include: ["*.test.ts"], setupFiles: ["vitest.setup.ts"] } };\n',
    );
    writeFileSync(join(project, "for-jest.ts"), JEST_TEST);
    for (const [name, types] of Object.entries(JEST_TYPES)) {
      mkdirSync(join(project, "node_modules", name), { recursive: true });
      writeFileSync(join(project, "node_modules", name, "index.d.ts"), types);
    }
    const packages = ["cdktf", "constructs", "vitest", "@cdktf/provider-confluent", "@types/node", "tsx"];
    const targets = [
      ...packages.map((name) => [name, join(ROOT, "node_modules", name)] as const),
      ["cdktf-cluster-linking", ROOT] as const,
    ];
    for (const [name, target] of targets) {
      mkdirSync(dirname(join(project, "node_modules", name)), { recursive: true });
      symlinkSync(target, join(project, "node_modules", name), "dir");
    }
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("have the files that they import", () => {
    expect(snippets.map(({ file }) => file)).toEqual([
      "vitest.setup.ts",
      "jest.setup.ts",
      "topology.ts",
      "topology.test.ts",
      "main.ts",
      "policy.test.ts",
      "exceptions.ts",
      "acme-policies.ts",
    ]);
  });

  it("compile, with the types of the matchers", () => {
    const { stdout, status } = run(require.resolve("typescript/bin/tsc"), "-p", project);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("pass as tests, in a project of its own", () => {
    const { stdout, stderr, status } = run(join(ROOT, "node_modules/vitest/vitest.mjs"), "run");
    expect(`${stdout}${stderr}`).toMatch(/Tests\s+4 passed/);
    expect(status).toBe(0);
  });

  it("synthesise, with the one warning that the guide has an exception for", () => {
    const warned = (file: string): boolean => {
      const { stderr, status } = run("--import", "tsx", file);
      expect(stderr).toBe("");
      expect(status).toBe(0);
      return readFileSync(join(project, "cdktf.out/manifest.json"), "utf8").includes("POL004");
    };
    expect(warned("main.ts")).toBe(true);
    expect(warned("exceptions.ts")).toBe(false);
  });

  it("show policies of an organisation that find what they say", () => {
    writeFileSync(
      join(project, "ask.ts"),
      `import { App } from "cdktf";
import { acmePolicies } from "./acme-policies";
import { buildTopology } from "./topology";
const app = new App();
buildTopology(app);
console.log(String(acmePolicies.check(app)));
`,
    );
    const { stdout } = run("--import", "tsx", "ask.ts");
    expect(stdout.match(/ACME-00\d/g)).toEqual(["ACME-002", "ACME-002"]);
    expect(stdout).toContain("warning jump-to-dr: ACME-002: The backend is local. Allowed: Any backend but local.");
  });
});

describe("the guide to policies", () => {
  it("has a table of the recommended rules", () => {
    expect(tableRows(readText("docs/guides/policy.md"), "Rule")).toEqual(
      RECOMMENDED.map(({ id, severity, title }) => [id, severity, title]),
    );
  });
});
