import { expect, it } from "vitest";
import { describeInstalled, runApp } from "../run-app";
import { APP, defaults, runWith, type Changes } from "./app";

const SECRET = "do-not-print-this-anywhere";

describeInstalled(APP, "settings", () => {
  it.each<[string, Changes, string]>([
    ["no organization", { cloud: { organization: undefined } }, "terraformCloud.organization: is missing"],
    ["an organization with spaces", { cloud: { organization: "my org" } }, "terraformCloud.organization: takes"],
    ["an address as host name", { cloud: { hostname: "https://tfe.example.test" } }, "terraformCloud.hostname: takes"],
    ["a short project", { cloud: { project: "ab" } }, "terraformCloud.project: takes 3 to 40"],
    ["a project that ends in a space", { cloud: { project: "linking " } }, "terraformCloud.project: takes 3 to 40"],
    ["a workspace with a dot", { first: { workspace: "a.b" } }, "primary-to-jump.workspace: takes letters"],
    ["an expression", { first: { agentPool: "${var.pool}" } }, "primary-to-jump.agentPool: has a Terraform expression"],
    ["no agent pool", { last: { agentPool: undefined } }, "jump-to-dr.agentPool: is missing"],
    [
      "one pool for both networks",
      { last: { agentPool: "primary-network" } },
      "jump-to-dr.agentPool: is PRIMARY's pool",
    ],
    ["auto-apply for DR", { last: { autoApply: true } }, "jump-to-dr.autoApply: there is no such member"],
    ["tags", { first: { tags: ["linking"] } }, "primary-to-jump.tags: there is no such member"],
    [
      "remote execution",
      { first: { executionMode: "remote" } },
      "primary-to-jump.executionMode: there is no such member",
    ],
    ["a parallelism that HCP Terraform refuses", { cloud: { parallelism: 300 } }, "terraformCloud.parallelism: "],
    ["half a topic at a time", { cloud: { parallelism: 1.5 } }, "terraformCloud.parallelism: "],
    ["a backend of the legs", { topology: { backend: { type: "local" } } }, "backend: there is no such member"],
    [
      "an unknown kind of backend",
      { cloud: { workspaces: { backend: { type: "consul" } } } },
      "terraformCloud.workspaces.backend.type: expected one of ",
    ],
    [
      "states of other stacks",
      { cloud: { workspaces: { backend: { type: "local", stacks: { "jump-to-dr": { path: "x" } } } } } },
      "terraformCloud.workspaces.backend.stacks: there is no such member",
    ],
    ["no clusters", { topology: { dr: undefined } }, "dr: is missing"],
  ])("are refused: %s", (_, changes, message) => {
    const run = runWith(changes);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.stacks).toEqual({});
  });

  it("need the part about Terraform Cloud", () => {
    const run = runApp(APP, { topology: { ...defaults(), terraformCloud: undefined } });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("terraformCloud: is missing");
  });

  it("take no token and no key, and do not repeat them", () => {
    const run = runWith({
      cloud: { token: SECRET, workspaces: { backend: { type: "cloud", organization: "acme", token: SECRET } } },
      last: { dr_api_secret: SECRET },
    });
    expect(run.status).toBe(1);
    for (const path of [
      "terraformCloud.token",
      "terraformCloud.workspaces.backend.token",
      'terraformCloud.legs["jump-to-dr"].dr_api_secret',
    ]) {
      expect(run.stderr).toContain(`${path.replace('["jump-to-dr"]', ".jump-to-dr")}: there is no such member`);
    }
    expect(run.stdout + run.stderr).not.toContain(SECRET);
  });

  it("name the version of Terraform for both workspaces", () => {
    const { stacks } = runWith({ cloud: { terraformVersion: "1.11.4" } });
    for (const leg of ["primary-to-jump", "jump-to-dr"]) {
      expect(stacks["workspaces"]?.resource.tfe_workspace[`${leg}-workspace`].terraform_version).toBe("1.11.4");
    }
  });

  it("leave what is in the environment out of everything", () => {
    const run = runApp(APP, {
      env: { TFE_TOKEN: SECRET, TF_TOKEN_app_terraform_io: SECRET, TF_VAR_dr_api_secret: SECRET },
    });
    expect(run.status).toBe(0);
    expect(run.stdout + run.stderr + JSON.stringify(run.stacks)).not.toContain(SECRET);
  });
});
