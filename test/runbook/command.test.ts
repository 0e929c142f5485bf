import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../lib/cli/run";
import { outdirOf } from "../cli/documents";
import { buildByHand } from "../topology/hand-built";

const scratch = mkdtempSync(join(tmpdir(), "runbook-command-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("cluster-linking runbook", () => {
  const out = outdirOf(buildByHand);

  it("writes the files beside the stacks, and names them", async () => {
    const { text, failed, exitCode } = await run(["runbook", "--out", out], {});
    expect({ failed, exitCode }).toEqual({ failed: false, exitCode: 0 });
    expect(text.split("\n")).toEqual([
      `Written into ${join(out, "runbook")}:`,
      "  RUNBOOK.md",
      "  cl-primary-to-jump.jump.config",
      "  cl-primary-to-jump.primary.config",
      "  cl-jump-to-dr.dr.config",
      "  DIFFERENCES.md",
    ]);
    expect(readdirSync(join(out, "runbook")).sort()).toEqual([
      "DIFFERENCES.md",
      "RUNBOOK.md",
      "cl-jump-to-dr.dr.config",
      "cl-primary-to-jump.jump.config",
      "cl-primary-to-jump.primary.config",
    ]);
    expect(readFileSync(join(out, "runbook/cl-primary-to-jump.jump.config"), "utf8")).toMatch(
      /^link\.mode=DESTINATION\n/,
    );
  });

  it("writes into another folder, and finds it in the command lines", async () => {
    const folder = join(scratch, "elsewhere");
    expect((await run(["runbook", "--to", folder], { CDKTF_OUTDIR: out })).exitCode).toBe(0);
    const text = readFileSync(join(folder, "RUNBOOK.md"), "utf8");
    expect(text).toContain(`--config ${folder}/cl-jump-to-dr.dr.config`);
    expect(text).toContain(`terraform -chdir=${out}/stacks/jump-to-dr `);
  });

  it("speaks of folders as they are seen from here", async () => {
    const before = process.cwd();
    const here = mkdtempSync(join(scratch, "here-"));
    mkdirSync(join(here, "cdktf.out"));
    for (const name of ["cluster-linking.json", "manifest.json"]) {
      writeFileSync(join(here, "cdktf.out", name), readFileSync(join(out, name)));
    }
    try {
      process.chdir(here);
      expect((await run(["runbook"], {})).exitCode).toBe(0);
    } finally {
      process.chdir(before);
    }
    const text = readFileSync(join(here, "cdktf.out/runbook/RUNBOOK.md"), "utf8");
    expect(text).toContain("terraform -chdir=cdktf.out/stacks/jump-to-dr init -input=false\n");
    expect(text).toContain("npx cdktf synth\n");
    expect(text).not.toContain(here);
  });

  it("writes the same bytes again", async () => {
    const read = (): string[] =>
      readdirSync(join(out, "runbook")).map((name) => readFileSync(join(out, "runbook", name), "utf8"));
    await run(["runbook", "--out", out], {});
    const before = read();
    await run(["runbook", "--out", out], {});
    expect(read()).toEqual(before);
  });

  it.each<[string, string[], string]>([
    ["a folder without an app", ["--out", join(scratch, "nothing")], "cannot be read (ENOENT)"],
    [
      "a file where the folder should be",
      ["--out", out, "--to", join(out, "manifest.json")],
      "cannot be written to (EEXIST)",
    ],
    ["words that belong to nothing", ["please"], '"please" is too much'],
    ["an option that does not exist", ["--form", "x"], "--form"],
  ])("ends with 2 and one reason for %s", async (_, args, reason) => {
    const { text, failed, exitCode } = await run(["runbook", ...args], {});
    expect({ failed, exitCode }).toEqual({ failed: true, exitCode: 2 });
    expect(text).toContain(reason);
  });

  it("has nothing to say of an app without links, or of a broken document", async () => {
    const folder = mkdtempSync(join(scratch, "empty-"));
    const write = (document: object): void =>
      writeFileSync(join(folder, "cluster-linking.json"), JSON.stringify(document));
    const empty = { version: 1, stacks: [], clusters: [], legs: [], chains: [], reach: [], acknowledged: [] };
    write(empty);
    expect(await run(["runbook", "--out", folder], {})).toMatchObject({ exitCode: 2, text: "There is no link." });
    const document = JSON.parse(readFileSync(join(out, "cluster-linking.json"), "utf8"));
    write({ ...document, stacks: [] });
    expect(await run(["runbook", "--out", folder], {})).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining("is nothing that synth wrote: there is no stack"),
    });
    write({ ...document, stacks: undefined });
    expect(await run(["runbook", "--out", folder], {})).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining("parts of it are missing"),
    });
    expect(readdirSync(folder)).toEqual(["cluster-linking.json"]);
  });

  it("explains itself", async () => {
    const { text, exitCode } = await run(["runbook", "--help"], {});
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^Usage: cluster-linking runbook/);
  });
});
