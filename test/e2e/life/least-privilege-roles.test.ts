import { afterAll, beforeAll, expect, it } from "vitest";
import { DR, JUMP, PRIMARY } from "../app";
import { describeWithTerraform } from "../support";
import { firstFailure, grantsOf } from "./least-privilege";
import type { Life } from "./life";
import { bothLegs, startIn } from "./principals";

/** Rights of each leg, and the step that goes wrong without them. */
const LEGS = {
  "primary-to-jump": {
    "destination: CloudClusterAdmin": "create",
    "dial: CloudClusterAdmin": "create",
    "source: CloudClusterAdmin": "create",
  },
  "jump-to-dr": {
    "destination: CloudClusterAdmin": "create",
    "source: DeveloperManage on topic=mirror_me*": "copy settings",
    "source: DeveloperManage on topic=orders": "create",
    "source: DeveloperRead on group=billing": "copy offsets",
    "source: DeveloperRead on topic=mirror_me*": "mirror what a filter chooses",
    "source: DeveloperRead on topic=orders": "create",
  },
} as const;

for (const leg of ["primary-to-jump", "jump-to-dr"] as const) {
  describeWithTerraform(`${leg} with role bindings`, () => {
    const rights = { leg, form: "roles" } as const;

    it("has no rights but these", () => {
      expect(grantsOf(rights)).toEqual(Object.keys(LEGS[leg]));
    });

    it("works with all of them, from its creation to its end", async () => {
      expect(await firstFailure(rights)).toBeUndefined();
    });

    it.each(Object.entries(LEGS[leg]))("does not without %s: cannot %s", async (grant, step) => {
      expect(await firstFailure(rights, grant)).toBe(step);
    });
  });
}

describeWithTerraform("both legs with principals of their own", () => {
  let life: Life;
  beforeAll(async () => {
    life = await startIn(bothLegs);
    await life.deployment.init();
  });
  afterAll(async () => life.stop());

  it("are created account by account: first its role bindings, then its key, then what uses the key", async () => {
    for (const leg of ["primary-to-jump", "jump-to-dr"]) {
      const writes = await life.requestsOf(async () => life.stack(leg).apply());
      const kinds = writes.map((request) => /service-accounts|role-bindings|api-keys|links|mirrors/.exec(request)?.[0]);
      const last = (kind: string): number => kinds.lastIndexOf(kind);
      expect(kinds[0]).toBe("service-accounts");
      expect(kinds.indexOf("links")).toBeGreaterThan(last("api-keys"));
      expect(kinds.indexOf("links")).toBeGreaterThan(last("role-bindings"));
    }
  });

  it("have an account each on JUMP, and each key opens one cluster", () => {
    const { serviceAccounts, apiKeys } = life.deployment.cloud.emulator.cloud.state;
    const keys = [...apiKeys.values()].filter(({ displayName }) => displayName !== "");
    const owners = (id: string): (string | undefined)[] =>
      [
        ...new Set(
          keys
            .filter(({ clusterId }) => clusterId === id)
            .map(({ ownerId }) => serviceAccounts.get(ownerId)?.displayName),
        ),
      ].sort();
    expect(owners(PRIMARY)).toEqual(["primary-to-jump-source"]);
    expect(owners(JUMP)).toEqual(["jump-to-dr-source", "primary-to-jump-destination"]);
    expect(owners(DR)).toEqual(["jump-to-dr-destination"]);
    expect(keys).toHaveLength(5);
  });

  it("work together", async () => {
    await life.produce(PRIMARY, "orders", "one", "two", "three");
    await life.wait(20_000);
    life.read(PRIMARY, "orders", "billing", 2);
    await life.wait(120_000);
    expect(life.values(DR, "orders")).toEqual(["one", "three", "two"]);
    expect(life.groupLag(DR, "orders", "billing")).toBe(1);
    await life.stack("jump-to-dr").apply({ variables: { failover: "PROMOTED" } });
    expect(life.statuses(DR)).toEqual({ orders: "STOPPED" });
    for (const leg of ["primary-to-jump", "jump-to-dr"]) expect(await life.changes(leg)).toEqual({});
  });
});
