/** A refusal of a request as such, which each listener puts in its own words. */
export class RequestRefusal extends Error {
  public override readonly name = "RequestRefusal";

  /** @param status HTTP status. */
  public constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
