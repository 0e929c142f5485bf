import { afterFailOverStep, failOverStep, liveStep, type FailingOver } from "../failing-over";
import type { Book } from "../book";
import { drained, groupsResumeExactly, nothingLost, that } from "../promises";
import type { DrillStep, Scenario } from "../scenario";
import type { RunbookChain, RunbookLeg } from "../../../runbook/topology";

const READ_MS = 10_000;

/** The steps of a switch that loses nothing. */
export function switchSteps(book: Book, chain: RunbookChain): DrillStep[] {
  const section = `planned-switch/${chain.slug}`;
  const failing: FailingOver = { book, chain, section, step: "promote" };
  const { steps } = book.section(section);
  const gate = ({ link }: RunbookLeg, position: number): DrillStep => ({
    title: book.step(section, `drained/${position + 1}`).title,
    does: async (drill) => {
      await drill.follow(section, `drained/${position + 1}`, { book, until: true });
    },
    promises: [drained(link, position)],
  });
  const wait = steps.find(({ id }) => id === "settle-offsets");
  return [
    {
      title: `Stop the producers of ${chain.first.name}, then its consumers`,
      does: async (drill) => {
        drill.traffic.stopProducing();
        drill.mark("producers stopped");
        await drill.pass(READ_MS);
        drill.traffic.stopConsuming(0, { end: true });
      },
      promises: [
        that("consumers have read to the end", ({ traffic }) =>
          traffic.groups.every((group) => traffic.committedAt(group, Infinity) !== undefined)
            ? undefined
            : "a group has committed nothing",
        ),
      ],
    },
    ...chain.legs.slice(0, -1).map(gate),
    ...(wait === undefined
      ? []
      : [
          {
            title: wait.title,
            does: async (drill) => {
              await drill.perform(wait, book);
            },
            promises: [],
          } satisfies DrillStep,
        ]),
    gate(chain.lastLeg, chain.legs.length - 1),
    failOverStep(failing, []),
    afterFailOverStep(failing, [nothingLost, groupsResumeExactly]),
    liveStep(failing),
  ];
}

/** Everything moves to the last cluster while all are well. */
export const plannedSwitch: Scenario = {
  name: "planned-switch",
  title: "A planned switch to the last cluster",
  leastLegs: 1,
  restsOn: [/PENDING_STOPPED lasts/],
  steps: ({ book, chain }) => switchSteps(book, chain),
};
