import type { PolicyTree } from "./policy-tree";

/**
 * A rule of an organisation: what it looks for, and what its users read when it is broken.
 *
 * @see `docs/guides/policy.md`
 */
export interface PolicyRule {
  /** Stable id, like `ACME-001`. One of its own: not the `CL` of this library's rules, and once in a pack (POL000). */
  readonly id: string;
  /** Whether it stops synth (`error`) or is a warning of it (`warning`). */
  readonly severity: "error" | "warning";
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What happens when nobody refuses it. */
  readonly effect: string;
  /** What is allowed. */
  readonly allowed: string;
  /** How to mend it. */
  readonly fix: string;
  /** Finds what breaks the rule. It sees plain data alone, and changes nothing. */
  readonly check: (tree: PolicyTree) => readonly PolicyViolation[];
}

/** One place that breaks a rule. */
export interface PolicyViolation {
  /** Path of the construct or stack. Exceptions for it or for what it is in silence the finding. */
  readonly path: string;
  /** What is there, with names and values, in a sentence. It is printed, so no secrets. */
  readonly given: string;
}

/** What breaks a rule of the pack, as its users read it. */
export interface PolicyFinding extends PolicyViolation {
  /** Id of the rule. */
  readonly id: string;
  /** Whether it stops synth. */
  readonly severity: "error" | "warning";
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Path, id, what is there, what is allowed and how to mend it, as an error of synth says it. */
  readonly message: string;
}
