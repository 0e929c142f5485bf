import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Result } from "../../lib/cli/command";
import { run } from "../../lib/cli/run";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { judgeLeg } from "../../lib/cli/status/judge-leg";
import { ApiKey } from "../../lib/kafka/api-key";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { parseDocument } from "../../lib/model/document";
import { stackWithProvider } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";
import { World } from "./world";

const SYNC = {
  "consumer.offset.sync.enable": "true",
  "consumer.offset.group.filters": '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}',
};

let world: World;
beforeEach(async () => (world = await World.start()));
afterEach(async () => world.stop());

/** Both links, mirror topics that are ACTIVE, and the app's folder. */
async function deployed(topics = ["orders"]): Promise<string> {
  await world.createLinks();
  for (const topic of topics) await world.mirrored(topic, 3);
  world.pass(30);
  return world.synth({ topics });
}

const legs = ({ text }: Result): Json => JSON.parse(text).legs;

describe("everything is ready", () => {
  it("with ACTIVE halves, tasks without errors and ACTIVE mirror topics", async () => {
    const out = await deployed();
    const { text, ...rest } = await world.run(out, ["status"]);
    expect(rest).toEqual({ exitCode: 0, failed: false });
    expect(text.split("\n")).toEqual([
      "Leg primary-to-jump/link: primary -> jump, link primary-to-jump",
      "  receiving half on jump (lkc-jump): ACTIVE",
      expect.stringMatching(/^ {4}tasks: .*TopicConfigsSync ACTIVE/),
      "  dialling half on primary (lkc-primary): ACTIVE",
      expect.stringMatching(/^ {4}tasks: /),
      "  mirror topics on jump: 1 ACTIVE",
      "    orders  ACTIVE  lag 0 at most, 0 in all",
      "  consumer offsets: not copied",
      "",
      "Leg jump-to-dr/link: jump -> dr, link jump-to-dr",
      "  link on dr (lkc-dr): ACTIVE",
      expect.stringMatching(/^ {4}tasks: /),
      "  mirror topics on dr: 1 ACTIVE",
      "    orders  ACTIVE  lag 0 at most, 0 in all",
      "  consumer offsets: not copied",
      "",
      "Ready.",
    ]);
  });

  it("also with a lag, unless --drained asks for none", async () => {
    const out = await deployed();
    world.produce("primary", "orders", 7);
    const { text, exitCode } = await world.run(out, ["status"]);
    expect(text).toMatch(/\n {4}orders {2}ACTIVE {2}lag \d at most, 7 in all\n/);
    expect(exitCode).toBe(0);
    const gate = await world.run(out, ["status", "--drained"]);
    expect(gate.exitCode).toBe(1);
    expect(gate.text).toContain("\n  NOT READY  orders: 7 records behind\n");
    expect((await world.run(out, ["status", "--drained", "--leg", "jump-to-dr"])).exitCode).toBe(0);
    world.pass(30);
    expect(await world.run(out, ["status", "--drained"])).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/\n\nDrained\.$/),
    });
  });

  it("and the offsets of the last commits arrive after two intervals of each leg", async () => {
    await world.createLinks({ "primary-to-jump": SYNC, "jump-to-dr": SYNC });
    await world.mirrored("orders");
    world.pass(30);
    const out = world.synth({ consumerOffsetSync: { groups: [GroupFilter.all()], intervalMs: 45_000 } });
    const both = await world.run(out, ["status", "--drained"]);
    expect(both.text).toContain(
      "  consumer offsets: copied every 45 s; complete 1 min 30 s (two intervals) after the last commit",
    );
    expect(both.text).toMatch(
      /\n\nDrained\. 3 min, two offset-sync intervals of each leg, have to pass before a switch\.$/,
    );
    const one = await world.run(out, ["status", "--drained", "--leg", "primary-to-jump"]);
    expect(one.text).toMatch(/\n\nDrained\. 1 min 30 s, two offset-sync intervals, have to pass before a switch\.$/);
    expect(one.exitCode).toBe(0);
  });

  it("also after a failover, which is said", async () => {
    const out = await deployed();
    await world.post("dr", "/links/jump-to-dr/mirrors:failover", { mirror_topic_names: ["orders"] });
    world.pass(30);
    world.produce("primary", "orders", 3);
    const { text, exitCode } = await world.run(out, ["status", "--leg", "jump-to-dr", "--drained"]);
    expect(text).toContain(
      "\n    orders  STOPPED\n    1 of 1 STOPPED: writable after a promotion or failover, and mirrored no more\n",
    );
    expect(exitCode).toBe(0);
  });

  it("with mirror topics that a filter created, which are told apart", async () => {
    await world.createLinks();
    await world.mirrored("orders");
    await world.mirrored("mirror_me.a");
    world.pass(30);
    const out = world.synth({ autoCreate: [TopicFilter.includePrefix("mirror_me")] });
    const { text, exitCode } = await world.run(out, ["status", "--leg", "jump-to-dr"]);
    expect(text).toContain("\n    mirror_me.a  ACTIVE  lag 0 at most, 0 in all  not named by the app\n");
    expect(text).toContain("\n    orders       ACTIVE  lag 0 at most, 0 in all\n");
    expect(exitCode).toBe(0);
  });
});

