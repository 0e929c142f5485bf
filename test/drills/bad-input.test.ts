import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { describeWithTerraform, newFolder } from "../e2e/support";
import { run } from "../../lib/cli/run";
import { document } from "../rehearsal/terraform/documents";
import { writeOut } from "../rehearsal/terraform/out";
import { forward, leftovers, oneLeg, rehearseByCommand } from "./support";

/** One line, exit code 2, and no file. */
async function refused(
  args: readonly string[],
  message: RegExp,
  env?: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const left = await leftovers(async () => {
    const { exitCode, failed, text, reports, told } = await rehearseByCommand(args, env);
    expect({ exitCode, failed, told }, text).toEqual({ exitCode: 2, failed: true, told: [] });
    expect(text).toMatch(message);
    expect(text.split("\n")).toHaveLength(1);
    expect(existsSync(reports)).toBe(false);
  });
  expect(left).toEqual([]);
}

describe("what cannot be rehearsed is said in one line", () => {
  it("an unknown scenario", async () => {
    await refused(
      ["dr-lost", "--out", forward()],
      /^There is no scenario "dr-lost"\. There is: primary-lost, jump-lost, both-lost, half-deleted, planned-switch, failback, rotate-keys\.$/,
    );
  });

  it("no Terraform on PATH", async () => {
    await refused(["primary-lost", "--out", forward()], /^There is no terraform on PATH: /, { PATH: newFolder() });
  });
});

describeWithTerraform("what cannot be rehearsed, with Terraform", () => {
  it("a folder without stacks", async () => {
    await refused(["primary-lost", "--out", newFolder()], /cluster-linking\.json cannot be read \(ENOENT\)/);
  });

  it("a folder of another program", async () => {
    const out = newFolder();
    writeFileSync(join(out, "cluster-linking.json"), '{"version": 1}');
    await refused(["primary-lost", "--out", out], /is nothing that synth wrote/);
  });

  it("a document whose stacks are gone", async () => {
    const out = writeOut({}, { document: document({ topics: ["orders"] }, { topics: ["orders"] }) });
    writeFileSync(
      join(out, "manifest.json"),
      JSON.stringify({ stacks: { gone: { synthesizedStackPath: "stacks/gone/cdk.tf.json" } } }),
    );
    await refused(["primary-lost", "--out", out], /stacks\/gone\/cdk\.tf\.json cannot be read \(ENOENT\): synthesise/);
  });

  it("a document that names a stack that it does not have", async () => {
    const out = writeOut({}, { document: { ...document({ topics: ["orders"] }, {}), stacks: [] } });
    await refused(["primary-lost", "--out", out], /is nothing that synth wrote: there is no stack two$/);
  });

  it("a stack that needs another provider, by name", async () => {
    const out = oneLeg((stack) => {
      stack.addOverride("terraform.required_providers.aws", { source: "hashicorp/aws" });
    });
    await refused(
      ["primary-lost", "--out", out],
      /^The stack jump-to-dr cannot be rehearsed: it needs the provider hashicorp\/aws, and only confluentinc\/confluent is emulated\.$/,
    );
  });

  it("a variable that is no key and has no value", async () => {
    const out = oneLeg((stack) => void new TerraformVariable(stack, "owner", { type: "string" }));
    await refused(["--out", out], /^The stack jump-to-dr needs a value for owner: give it with --var owner=VALUE\.$/);
    expect((await rehearseByCommand(["--out", out, "--var", "owner=me"])).exitCode).toBe(0);
  });

  it("a chain without a cluster in between", async () => {
    await refused(["jump-lost", "--out", oneLeg()], /^jump-lost needs a chain with a cluster in between/);
  });

  it("failback without the app of the way back", async () => {
    await refused(["failback", "--out", forward()], /^The way back is an app of its own.*--failback-out\.$/);
    await refused(
      ["failback", "--out", forward(), "--failback-out", oneLeg()],
      /^The app in .* has no chain from DR back to PRIMARY\.$/,
    );
  });

  it("a report that cannot be written", async () => {
    const file = join(newFolder(), "file");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, "");
    const result = await run(["rehearse", "--out", oneLeg(), "--report", join(file, "x")], process.env);
    expect(result).toMatchObject({ exitCode: 2, text: expect.stringContaining("cannot be written (ENOTDIR)") });
  });
});

describe("misuse", () => {
  it.each([
    [["primary-lost", "jump-lost"], /"jump-lost" is too much/],
    [["--var", "nothing"], /--var takes NAME=VALUE/],
    [["--nothing"], /nothing/],
  ])("%j is told with the usage", async (args, message) => {
    const { exitCode, text } = await rehearseByCommand(args);
    expect(exitCode).toBe(2);
    expect(text).toMatch(message);
    expect(text).toContain("Usage: cluster-linking rehearse");
  });
});
