import { DISCOVERY_INTERVAL_MS, worstOffsetStalenessMs } from "../../model/chains";
import { runSmokeTest } from "../terraform/smoke-test";
import { smokeTopic } from "../terraform/smoke-topic";
import { arriving, notInStatus } from "./accounting";
import type { Book } from "./book";
import { StepFailure, type Drill } from "./drill";
import { addsAlone, complaint, noChanges, that } from "./promises";
import type { DrillStep, Setting } from "./scenario";

const PARTITIONS = 3;
/** How long records may take over the whole chain, in milliseconds of virtual time. */
const ARRIVAL_MS = 60_000;
/** How long everything works before something happens, in milliseconds of virtual time; more where offsets need it. */
const CALM_MS = 120_000;

/** Deploys an app as its runbook says. */
export function deploySteps(book: Book, { again = false } = {}): DrillStep[] {
  // Whatever has no leg was deployed once, and stays.
  const stacks = book.topology.stacks.filter(({ legs }) => !again || legs.length > 0);
  const names = stacks.map(({ name }) => name);
  return [
    {
      title: `Deploy ${names.join(" and ")}${again ? " again" : ""}`,
      does: async (drill) => {
        await drill.deployment.cloud.createSourceTopics(drill.deployment.document);
        for (const stack of names) {
          await drill.follow("prepare", `init/${stack}`, { book });
          await drill.follow("deploy", `apply/${stack}`, { book });
        }
      },
      promises: names.map((name) => addsAlone(name)),
    },
    planSteps(book, names),
  ];
}

/** Plans stacks once more. */
export function planSteps(book: Book, stacks: readonly string[]): DrillStep {
  return {
    title: `Plan ${stacks.join(" and ")} once more`,
    does: async (drill) => {
      for (const stack of stacks) await drill.follow("verify", `plan/${stack}`, { book });
    },
    promises: stacks.map((name) => noChanges(name)),
  };
}

/** The guide's smoke test. */
export function smokeStep(setting: Setting): DrillStep {
  const topic = smokeTopic(setting.book.topology.document);
  return {
    title: "Smoke test of the guide",
    does: async (drill) => {
      if (topic === undefined) {
        drill.note("no topic gets to the end of a chain: no smoke test");
        return;
      }
      try {
        await runSmokeTest(drill.deployment.cloud, topic, (text) => drill.note(text));
      } catch (error) {
        throw new StepFailure((error as Error).message);
      }
    },
    promises: [],
  };
}

/** Producers and consumers begin to work on the first cluster, and all their topics get to the last one. */
export function trafficStep({ chain }: Setting): DrillStep {
  const calm = Math.max(CALM_MS, 3 * (worstOffsetStalenessMs(chain.legs.map(({ model }) => model)) ?? 0));
  return {
    title: `Producers and consumers work on ${chain.first.name}`,
    does: async (drill) => {
      await createTopics(drill);
      const { traffic } = drill;
      await drill.until(
        () => notInStatus(drill, "ACTIVE").length === 0,
        chain.legs.length * DISCOVERY_INTERVAL_MS + ARRIVAL_MS,
      );
      traffic.burst(0, 3);
      traffic.produceOn(0);
      traffic.consumeOn(0);
      await drill.pass(calm);
    },
    promises: [
      that(`every topic that is to get to ${chain.last.name} is a mirror topic there`, (drill) =>
        complaint(notInStatus(drill, "ACTIVE")),
      ),
      that(`records arrive on ${chain.last.name}`, ({ traffic, last }) =>
        complaint(
          arriving(traffic)
            .filter((topic) => traffic.missingOn(topic, last).length === traffic.written(topic).length)
            .map(({ names }) => `${names[0]}: none`),
        ),
      ),
    ],
  };
}

/** Creates the topics that a filter is to choose, where they are not there. */
async function createTopics({ traffic, chain, deployment, rest }: Drill): Promise<void> {
  const { id } = chain.first;
  const there = rest.topics(id);
  for (const { names } of traffic.topics) {
    const [topic] = names;
    if (!there.has(topic)) await deployment.cloud.api(id).createTopic(topic, PARTITIONS);
  }
}

/** Lets the links copy everything that was written, and the offsets that were committed. */
export async function settle(drill: Drill): Promise<void> {
  const { traffic, last, chain } = drill;
  await drill.until(() => arriving(traffic).every((topic) => traffic.missingOn(topic, last).length === 0), ARRIVAL_MS);
  await drill.pass(2 * (worstOffsetStalenessMs(chain.legs.map(({ model }) => model)) ?? 0));
}
