import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DOCUMENT_NAME } from "../../model/document";
import type { RunbookChain } from "../../runbook/topology";
import { Book } from "../../rehearsal/drills/book";
import type * as Rehearsal from "../../rehearsal/drills/rehearse";
import { reportHtml } from "../../rehearsal/drills/report-html";
import { reportText } from "../../rehearsal/drills/report-text";
import type { Scenario } from "../../rehearsal/drills/scenario";
import { SCENARIOS } from "../../rehearsal/drills/scenarios";
import { NO_TERRAFORM, Terraform } from "../../rehearsal/terraform/terraform";
import { AppOutput, OUT_OPTION, outputFolder } from "../app-output";
import { parseArguments, refuseWords } from "../arguments";
import { answer, Misuse, NoAnswer, type Command } from "../command";
import { checkRehearsable } from "../rehearse/check";
import { interruption } from "../rehearse/interruption";
import { ownCommandLine } from "../rehearse/own-commands";

const OPTIONS = {
  report: { type: "string" },
  "failback-out": { type: "string" },
  var: { type: "string", multiple: true },
  out: { type: "string" },
} as const;

const WIDTH = Math.max(...SCENARIOS.map(({ name }) => name.length));

/** `cluster-linking rehearse`: the app's stacks on an emulated Confluent Cloud, and a disaster. */
export const rehearseCommand: Command = {
  usage: `Usage: cluster-linking rehearse [SCENARIO] [--report DIR] [--failback-out DIR] [--var NAME=VALUE]... [--out DIR]

Runs what was synthesised on an emulated Confluent Cloud, with the real Terraform: deployment, the guide's smoke test, then
a scenario, in which people do what the runbook says. Works on copies with local states and made-up keys in a temporary
folder; asks nobody outside this machine, changes nothing but its report, and leaves nothing behind.

${SCENARIOS.map(({ name, title }) => `  ${name.padEnd(WIDTH)}  ${title}`).join("\n")}

Without a scenario it ends after the smoke test.

  --report DIR         folder for the report, one HTML file (default: rehearsal, where synth wrote)
  --failback-out DIR   for failback: where the app of the way back was synthesised, as apps/failback is; bidirectional
                       links need none
  --var NAME=VALUE     value of a variable of Terraform that is no key and has no default
${OUT_OPTION}

Exit code: 0 when every promise of the scenario held, 1 when one did not, 2 when nothing was rehearsed.`,

  async run(args, { env, progress }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [name, ...rest] = positionals;
    refuseWords(rest);
    const scenario = name === undefined ? undefined : scenarioNamed(name);
    const variables = variablesOf(values.var ?? []);
    const terraform = Terraform.find(env);
    if (terraform === undefined) throw new NoAnswer(NO_TERRAFORM);
    const output = new AppOutput(outputFolder(values.out, env));
    const back = values["failback-out"] === undefined ? undefined : new AppOutput(values["failback-out"]);
    for (const app of [output, ...(back ? [back] : [])]) checkRehearsable(app, variables);
    const book = bookOf(output);
    const chain = chainFor(book, scenario);
    const setting = { book, chain, back: back && bookOf(back) };
    const obstacle = scenario?.obstacle?.(setting);
    if (obstacle !== undefined) throw new NoAnswer(obstacle);
    const { rehearse } = await loadRehearsal();
    const { signal, done } = interruption();
    try {
      const report = await rehearse({
        ...setting,
        scenario,
        terraform,
        variables,
        signal,
        tell: progress,
        own: ownCommandLine,
      });
      const file = join(values.report || join(output.folder, "rehearsal"), `${report.scenario}.html`);
      write(file, reportHtml(report));
      return answer(`${reportText(report)}\n\nThe report with the timeline: ${file}`, report.held ? 0 : 1);
    } catch (error) {
      if (signal.aborted) throw new NoAnswer((signal.reason as Error).message);
      throw error;
    } finally {
      done();
    }
  },
};

/** The emulator and what it is made of, which takes a while and packages of its own. */
async function loadRehearsal(): Promise<typeof Rehearsal> {
  try {
    return await import("../../rehearsal/drills/rehearse.js");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = /Cannot find (?:module|package) '([^'./][^']*)'/u.exec(message)?.[1];
    if (missing === undefined || (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND")) throw error;
    throw new NoAnswer(`${missing} is not installed: rehearsing needs it beside this package.`);
  }
}

function scenarioNamed(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario.name === name);
  if (found) return found;
  const there = SCENARIOS.map((scenario) => scenario.name).join(", ");
  throw new NoAnswer(`There is no scenario ${JSON.stringify(name)}. There is: ${there}.`);
}

function variablesOf(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name, value] = /^([A-Za-z_][\w-]*)=(.*)$/su.exec(text) ?? [];
      if (name === undefined || value === undefined) {
        // What was given is not repeated: it may be a secret.
        throw new Misuse("--var takes NAME=VALUE.");
      }
      return [name, value];
    }),
  );
}

function bookOf(app: AppOutput): Book {
  try {
    return new Book(app.document, { out: app.folder, stackFolder: (stack) => app.stackFolder(stack) });
  } catch (error) {
    const problem = error instanceof TypeError ? "parts of it are missing" : (error as Error).message;
    throw new NoAnswer(`${join(app.folder, DOCUMENT_NAME)} is nothing that synth wrote: ${problem}`);
  }
}

function chainFor(book: Book, scenario: Scenario | undefined): RunbookChain {
  const { leastLegs = 1 } = scenario ?? {};
  const chain = book.chain(leastLegs);
  if (chain) return chain;
  const { chains } = book.topology;
  if (chains.length === 0) throw new NoAnswer("There is no link.");
  throw new NoAnswer(
    chains.some(({ legs }) => legs.length >= leastLegs)
      ? "No topic is known to get to the end of a chain: there is nothing to rehearse with."
      : `${scenario?.name ?? ""} needs a chain with a cluster in between, and this app has none.`,
  );
}

function write(file: string, content: string): void {
  try {
    mkdirSync(resolve(file, ".."), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new NoAnswer(`${file} cannot be written (${String((error as NodeJS.ErrnoException).code)}).`);
  }
}
