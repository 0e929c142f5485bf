import type { IConstruct } from "constructs";

/** A rule that need not be kept somewhere. */
export interface PolicyException {
  /** Id of one of the pack's rules. */
  readonly id: string;
  /** Why not. An empty reason is refused (POL000). */
  readonly reason: string;
  /** Where: this construct and everything below it. The app itself for everywhere. */
  readonly scope: IConstruct;
}
