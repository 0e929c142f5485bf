import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../lib/cli/run";
import type { Result } from "../../lib/cli/command";
import { TopicFilter } from "../../lib/model/filters";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { ApiKey } from "../../lib/kafka/api-key";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { deleteTopic } from "../../lib/rehearsal/cloud/topics";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { stackWithProvider } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";
import { World } from "./world";

let world: World;
beforeEach(async () => {
  world = await World.start();
  await world.createLinks();
});
afterEach(async () => world.stop());

/** Mirror topics that are ACTIVE, and the app's folder. One is created by a filter as far as the app knows. */
async function deployed(topics = ["bills", "orders"]): Promise<string> {
  for (const topic of [...topics, "mirror_me.a"]) await world.mirrored(topic);
  world.pass(30);
  return world.synth({ topics, autoCreate: [TopicFilter.includePrefix("mirror_me")] });
}

const failover = async (out: string, ...args: string[]): Promise<Result> =>
  world.run(out, ["failover", "--stack", "jump-to-dr", ...args], {}, world.surroundings);

const statuses = (...topics: string[]): (string | undefined)[] =>
  topics.map((topic) => world.mirrorOf("dr", topic)?.status);

const posts = (requests: readonly string[]): string[] => requests.filter((line) => line.includes(" POST "));

describe("a dry run", () => {
  it("is what happens without --yes: the API is asked, and nothing is changed", async () => {
    const out = await deployed();
    let result: Result | undefined;
    const requests = await world.requestsOf(async () => (result = await failover(out, "--failover")));
    expect(result).toMatchObject({ exitCode: 0, failed: false });
    const url = `${world.emulator.restUrl("lkc-dr")}/kafka/v3/clusters/lkc-dr/links/jump-to-dr/mirrors:failover`;
    expect(result?.text.split("\n")).toEqual([
      "Dry run: nothing is changed. failover makes each mirror topic writable at once; what has not been copied is lost. It cannot be undone.",
      "",
      "Link jump-to-dr on dr",
      `  POST ${url}, 3 in mirror_topic_names`,
      "    bills        would be stopped (ACTIVE)",
      "    orders       would be stopped (ACTIVE)",
      "    mirror_me.a  would be stopped (ACTIVE)",
      "",
      "Add --yes to do it.",
    ]);
    expect(requests).toEqual([
      "lkc-dr GET /kafka/v3/clusters/lkc-dr/links/jump-to-dr/mirrors",
      "lkc-dr POST /kafka/v3/clusters/lkc-dr/links/jump-to-dr/mirrors:failover?validate_only=true",
    ]);
    world.pass(60);
    expect(statuses("bills", "orders", "mirror_me.a")).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
  });

  it("tells what would be lost, and what would be refused", async () => {
    const out = await deployed();
    world.produce("jump", "orders", 0);
    world.produce("primary", "orders", 4);
    world.pass(1);
    await world.emulator.faults.cluster("lkc-jump", "refused");
    world.pass(600);
    const promotion = await failover(out, "--promote");
    expect(promotion.text).toContain("    orders       refused (SOURCE_UNAVAILABLE)");
    expect(promotion.text).toContain("promote is not possible for a mirror topic that is SOURCE_UNAVAILABLE");
    expect(promotion.text).toMatch(
      /\n\n3 of 3 would not be stopped\. It waits for this last link alone: see that the legs before are drained \(status --drained\)\. Add --yes to do it\.$/,
    );
    expect(promotion.exitCode).toBe(1);
    expect((await failover(out, "--failover")).exitCode).toBe(0);
  });

  it("ends when the cluster cannot check the call", async () => {
    const out = await deployed();
    world.emulator.faults.request({
      on: "lkc-dr",
      method: "POST",
      path: "mirrors:failover",
      status: 503,
      message: "later",
    });
    const { text, ...rest } = await failover(out, "--failover");
    expect(rest).toEqual({ exitCode: 2, failed: true });
    expect(text).toMatch(/^dr did not check the call: HTTP 503: .*later/);
    world.emulator.faults.request({
      on: "lkc-dr",
      method: "POST",
      path: "mirrors:failover",
      status: 403,
      message: "no right",
    });
    const forbidden = await failover(out, "--failover");
    expect(forbidden.exitCode).toBe(1);
    expect(forbidden.text.match(/refused \(ACTIVE\): HTTP 403: .*no right/g)).toHaveLength(3);
  });
});

