import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { describeWithTerraform } from "../../e2e/support";
import { describeInstalled, readAppJson, runApp, runScript } from "../run-app";

const APP = "gcp-private-service-connect";
const COMMAND = "node_modules/cdktf-cluster-linking/lib/cli/cluster-linking.js";

const scratch = mkdtempSync(join(tmpdir(), "rehearse-platform-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describeInstalled(APP, "rehearsals in the folder of an app that creates everything", () => {
  describeWithTerraform("npx cluster-linking rehearse", () => {
    const topology = { ...readAppJson(APP, "topology.json"), failback: true };
    const platform = readAppJson(APP, "platform.json");
    const forward = runApp(APP, { topology, platform });
    const accounts = {
      ...platform.accounts,
      "dr-to-jump": { source: "sa-back01", destination: "sa-back02", dial: "sa-back03" },
      "jump-to-primary": { source: "sa-back04", destination: "sa-back05" },
    };
    const back = runApp("failback", { topology, platform: { ...platform, accounts } });

    it("goes from PRIMARY's loss to PRIMARY again, and leaves out the cloud's own stacks", () => {
      const args = ["rehearse", "failback", "--failback-out", back.outdir, "--report", scratch];
      const { status, stdout, stderr } = runScript(APP, [COMMAND, ...args], { CDKTF_OUTDIR: forward.outdir });
      expect([status, stdout.match(/All \d+ promises held\./)?.length], stdout + stderr).toEqual([0, 1]);
      expect(stdout).toContain("/stacks/platform apply");
      expect(stdout).not.toContain("network-");
    });
  });
});
