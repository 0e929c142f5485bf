import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformOutput, type TerraformStack } from "cdktf";
import type { CloudNetworks } from "cluster-linking-apps/platform/networks";
import type { Settings } from "../settings";
import { HubPeering } from "./hub-peering";
import { PrivateClusterNetwork } from "./private-cluster-network";
import type { VirtualNetworkName } from "./resource-id";
import { AZURE_RESOLVER, SniProxy } from "./sni-proxy";
import { VirtualNetwork, nameOfNetwork } from "./virtual-network";

/** Azure's side of the networks. */
export function azureNetworks(settings: Settings): CloudNetworks<VirtualNetworkName> {
  const { subscriptionId, tenantId, tags, networks = {} } = settings.azure;
  const preventDestroy = settings.protection ?? true;
  const { existing, gatewayTransit, clientRanges = [], sniProxy } = settings.hub ?? {};
  const hubSubscription = existing?.subscriptionId ?? subscriptionId;

  const providerOf = (stack: TerraformStack, id: string, subscription: string, alias?: string): AzurermProvider =>
    new AzurermProvider(stack, id, {
      subscriptionId: subscription,
      tenantId,
      features: [{}],
      alias,
      // By itself the provider registers every service it knows with the subscription, and needs the right to do so.
      resourceProviderRegistrations: "none",
      ...(subscription === subscriptionId && { resourceProvidersToRegister: servicesOf(sniProxy !== undefined) }),
    });

  return {
    resolver: AZURE_RESOLVER,
    addProvider: (stack, of) => void providerOf(stack, "azurerm", of === "hub" ? hubSubscription : subscriptionId),
    makeHub: (stack, { name, region, range }) => {
      const lifecycle = preventDestroy ? { preventDestroy } : undefined;
      const hub = new VirtualNetwork(stack, "hub", {
        name,
        region,
        tags,
        subscriptionId,
        addressSpace: range,
        lifecycle,
      });
      return { subscriptionId, resourceGroup: hub.place.resourceGroup, virtualNetwork: hub.name };
    },
    hubByName: ({ name }) =>
      existing ? { ...existing, subscriptionId: hubSubscription } : nameOfNetwork({ name, subscriptionId }),
    makeProxy: (stack, { region, network, subnet, networks: clusters, cloudInit }) => {
      if (!sniProxy) return;
      const { publicIp } = new SniProxy(stack, "sni-proxy", {
        ...sniProxy,
        name: `${settings.name}-sni-proxy`,
        // A machine is where its network is.
        region: existing?.region ?? region,
        tags,
        network,
        subnet,
        endpoints: clusters.map(({ endpointRange }) => endpointRange),
        cloudInit,
      });
      new TerraformOutput(stack, "sni_proxy_address", { value: publicIp.ipAddress });
    },
    makeClusterNetwork: (stack, network, hub) => {
      const { which, name, region, range, endpointRange, dnsDomain } = network;
      const cluster = new PrivateClusterNetwork(stack, "network", {
        name,
        region,
        tags,
        subscriptionId,
        addressSpace: range,
        endpointSubnet: endpointRange,
        existingResourceGroup: networks[which]?.resourceGroup,
        existingVirtualNetwork: networks[which]?.virtualNetwork,
        clientRanges: [...(hub ? [hub.range] : []), ...clientRanges, ...(networks[which]?.clientRanges ?? [])],
        dnsDomain,
        zones: network.zones.map(({ zone, endpoint, subdomain }) => ({ zone, serviceAlias: endpoint, subdomain })),
        preventDestroy,
      });
      if (!hub) return;
      const elsewhere = hubSubscription !== subscriptionId;
      new HubPeering(stack, "hub", {
        name,
        cluster,
        hub: hub.network,
        peered: networks[which]?.peered,
        gatewayTransit,
        hubProvider: elsewhere ? providerOf(stack, "azurerm-hub", hubSubscription, "hub") : undefined,
      });
    },
  };
}

/** Services of Azure that the stacks use, to be registered with the subscription where nobody did. */
const servicesOf = (machines: boolean): string[] => ["Microsoft.Network", ...(machines ? ["Microsoft.Compute"] : [])];
