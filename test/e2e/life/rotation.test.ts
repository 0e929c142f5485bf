import { afterAll, beforeAll, expect, it } from "vitest";
import { DIALLING, DR, JUMP, LINK, mirror, PRIMARY, RECEIVING } from "../app";
import { describeWithTerraform } from "../support";
import { refusalOf, type Life } from "./life";
import { bothLegs, startIn, type Told } from "./principals";

const [ONE, TWO] = ["primary-to-jump", "jump-to-dr"];
const EXPECTED = "error updating Cluster Link: len(credentialConfigs) is 0";

interface Generations {
  /** PRIMARY's REST key, with which PRIMARY's half also logs in at home. */
  readonly primary?: number;
  /** JUMP's REST key, of the receiving half and its mirror topics. */
  readonly jump?: number;
  /** The key with which PRIMARY dials JUMP. */
  readonly dial?: number;
  /** The key with which DR dials JUMP. */
  readonly drDials?: number;
  /** DR's REST key. */
  readonly dr?: number;
}

const app =
  ({ primary = 1, jump = 1, dial = 1, drDials = 1, dr = 1 }: Generations) =>
  (organizationId: string): string => {
    const one: Told = () => ({
      onSource: { generation: primary },
      onDestination: { generation: jump },
      dial: { generation: dial },
    });
    const two: Told = () => ({ onSource: { generation: drDials }, onDestination: { generation: dr } });
    return bothLegs(organizationId, one, two);
  };

/** Keeps every state in which a half of a link was from now on, looking each quarter of a second of virtual time. */
function watch(life: Life): Set<string> {
  const { cloud } = life.deployment.cloud.emulator;
  const seen = new Set<string>();
  const look = (): void => {
    for (const [id, name] of [
      [JUMP, ONE],
      [PRIMARY, ONE],
      [DR, TWO],
    ] as const) {
      const { state, error } = life.half(id, name);
      seen.add(`${name} on ${id}: ${state} ${error}`);
    }
    cloud.after(250, look);
  };
  look();
  return seen;
}

const HEALTHY = [
  `${TWO} on ${DR}: ACTIVE NO_ERROR`,
  `${ONE} on ${PRIMARY}: ACTIVE NO_ERROR`,
  `${ONE} on ${JUMP}: ACTIVE NO_ERROR`,
].sort();

describeWithTerraform("ApiKey.rotating", () => {
  let life: Life;
  let seen: Set<string>;
  let generations: Generations = {};
  beforeAll(async () => {
    life = await startIn(app(generations));
    await life.deployment.apply();
    await life.wait(10_000);
    seen = watch(life);
  });
  afterAll(async () => life.stop());

  const rotate = (more: Generations): void => {
    generations = { ...generations, ...more };
    life.change(app(generations)(life.deployment.cloud.emulator.cloud.state.organizationId));
  };
  /** Names of the keys that there are, without those of the people who look on. */
  const keys = (): string[] =>
    [...life.deployment.cloud.emulator.cloud.state.apiKeys.values()]
      .map(({ displayName }) => displayName)
      .filter((name) => name !== "")
      .sort();
  const arrives = async (value: string): Promise<void> => {
    await life.produce(PRIMARY, "orders", value);
    await life.wait(30_000);
    expect(life.values(DR, "orders")).toContain(value);
  };

  const BEGINNING = [
    `${TWO}-destination-key-1`,
    `${TWO}-source-key-1`,
    `${ONE}-destination-dial-key-1`,
    `${ONE}-destination-key-1`,
    `${ONE}-source-key-1`,
  ];

  it("makes one key for each use, and a second plan has nothing to do", async () => {
    expect(keys()).toEqual(BEGINNING);
    for (const stack of [ONE, TWO]) expect(await life.changes(stack)).toEqual({});
    await arrives("with the first keys");
  });

  const dialled = [
    { key: "the key with which PRIMARY dials", generation: { dial: 2 }, stack: ONE, updated: [DIALLING], puts: 1 },
    { key: "PRIMARY's own key", generation: { primary: 2 }, stack: ONE, updated: [DIALLING], puts: 1 },
    { key: "the key with which DR dials", generation: { drDials: 2 }, stack: TWO, updated: [LINK], puts: 1 },
    { key: "DR's own key", generation: { dr: 2 }, stack: TWO, updated: [LINK, mirror("orders")], puts: 1 },
  ] as const;

  it.each(dialled)("rotates $key in one apply: made, put into the link, and the old one deleted last", async (each) => {
    const { generation, stack, updated, puts } = each;
    rotate(generation);
    const changes = await life.changes(stack);
    const [created, deleted] = ["create", "delete"].map((action) =>
      Object.keys(changes).filter((address) => changes[address]?.join() === action),
    );
    expect(created).toHaveLength(1);
    expect(created?.[0]).toMatch(/^confluent_api_key\..*-2_/);
    expect(deleted).toHaveLength(1);
    expect(deleted?.[0]).toMatch(/^confluent_api_key\..*-1_/);
    expect(Object.keys(changes).filter((address) => changes[address]?.join() === "update")).toEqual(updated);
    expect(Object.keys(changes)).toHaveLength(2 + updated.length);
    const writes = await life.requestsOf(async () => life.stack(stack).applyPlan());
    expect(writes[0]).toMatch(/^POST \/iam\/v2\/api-keys/);
    expect(writes.at(-1)).toMatch(/^DELETE \/iam\/v2\/api-keys/);
    const between = writes.slice(1, -1);
    expect(between).toHaveLength(puts);
    for (const put of between) expect(put).toMatch(new RegExp(`^PUT .*/links/${stack}/configs:alter$`));
    expect(await life.changes(stack)).toEqual({});
    await arrives(`after ${each.key}`);
  });

  it("rotates the REST key of the receiving half in two: the one known failure, then clean", async () => {
    rotate({ jump: 2 });
    const before = keys();
    const first = await life.requestsOf(async () =>
      expect(await refusalOf(life.stack(ONE).apply())).toContain(EXPECTED),
    );
    expect(first.filter((request) => !request.startsWith("POST /iam"))).toEqual([]);
    expect(keys()).toEqual([...before, `${ONE}-destination-key-2`].sort());
    await arrives("after the known failure");

    const changes = await life.changes(ONE);
    expect(changes[RECEIVING]).toBeUndefined();
    expect(changes[mirror("orders")]).toEqual(["update"]);
    const second = await life.requestsOf(async () => life.stack(ONE).applyPlan());
    expect(second.filter((request) => !request.startsWith("PUT"))).toEqual([
      expect.stringMatching(/^DELETE \/iam\/v2\/api-keys/),
    ]);
    expect(keys()).toEqual(
      before.map((name) => (name === `${ONE}-destination-key-1` ? name.replace("-1", "-2") : name)),
    );
    expect(await life.changes(ONE)).toEqual({});
    await arrives("after the second apply");
  });

  it("rotates all keys at once the same way", async () => {
    rotate({ primary: 3, jump: 3, dial: 3, drDials: 3, dr: 3 });
    expect(await refusalOf(life.stack(ONE).apply())).toContain(EXPECTED);
    await life.stack(ONE).apply();
    await life.stack(TWO).apply();
    for (const stack of [ONE, TWO]) expect(await life.changes(stack)).toEqual({});
    expect(keys()).toEqual(BEGINNING.map((name) => name.replace(/1$/, "3")));
    await arrives("after all");
  });

  it("never lost the link, also while time passes", async () => {
    await life.wait(15 * 60_000);
    expect([...seen].sort()).toEqual(HEALTHY);
  });
});

