import { beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "../../lib/rehearsal/drills/accounting";
import { planCounts } from "../../lib/rehearsal/drills/command-run";
import { allStopped, noChanges, nothingDestroyed, nothingLost, that } from "../../lib/rehearsal/drills/promises";
import type { DrillReport } from "../../lib/rehearsal/drills/report";
import { reportHtml } from "../../lib/rehearsal/drills/report-html";
import { reportText } from "../../lib/rehearsal/drills/report-text";
import type { Scenario } from "../../lib/rehearsal/drills/scenario";
import { SCENARIOS } from "../../lib/rehearsal/drills/scenarios";
import { DATA_PLANE_BEHAVIOURS } from "../../lib/rehearsal/cloud/behaviours";
import { CONTROL_PLANE_BEHAVIOURS } from "../../lib/rehearsal/cloud/control/behaviours";
import { describeWithTerraform } from "../e2e/support";
import { forward, leftovers, play } from "./support";
import { readTopology, type RunbookChain } from "../../lib/runbook/topology";
import { bidirectionalChain, seed } from "../runbook/support";

const scenario = (steps: Scenario["steps"]): Scenario => ({
  name: "test",
  title: "A <test> & more",
  leastLegs: 1,
  restsOn: [],
  steps,
});

const broken = ({ steps }: DrillReport): [string, string][] =>
  steps.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ promise, broken: why }): [string, string][] => (why === undefined ? [] : [[promise, why]])),
  );

describeWithTerraform("a promotion while leg 1 lags", () => {
  let report: DrillReport;
  beforeAll(async () => {
    report = await play(
      forward(),
      scenario(({ book, chain }) => [
        {
          title: "Leg 1 lags, and somebody promotes",
          does: async (drill) => {
            const names = drill.traffic.topics.map((topic) => topic.names[1]);
            drill.traffic.stopProducing();
            await drill.pass(10_000);
            await drill.rest.call("lkc-2222", "POST", "/links/primary-to-jump/mirrors:pause", {
              mirror_topic_names: names,
            });
            drill.traffic.burst(0, 7);
            await drill.pass(60_000);
            await drill.follow(`planned-switch/${chain.slug}`, "promote", { book });
            await drill.follow(`planned-switch/${chain.slug}`, "promote", { book, tools: ["cluster-linking"] });
            drill.account(accountOf(drill, "After the promotion"));
          },
          promises: [allStopped, nothingLost],
        },
      ]),
    );
  });

  it("stops the mirror topics, as it knows of leg 2 alone, and loses exactly what had not got to JUMP", () => {
    expect(
      report.accounts[0]?.topics.map(({ topic, written, arrived, lostCount }) => [topic, written - arrived, lostCount]),
    ).toEqual([
      ["orders", 7, 7],
      ["bills", 7, 7],
      ["mirror_me_drill", 7, 7],
    ]);
  });

  it("breaks the one promise, and says so", () => {
    expect(report.held).toBe(false);
    expect(broken(report)).toEqual([["no record is lost", "orders: 7; bills: 7; mirror_me_drill: 7"]]);
    const text = reportText(report);
    expect(text).toContain("NOT HELD  no record is lost: orders: 7; bills: 7; mirror_me_drill: 7");
    expect(text).toMatch(/\n1 of \d+ promises did not hold\.$/);
  });

  it("is written as a page in which no name is markup", () => {
    const page = reportHtml(report);
    expect(page).toContain("<title>A &#60;test&#62; &#38; more: PRIMARY -&#62; JUMP -&#62; DR</title>");
    expect(page).toContain("1 promise(s) did not hold.");
    expect(page).toContain('<span class="broken">not held</span> no record is lost');
  });
});

