import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { StackRun, type PlanJson } from "../../lib/rehearsal/terraform/stack-run";
import { Terraform } from "../../lib/rehearsal/terraform/terraform";

/** What a plan says, without what tells one run from another. */
export function meaning({ json }: { json: PlanJson }): object {
  const { configuration, resource_changes, output_changes, planned_values, variables, checks } = json;
  // Of JSON, Terraform lists texts as they are written: escapes, and expressions besides what they refer to.
  const withoutText = JSON.parse(JSON.stringify(configuration), (_, value) => {
    if (typeof value === "string") return value.replaceAll("%%{", "%{").replaceAll("$${", "${");
    const { constant_value: __, ...rest } = (value ?? {}) as Record<string, unknown>;
    return typeof value === "object" && value !== null && "references" in value ? rest : value;
  });
  return { configuration: withoutText, resource_changes, output_changes, planned_values, variables, checks };
}

/** Terraform in a stack's folder of an HCL output, with a state of its own. */
export class HclRun extends StackRun {
  readonly #folder: string;

  public constructor(out: string, stack: string, environment: () => Readonly<Record<string, string>>) {
    const folder = join(out, "stacks", stack);
    super(stack, { terraform: Terraform.find()!, folder, environment });
    this.#folder = folder;
    expect(readdirSync(folder).filter((name) => name.startsWith("cdk."))).toEqual(["cdk.tf"]);
    writeFileSync(
      join(folder, "local_override.tf"),
      'terraform {\n  backend "local" {\n    path = "the.tfstate"\n  }\n}\n',
    );
  }

  public takeState(state: string): void {
    writeFileSync(join(this.#folder, "the.tfstate"), state);
  }
}
