import type { Activity } from "../../clock/clock";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Time after a write on the data plane in which the provider does nothing, in milliseconds. */
export const WRITE_PAUSE_MS = 10 * SECOND;

export interface Polling {
  /** Milliseconds before the first look. */
  readonly delayMs: number;
  /** Milliseconds from one look to the next. */
  readonly intervalMs: number;
  /** Milliseconds after which nobody looks again. */
  readonly timeoutMs: number;
  readonly target: string;
  /** States in which it goes on; any other but the target is an error. */
  readonly pending: readonly string[];
  /** Looks in a row that have to see the target. @default 1 */
  readonly times?: number;
}

/** A length of time as in "5m0s". */
function durationText(milliseconds: number): string {
  const seconds = milliseconds / SECOND;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours > 0) return `${hours}h${minutes}m${rest}s`;
  return minutes > 0 ? `${minutes}m${rest}s` : `${rest}s`;
}

/** Looks again and again until a state is reached. Only the time between looks counts for the timeout. */
export async function waitFor(activity: Activity, polling: Polling, look: () => Promise<string>): Promise<void> {
  const { delayMs, intervalMs, timeoutMs, target, pending, times = 1 } = polling;
  let elapsed = 0;
  let seen = 0;
  let last = "";
  for (let pause = delayMs; elapsed + pause < timeoutMs; pause = intervalMs) {
    await activity.wait(pause);
    elapsed += pause;
    last = await look();
    if (last === target) {
      seen++;
      if (seen === times) return;
    } else if (pending.includes(last)) {
      seen = 0;
    } else {
      throw new Error(`unexpected state '${last}', wanted '${target}'`);
    }
  }
  await activity.wait(timeoutMs - elapsed);
  const seenLast = last === "" ? "" : `last state: '${last}', `;
  throw new Error(
    `timeout while waiting for state to become '${target}' (${seenLast}timeout: ${durationText(timeoutMs)})`,
  );
}
