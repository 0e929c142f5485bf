import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readText, ROOT } from "./repository";

const scratch = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(environment: Record<string, string>): Run {
  const { TOPOLOGY_FILE: _, ...inherited } = process.env;
  return spawnSync(process.execPath, ["--import", "tsx", ".ci/start.ts"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...inherited, CDKTF_OUTDIR: join(scratch, "out"), ...environment },
  });
}

describe("npm start", () => {
  it("is this script", () => {
    expect(JSON.parse(readText("package.json")).scripts.start).toBe("node --import tsx .ci/start.ts");
  });

  it("synthesises the sample app and shows what it made", () => {
    const { status, stdout } = start({});
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^Leg primary-to-jump: PRIMARY .* -> JUMP /);
    for (const line of [
      "  dials:   PRIMARY dials JUMP",
      "  dials:   DR dials JUMP",
      "Stack primary-to-jump",
      "Stack jump-to-dr",
      "  confluent_kafka_mirror_topic.mirrors_my_test_topic",
      "  confluent_cluster_link.link",
      "  variables: jump_api_key, jump_api_secret, primary_api_key, primary_api_secret",
      "  variables: dr_api_key, dr_api_secret, failover, jump_api_key, jump_api_secret",
      "  npx cluster-linking explain my_test_topic",
    ]) {
      expect(lines).toContain(line);
    }
    expect(stdout).toMatch(/^ {2}\S*cluster-linking\.json$/m);
    expect(stdout).toMatch(/^ {2}\S*jump-to-dr.cdk\.tf\.json$/m);
    expect(stdout).not.toContain("Generated Terraform code");
  });

  it("passes on what is wrong with a topology file", () => {
    const file = join(scratch, "topology.json");
    writeFileSync(file, "{}");
    const { status, stdout, stderr } = start({ TOPOLOGY_FILE: file });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("primary: is missing");
    expect(stdout).not.toContain("Next");
  });
});
