import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { NO_TERRAFORM, Terraform } from "../../lib/rehearsal/terraform/terraform";
import { readText, ROOT } from "./repository";

const scratch = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in the folder for temporary files. */
  readonly left: string[];
}

/** Runs the script; `interruptAt` ends it as soon as it prints that. */
async function start(environment: Record<string, string>, interruptAt?: string): Promise<Run> {
  const { TOPOLOGY_FILE: _, ...inherited } = process.env;
  const TMPDIR = mkdtempSync(join(scratch, "tmp"));
  const child = spawn(process.execPath, ["--require", "tsx/cjs", ".ci/start.ts"], {
    cwd: ROOT,
    env: { ...inherited, TMPDIR, CDKTF_OUTDIR: join(TMPDIR, "out"), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (interruptAt !== undefined) {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(interruptAt)) child.kill("SIGINT");
    });
  }
  const status = new Promise<number | null>((end) => child.once("close", end));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  // What starts TypeScript keeps what it has compiled.
  const left = readdirSync(TMPDIR).filter((name) => !name.startsWith("tsx-") && name !== "node-compile-cache");
  return { status: await status, stdout, stderr, left };
}

describe("npm start", () => {
  it("is this script", () => {
    expect(JSON.parse(readText("package.json")).scripts.start).toBe("node --require tsx/cjs .ci/start.ts");
  });

  it.skipIf(Terraform.find() === undefined && process.env["CI"] !== "true")(
    "synthesises the sample app, applies it on the emulator and shows that records get through",
    async () => {
      const { status, stdout, stderr, left } = await start({});
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const lines = stdout.split("\n");
      expect(lines[0]).toMatch(/^Leg primary-to-jump: PRIMARY .* -> JUMP /);
      const steps = lines.flatMap((line) => /^ *\d+\.\d s +\d+\.\d min {2}(.*)$/.exec(line)?.[1] ?? []);
      expect(steps).toEqual([
        "clusters are up: PRIMARY, JUMP, DR",
        "source topics are there, terraform init is done",
        "primary-to-jump: created confluent_cluster_link.link_receiving_DE6DD55A",
        "primary-to-jump: created confluent_cluster_link.link_dialling_DEF39909",
        "primary-to-jump: created confluent_kafka_mirror_topic.mirrors_my_test_topic",
        "primary-to-jump: applied, 3 created or changed",
        "jump-to-dr: created confluent_cluster_link.link",
        "jump-to-dr: created confluent_kafka_mirror_topic.mirrors_my_test_topic",
        "jump-to-dr: applied, 2 created or changed",
        "smoke test: topic my_test_topic is on PRIMARY",
        "smoke test: topic my_test_topic is on JUMP, a mirror",
        "smoke test: topic my_test_topic is on DR, a mirror",
        "smoke test: 3 records produced on PRIMARY",
        "smoke test: 3 records consumed on DR",
      ]);
      for (const line of [
        "  dials:   PRIMARY dials JUMP",
        "  dials:   DR dials JUMP",
        "On PRIMARY: confluent kafka link list --cluster lkc-7xk2qp",
        "On JUMP: confluent kafka link list --cluster lkc-m4d93z",
        "On JUMP: confluent kafka link describe --link primary-to-jump --cluster lkc-m4d93z",
        "On JUMP: confluent kafka mirror list --link primary-to-jump --cluster lkc-m4d93z",
        "On DR: confluent kafka link list --cluster lkc-0v6wnr",
        "On DR: confluent kafka mirror list --link jump-to-dr --cluster lkc-0v6wnr",
        "  npx cluster-linking explain my_test_topic",
        "  TOPOLOGY_FILE=your-topology.json npx cdktf deploy primary-to-jump jump-to-dr",
      ]) {
        expect(lines).toContain(line);
      }
      expect(stdout).toContain("EMULATED, not Confluent Cloud");
      expect(stdout).toMatch(/^ {2}\S*cluster-linking\.json$/m);
      expect(stdout).toMatch(/^ {2}\S*jump-to-dr.cdk\.tf\.json$/m);
      expect(left).toEqual(["out"]);
    },
  );

  it.skipIf(Terraform.find() === undefined && process.env["CI"] !== "true")(
    "ends what it started when it is interrupted",
    async () => {
      const { status, stdout, stderr, left } = await start({}, "source topics are there, terraform init is done");
      expect(status).toBe(1);
      expect(stderr).toBe("Ended by SIGINT.\n");
      expect(stdout).not.toContain("Next");
      expect(left).toEqual(["out"]);
    },
  );

  it("says in one line that there is no Terraform, and how to get it", async () => {
    const empty = join(scratch, "empty");
    mkdirSync(empty);
    const { status, stdout, stderr, left } = await start({ PATH: empty });
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toBe(`${NO_TERRAFORM}\n`);
    expect(left).toEqual([]);
  });

  it("passes on what is wrong with a topology file", async () => {
    const file = join(scratch, "topology.json");
    writeFileSync(file, "{}");
    const { status, stdout, stderr } = await start({ TOPOLOGY_FILE: file });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("primary: is missing");
    expect(stdout).not.toContain("Next");
  });
});
