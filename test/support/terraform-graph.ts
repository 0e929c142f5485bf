import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StackRun } from "../../lib/rehearsal/terraform/stack-run";
import { NO_TERRAFORM, Terraform } from "../../lib/rehearsal/terraform/terraform";
import { standInFor } from "./stand-in-provider";
import type { Json } from "./synth";

/** In which order Terraform creates what is in a stack. */
export class CreationOrder {
  private constructor(private readonly needs: ReadonlyMap<string, ReadonlySet<string>>) {}

  /** Asks `terraform graph` about a stack's JSON, whatever providers it needs. */
  public static async of(stack: Json): Promise<CreationOrder> {
    const terraform = Terraform.find();
    if (terraform === undefined) throw new Error(NO_TERRAFORM);
    const folder = mkdtempSync(join(tmpdir(), "terraform-graph-"));
    const { environment, stop } = await standInFor(stack);
    try {
      const { backend: _, cloud: __, ...settings } = stack.terraform;
      writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ ...stack, terraform: settings }));
      const run = new StackRun("stack", { terraform, folder, environment: () => environment });
      await run.init();
      const { valid, diagnostics } = await run.validate();
      if (!valid) throw new Error(JSON.stringify(diagnostics));
      return new CreationOrder(edgesOf(await run.command(["graph"])));
    } finally {
      stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  public get addresses(): string[] {
    return [...this.needs.keys()].sort();
  }

  /** Everything that is there before a resource is created. */
  public before(address: string): string[] {
    const found = new Set<string>();
    const visit = (each: string): void => {
      for (const need of this.needs.get(each) ?? []) {
        if (found.has(need)) continue;
        found.add(need);
        visit(need);
      }
    };
    if (!this.needs.has(address)) throw new Error(`There is no ${address}.`);
    visit(address);
    return [...found].sort();
  }

  /** Whether a resource waits for one of a type. */
  public waits(address: string, type: string): boolean {
    return this.before(address).some((need) => need.startsWith(`${type}.`));
  }
}

function edgesOf(dot: string): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  const node = (address: string): Set<string> => {
    const made = needs.get(address) ?? new Set<string>();
    needs.set(address, made);
    return made;
  };
  for (const [, from = "", to] of dot.matchAll(/^\s*"([^"]+)"(?: -> "([^"]+)"| \[)/gm)) {
    node(from);
    if (to !== undefined) {
      node(from).add(to);
      node(to);
    }
  }
  return needs;
}
