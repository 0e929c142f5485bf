import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

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
    const reference = (value: string): object => ({
      value,
      isBlock: false,
      type: "simple",
      storageClassType: "reference",
    });
    return { moved: [{ from: reference(this.from), to: reference(this.to()) }] };
  }
}
