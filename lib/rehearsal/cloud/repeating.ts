import type { Cloud } from "./cloud";
import { exists, type HostedHalf } from "./halves";
import type { LinkHalf } from "./state";

interface Rhythm {
  readonly intervalMs: number;
}

const RHYTHMS = new WeakMap<LinkHalf, Map<string, Rhythm>>();

/**
 * Does some work for a half again and again, as long as the half exists.
 *
 * Asked again with the same interval it goes on as before, with another one it starts anew, with `undefined` it ends.
 */
export function repeat(
  cloud: Cloud,
  hosted: HostedHalf,
  name: string,
  intervalMs: number | undefined,
  work: () => void,
): void {
  const rhythms = RHYTHMS.get(hosted.half) ?? new Map<string, Rhythm>();
  RHYTHMS.set(hosted.half, rhythms);
  if (rhythms.get(name)?.intervalMs === intervalMs) return;
  rhythms.delete(name);
  if (intervalMs === undefined) return;
  const rhythm = { intervalMs };
  rhythms.set(name, rhythm);
  const next = (): void =>
    cloud.after(intervalMs, () => {
      if (rhythms.get(name) !== rhythm || !exists(cloud, hosted)) return;
      work();
      next();
    });
  next();
}
