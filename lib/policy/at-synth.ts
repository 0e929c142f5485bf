import type { TerraformStack } from "cdktf";
import { Annotations, Aspects, type App, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { stacksBelow } from "./finished-tree";
import type { PolicyReport } from "./policy-report";
import type { PolicyFinding } from "./policy-rule";

/** Notices that the aspects of a stack run. */
class AspectsRun implements IAspect {
  public constructor(private readonly notice: (node: IConstruct) => void) {}

  public visit(node: IConstruct): void {
    this.notice(node);
  }
}

/** Asks a pack in each synth of an app, as soon as no aspect can change the tree any more. */
export function enforceAtSynth(app: App, check: () => PolicyReport): void {
  const hooked = new Set<TerraformStack>();
  const finished = new Set<TerraformStack>();
  const seen = new Set<TerraformStack>();
  const warned = new Set<string>();
  let passed = false;

  const hookAll = (): void => {
    for (const stack of stacksBelow(app)) {
      if (hooked.has(stack)) continue;
      hooked.add(stack);
      Aspects.of(stack).add(new AspectsRun((node) => (node === stack ? finished.add(stack) : undefined)));
      stack.node.addValidation({ validate: () => judgeAt(stack) });
    }
  };

  const judgeAt = (stack: TerraformStack): string[] => {
    hookAll();
    if (seen.has(stack)) beginAnew(stack);
    const waits = !passed && [...hooked].some((each) => !finished.has(each) && hasAspects(each));
    const errors = passed || waits ? [] : judge(stack);
    seen.add(stack);
    return errors;
  };

  // A synth that somebody else's error stopped, or validations that ran without one, say nothing of the next.
  const beginAnew = (first: TerraformStack | undefined): void => {
    const ran = first !== undefined && finished.has(first);
    passed = false;
    seen.clear();
    finished.clear();
    if (ran) finished.add(first);
  };

  const judge = (stack: TerraformStack | undefined): string[] => {
    const { errors, warnings } = check();
    if (stack && warnings.length > 0) warn(stack, warnings);
    passed = errors.length === 0;
    return errors.map(({ message }) => message);
  };

  // Annotations of a stack that is written already come too late for cdktf.
  const warn = (stack: TerraformStack, warnings: readonly PolicyFinding[]): void => {
    const constructs = new Map(app.node.findAll().map((construct) => [construct.node.path, construct]));
    for (const { path, message } of warnings) {
      if (warned.has(message)) continue;
      warned.add(message);
      const construct = nearest(constructs, path);
      const late = !construct || [...seen].some((each) => construct.node.scopes.includes(each));
      const where = late ? stack : construct;
      // cdktf puts the path of the construct in front.
      const own = `${where.node.path}: `;
      Annotations.of(where).addWarning(message.startsWith(own) ? message.slice(own.length) : message);
    }
  };

  hookAll();
  app.node.addValidation({
    validate: () => {
      const errors = passed ? [] : judge(undefined);
      beginAnew(undefined);
      return errors;
    },
  });
}

/** The construct of a path, or the nearest one above: topics of a set have no construct of their own. */
function nearest(constructs: ReadonlyMap<string, IConstruct>, path: string): IConstruct | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("/"), 0))) {
    const found = constructs.get(at);
    if (found) return found;
  }
  return undefined;
}

function hasAspects(stack: TerraformStack): boolean {
  return [...stack.node.scopes, ...stack.node.findAll()].some((node) =>
    Aspects.of(node).all.some((aspect) => !(aspect instanceof AspectsRun)),
  );
}
