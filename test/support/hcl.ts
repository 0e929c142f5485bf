import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";

/** Builds an app that writes HCL, synthesises it and gives back the text of one stack. */
export function synthToHcl(build: (app: App) => void, stack = "leg"): string {
  const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-hcl-"));
  try {
    const app = new App({ outdir, stackTraces: false, hclOutput: true });
    build(app);
    app.synth();
    return readFileSync(join(outdir, "stacks", stack, "cdk.tf"), "utf8");
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