describeWithTerraform("a key that was deleted before its users had the next one", () => {
  let life: Life;
  beforeAll(async () => {
    life = await startIn(app({}));
    await life.deployment.apply();
  });
  afterAll(async () => life.stop());

  const rotate = (generations: Generations): void =>
    life.change(app(generations)(life.deployment.cloud.emulator.cloud.state.organizationId));
  const revoke = (displayName: string): void => {
    const { emulator } = life.deployment.cloud;
    const key = [...emulator.cloud.state.apiKeys.values()].find((each) => each.displayName === displayName);
    emulator.faults.revokeKey(key?.id ?? "");
  };
  const stuck = async (stack: string): Promise<void> => {
    for (let i = 0; i < 2; i++) {
      const writes = await life.requestsOf(async () =>
        expect(await refusalOf(life.stack(stack).apply())).toContain("401 Unauthorized"),
      );
      expect(writes).toEqual([]);
    }
  };
  const withoutRefresh = async (stack: string): Promise<string> =>
    refusalOf(life.stack(stack).apply({ args: ["-refresh=false"] }));

  it("DR's own: every plan fails with 401 for ever; -refresh=false mends it, and the next plain apply is clean", async () => {
    revoke(`${TWO}-destination-key-1`);
    await stuck(TWO);
    rotate({ dr: 2 });
    await stuck(TWO);
    expect(await withoutRefresh(TWO)).toContain("error deleting API Key");
    await life.stack(TWO).apply();
    expect(await life.changes(TWO)).toEqual({});
  });

  it("JUMP's of the receiving half: the same with -refresh=false twice", async () => {
    revoke(`${ONE}-destination-key-1`);
    await stuck(ONE);
    rotate({ dr: 2, jump: 2 });
    await stuck(ONE);
    expect(await withoutRefresh(ONE)).toContain(EXPECTED);
    expect(await withoutRefresh(ONE)).toContain("error deleting API Key");
    await life.stack(ONE).apply();
    expect(await life.changes(ONE)).toEqual({});
  });

  it("the key with which PRIMARY dials: plans work, and the link does not until there is another key", async () => {
    const seen = watch(life);
    revoke(`${ONE}-destination-dial-key-1`);
    await life.wait(5_000);
    expect([...seen]).toContain(`${ONE} on ${PRIMARY}: ACTIVE AUTHENTICATION_ERROR`);
    const changes = await life.changes(ONE);
    expect(changes[DIALLING]).toEqual(["update"]);
    expect(Object.values(changes)).toHaveLength(2);
    expect(Object.keys(changes).join()).toMatch(/confluent_api_key\..*_dial-key-1_/);
    rotate({ dr: 2, jump: 2, dial: 2 });
    await life.stack(ONE).apply();
    await life.wait(5_000);
    expect(life.half(PRIMARY, ONE)).toMatchObject({ state: "ACTIVE", error: "NO_ERROR" });
    expect(await life.changes(ONE)).toEqual({});
    await life.produce(PRIMARY, "orders", "one");
    await life.wait(30_000);
    expect(life.values(DR, "orders")).toEqual(["one"]);
  });
});
