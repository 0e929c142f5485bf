import { cutAt, NO_CUT } from "../accounting";
import { afterFailOverStep, byTerraform, failOverStep, liveStep, type FailingOver } from "../failing-over";
import { groupsResume, lossIs, notAsked, that } from "../promises";
import type { Scenario } from "../scenario";
import { unreadableWithout } from "../unreadable";

const LAST_RECORDS = 4;
const STUNNED_MS = 360_000;

/** All clusters but the last are lost, and the last one takes over, though its plans fail. */
export const bothLost: Scenario = {
  name: "both-lost",
  title: "All clusters but the last are lost",
  leastLegs: 2,
  restsOn: [/PENDING_STOPPED lasts/, /cuts off at what was copied/, /the lag is the one that was seen last/],
  steps: ({ book, chain }) => {
    const lost = chain.clusters.slice(0, -1);
    const section = `outage/${chain.slug}/${lost.map(({ slug }) => slug).join("+")}-lost`;
    const stack = chain.lastLeg.data.stack;
    const failing: FailingOver = { book, chain, section, step: "fail-over" };
    let cut = NO_CUT;
    const since = (): number => cut.at;
    return [
      {
        title: `${lost.map(({ name }) => name).join(" and ")} are lost`,
        does: async (drill) => {
          drill.traffic.burst(0, LAST_RECORDS);
          cut = cutAt(drill, drill.last);
          await drill.become(lost, "refused");
          drill.mark(`${lost.map(({ name }) => name).join(" and ")} are lost`);
          await drill.pass(STUNNED_MS);
          drill.traffic.stopProducing();
          drill.traffic.stopConsuming(0);
        },
        promises: [
          that("clients get no further", ({ traffic }) => (traffic.refused > 0 ? undefined : "records were taken")),
        ],
      },
      ...(byTerraform(failing)
        ? [
            {
              title: `A plan of ${stack} that looks at the mirror topics cannot be made`,
              does: async (drill) => {
                await drill.follow("verify", `plan/${stack}`, { fails: unreadableWithout(book.topology, chain, lost) });
              },
              promises: [],
            } satisfies ReturnType<Scenario["steps"]>[number],
          ]
        : []),
      failOverStep(
        failing,
        lost.map((cluster) => notAsked(cluster, since)),
      ),
      afterFailOverStep(failing, [
        lossIs(() => cut, `had not got to ${chain.last.name}`),
        groupsResume(() => cut),
        ...lost.map((cluster) => notAsked(cluster, since)),
      ]),
      liveStep(failing),
    ];
  },
};
