import { describeDiagnostic, type TerraformDiagnostic } from "./events";

/**
 * A Terraform command that did not do what was asked.
 *
 * @see `docs/rehearsal.md`
 */
export class TerraformFailure extends Error {
  /** Name of the error's class. */
  public override readonly name = "TerraformFailure";

  public constructor(
    /** Stack in which it failed. */
    public readonly stack: string,
    /** Terraform's command, like `apply`. */
    public readonly command: string,
    /** What Terraform complained of, warnings included. */
    public readonly diagnostics: readonly TerraformDiagnostic[],
    /** What it printed where it gave no diagnostics. */
    output: string,
  ) {
    const errors = diagnostics.filter(({ severity }) => severity === "error").map(describeDiagnostic);
    super(
      [`terraform ${command} of the stack ${stack} failed.`, ...(errors.length > 0 ? errors : [output])].join("\n"),
    );
  }
}
