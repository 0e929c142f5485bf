/** Statuses that the provider's client can decode. Any other in an answer is an error. */
const DECODED = ["ACTIVE", "FAILED", "PAUSED", "STOPPED", "PENDING_STOPPED"];

/** Statuses that a configuration may ask for. */
export const CONFIGURABLE_STATUSES = ["ACTIVE", "PAUSED", "FAILED_OVER", "PROMOTED"];

/** Statuses of a topic that is no mirror any more. The API knows one, the configuration two. */
const FINAL = ["STOPPED", "FAILED_OVER", "PROMOTED"];

export function decodedStatus(status: unknown): string {
  if (status === undefined) return "";
  if (typeof status === "string" && DECODED.includes(status)) return status;
  throw new Error(`${typeof status === "string" ? status : JSON.stringify(status)} is not a valid MirrorTopicStatus`);
}

/** Whether a change of status is none: once stopped, a mirror topic is neither more nor less promoted. */
export const isNoChange = (from: string, to: string): boolean => FINAL.includes(from) && FINAL.includes(to);

/** A legal change of status. */
export interface Transition {
  readonly verb: "pause" | "resume" | "promote" | "failover";
  /** Statuses on the way. */
  readonly pending: readonly string[];
  readonly target: string;
}

const LEGAL: Readonly<Record<string, Omit<Transition, "pending">>> = {
  "ACTIVE -> PAUSED": { verb: "pause", target: "PAUSED" },
  "PAUSED -> ACTIVE": { verb: "resume", target: "ACTIVE" },
  "ACTIVE -> PROMOTED": { verb: "promote", target: "STOPPED" },
  "ACTIVE -> FAILED_OVER": { verb: "failover", target: "STOPPED" },
  "PAUSED -> PROMOTED": { verb: "promote", target: "STOPPED" },
  "PAUSED -> FAILED_OVER": { verb: "failover", target: "STOPPED" },
};

export const LEGAL_TRANSITIONS: readonly string[] = Object.keys(LEGAL);

export function transition(from: string, to: string): Transition | undefined {
  const legal = LEGAL[`${from} -> ${to}`];
  if (legal === undefined) return undefined;
  return { ...legal, pending: legal.target === "STOPPED" ? [from, "PENDING_STOPPED"] : [from] };
}
