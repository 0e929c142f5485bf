import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RehearsalCloud } from "../../../lib/rehearsal/terraform/rehearsal-cloud";
import { standingEnvironment } from "../../../lib/rehearsal/terraform/standing-environment";
import { Terraform } from "../../../lib/rehearsal/terraform/terraform";
import { WorkingCopy } from "../../../lib/rehearsal/terraform/working-copy";
import { cdktf, defaultTopology, describeWithTerraform, LEGS, newFolder, node, ROOT } from "../support";
import { synthApp } from "./apps";

const { primary, jump, dr } = defaultTopology() as Record<"primary" | "jump" | "dr", { readonly id: string }>;

// The states are where the stacks say, as they are for users; cdktf and Terraform run in the folder that synth wrote.
describeWithTerraform("the failover commands, run as they stand", () => {
  let cloud: RehearsalCloud;
  let out = "";
  let environment: Record<string, string> = {};

  beforeAll(async () => {
    const states = newFolder();
    const stacks = Object.fromEntries(LEGS.map((leg) => [leg, { path: join(states, `${leg}.tfstate`) }]));
    const topics = ["audit", "bills", "orders"];
    out = await synthApp("existing-clusters", { topics, backend: { type: "local", stacks } });
    const copy = WorkingCopy.copyOf(out);
    const { document } = copy;
    copy.remove();
    cloud = await RehearsalCloud.start();
    await cloud.addClusters(document);
    await cloud.createSourceTopics(document);
    environment = { ...standingEnvironment(cloud, copy.stacks, document) };
  });
  afterAll(async () => cloud.stop());

  const deploy = async (
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number | null; readonly text: string }> => {
    const common = ["--skip-synth", "--skip-provider-lock", "--auto-approve", "--output", out];
    const { status, stdout, stderr } = await node(cdktf("deploy", ...args, ...common), { ...environment, ...more });
    return { status, text: `${stdout}${stderr}` };
  };
  const askedBy = async (run: () => Promise<unknown>): Promise<string[]> => {
    const { emulator } = cloud;
    const { length } = emulator.requests;
    await run();
    return [...new Set(emulator.requests.slice(length).map(({ on }) => on))];
  };
  const statuses = async (): Promise<Record<string, string>> => {
    const mirrors = await cloud.api(dr.id).mirrors("jump-to-dr");
    return Object.fromEntries(mirrors.map((each) => [each.mirror_topic_name, each.mirror_status]).sort());
  };
  const ALONE = ["jump-to-dr", "--ignore-missing-stack-dependencies"];
  const failOver = (topic: string): string[] => [
    "--var",
    "failover=FAILED_OVER",
    "--var",
    `failover_topics=["${topic}"]`,
  ];

  it("deploys both stacks", async () => {
    const { status, text } = await deploy(["primary-to-jump", "jump-to-dr"]);
    expect(status, text).toBe(0);
    expect(Object.values(await statuses())).toEqual(Array(3).fill("ACTIVE"));
  });

  it("PRIMARY is dead: terraform -chdir fails over without Node, without cdktf and without PRIMARY", async () => {
    await cloud.emulator.faults.cluster(primary.id, "refused");
    const terraform = Terraform.find();
    const run = async (...args: readonly string[]): Promise<string> => {
      const all = [`-chdir=${out}/stacks/jump-to-dr`, ...args];
      const done = await terraform?.run(all, { cwd: ROOT, environment });
      expect(done?.exitCode, done?.stderr).toBe(0);
      return done?.stdout ?? "";
    };
    const asked = await askedBy(async () => {
      const variables = ["-var=failover=FAILED_OVER", '-var=failover_topics=["audit"]'];
      const plan = await run(
        "plan",
        "-input=false",
        "-no-color",
        ...variables,
        "-parallelism=10",
        "-out=fail-over.tfplan",
      );
      expect(plan).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
      await run("apply", "-input=false", "-parallelism=10", "-no-color", "fail-over.tfplan");
      expect(await run("plan", "-input=false", "-no-color")).toContain("No changes.");
    });
    expect(asked).toEqual([dr.id]);
    expect(await statuses()).toEqual({ audit: "STOPPED", bills: "ACTIVE", orders: "ACTIVE" });
  });

  it("cdktf refuses the stack alone, and takes it with --ignore-missing-stack-dependencies", async () => {
    const refused = await deploy(["jump-to-dr", ...failOver("bills")]);
    expect(refused.status).toBe(1);
    expect(refused.text).toContain("--ignore-missing-stack-dependencies");
    expect((await statuses())["bills"]).toBe("ACTIVE");
    const asked = await askedBy(async () => {
      const { status, text } = await deploy([...ALONE, "--terraform-parallelism", "10", ...failOver("bills")]);
      expect(status, text).toBe(0);
    });
    expect(asked).toEqual([dr.id]);
    expect(await statuses()).toEqual({ audit: "STOPPED", bills: "STOPPED", orders: "ACTIVE" });
  });

  it("JUMP is dead as well: cdktf cannot, unless TF_CLI_ARGS_apply says -refresh=false", async () => {
    await cloud.emulator.faults.cluster(jump.id, "refused");
    await cloud.wait(400_000);
    // cdktf applies without a plan of its own, so TF_CLI_ARGS_plan says nothing to it.
    const refused = await deploy([...ALONE, ...failOver("orders")], { TF_CLI_ARGS_plan: "-refresh=false" });
    expect(refused.status).toBe(1);
    expect(refused.text).toContain("SOURCE_UNAVAILABLE is not a valid MirrorTopicStatus");
    const { status, text } = await deploy([...ALONE, ...failOver("orders")], { TF_CLI_ARGS_apply: "-refresh=false" });
    expect(status, text).toBe(0);
    expect(await statuses()).toEqual({ audit: "STOPPED", bills: "STOPPED", orders: "STOPPED" });
  });
});
