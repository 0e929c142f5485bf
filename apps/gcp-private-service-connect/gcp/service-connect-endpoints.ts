import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeForwardingRule } from "@cdktf/provider-google/lib/compute-forwarding-rule";
import { Construct } from "constructs";
import type { ClusterZone } from "./cluster-network";
import type { Labels } from "./labels";
import { protect } from "./protection";

export interface ServiceConnectEndpointsProps {
  readonly projectId: string;
  /** Region of the service attachments, which is the cluster's. */
  readonly region: string;
  readonly networkId: string;
  readonly subnetworkId: string;
  /** Start of the endpoints' names; the zone follows. */
  readonly name: string;
  readonly zones: readonly ClusterZone[];
  /** Whether clients in other regions may use the endpoints. */
  readonly globalAccess: boolean;
  readonly labels: Labels;
  readonly protection: boolean;
}

/** The endpoint of one zone of a cluster's network. */
export interface ZoneEndpoint {
  readonly zone: ClusterZone;
  readonly address: ComputeAddress;
  readonly forwardingRule: ComputeForwardingRule;
}

/** One Private Service Connect endpoint for each zone of a cluster's network, each with an address of its own. */
export class ServiceConnectEndpoints extends Construct {
  public readonly endpoints: readonly ZoneEndpoint[];

  public constructor(scope: Construct, id: string, props: ServiceConnectEndpointsProps) {
    super(scope, id);
    const { projectId: project, region, name, labels, protection } = props;
    this.endpoints = props.zones.map((zone) => {
      const common = {
        project,
        region,
        name: `${name}-${zone.name}`,
        labels,
        ...protect(protection),
      };
      const address = new ComputeAddress(this, `address-${zone.name}`, {
        ...common,
        addressType: "INTERNAL",
        subnetwork: props.subnetworkId,
      });
      const forwardingRule = new ComputeForwardingRule(this, `endpoint-${zone.name}`, {
        ...common,
        target: zone.serviceAttachment,
        // Written empty, because the provider's default is that of an external load balancer.
        loadBalancingScheme: "",
        network: props.networkId,
        ipAddress: address.id,
        allowPscGlobalAccess: props.globalAccess,
        noAutomateDnsZone: true,
      });
      return { zone, address, forwardingRule };
    });
  }
}
