import { TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

const ELEMENT_ID = "cluster-linking-terraform-version";

/** Terraform versions from which on something can be written. */
export const TERRAFORM_FEATURES = {
  nullableVariables: "1.1.0",
  preconditions: "1.2.0",
  expressionsInErrorMessages: "1.2.0",
  removedBlocks: "1.7.0",
  checks: "1.5.0",
} as const;

/** Writes `terraform.required_version` of a stack: the highest version that any part of it needs. */
class TerraformFloor extends TerraformElement {
  private version = "0.0.0";

  public raise(version: string): void {
    if (isHigher(version, this.version)) this.version = version;
  }

  public override toTerraform(): object {
    return { terraform: { required_version: `>= ${this.version}` } };
  }

  // In HCL of its own cdktf makes a broken line of it.
  public override toHclTerraform(): object {
    return {};
  }
}

function isHigher(version: string, than: string): boolean {
  const [parts, others] = [version, than].map((each) => each.split(".").map(Number)) as [number[], number[]];
  const at = parts.findIndex((part, i) => part !== others[i]);
  return at >= 0 && Number(parts[at]) > Number(others[at]);
}

/** States that a stack uses something that Terraform has from this feature's version on. */
export function needsTerraform(scope: IConstruct, feature: keyof typeof TERRAFORM_FEATURES): void {
  const stack = TerraformStack.of(scope);
  const existing = stack.node.tryFindChild(ELEMENT_ID) as TerraformFloor | undefined;
  const floor = existing ?? new TerraformFloor(stack, ELEMENT_ID);
  floor.raise(TERRAFORM_FEATURES[feature]);
}
