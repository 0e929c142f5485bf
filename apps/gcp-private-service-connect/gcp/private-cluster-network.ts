import { Construct } from "constructs";
import { ClusterAccess, type EndpointPlace } from "./cluster-access";
import type { ClusterNetwork } from "./cluster-network";
import type { Labels } from "./labels";
import { Subnetwork, Vpc, subnetworkId, vpcId } from "./vpc";

/** Names of a VPC network, and of a subnetwork of it in the cluster's region, that are there already. */
export interface ExistingNetwork {
  readonly network: string;
  readonly subnetwork: string;
}

export interface PrivateClusterNetworkProps {
  /** Start of the names of everything here. */
  readonly name: string;
  readonly projectId: string;
  readonly cluster: ClusterNetwork;
  /** Range of the subnetwork. */
  readonly range: string;
  /** @default - a network and a subnetwork are made */
  readonly existing?: ExistingNetwork | undefined;
  /** Whether clients in other regions may use the endpoints. */
  readonly globalAccess: boolean;
  readonly labels: Labels;
  readonly protection: boolean;
}

/** The VPC network of one private cluster: in the cluster's own region, with an endpoint for each zone. */
export class PrivateClusterNetwork extends Construct {
  public readonly access: ClusterAccess;

  public constructor(scope: Construct, id: string, props: PrivateClusterNetworkProps) {
    super(scope, id);
    this.access = new ClusterAccess(this, "access", { ...props, ...this.place(props) });
  }

  private place(props: PrivateClusterNetworkProps): EndpointPlace {
    const { existing, name, projectId, cluster, range, protection } = props;
    const { region } = cluster;
    if (existing) {
      return {
        projectId,
        networkId: vpcId({ projectId, network: existing.network }),
        subnetworkId: subnetworkId(projectId, region, existing.subnetwork),
      };
    }
    const { networkId } = new Vpc(this, "vpc", { projectId, network: name, protection });
    const subnetwork = new Subnetwork(this, "subnetwork", { projectId, region, name, networkId, range, protection });
    return { projectId, networkId, subnetworkId: subnetwork.subnetworkId };
  }
}
