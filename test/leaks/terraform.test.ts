import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LinkHealth } from "cdktf-cluster-linking";
import { TerraformVariable } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../lib/cli/run";
import { backward, forward as forwardOfDrills, oneLeg, rehearseByCommand } from "../drills/support";
import { JUMP, mirror } from "../e2e/app";
import { cluster, forward, type ForwardProps } from "../e2e/life/chain";
import { Life, refusalOf } from "../e2e/life/life";
import { describeWithTerraform, newFolder } from "../e2e/support";
import { Canaries } from "./canaries";

const [ONE, TWO] = ["primary-to-jump", "jump-to-dr"] as const;

describeWithTerraform("Terraform on the stacks, and check-plan on its plans", () => {
  const canaries = new Canaries();
  const app: ForwardProps = {
    topics: ["orders"],
    more: (chain, _, jumpToDr) => void new LinkHealth(jumpToDr, "health", { link: chain.jumpToDr }),
  };
  let life: Life;
  let out = forward(app);

  beforeAll(async () => {
    life = await Life.applied(out);
  });
  afterAll(async () => life.stop());

  /** Everything that Terraform printed so far, and every file beside its states and plans. */
  function search(): void {
    for (const { environment } of life.runs) {
      for (const [name, value] of Object.entries(environment)) {
        if (/_api_(?:key|secret)$/.test(name) && value !== undefined) canaries.add(name, value);
      }
    }
    const shown = life.runs.filter(({ command }) => !command.startsWith("show -json"));
    for (const { command, stdout, stderr } of shown) expect(canaries.in(stdout + stderr), command).toEqual([]);
    for (const stack of [ONE, TWO]) {
      const folder = dirname(life.deployment.statePathOf(stack));
      expect(canaries.inFiles(folder)).toEqual([]);
    }
    expect(canaries.inFiles(out)).toEqual([]);
  }
  const change = (props: ForwardProps): void => {
    out = forward({ ...app, ...props });
    life.change(out);
  };
  async function checkPlan(stack: string): Promise<number> {
    const file = join(newFolder(), "plan.json");
    const { json } = await life.stack(stack).plan();
    const text = JSON.stringify(json);
    writeFileSync(file, text);
    for (const args of [[], ["--json"]]) {
      const { text: told } = await run(["check-plan", file, "--out", out, ...args], {});
      expect(canaries.in(told)).toEqual([]);
    }
    // What is looked for is in there.
    expect(canaries.in(text).length).toBeGreaterThan(0);
    return (await run(["check-plan", file, "--out", out], {})).exitCode;
  }

  it("plans and applies", () => {
    search();
    expect(life.runs.some(({ command }) => command.startsWith("apply"))).toBe(true);
  });

  it("plans for people, a failover included", async () => {
    await life.stack(TWO).plan({ variables: { failover: "FAILED_OVER" } });
    expect(await life.stack(TWO).planText()).toContain("FAILED_OVER");
    await life.stack(ONE).plan();
    await life.stack(ONE).planText();
    search();
    expect(await checkPlan(ONE)).toBe(0);
  });

  it("keys that are wrong", async () => {
    const first = await Life.start(out);
    try {
      await first.deployment.init();
      const wrong = { jump_api_key: canaries.make("wrong key"), jump_api_secret: canaries.make("wrong secret") };
      expect(await refusalOf(first.stack(ONE).apply({ variables: wrong }))).toContain("401");
      const printed = first.runs.map(({ stdout, stderr }) => stdout + stderr).join("\n");
      expect(canaries.in(printed)).toEqual([]);
      expect(canaries.inFiles(dirname(first.deployment.statePathOf(ONE)))).toEqual([]);
    } finally {
      await first.stop();
    }
  });

  it("a change of a key that the provider refuses", async () => {
    const { key, secret } = life.deployment.cloud.emulator.grantAll(JUMP);
    const next = { jump_api_key: key, jump_api_secret: secret };
    expect(await refusalOf(life.stack(ONE).apply({ variables: next }))).toContain("len(credentialConfigs) is 0");
    search();
    await life.stack(ONE).apply({ variables: next });
    await refusalOf(life.stack(ONE).apply());
    await life.stack(ONE).apply();
    search();
  });

  it("a plan that replaces and deletes, which check-plan refuses", async () => {
    change({
      topics: ["payments"],
      preventDestroy: false,
      jump: cluster("JUMP", { restEndpoint: "https://lkc-2222.elsewhere.azure.confluent.cloud:443" }),
    });
    const { json } = await life.stack(ONE).plan({ args: ["-refresh=false"] });
    expect(json.resource_changes?.map(({ address }) => address)).toContain(mirror("orders"));
    expect(await checkPlan(ONE)).toBe(3);
    search();
    change({});
  });

  it("a cluster that cannot be reached, a destruction that is refused, a state that is listed", async () => {
    expect(await refusalOf(life.stack(TWO).destroy())).toContain("cannot be destroyed");
    await life.stack(TWO).addresses();
    await life.deployment.cloud.emulator.faults.cluster(JUMP, "refused");
    expect(await refusalOf(life.stack(ONE).plan())).not.toBe("");
    search();
  });
});

