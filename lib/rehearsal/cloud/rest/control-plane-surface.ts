import type { Cloud } from "../cloud";
import { authenticate } from "../control/rights";
import { basicCredentials } from "./basic-auth";
import type { ClusterListeners, ControlPlaneContext } from "./control-plane-context";
import { addControlPlaneRoutes } from "./control-plane/routes";
import { RequestRefusal } from "./refusal";
import { controlPlaneWords } from "./refusal-words";
import { Router } from "./router";
import { Surface } from "./surface";

/** The control plane. It knows Cloud keys alone. */
export function controlPlane(cloud: Cloud, listeners: ClusterListeners): Surface<ControlPlaneContext> {
  const router = new Router<ControlPlaneContext>();
  addControlPlaneRoutes(router);
  return new Surface({
    router,
    words: controlPlaneWords,
    admit: ({ authorization }) => {
      const credentials = basicCredentials(authorization);
      const principal = credentials && authenticate(cloud.state, undefined, credentials.key, credentials.secret);
      if (!principal) throw new RequestRefusal(401, "Authentication failed");
      return { cloud, principal, listeners };
    },
  });
}
