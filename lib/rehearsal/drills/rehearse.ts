import type { RunbookChain } from "../../runbook/topology";
import { DATA_PLANE_BEHAVIOURS } from "../cloud/behaviours";
import { CONTROL_PLANE_BEHAVIOURS } from "../cloud/control/behaviours";
import { EMULATED_TYPES } from "../provider/resources/evidence";
import { Deployment } from "../terraform/deployment";
import { TerraformFailure } from "../terraform/failure";
import { Progress } from "../terraform/progress";
import type { Terraform } from "../terraform/terraform";
import type { Book } from "./book";
import { deploySteps, smokeStep, trafficStep } from "./common-steps";
import { Drill, StepFailure } from "./drill";
import { Executor, type OwnCommandLine } from "./executor";
import { emulatorSound, nothingDestroyed, somethingWritten } from "./promises";
import type { DrillReport, Inferred, StepReport, Verdict } from "./report";
import { ClusterRest } from "./rest";
import type { DrillStep, Scenario, Setting } from "./scenario";
import { trafficOf } from "./scene";

export interface RehearseOptions extends Setting {
  /** What happens after the deployment and the smoke test. @default - nothing */
  readonly scenario: Scenario | undefined;
  readonly terraform: Terraform;
  /** Runs the library's own commands. */
  readonly own: OwnCommandLine;
  /** Takes a line for each thing that happens. */
  readonly tell: (line: string) => void;
  /** Values of variables that cannot be made up. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Ends everything. */
  readonly signal?: AbortSignal;
}

/** Deploys what was synthesised on an emulated Confluent Cloud, plays a scenario, and leaves nothing behind. */
export async function rehearse(options: RehearseOptions): Promise<DrillReport> {
  const { book, terraform, variables, signal } = options;
  const deployment = await Deployment.start(book.out, {
    terraform,
    ...(variables && { variables }),
    ...(signal && { signal }),
  });
  try {
    return await play(deployment, options);
  } finally {
    await deployment.stop();
  }
}

async function play(deployment: Deployment, options: RehearseOptions): Promise<DrillReport> {
  const { book, chain, scenario, own, tell, signal } = options;
  const progress = new Progress(() => deployment.cloud.minutes, tell);
  const ids = deployment.document.clusters.flatMap(({ id }) => id ?? []);
  const rest = new ClusterRest(deployment.cloud, ids);
  const executor = new Executor({ deployment, own, rest, progress });
  const drill = new Drill({
    deployment,
    executor,
    rest,
    progress,
    book,
    chain,
    traffic: trafficOf(deployment, chain, "a"),
  });
  const steps: StepReport[] = [];
  for (const step of stepsOf(options)) {
    signal?.throwIfAborted();
    progress.step(`== ${step.title}`);
    const report = await take(step, drill, progress);
    signal?.throwIfAborted();
    steps.push(report);
    if (report.problem !== undefined) break;
  }
  const held = steps.every(
    ({ problem, verdicts }) => problem === undefined && verdicts.every((v) => v.broken === undefined),
  );
  return {
    scenario: scenario?.name ?? "deploy",
    title: scenario?.title ?? "Deployment and smoke test",
    chain: chain.title,
    ends: { first: chain.first.name, last: chain.last.name },
    held,
    steps,
    accounts: drill.accounts,
    samples: drill.samples,
    marks: drill.marks,
    inferred: inferred(scenario, chain),
    remarks: remarks(book),
  };
}

function stepsOf({ scenario, ...setting }: RehearseOptions): DrillStep[] {
  return [
    ...deploySteps(setting.book),
    smokeStep(setting),
    trafficStep(setting),
    ...(scenario?.steps(setting) ?? []),
    {
      title: "All along",
      does: () => undefined,
      promises: [nothingDestroyed, somethingWritten, emulatorSound],
    },
  ];
}

async function take(step: DrillStep, drill: Drill, progress: Progress): Promise<StepReport> {
  const [from, begin] = [drill.now, progress.seconds];
  const [commands, notes] = [drill.commands.length, drill.notes.length];
  const verdicts: Verdict[] = [];
  let problem: string | undefined;
  try {
    await step.does(drill);
    for (const promise of step.promises) {
      const broken = await promise.broken(drill);
      verdicts.push({ promise: promise.name, ...(broken === undefined ? {} : { broken }) });
      progress.step(broken === undefined ? `held: ${promise.name}` : `NOT HELD: ${promise.name}: ${broken}`);
    }
  } catch (error) {
    if (!isExpected(error)) throw error;
    problem = error.message;
    progress.step(`NOT DONE: ${problem}`);
  }
  return {
    title: step.title,
    from,
    to: drill.now,
    seconds: progress.seconds - begin,
    commands: drill.commands.slice(commands),
    notes: drill.notes.slice(notes),
    verdicts,
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Whether an error is an outcome of the drill, and not a fault of this program. */
const isExpected = (error: unknown): error is Error =>
  error instanceof StepFailure || error instanceof TerraformFailure;

/** What rests on nothing but inference, the central ones first. */
function inferred(scenario: Scenario | undefined, chain: RunbookChain): Inferred[] {
  const { restsOn = [] } = scenario ?? {};
  const patterns = typeof restsOn === "function" ? restsOn(chain) : restsOn;
  const all = [
    ...[...DATA_PLANE_BEHAVIOURS, ...CONTROL_PLANE_BEHAVIOURS].flatMap(({ what, evidence }) =>
      evidence === "inferred" ? [what] : [],
    ),
    ...EMULATED_TYPES.flatMap(({ type, quirks }) =>
      quirks.flatMap(({ text, evidence }) => (evidence === "inferred" ? [`${type}: ${text}`] : [])),
    ),
  ];
  const central = (what: string): boolean => patterns.some((pattern) => pattern.test(what));
  return [
    ...all.filter(central).map((what) => ({ what, central: true })),
    ...all.filter((what) => !central(what)).map((what) => ({ what, central: false })),
  ];
}

function remarks({ topology }: Book): string[] {
  const remote = topology.stacks.filter(({ data }) => (data.backend?.type ?? "local") !== "local");
  const others = topology.chains.length - 1;
  return [
    "EMULATED, not Confluent Cloud: all on this machine, with Terraform itself and copies of the stacks.",
    ...(remote.length === 0
      ? []
      : [
          `States of ${remote.map(({ name }) => name).join(", ")} were local here; lines for remote runs ran on this machine.`,
        ]),
    ...(others === 0 ? [] : [`${others} other chain(s) of the app were deployed and not drilled.`]),
  ];
}
