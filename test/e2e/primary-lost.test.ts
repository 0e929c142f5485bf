import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reachability } from "../../lib/rehearsal/cloud/state";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { chain, DR, JUMP, mirror, PRIMARY } from "./app";
import { describeWithTerraform } from "./support";

describeWithTerraform("PRIMARY cannot be reached", () => {
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await Deployment.start(chain({ topics: ["orders", "payments"] }));
    await deployment.apply();
    await deployment.cloud.api(PRIMARY).produce("orders", "last words");
    await deployment.cloud.wait(10_000);
  });
  afterAll(async () => deployment.stop());

  const toPrimary = (): number => deployment.cloud.emulator.requests.filter(({ on }) => on === PRIMARY).length;

  it.each<Reachability>(["refused", "hanging"])(
    "(%s): jump-to-dr has nothing to do, and does not ask PRIMARY",
    async (how) => {
      await deployment.cloud.emulator.faults.cluster(PRIMARY, how);
      const before = toPrimary();
      expect([...(await deployment.stack("jump-to-dr").plan()).changes]).toEqual([]);
      expect(toPrimary()).toBe(before);
    },
  );

  it("primary-to-jump cannot even be planned", async () => {
    await deployment.cloud.emulator.faults.cluster(PRIMARY, "refused");
    await expect(deployment.stack("primary-to-jump").plan()).rejects.toThrow(
      "terraform plan of the stack primary-to-jump failed",
    );
  });

  it("jump-to-dr fails over, and DR has what had arrived", async () => {
    const { cloud } = deployment;
    const stack = deployment.stack("jump-to-dr");
    const before = toPrimary();
    const variables = { failover: "FAILED_OVER" };
    const plan = await stack.plan({ variables });
    expect([...plan.changes]).toEqual([
      [mirror("orders"), ["update"]],
      [mirror("payments"), ["update"]],
    ]);
    await stack.applyPlan();
    expect([...(await stack.plan({ variables })).changes]).toEqual([]);
    expect(toPrimary()).toBe(before);
    const mirrors = await cloud.api(DR).mirrors("jump-to-dr");
    expect([...mirrors].sort((a, b) => a.mirror_topic_name.localeCompare(b.mirror_topic_name))).toMatchObject([
      { mirror_topic_name: "orders", mirror_status: "STOPPED" },
      { mirror_topic_name: "payments", mirror_status: "STOPPED" },
    ]);
    await cloud.api(DR).produce("orders", "life goes on");
    expect(cloud.consume(DR, "orders").sort()).toEqual(["last words", "life goes on"]);
    expect(cloud.consume(JUMP, "orders")).toEqual(["last words"]);
  });
});
