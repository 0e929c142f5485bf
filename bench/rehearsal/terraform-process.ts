import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { devNull } from "node:os";

export interface TerraformUse {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const TICKS_PER_SECOND = 100;
const LOOK_EVERY_MS = 20;

/** Processor seconds and peak memory of a running process, from Linux' /proc. */
function look(pid: number): { cpuSeconds: number; peakMegabytes: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    if (peak === undefined) return undefined;
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      peakMegabytes: Number(peak) / 1024,
    };
  } catch {
    return undefined;
  }
}

/** Runs Terraform to its end and tells what it took. */
export async function terraform(args: readonly string[], cwd: string, reattach: string): Promise<TerraformUse> {
  const start = performance.now();
  const child = spawn("terraform", args, {
    cwd,
    env: { ...process.env, TF_REATTACH_PROVIDERS: reattach, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let last = { cpuSeconds: 0, peakMegabytes: 0 };
  const looking = setInterval(() => (last = look(child.pid ?? 0) ?? last), LOOK_EVERY_MS);
  const [exitCode] = (await once(child, "exit")) as [number | null];
  clearInterval(looking);
  if (exitCode !== 0) throw new Error(`terraform ${args.join(" ")} ended with ${String(exitCode)}`);
  return { ...last, wallSeconds: (performance.now() - start) / 1000 };
}
