import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { TerraformOutput } from "cdktf";
import type { CloudNetworks, ClusterNetwork } from "cluster-linking-apps/platform/networks";
import type { Settings } from "../settings";
import type { ClusterNetwork as ServiceNetwork } from "./cluster-network";
import { HubAccess } from "./hub-access";
import { PrivateClusterNetwork } from "./private-cluster-network";
import { SniProxy } from "./sni-proxy";
import { Subnetwork, Vpc, vpcId } from "./vpc";

/** Google Cloud's resolver, which every machine has at this address. */
const GOOGLE_RESOLVER = "169.254.169.254";

/** Google Cloud's side of the networks. */
export function gcpNetworks(settings: Settings): CloudNetworks<string> {
  const { projectId, networks = {}, globalAccess = true, labels = {} } = settings.gcp;
  const protection = settings.protection ?? true;
  const { existing, sniProxy } = settings.hub ?? {};
  const hubProject = existing?.projectId ?? projectId;
  const common = { globalAccess, labels, protection };

  return {
    resolver: GOOGLE_RESOLVER,
    // Without a region: every regional resource says its own.
    addProvider: (stack) => void new GoogleProvider(stack, "google", { project: projectId }),
    makeHub: (stack, { name }) => new Vpc(stack, "hub", { projectId, network: name, protection }).networkId,
    hubByName: ({ name }) => vpcId({ projectId: hubProject, network: existing?.network ?? name }),
    makeProxy: (stack, proxy) => {
      if (!sniProxy) return;
      const name = `${settings.name}-sni-proxy`;
      const { region, network: networkId, subnet, networks: clusters, cloudInit } = proxy;
      const place = { projectId: hubProject, region, name, networkId };
      const { subnetworkId } = new Subnetwork(stack, "sni-proxy-subnetwork", { ...place, range: subnet, protection });
      const { address } = new SniProxy(stack, "sni-proxy", {
        ...place,
        labels,
        protection,
        subnetworkId,
        zone: sniProxy.zone,
        machineType: sniProxy.machineType ?? "e2-micro",
        kmsKey: sniProxy.kmsKey,
        allowedCidrs: sniProxy.allowedCidrs,
        sshFrom: sniProxy.ssh?.allowedCidrs,
        endpoints: clusters.flatMap(({ hubRange }) => hubRange ?? []),
        cloudInit,
      });
      new TerraformOutput(stack, "sni_proxy_address", { value: address.address });
    },
    makeClusterNetwork: (stack, network, hub) => {
      const { which, name, hubRange } = network;
      const cluster = serviceNetworkOf(network);
      new PrivateClusterNetwork(stack, "network", {
        ...common,
        name,
        projectId,
        cluster,
        range: network.endpointRange,
        existing: networks[which],
      });
      if (!hub || hubRange === undefined) return;
      new HubAccess(stack, "hub", {
        ...common,
        name: `${hub.name}-${which}`,
        projectId: hubProject,
        networkId: hub.network,
        cluster,
        range: hubRange,
      });
    },
  };
}

const serviceNetworkOf = ({ region, dnsDomain, zones }: ClusterNetwork): ServiceNetwork => ({
  region,
  dnsDomain,
  zones: zones.map(({ zone, endpoint, subdomain }) => ({
    name: zone,
    serviceAttachment: endpoint,
    domain: subdomain,
  })),
});
