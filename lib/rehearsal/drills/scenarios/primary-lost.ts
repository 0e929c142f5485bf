import { cutAt, NO_CUT } from "../accounting";
import { afterFailOverStep, failOverStep, liveStep, type FailingOver } from "../failing-over";
import { drained, groupsResume, lossIs, noChanges, notAsked, that } from "../promises";
import type { DrillStep, Scenario } from "../scenario";

/** What producers write in the very moment, per topic. */
const LAST_RECORDS = 4;
/** How long nobody does anything, in milliseconds of virtual time: longer than a link waits before it gives up. */
const STUNNED_MS = 360_000;

/** The first cluster is lost, and the last one takes over. */
export const primaryLost: Scenario = {
  name: "primary-lost",
  title: "The first cluster is lost",
  leastLegs: 1,
  restsOn: [/PENDING_STOPPED lasts/, /cuts off at what was copied/, /every half second/],
  steps: ({ book, chain }) => {
    const { first, legs } = chain;
    const section = `outage/${chain.slug}/${first.slug}-lost`;
    const stack = chain.lastLeg.data.stack;
    const failing: FailingOver = { book, chain, section, step: "fail-over" };
    let cut = NO_CUT;
    const since = (): number => cut.at;
    return [
      {
        title: `${first.name} is lost`,
        does: async (drill) => {
          drill.traffic.burst(0, LAST_RECORDS);
          cut = cutAt(drill, 1);
          await drill.become([first], "refused");
          drill.mark(`${first.name} is lost`);
          await drill.pass(STUNNED_MS);
          drill.traffic.stopProducing();
          drill.traffic.stopConsuming(0);
        },
        promises: [
          that("clients get no further", ({ traffic }) => (traffic.refused > 0 ? undefined : "records were taken")),
        ],
      },
      ...legs.slice(1).map((leg, i): DrillStep => ({
        title: book.step(section, `drained/${i + 2}`).title,
        does: async (drill) => {
          await drill.follow(section, `drained/${i + 2}`, { until: true });
        },
        promises: [drained(leg.link, i + 1)],
      })),
      failOverStep(failing, [notAsked(first, since)]),
      afterFailOverStep(failing, [
        lossIs(() => cut, `had not got to ${legs[0]?.destination.name}`),
        groupsResume(() => cut),
      ]),
      {
        title: `${first.name} does not even refuse connections`,
        does: async (drill) => {
          await drill.become([first], "hanging");
          await drill.follow(section, "check-stopped", { tools: ["terraform", "HCP Terraform"] });
        },
        promises: [noChanges(stack), notAsked(first, since)],
      },
      liveStep(failing),
    ];
  },
};
