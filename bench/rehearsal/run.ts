import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Hosted, Usage } from "./host";
import { configuration } from "./scenario";
import { terraform } from "./terraform-process";

const STEPS: readonly (readonly [name: string, ...args: string[]])[] = [
  ["init", "init", "-input=false"],
  ["first plan", "plan", "-input=false"],
  ["apply", "apply", "-input=false", "-auto-approve"],
  ["later plan", "plan", "-input=false", "-detailed-exitcode"],
];

const HEAD = [
  "mirror topics",
  "step",
  "wall s",
  "Terraform CPU s",
  "Node CPU s",
  "Node's share",
  "Terraform MiB",
  "Node MiB",
  "requests",
];

const print = (row: readonly string[]): void => {
  console.log(row.map((cell, column) => cell.padStart(HEAD[column]?.length ?? 0)).join("  "));
};

/** Terraform with separate mirror topic blocks on the provider server and the emulator. */
async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cluster-linking-bench-"));
  const host = fork(join(__dirname, "host.ts"), [String(count)], { execArgv: ["--import", "tsx"] });
  try {
    const [hosted] = (await once(host, "message")) as [Hosted];
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration(count, hosted.credentials)));
    for (const [name, ...args] of STEPS) {
      const used = await terraform(args, folder, hosted.reattach);
      host.send("usage");
      const [node] = (await once(host, "message")) as [Usage];
      print([
        String(count),
        name,
        used.wallSeconds.toFixed(1),
        used.cpuSeconds.toFixed(1),
        node.cpuSeconds.toFixed(1),
        `${Math.round((100 * node.cpuSeconds) / (node.cpuSeconds + used.cpuSeconds))} %`,
        used.peakMegabytes.toFixed(0),
        node.peakMegabytes.toFixed(0),
        String(node.requests),
      ]);
    }
  } finally {
    host.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { topics: { type: "string", default: "1000,5000" } } });
  print(HEAD);
  for (const count of values.topics.split(",")) await measure(Number(count));
}

void main();
