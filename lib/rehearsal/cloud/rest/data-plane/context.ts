import type { Cloud } from "../../cloud";
import type { Principal } from "../../control/rights";
import type { Cluster } from "../../state";
import type { Router } from "../router";

/** What handlers of the data plane have at hand beside the request. */
export interface DataPlaneContext {
  readonly cloud: Cloud;
  readonly cluster: Cluster;
  readonly principal: Principal;
}

export type DataPlaneRouter = Router<DataPlaneContext>;
