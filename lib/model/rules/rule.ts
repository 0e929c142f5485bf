import type { Evidence } from "../evidence";

/**
 * - `error`: synth stops.
 * - `warning`: synth goes on and says so, until it is acknowledged with a reason.
 * - `guaranteed`: the library writes what is needed; there is nothing to get wrong.
 * - `documented`: cannot be seen at synth.
 */
export type Severity = "error" | "warning" | "guaranteed" | "documented";

export interface RuleText {
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What happens when nobody refuses it. */
  readonly effect: string;
  /** What is allowed. */
  readonly allowed: string;
  /** How to mend it. */
  readonly fix: string;
  /** What the effect is known from. */
  readonly evidence: Evidence;
  /** Whether an error may be acknowledged like a warning. */
  readonly overridable?: boolean;
}

/** One thing that is refused, warned about or prevented, under an id that never changes. */
export class Rule implements RuleText {
  public readonly title: string;
  public readonly effect: string;
  public readonly allowed: string;
  public readonly fix: string;
  public readonly evidence: Evidence;
  public readonly overridable: boolean;

  public constructor(
    public readonly id: string,
    public readonly severity: Severity,
    text: RuleText,
  ) {
    this.title = text.title;
    this.effect = text.effect;
    this.allowed = text.allowed;
    this.fix = text.fix;
    this.evidence = text.evidence;
    this.overridable = text.overridable ?? false;
    Object.freeze(this);
  }

  /** Whether a reason can silence it. */
  public get acknowledgeable(): boolean {
    return this.severity === "warning" || this.overridable;
  }

  /** States that something breaks this rule. `path` is the construct's, where the model knows it. */
  public finding(given: string, options: { path?: string; fix?: string } = {}): Finding {
    return { rule: this, given, fix: options.fix ?? this.fix, path: options.path };
  }
}

export interface Finding {
  readonly rule: Rule;
  /** What was given, with names and values. */
  readonly given: string;
  readonly fix: string;
  readonly path: string | undefined;
}

/** A finding as its user reads it. */
export function describeFinding({ rule, given, fix }: Finding): string {
  return `${rule.id}: ${given} Allowed: ${rule.allowed} Fix: ${fix}`;
}

/** The same findings, each at the construct of this path. */
export function at(path: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => (finding.path === undefined ? { ...finding, path } : finding));
}
