import { controlAllows, type ControlRight } from "../../control/control-rights";
import type { ControlPlaneContext } from "../control-plane-context";
import { ControlPlaneError } from "../../control-plane-error";

type Caller = Pick<ControlPlaneContext, "cloud" | "principal">;

/** Refuses with 403 what the caller may not do. */
export function need(caller: Caller, right: ControlRight): void {
  if (!may(caller, right)) throw forbidden();
}

/** Whether the caller may do something. */
export function may({ cloud, principal }: Caller, right: ControlRight): boolean {
  return controlAllows(cloud.state, principal, right);
}

/** What is not there reads like what one may not see. */
export function seen<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw forbidden();
  return thing;
}

/** A query parameter that a request has to carry. */
export function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value === null || value === "") {
    throw new ControlPlaneError(400, "invalid_request", `the query parameter ${name} is missing`);
  }
  return value;
}

export function forbidden(): ControlPlaneError {
  return new ControlPlaneError(403, "forbidden_access", "Forbidden Access");
}
