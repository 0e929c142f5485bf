import { failbackPlans } from "../../../model/failback";
import { matcherOf, type NameFilterEntry } from "../../../model/filter-matcher";
import type { RunbookCluster } from "../../../runbook/cluster";
import { isTurnable } from "../../../runbook/sections/turn-round";
import type { RunbookChain } from "../../../runbook/topology";
import { arriving, notCopied } from "../accounting";
import { deploySteps, settle, trafficStep } from "../common-steps";
import { deleteTopics } from "../deletions";
import type { Drill } from "../drill";
import type { Book } from "../book";
import { complaint, noChanges, that } from "../promises";
import type { DrillPromise, DrillStep, Scenario } from "../scenario";
import { nameOn } from "../names";
import { trafficOf } from "../scene";
import { switchSteps } from "./planned-switch";
import { primaryLost } from "./primary-lost";
import { turningHomeSteps } from "./turning-home";

/** The last cluster is live, and everything goes back to the first one over a chain of its own. */
export const failback: Scenario = {
  name: "failback",
  title: "The way back after the first cluster was lost",
  leastLegs: 1,
  restsOn: (chain) =>
    isTurnable(chain)
      ? [/PENDING_STOPPED lasts/, /is reversed from ACTIVE/, /a mirror topic of one link at a time/]
      : [/PENDING_STOPPED lasts/, /comes back with the next look of auto-create/, /deleted with force only/],
  obstacle: ({ chain, back }) => {
    if (isTurnable(chain)) return turningObstacle(chain);
    if (back === undefined) {
      return [
        "The way back is an app of its own, which PrivatePublicPrivate.reverse builds as apps/failback does:",
        'synthesise it ("npx cdktf synth" in its folder) and name its output with --failback-out.',
      ].join(" ");
    }
    return chainBack(back, chain) === undefined
      ? `The app in ${back.out} has no chain from ${chain.last.name} back to ${chain.first.name}.`
      : undefined;
  },
  steps: (setting) => {
    const { book, chain, back } = setting;
    if (isTurnable(chain)) return [...primaryLost.steps(setting), ...turningHomeSteps(setting)];
    const reverse = back && chainBack(back, chain);
    if (back === undefined || reverse === undefined) return [];
    return [
      ...primaryLost.steps(setting),
      {
        title: `${chain.first.name} is back`,
        does: async (drill) => {
          await drill.become([chain.first], "reachable");
          drill.mark(`${chain.first.name} is back`);
          await drill.pass(60_000);
        },
        promises: [],
      },
      {
        title: book.step(`failback/${chain.slug}`, "safe").title,
        does: async (drill) => {
          await drill.follow(`failback/${chain.slug}`, "safe");
        },
        promises: [noChanges(chain.lastLeg.data.stack)],
      },
      ...retireSteps(book, chain),
      changeSteps(back, reverse, "b"),
      ...deploySteps(back),
      trafficStep({ book: back, chain: reverse, back: book }),
      ...switchSteps(back, reverse).map((step) => withPromise(step, step.title, allOn(reverse))),
      ...retireSteps(back, reverse),
      changeSteps(book, chain, "c"),
      ...deploySteps(book, { again: true }),
      trafficStep({ book, chain, back }),
      {
        title: `Everything is on ${chain.last.name} again`,
        does: async (drill) => {
          drill.traffic.stopProducing();
          await settle(drill);
        },
        promises: [allOn(chain)],
      },
    ];
  },
};

/** What is turned round is named, one topic after the other. */
const turningObstacle = ({ legs }: RunbookChain): string | undefined =>
  legs.some(({ makesMirrors, mirrorsKnown }) => makesMirrors || !mirrorsKnown)
    ? "The links are bidirectional and make mirror topics by themselves. The way home is rehearsed for chains whose topics are all named in the app."
    : undefined;

/** The chain over the same clusters the other way round. */
function chainBack(back: Book, { clusters }: RunbookChain): RunbookChain | undefined {
  const wanted = clusters.map(({ id }) => id).reverse();
  return back.topology.chains.find((chain) => chain.clusters.map(({ id }) => id).join() === wanted.join());
}

