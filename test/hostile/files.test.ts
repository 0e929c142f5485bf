import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appFolder, describeInstalled } from "../apps/run-app";
import type { Fuzzed } from "./fuzz-app";

const TOPOLOGY = ["TOPOLOGY_FILE", "topology.json"] as const;
const PLATFORM = ["PLATFORM_FILE", "platform.json"] as const;

/** Runs of an app, each with one thing wrong in one of its files. */
function fuzz(app: string, [variable, file]: typeof TOPOLOGY | typeof PLATFORM): Fuzzed {
  const folder = appFolder(app);
  const args = ["--require", "tsx/cjs", join(__dirname, "fuzz-app.ts"), folder, variable, join(folder, file)];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Fuzzed;
}

const expectOrder = (fuzzed: Fuzzed, least: number): void => {
  expect(fuzzed.complaints).toEqual([]);
  expect(fuzzed.refused).toBeGreaterThan(least);
  expect(fuzzed.accepted).toBeGreaterThan(0);
};

describe("apps/existing-clusters, with a hostile value in any place of its topology file", () => {
  it("is synthesised, or refused by a rule or by the place in the file", () =>
    expectOrder(fuzz("existing-clusters", TOPOLOGY), 1000));
});

describeInstalled("azure-private-link", "apps/azure-private-link, with a hostile value in any place of a file", () => {
  it.each([
    [TOPOLOGY, 800],
    [PLATFORM, 1600],
  ] as const)("is synthesised, or refused by a rule or by the place in the file: %s", (file, least) =>
    expectOrder(fuzz("azure-private-link", file), least),
  );
});
