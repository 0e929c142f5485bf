import type { Construct } from "constructs";
import { known, knownEach } from "../core/known";
import { refuse } from "../core/validation-error";
import { checkZones } from "../model/rules/placement";
import { PrivateNetwork, type PrivateNetworkProps } from "./private-network";

/** A private network in AWS. */
export interface AwsPrivateNetworkProps extends PrivateNetworkProps {
  /** Ids of the accounts in which endpoints to the network are created. CL093 for none and for what is no account. */
  readonly accountIds: readonly string[];
  /** Ids of three zones, like `euc1-az1`. CL094 for others. @default - Confluent Cloud chooses them */
  readonly zones?: readonly string[];
}

/**
 * A Confluent Cloud network in AWS that is reached over AWS PrivateLink.
 *
 * Errors: CL059, CL093, CL094.
 *
 * @see https://docs.confluent.io/cloud/current/networking/private-links/aws-privatelink.html
 */
export class AwsPrivateNetwork extends PrivateNetwork {
  /** Name of the endpoint service. */
  public readonly endpointService: string;

  public constructor(scope: Construct, id: string, props: AwsPrivateNetworkProps) {
    super(scope, id, props, {
      cloud: "AWS",
      ids: props.accountIds,
      zones: props.zones,
      blockOf: (account) => ({ aws: { account } }),
    });
    if (props.zones) refuse(this, checkZones("AWS", known(props.region), knownEach(props.zones)));
    this.endpointService = this.resource.aws.get(0).privateLinkEndpointService;
  }
}
