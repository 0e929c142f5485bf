import { TerraformElement, dependable, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { DescribesBlocks } from "../core/hcl/shapes";
import { requireOwnHcl } from "../core/hcl/write-stack";
import { describeHalf } from "./describe-half";
import type { ILinkHalf } from "./link-half";

const DATA_SOURCE = "confluent_cluster_link";

/** A `check` block: asks the host of a half whether the half is ACTIVE, and warns when it is not. */
export class CheckBlock extends TerraformElement implements DescribesBlocks {
  public readonly blockNames = { data: { [DATA_SOURCE]: { kafka_cluster: {}, credentials: {} } } };

  public constructor(
    scope: Construct,
    id: string,
    private readonly half: ILinkHalf,
    private readonly after: readonly ITerraformDependable[],
  ) {
    super(scope, id, "check");
  }

  public override toTerraform(): object {
    const { linkName, host, hostCredentials, provider } = this.half;
    const name = this.friendlyUniqueId;
    const state = `data.${DATA_SOURCE}.${name}.link_state`;
    const data = {
      link_name: linkName,
      rest_endpoint: host.restEndpoint,
      kafka_cluster: { id: host.id },
      credentials: { key: hostCredentials.key, secret: hostCredentials.secret },
      provider: provider?.fqn,
      depends_on: this.after.map((resource) => dependable(resource)),
    };
    return {
      check: {
        [name]: {
          data: { [DATA_SOURCE]: { [name]: data } },
          assert: [{ condition: `\${${state} == "ACTIVE"}`, error_message: describeHalf(this.half, `\${${state}}`) }],
        },
      },
    };
  }

  public override toHclTerraform(): object {
    requireOwnHcl(this);
    return {};
  }
}
