import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECOMMENDED } from "../../lib/policy/rules/recommended";
import { tableRows } from "../house/markdown";
import { readText, ROOT } from "../house/repository";
import { snippetsOf } from "./snippets";

const GUIDES = ["docs/guides/testing.md", "docs/guides/policy.md"];

/** jest is no package of this repository: what is for it runs where the packages are installed. */
const snippets = GUIDES.flatMap(snippetsOf).filter(({ file }) => file !== "jest.setup.ts");

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
