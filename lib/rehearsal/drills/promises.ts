import { accountOf, arriving, movedOffsets, notCopied, notInStatus, staleOffsets, type Cut } from "./accounting";
import { describeCounts, type CommandRun, type PlanCounts } from "./command-run";
import type { Drill } from "./drill";
import type { DrillPromise } from "./scenario";

const MOST_NAMED = 3;

/** The first of some complaints, and how many more there are; `undefined` for none. */
export function complaint(all: readonly string[]): string | undefined {
  if (all.length === 0) return undefined;
  const more = all.length - MOST_NAMED;
  return `${all.slice(0, MOST_NAMED).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** The last plan or apply of a stack. */
const lastOf = ({ commands }: Drill, stack: string): CommandRun | undefined =>
  [...commands].reverse().find((run) => run.stack === stack && run.plan !== undefined);

function planOf(name: string, stack: string, problem: (counts: PlanCounts) => boolean): DrillPromise {
  return {
    name,
    broken: (drill) => {
      const counts = lastOf(drill, stack)?.plan;
      if (counts === undefined) return `there is no plan of ${stack}`;
      return problem(counts) ? describeCounts(counts) : undefined;
    },
  };
}

const isEmpty = ({ imported, added, changed, destroyed }: PlanCounts): boolean =>
  imported + added + changed + destroyed === 0;

/** The last plan of a stack has nothing to do. */
export const noChanges = (stack: string, when = ""): DrillPromise =>
  planOf(`a plan of ${stack} says "No changes"${when}`, stack, (counts) => !isEmpty(counts));

/** The last plan of a stack changes something in place, and nothing else. */
export const changesInPlace = (stack: string): DrillPromise =>
  planOf(
    `the plan of ${stack} changes in place and nothing else`,
    stack,
    ({ imported, added, changed, destroyed }) => changed === 0 || imported + added + destroyed > 0,
  );

/** The last plan of a stack adds so many resources, and nothing else. */
export const addsAlone = (stack: string, count?: number): DrillPromise =>
  planOf(
    `the plan of ${stack} adds ${count === undefined ? "and does nothing else" : `${count} and does nothing else`}`,
    stack,
    ({ imported, added, changed, destroyed }) =>
      imported + changed + destroyed > 0 || (count === undefined ? added === 0 : added !== count),
  );

/** No plan of the whole drill destroyed or replaced anything. */
export const nothingDestroyed: DrillPromise = {
  name: "no plan destroys or replaces anything",
  broken: ({ commands }) =>
    complaint(commands.filter(({ plan }) => (plan?.destroyed ?? 0) > 0).map(({ line }) => line)),
};

/** The emulator itself had no fault. */
export const emulatorSound: DrillPromise = {
  name: "the emulator had no fault of its own",
  broken: ({ deployment }) => complaint(deployment.cloud.emulator.failures.map(String)),
};

/** Every mirror topic on the last cluster is STOPPED. */
export const allStopped: DrillPromise = {
  name: "every mirror topic at the end of the chain is STOPPED",
  broken: (drill) => complaint(notInStatus(drill, "STOPPED")),
};

/** Records can be written to every topic on the last cluster. */
export const allWritable: DrillPromise = {
  name: "every topic at the end of the chain takes records",
  broken: ({ traffic, last }) => {
    const before = traffic.refused;
    const topics = arriving(traffic);
    traffic.burst(last, 1);
    return traffic.refused === before ? undefined : `${traffic.refused - before} of ${topics.length} do not`;
  },
};

/** A cluster has everything that the one before it has. */
export const drained = (link: string, station: number): DrillPromise => ({
  name: `${link} has copied everything`,
  broken: (drill) => complaint(notCopied(drill, station, station + 1)),
});

/** What is missing at the end is what had not left, record by record. */
export const lossIs = (cut: () => Cut, what: string): DrillPromise => ({
  name: `what is lost are exactly the records that ${what}`,
  broken: ({ traffic, last }) => {
    const { missing } = cut();
    return complaint(
      arriving(traffic).flatMap((topic) => {
        const lost = new Set(traffic.missingOn(topic, last));
        const due = new Set(missing.get(topic));
        const same = lost.size === due.size && [...lost].every((value) => due.has(value));
        return same ? [] : [`${topic.names[0]}: ${lost.size} lost, ${due.size} had not`];
      }),
    );
  },
});

/** Every record that was written is on the last cluster. */
export const nothingLost: DrillPromise = {
  name: "no record is lost",
  broken: (drill) =>
    complaint(
      accountOf(drill, "")
        .topics.filter(({ lostCount }) => lostCount > 0)
        .map(({ topic, lostCount }) => `${topic}: ${lostCount}`),
    ),
};

/** Something was written at all, so that the promises about records say something. */
export const somethingWritten: DrillPromise = {
  name: "records were written to every topic",
  broken: ({ traffic }) =>
    complaint(traffic.topics.filter((topic) => traffic.written(topic).length === 0).map(({ names }) => names[0])),
};

/** Groups find offsets that are as old as the links' intervals at most. */
export const groupsResume = (cut: () => Cut): DrillPromise => ({
  name: "consumer groups go on at committed offsets, no older than the links' intervals",
  broken: (drill) => complaint(staleOffsets(drill, cut().at)),
});

/** The same now, while they still read on the first cluster. */
export const groupsFollow: DrillPromise = {
  name: "offsets of consumer groups follow again",
  broken: (drill) => complaint(staleOffsets(drill, drill.now)),
};

/** Groups find the very offsets that they left. */
export const groupsResumeExactly: DrillPromise = {
  name: "consumer groups go on exactly where they were",
  broken: (drill) => complaint(movedOffsets(drill)),
};

/** Nobody asked a cluster since a moment. */
export const notAsked = (
  cluster: { readonly id: string; readonly name: string },
  since: () => number,
): DrillPromise => ({
  name: `nothing is asked of ${cluster.name}`,
  broken: ({ deployment }) =>
    complaint(
      deployment.cloud.emulator.requests
        .filter(({ on, at }) => on === cluster.id && at >= since())
        .map(({ method, path }) => `${method} ${path}`),
    ),
});

/** Whatever a function says is wrong. */
export const that = (name: string, broken: DrillPromise["broken"]): DrillPromise => ({ name, broken });