describe("with --yes", () => {
  it("every mirror topic is failed over by one call to DR alone, explicit and auto-created, with PRIMARY and JUMP lost", async () => {
    const out = await deployed();
    world.produce("primary", "orders", 3);
    await world.emulator.faults.cluster("lkc-primary", "refused");
    await world.emulator.faults.cluster("lkc-jump", "refused");
    world.pass(600);
    expect(statuses("orders")).toEqual(["SOURCE_UNAVAILABLE"]);
    let result: Result | undefined;
    const requests = await world.requestsOf(async () => (result = await failover(out, "--failover", "--yes")));
    expect(posts(requests)).toEqual(["lkc-dr POST /kafka/v3/clusters/lkc-dr/links/jump-to-dr/mirrors:failover"]);
    expect(new Set(requests.map((line) => line.split(" ")[0]))).toEqual(new Set(["lkc-dr"]));
    expect(statuses("bills", "orders", "mirror_me.a")).toEqual(["STOPPED", "STOPPED", "STOPPED"]);
    expect(result?.text).toMatch(
      /\n\nAll 3 mirror topics are STOPPED\. A plan of the stack jump-to-dr destroys and reverts nothing now\.$/,
    );
    expect(result?.exitCode).toBe(0);
  });

  it("a promotion waits until nothing is missing on DR, and tells how far it is", async () => {
    const out = await deployed();
    world.produce("primary", "orders", 5);
    const told: string[] = [];
    const surroundings = { ...world.surroundings, progress: (line: string) => told.push(line) };
    const args = ["failover", "--stack", "jump-to-dr", "--promote", "--yes"];
    const { exitCode } = await world.run(out, args, {}, surroundings);
    expect(exitCode).toBe(0);
    expect(told.at(-1)).toBe("jump-to-dr: 3 of 3 STOPPED");
    expect(world.state("dr").topics.get("orders")?.partitions[0]).toHaveLength(5);
  });

  it("stopped topics stay as they are, and nothing is called for", async () => {
    const out = await deployed();
    await failover(out, "--failover", "--yes");
    let result: Result | undefined;
    const requests = await world.requestsOf(async () => (result = await failover(out, "--failover", "--yes")));
    expect(posts(requests)).toEqual([]);
    expect(result?.exitCode).toBe(0);
    expect(result?.text).toContain("\n  nothing to call for\n    bills        STOPPED already\n");
  });

  it("only the topics of --topics", async () => {
    const out = await deployed();
    const { text, exitCode } = await failover(out, "--failover", "--yes", "--topics", "orders, mirror_me.a");
    expect(statuses("bills", "orders", "mirror_me.a")).toEqual(["ACTIVE", "STOPPED", "STOPPED"]);
    expect(text).not.toContain("bills");
    expect(exitCode).toBe(0);
  });

  it("nothing happens when one of --topics is no mirror topic", async () => {
    const out = await deployed();
    let result: Result | undefined;
    const requests = await world.requestsOf(
      async () => (result = await failover(out, "--failover", "--yes", "--topics", "orders,invoices")),
    );
    expect(posts(requests)).toEqual([]);
    expect(result).toMatchObject({ exitCode: 2, failed: true });
    expect(result?.text).toMatch(
      /^Nothing was done: no mirror topic of jump-to-dr on dr: invoices\. Names are those on the destination\.\n\nUsage/,
    );
    expect(statuses("orders")).toEqual(["ACTIVE"]);
  });

  it("a topic that the app names and DR does not have is told", async () => {
    await deployed();
    const out = world.synth({ topics: ["orders", "late"], autoCreate: [TopicFilter.includePrefix("mirror_me")] });
    const { text, exitCode } = await failover(out, "--failover", "--yes");
    expect(text).toMatch(/\n {4}late +missing: there is no such mirror topic\n/);
    expect(text).toMatch(/\n\n1 of 4 mirror topics are not STOPPED\.$/);
    expect(statuses("orders", "bills")).toEqual(["STOPPED", "STOPPED"]);
    expect(exitCode).toBe(1);
  });

  it("a link without mirror topics is no success", async () => {
    const out = world.synth({ topics: undefined, autoCreate: [TopicFilter.all()] });
    const { text, exitCode } = await failover(out, "--failover", "--yes");
    expect(text).toMatch(/\n\nThere is no mirror topic\.$/);
    expect(exitCode).toBe(1);
  });
});

