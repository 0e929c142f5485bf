import { Construct } from "constructs";
import { ClusterDnsZone } from "./cluster-dns-zone";
import { ClusterEgress } from "./cluster-egress";
import type { ClusterNetwork } from "./cluster-network";
import type { Labels } from "./labels";
import { ServiceConnectEndpoints } from "./service-connect-endpoints";

/** Where in a VPC network endpoints are made. */
export interface EndpointPlace {
  readonly projectId: string;
  readonly networkId: string;
  /** A subnetwork in the cluster's region. */
  readonly subnetworkId: string;
}

export interface ClusterAccessProps extends EndpointPlace {
  readonly cluster: ClusterNetwork;
  /** Start of the names of everything here. */
  readonly name: string;
  /** Whether clients in other regions may use the endpoints. */
  readonly globalAccess: boolean;
  readonly labels: Labels;
  readonly protection: boolean;
}

/** What one VPC network needs to reach a private cluster by the cluster's own names: endpoints, a private DNS zone, a firewall rule. */
export class ClusterAccess extends Construct {
  public readonly endpoints: ServiceConnectEndpoints;
  public readonly dns: ClusterDnsZone;
  public readonly egress: ClusterEgress;

  public constructor(scope: Construct, id: string, props: ClusterAccessProps) {
    super(scope, id);
    const { cluster, projectId, networkId, name, labels, protection } = props;
    this.endpoints = new ServiceConnectEndpoints(this, "endpoints", { ...props, ...cluster });
    const { endpoints } = this.endpoints;
    this.dns = new ClusterDnsZone(this, "dns", {
      projectId,
      name,
      networkId,
      dnsDomain: cluster.dnsDomain,
      endpoints,
      labels,
      protection,
    });
    this.egress = new ClusterEgress(this, "egress", {
      projectId,
      name: `${name}-egress`,
      networkId,
      addresses: endpoints.map(({ address }) => address),
    });
  }
}
