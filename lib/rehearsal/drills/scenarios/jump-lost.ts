import { accountOf, notInStatus } from "../accounting";
import { settle } from "../common-steps";
import { complaint, groupsFollow, noChanges, nothingLost, that } from "../promises";
import type { DrillStep, Scenario } from "../scenario";
import { unreadableWithout } from "../unreadable";

const OUTAGE_MS = 600_000;

/** A cluster in between is lost and comes back. Nobody fails over. */
export const jumpLost: Scenario = {
  name: "jump-lost",
  title: "A cluster in between is lost, and comes back",
  leastLegs: 2,
  restsOn: [/the lag is the one that was seen last/, /every half second/],
  steps: ({ book, chain }) => {
    const { first, last } = chain;
    const [lost] = chain.clusters.slice(1, -1);
    if (lost === undefined) return [];
    const section = `outage/${chain.slug}/${lost.slug}-lost`;
    const stack = chain.lastLeg.data.stack;
    const unreadable = chain.lastLeg.mirrors.length > 0;
    let [writtenBefore, thereBefore] = [0, 0];
    const stacks = book.topology.stacks.map(({ name }) => name);
    return [
      {
        title: `${lost.name} is lost`,
        does: async (drill) => {
          await drill.become([lost], "refused");
          drill.mark(`${lost.name} is lost`);
          await drill.pass(1_000);
          [writtenBefore, thereBefore] = [drill.traffic.countOn(0), drill.traffic.countOn(drill.last)];
          await drill.pass(OUTAGE_MS);
        },
        promises: [
          that(`${first.name} serves on`, ({ traffic }) =>
            traffic.countOn(0) > writtenBefore && traffic.refused === 0 ? undefined : "records were refused",
          ),
          that(`${last.name} stands still, and keeps what it has`, ({ traffic, last: end }) =>
            traffic.countOn(end) === thereBefore ? undefined : "its number of records changed",
          ),
          that(`the mirror topics on ${last.name} say so: SOURCE_UNAVAILABLE`, (drill) =>
            complaint(notInStatus(drill, "SOURCE_UNAVAILABLE")),
          ),
        ],
      },
      ...(unreadable
        ? [
            {
              title: `A plan of ${stack} cannot be made meanwhile`,
              does: async (drill) => {
                await drill.follow("verify", `plan/${stack}`, {
                  fails: unreadableWithout(book.topology, chain, [lost]),
                });
              },
              promises: [],
            } satisfies DrillStep,
          ]
        : []),
      {
        title: `${lost.name} is back`,
        does: async (drill) => {
          await drill.become([lost], "reachable");
          drill.mark(`${lost.name} is back`);
          await drill.follow(section, "wait", { until: true });
          drill.traffic.stopProducing();
          await settle(drill);
          drill.account(accountOf(drill, `Records and groups after ${lost.name} came back`));
        },
        promises: [nothingLost, groupsFollow],
      },
      {
        title: "Plans work again",
        does: async (drill) => {
          for (const name of stacks) await drill.follow("verify", `plan/${name}`);
        },
        promises: stacks.map((name) => noChanges(name)),
      },
    ];
  },
};