/** Whatever is on the first cluster of a chain is on its last. */
const allOn = ({ first, last: end }: RunbookChain): DrillPromise =>
  that(`every record on ${first.name} is on ${end.name}`, (drill) => complaint(notCopied(drill, 0, drill.last)));

/** What goes with a link; keys that the stack made stay for the next one. */
const OF_A_LINK = /^confluent_(cluster_link|kafka_mirror_topic)\./;

/** Takes a chain down that was failed over, as the runbook says, down to what would be in the way of the chain back. */
function retireSteps(book: Book, chain: RunbookChain): DrillStep[] {
  const section = `failback/${chain.slug}`;
  const { steps } = book.section(section);
  const last = chain.clusters.length - 1;
  const legs = [...chain.legs].reverse();
  return [
    {
      title: `Stop whoever works on ${chain.last.name} for the time of the copy`,
      does: (drill) => {
        drill.traffic.stopProducing();
        drill.traffic.stopConsuming(last);
      },
      promises: [],
    },
    ...legs.map((leg): DrillStep => {
      const step = book.step(section, `retire/${leg.data.path}`);
      return {
        title: step.title,
        does: async (drill) => {
          if (leg !== chain.lastLeg) {
            await deleteUnnamed(drill, book, { chain, cluster: leg.destination, mirrors: true });
          }
          await drill.perform(step, book, { tools: ["Confluent CLI"] });
        },
        promises: [
          that(`${leg.link} is gone, and Terraform has forgotten it`, async ({ deployment }) => {
            const { clusters } = deployment.cloud.emulator.cloud.state;
            const left = [...clusters.values()].filter(({ links }) => links.has(leg.link)).map(({ id }) => id);
            const known = await deployment.stack(leg.data.stack).addresses();
            return complaint([...left, ...known.filter((address) => OF_A_LINK.test(address))]);
          }),
        ],
      };
    }),
    {
      title: `Delete the old topics on ${chain.first.name}`,
      does: async (drill) => {
        for (const step of steps) {
          if (step.id.startsWith("clear/") && step.forms.length > 0) await drill.perform(step, book);
        }
        await deleteUnnamed(drill, book, { chain, cluster: chain.first, mirrors: false });
      },
      promises: [
        that(`only ${chain.last.name} has the topics`, ({ rest, traffic }) =>
          complaint(
            chain.clusters.slice(0, -1).flatMap(({ id, name }) => {
              const there = rest.topics(id);
              return arriving(traffic)
                .filter(({ names }) => there.has(nameOn({ names }, last)))
                .map((topic) => `${nameOn(topic, last)} on ${name}`);
            }),
          ),
        ),
      ],
    },
  ];
}

interface Unnamed {
  readonly chain: RunbookChain;
  readonly cluster: RunbookCluster;
  /** Whether copies are meant, or originals. */
  readonly mirrors: boolean;
}

/** Deletes the topics that the model says are in the way and cannot name, because filters chose them. */
async function deleteUnnamed(drill: Drill, book: Book, { chain, cluster, mirrors }: Unnamed): Promise<void> {
  const plan = failbackPlans(book.topology.document).find(
    ({ chain: paths }) => paths.join() === chain.legs.map(({ data }) => data.path).join(),
  );
  for (const step of plan?.steps ?? []) {
    if (step.kind !== "topics by filter" || step.mirrors !== mirrors || step.cluster.id !== cluster.id) continue;
    const matcher = matcherOf(step.filters as readonly NameFilterEntry[]);
    const prefix = mirrors ? (step.prefix ?? "") : "";
    const names = [...drill.rest.topics(cluster.id)].filter(
      (name) => name.startsWith(prefix) && matcher.judge(name.slice(prefix.length)).passes === true,
    );
    await deleteTopics(drill, cluster, names, book);
  }
}

/** Goes on with another app on the same clusters. */
function changeSteps(book: Book, chain: RunbookChain, tag: string): DrillStep {
  return {
    title: `Go on with ${chain.title}`,
    does: (drill) => {
      drill.deployment.update(book.out);
      drill.change({ book, chain, traffic: trafficOf(drill.deployment, chain, tag) });
    },
    promises: [],
  };
}

function withPromise(step: DrillStep, title: string, promise: DrillPromise): DrillStep {
  return title.startsWith("Check that") ? { ...step, promises: [promise, ...step.promises] } : step;
}
