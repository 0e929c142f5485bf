import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { Construct } from "constructs";
import { protect } from "./protection";

/** Names of a VPC network that is there already. */
export interface VpcName {
  readonly projectId: string;
  readonly network: string;
}

/** The id of a VPC network, as every stack can write it down without reading another one's state. */
export const vpcId = ({ projectId, network }: VpcName): string => `projects/${projectId}/global/networks/${network}`;

/** The id of a subnetwork. It names the region, so that a subnetwork of another region is not found. */
export const subnetworkId = (projectId: string, region: string, subnetwork: string): string =>
  `projects/${projectId}/regions/${region}/subnetworks/${subnetwork}`;

export interface VpcProps extends VpcName {
  readonly protection: boolean;
}

/** A VPC network without subnetworks: each stack adds those of its own region. */
export class Vpc extends Construct {
  public readonly resource: ComputeNetwork;
  public readonly networkId: string;

  public constructor(scope: Construct, id: string, { projectId, network, protection }: VpcProps) {
    super(scope, id);
    this.resource = new ComputeNetwork(this, "network", {
      project: projectId,
      name: network,
      autoCreateSubnetworks: false,
      // Global, so that what reaches the network in one region, over a VPN for example, is known in the other ones.
      routingMode: "GLOBAL",
      ...protect(protection),
    });
    this.networkId = this.resource.id;
  }
}

export interface SubnetworkProps {
  readonly projectId: string;
  readonly region: string;
  readonly name: string;
  readonly networkId: string;
  readonly range: string;
  readonly protection: boolean;
}

/** A subnetwork in one region, for service connect endpoints and for machines that use them. */
export class Subnetwork extends Construct {
  public readonly resource: ComputeSubnetwork;
  public readonly subnetworkId: string;

  public constructor(scope: Construct, id: string, props: SubnetworkProps) {
    super(scope, id);
    this.resource = new ComputeSubnetwork(this, "subnetwork", {
      project: props.projectId,
      region: props.region,
      name: props.name,
      network: props.networkId,
      ipCidrRange: props.range,
      privateIpGoogleAccess: true,
      ...protect(props.protection),
    });
    this.subnetworkId = this.resource.id;
  }
}
