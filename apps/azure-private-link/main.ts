import { AzurePrivateNetwork } from "cdktf-cluster-linking";
import { synthesizePlatform } from "cluster-linking-apps/platform/app";
import { azureNetworks } from "./azure/networks";
import { settingsSchema } from "./settings";

synthesizePlatform({
  folder: __dirname,
  schema: settingsSchema,
  networkOf: ({ azure }, scope, id, _which, props) => {
    const network = new AzurePrivateNetwork(scope, id, { ...props, subscriptionIds: [azure.subscriptionId] });
    return { network, endpoints: network.serviceAliases };
  },
  networksOf: azureNetworks,
});
