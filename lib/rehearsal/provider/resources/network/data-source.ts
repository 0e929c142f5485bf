import { networkingData } from "../networking-data-source";
import { NETWORKS, networkPath, type NetworkAnswer } from "./answer";
import { networkState } from "./state";

export const networkData = networkingData<NetworkAnswer>({
  type: "confluent_network",
  title: "Network",
  list: NETWORKS,
  path: networkPath,
  state: networkState,
});
