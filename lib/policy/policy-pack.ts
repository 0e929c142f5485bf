import type { App } from "cdktf";
import type { IConstruct } from "constructs";
import {
  aFunction,
  construct as aConstruct,
  either,
  list,
  requireKind,
  requireProps,
  shape,
  text,
  word,
} from "../core/shape";
import { renderFinding, refuse } from "../core/validation-error";
import { quote } from "../model/names";
import { Rule } from "../model/rules/rule";
import { enforceAtSynth } from "./at-synth";
import { idProblem, illegalDeclaration } from "./declaration";
import { finishedTree } from "./finished-tree";
import type { PolicyException } from "./policy-exception";
import { PolicyReport, type ExceptedFinding } from "./policy-report";
import type { PolicyFinding, PolicyRule, PolicyViolation } from "./policy-rule";
import type { PolicyTree } from "./policy-tree";
import { RECOMMENDED } from "./rules/recommended";

/** The rules of a pack, and where they need not be kept. */
export interface PolicyPackProps {
  /** Rules as data. @default - none; with `PolicyPack.recommended`, none but its own */
  readonly rules?: readonly PolicyRule[];
  /** Where rules need not be kept, and why. @default - nowhere */
  readonly exceptions?: readonly PolicyException[];
}

const RULE = shape(
  "a rule",
  {
    ...{ id: text, title: text, effect: text, allowed: text, fix: text },
    severity: either(word("error"), word("warning")),
    check: aFunction,
  },
  ["id", "severity", "title", "effect", "allowed", "fix", "check"],
);
const EXCEPTION = shape("an exception", { id: text, reason: text, scope: aConstruct }, ["id", "reason", "scope"]);
const PROPS = { rules: list(RULE, { orToken: false }), exceptions: list(EXCEPTION, { orToken: false }) };
const VIOLATIONS = list(shape("a violation", { path: text, given: text }, ["path", "given"]), { orToken: false });

/**
 * Rules of an organisation over a finished app: what its links, keys, roles and regions have to be beyond what Confluent Cloud takes.
 *
 * The library's own rules (`CL...`) are asked by synth whatever a pack says. A pack does not change: `with` and `except` make another one.
 *
 * Errors: POL000 for a rule or an exception that cannot count, CL102 for what is no rule, exception or list of violations.
 *
 * @see `docs/guides/policy.md`
 */
export class PolicyPack {
  /** Rules of the pack. */
  public readonly rules: readonly PolicyRule[];
  private readonly exceptions: readonly PolicyException[];

  public constructor(props: PolicyPackProps = {}) {
    requireProps("PolicyPack", props, PROPS);
    const { rules = [], exceptions = [] } = props;
    const ids = rules.map(({ id }) => id);
    const problem = idProblem(ids);
    if (problem !== undefined) refuse("PolicyPack", [illegalDeclaration.finding(problem)]);
    for (const exception of exceptions) requireCounting(exception, ids);
    this.rules = [...rules];
    this.exceptions = [...exceptions];
  }

  /** The rules POL001 to POL009 of docs/guides/policy.md, and those that are given. */
  public static recommended(props: PolicyPackProps = {}): PolicyPack {
    requireProps("PolicyPack", props, PROPS);
    return new PolicyPack({ ...props, rules: [...RECOMMENDED, ...(props.rules ?? [])] });
  }

  /** What the recommended rules say of an app; in short for `PolicyPack.recommended().check(app)`. */
  public static check(app: IConstruct): PolicyReport {
    return PolicyPack.recommended().check(app);
  }

  /** The same pack with further rules. */
  public with(...rules: readonly PolicyRule[]): PolicyPack {
    return new PolicyPack({ rules: [...this.rules, ...rules], exceptions: this.exceptions });
  }

  /** The same pack with further exceptions. */
  public except(...exceptions: readonly PolicyException[]): PolicyPack {
    return new PolicyPack({ rules: this.rules, exceptions: [...this.exceptions, ...exceptions] });
  }

  /**
   * What the rules say of an app as it stands now, or of one part of it: the findings at or below this construct.
   *
   * Ask when the tree is complete. Aspects run in `app.synth()`; where they change what rules look at, ask after it, or use `enforceAtSynth`.
   *
   * @throws An error that names the rule whose `check` throws.
   */
  public check(app: IConstruct): PolicyReport {
    const foreign = this.exceptions.find(({ scope }) => scope.node.root !== app.node.root);
    if (foreign) {
      refuse(foreign.scope, [illegalDeclaration.finding(`The exception for ${foreign.id} is in another app.`)]);
    }
    const tree = finishedTree(app);
    const found = this.rules
      .flatMap((rule) => findingsOf(rule, tree))
      .filter(({ path }) => isBelow(path, app.node.path));
    const used = new Set<PolicyException>();
    const excepted: ExceptedFinding[] = [];
    const findings = found.filter((finding) => {
      const allowing = this.exceptions.filter(
        ({ id, scope }) => id === finding.id && isBelow(finding.path, scope.node.path),
      );
      const [first] = allowing;
      if (!first) return true;
      for (const exception of allowing) used.add(exception);
      excepted.push({ finding, reason: first.reason });
      return false;
    });
    const unused = this.exceptions.filter(
      (exception) => !used.has(exception) && isBelow(exception.scope.node.path, app.node.path),
    );
    return new PolicyReport(findings, excepted, unused);
  }

  /**
   * Makes `app.synth()` fail where an error of the pack is left, in the form of the library's own errors, and shows its warnings.
   *
   * Rules are asked once per synth, after aspects have run; where no stack has any, before the first file is written. It costs as much as
   * rendering the JSON once more. An App with `skipValidation` skips it.
   */
  public enforceAtSynth(app: App): void {
    enforceAtSynth(app, () => this.check(app));
  }
}

function requireCounting({ id, reason, scope }: PolicyException, ids: readonly string[]): void {
  const problem = !ids.includes(id)
    ? `${quote(id)} is no rule of this pack.`
    : reason.trim() === ""
      ? `The reason for ${id} is empty.`
      : undefined;
  if (problem !== undefined) refuse(scope, [illegalDeclaration.finding(problem)]);
}

function findingsOf(rule: PolicyRule, tree: PolicyTree): PolicyFinding[] {
  const { id, severity, title, effect, allowed, fix } = rule;
  const asked = new Rule(id, severity, { title, effect, allowed, fix, evidence: "own" });
  let violations: readonly PolicyViolation[];
  try {
    violations = rule.check(tree);
  } catch (error) {
    throw new Error(`The policy ${id} cannot be checked: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  requireKind("PolicyPack", `what the check of ${id} gives back`, violations, VIOLATIONS);
  return violations.map(({ path, given }) => ({
    id,
    severity,
    title,
    path,
    given,
    message: renderFinding(asked.finding(given, { path })),
  }));
}

function isBelow(path: string, scope: string): boolean {
  return scope === "" || path === scope || path.startsWith(`${scope}/`);
}
