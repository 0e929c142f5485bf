import type { MirrorAnswer } from "../rest/answers";

/** How far a mirror topic is behind, in records. */
export interface Lag {
  /** Of the partition that is the furthest behind. */
  readonly max: number;
  readonly total: number;
}

/** The lag that an answer tells; `undefined` where it tells none. */
export function lagOf({ mirror_lags: lags }: MirrorAnswer): Lag | undefined {
  if (!lags || lags.length === 0) return undefined;
  const all = lags.map(({ lag }) => lag);
  return { max: all.reduce((a, b) => Math.max(a, b)), total: all.reduce((a, b) => a + b) };
}
