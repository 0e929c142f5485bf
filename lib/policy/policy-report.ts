import type { PolicyException } from "./policy-exception";
import type { PolicyFinding } from "./policy-rule";

/** A finding that an exception allows. */
export interface ExceptedFinding {
  /** What breaks the rule. */
  readonly finding: PolicyFinding;
  /** Why it may. */
  readonly reason: string;
}

/**
 * What a pack says of an app.
 *
 * @see `docs/guides/policy.md`
 */
export class PolicyReport {
  public constructor(
    /** What breaks rules, and no exception allows. */
    public readonly findings: readonly PolicyFinding[],
    /** What exceptions allow. */
    public readonly excepted: readonly ExceptedFinding[],
    /** Exceptions that allow nothing: what they were for is gone. */
    public readonly unused: readonly PolicyException[],
  ) {}

  /** Findings that stop synth. */
  public get errors(): readonly PolicyFinding[] {
    return this.findings.filter(({ severity }) => severity === "error");
  }

  /** Findings that do not. */
  public get warnings(): readonly PolicyFinding[] {
    return this.findings.filter(({ severity }) => severity === "warning");
  }

  /** All of it as text, a line for each. */
  public toString(): string {
    const lines = [
      ...this.findings.map(({ severity, message }) => `${severity} ${message}`),
      ...this.excepted.map(({ finding: { path, id }, reason }) => `excepted ${path}: ${id}, because: ${reason}`),
      ...this.unused.map(({ id, scope }) => `unused exception ${scope.node.path}: ${id}`),
    ];
    return lines.length > 0 ? lines.join("\n") : "Every policy is kept.";
  }
}
