import { afterAll, beforeAll, expect, it } from "vitest";
import { DIALLING, DR, JUMP, LINK, mirror, PRIMARY, RECEIVING } from "../app";
import { describeWithTerraform } from "../support";
import { cluster, forward, restEndpoint } from "./chain";
import { Life, refusalOf } from "./life";

const [ONE, TWO] = ["primary-to-jump", "jump-to-dr"];
const PROTECTED = "Instance cannot be destroyed";

describeWithTerraform("a mirror topic that is PENDING_MIRROR when it is read for the first time", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.start(forward(), { pace: { mirrorStartMs: 60_000 } });
    await life.deployment.init();
  });
  afterAll(async () => life.stop());

  it("is tainted: prevent_destroy stops the plan that would delete the topic, and untaint mends it", async () => {
    const stack = life.stack(ONE);
    expect(await refusalOf(stack.apply())).toContain("PENDING_MIRROR is not a valid MirrorTopicStatus");
    await life.wait(120_000);
    const topic = life.cluster(JUMP).topics.get("orders");
    expect(topic?.mirror?.status).toBe("ACTIVE");
    for (const run of [async () => stack.plan(), async () => stack.apply()]) {
      expect(await life.requestsOf(async () => expect(await refusalOf(run())).toContain(PROTECTED))).toEqual([]);
    }
    await stack.command(["untaint", mirror("orders")]);
    expect(await life.changes(ONE)).toEqual({});
    expect(await life.requestsOf(async () => stack.apply())).toEqual([]);
    expect(life.cluster(JUMP).topics.get("orders")).toBe(topic);
  });
});

describeWithTerraform("the answer to a creation is lost", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.start(forward());
    await life.deployment.init();
  });
  afterAll(async () => life.stop());

  const cut = (on: string, path: string): void =>
    life.deployment.cloud.emulator.faults.request({ on, method: "POST", path, cut: true });
  const conflict = async (stack: string): Promise<void> =>
    expect(await refusalOf(life.stack(stack).apply())).toMatch(/409 Conflict|already exists/);
  const imported = async (
    stack: string,
    address: string,
    id: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const writes = await life.requestsOf(async () =>
      life.importing(environment, async () => life.stack(stack).command(["import", address, id])),
    );
    expect(writes).toEqual([]);
  };

  it("of the receiving half: 409, and import mends it", async () => {
    cut(JUMP, "/links?");
    await conflict(ONE);
    const { clusterLinkId } = life.half(JUMP, ONE);
    await imported(ONE, RECEIVING, `${ONE}/DESTINATION/INBOUND/${PRIMARY}/${JUMP}`, {
      ...life.hostImport("DESTINATION", JUMP, "jump"),
      ...life.peerImport("SOURCE", PRIMARY),
    });
    expect(await life.changes(ONE)).toEqual({ [DIALLING]: ["create"], [mirror("orders")]: ["create"] });
    expect(life.half(JUMP, ONE).clusterLinkId).toBe(clusterLinkId);
  });

  it("of the dialling half", async () => {
    cut(PRIMARY, "/links?");
    await conflict(ONE);
    await imported(ONE, DIALLING, `${ONE}/SOURCE/OUTBOUND/${PRIMARY}/${JUMP}`, {
      ...life.hostImport("SOURCE", PRIMARY, "primary"),
      ...life.peerImport("DESTINATION", JUMP, "jump_dial"),
    });
    expect(await life.changes(ONE)).toEqual({ [mirror("orders")]: ["create"] });
  });

  it("of a mirror topic", async () => {
    cut(JUMP, "/mirrors");
    await conflict(ONE);
    const topic = life.cluster(JUMP).topics.get("orders");
    await imported(ONE, mirror("orders"), `${JUMP}/${ONE}/orders`, life.kafkaImport(JUMP, "jump"));
    expect(await life.changes(ONE)).toEqual({});
    expect(life.cluster(JUMP).topics.get("orders")).toBe(topic);
  });

  it("of the link that DR dials", async () => {
    cut(DR, "/links?");
    await conflict(TWO);
    await imported(TWO, LINK, `${TWO}/DESTINATION/OUTBOUND/${JUMP}/${DR}`, {
      ...life.hostImport("DESTINATION", DR, "dr"),
      ...life.peerImport("SOURCE", JUMP, "jump"),
    });
    await life.stack(TWO).apply();
    expect(await life.changes(TWO)).toEqual({});
  });

  it("and records arrive", async () => {
    await life.produce(PRIMARY, "orders", "one");
    await life.wait(20_000);
    expect(life.values(DR, "orders")).toEqual(["one"]);
  });
});

