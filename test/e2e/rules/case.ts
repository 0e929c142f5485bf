import type { World } from "./world";

/** A wrong configuration that one rule of the library refuses or warns of, and what happens when nobody does. */
export interface WrongCase {
  readonly rule: string;
  readonly wrong: string;
  /** Applies it with Terraform and expects what the rule says. */
  readonly shown: (world: World) => Promise<void>;
}
