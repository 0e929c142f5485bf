import type { Activity } from "../../clock/clock";
import { HOUR, MINUTE, SECOND, waitFor } from "./polling";

const PROVISIONING = { delayMs: 5 * SECOND, intervalMs: MINUTE, timeoutMs: 2 * HOUR };

/** Something of networking that is on its way. */
export interface Provisioned {
  readonly status?: { readonly phase?: string; readonly error_message?: string };
}

/** Looks again and again until something is READY. */
export async function waitUntilReady(activity: Activity, look: () => Promise<Provisioned>): Promise<void> {
  await waitFor(activity, { ...PROVISIONING, pending: ["PROVISIONING"], target: "READY" }, async () => {
    const { phase = "", error_message: reason = "" } = (await look()).status ?? {};
    if (phase === "FAILED") throw new Error(`provisioning status is "FAILED": ${reason}`);
    return phase;
  });
}
