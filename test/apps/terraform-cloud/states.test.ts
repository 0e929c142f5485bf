import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeInstalled } from "../run-app";
import { APP, resourcesOf, runWith, stacksOf, type Changes } from "./app";
import type { Json } from "../../support/synth";

const cloudOf = (changes: Changes, stack: "workspaces" | "primary-to-jump" | "jump-to-dr"): Json =>
  stacksOf(runWith(changes))[stack].terraform.cloud;

describeInstalled(APP, "states", () => {
  it("are in one named workspace for each leg, never a tagged one", () => {
    const { stacks } = runWith();
    for (const leg of ["primary-to-jump", "jump-to-dr"]) {
      expect(stacks[leg]?.terraform.cloud).toEqual({
        organization: "acme",
        workspaces: { name: leg, project: "cluster-linking" },
      });
      expect(stacks[leg]?.terraform).not.toHaveProperty("backend");
    }
  });

  it("are where the stack workspaces makes room for them, whatever the file calls it", () => {
    const run = runWith({
      cloud: { hostname: "tfe.example.test", project: "Linking 2" },
      first: { workspace: "one" },
      last: { workspace: "two" },
    });
    const { tfe_workspace: made, tfe_project: projects } = resourcesOf(run);
    for (const [leg, name] of [
      ["primary-to-jump", "one"],
      ["jump-to-dr", "two"],
    ] as const) {
      expect(stacksOf(run)[leg].terraform.cloud).toEqual({
        hostname: "tfe.example.test",
        organization: "acme",
        workspaces: { name, project: "Linking 2" },
      });
      expect(made[`${leg}-workspace`].name).toBe(name);
    }
    expect(projects.project.name).toBe("Linking 2");
  });

  it("of the stack workspaces itself is a workspace outside the project that it makes", () => {
    expect(cloudOf({}, "workspaces")).toEqual({
      organization: "acme",
      workspaces: { name: "cluster-linking-workspaces" },
    });
  });

  it("of the stack workspaces can be elsewhere", () => {
    const backend = { type: "s3", bucket: "states", region: "eu-south-1" };
    const { terraform } = stacksOf(runWith({ cloud: { workspaces: { backend } } })).workspaces;
    expect(terraform).not.toHaveProperty("cloud");
    expect(terraform.backend).toEqual({
      s3: { bucket: "states", region: "eu-south-1", encrypt: true, key: "workspaces.tfstate" },
    });
    const other = { type: "cloud", organization: "platform", workspace: "all-workspaces" };
    expect(cloudOf({ cloud: { workspaces: { backend: other } } }, "workspaces")).toEqual({
      organization: "platform",
      workspaces: { name: "all-workspaces" },
    });
  });

  it.each<[string, Changes, string]>([
    ["both legs", { last: { workspace: "primary-to-jump" } }, "jump-to-dr"],
    ["leg 1 and workspaces", { first: { workspace: "cluster-linking-workspaces" } }, "workspaces"],
    [
      "DR's leg and workspaces, by its own backend",
      { cloud: { workspaces: { backend: { type: "cloud", organization: "acme", workspace: "jump-to-dr" } } } },
      "workspaces",
    ],
  ])("cannot be in one workspace: %s", (_, changes, second) => {
    const run = runWith(changes);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/CL067/);
    expect(run.stderr).toContain(second);
    expect(run.stacks).toEqual({});
  });

  it("may have the same name in another organization", () => {
    const backend = { type: "cloud", organization: "other", workspace: "jump-to-dr" };
    expect(runWith({ cloud: { workspaces: { backend } } }).status).toBe(0);
  });

  it("are told to be in PRIMARY's region, where the file says so", () => {
    const { stdout, status } = runWith({ last: { region: "germanywestcentral" } });
    expect(status).toBe(0);
    expect(stdout).toContain("CL042 jump-to-dr: ");
    expect(runWith({ last: { region: "italynorth" } }).stdout).not.toContain("CL042");
  });
});

describeInstalled(APP, "the order of the stacks", () => {
  it("is workspaces first, which would else be made by terraform init without agents", () => {
    const { outdir } = runWith();
    const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    expect(stacks.workspaces.dependencies).toEqual([]);
    expect(stacks["primary-to-jump"].dependencies).toEqual(["workspaces"]);
    expect([...stacks["jump-to-dr"].dependencies].sort()).toEqual(["primary-to-jump", "workspaces"]);
  });
});
