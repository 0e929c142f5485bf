import { DOCUMENT_NAME } from "../../model/document";
import { AppOutput, OUT_OPTION, outputFolder } from "../app-output";
import { parseArguments } from "../arguments";
import { printable } from "../check-plan/attributes";
import { Carried } from "../check-plan/carried";
import { describeVerdict } from "../check-plan/describe";
import { judge } from "../check-plan/judge";
import { readPlan } from "../check-plan/plan-file";
import { answer, Misuse, NoAnswer, type Command, type Environment, type ExitCode } from "../command";

const OPTIONS = {
  allow: { type: "string", multiple: true },
  reason: { type: "string" },
  json: { type: "boolean" },
  out: { type: "string" },
} as const;

/** `cluster-linking check-plan`: whether a Terraform plan would lose what cannot be brought back. */
export const checkPlanCommand: Command = {
  usage: `Usage: cluster-linking check-plan <plan.json|-> [--allow ADDRESS]... [--reason TEXT] [--json] [--out DIR]

Reads a plan as "terraform show -json" writes it, from a file or from standard input (-), and refuses it if it deletes or
replaces a half of a link, a mirror topic, a topic, a cluster, an environment, or a network and what leads into it. Tells for
each address what would be lost. What Terraform forgets stays, and is no loss; a promotion or failover is told and is fine.
Asks nobody, changes nothing, and prints nothing that is secret.

  --allow ADDRESS      this one shall go; may be given several times
  --reason TEXT        why; needed with --allow, and printed with it
  --json               the same for programs
${OUT_OPTION}
                       With ${DOCUMENT_NAME} it tells names of clusters and what stops on those after them, too;
                       the verdict is the same without.

Exit code: 0 when nothing is lost, or only what is allowed; 3 when the plan is refused; 2 when there is no answer, because the
input is no plan, or one that Terraform did not finish. 1 is never a verdict: it is what a program ends with that crashes.`,

  async run(args, { env }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const file = fileOf(positionals);
    const { allow = [], reason } = values;
    if (allow.includes("")) throw new Misuse("--allow has an empty address.");
    if (allow.length > 0 && (reason ?? "").trim() === "") throw new Misuse("--allow needs a --reason.");
    if (allow.length === 0 && reason !== undefined) throw new Misuse("--reason is for --allow, which is missing.");
    const { carried, without } = carriedBy(values.out, env);
    const plan = await readPlan(file);
    const judged = judge(plan, carried, new Set(allow));
    const verdict = { ...judged, notices: [...judged.notices, ...(without === undefined ? [] : [without])] };
    const refused = verdict.findings.some(({ allowed }) => !allowed);
    const told = { verdict, reason: reason === undefined ? undefined : printable(reason), errored: plan.errored };
    const text = values.json
      ? JSON.stringify({ version: 1, refused, errored: plan.errored, reason, ...verdict }, undefined, 2)
      : describeVerdict(told);
    return answer(text, exitCodeOf(refused, plan.errored));
  },
};

function fileOf(positionals: readonly string[]): string {
  const [file, ...rest] = positionals;
  if (file === undefined || file === "") throw new Misuse('The plan is missing: a file, or "-" for standard input.');
  if (rest.length > 0) {
    throw new Misuse(`One plan at a time: ${rest.map((each) => JSON.stringify(each)).join(", ")} is too much.`);
  }
  return file;
}

/** What is known of the app. Only a folder that was asked for has to be there. */
function carriedBy(
  out: string | undefined,
  env: Environment,
): { readonly carried: Carried; readonly without?: string } {
  try {
    const { document, legs } = new AppOutput(outputFolder(out, env));
    return { carried: new Carried(document, legs) };
  } catch (error) {
    if (!(error instanceof NoAnswer) || out !== undefined) throw error;
    return { carried: new Carried(), without: `Judged without ${DOCUMENT_NAME}, and so without what stops elsewhere.` };
  }
}

const exitCodeOf = (refused: boolean, errored: boolean): ExitCode => (refused ? 3 : errored ? 2 : 0);
