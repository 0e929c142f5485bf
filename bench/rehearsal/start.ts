import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

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

/** Seconds of `terraform init` and `terraform apply` of the stacks, on a server as cold as that of `npm start`: in a process of its own. */
function bareTerraform(out: string): number {
  const args = ["--require", "tsx/cjs", join(__dirname, "bare.ts"), out];
  return Number(execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" }));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >>> 1] ?? NaN;

function main(): void {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
  const out = mkdtempSync(join(tmpdir(), "cluster-linking-bench-"));
  try {
    const starts = [npmStart(out)];
    const bares = [bareTerraform(out)];
    for (let i = 1; i < Number(values.rounds); i++) {
      starts.push(npmStart(out));
      bares.push(bareTerraform(out));
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

main();
