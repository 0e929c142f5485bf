import type { EnvironmentLine } from "./import-environment";

/** One run of Terraform in the folder of a stack. */
export interface Run {
  /** Name of its folder, in the order of the runs of its stack. */
  readonly name: string;
  readonly stack: string;
  /** What is adopted. */
  readonly title: string;
  /** Blocks that are laid beside the stack's JSON for this run. */
  readonly blocks: {
    readonly import?: readonly { readonly to: string; readonly id: string }[];
    readonly moved?: readonly { readonly from: string; readonly to: string }[];
  };
  readonly targets: readonly string[];
  /** Empty where nothing is read from the environment. */
  readonly environment: readonly EnvironmentLine[];
  /** What changes in place. */
  readonly changes: readonly string[];
  /** How many resources change in place; `undefined` where settings that only Terraform knows may change. */
  readonly changed: number | undefined;
}

/** The last line of the plan that is to be expected. */
export function expectedPlan({ blocks, changed }: Run): string {
  const imports = blocks.import?.length ?? 0;
  return `Plan: ${imports === 0 ? "" : `${imports} to import, `}0 to add, ${changed ?? "…"} to change, 0 to destroy.`;
}
