import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { AppModel } from "../core/app-model";
import { needsTerraform } from "../core/terraform-floor";
import { either, list, requireProps, shape } from "../core/shape";
import { refuse } from "../core/validation-error";
import { crossStackReference } from "../model/rules/stacks";
import { CheckBlock } from "./check-block";
import type { ILinkHalf } from "./link-half";

const HALF = shape("a half of a link", { node: shape("a construct", {}), host: shape("a KafkaCluster", {}) }, [
  "node",
  "host",
]);
const WATCHED = either(shape("a link", { halves: list(HALF, { orToken: false }) }, ["halves"]), HALF);

/** Which link is watched. */
export interface LinkHealthProps {
  /**
   * The link, or a half of it. CL043 for one of another stack.
   *
   * Each half is asked for on the cluster that it lives on, which the stack talks to anyway.
   */
  readonly link: ILinkHalf | { readonly halves: readonly ILinkHalf[] };
}

/**
 * Warns in each plan and apply when a half of a link is not ACTIVE: one Terraform `check` block for each half.
 *
 * A check never stops a plan, an apply or a failover, also when the cluster cannot be reached. It has its price, so it is made for those who
 * ask for it: `plan -detailed-exitcode` answers 2 for ever; the state keeps the key with which the check asks once more; each plan makes two
 * more REST calls for each half, and waits for a cluster that does not answer.
 *
 * Needs Terraform 1.5. Errors: CL043.
 *
 * @see https://developer.hashicorp.com/terraform/language/checks
 */
export class LinkHealth extends Construct {
  public constructor(scope: Construct, id: string, props: LinkHealthProps) {
    super(scope, id);
    requireProps(this, props, { link: WATCHED }, ["link"]);
    const { link } = props;
    const halves = "halves" in link ? link.halves : [link];
    const stack = TerraformStack.of(this);
    const app = AppModel.of(this);
    for (const half of halves) {
      const home = TerraformStack.of(half);
      if (home !== stack) {
        refuse(this, [
          crossStackReference.finding(
            `${half.node.path} belongs to stack ${home.node.path} and would be watched from ${stack.node.path}.`,
            { fix: "Create the LinkHealth in the stack of the link." },
          ),
        ]);
      }
      app.usesProvider(this, half.provider);
    }
    needsTerraform(this, "checks");
    const resources = halves.map(({ resource }) => resource);
    for (const half of halves) new CheckBlock(this, half.node.id, half, resources);
  }
}
