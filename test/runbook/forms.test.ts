import { describe, expect, it } from "vitest";
import { linesOf, remote, runbook, sectionOf, seed, stepOf, textOf, withTopics } from "./support";

const FAIL_OVER = "outage/primary-jump-dr/primary-lost";
const BOTH_LOST = "outage/primary-jump-dr/primary+jump-lost";
const DIR = "terraform -chdir=cdktf.out/stacks/jump-to-dr";

describe("failing over DR", () => {
  const written = runbook(seed());

  it("has a form with Terraform alone, with cdktf, with one call and with the Confluent CLI", () => {
    const step = stepOf(written, FAIL_OVER, "fail-over");
    expect(linesOf(step, "terraform")).toEqual([
      `${DIR} plan -input=false -var=failover=FAILED_OVER -parallelism=10 -out=fail-over.tfplan`,
      `${DIR} apply -input=false -parallelism=10 fail-over.tfplan`,
    ]);
    expect(linesOf(step, "cdktf")).toEqual([
      "npx cdktf deploy jump-to-dr --ignore-missing-stack-dependencies --skip-synth --skip-provider-lock --terraform-parallelism 10 --var failover=FAILED_OVER",
    ]);
    expect(linesOf(step, "cluster-linking")).toEqual([
      "npx cluster-linking failover --stack jump-to-dr --failover",
      "npx cluster-linking failover --stack jump-to-dr --failover --yes",
    ]);
    expect(linesOf(step, "Confluent CLI")).toEqual([
      "confluent kafka mirror list --link jump-to-dr --cluster lkc-3333",
      "confluent kafka mirror failover my_test_topic --link jump-to-dr --cluster lkc-3333",
    ]);
  });

  it("does not look at anything when JUMP is lost as well", () => {
    const step = stepOf(written, BOTH_LOST, "fail-over");
    expect(linesOf(step, "terraform")).toEqual([
      `${DIR} plan -input=false -refresh=false -var=failover=FAILED_OVER -parallelism=10 -out=fail-over.tfplan`,
      `${DIR} apply -input=false -parallelism=10 fail-over.tfplan`,
    ]);
    expect(linesOf(step, "cdktf")).toEqual([
      "TF_CLI_ARGS_apply=-refresh=false npx cdktf deploy jump-to-dr --ignore-missing-stack-dependencies --skip-synth --skip-provider-lock --terraform-parallelism 10 --var failover=FAILED_OVER",
    ]);
    expect(step.forms.map(({ tool }) => tool)).toContain("Confluent CLI");
  });

  it("promotes for a planned switch", () => {
    const step = stepOf(written, "planned-switch/primary-jump-dr", "promote");
    expect(linesOf(step)).toEqual([
      `${DIR} plan -input=false -var=failover=PROMOTED -parallelism=10 -out=promote.tfplan`,
      `${DIR} apply -input=false -parallelism=10 promote.tfplan`,
      "npx cdktf deploy jump-to-dr --ignore-missing-stack-dependencies --skip-synth --skip-provider-lock --terraform-parallelism 10 --var failover=PROMOTED",
      "npx cluster-linking failover --stack jump-to-dr --promote",
      "npx cluster-linking failover --stack jump-to-dr --promote --yes",
      "confluent kafka mirror list --link jump-to-dr --cluster lkc-3333",
      "confluent kafka mirror promote my_test_topic --link jump-to-dr --cluster lkc-3333",
    ]);
  });

  it("says to programs what each line does", () => {
    const [form] = stepOf(written, BOTH_LOST, "fail-over").forms;
    expect(form?.commands.map(({ operation }) => operation)).toEqual(
      (["plan", "apply-plan"] as const).map((kind) => ({
        kind,
        stack: "jump-to-dr",
        variables: { failover: "FAILED_OVER" },
        refresh: false,
        parallelism: 10,
      })),
    );
  });

  it("shows afterwards that Terraform has nothing to do, with the variable left out", () => {
    for (const section of [FAIL_OVER, BOTH_LOST, "planned-switch/primary-jump-dr", "trouble/terraform-cannot"]) {
      expect(linesOf(stepOf(written, section, "check-stopped"), "terraform")).toEqual([`${DIR} plan -input=false`]);
    }
  });

  it("names the cases that the provider cannot do, each with a line that works", () => {
    const steps = sectionOf(written, "trouble/terraform-cannot").steps;
    expect(steps.map(({ id }) => id)).toEqual(["unreadable", "failed", "pending-stopped", "check-stopped"]);
    expect(linesOf(steps[0]!, "terraform")[0]).toContain("-refresh=false");
    for (const step of steps.slice(1, 3)) {
      expect(linesOf(step, "terraform")).toEqual([]);
      expect(linesOf(step, "cluster-linking")).toContain(
        "npx cluster-linking failover --stack jump-to-dr --failover --yes",
      );
    }
  });
});

