import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import { LinkHealth } from "cdktf-cluster-linking";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppOutput } from "../../lib/cli/app-output";
import { terraformEnvironment } from "../../lib/rehearsal/terraform/environment";
import { RehearsalCloud } from "../../lib/rehearsal/terraform/rehearsal-cloud";
import { mirror } from "../e2e/app";
import { forward, type ForwardProps } from "../e2e/life/chain";
import { describeWithTerraform } from "../e2e/support";
import { ExampleProject } from "../house/example-project";
import { codeBlocks } from "../house/markdown";
import { readText, ROOT } from "../house/repository";

const PAGE = readText("docs/guides/guard-rails.md");
const [CHECK_LEG, RUN_TASK] = codeBlocks(PAGE, "bash") as [string, string];
const [ONE_TEST, TWO_TEST] = codeBlocks(PAGE, "hcl") as [string, string];
const LINES = codeBlocks(PAGE, "sh").flatMap((block) => block.split("\n").filter((line) => line !== ""));
const line = (begins: string): string => {
  const found = LINES.find((each) => each.startsWith(begins));
  if (found === undefined) throw new Error(`The guide has no line ${begins}.`);
  return found;
};
const TOKEN = "t0k3n-0f-a-run";
const [ONE, TWO] = ["primary-to-jump", "jump-to-dr"] as const;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** HCP Terraform, as far as a run task sees it. */
class StandIn {
  public readonly verdicts: {
    readonly authorization: string | undefined;
    readonly type: string | undefined;
    readonly body: unknown;
  }[] = [];
  public plan: string | undefined;
  readonly #server: Server;

  public constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(([status, headers, body]) => response.writeHead(status, headers).end(body));
    });
  }

  public async start(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, "127.0.0.1", listening));
  }

  public stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  public get payload(): object {
    return {
      payload_version: 1,
      stage: "post_plan",
      access_token: TOKEN,
      plan_json_api_url: `${this.#url}/api/v2/plans/plan-1/json-output`,
      task_result_callback_url: `${this.#url}/api/v2/task-results/1/callback`,
    };
  }

  get #url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage): Promise<[number, Record<string, string>, string?]> {
    const body = await text(request);
    const { authorization, "content-type": type } = request.headers;
    if (request.url === "/blob") return [200, {}, this.plan];
    if (authorization !== `Bearer ${TOKEN}`) return [401, {}];
    if (request.method === "GET") return this.plan === undefined ? [204, {}] : [307, { location: `${this.#url}/blob` }];
    this.verdicts.push({ authorization, type, body: JSON.parse(body) });
    return [200, {}];
  }
}

