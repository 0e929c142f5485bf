/** A refusal as the data plane words it. */
export class ApiError extends Error {
  public override readonly name = "ApiError";

  /**
   * @param status HTTP status.
   * @param code Kafka REST error code, such as 40002.
   */
  public constructor(
    public readonly status: number,
    public readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
