import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { PrivateClusterNetwork } from "./private-cluster-network";
import { virtualNetworkId, type VirtualNetworkName } from "./resource-id";

export interface HubPeeringProps {
  /** Name of the cluster's network, and of what is made here. */
  readonly name: string;
  readonly cluster: PrivateClusterNetwork;
  /** The hub, which another stack or somebody else made. */
  readonly hub: VirtualNetworkName;
  /** Whether somebody else peered the two networks, which Azure allows once. @default - false */
  readonly peered?: boolean | undefined;
  /** Lets what comes in through the hub's VPN or ExpressRoute gateway reach the cluster. @default - false */
  readonly gatewayTransit?: boolean | undefined;
  /** Provider of the hub's subscription. @default - the stack's */
  readonly hubProvider?: TerraformProvider | undefined;
}

/** One cluster's share of the hub: both halves of the peering, and the cluster's names resolved in the hub. */
export class HubPeering extends Construct {
  public constructor(scope: Construct, id: string, props: HubPeeringProps) {
    super(scope, id);
    const { name, hub, peered = false, cluster } = props;
    const { network, zone } = cluster;
    if (!peered) this.peer(props);
    new PrivateDnsZoneVirtualNetworkLink(this, "zone-link", {
      name: `${name}-hub`,
      resourceGroupName: network.place.resourceGroup,
      privateDnsZoneName: zone.name,
      virtualNetworkId: virtualNetworkId(hub),
      registrationEnabled: false,
      tags: { ...network.place.tags },
    });
  }

  private peer({ name, cluster: { network }, hub, gatewayTransit = false, hubProvider }: HubPeeringProps): void {
    const fromHub = new VirtualNetworkPeering(this, "hub-to-cluster", {
      name,
      resourceGroupName: hub.resourceGroup,
      virtualNetworkName: hub.virtualNetwork,
      remoteVirtualNetworkId: network.networkId,
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: false,
      allowGatewayTransit: gatewayTransit,
      useRemoteGateways: false,
      ...(hubProvider && { provider: hubProvider }),
    });
    new VirtualNetworkPeering(this, "cluster-to-hub", {
      name: `${name}-hub`,
      resourceGroupName: network.place.resourceGroup,
      virtualNetworkName: network.name,
      remoteVirtualNetworkId: virtualNetworkId(hub),
      allowVirtualNetworkAccess: true,
      // What operators send can come from behind the hub.
      allowForwardedTraffic: true,
      allowGatewayTransit: false,
      useRemoteGateways: gatewayTransit,
      // Azure changes one peering at a time, and a gateway can be used only when the other half offers it.
      dependsOn: [fromHub],
    });
  }
}