describeWithTerraform("docs/guides/guard-rails.md", () => {
  const topics = ["orders", "payments"];
  let cloud: RehearsalCloud;
  let project: ExampleProject;

  /** What `npx cdktf synth` would write. */
  const synthesise = (props: ForwardProps = {}): void => {
    cpSync(forward({ topics, ...props }), project.path("cdktf.out"), { recursive: true });
  };

  const environment = (): Record<string, string> => {
    const output = new AppOutput(project.path("cdktf.out"));
    return Object.assign(
      {},
      ...[ONE, TWO].map((stack) => cloud.environmentOf(output.stack(stack) ?? {}, output.document)),
    );
  };

  async function sh(script: string, input = ""): Promise<Ran> {
    const env = terraformEnvironment(process.env, { ...environment(), CDKTF_OUTDIR: undefined });
    const child = spawn("sh", ["-c", script], { cwd: project.folder, env, stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.on("error", () => undefined).end(input);
    const status = new Promise<number | null>((end, reject) => child.once("error", reject).once("close", end));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const ran = {
      status: await status,
      stdout: stripVTControlCharacters(stdout),
      stderr: stripVTControlCharacters(stderr),
    };
    for (const [name, value] of Object.entries(environment())) {
      if (/_api_(?:key|secret)$/.test(name)) expect(ran.stdout + ran.stderr).not.toContain(value);
    }
    expect(ran.stdout + ran.stderr).not.toContain(TOKEN);
    return ran;
  }
  const planned = async (stack: string): Promise<string> => {
    const plan = `terraform -chdir=cdktf.out/stacks/${stack} plan -input=false -out=shown.tfplan >&2`;
    const { status, stdout, stderr } = await sh(
      `${plan} && terraform -chdir=cdktf.out/stacks/${stack} show -json shown.tfplan | cat > shown.json`,
    );
    if (status !== 0) throw new Error(stdout + stderr);
    return readFileSync(project.path("shown.json"), "utf8");
  };

  beforeAll(async () => {
    project = new ExampleProject({
      "check-leg.sh": CHECK_LEG,
      "run-task.sh": RUN_TASK,
      [`${ONE}.tftest.hcl`]: ONE_TEST,
      [`${TWO}.tftest.hcl`]: TWO_TEST,
    });
    project.addProgram("cluster-linking", `exec "${process.execPath}" "${join(ROOT, "bin/cluster-linking.cjs")}" "$@"`);
    synthesise();
    cloud = await RehearsalCloud.start();
    const { document } = new AppOutput(project.path("cdktf.out"));
    await cloud.addClusters(document);
    await cloud.createSourceTopics(document);
  });
  afterAll(async () => {
    await cloud.stop();
    project.remove();
  });

  describe("terraform test", () => {
    it.each([
      [ONE, 2],
      [TWO, 1],
    ])("%s passes, and asks no cluster", async (stack, runs) => {
      const before = cloud.emulator.requests.length;
      for (const each of [
        `cp ${stack}.tftest.hcl`,
        `terraform -chdir=cdktf.out/stacks/${stack} init -input=false -backend=false`,
      ]) {
        expect(await sh(line(each))).toMatchObject({ status: 0 });
      }
      const { status, stdout } = await sh(line(`terraform -chdir=cdktf.out/stacks/${stack} test`));
      expect(status, stdout).toBe(0);
      expect(stdout).toContain(`Success! ${runs} passed, 0 failed.`);
      expect(cloud.emulator.requests.slice(before)).toEqual([]);
    });

    it("fails for an app without protection, and for one without offsets", async () => {
      const test = line(`terraform -chdir=cdktf.out/stacks/${ONE} test`);
      synthesise({ preventDestroy: false });
      const unprotected = await sh(test);
      expect(unprotected.status).toBe(1);
      expect(unprotected.stdout + unprotected.stderr).toContain("has to have prevent_destroy");
      synthesise({ consumerOffsetSync: undefined });
      const offsets = await sh(test);
      expect(offsets.status).toBe(1);
      expect(offsets.stdout + offsets.stderr).toContain("cannot go on after a failover without their offsets");
      synthesise();
      for (const stack of [ONE, TWO]) rmSync(project.path(`cdktf.out/stacks/${stack}/${stack}.tftest.hcl`));
    });
  });

  describe("a pipeline", () => {
    it("applies plans that take nothing along", async () => {
      for (const stack of [ONE, TWO]) {
        const { status, stdout, stderr } = await sh(line(`sh check-leg.sh ${stack}`));
        expect(status, stderr).toBe(0);
        expect(stdout).toContain("Fine: this plan takes nothing along.");
        expect(stdout).toContain("Apply complete!");
      }
    });

    it("stops before the apply at one that deletes a mirror topic", async () => {
      synthesise({ topics: ["orders"] });
      const { status, stdout } = await sh(line(`sh check-leg.sh ${ONE}`));
      expect(status).toBe(3);
      expect(stdout).toContain(`REFUSED  delete ${mirror("payments")}`);
      expect(stdout).toContain("mirror topic payments on JUMP (lkc-2222), link primary-to-jump");
      expect(stdout).not.toContain("Apply complete!");
    });

    it("stops where the plan cannot be shown", async () => {
      const { status } = await sh(line(`sh check-leg.sh ${ONE}`).replace(ONE, "nowhere"));
      expect(status).not.toBe(0);
    });
  });

  describe("a run task", () => {
    const hcp = new StandIn();
    beforeAll(async () => hcp.start());
    afterAll(() => hcp.stop());
    const task = async (): Promise<Ran> => {
      project.write("payload.json", JSON.stringify(hcp.payload));
      hcp.verdicts.length = 0;
      return sh(line("sh run-task.sh"));
    };
    const verdict = (status: string, message: unknown): object => ({
      authorization: `Bearer ${TOKEN}`,
      type: "application/vnd.api+json",
      body: { data: { type: "task-results", attributes: { status, message } } },
    });

    it("fails the run that deletes a mirror topic, and says so where people look", async () => {
      hcp.plan = await planned(ONE);
      const { status, stdout } = await task();
      expect(status).toBe(3);
      expect(stdout).toContain(`REFUSED  delete ${mirror("payments")}`);
      expect(hcp.verdicts).toEqual([verdict("failed", expect.stringContaining("Refused: this plan would take along"))]);
    });

    it("passes the run that takes nothing along", async () => {
      synthesise();
      hcp.plan = await planned(ONE);
      expect(await task()).toMatchObject({ status: 0 });
      expect(hcp.verdicts).toEqual([verdict("passed", "Fine: this plan takes nothing along.")]);
    });

    it("fails where there is no plan yet, and leaves no file", async () => {
      hcp.plan = undefined;
      expect(await task()).toMatchObject({ status: 2 });
      expect(hcp.verdicts).toEqual([verdict("failed", expect.stringContaining("Standard input is empty"))]);
    });
  });

  it("a deletion that is allowed goes through, with its reason in the log", async () => {
    synthesise({ topics: ["orders"] });
    const { status, stdout, stderr } = await sh(line(`sh check-leg.sh ${ONE} --allow`));
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("  allowed: payments moved, change 4711\n");
    expect(stdout).toContain("1 destroyed.");
  });

  it("a check block fails the job that looks into the plan", async () => {
    synthesise({
      topics: ["orders"],
      more: (chain, _, jumpToDr) => void new LinkHealth(jumpToDr, "health", { link: chain.jumpToDr }),
    });
    const look = async (): Promise<number | null> => {
      expect(await sh(line(`terraform -chdir=cdktf.out/stacks/${TWO} plan`))).toMatchObject({ status: 0 });
      return (await sh(line(`terraform -chdir=cdktf.out/stacks/${TWO} show -json watched.tfplan`))).status;
    };
    expect(await look()).toBe(0);
    await cloud.emulator.faults.cluster("lkc-2222", "refused");
    await cloud.wait(400_000);
    expect(await look()).toBe(1);
  });

  it("has no other command lines than those above", () => {
    const run = ["sh check-leg.sh", "sh run-task.sh", "cp ", "terraform -chdir="];
    expect(LINES.filter((each) => !run.some((begin) => each.startsWith(begin)))).toEqual(["npx cdktf synth"]);
    expect(codeBlocks(PAGE, "bash")).toHaveLength(2);
    expect(readdirSync(project.folder)).not.toContain("plan.json");
  });
});
