import { DEFAULT_TIMEOUT_MS } from "../access/cluster-access";
import { AppOutput, OUT_OPTION, outputFolder } from "../app-output";
import { parseArguments, refuseWords, secondsOption } from "../arguments";
import { answer, Misuse, type Command } from "../command";
import { chooseLegs } from "../failover/choose-legs";
import { describeOutcome } from "../failover/describe";
import { dryRun } from "../failover/dry-run";
import { failOver } from "../failover/fail-over";
import { linkTasks } from "../failover/link-task";
import { isFine } from "../failover/outcome";
import type { StopVerb } from "../rest/cluster-client";

/** How long mirror topics are looked at, in milliseconds. */
const DEFAULT_WAIT_MS = 300_000;

const OPTIONS = {
  stack: { type: "string" },
  leg: { type: "string" },
  promote: { type: "boolean" },
  failover: { type: "boolean" },
  topics: { type: "string" },
  intermediate: { type: "boolean" },
  yes: { type: "boolean" },
  wait: { type: "string" },
  json: { type: "boolean" },
  timeout: { type: "string" },
  out: { type: "string" },
} as const;

/** `cluster-linking failover`: makes the mirror topics of a stack writable without Terraform. */
export const failoverCommand: Command = {
  usage: `Usage: cluster-linking failover --stack STACK (--promote|--failover) [--topics A,B] [--leg LEG] [--intermediate]
                                [--yes] [--wait SECONDS] [--json] [--timeout SECONDS] [--out DIR]

Makes the mirror topics of a stack's last link writable, explicit and auto-created ones alike, by one REST call for each
link. Asks the destination of that link alone, and works when Terraform cannot plan. Cannot be undone. A dry run, unless
--yes is given: then the API is asked what it would say.

  --stack STACK        stack at the end of the chain, for example jump-to-dr
  --promote            planned: waits until the last link has copied everything (legs before it must be drained first)
  --failover           unplanned: at once; what has not been copied is lost
  --topics A,B         only these mirror topics, by their names on the destination
  --leg LEG            link or path, where the stack has several
  --intermediate       also on a cluster that feeds another link, as JUMP does: it takes over then
  --yes                does it
  --wait SECONDS       how long to look until every topic is STOPPED (default: ${DEFAULT_WAIT_MS / 1000})
  --json               the same for programs
  --timeout SECONDS    how long the cluster may take for an answer (default: ${DEFAULT_TIMEOUT_MS / 1000})
${OUT_OPTION}

Keys: TF_VAR_dr_api_key and TF_VAR_dr_api_secret, as for Terraform, or CLUSTER_LINKING_DR_API_KEY and
CLUSTER_LINKING_DR_API_SECRET, for a cluster DR.

Exit code: 0 when every topic is STOPPED, or in a dry run none would be refused; 1 when one is not; 2 when nothing was done.`,

  async run(args, { env, ...surroundings }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    refuseWords(positionals);
    const verb = verbOf(values);
    const { stack = "", yes = false, intermediate = false, leg } = values;
    if (stack === "") throw new Misuse("--stack is missing.");
    const topics = topicsOf(values.topics);
    const timeoutMs = secondsOption("timeout", values.timeout, DEFAULT_TIMEOUT_MS);
    const waitMs = secondsOption("wait", values.wait, DEFAULT_WAIT_MS);
    const output = new AppOutput(outputFolder(values.out, env));
    const tasks = await linkTasks(output, chooseLegs(output, { stack, leg, intermediate }), topics, { env, timeoutMs });
    const links = await Promise.all(
      tasks.map(async (task) => (yes ? failOver(task, { ...surroundings, verb, waitMs }) : dryRun(task, verb))),
    );
    const all = links.flatMap((link) => link.topics);
    const fine = all.every(isFine) && (all.length > 0 || !yes);
    const told = { verb, dry: !yes, stack };
    const text = values.json
      ? JSON.stringify({ version: 1, ...told, ok: fine, links }, undefined, 2)
      : describeOutcome(links, told);
    return answer(text, fine ? 0 : 1);
  },
};

function verbOf({ promote = false, failover = false }: { promote?: boolean; failover?: boolean }): StopVerb {
  if (promote === failover) throw new Misuse("Either --promote or --failover is needed.");
  return promote ? "promote" : "failover";
}

function topicsOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const topics = text.split(",").map((topic) => topic.trim());
  if (topics.includes("")) throw new Misuse("--topics has an empty name.");
  return topics;
}
