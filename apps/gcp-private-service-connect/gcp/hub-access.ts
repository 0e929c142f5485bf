import { Construct } from "constructs";
import { ClusterAccess } from "./cluster-access";
import type { ClusterNetwork } from "./cluster-network";
import type { Labels } from "./labels";
import { Subnetwork } from "./vpc";

export interface HubAccessProps {
  /** Start of the names of everything here. */
  readonly name: string;
  /** Project of the hub. */
  readonly projectId: string;
  /** Id of the hub's VPC network. */
  readonly networkId: string;
  readonly cluster: ClusterNetwork;
  /** Range of the hub's subnetwork in the cluster's region. */
  readonly range: string;
  /** Whether operators in other regions may use the endpoints. */
  readonly globalAccess: boolean;
  readonly labels: Labels;
  readonly protection: boolean;
}

/**
 * What the hub has for one private cluster: endpoints of its own and a DNS zone of its own. Peering the hub with the
 * cluster's VPC network would not do, since endpoints are not reached over a peering.
 */
export class HubAccess extends Construct {
  public readonly access: ClusterAccess;

  public constructor(scope: Construct, id: string, props: HubAccessProps) {
    super(scope, id);
    const { subnetworkId } = new Subnetwork(this, "subnetwork", { ...props, region: props.cluster.region });
    this.access = new ClusterAccess(this, "access", { ...props, subnetworkId });
  }
}
