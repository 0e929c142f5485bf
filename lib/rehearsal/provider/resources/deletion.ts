import type { Activity } from "../../clock/clock";
import { Refusal } from "./failures";
import { waitFor, type Polling } from "./polling";

const STILL_THERE = "IN_PROGRESS";
const GONE = "DONE";

/** Looks again and again until something is gone. */
export async function waitUntilGone(
  activity: Activity,
  polling: Pick<Polling, "delayMs" | "intervalMs" | "timeoutMs">,
  look: () => Promise<unknown>,
  isGone = (refusal: Refusal): boolean => refusal.isNotFound,
): Promise<void> {
  await waitFor(activity, { ...polling, pending: [STILL_THERE], target: GONE }, async () => {
    try {
      await look();
      return STILL_THERE;
    } catch (error) {
      if (error instanceof Refusal && isGone(error)) return GONE;
      throw error;
    }
  });
}
