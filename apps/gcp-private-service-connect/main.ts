import { GcpPrivateNetwork } from "cdktf-cluster-linking";
import { synthesizePlatform } from "cluster-linking-apps/platform/app";
import { gcpNetworks } from "./gcp/networks";
import { settingsSchema } from "./settings";

synthesizePlatform({
  folder: __dirname,
  schema: settingsSchema,
  networkOf: ({ gcp, hub }, scope, id, which, props) => {
    const projectIds = [...new Set([gcp.projectId, hub?.existing?.projectId ?? gcp.projectId])];
    const network = new GcpPrivateNetwork(scope, id, { ...props, projectIds, zones: gcp.zones?.[which] });
    return { network, endpoints: network.serviceAttachments };
  },
  networksOf: gcpNetworks,
});
