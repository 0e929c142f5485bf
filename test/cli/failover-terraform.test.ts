import { afterAll, beforeAll, expect, it } from "vitest";
import { TopicFilter } from "../../lib/model/filters";
import { describeWithTerraform } from "../e2e/support";
import { synthToJson } from "../support/synth";
import { House, chain, type Copy } from "./terraform-house";

describeWithTerraform("a failover without Terraform", () => {
  const { outdir } = synthToJson(
    chain({ topics: ["orders", "bills"], autoCreate: [TopicFilter.includePrefix("mirror_me")] }),
  );
  const DR = "lkc-3333";
  let house: House;
  let copy: Copy;
  let now = 0;
  const surroundings = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
      await house.cloud.wait(milliseconds);
    },
  };
  const statuses = async (): Promise<string[]> =>
    (await house.cloud.api(DR).mirrors("jump-to-dr")).map(
      ({ mirror_topic_name: topic, mirror_status: status }) => `${topic} ${status}`,
    );

  beforeAll(async () => {
    house = await House.start(outdir);
    copy = house.open(outdir);
    await copy.apply();
    await house.cloud.api("lkc-1111").createTopic("mirror_me.a", 1);
    await house.cloud.wait(900_000);
  });
  afterAll(async () => house.stop());

  it("is ready before, as status tells", async () => {
    expect((await statuses()).sort()).toEqual(["bills ACTIVE", "mirror_me.a ACTIVE", "orders ACTIVE"]);
    const { text, exitCode } = await copy.run(outdir, ["status", "--drained"]);
    expect(exitCode, text).toBe(0);
  });

  it("works while PRIMARY and JUMP are lost and Terraform cannot plan", async () => {
    for (const lost of ["lkc-1111", "lkc-2222"]) await house.cloud.emulator.faults.cluster(lost, "refused");
    await house.cloud.wait(900_000);
    await expect(copy.stack("jump-to-dr").plan()).rejects.toThrow("SOURCE_UNAVAILABLE");
    const since = house.cloud.emulator.requests.length;
    const args = ["failover", "--stack", "jump-to-dr", "--failover", "--yes"];
    const { text, exitCode } = await copy.run(outdir, args, surroundings);
    expect(exitCode, text).toBe(0);
    const asked = new Set(house.cloud.emulator.requests.slice(since).map(({ on }) => on));
    expect([...asked]).toEqual([DR]);
    expect((await statuses()).sort()).toEqual(["bills STOPPED", "mirror_me.a STOPPED", "orders STOPPED"]);
  });

  it("leaves a plan with nothing to destroy and nothing to revert, and topics that take records", async () => {
    expect([...(await copy.stack("jump-to-dr").plan()).changes]).toEqual([]);
    await house.cloud.api(DR).produce("orders", "life goes on");
    expect(house.cloud.consume(DR, "orders")).toEqual(["life goes on"]);
  });
});