describe("something is not ready", () => {
  it("a mirror topic that the app names is not there", async () => {
    const out = await deployed();
    const other = world.synth({ topics: ["orders", "bills"] });
    expect((await world.run(out, ["status"])).exitCode).toBe(0);
    const { text, exitCode } = await world.run(other, ["status"]);
    expect(text.match(/NOT READY {2}bills: there is no such mirror topic/g)).toHaveLength(2);
    expect(text).toMatch(/\n\nNot ready, for 2 reasons\.$/);
    expect(exitCode).toBe(1);
  });

  it("a mirror topic that is PAUSED", async () => {
    const out = await deployed();
    await world.post("jump", "/links/primary-to-jump/mirrors:pause", { mirror_topic_names: ["orders"] });
    const { text, exitCode } = await world.run(out, ["status"]);
    expect(text).toContain("\n  NOT READY  orders: PAUSED\n");
    expect(text).toMatch(/\n\nNot ready, for 1 reason\.$/);
    expect(exitCode).toBe(1);
  });

  it("a task in error", async () => {
    await world.createLinks({ "jump-to-dr": { "consumer.offset.sync.enable": "true" } });
    await world.mirrored("orders");
    await world.post("dr", "/links/jump-to-dr/configs:alter", {
      data: [{ name: "auto.create.mirror.topics.enable", value: "true" }],
    });
    world.pass(30);
    const { text, exitCode } = await world.run(world.synth(), ["status"]);
    expect(text).toMatch(/\n {2}NOT READY {2}link on dr: task AutoCreateMirror IN_ERROR: \S/);
    expect(exitCode).toBe(1);
  });

  it("a half that is not there, with the other one not getting through", async () => {
    await world.createReceivingHalf();
    world.pass(400);
    const { text, exitCode } = await world.run(world.synth(), ["status", "--leg", "primary-to-jump"]);
    expect(text).toMatch(/\n {2}dialling half on primary \(lkc-primary\): absent\n/);
    expect(text).toMatch(/\n {2}NOT READY {2}dialling half on primary: there is none \(HTTP 404: \S.*\)\n/);
    expect(text).toMatch(/\n {2}NOT READY {2}receiving half on jump: (UNAVAILABLE|FAILED|UNKNOWN)/);
    expect(exitCode).toBe(1);
  });

  it("a key that was revoked", async () => {
    const out = await deployed();
    world.emulator.faults.revokeKey(world.jumpDial.key);
    world.pass(600);
    const { text, exitCode } = await world.run(out, ["status", "--leg", "primary-to-jump"]);
    expect(text).toMatch(/NOT READY {2}dialling half on primary: .*AUTHENTICATION_ERROR/);
    expect(text).toContain("NOT READY  orders: SOURCE_UNAVAILABLE");
    expect(exitCode).toBe(1);
  });
});

