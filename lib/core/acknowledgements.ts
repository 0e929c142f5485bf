import type { IConstruct } from "constructs";
import { illegalAcknowledgement } from "../model/rules/acknowledgement";
import { quote } from "../model/names";
import { findRule } from "../model/rules/catalogue";
import type { Finding } from "../model/rules/rule";
import { AppModel } from "./app-model";
import { requireKind, text } from "./shape";
import { refuse } from "./validation-error";

/**
 * Warnings of the constructs below a scope.
 *
 * @see `docs/rules.md`
 */
export class Warnings {
  private constructor(private readonly scope: IConstruct) {}

  /** The warnings of this construct and everything below it. */
  public static of(scope: IConstruct): Warnings {
    return new Warnings(scope);
  }

  /**
   * Silences a warning below this scope. The reason is kept in cluster-linking.json.
   *
   * Throws CL074 for an id that does not exist, a rule that cannot be acknowledged, and an empty reason.
   */
  public acknowledge(id: string, reason: string): void {
    requireKind(this.scope, "the id", id, text);
    requireKind(this.scope, "the reason", reason, text);
    const rule = findRule(id);
    const problem = !rule
      ? `${quote(id)} is no rule's id.`
      : !rule.acknowledgeable
        ? `${id} cannot be acknowledged.`
        : reason.trim() === ""
          ? `The reason for ${id} is empty.`
          : undefined;
    if (problem) refuse(this.scope, [illegalAcknowledgement.finding(problem)]);
    AppModel.of(this.scope).acknowledge({ id, scope: this.scope.node.path, reason });
  }

  /** What is not acknowledged, as synth reports it. */
  public list(): Finding[] {
    const path = this.scope.node.path;
    return AppModel.of(this.scope)
      .evaluate()
      .warnings.filter((finding) => isBelow(finding.path ?? "", path));
  }
}

function isBelow(path: string, scope: string): boolean {
  return scope === "" || path === scope || path.startsWith(`${scope}/`);
}
