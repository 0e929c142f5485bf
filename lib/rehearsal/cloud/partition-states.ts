import { mirrorsOn, receives, type HostedHalf } from "./halves";
import type { MirrorStatus } from "./state";

/** What a link's description calls the state of a partition. */
export type PartitionState = "UNKNOWN" | "IN_ERROR" | "ACTIVE" | "PAUSED" | "PENDING";

const STATES: Readonly<Record<MirrorStatus, PartitionState | undefined>> = {
  ACTIVE: "ACTIVE",
  FAILED: "IN_ERROR",
  LINK_FAILED: "IN_ERROR",
  LINK_PAUSED: "PAUSED",
  PAUSED: "PAUSED",
  PENDING_MIRROR: "PENDING",
  PENDING_RESTORE: "PENDING",
  PENDING_SETUP_FOR_RESTORE: "PENDING",
  PENDING_STOPPED: "PENDING",
  PENDING_SYNCHRONIZE: "PENDING",
  SOURCE_UNAVAILABLE: "IN_ERROR",
  // A mirror no longer.
  STOPPED: undefined,
};

/** How many partitions of a link's mirror topics are in which state; `undefined` for a half that receives nothing. */
export function partitionStates(hosted: HostedHalf): ReadonlyMap<PartitionState, number> | undefined {
  if (!receives(hosted.half)) return undefined;
  const counts = new Map<PartitionState, number>(
    (["UNKNOWN", "IN_ERROR", "ACTIVE", "PAUSED", "PENDING"] as const).map((state) => [state, 0]),
  );
  for (const { mirror, partitions } of mirrorsOn(hosted)) {
    const state = STATES[mirror.status];
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + partitions.length);
  }
  return counts;
}
