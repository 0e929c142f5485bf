import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork as VirtualNetworkResource } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "./place";
import { virtualNetworkId, type VirtualNetworkName } from "./resource-id";

export interface VirtualNetworkProps extends Pick<Place, "region" | "tags"> {
  /** Names of what is made here. */
  readonly name: string;
  readonly subscriptionId: string;
  /** Address range, a CIDR block. */
  readonly addressSpace: string;
  /** @default - a resource group is made */
  readonly existingResourceGroup?: string | undefined;
  /** Name of a virtual network in that resource group. @default - one is made */
  readonly existingVirtualNetwork?: string | undefined;
  readonly lifecycle?: TerraformResourceLifecycle | undefined;
}

/** A resource group and a virtual network in it. Either can be there already. */
export class VirtualNetwork extends Construct {
  public readonly place: Place;
  /** Name, which depends on the network that is made here. */
  public readonly name: string;
  /** Resource id, which depends on the network that is made here. */
  public readonly networkId: string;

  public constructor(scope: Construct, id: string, props: VirtualNetworkProps) {
    super(scope, id);
    const { name, region, tags, lifecycle, existingResourceGroup, existingVirtualNetwork } = props;
    const of = { tags: { ...tags }, ...(lifecycle && { lifecycle }) };
    const resourceGroup =
      existingResourceGroup ?? new ResourceGroup(this, "resource-group", { name, location: region, ...of }).name;
    this.place = { region, resourceGroup, tags };
    if (existingVirtualNetwork !== undefined) {
      this.name = existingVirtualNetwork;
      this.networkId = virtualNetworkId({ ...props, resourceGroup, virtualNetwork: existingVirtualNetwork });
      return;
    }
    const network = new VirtualNetworkResource(this, "network", {
      name,
      location: region,
      resourceGroupName: resourceGroup,
      addressSpace: [props.addressSpace],
      ...of,
    });
    this.name = network.name;
    this.networkId = network.id;
  }
}

/** What a network is called that `VirtualNetwork` makes with these props, for the stacks that do not make it. */
export const nameOfNetwork = (
  props: Pick<VirtualNetworkProps, "name" | "subscriptionId" | "existingResourceGroup" | "existingVirtualNetwork">,
): VirtualNetworkName => ({
  subscriptionId: props.subscriptionId,
  resourceGroup: props.existingResourceGroup ?? props.name,
  virtualNetwork: props.existingVirtualNetwork ?? props.name,
});
