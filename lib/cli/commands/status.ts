import { DEFAULT_TIMEOUT_MS } from "../access/cluster-access";
import { AppOutput, OUT_OPTION, outputFolder } from "../app-output";
import { parseArguments, refuseWords, secondsOption } from "../arguments";
import { answer, Misuse, NoAnswer, type Command, type ExitCode } from "../command";
import { askLeg } from "../status/ask-leg";
import { describeStatus } from "../status/describe";
import { judgeLeg } from "../status/judge-leg";
import { legsNamed } from "../status/leg-halves";
import type { LegStatus } from "../status/leg-status";
import type { TopologyDocument, DocumentLeg } from "../../model/document";

const OPTIONS = {
  leg: { type: "string", multiple: true },
  drained: { type: "boolean" },
  json: { type: "boolean" },
  timeout: { type: "string" },
  out: { type: "string" },
} as const;

/** `cluster-linking status`: whether links and mirror topics are ready. */
export const statusCommand: Command = {
  usage: `Usage: cluster-linking status [--leg LEG]... [--drained] [--json] [--timeout SECONDS] [--out DIR]

Asks the clusters by REST, all at the same time, how links and mirror topics are. Changes nothing.

  --leg LEG            only this leg: its link, its stack or its path; may be given several times
  --drained            ready means also that nothing is missing on the destination: the gate of a planned switch
  --json               the same for programs
  --timeout SECONDS    how long a cluster may take for an answer (default: ${DEFAULT_TIMEOUT_MS / 1000})
${OUT_OPTION}

Ready are halves that are ACTIVE and without an error, tasks that are not IN_ERROR, and mirror topics that are ACTIVE,
or STOPPED after a failover. A private cluster can only be asked from its network: ask for one leg at a time there.

Keys: TF_VAR_jump_api_key and TF_VAR_jump_api_secret, as for Terraform, or CLUSTER_LINKING_JUMP_API_KEY and
CLUSTER_LINKING_JUMP_API_SECRET, for a cluster JUMP.

Exit code: 0 when everything is ready, 1 when something is not, 2 when nothing else is wrong than that a cluster could not
be asked, and for misuse.`,

  async run(args, { env }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    refuseWords(positionals);
    const timeoutMs = secondsOption("timeout", values.timeout, DEFAULT_TIMEOUT_MS);
    const drained = values.drained === true;
    const output = new AppOutput(outputFolder(values.out, env));
    const chosen = chooseLegs(output.document, values.leg ?? []);
    const legs = await Promise.all(
      chosen.map(async (leg) =>
        judgeLeg(output.document, leg, await askLeg(output, leg, { env, timeoutMs }), { drained }),
      ),
    );
    const text = values.json
      ? JSON.stringify({ version: 1, ready: legs.every(({ ready }) => ready), drained, legs }, undefined, 2)
      : describeStatus(legs, { drained });
    return answer(text, exitCodeOf(legs));
  },
};

function chooseLegs(document: TopologyDocument, names: readonly string[]): readonly DocumentLeg[] {
  if (document.legs.length === 0) throw new NoAnswer("There is no link.");
  if (names.length === 0) return document.legs;
  const wanted = new Set<DocumentLeg>();
  for (const name of names) {
    const found = legsNamed(document, name);
    if (found.length === 0) {
      const there = document.legs.map(({ linkName, path }) => linkName ?? path).join(", ");
      throw new Misuse(`There is no leg ${JSON.stringify(name)}. There is: ${there}.`);
    }
    for (const leg of found) wanted.add(leg);
  }
  return document.legs.filter((leg) => wanted.has(leg));
}

function exitCodeOf(legs: readonly LegStatus[]): ExitCode {
  if (legs.some(({ notReady }) => notReady.length > 0)) return 1;
  return legs.some(({ unknown }) => unknown.length > 0) ? 2 : 0;
}
