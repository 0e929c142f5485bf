import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../lib/cli/run";
import type { Result } from "../../lib/cli/command";
import type { PlanOptions } from "../../lib/rehearsal/terraform/stack-run";
import { DIALLING, DR, LINK, mirror, RECEIVING } from "../e2e/app";
import { cluster, forward, type ForwardProps } from "../e2e/life/chain";
import { Life } from "../e2e/life/life";
import { describeWithTerraform } from "../e2e/support";

const LAUNCHER = resolve(__dirname, "../../bin/cluster-linking.cjs");
const [ONE, TWO] = ["primary-to-jump", "jump-to-dr"] as const;

const scratch = mkdtempSync(join(tmpdir(), "cluster-linking-check-plan-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describeWithTerraform("check-plan on plans of the real Terraform", () => {
  const topics = ["orders", "payments"];
  let life: Life;
  let out = forward({ topics });

  beforeAll(async () => {
    life = await Life.applied(out);
  });
  afterAll(async () => life.stop());

  const change = (props: ForwardProps): void => {
    out = forward(props);
    life.change(out);
  };
  const planFile = join(scratch, "plan.json");

  /** Plans, writes the plan as JSON, and checks it. */
  async function check(stack: string, options: PlanOptions = {}, args: readonly string[] = []): Promise<Result> {
    const { json } = await life.stack(stack).plan(options);
    writeFileSync(planFile, JSON.stringify(json));
    const result = await run(["check-plan", planFile, "--out", out, ...args], {});
    for (const { environment } of life.runs) {
      for (const [name, value] of Object.entries(environment)) {
        if (/_api_(?:key|secret)$/.test(name)) expect(result.text).not.toContain(value);
      }
    }
    return result;
  }

  it("a plan without changes is fine", async () => {
    for (const stack of [ONE, TWO]) {
      expect(await check(stack)).toEqual({ text: "Fine: this plan takes nothing along.", failed: false, exitCode: 0 });
    }
  });

  it("a failover is fine, and told as what it is", async () => {
    expect(await check(TWO, { variables: { failover: "FAILED_OVER" } })).toEqual({
      exitCode: 0,
      failed: false,
      text: [
        "FAILOVER, writable at once, and what has not been copied is lost; cannot be undone: link jump-to-dr on DR (lkc-3333): orders, payments",
        "",
        "Fine: this plan takes nothing along.",
      ].join("\n"),
    });
    const { text, exitCode } = await check(TWO, {
      variables: { failover: "PROMOTED", failover_topics: '["orders"]' },
    });
    expect(exitCode).toBe(0);
    expect(text).toContain("PROMOTION, each waits until it has all records of its source");
    expect(text).toMatch(/link jump-to-dr on DR \(lkc-3333\): orders$/m);
  });

  it("a topic that is taken out of the app: its mirror topic and what is copied from it", async () => {
    change({ topics: ["orders"] });
    expect(await check(ONE)).toEqual({
      exitCode: 3,
      failed: false,
      text: [
        `REFUSED  delete ${mirror("payments")}`,
        "  mirror topic payments on JUMP (lkc-2222), link primary-to-jump",
        "  why: it is not in the configuration",
        "  lost: every record of it, and those that its source no longer retains for good",
        '  instead: a "removed" block with destroy = false gives it up and leaves it as it is',
        "",
        "Refused: this plan would take along what stands above. Where that is wanted: --allow ADDRESS for each, and --reason.",
      ].join("\n"),
    });
    change({ topics });
  });

  it("a mirror topic on JUMP whose copy goes on to DR: DR's is told too", async () => {
    change({ topics, preventDestroy: false });
    const { text, exitCode } = await check(ONE, { args: [`-replace=${mirror("payments")}`] });
    expect(exitCode).toBe(3);
    expect(text).toContain(`REFUSED  replace ${mirror("payments")}\n`);
    expect(text).toContain("  why: -replace asks for it\n");
    expect(text).toContain(
      "  lost: payments on DR stops: jump-to-dr has nothing to copy, and its mirror topic fails for good\n",
    );
    expect(text).not.toContain(mirror("orders"));
  });

  it("a half whose endpoint is another text, with protection off: the half and the mirror topics are replaced", async () => {
    const elsewhere = cluster("JUMP", { restEndpoint: "https://lkc-2222.elsewhere.azure.confluent.cloud:443" });
    change({ topics, preventDestroy: false, jump: elsewhere });
    const { text, exitCode } = await check(ONE, { args: ["-refresh=false"] });
    expect(exitCode).toBe(3);
    expect(text.match(/^REFUSED {2}.*$/gm)).toEqual([
      `REFUSED  replace ${RECEIVING}`,
      `REFUSED  replace ${mirror("orders")}`,
      `REFUSED  replace ${mirror("payments")}`,
    ]);
    expect(text).toContain("  receiving half of link primary-to-jump on JUMP (lkc-2222)\n");
    expect(text).toContain("ignoreEndpointChanges keeps it where the text alone is another\n");
    expect(text).toContain("  lost: PRIMARY -> JUMP stops: orders, payments, offsets of consumer groups\n");
    expect(text).toContain("  lost: nothing new gets to DR: jump-to-dr takes it from JUMP\n");
    const allowed = [RECEIVING, mirror("orders"), mirror("payments")].flatMap((address) => ["--allow", address]);
    const permitted = await run(
      ["check-plan", planFile, "--out", out, ...allowed, "--reason", "JUMP moves tonight, change 4711"],
      {},
    );
    expect(permitted.exitCode).toBe(0);
    expect(permitted.text.match(/^(?:REFUSED|ALLOWED) .*$/gm)).toHaveLength(3);
    expect(permitted.text).toContain("  allowed: JUMP moves tonight, change 4711\n");
    const partly = await run(["check-plan", planFile, ...allowed.slice(2), "--reason", "x"], {});
    expect(partly.exitCode).toBe(3);
    change({ topics });
  });

  it("everything is destroyed: both halves, the dialling one by its name", async () => {
    change({ topics, preventDestroy: false });
    const { text, exitCode } = await check(ONE, { args: ["-destroy"] });
    expect(exitCode).toBe(3);
    expect(text.match(/^REFUSED {2}.*$/gm)?.sort()).toEqual(
      [DIALLING, RECEIVING, mirror("orders"), mirror("payments")].map((address) => `REFUSED  delete ${address}`).sort(),
    );
    expect(text).toContain("  dialling half of link primary-to-jump on PRIMARY (lkc-1111)\n");
    expect(text).toContain("  lost: the receiving half waits: nothing dials it\n");
    const two = await check(TWO, { args: ["-destroy"] });
    expect(two.exitCode).toBe(3);
    expect(two.text).toContain(`REFUSED  delete ${LINK}\n`);
    change({ topics });
  });

  describe("after a failover", () => {
    beforeAll(async () => {
      await life.stack(TWO).apply({ variables: { failover: "FAILED_OVER" } });
    });

    it("a mirror topic that is taken out is called the live copy", async () => {
      change({ topics: ["orders"] });
      const { text, exitCode } = await check(TWO);
      expect(exitCode).toBe(3);
      expect(text).toContain("  lost: every record of it: it is ");
      expect(text).toContain("and what was written there since is nowhere else\n");
      expect(text).toContain("  instead: keepPromoted leaves it where it is");
    });

    it("keepPromoted forgets and imports: fine", async () => {
      change({ topics, keepPromoted: true });
      await life.importing(life.kafkaImport(DR, "dr"), async () => {
        const { text, exitCode } = await check(TWO);
        expect(exitCode).toBe(0);
        expect(text.split("\n")).toEqual([
          `FORGOTTEN, stays as it is and is Terraform's no more: ${mirror("orders")}, ${mirror("payments")}`,
          "IMPORTED as ordinary topics: confluent_kafka_topic.mirrors_orders, confluent_kafka_topic.mirrors_payments",
          "",
          "Fine: this plan takes nothing along.",
        ]);
        await life.stack(TWO).applyPlan();
      });
    });

    it("a kept topic that is deleted is the live copy", async () => {
      const address = "confluent_kafka_topic.mirrors_orders";
      const { json } = await life.stack(TWO).plan();
      const planned = structuredClone(json) as unknown as {
        resource_changes: { address: string; change: { actions: string[] } }[];
      };
      for (const each of planned.resource_changes) if (each.address === address) each.change.actions = ["delete"];
      writeFileSync(planFile, JSON.stringify(planned));
      const { text, exitCode } = await run(["check-plan", planFile, "--out", out], {});
      expect(exitCode).toBe(3);
      expect(text).toContain(`REFUSED  delete ${address}\n  topic orders on DR (lkc-3333)\n`);
      expect(text).toContain("  lost: every record of it: it was promoted, and is the live copy\n");
    });
  });

  it("the binary plan is told apart, and standard input is read", async () => {
    const binary = join(scratch, "saved.tfplan");
    await life.stack(TWO).command(["plan", "-input=false", `-out=${binary}`]);
    const { text, exitCode } = await run(["check-plan", binary], {});
    expect(exitCode).toBe(2);
    expect(text).toBe(`${binary} is the plan as Terraform saves it. Show it as JSON first: terraform show -json FILE`);
    const input = await life.stack(TWO).command(["show", "-json", binary]);
    const piped = spawnSync(process.execPath, [LAUNCHER, "check-plan", "-"], { input, encoding: "utf8", cwd: scratch });
    expect({ status: piped.status, stderr: piped.stderr }).toEqual({ status: 0, stderr: "" });
    expect(piped.stdout).toContain("Fine: this plan takes nothing along.");
    const state = await life.stack(TWO).command(["show", "-json"]);
    writeFileSync(planFile, state);
    expect((await run(["check-plan", planFile], {})).text).toContain("is a state, and no plan");
    writeFileSync(planFile, await life.stack(TWO).command(["state", "pull"]));
    expect((await run(["check-plan", planFile], {})).text).toContain("is a state, and no plan");
    writeFileSync(planFile, await life.stack(TWO).command(["plan", "-json", "-input=false"]));
    const log = await run(["check-plan", planFile], {});
    expect(log).toMatchObject({ exitCode: 2, failed: true });
    expect(log.text).toContain('is what "terraform plan -json" tells');
    expect(readFileSync(planFile, "utf8")).toContain('"@level"');
  });
});
