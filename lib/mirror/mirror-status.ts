/**
 * A status for a mirror topic that has been applied already. On one that does not exist yet it takes two applies.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export class MirrorStatus {
  private constructor(
    /** The value as the resource has it. */
    public readonly value: MirrorStatusValue,
  ) {
    Object.freeze(this);
  }

  /** States that the mirror topic exists, and what shall become of it. PROMOTED and FAILED_OVER cannot be undone. */
  public static ofExistingMirror(value: MirrorStatusValue): MirrorStatus {
    return new MirrorStatus(value);
  }
}

/** A status as the resource has it. */
export type MirrorStatusValue = "ACTIVE" | "PAUSED" | "PROMOTED" | "FAILED_OVER";