describe("a stack whose plans run in HCP Terraform", () => {
  const written = runbook(remote());

  it("is applied in one line, without -parallelism, which HCP Terraform refuses", () => {
    const step = stepOf(written, BOTH_LOST, "fail-over");
    expect(linesOf(step, "HCP Terraform")).toEqual([`${DIR} apply -refresh=false -var=failover=FAILED_OVER`]);
    expect(linesOf(step, "terraform")).toEqual([]);
    expect(linesOf(step, "cdktf")).toEqual([
      "TF_CLI_ARGS_apply=-refresh=false npx cdktf deploy jump-to-dr --ignore-missing-stack-dependencies --skip-synth --skip-provider-lock --var failover=FAILED_OVER",
    ]);
  });

  it("has its parallelism set beforehand, in the workspace, otherwise for agents", () => {
    const [form] = stepOf(written, BOTH_LOST, "fail-over").forms;
    expect(form?.when).toContain("TFE_PARALLELISM=30 in the workspace dr-leg beforehand");
    expect(form?.when).toContain("agents");
    expect(form?.when).toContain("TF_CLI_ARGS_apply with -parallelism=30");
  });

  it("needs an agent where DR can be reached", () => {
    expect(stepOf(written, BOTH_LOST, "fail-over").network).toEqual({
      reaches: ["dr"],
      text: "a host in a network that reaches dr, with internet access; remote runs need an agent of HCP Terraform there",
    });
  });

  it("leaves a stack with another backend as it is", () => {
    expect(linesOf(stepOf(written, "deploy", "apply/primary-to-jump"), "terraform")).toEqual([
      "terraform -chdir=cdktf.out/stacks/primary-to-jump plan -input=false -parallelism=30 -out=deploy.tfplan",
      "terraform -chdir=cdktf.out/stacks/primary-to-jump apply -input=false -parallelism=30 deploy.tfplan",
    ]);
  });
});

describe("how fast Terraform fails over", () => {
  it.each([
    [1, 10, "at least 62 s, because"],
    [20, 20, "at least 62 s, and 2 min 4 s with Terraform's own 10"],
    [500, 256, "at least 2 min 4 s, and 51 min 40 s with Terraform's own 10"],
  ])("%i mirror topics: -parallelism=%i, %s", (count, parallelism, time) => {
    const written = runbook(withTopics(count));
    const step = stepOf(written, FAIL_OVER, "fail-over");
    expect(linesOf(step, "terraform")[0]).toContain(` -parallelism=${parallelism} `);
    expect(linesOf(step, "cdktf")[0]).toContain(` --terraform-parallelism ${parallelism} `);
    expect(step.text.join(" ")).toContain(`-parallelism=${parallelism}: ${time}`);
  });

  it("has one call for 500 mirror topics, with their names in a file", () => {
    const written = runbook(withTopics(500));
    expect(linesOf(stepOf(written, FAIL_OVER, "fail-over"), "Confluent CLI")).toEqual([
      "xargs confluent kafka mirror failover --link jump-to-dr --cluster lkc-3333 < cdktf.out/runbook/jump-to-dr.dr.topics",
    ]);
    const names = textOf(written, "jump-to-dr.dr.topics").split("\n");
    expect(names).toHaveLength(501);
    expect(names.slice(0, 2)).toEqual(["topic_0", "topic_1"]);
  });

  it("keeps a runbook of 500 topics short", () => {
    expect(textOf(runbook(withTopics(500)), "RUNBOOK.md").length).toBeLessThan(200_000);
  });
});

describe("the folder that synth wrote into", () => {
  it("is in every line, and where a stack is", () => {
    const written = runbook(seed(), {
      out: "build/tf",
      folder: "docs/runbook",
      stackFolder: (stack) => `stacks/prod-${stack}`,
    });
    const step = stepOf(written, FAIL_OVER, "fail-over");
    expect(linesOf(step, "terraform")[0]).toContain("terraform -chdir=build/tf/stacks/prod-jump-to-dr plan");
    expect(linesOf(step, "cdktf")[0]).toContain(" --output build/tf ");
    expect(linesOf(step, "cluster-linking")[0]).toContain("--failover --out build/tf");
    expect(linesOf(stepOf(written, "guide", "create/jump-to-dr/link/link"))[0]).toContain(
      "--config docs/runbook/cl-jump-to-dr.dr.config",
    );
  });
});
