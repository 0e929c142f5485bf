import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { Construct } from "constructs";
import { closedKey } from "./closed-key";
import { CLUSTER_PORTS, Firewall, type Passage } from "./firewall";
import type { Place } from "./place";
import type { VirtualNetworkName } from "./resource-id";

/** Azure's resolver, which every network has at this address and no security rule stops. */
export const AZURE_RESOLVER = "168.63.129.16";

const ADMIN = "azureuser";

export interface SniProxyProps extends Pick<Place, "region" | "tags"> {
  /** Names of what is made here. */
  readonly name: string;
  /** The network that the machine gets a subnet in. Its zones decide what names lead to. */
  readonly network: VirtualNetworkName;
  /** Range of that subnet. */
  readonly subnet: string;
  /** Ranges that may use the proxy. */
  readonly allowedCidrs: readonly string[];
  /** Ranges of the private endpoints that the proxy forwards to. */
  readonly endpoints: readonly string[];
  /** What the machine does at its first start. Another text makes another machine; the address stays. */
  readonly cloudInit: string;
  /** @default - Standard_B2ats_v2 */
  readonly size?: string | undefined;
  /** A key, and the ranges that may log in with it. @default - nobody can log in */
  readonly ssh?: { readonly publicKey: string; readonly allowedCidrs: readonly string[] } | undefined;
  /** Encrypts disks on the host too, which the subscription has to be registered for. @default - on the storage alone */
  readonly encryptionAtHost?: boolean | undefined;
  /** Resource id of a disk encryption set, for a key of one's own. @default - Azure's key */
  readonly diskEncryptionSetId?: string | undefined;
}

/** A machine that passes TLS connections on to private clusters by the name they ask for, for those who have no other way in. */
export class SniProxy extends Construct {
  /** The address to write beside the clusters' names in a hosts file. */
  public readonly publicIp: PublicIp;

  public constructor(scope: Construct, id: string, props: SniProxyProps) {
    super(scope, id);
    const { name, region, tags, network, ssh } = props;
    const group = new ResourceGroup(this, "resource-group", { name, location: region, tags: { ...tags } });
    const place = { location: region, resourceGroupName: group.name, tags: { ...tags } };
    const subnet = new Subnet(this, "subnet", {
      name,
      resourceGroupName: network.resourceGroup,
      virtualNetworkName: network.virtualNetwork,
      addressPrefixes: [props.subnet],
      defaultOutboundAccessEnabled: false,
    });
    const firewall = new Firewall(this, "firewall", {
      region,
      resourceGroup: group.name,
      tags,
      name,
      subnet,
      passages: passagesOf(props),
      closed: ["Inbound", "Outbound"],
    });
    this.publicIp = new PublicIp(this, "public-ip", { name, sku: "Standard", allocationMethod: "Static", ...place });
    const networkInterface = new NetworkInterface(this, "interface", {
      name,
      ...place,
      ipConfiguration: [
        {
          name: "primary",
          subnetId: subnet.id,
          privateIpAddressAllocation: "Dynamic",
          publicIpAddressId: this.publicIp.id,
        },
      ],
    });
    new LinuxVirtualMachine(this, "machine", {
      name,
      ...place,
      size: props.size ?? "Standard_B2ats_v2",
      networkInterfaceIds: [networkInterface.id],
      adminUsername: ADMIN,
      adminSshKey: [{ username: ADMIN, publicKey: ssh?.publicKey ?? closedKey() }],
      disablePasswordAuthentication: true,
      // Whoever may change the machine in Azure could run commands on it otherwise.
      allowExtensionOperations: false,
      secureBootEnabled: true,
      vtpmEnabled: true,
      ...(props.encryptionAtHost !== undefined && { encryptionAtHostEnabled: props.encryptionAtHost }),
      osDisk: {
        caching: "ReadWrite",
        storageAccountType: "StandardSSD_LRS",
        ...(props.diskEncryptionSetId !== undefined && { diskEncryptionSetId: props.diskEncryptionSetId }),
      },
      sourceImageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
      customData: Buffer.from(props.cloudInit).toString("base64"),
      // Its first start fetches packages, and it never stands open.
      dependsOn: [...firewall.dependables],
    });
  }
}

function passagesOf({ allowedCidrs, ssh, subnet, endpoints }: SniProxyProps): Passage[] {
  const inbound = (name: string, from: readonly string[], ports: readonly number[]): Passage => ({
    name,
    direction: "Inbound",
    from,
    to: [subnet],
    ports,
  });
  return [
    inbound("clients-to-proxy", allowedCidrs, CLUSTER_PORTS),
    ...(ssh ? [inbound("operators-to-ssh", ssh.allowedCidrs, [22])] : []),
    { name: "proxy-to-clusters", direction: "Outbound", from: [subnet], to: endpoints, ports: CLUSTER_PORTS },
    { name: "proxy-to-packages", direction: "Outbound", from: [subnet], to: ["Internet"], ports: [80, 443] },
  ];
}
