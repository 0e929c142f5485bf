import type { Cloud } from "../cloud";
import type { Principal } from "../control/rights";
import type { Router } from "./router";

/** Where the REST endpoints of clusters are opened on this machine. */
export interface ClusterListeners {
  /** Whether new clusters are told to be at their URL on this machine. Else they have a host name, as in the cloud. */
  readonly areTold: boolean;
  /** Opens an endpoint for a cluster of the state. Gives back its URL on this machine. */
  open(clusterId: string): Promise<string>;
  /** Closes it, when the cluster is no more. */
  close(clusterId: string): Promise<void>;
}

/** What handlers of the control plane have at hand beside the request. The caller has shown a Cloud key. */
export interface ControlPlaneContext {
  readonly cloud: Cloud;
  readonly principal: Principal;
  readonly listeners: ClusterListeners;
}

export type ControlPlaneRouter = Router<ControlPlaneContext>;
