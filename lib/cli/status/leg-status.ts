import type { Lag } from "./lag";

export interface TaskStatus {
  readonly name: string;
  readonly state: string;
  readonly error?: string;
}

/** What one half says of itself, or why it says nothing. */
export interface HalfStatus {
  readonly role: string;
  readonly cluster: string;
  readonly clusterId: string | null;
  /** `absent`: the cluster has no link of this name. */
  readonly answer: "answered" | "absent" | "refused" | "unreachable" | "not asked";
  /** Why it is not answered. */
  readonly why?: string;
  readonly state?: string;
  readonly error?: string;
  readonly tasks: readonly TaskStatus[];
}

export interface MirrorStatus {
  readonly topic: string;
  readonly source: string;
  readonly status: string;
  /** Whether the app names it; `null` where only Terraform knows. */
  readonly explicit: boolean | null;
  /** Not of one that is stopped: it does not follow its source any more. */
  readonly lag: Lag | null;
}

/** When consumer groups find their last offsets on the destination. */
export interface OffsetSyncStatus {
  readonly enabled: boolean | null;
  readonly intervalMs: number | null;
  /** Two intervals: what has to pass after the last commit; 0 where offsets are not copied. */
  readonly waitMs: number | null;
}

/** How a leg is. */
export interface LegStatus {
  readonly path: string;
  readonly stack: string;
  readonly link: string | null;
  readonly source: string;
  readonly destination: string;
  readonly ready: boolean;
  readonly halves: readonly HalfStatus[];
  /** `null` where the destination did not tell. */
  readonly mirrors: readonly MirrorStatus[] | null;
  readonly offsetSync: OffsetSyncStatus;
  /** What is known not to be ready. */
  readonly notReady: readonly string[];
  /** What could not be asked. */
  readonly unknown: readonly string[];
}