describeWithTerraform("a setting that somebody added to a link", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward());
    const setting = { name: "topic.config.sync.ms", value: "7000" };
    await life.call(DR, "PUT", `/links/${TWO}/configs:alter`, { data: [setting] });
  });
  afterAll(async () => life.stop());

  it("is a difference for ever that fails at apply", async () => {
    for (let i = 0; i < 2; i++) {
      expect(await life.changes(TWO)).toEqual({ [LINK]: ["update"] });
      expect(await life.stack(TWO).planText()).toMatch(/- "topic\.config\.sync\.ms" += "7000" -> null/);
      const writes = await life.requestsOf(async () =>
        expect(await refusalOf(life.stack(TWO).applyPlan())).toContain(
          "reset to cluster link setting's default value operation",
        ),
      );
      expect(writes).toEqual([]);
    }
    expect(life.half(DR, TWO).configs.get("topic.config.sync.ms")).toBe("7000");
  });

  it("stands in the way of a failover, which -refresh=false gets past", async () => {
    const variables = { failover: "FAILED_OVER" };
    const writes = await life.requestsOf(async () => refusalOf(life.stack(TWO).apply({ variables })));
    expect(writes).toEqual([]);
    expect(life.statuses(DR)).toEqual({ orders: "ACTIVE" });
    await life.stack(TWO).apply({ variables, args: ["-refresh=false"] });
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED" });
  });

  it("is none once the configuration has it", async () => {
    life.change(forward({ topicConfigSync: { intervalMs: 7000 } }));
    expect(await life.changes(TWO)).toEqual({});
    expect(await life.requestsOf(async () => life.stack(TWO).apply())).toEqual([]);
  });
});

describeWithTerraform("an endpoint in another spelling", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward());
  });
  afterAll(async () => life.stop());

  const respelled = { dr: cluster("DR", { restEndpoint: `${restEndpoint(DR)}/` }) };

  it("is planned as a replacement, which prevent_destroy stops", async () => {
    life.change(forward(respelled));
    for (const run of [async () => life.stack(TWO).plan(), async () => life.stack(TWO).apply()]) {
      const writes = await life.requestsOf(async () => {
        const refusal = await refusalOf(run());
        expect(refusal).toContain(PROTECTED);
        expect(refusal).toContain(LINK);
      });
      expect(writes).toEqual([]);
    }
    expect(life.statuses(DR)).toEqual({ orders: "ACTIVE" });
  });

  it("would delete the topic without it", async () => {
    life.change(forward({ ...respelled, preventDestroy: false }));
    expect(await life.changes(TWO)).toEqual({
      [LINK]: ["delete", "create"],
      [mirror("orders")]: ["delete", "create"],
    });
  });

  it("is none with the old spelling, or with ignoreEndpointChanges", async () => {
    life.change(forward({ ...respelled, ignoreEndpointChanges: true }));
    expect(await life.changes(TWO)).toEqual({});
    life.change(forward());
    expect(await life.changes(TWO)).toEqual({});
  });
});

describeWithTerraform("a promotion that does not come to its end", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward());
    await life.produce(PRIMARY, "orders", "one", "two");
    await life.wait(10_000);
    await life.deployment.cloud.emulator.faults.cluster(JUMP, "refused");
  });
  afterAll(async () => life.stop());

  it("fails after 300 s, with the raw answer of the API", async () => {
    const { clock } = life.deployment.cloud.emulator;
    const before = clock.now;
    const refusal = await refusalOf(life.stack(TWO).apply({ variables: { failover: "PROMOTED" } }));
    expect(refusal).toContain("timeout while waiting for state to become 'STOPPED'");
    expect(refusal).toContain("last state: 'PENDING_STOPPED', timeout: 5m0s");
    expect(refusal).toMatch(/raw answer: .*KafkaPromoteMirror.*mirror_topic_name.*orders.*mirror_lags/);
    expect((clock.now - before) / 1000).toBeGreaterThanOrEqual(300);
    expect((clock.now - before) / 1000).toBeLessThan(330);
    expect(life.statuses(DR)).toEqual({ orders: "PENDING_STOPPED" });
  });

  it("cannot be turned into a failover by Terraform, but by one REST call", async () => {
    const failedOver = { variables: { failover: "FAILED_OVER" } };
    expect(await refusalOf(life.stack(TWO).apply(failedOver))).toContain('"PENDING_STOPPED"->"FAILED_OVER"');
    expect(await life.alterMirrors(DR, TWO, "failover", "orders")).toEqual([]);
    await life.wait(10_000);
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED" });
    expect(life.values(DR, "orders")).toEqual(["one", "two"]);
    for (const failover of ["PROMOTED", "FAILED_OVER", ""]) {
      expect(await life.changes(TWO, { variables: { failover } })).toEqual({});
    }
  });
});
