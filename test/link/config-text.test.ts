import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformVariable } from "cdktf";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { GroupFilter } from "../../lib/model/filters";
import { applyWithTerraform, evaluate } from "../core/terraform";
import { resources, synthToJson } from "../support/synth";
import { JUMP, PRIMARY, stackWithProvider } from "./clusters";

const GROUPS = [
  'quo"te',
  "back\\slash",
  "\\n\\u0041",
  "%{if true}",
  "%%{",
  "cash $ {x}",
  "tab\tnew\nline",
  "\u0001\u007f\u2028",
  "ünïcode 漢字 👩‍👩‍👧 \u{1d11e}",
  "e\u0301",
];
const SUFFIX = 'va"l\\ue ${var.suffix} %{if} ü';

function build(app: App): void {
  const stack = stackWithProvider(app);
  const suffix = new TerraformVariable(stack, "suffix", { type: "string" }).stringValue;
  new ReceivingHalf(stack, "half", {
    linkName: "link",
    source: PRIMARY,
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
    consumerOffsetSync: {
      groups: [...GROUPS, suffix, `a"\\%{-${suffix}`, "$${escaped}"].map((name) => GroupFilter.include(name)),
    },
  });
}

const EXPECTED = {
  groupFilters: [...GROUPS, SUFFIX, `a"\\%{-${SUFFIX}`, "${escaped}"].map((name) => ({
    name,
    patternType: "LITERAL",
    filterType: "INCLUDE",
  })),
};

describe("filter text in the config of a link", () => {
  const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-"));

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(outdir, { recursive: true, force: true });
  });

  it("means to Terraform what was given", () => {
    const { stacks } = synthToJson(build);
    const { config } = resources(stacks["stack"], "confluent_cluster_link")["half"];
    const { carried } = evaluate(
      {
        variable: { suffix: stacks["stack"].variable.suffix },
        resource: { terraform_data: { link: { input: config } } },
        output: { carried: { value: "${terraform_data.link.output}" } },
      },
      { suffix: SUFFIX },
    ) as { carried: Record<string, string> };
    expect(JSON.parse(carried["consumer.offset.group.filters"] ?? "")).toEqual(EXPECTED);
    expect(carried["acl.sync.enable"]).toBe("false");
  });

  it("means the same in HCL", () => {
    vi.stubEnv("SYNTH_HCL_OUTPUT", "true");
    const app = new App({ outdir, stackTraces: false });
    build(app);
    app.synth();
    const hcl = readFileSync(join(outdir, "stacks", "stack", "cdk.tf"), "utf8");
    execFileSync("terraform", ["fmt", "-"], {
      input: hcl,
      env: { ...process.env, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
      stdio: ["pipe", "ignore", "pipe"],
    });
    const config = /^ {2}config = \{\n[^]*?\n {2}\}$/m.exec(hcl)?.[0] ?? "";
    const { outputs, errors } = applyWithTerraform(
      `variable "suffix" {}\nlocals {\n${config}\n}\noutput "config" { value = local.config }\n`,
      { suffix: SUFFIX },
      "main.tf",
    );
    expect(errors).toBe("");
    const carried = outputs["config"] as Record<string, string>;
    expect(JSON.parse(carried["consumer.offset.group.filters"] ?? "")).toEqual(EXPECTED);
  });
});
