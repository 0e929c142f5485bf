/** A refusal as the control plane words it. */
export class ControlPlaneError extends Error {
  public override readonly name = "ControlPlaneError";

  /**
   * @param status HTTP status.
   * @param code Word for the reason, such as `resource_not_found`.
   */
  public constructor(
    public readonly status: number,
    public readonly code: string,
    public readonly detail: string,
  ) {
    super(detail);
  }
}
