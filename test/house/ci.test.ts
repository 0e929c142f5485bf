import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readText, ROOT } from "./repository";

const scratch = mkdtempSync(join(tmpdir(), "count-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface FileReport {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

const file = (status: string, ...statuses: string[]): FileReport => ({
  status,
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `test ${index}` })),
});

function count(...testResults: FileReport[]): { lines: string[]; status: number | null } {
  const report = join(scratch, "report.json");
  writeFileSync(report, JSON.stringify({ testResults }));
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, ".ci/test-count.mjs"), report], {
    encoding: "utf8",
  });
  return { lines: stdout.trimEnd().split("\n"), status };
}

describe("the count of tests", () => {
  it("is the last line", () => {
    expect(count(file("passed", "passed", "passed"), file("passed", "passed"))).toEqual({
      lines: ["3 passed, 0 failed"],
      status: 0,
    });
  });

  it("has failed tests", () => {
    expect(count(file("failed", "passed", "failed"))).toEqual({ lines: ["1 passed, 1 failed"], status: 1 });
  });

  it("has files that could not be run", () => {
    expect(count(file("passed", "passed"), file("failed"))).toEqual({ lines: ["1 passed, 1 failed"], status: 1 });
  });

  it("refuses skipped tests", () => {
    expect(count(file("passed", "passed", "pending"))).toEqual({
      lines: ["skipped: test 1", "1 passed, 0 failed"],
      status: 1,
    });
  });

  it("refuses an empty run", () => {
    expect(count()).toEqual({ lines: ["0 passed, 0 failed"], status: 1 });
  });
});

describe(".ci/run", () => {
  it("is a script that bash takes", () => {
    const { status, stderr } = spawnSync("bash", ["-n", ".ci/run"], { cwd: ROOT, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(statSync(join(ROOT, ".ci/run")).mode & 0o111).toBe(0o111);
  });

  it("calls every check of the house", () => {
    const text = readText(".ci/run");
    for (const check of [
      "npm ci",
      ".ci/nginx.sh",
      "npm run --silent apps",
      "bindings -- --check",
      ".ci/docs/rules.ts --check",
      ".ci/docs/reference.ts --check",
      "npm run --silent cdktn",
      "lint",
      "typecheck",
      "layers",
      "npm test",
      "cdktf synth",
    ]) {
      expect(text).toContain(check);
    }
  });
});

describe("npm scripts", () => {
  const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
  const commands = Object.entries(scripts).flatMap(([name, script]) =>
    script.split("&&").map((command) => [name, command.trim().split(" ")[0]] as const),
  );

  it.each(commands)("%s runs %s, which npm ci installs", (_, tool) => {
    expect(tool === "node" || existsSync(join(ROOT, "node_modules/.bin", String(tool)))).toBe(true);
  });
});
