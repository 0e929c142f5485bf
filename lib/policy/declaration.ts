import { quote } from "../model/names";
import { Rule } from "../model/rules/rule";

export const illegalDeclaration = new Rule("POL000", "error", {
  title: "A policy rule or an exception that cannot count",
  effect: "Somebody believes that something is checked, or allowed, and it is not.",
  allowed:
    "Rules with ids of their own like ACME-001, each once in a pack, and exceptions for the id of one of the pack's rules, with a reason and a construct of the same app.",
  fix: "Correct the rule or the exception.",
  evidence: "own",
});

const FORM = /^[A-Z][A-Z0-9]*-?\d+$/;

/** What is wrong with the ids of a pack's rules, in a sentence. */
export function idProblem(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const id of ids) {
    const shown = quote(id);
    if (!FORM.test(id)) return `${shown} is no id of a policy rule.`;
    if (/^CL\d/.test(id)) return `${shown} is an id of the library's own rules.`;
    if (id === illegalDeclaration.id || seen.has(id)) return `The id ${shown} is taken.`;
    seen.add(id);
  }
  return undefined;
}
