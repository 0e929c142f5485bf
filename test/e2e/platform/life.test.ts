import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInstalled, readAppJson } from "../../apps/run-app";
import type { Json } from "../../support/synth";
import { HclRun } from "../hcl-run";
import { refusalOf } from "../life/life";
import { describeWithTerraform } from "../support";
import { Created, type PlatformAppName } from "./created";

/** What every app has, by type. */
const PLATFORM = {
  confluent_environment: 1,
  confluent_network: 2,
  confluent_private_link_access: 2,
  confluent_kafka_cluster: 3,
  confluent_service_account: 5,
};

const countByType = (addresses: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const type of addresses.map((address) => address.split(".")[0] ?? "")) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

const networkOf = (body: unknown): unknown => (body as Json).spec.network?.id;

function lifeOf(app: PlatformAppName): void {
  describeWithTerraform("from an empty organization to a failover", () => {
    const topology: Json = readAppJson(app, "topology.json");
    let created: Created;

    beforeAll(async () => {
      created = await Created.start(app, topology);
    });
    afterAll(async () => created.life.stop());

    it("has the stack platform alone before there is a platform file", () => {
      expect(created.life.deployment.stacks.map(({ name }) => name)).toEqual(["platform"]);
    });

    it("creates environment, networks, accesses, clusters, accounts and their rights", async () => {
      await created.applyPlatform();
      const counts = countByType(await created.life.stack("platform").addresses());
      expect(counts).toMatchObject(PLATFORM);
      expect(counts["confluent_role_binding"]).toBeGreaterThanOrEqual(5);
      expect(counts).not.toHaveProperty("confluent_api_key");
      expect(Object.keys(created.platform.accounts).sort()).toEqual(["jump-to-dr", "primary-to-jump"]);
    });

    it("asks for a private cluster after its network lets endpoints in", () => {
      const requests = created.life.deployment.cloud.emulator.requests.filter(({ method }) => method === "POST");
      const order = (path: string, networkId: string): number =>
        requests.findIndex((request) => request.path === path && networkOf(request.body) === networkId);
      for (const { id } of Object.values<Json>(created.platform.networks)) {
        const access = order("/networking/v1/private-link-accesses", id);
        expect(access).toBeGreaterThan(-1);
        expect(order("/cmk/v2/clusters", id)).toBeGreaterThan(access);
      }
    });

    it("then has the legs as well, which make their own keys", async () => {
      await created.applyLegs();
      for (const leg of ["primary-to-jump", "jump-to-dr"]) {
        const counts = countByType(await created.life.stack(leg).addresses());
        expect(counts).toEqual({
          confluent_api_key: leg === "primary-to-jump" ? 3 : 2,
          confluent_cluster_link: leg === "primary-to-jump" ? 2 : 1,
          confluent_kafka_mirror_topic: topology.topics.length,
        });
      }
      await created.life.produce(created.idOf("primary"), "orders", "one", "two");
      await created.life.wait(10_000);
      expect(created.life.values(created.idOf("dr"), "orders")).toEqual(["one", "two"]);
    });

    it("plans nothing more", async () => {
      for (const { name } of created.life.deployment.stacks) expect(await created.life.changes(name), name).toEqual({});
    });

    it("plans nothing more from HCL of the same", async () => {
      const { deployment } = created.life;
      const out = created.synthHcl();
      for (const stack of deployment.stacks) {
        const hcl = new HclRun(out, stack.name, () => deployment.cloud.environmentOf({}, deployment.document));
        await hcl.init();
        hcl.takeState(await stack.command(["state", "pull"]));
        const { changes, json } = await hcl.plan();
        expect([...changes], stack.name).toEqual([]);
        expect(json.resource_changes?.length, stack.name).toBeGreaterThan(4);
      }
    });

    it("refuses to destroy what a failover needs", async () => {
      for (const { name } of created.life.deployment.stacks) {
        expect(await refusalOf(created.life.stack(name).destroy()), name).toContain("prevent_destroy");
      }
    });

    it("fails over with PRIMARY away, and with the states of platform and leg 1 gone", async () => {
      const { life } = created;
      created.loseState("platform");
      created.loseState("primary-to-jump");
      await life.deployment.cloud.emulator.faults.cluster(created.idOf("primary"), "refused");
      const asked = await life.askedBy(async () =>
        life.stack("jump-to-dr").apply({ variables: { failover: "FAILED_OVER" }, args: ["-refresh=false"] }),
      );
      expect(asked).not.toContain(created.idOf("primary"));
      expect(life.statuses(created.idOf("dr"))).toEqual({ orders: "STOPPED", payments: "STOPPED" });
      await life.produce(created.idOf("dr"), "orders", "three");
      expect(life.values(created.idOf("dr"), "orders")).toEqual(["one", "three", "two"]);
    });
  });

  describeWithTerraform("without protection", () => {
    let created: Created;

    beforeAll(async () => {
      created = await Created.start(app, { ...readAppJson(app, "topology.json"), protection: false });
      await created.applyPlatform();
      await created.applyLegs();
    });
    afterAll(async () => created.life.stop());

    it("is destroyed cleanly, the last leg first", async () => {
      for (const name of ["jump-to-dr", "primary-to-jump", "platform"]) {
        await created.life.stack(name).destroy();
        expect(await created.life.stack(name).addresses(), name).toEqual([]);
      }
      const { environments, networks, clusters } = created.life.deployment.cloud.emulator.cloud.state;
      expect([environments.size, networks.size, clusters.size]).toEqual([0, 0, 0]);
    });
  });
}

for (const app of ["azure-private-link", "gcp-private-service-connect"] as const) {
  describeInstalled(app, app, () => lifeOf(app));
}
