import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { stackVariable } from "../core/variables";

/** Name of the variable that fails a stack over. */
export const FAILOVER_VARIABLE = "failover";

const EXPLANATION = [
  "failover must be empty, PROMOTED or FAILED_OVER.",
  "Empty keeps mirroring.",
  "PROMOTED waits until every mirror topic has all of its source's records, then makes it writable: for a planned switch.",
  "FAILED_OVER makes it writable at once and loses what has not been copied: for a disaster.",
  "Neither can be undone.",
].join(" ");

/** Fails a stack's mirror topics over when a variable says so. */
export class Failover {
  private constructor(
    /** The value for `status` of a mirror topic: null while nothing is to happen. */
    public readonly status: string,
    /** Stack that the variable belongs to. */
    public readonly stack: TerraformStack,
  ) {
    Object.freeze(this);
  }

  /**
   * Declares the variable `failover` of the stack, once: empty (the default), `PROMOTED` or `FAILED_OVER`.
   *
   * Throws CL066 when the stack has another element of that name.
   */
  public static fromVariable(scope: Construct): Failover {
    const variable = stackVariable(scope, FAILOVER_VARIABLE, {
      default: "",
      description:
        "Fails this stack's mirror topics over: empty, PROMOTED (planned) or FAILED_OVER (now). Cannot be undone.",
      validation: [
        {
          condition: `\${contains(["", "PROMOTED", "FAILED_OVER"], var.${FAILOVER_VARIABLE})}`,
          errorMessage: EXPLANATION,
        },
      ],
    });
    const name = variable.friendlyUniqueId;
    return new Failover(`\${var.${name} == "" ? null : var.${name}}`, TerraformStack.of(scope));
  }
}
