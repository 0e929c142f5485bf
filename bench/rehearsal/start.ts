import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";

const ROOT = resolve(__dirname, "../..");
const LIMIT = 3;

/** Seconds of `npm start`, from the shell to its end. */
function npmStart(out: string): number {
  const start = performance.now();
  execFileSync("npm", ["start", "--silent"], {
    cwd: ROOT,
    env: { ...process.env, CDKTF_OUTDIR: out },
    stdio: "ignore",
  });
  return (performance.now() - start) / 1000;
}

/** Seconds of `terraform init` and `terraform apply` of the stacks, one after the other, with everything else up. */
async function bareTerraform(out: string): Promise<number> {
  const deployment = await Deployment.start(out);
  try {
    await deployment.cloud.createSourceTopics(deployment.document);
    const start = performance.now();
    for (const stack of deployment.stacks) {
      await stack.init();
      await stack.apply();
    }
    return (performance.now() - start) / 1000;
  } finally {
    await deployment.stop();
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >>> 1] ?? NaN;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
  const out = mkdtempSync(join(tmpdir(), "cluster-linking-bench-"));
  try {
    const starts = [npmStart(out)];
    const bares = [await bareTerraform(out)];
    for (let i = 1; i < Number(values.rounds); i++) {
      starts.push(npmStart(out));
      bares.push(await bareTerraform(out));
    }
    const [start, bare] = [median(starts), median(bares)];
    const verdict = start / bare <= LIMIT ? "pass" : "FAIL";
    console.log(
      `npm start ${start.toFixed(2)} s, terraform init and apply of both stacks ${bare.toFixed(2)} s, medians`,
    );
    console.log(`npm start / terraform ${(start / bare).toFixed(2)}, limit ${LIMIT}: ${verdict}`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

void main();
