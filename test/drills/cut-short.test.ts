import { beforeAll, expect, it } from "vitest";
import { describeWithTerraform } from "../e2e/support";
import { Bench, type Outcome } from "./bench";
import { forward } from "./support";

/** All requests are tried by `npm run quality`, else the first, one in the middle and the last. */
const ALL = process.env["MODE"] === "quality";
const LIMIT_MS = ALL ? 1_800_000 : 120_000;

const FAILED_OVER = { failover: "FAILED_OVER" };
/** What a creation is answered that was made already, and that Terraform does not know. */
const EXISTS = /already exists/;
/** What the provider says of a mirror topic whose failover has begun already. */
const BEGUN = /PENDING_STOPPED/;

type How = "its reply is cut" | "Terraform is killed there";
type Phase = "deploy" | "failover";

const chosen = (count: number): number[] =>
  ALL ? Array.from({ length: count }, (_, i) => i + 1) : [...new Set([1, Math.ceil(count / 2), count])];

const message = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => (error as Error).message,
  );

describeWithTerraform("a run that is cut short at a request", () => {
  let out = "";
  const counts: Record<Phase, number> = { deploy: 0, failover: 0 };
  const clean: Partial<Record<Phase, Outcome>> = {};

  beforeAll(async () => {
    out = forward({ topics: ["orders", "bills"], prefixes: [] });
    const bench = await Bench.start(out);
    let before = bench.requests;
    await deploy(bench);
    counts.deploy = bench.requests - before;
    clean.deploy = await bench.outcome();
    before = bench.requests;
    await failOver(bench);
    counts.failover = bench.requests - before;
    clean.failover = await bench.outcome();
    await bench.stop();
  });

  const deploy = async (bench: Bench): Promise<void> => {
    for (const stack of bench.stacks) await stack.apply();
  };
  const failOver = async (bench: Bench): Promise<void> => {
    await bench.stack("jump-to-dr").apply({ variables: FAILED_OVER });
  };

  it("has what is expected when nothing is cut", () => {
    const topics = (status: string): unknown[] => ["bills", "orders"].map((name) => [name, 5, status]);
    expect(clean.deploy?.topics).toEqual({
      "lkc-1111": topics(""),
      "lkc-2222": topics("ACTIVE"),
      "lkc-3333": topics("ACTIVE"),
    });
    expect(clean.failover?.topics["lkc-3333"]).toEqual(topics("STOPPED"));
    expect(clean.deploy?.changes).toEqual([]);
    expect(clean.failover?.changes).toEqual([]);
    expect(counts.deploy).toBe(17);
    expect(counts.failover).toBeGreaterThanOrEqual(8);
  });

  /** Repairs of all runs, by kind. */
  const repairs = { adopted: 0, waited: 0 };
  const interrupted: Record<How, number> = { "its reply is cut": 0, "Terraform is killed there": 0 };

  /** One plain apply; where it stops, the runbook's step for what it says, and once more. */
  async function converge(bench: Bench, phase: Phase): Promise<void> {
    for (const { name } of bench.stacks) {
      if (phase === "failover" && name !== "jump-to-dr") continue;
      for (let rounds = 0; ; rounds++) {
        const apply = bench.stack(name).apply(phase === "failover" ? { variables: FAILED_OVER } : {});
        const problem = await message(apply);
        if (problem === "") break;
        if (rounds === 3) throw new Error(`${name} does not converge: ${problem}`);
        if (EXISTS.test(problem)) {
          repairs.adopted++;
          await bench.adopt(name);
        } else if (BEGUN.test(problem)) {
          repairs.waited++;
          await bench.calm();
        } else {
          throw new Error(problem);
        }
      }
    }
  }

  async function cutShort(phase: Phase, how: How, k: number): Promise<void> {
    const bench = await Bench.start(out);
    try {
      if (phase === "failover") {
        await deploy(bench);
        await bench.calm();
      }
      if (how === "its reply is cut") bench.cutReply(k);
      else bench.killAt(k);
      const problem = await message(phase === "deploy" ? deploy(bench) : failOver(bench));
      if (problem !== "") interrupted[how]++;
      await bench.calm();
      await converge(bench, phase);
      expect(await bench.outcome(), `${phase}, request ${k}: ${how}`).toEqual(clean[phase]);
    } finally {
      await bench.stop();
    }
  }

  it.each<[Phase, How]>([
    ["deploy", "its reply is cut"],
    ["deploy", "Terraform is killed there"],
    ["failover", "its reply is cut"],
    ["failover", "Terraform is killed there"],
  ])(
    "of the %s (%s) converges, or stops with what the runbook mends, and loses no topic and no record",
    async (phase, how) => {
      for (const k of chosen(counts[phase])) await cutShort(phase, how, k);
    },
    LIMIT_MS,
  );

  it.each([
    ["a mirror topic on JUMP", "/links/primary-to-jump/mirrors/orders"],
    ["a mirror topic on DR", "/links/jump-to-dr/mirrors/bills"],
  ])("taints %s whose first read fails: an apply is refused, untaint mends it", async (_, path) => {
    const bench = await Bench.start(out);
    try {
      bench.cutReads(path);
      expect(await message(deploy(bench))).toContain("giving up after 5 attempt(s)");
      await bench.calm();
      const stack = path.split("/")[2] ?? "";
      expect(await message(bench.stack(stack).apply())).toContain("Instance cannot be destroyed");
      await bench.untaint(stack);
      await converge(bench, "deploy");
      expect(await bench.outcome()).toEqual(clean.deploy);
    } finally {
      await bench.stop();
    }
  });

  it("was mended by import where a creation had no reply", () => {
    expect(repairs.adopted).toBeGreaterThan(0);
    expect(interrupted["its reply is cut"]).toBeGreaterThan(0);
    expect(interrupted["Terraform is killed there"]).toBeGreaterThan(1);
  });
});
