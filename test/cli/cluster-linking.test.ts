import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../lib/cli/run";
import { GroupFilter } from "../../lib/model/filters";
import { chain, documentText, outdirOf } from "./documents";

const ROOT = resolve(__dirname, "../..");
const LAUNCHER = join(ROOT, "bin/cluster-linking.cjs");
const outdir = outdirOf(chain({ topics: ["orders"], consumerOffsetSync: { groups: [GroupFilter.include("app")] } }));

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "cluster-linking-cli-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function folderWith(content: string): string {
  const folder = mkdtempSync(join(scratch, "out-"));
  writeFileSync(join(folder, "cluster-linking.json"), content);
  return folder;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(command: string, args: readonly string[], { cwd = ROOT, env = {} } = {}): Ran {
  const { CDKTF_OUTDIR: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...inherited, ...env } });
  return { status, stdout, stderr };
}

describe("exit codes", () => {
  const env = { CDKTF_OUTDIR: outdir };

  it.each([
    ["a topic that arrives", ["orders"], 0],
    ["a group that arrives", ["app"], 0],
    ["a topic that stops", ["bills"], 1],
    ["a group where a topic was asked for", ["app", "--topic"], 1],
    ["a topic where a group was asked for", ["--group", "orders"], 1],
    ["a name with a dash before it", ["--topic", "--", "-orders"], 1],
  ])("%s", async (_, args, exitCode) => {
    expect(await run(["explain", ...args], env)).toMatchObject({ exitCode, failed: false });
  });

  it.each([
    ["no name", [], "The name of a topic or group is missing."],
    ["an empty name", [""], "The name of a topic or group is missing."],
    ["two names", ["orders", "bills"], 'One name at a time: "bills" is too much.'],
    ["an unknown option", ["orders", "--json"], "Unknown option '--json'"],
    ["an option without its value", ["orders", "--out"], "--out"],
  ])("2 and the usage: %s", async (_, args, problem) => {
    const { text, ...rest } = await run(["explain", ...args], env);
    expect(rest).toEqual({ exitCode: 2, failed: true });
    expect(text.split("\n")[0]).toContain(problem);
    expect(text).toContain("\n\nUsage: cluster-linking explain <topic|group>");
  });

  it.each([
    ["no command", [], "A command is missing."],
    ["another command", ["explane", "orders"], 'There is no command "explane".'],
    ["a name from JavaScript", ["constructor"], 'There is no command "constructor".'],
  ])("2 and all commands: %s", async (_, args, problem) => {
    const { text, ...rest } = await run(args, env);
    expect(rest).toEqual({ exitCode: 2, failed: true });
    expect(text.split("\n")[0]).toBe(problem);
    for (const command of ["explain", "status", "failover", "adopt"]) expect(text).toContain(`\n  ${command} `);
  });

  it.each([
    [["--help"], "Usage: cluster-linking <command>"],
    [["-h"], "Usage: cluster-linking <command>"],
    [["explain", "--help"], "Usage: cluster-linking explain"],
    [["status", "--leg", "x", "-h"], "Usage: cluster-linking status"],
    [["failover", "--help"], "Usage: cluster-linking failover"],
    [["adopt", "--help"], "Usage: cluster-linking adopt"],
  ])("0 and the usage: %s", async (args, usage) => {
    const { text, ...rest } = await run(args, {});
    expect(rest).toEqual({ exitCode: 0, failed: false });
    expect(text.startsWith(usage)).toBe(true);
  });

  it("takes what is behind -- as a name", async () => {
    expect(await run(["explain", "--", "--help"], env)).toMatchObject({ exitCode: 1, failed: false });
  });
});