describe("a cluster that does not tell", () => {
  it.each(["refused", "hanging"] as const)("is in nobody's way: PRIMARY is %s", async (how) => {
    const out = await deployed();
    await world.emulator.faults.cluster("lkc-primary", how);
    const before = performance.now();
    const { text, exitCode } = await world.run(out, ["status", "--timeout", "0.4"]);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(text).toMatch(
      /UNKNOWN {4}dialling half on primary: unreachable: (cannot be reached \(ECONNREFUSED\)|no answer within 0\.4 s)\n/,
    );
    expect(text).toContain("\n  receiving half on jump (lkc-jump): ACTIVE\n");
    expect(text).toContain("\n  link on dr (lkc-dr): ACTIVE\n");
    expect(text).toMatch(/\n\nNothing wrong was found, but not everything could be asked, for 1 reason\.$/);
    expect(exitCode).toBe(2);
    expect((await world.run(out, ["status", "--leg", "jump-to-dr"])).exitCode).toBe(0);
  });

  it("hides nothing that is known not to be ready", async () => {
    const out = await deployed(["orders"]);
    await world.post("dr", "/links/jump-to-dr/mirrors:pause", { mirror_topic_names: ["orders"] });
    await world.emulator.faults.cluster("lkc-primary", "refused");
    expect((await world.run(out, ["status"])).exitCode).toBe(1);
  });

  it("has no key here", async () => {
    const out = await deployed();
    const { text, exitCode } = await world.run(out, ["status"], {
      TF_VAR_primary_api_key: undefined,
      TF_VAR_primary_api_secret: "",
    });
    expect(text).toContain(
      "UNKNOWN    dialling half on primary: not asked: no key: set TF_VAR_primary_api_key and TF_VAR_primary_api_secret, " +
        "or CLUSTER_LINKING_PRIMARY_API_KEY and CLUSTER_LINKING_PRIMARY_API_SECRET",
    );
    expect(exitCode).toBe(2);
    const half = await world.run(out, ["status"], { TF_VAR_primary_api_secret: undefined });
    expect(half.text).toContain("not asked: TF_VAR_primary_api_key is set, and TF_VAR_primary_api_secret is not");
  });

  it("refuses the key", async () => {
    const out = await deployed();
    const { text, exitCode } = await world.run(out, ["status"], { TF_VAR_primary_api_secret: "wrong-secret" });
    expect(text).toMatch(/UNKNOWN {4}dialling half on primary: refused: HTTP 401/);
    expect(text).not.toContain("wrong-secret");
    expect(exitCode).toBe(2);
  });
});

describe("keys and addresses", () => {
  it("are taken from variables of the command line before those of Terraform", async () => {
    const out = await deployed();
    const { key, secret } = world.keys.primary;
    const own = { CLUSTER_LINKING_PRIMARY_API_KEY: key, CLUSTER_LINKING_PRIMARY_API_SECRET: secret };
    expect((await world.run(out, ["status"], { ...own, TF_VAR_primary_api_key: "revoked" })).exitCode).toBe(0);
    const wrong = { ...own, CLUSTER_LINKING_PRIMARY_REST_ENDPOINT: "ftp://nowhere" };
    const { text } = await world.run(out, ["status"], wrong);
    expect(text).toContain(
      "not asked: its REST endpoint is no URL with https: look at CLUSTER_LINKING_PRIMARY_REST_ENDPOINT",
    );
  });

  it("may be given where only Terraform knows them", async () => {
    const out = await deployed();
    const document = JSON.parse(world.document(out));
    document.clusters[2] = { ...document.clusters[2], id: null, restEndpoint: null };
    const folder = world.folderWith(document);
    const first = await world.run(folder, ["status", "--leg", "jump-to-dr"]);
    expect(first.text).toContain("not asked: its id is known to Terraform only: set CLUSTER_LINKING_DR_ID");
    const id = { CLUSTER_LINKING_DR_ID: "lkc-dr" };
    const second = await world.run(folder, ["status", "--leg", "jump-to-dr"], id);
    expect(second.text).toContain(
      "not asked: its REST endpoint is not in the app's output: set CLUSTER_LINKING_DR_REST_ENDPOINT",
    );
    const endpoint = { CLUSTER_LINKING_DR_REST_ENDPOINT: `${world.emulator.restUrl("lkc-dr")}/` };
    expect((await world.run(folder, ["status", "--leg", "jump-to-dr"], { ...id, ...endpoint })).exitCode).toBe(0);
  });

  it("are those that the stack uses, whatever its variables are called", async () => {
    const out = await deployed();
    const renamed = world.folderWith(JSON.parse(world.document(out)), (file, content) =>
      file === "jump-to-dr" ? content.replaceAll("dr_api_", "third_") : content,
    );
    const { key, secret } = world.keys.dr;
    const { text } = await world.run(renamed, ["status", "--leg", "jump-to-dr"], {
      TF_VAR_dr_api_key: undefined,
      TF_VAR_dr_api_secret: undefined,
    });
    expect(text).toContain("not asked: no key: set TF_VAR_third_key and TF_VAR_third_secret, or TF_VAR_dr_api_key and");
    const given = { TF_VAR_dr_api_key: "", TF_VAR_third_key: key, TF_VAR_third_secret: secret };
    expect((await world.run(renamed, ["status", "--leg", "jump-to-dr"], given)).exitCode).toBe(0);
  });
});

