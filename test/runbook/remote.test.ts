import { CloudBackend, NamedCloudWorkspace, RemoteBackend, NamedRemoteWorkspace } from "cdktf";
import { describe, expect, it } from "vitest";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { CLUSTERS, commandsOf, documentOf, linesOf, runbook, sectionOf, seed, stacks, stepOf } from "./support";
import type { Step } from "../../lib/runbook/structure";

/** The guide's topology with both legs in workspaces. */
const inCloud = runbook(
  documentOf((app) => {
    const { primaryToJump, jumpToDr } = stacks(app);
    new CloudBackend(primaryToJump, { organization: "acme", workspaces: new NamedCloudWorkspace("leg-1") });
    new CloudBackend(jumpToDr, { organization: "acme", workspaces: new NamedCloudWorkspace("leg-2") });
    new PrivatePublicPrivate({ ...CLUSTERS, primaryToJump, jumpToDr, topics: ["orders"] });
  }),
);
const local = runbook(seed());

const LOST_JUMP = "outage/primary-jump-dr/jump-lost";
const FAIL_OVER = "outage/primary-jump-dr/primary-lost";
const textOf = (step: Step): string => step.text.join("\n");

const isState = ({ forms }: Step): boolean =>
  forms.some(({ commands }) =>
    commands.some(({ operation }) => ["forget", "untaint", "list-state"].includes(operation.kind)),
  );

describe("steps that change a state", () => {
  const steps = inCloud.runbook.sections.flatMap((section) => section.steps).filter(isState);

  it("are some of rebuilding, deleted halves, failback and trouble", () => {
    expect(steps.length).toBeGreaterThan(8);
    expect(steps.map(({ id }) => id.split("/")[0])).toEqual(
      expect.arrayContaining(["forget", "create-again-later", "retire", "untaint"]),
    );
  });

  it("say each that they run on this machine, on which workspace's state, and with which permission", () => {
    for (const step of steps) {
      expect(textOf(step), step.id).toMatch(
        /run on this machine, on the state of the workspace leg-[12]: .*permission to read and write state versions/,
      );
    }
  });

  it("need no network of a private cluster to let Terraform forget", () => {
    expect(stepOf(inCloud, LOST_JUMP, "forget/jump-to-dr/link").network).toEqual({
      reaches: [],
      text: "anywhere with internet access",
    });
    expect(stepOf(local, LOST_JUMP, "forget/jump-to-dr/link").network.reaches).toEqual(["dr"]);
  });

  it("say nothing of workspaces where the state is elsewhere", () => {
    const texts = local.runbook.sections.flatMap((section) => section.steps.map(textOf)).join("\n");
    expect(texts).not.toMatch(/HCP Terraform|of the workspace|run on this machine/);
  });
});

describe("a failover", () => {
  const text = textOf(stepOf(inCloud, FAIL_OVER, "fail-over"));

  it("tells what to do about a run that is in the way, and that a plan is never in the way", () => {
    expect(text).toContain(
      "A run that stays pending waits for an earlier one of the workspace leg-2: one that needs confirmation, also when a run trigger started it",
    );
    expect(text).toContain('"Run this plan now" (API: POST /runs/<run-id>/actions/force-execute)');
    expect(text).toContain("terraform plan is speculative here");
  });

  it("tells where the variable of a run in the browser comes from", () => {
    expect(text).toContain(
      "-var is sent along with this one run, and counts over the variables of the workspace leg-2.",
    );
    expect(text).toContain("set failover as a Terraform variable of the workspace, and remove it");
  });

  it("needs HCP Terraform in no way with one REST call", () => {
    const lines = linesOf(stepOf(inCloud, FAIL_OVER, "fail-over"), "cluster-linking");
    expect(lines.at(-1)).toBe("npx cluster-linking failover --stack jump-to-dr --failover --yes");
  });
});

describe("an import", () => {
  it("by blocks has its environment in the workspace, and nothing to export here", () => {
    const step = stepOf(inCloud, "after/primary-jump-dr", "hand-over");
    expect(textOf(step)).toContain(
      "set IMPORT_KAFKA_REST_ENDPOINT, IMPORT_KAFKA_API_KEY, IMPORT_KAFKA_API_SECRET as environment variables of the workspace leg-2",
    );
    expect(linesOf(step).filter((line) => line.startsWith("export"))).toEqual([]);
    const here = linesOf(stepOf(local, "after/primary-jump-dr", "hand-over"), "terraform");
    expect(here.filter((line) => line.startsWith("export"))).toHaveLength(3);
  });

  it("by adopt is made on this machine, with the workspace's execution mode Local", () => {
    const step = stepOf(inCloud, "trouble/conflict", "adopt/primary-to-jump");
    expect(textOf(step)).toContain("set the execution mode of the workspace leg-1 to Local");
    expect(textOf(stepOf(local, "trouble/conflict", "adopt/primary-to-jump"))).not.toContain("execution mode");
  });
});

describe("keys", () => {
  it("are variables of the workspace, and are called otherwise on this machine", () => {
    const step = stepOf(inCloud, "prepare", "init/jump-to-dr");
    expect(textOf(step)).toContain(
      "Keys are sensitive variables of the workspace leg-2. Do not export them as TF_VAR_",
    );
    expect(linesOf(step)).toEqual([
      "export CLUSTER_LINKING_DR_API_KEY='<dr-api-key>'",
      "export CLUSTER_LINKING_DR_API_SECRET='<dr-api-secret>'",
      "terraform -chdir=cdktf.out/stacks/jump-to-dr init -input=false",
    ]);
  });

  it("are exported for Terraform where it runs here", () => {
    expect(linesOf(stepOf(local, "prepare", "init/jump-to-dr"))).toContain("export TF_VAR_dr_api_key='<dr-api-key>'");
  });

  it("are never given to a remote run by this machine's environment", () => {
    const names = commandsOf(inCloud).flatMap(({ environment = {} }) => Object.keys(environment));
    expect(names.filter((name) => name.startsWith("TF_VAR_"))).toEqual([]);
  });

  it("are rotated in the workspace", () => {
    const { steps } = sectionOf(inCloud, "rotation");
    const texts = steps.filter(({ id }) => id.startsWith("use-key/")).map(textOf);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/^Set \w+ and its secret in the workspace leg-[12], /);
  });
});

describe("other steps", () => {
  it("name the workspace that has to allow destroy plans", () => {
    expect(textOf(stepOf(inCloud, "failback/primary-jump-dr", "retire/jump-to-dr/link"))).toContain(
      "The workspace leg-2 has to allow destroy plans.",
    );
  });

  it("tell of the queue when a leg is deployed", () => {
    expect(textOf(stepOf(inCloud, "deploy", "apply/jump-to-dr"))).toContain("of the workspace leg-2: one that needs");
    expect(textOf(stepOf(local, "deploy", "apply/jump-to-dr"))).toBe("");
  });

  it("say the same of the backend remote", () => {
    const written = runbook(
      documentOf((app) => {
        const { primaryToJump, jumpToDr } = stacks(app);
        new RemoteBackend(jumpToDr, { organization: "acme", workspaces: new NamedRemoteWorkspace("old") });
        new PrivatePublicPrivate({ ...CLUSTERS, primaryToJump, jumpToDr, topics: ["orders"] });
      }),
    );
    expect(textOf(stepOf(written, FAIL_OVER, "fail-over"))).toContain("of the workspace old");
  });
});