describe("the file", () => {
  it("is in --out, else in CDKTF_OUTDIR, else in cdktf.out", async () => {
    const elsewhere = folderWith(documentText(outdir).replaceAll('"orders"', '"bills"'));
    expect((await run(["explain", "bills", "--out", elsewhere], { CDKTF_OUTDIR: outdir })).exitCode).toBe(0);
    expect((await run(["explain", "bills"], { CDKTF_OUTDIR: elsewhere })).exitCode).toBe(0);
    const { text } = await run(["explain", "x"], { CDKTF_OUTDIR: "nowhere" });
    expect(text.split(" ")[0]).toBe(join("nowhere", "cluster-linking.json"));
    const { stderr, status } = start(process.execPath, [LAUNCHER, "explain", "orders"], { cwd: scratch });
    expect(stderr).toContain(`${join("cdktf.out", "cluster-linking.json")} cannot be read (ENOENT). Synthesise first`);
    expect(status).toBe(2);
  });

  it.each([
    ["of another release", '{"version":2}', "has version 2, this release reads 1: synthesise again"],
    ["of something else", '{"name":"x"}', "has version undefined, this release reads 1"],
    ["that is null", "null", "has version undefined"],
    ["that lacks parts", '{"version":1}', "parts of it are missing"],
    ["that lacks parts of a leg", '{"version":1,"clusters":[],"legs":[{"path":"a"}]}', "parts of it are missing"],
    ["that is cut off", documentText(outdir).slice(0, 100), "JSON"],
  ])("is refused when it is one %s", async (_, content, problem) => {
    const folder = folderWith(content);
    const { text, exitCode, failed } = await run(["explain", "orders", "--out", folder], {});
    expect({ exitCode, failed }).toEqual({ exitCode: 2, failed: true });
    expect(text.startsWith(`${join(folder, "cluster-linking.json")} is nothing that synth wrote: `)).toBe(true);
    expect(text).toContain(problem);
    expect(text).not.toMatch(/^\s+at /m);
  });

  it("is refused when a leg names a cluster that is not listed", async () => {
    const document = JSON.parse(documentText(outdir));
    document.clusters.pop();
    const { text, exitCode } = await run(["explain", "orders", "--out", folderWith(JSON.stringify(document))], {});
    expect(text).toContain("the leg jump-to-dr/link names a cluster that is not listed");
    expect(exitCode).toBe(2);
  });
});

describe("the command", () => {
  it("prints the answer on stdout and problems on stderr", async () => {
    const answer = start(process.execPath, [LAUNCHER, "explain", "orders", "--out", outdir]);
    expect(answer).toEqual({
      status: 0,
      stderr: "",
      stdout: `${(await run(["explain", "orders", "--out", outdir], {})).text}\n`,
    });
    const stops = start(process.execPath, [LAUNCHER, "explain", "bills", "--out", outdir]);
    expect(stops).toMatchObject({ status: 1, stderr: "" });
    const misused = start(process.execPath, [LAUNCHER, "explain"]);
    expect(misused).toMatchObject({ status: 2, stdout: "" });
    expect(misused.stderr).toContain("Usage: ");
  });

  it("is what the package calls cluster-linking, and can be executed", () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(bin).toEqual({ "cluster-linking": "./bin/cluster-linking.cjs" });
    expect(statSync(LAUNCHER).mode & 0o111).toBe(0o111);
    expect(start(LAUNCHER, ["--help"]).status).toBe(0);
  });

  it("loads neither cdktf nor a package, nor another command", () => {
    const trace = `process.on("exit", () => console.log(Object.keys(require.cache).join("\\n")))`;
    const hook = join(scratch, "trace.cjs");
    writeFileSync(hook, trace);
    const { stdout, status } = start(process.execPath, [
      "--require",
      hook,
      LAUNCHER,
      "explain",
      "orders",
      "--out",
      outdir,
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain(join("lib", "cli", "explain.ts"));
    expect(stdout).not.toMatch(/commands.(status|failover|adopt)/);
    expect(stdout).not.toMatch(/node_modules.(?!tsx\b|esbuild\b|get-tsconfig\b|resolve-pkg-maps\b)/);
  });

  it(
    "is found by npx at the root and in an app's folder, without a network and with an empty cache",
    { timeout: 180_000 },
    () => {
      const folder = join(scratch, "npx");
      mkdirSync(join(folder, "cdktf.out"), { recursive: true });
      copyFileSync(join(outdir, "cluster-linking.json"), join(folder, "cdktf.out/cluster-linking.json"));
      const env = {
        npm_config_cache: join(scratch, "cache"),
        npm_config_offline: "true",
        npm_config_update_notifier: "false",
      };
      for (const cwd of [ROOT, join(ROOT, "apps/existing-clusters")]) {
        const { status, stdout, stderr } = start(
          "npx",
          ["cluster-linking", "explain", "orders", "--out", join(folder, "cdktf.out")],
          { cwd, env },
        );
        expect(status, stderr).toBe(0);
        expect(stdout).toContain('The topic "orders" gets to the end of every chain.');
      }
    },
  );
});