describe("other shapes", () => {
  it("a bidirectional link has a half on each cluster, and mirror topics on both", async () => {
    const { outdir } = synthToJson((app) => {
      const stack = stackWithProvider(app, "both");
      const end = (name: "jump" | "dr") => ({
        cluster: world.clusters[name],
        credentials: ApiKey.fromVariables(stack, name),
      });
      const link = new BidirectionalLink(stack, "link", {
        linkName: "two-ways",
        outbound: end("dr"),
        inbound: end("jump"),
      });
      new MirrorSet(stack, "to-dr", { link: link.into(world.clusters.dr), topics: ["orders"] });
    });
    const { text, exitCode } = await world.run(outdir, ["status", "--json"]);
    expect(exitCode).toBe(1);
    const halves = JSON.parse(text).legs.map((leg: Json) => leg.halves);
    expect(halves).toMatchObject([
      [
        { role: "half", cluster: "jump", answer: "absent" },
        { role: "half", cluster: "dr", answer: "absent" },
      ],
      [
        { role: "half", cluster: "dr", answer: "absent" },
        { role: "half", cluster: "jump", answer: "absent" },
      ],
    ]);
  });

  it("a mirror topic whose name only Terraform knows is found by its source", async () => {
    const out = await deployed();
    const document = JSON.parse(world.document(out));
    for (const leg of document.legs) {
      leg.sets[0].mirrors.push({ topic: "late", mirrorTopic: null, address: null });
      leg.sets[0].mirrors[0].mirrorTopic = null;
      leg.consumerOffsetSync = { enabled: null, intervalMs: null, filters: [] };
    }
    const { text, exitCode } = await world.run(world.folderWith(document), ["status", "--leg", "jump-to-dr"]);
    expect(text).toContain("\n    orders  ACTIVE  lag 0 at most, 0 in all\n");
    expect(text).toContain("\n  consumer offsets: copied at an interval that is known to Terraform only\n");
    expect(text).toContain("\n  NOT READY  late: there is no such mirror topic\n");
    expect(exitCode).toBe(1);
    for (const leg of document.legs) leg.sets[0].mirrors.pop();
    const drained = await world.run(world.folderWith(document), ["status", "--drained"]);
    expect(drained.text).toMatch(/\n\nDrained\. Two offset-sync intervals of each leg have to pass before a switch\.$/);
  });

  it("a link whose name only Terraform knows is not asked for", async () => {
    const document = JSON.parse(world.document(await deployed()));
    document.legs[1].linkName = null;
    const { text, exitCode } = await world.run(world.folderWith(document), ["status", "--leg", "jump-to-dr"]);
    expect(text).toContain("Leg jump-to-dr/link: jump -> dr, link (a name known to Terraform only)");
    expect(text).toContain("UNKNOWN    link on dr: not asked: the link's name is known to Terraform only");
    expect(exitCode).toBe(2);
  });

  it("mirror topics that are not told are no second reason, unless the link is", async () => {
    const out = await deployed();
    world.emulator.faults.request({ on: "lkc-dr", path: "/mirrors", status: 500, message: "later" });
    const { text, exitCode } = await world.run(out, ["status", "--leg", "jump-to-dr"]);
    expect(text).toMatch(/\n {2}UNKNOWN {4}mirror topics on dr: HTTP 500: .*later\n/);
    expect(exitCode).toBe(2);
  });

  it("a lag that is not told is none that is known to be 0", () => {
    const answers = {
      halves: [],
      mirrors: [
        { mirror_topic_name: "orders", source_topic_name: "orders", mirror_status: "ACTIVE", mirror_lags: null },
      ],
    };
    const document = parseDocument(world.document(world.synth()));
    const judged = judgeLeg(document, document.legs[1]!, answers, { drained: true });
    expect(judged.notReady).toEqual(["orders: its lag is not told"]);
    expect(judgeLeg(document, document.legs[1]!, answers, { drained: false }).notReady).toEqual([]);
  });
});

