import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { NetworkSecurityRule, type NetworkSecurityRuleConfig } from "@cdktf/provider-azurerm/lib/network-security-rule";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "./place";

/** Who may reach whom, at which TCP ports. A range is a CIDR block or, alone, the name of a service tag. */
export interface Passage {
  readonly name: string;
  readonly direction: "Inbound" | "Outbound";
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly ports: readonly number[];
}

/** Ports that a cluster answers at: REST and Kafka. */
export const CLUSTER_PORTS: readonly number[] = [443, 9092];

const FIRST = 100;

/** The last priority there is. Behind it lie Azure's own rules, which let in all of a virtual network and its peers. */
const LAST = 4096;

export interface FirewallProps extends Place {
  readonly name: string;
  readonly subnet: Subnet;
  readonly passages: readonly Passage[];
  /** Directions in which nothing else goes. */
  readonly closed: readonly Passage["direction"][];
}

/** A network security group on a subnet. */
export class Firewall extends Construct {
  /** What has to be there before the firewall holds. */
  public readonly dependables: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, { name, subnet, passages, closed, ...place }: FirewallProps) {
    super(scope, id);
    const { region, resourceGroup, tags } = place;
    const group = new NetworkSecurityGroup(this, "group", {
      name,
      location: region,
      resourceGroupName: resourceGroup,
      tags: { ...tags },
    });
    const rule = (ruleName: string, settings: RuleSettings): NetworkSecurityRule =>
      new NetworkSecurityRule(this, ruleName, {
        name: ruleName,
        resourceGroupName: resourceGroup,
        networkSecurityGroupName: group.name,
        ...settings,
      });
    const rules = [
      ...passages.map((passage, i) => rule(passage.name, allow(passage, FIRST + i))),
      ...closed.map((direction) => rule(`deny-${direction.toLowerCase()}`, deny(direction))),
    ];
    const association = new SubnetNetworkSecurityGroupAssociation(this, "association", {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
    });
    this.dependables = [...rules, association];
  }
}

type RuleSettings = Omit<NetworkSecurityRuleConfig, "name" | "resourceGroupName" | "networkSecurityGroupName">;

const allow = ({ direction, from, to, ports }: Passage, priority: number): RuleSettings => ({
  direction,
  priority,
  access: "Allow",
  protocol: "Tcp",
  sourcePortRange: "*",
  destinationPortRanges: ports.map(String),
  ...(isTag(from) ? { sourceAddressPrefix: from[0] } : { sourceAddressPrefixes: [...from] }),
  ...(isTag(to) ? { destinationAddressPrefix: to[0] } : { destinationAddressPrefixes: [...to] }),
});

const deny = (direction: Passage["direction"]): RuleSettings => ({
  direction,
  priority: LAST,
  access: "Deny",
  protocol: "*",
  sourcePortRange: "*",
  destinationPortRange: "*",
  sourceAddressPrefix: "*",
  destinationAddressPrefix: "*",
});

/** Azure takes a service tag only in the members for one value. */
const isTag = (ranges: readonly string[]): boolean => ranges.length === 1 && /^\w+$/.test(ranges[0] ?? "");
