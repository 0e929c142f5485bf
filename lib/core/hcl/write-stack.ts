import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { App, TerraformStack, type ISynthesisSession } from "cdktf";
import type { IConstruct } from "constructs";
import { hclByHand, notInHcl } from "../../model/rules/output";
import { refuse } from "../validation-error";
import type { Body } from "./body";
import { shapesOf } from "./shapes";
import { stackText } from "./stack-text";

const OTHER_FORM: Readonly<Record<string, string>> = { "cdk.tf": "cdk.tf.json", "cdk.tf.json": "cdk.tf" };

const WRITTEN = new WeakSet<TerraformStack>();

/** Throws CL101 where cdktf writes the HCL of a stack and nobody replaces it. */
export function requireOwnHcl(element: IConstruct): void {
  if (WRITTEN.has(TerraformStack.of(element))) return;
  refuse(element, [hclByHand.finding("The HCL is not written by app.synth().")]);
}

/**
 * Synthesises a stack by cdktf, and for HCL replaces what cdktf wrote by what the stack's JSON says. Removes what a synth of the other form left.
 *
 * Throws CL100 for what cannot be written; no file of the stack is left then.
 */
export function synthesizeStack(stack: TerraformStack, session: ISynthesisSession, byCdktf: () => void): void {
  const isHcl = App.of(stack).hclOutput;
  if (isHcl) WRITTEN.add(stack);
  try {
    byCdktf();
    const { synthesizedStackPath, workingDirectory } = session.manifest.forStack(stack);
    const file = join(session.outdir, synthesizedStackPath);
    if (isHcl) {
      rmSync(file, { force: true });
      writeFileSync(file, textOf(stack));
    }
    const other = OTHER_FORM[basename(file)];
    if (other !== undefined) rmSync(join(session.outdir, workingDirectory, other), { force: true });
  } finally {
    WRITTEN.delete(stack);
  }
}

/** For a stack that cdktf has written already. */
export function rewriteStack(stack: TerraformStack, session: ISynthesisSession): void {
  synthesizeStack(stack, session, () => undefined);
}

function textOf(stack: TerraformStack): string {
  const { hcl, refused } = stackText(stack.toTerraform() as Body, shapesOf(stack));
  refuse(
    stack,
    refused.map(({ what, why }) => notInHcl.finding(`${what} has ${why}.`)),
  );
  return hcl;
}