describe("what the API answers", () => {
  it("is told for each topic that it refuses, and the others are done", async () => {
    const out = await deployed();
    deleteTopic(world.emulator.cloud, "lkc-jump", "orders");
    world.pass(600);
    expect(statuses("orders")).toEqual(["FAILED"]);
    const { text, exitCode } = await failover(out, "--promote", "--yes");
    expect(text).toMatch(
      /\n {4}orders +refused \(FAILED\)(, \d+ records behind before)?: promote is not possible for a mirror topic that is FAILED\., code 40002\n/,
    );
    expect(statuses("bills", "orders")).toEqual(["STOPPED", "FAILED"]);
    expect(text).toMatch(/\n\n1 of 3 mirror topics are not STOPPED\.$/);
    expect(exitCode).toBe(1);
    expect((await failover(out, "--failover", "--yes")).exitCode).toBe(0);
  });

  it("may be lost after the work was done: then the mirror topics tell", async () => {
    const out = await deployed();
    world.emulator.faults.request({ on: "lkc-dr", method: "POST", path: "mirrors:failover", cut: true });
    let result: Result | undefined;
    const requests = await world.requestsOf(async () => (result = await failover(out, "--failover", "--yes")));
    expect(posts(requests)).toHaveLength(1);
    expect(result?.exitCode).toBe(0);
    expect(result?.text).toMatch(
      /\n {2}no answer to a call \(cannot be reached \(.+\)\): what became of it was read from the mirror topics\n/,
    );
  });

  it("may be an error before the work was done: then the call is made again", async () => {
    const out = await deployed();
    world.emulator.faults.request({ on: "lkc-dr", method: "POST", path: "mirrors:failover", status: 503 });
    let result: Result | undefined;
    const requests = await world.requestsOf(async () => (result = await failover(out, "--failover", "--yes")));
    expect(posts(requests)).toHaveLength(2);
    expect(result?.exitCode).toBe(0);
    expect(statuses("bills", "orders", "mirror_me.a")).toEqual(["STOPPED", "STOPPED", "STOPPED"]);
  });

  it("may be a refusal of everything", async () => {
    const out = await deployed();
    world.emulator.faults.request({
      on: "lkc-dr",
      method: "POST",
      path: "mirrors:failover",
      status: 403,
      message: "no right",
    });
    const { text, exitCode } = await failover(out, "--failover", "--yes");
    expect(text.match(/refused \(ACTIVE\): HTTP 403: .*no right/g)).toHaveLength(3);
    expect(exitCode).toBe(1);
  });

  it("may be an error on looking, which ends nothing", async () => {
    const out = await deployed();
    world.emulator.faults.request({ on: "lkc-dr", method: "GET", path: "/mirrors", nth: 2, times: 2, status: 500 });
    expect((await failover(out, "--failover", "--yes")).exitCode).toBe(0);
  });

  it("is waited for only so long", async () => {
    const out = await deployed();
    world.produce("primary", "orders", 1);
    world.pass(30);
    const orders = world.mirrorOf("dr", "orders");
    const surroundings = {
      ...world.surroundings,
      sleep: async (milliseconds: number) => {
        await world.surroundings.sleep(milliseconds);
        if (orders) orders.status = "PENDING_STOPPED";
      },
    };
    const args = ["failover", "--stack", "jump-to-dr", "--promote", "--yes", "--wait", "21"];
    const before = world.emulator.clock.now;
    const { text, exitCode } = await world.run(out, args, {}, surroundings);
    expect(world.emulator.clock.now - before).toBe(21_000);
    expect(text).toMatch(/\n {4}orders +not STOPPED \(PENDING_STOPPED\)\n/);
    expect(text).toContain("\n  1 not STOPPED after 21 s\n");
    expect(exitCode).toBe(1);
  });
});

describe("a stack", () => {
  it("whose cluster feeds another link is refused, unless it is to take over", async () => {
    const out = await deployed();
    const args = ["failover", "--stack", "primary-to-jump", "--failover", "--yes"];
    const { text, exitCode } = await world.run(out, args, {}, world.surroundings);
    expect(text).toMatch(/^Refused: primary-to-jump ends on jump, which feeds jump-to-dr\. .* add --intermediate\.$/);
    expect(exitCode).toBe(2);
    expect(world.mirrorOf("jump", "orders")?.status).toBe("ACTIVE");
    expect((await world.run(out, [...args, "--intermediate"], {}, world.surroundings)).exitCode).toBe(0);
    expect(world.mirrorOf("jump", "orders")?.status).toBe("STOPPED");
  });

  it("has to be there, and a leg of it too", async () => {
    const out = await deployed();
    const missing = await world.run(out, ["failover", "--stack", "x", "--failover"]);
    expect(missing.text).toMatch(/^There is no stack "x" with a link\. There is: primary-to-jump, jump-to-dr\./);
    expect(missing.exitCode).toBe(2);
    const leg = await failover(out, "--failover", "--leg", "primary-to-jump");
    expect(leg.text).toMatch(/^The stack jump-to-dr has no leg "primary-to-jump"\. It has: jump-to-dr\./);
    expect((await failover(out, "--failover", "--leg", "jump-to-dr")).exitCode).toBe(0);
  });

  it("that ends on two clusters needs a leg", async () => {
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
      new MirrorSet(stack, "to-jump", { link: link.into(world.clusters.jump), topics: ["bills"] });
    });
    const { text, exitCode } = await world.run(outdir, ["failover", "--stack", "both", "--failover"]);
    expect(text).toMatch(/^The stack both ends on (jump and dr|dr and jump): name one with --leg/);
    expect(exitCode).toBe(2);
    const one = await world.run(outdir, ["failover", "--stack", "both", "--failover", "--leg", "both/link/outbound"]);
    expect(one.text).toMatch(/^The mirror topics of two-ways on dr cannot be listed: HTTP 404/);
  });
});

