import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInstalled, readAppJson } from "../../apps/run-app";
import { describeWithTerraform } from "../support";
import { Created } from "./created";

const APP = "azure-private-link";

describeInstalled(APP, "the way back over clusters that were created", () => {
  describeWithTerraform("DR -> JUMP -> PRIMARY", () => {
    let created: Created;

    beforeAll(async () => {
      created = await Created.start(APP, { ...readAppJson(APP, "topology.json"), protection: false, failback: true });
      await created.applyPlatform();
      await created.applyLegs();
      await created.life.produce(created.idOf("primary"), "orders", "one");
      await created.life.wait(10_000);
    });
    afterAll(async () => created.life.stop());

    const live = ["orders", "payments"];

    it("has accounts for both directions", () => {
      expect(Object.keys(created.platform.accounts).sort()).toEqual([
        "dr-to-jump",
        "jump-to-dr",
        "jump-to-primary",
        "primary-to-jump",
      ]);
    });

    it("begins once DR is live and the forward links are gone", async () => {
      const { life } = created;
      const last = life.stack("jump-to-dr");
      await last.apply({ variables: { failover: "FAILED_OVER" } });
      const mirrors = (await last.addresses()).filter((address) => address.startsWith("confluent_kafka_mirror_topic."));
      await last.command(["state", "rm", ...mirrors]);
      await last.destroy();
      await life.stack("primary-to-jump").destroy();
      for (const topic of live) await life.call(created.idOf("primary"), "DELETE", `/topics/${topic}`);
      expect([life.topics(created.idOf("primary")), life.topics(created.idOf("jump"))]).toEqual([[], []]);
      expect(life.topics(created.idOf("dr"))).toEqual(live);
    });

    it("carries what was written to DR back, with keys of its own", async () => {
      const { life } = created;
      await created.changeToFailback();
      expect(life.deployment.stacks.map(({ name }) => name)).toEqual(["dr-to-jump", "jump-to-primary"]);
      for (const { name } of life.deployment.stacks) await life.stack(name).apply();
      await life.produce(created.idOf("dr"), "orders", "two");
      await life.wait(10_000);
      expect(life.values(created.idOf("primary"), "orders")).toEqual(["one", "two"]);
      for (const { name } of life.deployment.stacks) expect(await life.changes(name), name).toEqual({});
    });

    it("ends with PRIMARY live", async () => {
      const { life } = created;
      await life.stack("jump-to-primary").apply({ variables: { failover: "PROMOTED" } });
      await life.produce(created.idOf("primary"), "orders", "three");
      expect(life.statuses(created.idOf("primary"))).toEqual({ orders: "STOPPED", payments: "STOPPED" });
      expect(life.values(created.idOf("primary"), "orders")).toEqual(["one", "three", "two"]);
    });
  });
});
