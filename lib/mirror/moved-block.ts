import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import { requireOwnHcl } from "../core/hcl/write-stack";

/** Tells Terraform that a resource has another address now, so that nothing is created or destroyed. */
export class MovedBlock extends TerraformElement {
  public constructor(
    scope: Construct,
    id: string,
    private readonly from: string,
    private readonly to: () => string,
  ) {
    super(scope, id);
  }

  public override toTerraform(): object {
    return { moved: [{ from: this.from, to: this.to() }] };
  }

  public override toHclTerraform(): object {
    requireOwnHcl(this);
    return {};
  }
}