describe("a chain of bidirectional links", () => {
  const synthesised = (): string =>
    synthToJson((app) => {
      PrivatePublicPrivate.bidirectional({
        ...world.clusters,
        primaryToJump: stackWithProvider(app, "primary-to-jump"),
        jumpToDr: stackWithProvider(app, "jump-to-dr"),
        topics: ["orders"],
      });
    }).outdir;

  it("fails over at its end, and in between only when that is asked for", async () => {
    const out = synthesised();
    const last = await world.run(out, ["failover", "--stack", "jump-to-dr", "--failover"]);
    expect(last.text).toMatch(/jump-to-dr on dr/);
    const between = await world.run(out, ["failover", "--stack", "primary-to-jump", "--failover"]);
    expect(between.text).toMatch(/^Refused: primary-to-jump ends on jump, which feeds jump-to-dr\./);
    expect(between.exitCode).toBe(2);
  });

  it("means the direction that waits to be used only by its path", async () => {
    const args = ["failover", "--stack", "primary-to-jump", "--failover", "--leg"];
    const named = await world.run(synthesised(), [...args, "primary-to-jump"]);
    expect(named.text).toMatch(/^Refused: primary-to-jump ends on jump/);
    const path = await world.run(synthesised(), [...args, "primary-to-jump/link/outbound"]);
    expect(path.text).toMatch(/primary-to-jump on primary/);
  });
});

describe("misuse", () => {
  it.each([
    ["neither verb", ["--stack", "jump-to-dr"], "Either --promote or --failover is needed."],
    ["both verbs", ["--stack", "jump-to-dr", "--promote", "--failover"], "Either --promote or --failover is needed."],
    ["no stack", ["--promote"], "--stack is missing."],
    ["an empty topic", ["--stack", "jump-to-dr", "--promote", "--topics", "orders,"], "--topics has an empty name."],
    ["no topic", ["--stack", "jump-to-dr", "--promote", "--topics", ""], "--topics has an empty name."],
    ["a word too many", ["--stack", "jump-to-dr", "--promote", "orders"], '"orders" is too much.'],
  ])("is exit code 2: %s", async (_, args, problem) => {
    const { text, ...rest } = await run(["failover", ...args], {});
    expect(rest).toEqual({ exitCode: 2, failed: true });
    expect(text.startsWith(`${problem}\n\nUsage: cluster-linking failover`)).toBe(true);
  });

  it("is a cluster without a key or name of a link", async () => {
    const out = await deployed();
    const noKey = await world.run(out, ["failover", "--stack", "jump-to-dr", "--failover"], { TF_VAR_dr_api_key: "" });
    expect(noKey).toMatchObject({ exitCode: 2, failed: true });
    expect(noKey.text).toBe("dr cannot be asked: TF_VAR_dr_api_secret is set, and TF_VAR_dr_api_key is not.");
    const document = JSON.parse(world.document(out));
    document.legs[1].linkName = null;
    const folder = world.folderWith(document);
    expect((await failover(folder, "--failover")).text).toBe(
      "The name of the link of jump-to-dr/link is known to Terraform only.",
    );
  });

  it("is a DR that cannot be reached", async () => {
    const out = await deployed();
    await world.emulator.faults.cluster("lkc-dr", "refused");
    const { text, ...rest } = await failover(out, "--failover", "--yes");
    expect(rest).toEqual({ exitCode: 2, failed: true });
    expect(text).toBe("The mirror topics of jump-to-dr on dr cannot be listed: cannot be reached (ECONNREFUSED).");
  });
});

describe("--json", () => {
  it("tells all of it, and no secret", async () => {
    const out = await deployed();
    const { text } = await failover(out, "--failover", "--yes", "--json", "--topics", "orders");
    const answer: Json = JSON.parse(text);
    expect(answer).toMatchObject({
      version: 1,
      verb: "failover",
      dry: false,
      stack: "jump-to-dr",
      ok: true,
      links: [
        {
          link: "jump-to-dr",
          cluster: "dr",
          topics: [{ topic: "orders", outcome: "STOPPED", status: "STOPPED" }],
          remarks: [],
        },
      ],
    });
    expect(text).not.toContain(world.keys.dr.secret);
  });
});
