import { LinkHealth } from "cdktf-cluster-linking";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Report } from "../../../lib/rehearsal/terraform/stack-run";
import { DR, JUMP, PRIMARY } from "../app";
import { describeWithTerraform } from "../support";
import { forward } from "./chain";
import { Life, refusalOf } from "./life";

const [ONE, TWO] = ["primary-to-jump", "jump-to-dr"];
const GIVEN_UP_MS = 400_000;

const watched = (): string =>
  forward({
    more: (chain, primaryToJump, jumpToDr) => {
      new LinkHealth(primaryToJump, "health", { link: chain.primaryToJump });
      new LinkHealth(jumpToDr, "health", { link: chain.jumpToDr });
    },
  });

/** What checks warn of. */
const warnings = ({ diagnostics }: Report): string[] =>
  diagnostics
    .filter(({ severity, summary }) => severity === "warning" && !summary.includes("EMULATED"))
    .map(({ summary, detail }) => `${summary}: ${detail.replace(/\s+/g, " ")}`);

/** Exit code of the command that ran last. */
const exitCode = (life: Life): number | null | undefined => life.runs.at(-1)?.exitCode;

describeWithTerraform("LinkHealth", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(watched());
  });
  afterAll(async () => life.stop());

  it("says nothing while each half is ACTIVE, and changes no resource", async () => {
    for (const stack of [ONE, TWO]) {
      const plan = await life.stack(stack).plan();
      expect(warnings(plan)).toEqual([]);
      expect([...plan.changes.keys()].filter((address) => !address.startsWith("data."))).toEqual([]);
    }
  });

  it("asks each half on its own cluster: DR's stack still asks DR alone", async () => {
    expect(await life.askedBy(async () => life.stack(TWO).plan())).toEqual([DR]);
    expect(await life.askedBy(async () => life.stack(ONE).plan())).toEqual([PRIMARY, JUMP]);
  });

  it("makes plan -detailed-exitcode answer 2 although there is nothing to do", async () => {
    for (const stack of [ONE, TWO]) {
      await expect(life.stack(stack).command(["plan", "-input=false", "-detailed-exitcode"])).rejects.toThrow();
      expect(exitCode(life)).toBe(2);
      expect(life.runs.at(-1)?.stdout).not.toContain("Error");
    }
  });

  it("warns when PRIMARY is lost: that JUMP's half is UNAVAILABLE, and that PRIMARY's cannot be asked", async () => {
    await life.deployment.cloud.emulator.faults.cluster(PRIMARY, "refused");
    await life.wait(GIVEN_UP_MS);
    expect(life.half(JUMP, ONE).state).toBe("UNAVAILABLE");
    // The halves themselves can be read only with PRIMARY there: this is about the checks.
    const apply = await life.stack(ONE).apply({ args: ["-refresh=false"] });
    const told = warnings(apply).join("\n");
    expect(told).toContain("UNAVAILABLE");
    expect(told).toMatch(/Check block assertion failed: .*primary-to-jump.*JUMP/);
    expect(told).toMatch(/connection refused/);
    await life.deployment.cloud.emulator.faults.mend();
    await life.wait(60_000);
  });

  it("warns of a key that is not accepted, and applies", async () => {
    const { faults } = life.deployment.cloud.emulator;
    // With -refresh=false, the check alone asks; planning and applying, each once.
    faults.request({ on: DR, method: "GET", path: `/links/${TWO}`, status: 401, message: "not accepted", times: 10 });
    const plan = await life.stack(TWO).plan({ args: ["-refresh=false"] });
    expect(warnings(plan).join("\n")).toContain("401");
    const apply = await life.stack(TWO).apply({ args: ["-refresh=false"] });
    expect(warnings(apply).join("\n")).toContain("401");
    expect(exitCode(life)).toBe(0);
    await faults.mend();
    expect(warnings(await life.stack(TWO).plan())).toEqual([]);
  });

  it("warns of an endpoint that is dead after some 15 seconds of tries, and applies", async () => {
    const { clock, faults } = life.deployment.cloud.emulator;
    await faults.cluster(DR, "refused");
    const before = clock.now;
    const apply = await life.stack(TWO).apply({ args: ["-refresh=false"] });
    expect((clock.now - before) / 1000).toBeGreaterThanOrEqual(15);
    expect((clock.now - before) / 1000).toBeLessThan(40);
    expect(warnings(apply).join("\n")).toContain("connection refused");
    await faults.mend();
  });

  it("warns while JUMP is lost, and does not block the failover", async () => {
    await life.deployment.cloud.emulator.faults.cluster(JUMP, "refused");
    await life.wait(GIVEN_UP_MS);
    expect(await refusalOf(life.stack(TWO).plan())).toContain("SOURCE_UNAVAILABLE");
    const variables = { failover: "FAILED_OVER" };
    const apply = await life.stack(TWO).apply({ variables, args: ["-refresh=false"] });
    expect(warnings(apply).join("\n")).toMatch(/jump-to-dr.*UNAVAILABLE/);
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED" });
  });

  it("goes on warning, and a plain apply works", async () => {
    const apply = await life.stack(TWO).apply();
    expect(warnings(apply).join("\n")).toContain("UNAVAILABLE");
    expect(exitCode(life)).toBe(0);
  });
});

describeWithTerraform("without LinkHealth", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward());
  });
  afterAll(async () => life.stop());

  it("plan -detailed-exitcode answers 0 when there is nothing to do", async () => {
    await life.stack(TWO).command(["plan", "-input=false", "-detailed-exitcode"]);
    expect(exitCode(life)).toBe(0);
  });

  it("checks can be added and taken away: no resource changes", async () => {
    life.change(watched());
    const resources = async (): Promise<string[]> =>
      Object.keys(await life.changes(TWO)).filter((address) => !address.startsWith("data."));
    expect(await resources()).toEqual([]);
    await life.stack(TWO).apply();
    life.change(forward());
    expect(await resources()).toEqual([]);
    expect(await life.requestsOf(async () => life.stack(TWO).apply())).toEqual([]);
  });
});
