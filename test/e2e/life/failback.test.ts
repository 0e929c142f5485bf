import { afterAll, beforeAll, expect, it } from "vitest";
import { DISCOVERY_INTERVAL_MS } from "../../../lib/model/chains";
import { failbackPlans, type FailbackPlan, type FailbackStep } from "../../../lib/model/failback";
import { mirror } from "../app";
import { defaultTopology, describeWithTerraform } from "../support";
import { synthApp } from "./apps";
import { Life, refusalOf } from "./life";

interface Described {
  readonly id: string;
  readonly restEndpoint: string;
}

const { primary, jump, dr } = defaultTopology() as Record<"primary" | "jump" | "dr", Described>;
const ID: Readonly<Record<string, string>> = { PRIMARY: primary.id, JUMP: jump.id, DR: dr.id };

const OFFSET_SYNC_MS = 30_000;
const NAMED = ["bills.v1", "orders"];
const AUTO = "mirror_me_1";
const LIVE = [...NAMED, AUTO].sort();

const TOPOLOGY = {
  topics: NAMED,
  consumerGroups: [{ name: "*", patternType: "LITERAL", filterType: "INCLUDE" }],
};

/** A step in a line. */
function describeStep(step: FailbackStep): string {
  switch (step.kind) {
    case "link":
      return `${step.role} ${step.linkName} on ${step.cluster?.name}`;
    case "mirror topic":
      return `mirror topic ${step.name} on ${step.cluster.name}`;
    case "topic":
      return `topic ${step.name} on ${step.cluster.name}`;
    default:
      return `${step.mirrors ? "mirror " : ""}${step.kind} on ${step.cluster.name}`;
  }
}

