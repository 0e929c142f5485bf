/** A virtual network by what Azure names it with. */
export interface VirtualNetworkName {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly virtualNetwork: string;
}

const ID =
  /^\/subscriptions\/(?<subscriptionId>[^/]+)\/resourceGroups\/(?<resourceGroup>[^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/(?<virtualNetwork>[^/]+)$/i;

/** The resource id of a virtual network, which other stacks write down instead of reading this one's state. */
export const virtualNetworkId = ({ subscriptionId, resourceGroup, virtualNetwork }: VirtualNetworkName): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/virtualNetworks/${virtualNetwork}`;

/** What the resource id of a virtual network says, or nothing when it is none. */
export function parseVirtualNetworkId(id: string): VirtualNetworkName | undefined {
  const { subscriptionId, resourceGroup, virtualNetwork } = ID.exec(id)?.groups ?? {};
  if (subscriptionId === undefined || resourceGroup === undefined || virtualNetwork === undefined) return undefined;
  return { subscriptionId, resourceGroup, virtualNetwork };
}
