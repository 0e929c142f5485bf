import { basename, join } from "node:path";
import type { DocumentCluster } from "../../model/document";
import { DEFAULT_TIMEOUT_MS } from "../access/cluster-access";
import { liveClusters } from "../adopt/live";
import { liveFile } from "../adopt/live-file";
import { propsFile } from "../adopt/props-file";
import { releaseFile } from "../adopt/release";
import { describeAdoption } from "../adopt/report";
import { runFiles, type WrittenFile } from "../adopt/run-files";
import { adoptStack, type StackAdoption } from "../adopt/stack-adoption";
import { readState, type StateInstance } from "../adopt/state-file";
import { stacksOf, wantedIn, type Wanted } from "../adopt/wanted";
import { refuseFilledFolder, writeFiles } from "../adopt/write-files";
import { AppOutput, OUT_OPTION, outputFolder } from "../app-output";
import { parseArguments, refuseWords, secondsOption } from "../arguments";
import { answer, Misuse, type Command, type ExitCode } from "../command";

const DEFAULT_FOLDER = "cluster-linking-adopt";

const OPTIONS = {
  stack: { type: "string", multiple: true },
  state: { type: "string", multiple: true },
  "other-state": { type: "string", multiple: true },
  dir: { type: "string", default: DEFAULT_FOLDER },
  timeout: { type: "string" },
  out: { type: "string" },
} as const;

/** `cluster-linking adopt`: how links and mirror topics that exist come into the app's stacks. */
export const adoptCommand: Command = {
  usage: `Usage: cluster-linking adopt [--stack STACK]... [--state FILE]... [--other-state FILE]... [--dir DIR]
                             [--timeout SECONDS] [--out DIR]

Asks the clusters by REST which links and mirror topics they have, and writes how they come into the app's stacks: the
props that match what is live, and one import for each role with the environment that it needs, as two roles cannot share
one. Changes nothing but its own folder, and writes no secret.

  --stack STACK        only this stack; may be given several times. A private cluster is asked from its network
  --state FILE         what "terraform state pull" wrote for such a stack: what is in it under other addresses is moved
  --other-state FILE   the same of another configuration that gives up what is imported
  --dir DIR            new folder for the answer (default: ${DEFAULT_FOLDER})
  --timeout SECONDS    how long a cluster may take for an answer (default: ${DEFAULT_TIMEOUT_MS / 1000})
${OUT_OPTION}

Keys: TF_VAR_jump_api_key and TF_VAR_jump_api_secret, as for Terraform, or CLUSTER_LINKING_JUMP_API_KEY and
CLUSTER_LINKING_JUMP_API_SECRET, for a cluster JUMP.

Exit code: 0 when all that is live can be adopted, 1 when the app has to be mended before, 2 when a cluster could not be
asked, and for misuse.`,

  async run(args, { env }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    refuseWords(positionals);
    const timeoutMs = secondsOption("timeout", values.timeout, DEFAULT_TIMEOUT_MS);
    refuseFilledFolder(values.dir);
    const own = (values.state ?? []).flatMap(readState);
    const others = (values["other-state"] ?? []).map((file) => ({ file, instances: readState(file) }));
    const output = new AppOutput(outputFolder(values.out, env));
    const stacks = chooseStacks(output, values.stack ?? []);
    const wanted = wantedIn(output, stacks);
    const live = await liveClusters(output, stacks, hostsOf(wanted), { env, timeoutMs });
    const other = others.flatMap(({ instances }) => instances);
    const adoptions = stacks.map((stack) => adoptStack(stack, wanted, live, { own, other }));
    const releases = releaseFiles(others, adoptions);
    const report = describeAdoption({
      folder: values.dir,
      adoptions,
      halves: wanted.halves,
      live,
      remarks: wanted.remarks,
      releases: releases.map(({ path }) => join(values.dir, path)),
    });
    const props = propsFile(wanted.halves, live);
    writeFiles(values.dir, [
      { path: "README.md", content: `${report}\n` },
      { path: "live.json", content: liveFile(live) },
      ...(props === undefined ? [] : [{ path: "props.ts", content: props }]),
      ...adoptions.flatMap(({ runs, stack }) => runs.flatMap((run) => runFiles(run, stackFolder(output, stack)))),
      ...releases,
    ]);
    const told = props === undefined ? "" : `\n\nWhat is live, as props: ${join(values.dir, "props.ts")}`;
    return answer(`${report}${told}\n\nThe same is in ${join(values.dir, "README.md")}.`, exitCodeOf(adoptions));
  },
};

function chooseStacks(output: AppOutput, names: readonly string[]): readonly string[] {
  const all = stacksOf(output);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    throw new Misuse(`There is no stack ${JSON.stringify(unknown)} with a link. There is: ${all.join(", ")}.`);
  }
  return names.length === 0 ? all : all.filter((name) => names.includes(name));
}

const stackFolder = (output: AppOutput, stack: string): string =>
  join(output.folder, output.stackFolder(stack) ?? join("stacks", stack));

function hostsOf({ halves, mirrors }: Wanted): readonly DocumentCluster[] {
  return [...new Set([...halves.map(({ host }) => host), ...mirrors.map(({ cluster }) => cluster)])];
}

function releaseFiles(
  others: readonly { readonly file: string; readonly instances: readonly StateInstance[] }[],
  adoptions: readonly StackAdoption[],
): WrittenFile[] {
  const released = adoptions.flatMap(({ runs, released: instances }) => (runs.length === 0 ? [] : instances));
  return others.flatMap(
    ({ file, instances }, i) => releaseFile(`other-state-${i + 1}-${basename(file)}`, instances, released) ?? [],
  );
}

function exitCodeOf(adoptions: readonly StackAdoption[]): ExitCode {
  if (adoptions.some(({ blockers }) => blockers.length > 0)) return 1;
  return adoptions.some(({ unknown }) => unknown.length > 0) ? 2 : 0;
}
