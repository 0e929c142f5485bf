import { ControlPlaneError } from "../control-plane-error";

/** Refuses a display name that is taken, with 409. */
export function refuseDuplicate(kind: string, others: Iterable<{ displayName: string }>, displayName: string): void {
  for (const other of others) {
    if (other.displayName === displayName) {
      throw new ControlPlaneError(409, "conflict", `${kind} ${displayName} already exists`);
    }
  }
}