describeWithTerraform("a drill", () => {
  it("notices a plan that destroys, a status that is wrong, and a plan that changes something", async () => {
    const report = await play(
      forward({ topics: ["orders"], prefixes: [] }),
      scenario(({ book }) => [
        {
          title: "The worst",
          does: async (drill) => {
            const [command] = book.step("verify", "plan/jump-to-dr").forms[0]!.commands;
            await drill.command({ ...command!, args: [...command!.args, "-var=failover=FAILED_OVER"] }, book);
          },
          promises: [noChanges("jump-to-dr"), allStopped, that("nobody asked", () => "somebody did")],
        },
      ]),
    );
    expect(report.held).toBe(false);
    expect(broken(report)).toEqual([
      ['a plan of jump-to-dr says "No changes"', "0 to add, 1 to change, 0 to destroy"],
      ["every mirror topic at the end of the chain is STOPPED", "orders: ACTIVE"],
      ["nobody asked", "somebody did"],
    ]);
  });

  it("ends with the first step that cannot be done, and tells why", async () => {
    const report = await play(
      forward({ topics: ["orders"], prefixes: [] }),
      scenario(() => [
        {
          title: "A plan that cannot be made",
          does: async (drill) => {
            await drill.become([drill.chain.clusters[1]!], "refused");
            await drill.follow("verify", "plan/primary-to-jump");
          },
          promises: [that("never asked", () => "it was")],
        },
        { title: "Never", does: () => undefined, promises: [] },
      ]),
    );
    expect(report.held).toBe(false);
    expect(report.steps.at(-1)?.title).toBe("A plan that cannot be made");
    expect(report.steps.at(-1)?.problem).toContain("plan -input=false ended with 1:\n");
    expect(reportText(report)).toMatch(/"A plan that cannot be made" could not be done\.$/);
    expect(reportHtml(report)).toContain("a step could not be done");
  });

  it("lets a step fail that was to fail, and nothing else", async () => {
    const report = await play(
      forward({ topics: ["orders"], prefixes: [] }),
      scenario(() => [
        {
          title: "A plan that was to fail",
          does: async (drill) => void (await drill.follow("verify", "plan/jump-to-dr", { fails: /anything/ })),
          promises: [],
        },
      ]),
    );
    expect(report.steps.at(-1)?.problem).toBe(
      '"See that the stack jump-to-dr has nothing to do" was to fail with /anything/, and did not.',
    );
  });

  it("leaves nothing behind when it is interrupted, or when something of its own breaks", async () => {
    const out = forward({ topics: ["orders"], prefixes: [] });
    const interrupted = new AbortController();
    const abort: Scenario = scenario(() => [
      {
        title: "Somebody ends it",
        does: () => interrupted.abort(new Error("ended")),
        promises: [],
      },
    ]);
    const fault = scenario(() => [
      {
        title: "A fault",
        does: () => {
          throw new TypeError("a fault of this program");
        },
        promises: [],
      },
    ]);
    const left = await leftovers(async () => {
      await expect(play(out, abort, interrupted.signal)).rejects.toThrow("ended");
      await expect(play(out, fault)).rejects.toThrow("a fault of this program");
    });
    expect(left).toEqual([]);
  });
});

describe("the counts of a plan", () => {
  it.each([
    ["No changes. Your infrastructure matches the configuration.", [0, 0, 0, 0]],
    ["…\nPlan: 1 to add, 2 to change, 3 to destroy.", [0, 1, 2, 3]],
    ["Plan: 4 to import, 0 to add, 0 to change, 0 to destroy.\n…", [4, 0, 0, 0]],
  ])("%s", (output, [imported, added, changed, destroyed]) => {
    expect(planCounts(output)).toEqual({ imported, added, changed, destroyed });
  });

  it("are not made up", () => {
    expect(planCounts("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.")).toBeUndefined();
  });

  it("that destroy something break the promise of every drill", () => {
    const run = { line: "terraform plan", program: "terraform", exitCode: 0, output: "", from: 0, to: 0 };
    const plan = { imported: 0, added: 1, changed: 0, destroyed: 1 };
    const judged = (commands: unknown): unknown => nothingDestroyed.broken({ commands } as never);
    expect(judged([run, { ...run, plan }])).toBe("terraform plan");
    expect(judged([run, { ...run, plan: { ...plan, destroyed: 0 } }])).toBeUndefined();
  });
});

describe("each scenario", () => {
  const inferred = [...DATA_PLANE_BEHAVIOURS, ...CONTROL_PLANE_BEHAVIOURS].filter(
    ({ evidence }) => evidence === "inferred",
  );

  it.each(SCENARIOS.map((each) => [each.name, each] as const))(
    "%s names inferred behaviours that exist",
    (_, { restsOn }) => {
      for (const document of [seed(), bidirectionalChain()]) {
        const [chain] = readTopology(document).chains;
        const patterns = typeof restsOn === "function" ? restsOn(chain as RunbookChain) : restsOn;
        expect(patterns.length).toBeGreaterThan(0);
        for (const pattern of patterns) expect(inferred.filter(({ what }) => pattern.test(what))).toHaveLength(1);
      }
    },
  );
});