describeWithTerraform("rehearse", () => {
  const canaries = new Canaries();
  const env = {
    ...process.env,
    TF_VAR_jump_api_key: canaries.make("key of the user"),
    TF_VAR_jump_api_secret: canaries.make("secret of the user"),
    TF_TOKEN_app_terraform_io: canaries.make("token"),
    CONFLUENT_CLOUD_API_SECRET: canaries.make("Cloud secret"),
    CLUSTER_LINKING_DR_API_SECRET: canaries.make("secret for the command line"),
  };
  const given = canaries.make("value of a variable");

  describe.each([
    ["that holds", 0, []],
    ["that plays a disaster", 0, ["primary-lost"]],
    ["without JUMP", 0, ["jump-lost"]],
    ["without both", 0, ["both-lost"]],
    ["of halves that somebody deletes", 0, ["half-deleted"]],
    ["of a planned switch", 0, ["planned-switch"]],
    ["of new keys", 0, ["rotate-keys"]],
    ["of the way back", 0, ["failback", "--failback-out", backward()]],
  ])("one %s", (_, exitCode, scenario) => {
    it("has none of the user's secrets in what it prints, and none in its report", async () => {
      const out =
        scenario.length === 0
          ? oneLeg((stack) => void new TerraformVariable(stack, "given", { type: "string", sensitive: true }))
          : scenario.includes("failback")
            ? forwardOfDrills()
            : forward({ topics: ["orders"] });
      const variables = scenario.length === 0 ? ["--var", `given=${given}`] : [];
      const {
        text,
        told,
        reports,
        exitCode: code,
      } = await rehearseByCommand([...scenario, ...variables, "--out", out], env);
      expect(code, text).toBe(exitCode);
      expect(canaries.in([text, ...told].join("\n"))).toEqual([]);
      expect(Canaries.files(reports)).toBe(1);
      expect(canaries.inFiles(reports, out)).toEqual([]);
    }, 120_000);
  });

  it("does not repeat a variable that is misspelt, or one that a stack lacks", async () => {
    const out = oneLeg((stack) => void new TerraformVariable(stack, "given", { type: "number" }));
    for (const args of [["--var", `${given}`], ["--var", `1a=${given}`], ["--var", `given=${given}`], []]) {
      const { text, told, exitCode } = await rehearseByCommand([...args, "--out", out], env);
      expect(exitCode).not.toBe(0);
      expect(canaries.in([text, ...told].join("\n")), args.join(" ")).toEqual([]);
    }
  }, 120_000);
});

// Not this library's to mend; docs/guides/guard-rails.md says it.
describeWithTerraform("a saved plan that is applied with other values of its variables", () => {
  it("is where Terraform itself prints both values, secrets too", async () => {
    const known = new Canaries();
    const life = await Life.start(forward());
    try {
      await life.deployment.init();
      const variables = { jump_api_key: known.make("key"), jump_api_secret: known.make("secret") };
      await life.stack(ONE).plan({ variables });
      await life
        .stack(ONE)
        .applyPlan()
        .catch(() => undefined);
      const printed = life.runs.filter(({ command }) => command.startsWith("apply")).map(({ stdout }) => stdout);
      expect(printed.join("\n")).toContain("Ignoring variable when applying a saved plan");
      expect(known.in(printed.join("\n")).length).toBeGreaterThan(0);
    } finally {
      await life.stop();
    }
  });
});