describeWithTerraform("the whole circle: DR is live, and the data goes back to PRIMARY and on to DR again", () => {
  let life: Life;
  /** Everything that anybody ever wrote to `orders`. */
  const written: string[] = [];
  const writtenAuto: string[] = [];

  beforeAll(async () => {
    life = await Life.applied(await synthApp("existing-clusters", TOPOLOGY));
    await life.createTopic(primary.id, AUTO, 4);
    await life.wait(2 * DISCOVERY_INTERVAL_MS);
  });
  afterAll(async () => life.stop());

  const change = async (app: "existing-clusters" | "failback", members: object = {}): Promise<void> => {
    life.change(await synthApp(app, { ...TOPOLOGY, ...members }));
    for (const stack of life.deployment.stacks) await stack.init();
  };
  const write = async (id: string, ...values: readonly string[]): Promise<void> => {
    await life.produce(id, "orders", ...values);
    written.push(...values);
    const auto = values.map((value) => `auto ${value}`);
    await life.produce(id, AUTO, ...auto);
    writtenAuto.push(...auto);
  };
  const has = (id: string): void => {
    expect(life.values(id, "orders")).toEqual([...written].sort());
    expect(life.values(id, AUTO)).toEqual([...writtenAuto].sort());
  };
  const planOf = (): FailbackPlan => {
    const [plan, ...more] = failbackPlans(life.deployment.document);
    if (plan === undefined || more.length > 0) throw new Error("There is not one chain.");
    return plan;
  };
  const identities = (id: string): unknown =>
    Object.fromEntries([...life.cluster(id).topics.values()].map((topic) => [topic.name, topic.id]));

  /** Does what a step says: with Terraform what it has, otherwise as an operator would. */
  async function doStep(step: FailbackStep): Promise<void> {
    switch (step.kind) {
      case "link":
      case "mirror topic": {
        const before = await life.stack(step.stack).addresses();
        await life.stack(step.stack).destroy({ args: [`-target=${step.address}`] });
        const after = await life.stack(step.stack).addresses();
        expect(before.filter((address) => !after.includes(address))).toEqual([step.address]);
        return;
      }
      case "topic":
        await life.call(step.cluster.id ?? "", "DELETE", `/topics/${step.name}`);
        return;
      case "topics by filter": {
        const id = step.cluster.id ?? "";
        expect(step.filters.map(({ filterType, patternType, name }) => `${filterType} ${patternType} ${name}`)).toEqual(
          ["INCLUDE PREFIXED mirror_me", "EXCLUDE PREFIXED no_mirror"],
        );
        const chosen = life.topics(id).filter((name) => name.startsWith("mirror_me"));
        expect(chosen).toEqual([AUTO]);
        for (const name of chosen) await life.call(id, "DELETE", `/topics/${name}`);
        return;
      }
      case "listed topics":
        throw new Error("There is no list in this app.");
    }
  }

  /** Does the steps of a plan as far as one cluster, while the live topics stay what they are. */
  async function doSteps(steps: readonly FailbackStep[], live: string): Promise<void> {
    const before = identities(live);
    for (const step of steps) {
      await doStep(step);
      expect(identities(live)).toEqual(before);
    }
  }

  /** Fails over or promotes what Terraform does not have. */
  const stopAuto = async (id: string, link: string, verb: "promote" | "failover"): Promise<void> => {
    expect(await life.alterMirrors(id, link, verb, AUTO)).toEqual([]);
    await life.wait(10_000);
    expect(life.statuses(id)[AUTO]).toBe("STOPPED");
  };

  /** Keeps the last cluster's topics, with the environment to import with. */
  async function keep(app: "existing-clusters" | "failback", stack: string, last: "dr" | "primary"): Promise<void> {
    await change(app, { keepPromoted: { [last]: true } });
    const { id, restEndpoint } = { dr, primary }[last];
    const writes = await life.requestsOf(async () =>
      life.importing(life.kafkaImport(id, last, restEndpoint), async () => life.stack(stack).apply()),
    );
    expect(writes).toEqual([]);
    expect(await life.changes(stack)).toEqual({});
  }

  const FORWARD = [
    "link jump-to-dr on DR",
    "mirror topic bills.v1 on JUMP",
    "mirror topic orders on JUMP",
    "mirror topics by filter on JUMP",
    "dialling half primary-to-jump on PRIMARY",
    "receiving half primary-to-jump on JUMP",
    "topic bills.v1 on PRIMARY",
    "topic orders on PRIMARY",
    "topics by filter on PRIMARY",
  ];
  const BACKWARD = [
    "link jump-to-primary on PRIMARY",
    "mirror topic bills.v1 on JUMP",
    "mirror topic orders on JUMP",
    "mirror topics by filter on JUMP",
    "dialling half dr-to-jump on DR",
    "receiving half dr-to-jump on JUMP",
    "topic bills.v1 on DR",
    "topic orders on DR",
    "topics by filter on DR",
  ];
  const [ON_DR, ON_JUMP] = [FORWARD.slice(0, 1), FORWARD.slice(1, 6)];

  it("DR goes live, with what had arrived", async () => {
    await write(primary.id, "before 1", "before 2");
    await life.wait(60_000);
    await life.deployment.cloud.emulator.faults.cluster(primary.id, "refused");
    expect(planOf().notKept.map(({ mirrorTopic }) => mirrorTopic)).toEqual(NAMED);
    await life.stack("jump-to-dr").apply({ variables: { failover: "FAILED_OVER" } });
    await stopAuto(dr.id, "jump-to-dr", "failover");
    has(dr.id);
    await write(dr.id, "on DR 1", "on DR 2", "on DR 3");
    expect(life.read(dr.id, "orders", "billing", 2)).toHaveLength(2);
  });

  it("its topics are kept: Terraform forgets the mirror topics", async () => {
    await keep("existing-clusters", "jump-to-dr", "dr");
    expect(planOf().notKept).toEqual([]);
  });

  it("the model lists what has to go first, in order", () => {
    const plan = planOf();
    expect(plan.steps.map(describeStep)).toEqual(FORWARD);
    expect(plan.way.map(({ name }) => name)).toEqual(["DR", "JUMP", "PRIMARY"]);
    for (const step of plan.steps) {
      if ("cluster" in step) expect(step.cluster?.id).toBe(ID[step.cluster?.name ?? ""]);
    }
  });

  let steps: readonly FailbackStep[] = [];
  it("the links are protected until preventDestroy is taken away", async () => {
    await life.deployment.cloud.emulator.faults.mend();
    ({ steps } = planOf());
    const refused = life.stack("jump-to-dr").destroy({ args: ["-target=confluent_cluster_link.link"] });
    expect(await refusalOf(refused)).toContain("Instance cannot be destroyed");
    await change("existing-clusters", { keepPromoted: { dr: true }, preventDestroy: false });
    expect(planOf().steps).toEqual(steps);
  });

  it("DR's link is retired without its topics", async () => {
    await doSteps(steps.slice(0, ON_DR.length), dr.id);
    expect([...life.cluster(dr.id).links.keys()]).toEqual([]);
  });

  it("the reverse chain cannot be built as long as the old topics are on JUMP", async () => {
    await change("failback");
    expect(await refusalOf(life.stack("dr-to-jump").apply())).toContain("already exists");
    // Nothing was harmed: what there is stays, and the rest comes with the next apply.
    has(dr.id);
  });

  it("leg 1 is retired: mirror topics, then the dialling half, then the receiving one", async () => {
    await change("existing-clusters", { keepPromoted: { dr: true }, preventDestroy: false });
    await doSteps(steps.slice(ON_DR.length, ON_DR.length + ON_JUMP.length), dr.id);
    expect(life.topics(jump.id)).toEqual([]);
    expect([...life.cluster(jump.id).links.keys()]).toEqual(["dr-to-jump"]);
    expect([...life.cluster(primary.id).links.keys()]).toEqual([]);
    expect(await life.stack("primary-to-jump").addresses()).toEqual([]);
  });

  it("nor can its last leg as long as the original topics are on PRIMARY", async () => {
    await change("failback");
    await life.stack("dr-to-jump").apply();
    expect(await refusalOf(life.stack("jump-to-primary").apply())).toContain("already exists");
    await doSteps(steps.slice(ON_DR.length + ON_JUMP.length), dr.id);
    expect(life.topics(primary.id)).toEqual([]);
    await life.stack("jump-to-primary").apply();
    for (const stack of life.deployment.stacks) expect(await life.changes(stack.name)).toEqual({});
  });

  it("brings everything that is on DR to PRIMARY, also what filters choose", async () => {
    await write(dr.id, "on DR 4");
    await life.wait(2 * DISCOVERY_INTERVAL_MS + 60_000);
    expect(life.topics(primary.id)).toEqual(LIVE);
    expect(life.statuses(primary.id)).toEqual(Object.fromEntries(LIVE.map((name) => [name, "ACTIVE"])));
    has(primary.id);
  });

  it("switches to PRIMARY as planned, and loses no record that was written on DR", async () => {
    await write(dr.id, "last on DR");
    // Producers are stopped here.
    await life.wait(10_000);
    expect(await life.lag(jump.id, "dr-to-jump")).toBe(0);
    await life.wait(4 * OFFSET_SYNC_MS);
    expect(await life.lag(primary.id, "jump-to-primary")).toBe(0);
    await life.stack("jump-to-primary").apply({ variables: { failover: "PROMOTED" } });
    await stopAuto(primary.id, "jump-to-primary", "promote");
    has(primary.id);
    expect(written).toHaveLength(7);
    expect(life.groupLag(primary.id, "orders", "billing")).toBe(5);
    await keep("failback", "jump-to-primary", "primary");
    await write(primary.id, "on PRIMARY again");
  });

  it("the reverse chain is retired by the same kind of list", async () => {
    const plan = planOf();
    expect(plan.steps.map(describeStep)).toEqual(BACKWARD);
    expect(plan.notKept).toEqual([]);
    expect(plan.way.map(({ name }) => name)).toEqual(["PRIMARY", "JUMP", "DR"]);
    await change("failback", { keepPromoted: { primary: true }, preventDestroy: false });
    await doSteps(plan.steps, primary.id);
    for (const id of Object.values(ID)) expect([...life.cluster(id).links.keys()]).toEqual([]);
    expect([life.topics(jump.id), life.topics(dr.id)]).toEqual([[], []]);
  });

  it("the forward chain is built again, and second plans are empty", async () => {
    await change("existing-clusters");
    const created = await life.changes("jump-to-dr");
    expect(created[mirror("orders")]).toEqual(["create"]);
    expect(Object.values(created)).toEqual(Array(3).fill(["create"]));
    for (const stack of ["primary-to-jump", "jump-to-dr"]) await life.stack(stack).apply();
    for (const stack of ["primary-to-jump", "jump-to-dr"]) expect(await life.changes(stack)).toEqual({});
    await life.wait(2 * DISCOVERY_INTERVAL_MS + 60_000);
    await write(primary.id, "to DR again");
    await life.wait(20_000);
    expect(life.statuses(dr.id)).toEqual(Object.fromEntries(LIVE.map((name) => [name, "ACTIVE"])));
    has(dr.id);
    for (const stack of ["primary-to-jump", "jump-to-dr"]) expect(await life.changes(stack)).toEqual({});
  });
});
