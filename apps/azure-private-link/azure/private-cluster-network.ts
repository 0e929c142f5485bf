import { PrivateDnsARecord } from "@cdktf/provider-azurerm/lib/private-dns-a-record";
import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { CLUSTER_PORTS, Firewall } from "./firewall";
import type { Place } from "./place";
import { VirtualNetwork, type VirtualNetworkProps } from "./virtual-network";

/** What Confluent Cloud says of one zone of a private network. */
export interface ZoneOfNetwork {
  readonly zone: string;
  /** Alias of the zone's private link service. */
  readonly serviceAlias: string;
  /** Domain of the zone's brokers, below the network's own. */
  readonly subdomain: string;
}

export interface PrivateClusterNetworkProps extends Omit<VirtualNetworkProps, "lifecycle"> {
  /** Range of the subnet of the private endpoints, inside `addressSpace`. */
  readonly endpointSubnet: string;
  /** Ranges that may reach the cluster besides `addressSpace`. @default - none */
  readonly clientRanges?: readonly string[] | undefined;
  /** Domain of the cluster's network in Confluent Cloud. */
  readonly dnsDomain: string;
  readonly zones: readonly ZoneOfNetwork[];
  /** Shown to the owner of the private link service, at most 140 characters. @default - the name of the endpoint */
  readonly requestMessage?: string | undefined;
  /** How long resolvers keep the records, in seconds. @default - 60 */
  readonly ttlSeconds?: number | undefined;
  /** Refuses plans that delete what clients reach the cluster with. @default - true */
  readonly preventDestroy?: boolean | undefined;
}

/** Azure's side of a private cluster: a network, one private endpoint per zone, and the names that lead to them. */
export class PrivateClusterNetwork extends Construct {
  public readonly network: VirtualNetwork;
  public readonly zone: PrivateDnsZone;
  /** Where each zone's endpoint answers: an address that Azure gives out. */
  public readonly addresses: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: PrivateClusterNetworkProps) {
    super(scope, id);
    const { name, addressSpace, endpointSubnet, clientRanges = [], ttlSeconds = 60, preventDestroy = true } = props;
    const lifecycle = preventDestroy ? { preventDestroy } : undefined;
    this.network = new VirtualNetwork(this, "virtual-network", { ...props, lifecycle });
    const { place } = this.network;
    const subnet = new Subnet(this, "subnet", {
      name: `${name}-endpoints`,
      resourceGroupName: place.resourceGroup,
      virtualNetworkName: this.network.name,
      addressPrefixes: [endpointSubnet],
      // Without it the rules of the subnet do not hold for private endpoints.
      privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
      defaultOutboundAccessEnabled: false,
      ...(lifecycle && { lifecycle }),
    });
    const firewall = new Firewall(this, "firewall", {
      ...place,
      name: `${name}-endpoints`,
      subnet,
      passages: [
        {
          name: "clients-to-cluster",
          direction: "Inbound",
          from: [...new Set([addressSpace, ...clientRanges])],
          to: [endpointSubnet],
          ports: CLUSTER_PORTS,
        },
      ],
      closed: ["Inbound"],
    });
    this.addresses = Object.fromEntries(
      props.zones.map((each) => [each.zone, this.endpoint(each, { subnet, firewall }, props, place, lifecycle)]),
    );
    this.zone = this.names(props, ttlSeconds, place, lifecycle);
  }

  /** The address of a zone's endpoint. */
  private endpoint(
    { zone, serviceAlias }: ZoneOfNetwork,
    { subnet, firewall }: { readonly subnet: Subnet; readonly firewall: Firewall },
    { name, requestMessage }: PrivateClusterNetworkProps,
    { region, resourceGroup, tags }: Place,
    lifecycle: TerraformResourceLifecycle | undefined,
  ): string {
    const ofZone = `${name}-zone-${zone}`;
    const { privateServiceConnection } = new PrivateEndpoint(this, `endpoint-${zone}`, {
      name: ofZone,
      location: region,
      resourceGroupName: resourceGroup,
      subnetId: subnet.id,
      privateServiceConnection: {
        name: ofZone,
        // Confluent Cloud owns the service and accepts by subscription; only its owner could connect without asking.
        isManualConnection: true,
        privateConnectionResourceAlias: serviceAlias,
        requestMessage: requestMessage ?? ofZone,
      },
      tags: { ...tags },
      ...(lifecycle && { lifecycle }),
      dependsOn: [...firewall.dependables],
    });
    return privateServiceConnection.privateIpAddress;
  }

  /** A private zone that is the cluster's domain, in which every name leads to an endpoint. */
  private names(
    { name, dnsDomain, zones }: PrivateClusterNetworkProps,
    ttl: number,
    { resourceGroup, tags }: Place,
    lifecycle: TerraformResourceLifecycle | undefined,
  ): PrivateDnsZone {
    const of = { resourceGroupName: resourceGroup, tags: { ...tags }, ...(lifecycle && { lifecycle }) };
    const zone = new PrivateDnsZone(this, "zone", { name: dnsDomain, ...of });
    new PrivateDnsZoneVirtualNetworkLink(this, "zone-link", {
      name,
      privateDnsZoneName: zone.name,
      virtualNetworkId: this.network.networkId,
      registrationEnabled: false,
      ...of,
    });
    const record = (recordId: string, host: string, records: string[]): void => {
      new PrivateDnsARecord(this, recordId, { name: host, zoneName: zone.name, ttl, records, ...of });
    };
    record("any-zone", "*", Object.values(this.addresses));
    for (const each of zones) {
      record(`zone-${each.zone}`, `*.${labelsBelow(each.subdomain, dnsDomain)}`, [this.addresses[each.zone] ?? ""]);
    }
    return zone;
  }
}

/** What stands before a domain in one of its subdomains. */
function labelsBelow(subdomain: string, domain: string): string {
  const suffix = `.${domain}`;
  if (subdomain.endsWith(suffix)) return subdomain.slice(0, -suffix.length);
  throw new Error(`${subdomain} is no subdomain of ${domain}, the domain of its network.`);
}