describe("--leg", () => {
  it.each([["jump-to-dr"], ["jump-to-dr/link"]])("takes a link, stack or path: %s", async (leg) => {
    const out = await deployed();
    const requests = await world.requestsOf(async () => {
      expect(legs(await world.run(out, ["status", "--json", "--leg", leg]))).toHaveLength(1);
    });
    expect(new Set(requests.map((line) => line.split(" ")[0]))).toEqual(new Set(["lkc-dr"]));
  });

  it("may be given twice, and is refused for what is none", async () => {
    const out = await deployed();
    const twice = await world.run(out, ["status", "--json", "--leg", "jump-to-dr", "--leg", "primary-to-jump"]);
    expect(legs(twice).map(({ path }: Json) => path)).toEqual(["primary-to-jump/link", "jump-to-dr/link"]);
    const { text, exitCode } = await world.run(out, ["status", "--leg", "x"]);
    expect(text).toMatch(/^There is no leg "x"\. There is: primary-to-jump, jump-to-dr\.\n\nUsage: /);
    expect(exitCode).toBe(2);
  });
});

describe("misuse", () => {
  it.each([
    ["a word too many", ["orders"], '"orders" is too much.'],
    ["a time that is none", ["--timeout", "soon"], '--timeout takes a number of seconds, and "soon" is none.'],
    ["no time", ["--timeout", "0"], "--timeout takes a number of seconds"],
    ["an unknown option", ["--watch"], "--watch"],
  ])("is exit code 2: %s", async (_, args, problem) => {
    const { text, ...rest } = await run(["status", ...args], {});
    expect(rest).toEqual({ exitCode: 2, failed: true });
    expect(text).toContain(problem);
    expect(text).toContain("\n\nUsage: cluster-linking status");
  });

  it("is an app without links", async () => {
    const empty = { version: 1, stacks: [], clusters: [], legs: [], chains: [], reach: [], acknowledged: [] };
    expect(await world.run(world.folderWith(empty), ["status"])).toEqual({
      text: "There is no link.",
      failed: true,
      exitCode: 2,
    });
  });
});

describe("--json", () => {
  it("tells all of it, and no secret", async () => {
    const out = await deployed();
    world.produce("primary", "orders", 4);
    const { text, exitCode } = await world.run(out, ["status", "--json", "--drained"]);
    const answer = JSON.parse(text);
    expect(exitCode).toBe(1);
    expect(answer).toMatchObject({ version: 1, ready: false, drained: true });
    expect(answer.legs[0]).toMatchObject({
      path: "primary-to-jump/link",
      link: "primary-to-jump",
      source: "primary",
      destination: "jump",
      ready: false,
      halves: [
        { role: "receiving half", clusterId: "lkc-jump", answer: "answered", state: "ACTIVE" },
        { role: "dialling half", clusterId: "lkc-primary", answer: "answered", state: "ACTIVE" },
      ],
      mirrors: [{ topic: "orders", source: "orders", status: "ACTIVE", explicit: true, lag: { total: 4 } }],
      offsetSync: { enabled: false, waitMs: 0 },
      notReady: ["orders: 4 records behind"],
      unknown: [],
    });
    expect(answer.legs[1]).toMatchObject({ ready: true, notReady: [] });
    for (const { secret } of Object.values(world.keys)) expect(text).not.toContain(secret);
  });
});
