import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RehearsalCloud } from "../../../lib/rehearsal/terraform/rehearsal-cloud";
import { runApp, runScript } from "../../apps/run-app";
import type { Json } from "../../support/synth";
import { Life } from "../life/life";
import { newFolder, node, type ProcessRun } from "../support";

/** Names of apps that create everything. */
export type PlatformAppName = "azure-private-link" | "gcp-private-service-connect";

/** An app's output, or what it complained of. */
function succeeded<R extends ProcessRun>(run: R): R {
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return run;
}

function writtenTo(name: string, content: object): string {
  const file = join(newFolder(), name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** An app that creates everything, from an empty organization on: what a team has after each step of its guide. */
export class Created {
  private constructor(
    public readonly life: Life,
    private readonly app: PlatformAppName,
    private topology: object,
  ) {}

  /** What the stack `platform` told the others. */
  public platform: Json;

  /** Synthesises without a platform file. Nothing is applied. */
  public static async start(app: PlatformAppName, topology: object): Promise<Created> {
    const { outdir } = succeeded(runApp(app, { topology, platform: "absent" }));
    const cloud = await RehearsalCloud.start();
    return new Created(await Life.start(outdir, { cloud }), app, topology);
  }

  /** Applies the stack `platform`, writes down what it tells by the app's command, and synthesises with that. */
  public async applyPlatform(): Promise<void> {
    const platform = this.life.stack("platform");
    await platform.init();
    await platform.apply();
    this.writePlatform();
    await this.change();
  }

  private writePlatform(): void {
    const file = join(newFolder(), "platform.json");
    const states = dirname(this.life.deployment.statePathOf("platform"));
    succeeded(runScript(this.app, ["write-platform.ts"], { CDKTF_OUTDIR: dirname(states), PLATFORM_FILE: file }));
    this.platform = JSON.parse(readFileSync(file, "utf8"));
  }

  /** Synthesises anew, over other settings if they are given. */
  public async change(topology: object = this.topology): Promise<void> {
    this.topology = topology;
    this.life.change(succeeded(runApp(this.app, { topology, platform: this.platform })).outdir);
    for (const stack of this.life.deployment.stacks) await stack.init();
  }

  /** Synthesises the same as HCL, and gives back the folder. */
  public synthHcl(): string {
    const out = newFolder();
    const environment = { SYNTH_HCL_OUTPUT: "true", CDKTF_OUTDIR: out, ...this.files() };
    succeeded(runScript(this.app, ["main.ts"], environment));
    return out;
  }

  private files(): Record<"TOPOLOGY_FILE" | "PLATFORM_FILE", string> {
    return {
      TOPOLOGY_FILE: writtenTo("topology.json", this.topology),
      PLATFORM_FILE: writtenTo("platform.json", this.platform),
    };
  }

  public async applyLegs(): Promise<void> {
    await this.life.deployment.cloud.createSourceTopics(this.life.deployment.document);
    for (const leg of ["primary-to-jump", "jump-to-dr"]) await this.life.stack(leg).apply();
  }

  /** Synthesises the way back with the app `failback`, over the same two files. */
  public async changeToFailback(): Promise<void> {
    const out = join(newFolder(), "out");
    const run = await node(["--import", "tsx", "apps/failback/main.ts"], {
      ...this.files(),
      CDKTF_OUTDIR: out,
    });
    succeeded(run);
    this.life.change(out);
    for (const stack of this.life.deployment.stacks) await stack.init();
  }

  /** Removes the state of a stack, as if its backend were gone. */
  public loseState(stack: string): void {
    rmSync(this.life.deployment.statePathOf(stack));
  }

  public idOf(cluster: "primary" | "jump" | "dr"): string {
    return this.platform.clusters[cluster].id;
  }
}
