import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ClusterApi } from "../../lib/rehearsal/terraform/cluster-api";
import { cdktf, describeWithTerraform, newFolder, node, ROOT } from "./support";

/** Seconds that pass on the emulator in one: with 1, as in real life, a deployment takes a minute. */
const SPEED = "200";

const statesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.includes(".tfstate"))
    .sort();

describeWithTerraform("npm run emulator", () => {
  const sampleApp = join(ROOT, "apps/existing-clusters");
  const before = statesOf(sampleApp);
  let emulator: ChildProcess;
  let printed = "";
  let environment: Record<string, string> = {};

  beforeAll(async () => {
    const { TOPOLOGY_FILE: _, ...inherited } = process.env;
    emulator = spawn(process.execPath, ["--import", "tsx", ".ci/emulator.ts", "--speed", SPEED], {
      cwd: ROOT,
      env: inherited,
      stdio: ["ignore", "pipe", "inherit"],
    });
    emulator.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    await new Promise<void>((ready, failed) => {
      emulator.stdout?.on("data", () => printed.includes("export TOPOLOGY_FILE='") && ready());
      emulator.once("close", () => failed(new Error("the emulator has ended")));
    });
    const exported = [...printed.matchAll(/^export (\w+)='(.*)'$/gm)];
    environment = Object.fromEntries(exported.map(([, name, value]) => [String(name), String(value)]));
  });
  afterAll(() => emulator.kill("SIGKILL"));

  const folder = (): string => dirname(environment["TOPOLOGY_FILE"] ?? "");

  it("prints the environment to export, and writes it down", () => {
    expect(Object.keys(environment).sort()).toEqual([
      "CHECKPOINT_DISABLE",
      "DISABLE_VERSION_CHECK",
      "TF_DATA_DIR",
      "TF_REATTACH_PROVIDERS",
      "TF_VAR_dr_api_key",
      "TF_VAR_dr_api_secret",
      "TF_VAR_jump_api_key",
      "TF_VAR_jump_api_secret",
      "TF_VAR_primary_api_key",
      "TF_VAR_primary_api_secret",
      "TOPOLOGY_FILE",
    ]);
    const file = /^ {2}\. (.*)$/m.exec(printed)?.[1] ?? "";
    expect(printed).toContain(readFileSync(file, "utf8").trim());
  });

  it("takes cdktf deploy of both stacks, and keeps the states in its own folder", async () => {
    expect(printed).toContain("npx cdktf deploy --skip-provider-lock primary-to-jump jump-to-dr");
    const command = cdktf(
      "deploy",
      "--skip-provider-lock",
      "--auto-approve",
      "--output",
      join(newFolder(), "out"),
      "primary-to-jump",
      "jump-to-dr",
    );
    const { status, stdout, stderr } = await node(command, environment);
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain("EMULATED, not Confluent Cloud");
    expect(readdirSync(join(folder(), "states")).sort()).toEqual(["jump-to-dr.tfstate", "primary-to-jump.tfstate"]);
    expect(statesOf(sampleApp)).toEqual(before);
    const api = new ClusterApi({
      url: /^ {2}DR lkc-0v6wnr: (\S+)$/m.exec(printed)?.[1] ?? "",
      clusterId: "lkc-0v6wnr",
      key: environment["TF_VAR_dr_api_key"] ?? "",
      secret: environment["TF_VAR_dr_api_secret"] ?? "",
    });
    expect(await api.mirrors("jump-to-dr")).toMatchObject([{ mirror_topic_name: "my_test_topic" }]);
  });

  it("ends with Ctrl-C, and leaves no file", async () => {
    emulator.kill("SIGINT");
    expect(await once(emulator, "close")).toEqual([0, null]);
    expect(existsSync(folder())).toBe(false);
  });

  it("refuses a speed that is none", async () => {
    const { status, stderr } = await node(["--import", "tsx", ".ci/emulator.ts", "--speed", "fast"], {});
    expect(status).toBe(1);
    expect(stderr).toContain("--speed takes a number above 0");
  });
});
