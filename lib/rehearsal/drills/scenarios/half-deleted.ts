import { DISCOVERY_INTERVAL_MS } from "../../../model/chains";
import type { Half } from "../../../runbook/halves";
import type { RunbookLeg } from "../../../runbook/topology";
import { accountOf, notInStatus } from "../accounting";
import { settle } from "../common-steps";
import { deleteTopics } from "../deletions";
import type { Drill } from "../drill";
import { nameOn } from "../names";
import { addsAlone, groupsFollow, noChanges, nothingLost, that } from "../promises";
import type { DrillPromise, DrillStep, Scenario, Setting } from "../scenario";

const NOTICED_MS = 60_000;
const ARRIVAL_MS = 60_000;

/** Each half of each link is deleted by somebody, one after the other, and mended. */
export const halfDeleted: Scenario = {
  name: "half-deleted",
  title: "Somebody deletes half a link",
  leastLegs: 1,
  restsOn: [/deleted and made again is another link/, /deleted with force only/, /The first look of auto-create/],
  obstacle: ({ chain }) =>
    chain.legs.every(({ data }) => !data.managed) ? "This app creates no link of the chain." : undefined,
  steps: (setting) =>
    setting.chain.legs
      .filter(({ data }) => data.managed)
      .flatMap((leg) => [...leg.halves].reverse().flatMap((half) => halfSteps(setting, leg, half))),
};

function halfSteps(setting: Setting, leg: RunbookLeg, half: Half): DrillStep[] {
  const { chain } = setting;
  const section = `outage/${chain.slug}/${half.role.replaceAll(" ", "-")}-of-${leg.source.slug}-${leg.destination.slug}-deleted`;
  const name = `${half.role === "link" ? "" : `${half.role} of `}${leg.link}`;
  const station = chain.clusters.indexOf(leg.destination);
  const stack = leg.data.stack;
  let [written, there] = [0, 0];
  return [
    {
      title: `Somebody deletes the ${half.role === "link" ? "link " : ""}${name} on ${half.host.name}`,
      does: async (drill) => {
        const path = `/links/${encodeURIComponent(leg.link)}?force=true`;
        await drill.rest.call(half.host.id, "DELETE", path);
        drill.mark(`${name} deleted`);
        [written, there] = [drill.traffic.countOn(0), drill.traffic.countOn(station)];
        await drill.pass(NOTICED_MS);
      },
      promises: [
        that(`${chain.first.name} serves on`, ({ traffic }) =>
          traffic.countOn(0) > written && traffic.refused === 0 ? undefined : "records were refused",
        ),
        that(`${leg.destination.name} stands still`, ({ traffic }) =>
          traffic.countOn(station) === there ? undefined : "records still arrive",
        ),
      ],
    },
    {
      title: "Status tells what is missing",
      does: async (drill) => {
        await drill.follow(section, "see", {
          tools: ["cluster-linking"],
          fails: /no link of this name|absent|no such/,
        });
        await drill.follow(section, "see", { tools: ["Confluent CLI"] });
      },
      promises: [],
    },
    ...(half.carriesMirrors ? anewSteps(setting, leg, section) : againSteps(setting, half, section)),
    {
      title: "The chain works again, and has everything",
      does: async (drill) => {
        await drill.until(
          () => notInStatus(drill, "ACTIVE").length === 0,
          chain.legs.length * DISCOVERY_INTERVAL_MS + ARRIVAL_MS,
        );
        await drill.follow(section, "back", {
          tools: ["cluster-linking", "terraform", "HCP Terraform"],
          until: true,
        });
        drill.traffic.stopProducing();
        await settle(drill);
        drill.account(accountOf(drill, `Records and groups after the ${name} was mended`));
      },
      promises: [nothingLost, groupsFollow, noChanges(stack), goesOn],
    },
  ];
}

/** Producers that were stopped for counting go on. */
const goesOn: DrillPromise = that("producers go on", async (drill) => {
  const before = drill.traffic.countOn(0);
  drill.traffic.produceOn(0);
  await drill.pass(NOTICED_MS);
  return drill.traffic.countOn(0) > before ? undefined : "no record was written";
});

function againSteps({ book }: Setting, half: Half, section: string): DrillStep[] {
  return [
    {
      title: book.step(section, "create-again").title,
      does: async (drill) => {
        await drill.follow(section, "create-again");
      },
      promises: [addsAlone(half.stack, 1)],
    },
  ];
}

/** A half with mirror topics takes them along: everything behind it is copied anew. */
function anewSteps({ book, chain }: Setting, leg: RunbookLeg, section: string): DrillStep[] {
  const affected = chain.legs.slice(chain.legs.indexOf(leg));
  const { steps } = book.section(section);
  const has = (id: string): boolean => steps.some((step) => step.id === id && step.forms.length > 0);
  return [
    {
      title: "Make room for a new link and new copies",
      does: async (drill) => {
        for (const { data } of affected) {
          if (has(`forget/${data.path}`)) await drill.follow(section, `forget/${data.path}`);
        }
        for (const { data, destination } of affected) {
          if (has(`clear/${data.path}`)) await drill.follow(section, `clear/${data.path}`);
          await deleteTopics(drill, destination, madeByFilters(drill, chain.clusters.indexOf(destination)));
        }
      },
      promises: [],
    },
    ...affected.map((each): DrillStep => ({
      title: book.step(section, `apply-again/${each.data.path}`).title,
      does: async (drill) => {
        await drill.follow(section, `apply-again/${each.data.path}`);
      },
      promises: each === leg || each.mirrors.length > 0 ? [addsAlone(each.data.stack)] : [noChanges(each.data.stack)],
    })),
  ];
}

const madeByFilters = ({ traffic }: Drill, station: number): string[] =>
  traffic.topics.flatMap((topic) => (topic.origin === "filter" ? [nameOn(topic, station)] : []));
