import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../support/synth";
import { mirror } from "./app";
import { Life, refusalOf } from "./life/life";
import { describeWithTerraform, newFolder, node, ROOT } from "./support";

const ONE = "primary-to-jump";
const TWO = "jump-to-dr";
const PRIMARY = "lkc-7xk2qp";
const JUMP = "lkc-m4d93z";
const DR = "lkc-0v6wnr";
const MINUTE = 60_000;

/** Synthesises the app over its own file with some members replaced, and gives back the folder. */
async function synth(members: object = {}): Promise<string> {
  const file = join(newFolder(), "topology.json");
  const sample: Json = JSON.parse(readFileSync(join(ROOT, "apps/bidirectional/topology.json"), "utf8"));
  writeFileSync(file, JSON.stringify({ ...sample, topics: ["orders"], ...members }));
  const out = join(newFolder(), "out");
  const { status, stdout, stderr } = await node(["--import", "tsx", "apps/bidirectional/main.ts"], {
    TOPOLOGY_FILE: file,
    CDKTF_OUTDIR: out,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return out;
}

const halves = (life: Life): unknown[] =>
  [
    [JUMP, ONE],
    [PRIMARY, ONE],
    [JUMP, TWO],
    [DR, TWO],
  ].map(([id = "", link = ""]) => {
    const { mode, connectionMode, peerId, state } = life.half(id, link);
    return [id, link, mode, connectionMode, peerId, state];
  });

const reach = async (life: Life, id: string, how: "refused" | "reachable"): Promise<void> =>
  life.deployment.cloud.emulator.faults.cluster(id, how);

describeWithTerraform("apps/bidirectional", () => {
  let life: Life;
  const written: string[] = [];
  const write = async (id: string, ...values: readonly string[]): Promise<void> => {
    await life.produce(id, "orders", ...values);
    written.push(...values);
    await life.wait(MINUTE);
  };
  const everywhere = (): unknown[] => [PRIMARY, JUMP, DR].map((id) => life.values(id, "orders"));
  const turn = async (id: string, link: string, verb: "reverse-and-start-mirror" | "truncate-and-restore") => {
    expect(await life.alterMirrors(id, link, verb, "orders")).toEqual([]);
    await life.wait(MINUTE);
  };

  beforeAll(async () => {
    life = await Life.start(await synth());
  });
  afterAll(async () => life.stop());

  it("is applied leg by leg: the half that waits, the half that dials, the mirror topic", async () => {
    const created = await life.requestsOf(async () => life.deployment.apply());
    expect(created.map((line) => line.replace(/\?.*/, ""))).toEqual([
      // The emulated PRIMARY is empty at first.
      `POST ${PRIMARY}/topics`,
      `POST ${JUMP}/links`,
      `POST ${PRIMARY}/links`,
      `POST ${JUMP}/links/${ONE}/mirrors`,
      `POST ${JUMP}/links`,
      `POST ${DR}/links`,
      `POST ${DR}/links/${TWO}/mirrors`,
    ]);
    expect(halves(life)).toEqual([
      [JUMP, ONE, "BIDIRECTIONAL", "INBOUND", PRIMARY, "ACTIVE"],
      [PRIMARY, ONE, "BIDIRECTIONAL", "OUTBOUND", JUMP, "ACTIVE"],
      [JUMP, TWO, "BIDIRECTIONAL", "INBOUND", DR, "ACTIVE"],
      [DR, TWO, "BIDIRECTIONAL", "OUTBOUND", JUMP, "ACTIVE"],
    ]);
  });

  it("has an empty second plan, and brings records to DR", async () => {
    expect(await life.changes(ONE)).toEqual({});
    expect(await life.changes(TWO)).toEqual({});
    await write(PRIMARY, "first");
    expect(everywhere()).toEqual([["first"], ["first"], ["first"]]);
  });

  it("refuses to destroy what a failover needs", async () => {
    for (const name of [TWO, ONE]) {
      expect(await refusalOf(life.stack(name).destroy()), name).toContain("Instance cannot be destroyed");
    }
  });

  it("is turned round and back while Terraform looks on, and both plans are empty again", async () => {
    await turn(JUMP, ONE, "reverse-and-start-mirror");
    await turn(DR, TWO, "reverse-and-start-mirror");
    await write(DR, "from DR");
    expect(everywhere()).toEqual(Array(3).fill([...written].sort()));
    expect(await life.changes(TWO)).toEqual({});
    // The mirror topic on JUMP is of the other link meanwhile.
    expect(await life.changes(ONE)).toEqual({ [mirror("orders")]: ["create"] });
    await turn(JUMP, TWO, "reverse-and-start-mirror");
    await turn(PRIMARY, ONE, "reverse-and-start-mirror");
    await write(PRIMARY, "at home");
    expect(everywhere()).toEqual(Array(3).fill([...written].sort()));
    expect(await life.changes(ONE)).toEqual({});
    expect(await life.changes(TWO)).toEqual({});
  });

  describe("when PRIMARY is lost", () => {
    it("fails over on DR by the variable, and asks nothing of PRIMARY", async () => {
      await reach(life, PRIMARY, "refused");
      await life.wait(6 * MINUTE);
      const asked = await life.askedBy(async () => life.stack(TWO).apply({ variables: { failover: "FAILED_OVER" } }));
      expect(asked).toEqual([DR, JUMP].sort());
      expect(life.statuses(DR)).toEqual({ orders: "STOPPED" });
      expect(await life.changes(TWO)).toEqual({});
      expect(await life.alterMirrors(JUMP, ONE, "failover", "orders")).toEqual([]);
      await write(DR, "while PRIMARY was away");
    });

    it("goes home without copying what was there: restored link by link, then turned round", async () => {
      await reach(life, PRIMARY, "reachable");
      await life.wait(MINUTE);
      await life.produce(PRIMARY, "orders", "never sent");
      await turn(PRIMARY, ONE, "truncate-and-restore");
      await turn(JUMP, TWO, "truncate-and-restore");
      expect(everywhere()).toEqual(Array(3).fill([...written].sort()));
      await turn(JUMP, TWO, "reverse-and-start-mirror");
      await turn(PRIMARY, ONE, "reverse-and-start-mirror");
      expect(life.statuses(JUMP)).toEqual({ orders: "ACTIVE" });
      expect(life.statuses(DR)).toEqual({ orders: "ACTIVE" });
      await write(PRIMARY, "home again");
      expect(everywhere()).toEqual(Array(3).fill([...written].sort()));
      expect(await life.changes(ONE)).toEqual({});
      expect(await life.changes(TWO)).toEqual({});
    });
  });

  it("is destroyed cleanly when protection is off, the last leg first; the topic on PRIMARY stays", async () => {
    life.change(await synth({ preventDestroy: false }));
    for (const stack of life.deployment.stacks) await stack.init();
    const gone = await life.requestsOf(async () => {
      for (const name of [TWO, ONE]) await life.stack(name).destroy();
    });
    expect(gone).toEqual([
      `DELETE ${DR}/topics/orders`,
      `DELETE ${DR}/links/${TWO}`,
      `DELETE ${JUMP}/links/${TWO}`,
      `DELETE ${JUMP}/topics/orders`,
      `DELETE ${PRIMARY}/links/${ONE}`,
      `DELETE ${JUMP}/links/${ONE}`,
    ]);
    expect([PRIMARY, JUMP, DR].map((id) => life.topics(id))).toEqual([["orders"], [], []]);
    expect([PRIMARY, JUMP, DR].flatMap((id) => [...life.cluster(id).links.keys()])).toEqual([]);
    for (const stack of life.deployment.stacks) expect(await stack.addresses(), stack.name).toEqual([]);
  });
});
