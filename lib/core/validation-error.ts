import type { IConstruct } from "constructs";
import { describeFinding, type Finding } from "../model/rules/rule";

const VALIDATION_ERROR = Symbol.for("cdktf-cluster-linking.ValidationError");

/**
 * One or more broken rules: what was given, what is allowed and how to mend it, behind the path of the construct.
 *
 * Beside the rules that they name, all constructs throw CL102 for a value of another type than their props have.
 *
 * @see `docs/rules.md`
 */
export class ValidationError extends Error {
  /** Always "ValidationError". */
  public override readonly name = "ValidationError";
  /** Path of the construct that breaks the first rule. */
  public readonly constructPath: string;
  /** Id of the first rule, as in docs/rules.md. */
  public readonly code: string;
  /** How to mend the first one. */
  public readonly hint: string;

  public constructor(
    /** Every broken rule, the first one first. */
    public readonly findings: readonly [Finding, ...Finding[]],
  ) {
    super(rendered(findings));
    Object.defineProperty(this, VALIDATION_ERROR, { value: true });
    const [first] = findings;
    this.constructPath = first.path ?? "";
    this.code = first.rule.id;
    this.hint = first.fix;
  }

  /** Whether something is a ValidationError, also one of another copy of this library. */
  public static isValidationError(x: unknown): x is ValidationError {
    return typeof x === "object" && x !== null && VALIDATION_ERROR in x;
  }
}

/** How many findings a message has before it counts the others. */
const MANY = 50;

function rendered(findings: readonly Finding[]): string {
  const shown = findings.slice(0, MANY).map(renderFinding);
  const rest = findings.length - MANY;
  return [...shown, ...(rest > 0 ? [`... and ${rest} more`] : [])].join("\n");
}

/** A finding as its user reads it, behind the path of its construct. */
export function renderFinding(finding: Finding): string {
  return `${finding.path ?? ""}: ${describeFinding(finding)}`;
}

/** Throws if any of these findings stops synth whatever else is in the tree. Warnings wait for the whole tree. */
export function refuse(where: IConstruct | string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const path = typeof where === "string" ? where : where.node.path;
  const [first, ...rest] = findings
    .filter(({ rule }) => rule.severity === "error" && !rule.overridable)
    .map((finding) => ({ ...finding, path: finding.path ?? path }));
  if (first) throw new ValidationError([first, ...rest]);
}
