import type { Cloud } from "../../cloud";
import { authenticate } from "../../control/rights";
import { ApiError } from "../../api-error";
import { basicCredentials } from "../basic-auth";
import { RequestRefusal } from "../refusal";
import { dataPlaneWords } from "../refusal-words";
import { Router } from "../router";
import { Surface } from "../surface";
import { registerAcls } from "./acls";
import type { DataPlaneContext } from "./context";
import { registerGroups } from "./groups";
import { registerLinkConfigs } from "./link-configs";
import { registerLinks } from "./links";
import { registerMirrors } from "./mirrors";
import { registerRecords } from "./records";
import { registerTopics } from "./topics";

function routes(): Router<DataPlaneContext> {
  const router = new Router<DataPlaneContext>("/kafka/v3/clusters/{cluster_id}");
  for (const register of [
    registerLinks,
    registerLinkConfigs,
    registerMirrors,
    registerTopics,
    registerRecords,
    registerAcls,
    registerGroups,
  ]) {
    register(router);
  }
  return router;
}

/** The data plane of one cluster. It knows that cluster's keys alone. */
export function dataPlane(cloud: Cloud, clusterId: string): Surface<DataPlaneContext> {
  return new Surface({
    router: routes(),
    words: dataPlaneWords,
    admit: ({ authorization }, params) => {
      const credentials = basicCredentials(authorization);
      const principal = credentials && authenticate(cloud.state, clusterId, credentials.key, credentials.secret);
      if (!principal) throw new ApiError(401, 40101, "Authentication failed");
      const cluster = params.cluster_id === clusterId ? cloud.state.clusters.get(clusterId) : undefined;
      if (!cluster) throw new RequestRefusal(404, `Cluster ${params.cluster_id ?? ""} cannot be found.`);
      return { cloud, cluster, principal };
    },
  });
}
