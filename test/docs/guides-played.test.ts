import { readdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithTerraform } from "../e2e/support";
import { codeBlocks } from "../house/markdown";
import { readText } from "../house/repository";
import { decisionsOn, PLAYED } from "./decisions";
import { DR, Play, PRIMARY, type PlayedLine } from "./play";
import { shellBlocks } from "./shell-lines";

const MINUTE = 60_000;

const pageOf = (guide: string): string => `docs/guides/${guide}.md`;
const [mainTs, cdktfJson] = ["ts", "json"].map((language) =>
  String(codeBlocks(readText(pageOf("existing-clusters")), language)[0]),
);
const [failbackTs] = codeBlocks(readText(pageOf("failback")), "ts");

// One project and one cloud: what a guide leaves behind is what the next one begins with.
describeWithTerraform("the guides, played line by line", () => {
  let play: Play;
  const guides: string[] = [];

  beforeAll(async () => {
    play = await Play.start({
      "main.ts": String(mainTs),
      "cdktf.json": String(cdktfJson),
      "failback/main.ts": String(failbackTs),
      "failback/cdktf.json": String(cdktfJson),
    });
  });
  afterAll(async () => play.stop());

  /** Plays the blocks of a guide, without the lines that are decided on. `before` is done before the line. */
  async function playGuide(guide: string, before: Readonly<Record<string, () => unknown>> = {}): Promise<PlayedLine[]> {
    guides.push(guide);
    const played: PlayedLine[] = [];
    const waiting = new Map(Object.entries(before));
    const beforeLine = async (line: string): Promise<void> => {
      await waiting.get(line)?.();
      waiting.delete(line);
    };
    for (const lines of shellBlocks(readText(pageOf(guide)))) {
      const own = lines.filter((line) => decisionsOn(pageOf(guide), line).length === 0);
      played.push(...(await play.block(own, beforeLine)));
    }
    expect([...waiting.keys()]).toEqual([]);
    return played;
  }

  /** What each line that begins so printed, as far as a reader is told to look at it. */
  const told = (played: readonly PlayedLine[], begins: string, look: RegExp): string[] =>
    played.filter(({ line }) => line.startsWith(begins)).map(({ printed }) => look.exec(printed)?.[0] ?? printed);
  const PLAN = /No changes|Plan: [^\n]*(?<!\.)/;

  const plansOf = (played: readonly PlayedLine[], stack: string): string[] =>
    told(played, `terraform -chdir=cdktf.out/stacks/${stack} plan`, PLAN);
  const statuses = async (cluster: string, link: string): Promise<Record<string, string>> => {
    const mirrors = await play.cloud.api(cluster).mirrors(link);
    return Object.fromEntries(mirrors.map((each) => [each.mirror_topic_name, each.mirror_status]).sort());
  };
  const arrives = async (from: string, to: string, value: string): Promise<void> => {
    await play.cloud.api(from).produce("orders", value);
    await play.cloud.wait(MINUTE);
    expect(play.cloud.consume(to, "orders")).toContain(value);
  };
  const editMain = (text: string, other: string): void => {
    const main = String(mainTs);
    expect(main).toContain(text);
    play.project.write("main.ts", main.replace(text, other));
  };

  it("existing-clusters", async () => {
    const played = await playGuide("existing-clusters", {
      "npx cluster-linking explain orders": async () => play.makeClusters(),
    });
    expect(plansOf(played, "primary-to-jump")).toEqual(["No changes"]);
    expect(plansOf(played, "jump-to-dr")).toEqual(["No changes"]);
    expect(told(played, "npx cdktf deploy primary-to-jump", /\d+ added/)).toEqual(["4 added"]);
    expect(told(played, "npx cdktf deploy jump-to-dr", /\d+ added/)).toEqual(["3 added"]);
    await arrives(PRIMARY, DR, "first");
  });

  it("adopt", async () => {
    const folder = play.project.folder;
    const states = readdirSync(folder).filter((name) => name.endsWith(".tfstate"));
    expect(states.sort()).toEqual(["terraform.jump-to-dr.tfstate", "terraform.primary-to-jump.tfstate"]);
    for (const name of states) rmSync(play.project.path(name));
    const { length } = play.cloud.emulator.requests;
    const played = await playGuide("adopt");
    const writes = play.cloud.emulator.requests.slice(length).filter(({ method }) => method !== "GET");
    expect(writes).toEqual([]);
    const imported = ["1 to import, 0 to add", "1 to import, 0 to add", "2 to import, 0 to add"];
    const runs = told(played, "sh adopt-", /\d+ to import, \d+ to add/);
    expect(runs).toEqual(["1 to import, 0 to add", ...imported, "1 to import, 0 to add", "2 to import, 0 to add"]);
    expect(plansOf(played, "primary-to-jump")).toEqual(["No changes"]);
    expect(plansOf(played, "jump-to-dr")).toEqual(["No changes"]);
  });

  it("rotate", async () => {
    const played = await playGuide("rotate", {
      // The rest of that block is a line of the Confluent CLI.
      "rm cdktf.out/stacks/primary-to-jump/rotate.tfplan": async () => arrives(PRIMARY, DR, "with new keys"),
    });
    const told401 = played.filter(({ line }) => line.includes('|| echo "expected, once"'));
    expect(told401.map(({ printed }) => printed.trim().split("\n").at(-1))).toEqual(["expected, once"]);
    expect(plansOf(played, "primary-to-jump")).toEqual([
      "Plan: 0 to add, 1 to change, 0 to destroy",
      "Plan: 0 to add, 3 to change, 0 to destroy",
      "Plan: 0 to add, 2 to change, 0 to destroy",
      "No changes",
      "No changes",
    ]);
  });

  it("failover", async () => {
    const played = await playGuide("failover", {
      "terraform -chdir=cdktf.out/stacks/jump-to-dr plan -input=false -var=failover=FAILED_OVER -var='failover_topics=[\"orders\"]' -out=fail-over.tfplan":
        async () => {
          await arrives(PRIMARY, DR, "last words");
          await play.cloud.emulator.faults.cluster(PRIMARY, "refused");
          await play.cloud.wait(10 * MINUTE);
        },
      "npx cluster-linking failover --stack jump-to-dr --failover": async () =>
        expect(await statuses(DR, "jump-to-dr")).toEqual({ orders: "STOPPED", payments: "ACTIVE" }),
      "npx cluster-linking failover --stack jump-to-dr --failover --yes": async () =>
        expect(await statuses(DR, "jump-to-dr")).toEqual({ orders: "STOPPED", payments: "ACTIVE" }),
      "npx cdktf synth": async () => {
        expect(await statuses(DR, "jump-to-dr")).toEqual({ orders: "STOPPED", payments: "STOPPED" });
        await play.cloud.api(DR).produce("orders", "on DR");
        editMain("  topics:", "  keepPromoted: true,\n  topics:");
      },
    });
    expect(plansOf(played, "jump-to-dr")).toEqual([
      "Plan: 0 to add, 1 to change, 0 to destroy",
      "No changes",
      "Plan: 2 to import, 0 to add, 0 to change, 0 to destroy",
      "No changes",
    ]);
  });

  it("failback", async () => {
    await play.cloud.emulator.faults.cluster(PRIMARY, "reachable");
    await play.cloud.wait(10 * MINUTE);
    editMain("  topics:", "  keepPromoted: true,\n  preventDestroy: false,\n  topics:");
    const played = await playGuide("failback", {
      "npx cluster-linking status --leg dr-to-jump --drained": async () => arrives(DR, PRIMARY, "before the switch"),
    });
    expect(plansOf(played, "jump-to-dr")).toEqual(["Plan: 0 to add, 0 to change, 1 to destroy"]);
    expect(plansOf(played, "primary-to-jump")).toEqual(["Plan: 0 to add, 0 to change, 4 to destroy"]);
    expect(plansOf(played, "dr-to-jump")).toEqual(["Plan: 4 to add, 0 to change, 0 to destroy"]);
    expect(plansOf(played, "jump-to-primary")).toEqual([
      "Plan: 3 to add, 0 to change, 0 to destroy",
      "Plan: 0 to add, 2 to change, 0 to destroy",
      "No changes",
    ]);
    expect(await statuses(PRIMARY, "jump-to-primary")).toEqual({ orders: "STOPPED", payments: "STOPPED" });
    const everything = ["first", "with new keys", "last words", "on DR", "before the switch"].sort();
    expect(play.cloud.consume(PRIMARY, "orders").sort()).toEqual(everything);
    expect(play.cloud.consume(DR, "orders").sort()).toEqual(everything);
  });

  it("are all that have no decisions of their own", () => {
    expect(guides).toEqual(PLAYED);
  });
});
