import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lostAddresses, withoutRecipe } from "../../.ci/release/addresses";
import { sectionOf } from "../../.ci/release/changelog";
import { earlierRelease } from "../../.ci/release/earlier";
import { readOptions } from "../../.ci/release/options";
import { filesWithTokens } from "../../.ci/release/tokens";
import { ROOT, readText } from "../house/repository";

const scratch = mkdtempSync(join(tmpdir(), "release-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const { version } = JSON.parse(readText("package.json")) as { version: string };

describe("npm run release -- --dry-run", () => {
  const run = spawnSync("npm", ["run", "--silent", "release", "--", "--dry-run"], { cwd: ROOT, encoding: "utf8" });

  it("shows version, changelog, address changes, default changes and files, and publishes nothing", () => {
    expect([run.status, run.stderr]).toEqual([0, ""]);
    const [first] = run.stdout.split("\n").filter((line) => line.startsWith("cdktf-cluster-linking "));
    expect(first).toMatch(new RegExp(`^cdktf-cluster-linking ${version}, after `));
    for (const title of ["Changelog", "Address changes", "Defaults changed"]) {
      expect(run.stdout).toContain(`== ${title}`);
    }
    expect(run.stdout).toContain(`== cdktf-cluster-linking@${version}: `);
    expect(run.stdout).toContain("== @cdktf/provider-confluent@1.0.0: ");
    expect(run.stdout).toMatch(/^ +\d+ lib\/index\.js$/m);
    expect(run.stdout).toMatch(/^ +\d+ lib\/cluster-link\/index\.d\.ts$/m);
    expect(run.stdout.trimEnd()).toMatch(/Dry run: nothing was published\.$/);
  });
});

describe("its arguments", () => {
  it("are these", () => {
    expect(
      readOptions(["--dry-run", "--scope", "@acme", "--registry", "https://npm.example.com/", "--tag", "next"]),
    ).toEqual({ dryRun: true, scope: "@acme", registry: "https://npm.example.com/", tag: "next" });
    expect(readOptions([])).toEqual({ dryRun: false, scope: undefined, registry: undefined, tag: undefined });
  });

  it.each([
    [["--scope", "acme"], "--scope takes a scope like @acme, not acme."],
    [["--scope", "@cdktf"], "--scope @cdktf would take cdktf's own packages from your registry."],
    [["--registry", "npm.example.com"], "--registry takes a URL."],
    [["--token", "x"], "Unknown option '--token'"],
  ])("are refused: %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- something

### Address changes

None.

### Defaults changed

None.

## [0.2.0] - 2027-01-01

### Address changes

One moved:

\`\`\`hcl
moved {
  from = confluent_cluster_link.old
  to   = confluent_cluster_link.new
}
\`\`\`

### Defaults changed

The interval.

## [0.1.0] - 2026-11-25

### Added

- everything
`;

describe("the changelog's section", () => {
  it("is that of the version, with its parts", () => {
    const section = sectionOf(CHANGELOG, "0.2.0", false);
    expect(section.title).toBe("[0.2.0]");
    expect(section.addressChanges).toContain("from = confluent_cluster_link.old");
    expect(section.defaultChanges).toBe("The interval.");
    expect(section.text).not.toContain("something");
  });

  it("is what is not released yet, for a dry run of a version that has none", () => {
    expect(sectionOf(CHANGELOG, "0.3.0", true).title).toBe("[Unreleased]");
    expect(sectionOf(CHANGELOG, "0.2.0", true).title).toBe("[0.2.0]");
  });

  it("has to be there, with both parts", () => {
    expect(() => sectionOf(CHANGELOG, "0.3.0", false)).toThrow('CHANGELOG.md has no section "## [0.3.0]".');
    expect(() => sectionOf(CHANGELOG, "0.1.0", false)).toThrow('has no "### Address changes" in the section of 0.1.0');
  });
});

describe("addresses", () => {
  const before = { MirrorSet: ["a.one", "a.two"], Gone: ["b.one"] };
  const now = { MirrorSet: ["a.one", "a.three"], New: ["c.one"] };
  const lost = [
    { of: "MirrorSet", address: "a.two" },
    { of: "Gone", address: "b.one" },
  ];

  it("are lost where they were there before; new ones are no loss", () => {
    expect(lostAddresses(before, now)).toEqual(lost);
    expect(lostAddresses(now, { ...now, more: ["d.one"] })).toEqual([]);
  });

  it.each([
    ["nothing", "0.2.0", "None.", ["a.two", "b.one"]],
    ["a recipe for one", "0.2.0", "moved {\n  from = a.two\n  to = a.three\n}", ["b.one"]],
    ["a recipe for each", "0.2.0", "moved {\n  from = a.two\n}\nmoved {\n  from = b.one\n}", []],
    ["a new major version", "1.0.0", "None.", []],
    ["an address that only begins so", "0.2.0", "moved {\n  from = a.twofold\n}", ["a.two", "b.one"]],
  ])("with %s", (_, next, recipes, left) => {
    const found = withoutRecipe(lost, { before: "0.1.0", version: next, recipes });
    expect(found.map(({ address }) => address)).toEqual(left);
  });
});

describe("the release before", () => {
  const repository = join(scratch, "repository");
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: repository,
      encoding: "utf8",
    });

  it("is nothing where there is no tag, and then the last one that is not this version", () => {
    mkdirSync(join(repository, "test/contract"), { recursive: true });
    git("init", "--quiet");
    const write = (addresses: object): void =>
      writeFileSync(join(repository, "test/contract/addresses.json"), JSON.stringify(addresses));
    const commit = (tag: string): void => {
      git("add", ".");
      git("commit", "--quiet", "--message", tag);
      git("tag", tag);
    };
    write({ a: ["x.one"] });
    expect(earlierRelease(repository, "0.1.0")).toBeUndefined();
    commit("v0.1.0");
    write({ a: ["x.two"] });
    commit("v0.10.0");
    expect(earlierRelease(repository, "0.11.0")).toEqual({ version: "0.10.0", addresses: { a: ["x.two"] } });
    expect(earlierRelease(repository, "0.10.0")).toEqual({ version: "0.1.0", addresses: { a: ["x.one"] } });
  });
});

describe("tokens in files named .npmrc", () => {
  it.each([
    ["//npm.example.com/:_authToken=npm_abc", true],
    ["_auth=abc", true],
    ["//npm.example.com/:_password = abc", true],
    ["//npm.example.com/:_authToken=${NPM_TOKEN}", false],
    ["registry=https://npm.example.com/", false],
  ])("%s: %s", (line, found) => {
    const folder = mkdtempSync(join(scratch, "npmrc-"));
    mkdirSync(join(folder, "apps/one"), { recursive: true });
    writeFileSync(join(folder, "apps/one/.npmrc"), `audit=false\n${line}\n`);
    expect(filesWithTokens(folder)).toEqual(found ? ["apps/one/.npmrc"] : []);
  });

  it("are none in this repository", () => {
    expect(filesWithTokens(ROOT)).toEqual([]);
  });
});
