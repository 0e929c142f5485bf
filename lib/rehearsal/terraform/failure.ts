import { describeDiagnostic, type TerraformDiagnostic } from "./events";

/** A Terraform command that did not do what was asked. */
export class TerraformFailure extends Error {
  public override readonly name = "TerraformFailure";

  public constructor(
    public readonly stack: string,
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
