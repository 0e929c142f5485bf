import type { Clock } from "../../../clock/clock";
import type { Cloud } from "../../cloud";
import type { Endpoints } from "../endpoints";
import type { Faults } from "../faults";
import type { RequestLog } from "../request-log";
import type { Router } from "../router";

/** What the admin path has at hand. Nobody has to show a key. */
export interface AdminContext {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly endpoints: Endpoints;
  readonly log: RequestLog;
}

export type AdminRouter = Router<AdminContext>;
