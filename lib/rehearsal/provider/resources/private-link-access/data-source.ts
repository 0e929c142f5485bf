import { networkingData } from "../networking-data-source";
import { ACCESSES, accessPath, accessState, type AccessAnswer } from "./answer";

export const privateLinkAccessData = networkingData<AccessAnswer>({
  type: "confluent_private_link_access",
  title: "Private Link Access",
  list: ACCESSES,
  path: accessPath,
  state: accessState,
});
