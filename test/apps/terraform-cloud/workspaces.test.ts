import { expect, it } from "vitest";
import { parallelismFor } from "../../../lib/runbook/timing";
import type { Json } from "../../support/synth";
import { describeInstalled } from "../run-app";
import { APP, resourcesOf, runWith, stacksOf } from "./app";

const PRIMARY_KEYS = ["jump_api_key", "jump_api_secret", "primary_api_key", "primary_api_secret"];
const DR_KEYS = ["dr_api_key", "dr_api_secret", "jump_api_key", "jump_api_secret"];
const FIRST = "${tfe_workspace.primary-to-jump-workspace.id}";
const LAST = "${tfe_workspace.jump-to-dr-workspace.id}";

describeInstalled(APP, "the stack workspaces", () => {
  const run = runWith();
  const { workspaces } = stacksOf(run);
  const resources: Json = workspaces.resource;

  it("is all that there is to it: nothing but what is tested below", () => {
    expect(Object.keys(resources).sort()).toEqual([
      "tfe_agent_pool",
      "tfe_agent_pool_allowed_workspaces",
      "tfe_project",
      "tfe_run_trigger",
      "tfe_team_access",
      "tfe_variable",
      "tfe_workspace",
      "tfe_workspace_settings",
    ]);
    expect(workspaces.terraform.required_providers).toEqual({ tfe: { source: "hashicorp/tfe", version: "0.71.0" } });
    expect(Object.keys(workspaces).sort()).toEqual(["data", "provider", "resource", "terraform"]);
  });

  it("has no token: the provider finds it in the environment", () => {
    expect(workspaces.provider).toEqual({ tfe: [{ organization: "acme" }] });
    expect(JSON.stringify(run.stacks)).not.toMatch(/token/i);
    const hosted = stacksOf(runWith({ cloud: { hostname: "tfe.example.test" } })).workspaces;
    expect(hosted.provider.tfe).toEqual([{ organization: "acme", hostname: "tfe.example.test" }]);
  });

  it("makes one project that cannot be destroyed", () => {
    expect(resources.tfe_project).toEqual({
      project: { name: "cluster-linking", lifecycle: { prevent_destroy: true } },
    });
  });

  it.each([
    ["primary-to-jump", /PRIMARY/],
    ["jump-to-dr", /DR/],
  ])("makes the workspace %s: in the project, kept, confirmed by a person", (leg, description) => {
    expect(resources.tfe_workspace[`${leg}-workspace`]).toEqual({
      name: leg,
      description: expect.stringMatching(description),
      project_id: "${tfe_project.project.id}",
      auto_apply: false,
      auto_apply_run_trigger: false,
      queue_all_runs: false,
      force_delete: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("leaves the deprecated members of tfe_workspace alone", () => {
    for (const workspace of Object.values<Json>(resources.tfe_workspace)) {
      for (const name of [
        "execution_mode",
        "agent_pool_id",
        "operations",
        "global_remote_state",
        "tag_names",
        "tags",
      ]) {
        expect(workspace).not.toHaveProperty(name);
      }
    }
  });

  it.each([
    ["primary-to-jump", "primary-network", FIRST],
    ["jump-to-dr", "dr-network", LAST],
  ])("runs %s on agents of %s, a pool for this workspace alone", (leg, name, workspace) => {
    expect(resources.tfe_agent_pool[`${leg}-agents`]).toEqual({ name, organization_scoped: false });
    expect(resources.tfe_agent_pool_allowed_workspaces[`${leg}-agents-allowed`]).toEqual({
      agent_pool_id: `\${tfe_agent_pool.${leg}-agents.id}`,
      allowed_workspace_ids: [workspace],
    });
    expect(resources.tfe_workspace_settings[`${leg}-settings`]).toMatchObject({
      workspace_id: workspace,
      execution_mode: "agent",
      // By way of the permission, so that it is there before the workspace is put on the pool.
      agent_pool_id: `\${tfe_agent_pool_allowed_workspaces.${leg}-agents-allowed.agent_pool_id}`,
    });
  });

  it("has two pools and two workspaces, and no more", () => {
    for (const type of ["tfe_agent_pool", "tfe_agent_pool_allowed_workspaces", "tfe_workspace"]) {
      expect(Object.keys(resources[type])).toHaveLength(2);
    }
  });

  it("shares no state with anybody", () => {
    for (const settings of Object.values<Json>(resources.tfe_workspace_settings)) {
      expect(settings).toMatchObject({ global_remote_state: false, remote_state_consumer_ids: [], auto_apply: false });
    }
    expect(JSON.stringify(run.stacks)).not.toMatch(/terraform_remote_state|tfe_outputs/);
  });

  it("has one run trigger: leg 2 after leg 1", () => {
    expect(resources.tfe_run_trigger).toEqual({ "after-leg-1": { workspace_id: LAST, sourceable_id: FIRST } });
    expect(resourcesOf(runWith({ cloud: { runTrigger: false } }))).not.toHaveProperty("tfe_run_trigger");
  });

  it("has nothing that a run of DR waits for", () => {
    const ofDr = Object.entries<Json>(resources).flatMap(([type, blocks]) =>
      Object.entries<Json>(blocks).filter(([name]) => type !== "tfe_run_trigger" && name.startsWith("jump-to-dr")),
    );
    expect(ofDr.length).toBeGreaterThan(10);
    for (const [name, block] of ofDr) expect(JSON.stringify(block), name).not.toContain("primary-to-jump");
  });
});

describeInstalled(APP, "variables in the workspaces", () => {
  const variablesOf = (run: ReturnType<typeof runWith>, workspace: string): Json[] =>
    Object.values<Json>(resourcesOf(run).tfe_variable).filter(({ workspace_id: id }) => id === workspace);
  const run = runWith();
  const keysIn = (workspace: string): string[] =>
    variablesOf(run, workspace)
      .filter(({ category }) => category === "terraform")
      .map(({ key }) => key)
      .sort();

  it("are the keys that each leg asks for, and no other", () => {
    expect(keysIn(FIRST)).toEqual(PRIMARY_KEYS);
    expect(keysIn(LAST)).toEqual(DR_KEYS);
    for (const [leg, workspace] of [
      ["primary-to-jump", FIRST],
      ["jump-to-dr", LAST],
    ] as const) {
      const asked = Object.entries<Json>(stacksOf(run)[leg].variable).filter(([, { sensitive }]) => sensitive);
      expect(asked.map(([name]) => name).sort()).toEqual(keysIn(workspace));
    }
  });

  it("are sensitive and have no value, and what people set is ignored", () => {
    const keys = Object.entries<Json>(resourcesOf(run).tfe_variable).filter(([, { category }]) => category !== "env");
    expect(keys).toHaveLength(8);
    for (const [, { key, workspace_id: workspace, ...rest }] of keys) {
      expect(key).toMatch(/_api_(key|secret)$/);
      expect([FIRST, LAST]).toContain(workspace);
      expect(rest).toEqual({
        category: "terraform",
        sensitive: true,
        description: expect.any(String),
        lifecycle: { ignore_changes: ["value"] },
      });
    }
  });

  it("do not hold failover and failover_topics, which leg 2 has", () => {
    expect(Object.keys(stacksOf(run)["jump-to-dr"].variable)).toEqual(
      expect.arrayContaining(["failover", "failover_topics"]),
    );
    expect(JSON.stringify(resourcesOf(run).tfe_variable)).not.toContain('"failover');
  });

  const presets = (given: ReturnType<typeof runWith>, workspace: string): Json =>
    Object.fromEntries(
      variablesOf(given, workspace)
        .filter(({ category }) => category === "env")
        .map(({ key, value }) => [key, value]),
    );

  it.each([
    [1, "10"],
    [60, "60"],
    [500, "256"],
  ])("preset DR's parallelism for %i topics to %s, and leave leg 1 alone", (count, parallelism) => {
    const topics = Array.from({ length: count }, (_, i) => `topic_${i}`);
    const given = runWith({ topology: { topics } });
    expect(presets(given, LAST)).toEqual({
      TFE_PARALLELISM: parallelism,
      TF_CLI_ARGS_plan: `-parallelism=${parallelism}`,
      TF_CLI_ARGS_apply: `-parallelism=${parallelism}`,
    });
    expect(presets(given, FIRST)).toEqual({});
    if (count <= 256) expect(parallelismFor(count)).toBe(Number(parallelism));
  });

  it("take another parallelism from the file", () => {
    const given = runWith({ cloud: { parallelism: 32 } });
    expect(presets(given, LAST)).toMatchObject({ TFE_PARALLELISM: "32", TF_CLI_ARGS_apply: "-parallelism=32" });
  });
});

describeInstalled(APP, "who approves", () => {
  const permissions = [
    {
      runs: "apply",
      variables: "write",
      workspace_locking: true,
      state_versions: "none",
      sentinel_mocks: "none",
      run_tasks: false,
    },
  ];

  it("is teams that exist, by leg; they get no state", () => {
    const { data, resource } = stacksOf(runWith()).workspaces;
    expect(data.tfe_team).toEqual({
      "primary-to-jump-team-1": { name: "streaming" },
      "jump-to-dr-team-1": { name: "streaming" },
      "jump-to-dr-team-2": { name: "disaster-recovery" },
    });
    const access = (leg: string, n: number, workspace: string): Json => ({
      team_id: `\${data.tfe_team.${leg}-team-${n}.id}`,
      workspace_id: workspace,
      permissions,
    });
    expect(resource.tfe_team_access).toEqual({
      "primary-to-jump-approvers-1": access("primary-to-jump", 1, FIRST),
      "jump-to-dr-approvers-1": access("jump-to-dr", 1, LAST),
      "jump-to-dr-approvers-2": access("jump-to-dr", 2, LAST),
    });
  });

  it("is nobody but the owners where no team is named", () => {
    const { workspaces } = stacksOf(runWith({ first: { approvers: [] }, last: { approvers: undefined } }));
    expect(workspaces).not.toHaveProperty("data");
    expect(workspaces.resource).not.toHaveProperty("tfe_team_access");
  });

  it("can be nobody at all for leg 1, with auto-apply, and never for DR", () => {
    const { tfe_workspace: all, tfe_workspace_settings: settings } = resourcesOf(
      runWith({ first: { autoApply: true } }),
    );
    expect(all["primary-to-jump-workspace"].auto_apply).toBe(true);
    expect(settings["primary-to-jump-settings"].auto_apply).toBe(true);
    expect(all["jump-to-dr-workspace"]).toMatchObject({ auto_apply: false, auto_apply_run_trigger: false });
    expect(settings["jump-to-dr-settings"].auto_apply).toBe(false);
  });
});
