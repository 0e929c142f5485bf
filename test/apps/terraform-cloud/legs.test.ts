import { afterAll, beforeAll, expect, it } from "vitest";
import { Deployment } from "../../../lib/rehearsal/terraform/deployment";
import { describeWithTerraform } from "../../e2e/support";
import { describeInstalled } from "../run-app";
import { APP, runWith, stacksOf } from "./app";

describeInstalled(APP, "the legs", () => {
  describeWithTerraform("applied by Terraform on the emulator", () => {
    let deployment: Deployment;

    beforeAll(async () => {
      const run = runWith({ topology: { topics: ["orders", "bills"], preventDestroy: false } });
      stacksOf(run);
      deployment = await Deployment.start(run.outdir);
      await deployment.init();
    });
    afterAll(async () => deployment.stop());

    const changes = async (leg: string): Promise<string[]> =>
      [...(await deployment.stack(leg).plan()).changes]
        .map(([address, actions]) => `${actions.join()} ${address}`)
        .sort();

    it("are all that is rehearsed: the stack workspaces has no part in it", () => {
      expect(deployment.stacks.map(({ name }) => name)).toEqual(["primary-to-jump", "jump-to-dr"]);
    });

    it("are created in their order", async () => {
      expect(await changes("primary-to-jump")).toEqual([
        "create confluent_cluster_link.link_dialling_DEF39909",
        "create confluent_cluster_link.link_receiving_DE6DD55A",
        "create confluent_kafka_mirror_topic.mirrors_bills",
        "create confluent_kafka_mirror_topic.mirrors_orders",
      ]);
      await deployment.stack("primary-to-jump").applyPlan();
      expect(await changes("jump-to-dr")).toEqual([
        "create confluent_cluster_link.link",
        "create confluent_kafka_mirror_topic.mirrors_bills",
        "create confluent_kafka_mirror_topic.mirrors_orders",
      ]);
      await deployment.stack("jump-to-dr").applyPlan();
    });

    it("have nothing to do afterwards", async () => {
      expect(await changes("primary-to-jump")).toEqual([]);
      expect(await changes("jump-to-dr")).toEqual([]);
    });

    it("are destroyed cleanly, the last one first", async () => {
      for (const leg of ["jump-to-dr", "primary-to-jump"]) await deployment.stack(leg).destroy();
      for (const id of ["lkc-7xk2qp", "lkc-m4d93z", "lkc-0v6wnr"]) {
        expect(await deployment.cloud.api(id).links()).toEqual([]);
      }
    });
  });
});
