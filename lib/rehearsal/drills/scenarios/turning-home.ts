import type { RunbookChain } from "../../../runbook/topology";
import { notCopied } from "../accounting";
import { settle } from "../common-steps";
import { complaint, noChanges, that } from "../promises";
import type { DrillPromise, DrillStep, Setting } from "../scenario";

/** Time that a topic takes to be stopped, restored or reversed, in milliseconds. */
const ROLE_CHANGE_MS = 60_000;

/** While its first cluster is away and the last one is live, a chain of bidirectional links goes home as the runbook says. */
export function turningHomeSteps({ book, chain }: Setting): DrillStep[] {
  const section = `failback/${chain.slug}`;
  const { steps } = book.section(section);
  const { first, last } = chain;
  const follows =
    (...kinds: readonly string[]): DrillStep["does"] =>
    async (drill) => {
      for (const step of steps.filter(({ id }) => kinds.some((kind) => id.startsWith(`${kind}/`)))) {
        await drill.perform(step, book, { tools: ["Confluent CLI"] });
        await drill.pass(ROLE_CHANGE_MS);
      }
    };
  const stacks = steps.filter(({ id }) => id.startsWith("state/"));
  return [
    { title: "Stop the copies in between", does: follows("stop"), promises: [] },
    {
      title: `${first.name} is back`,
      does: async (drill) => {
        await drill.become([first], "reachable");
        drill.mark(`${first.name} is back`);
        await drill.pass(ROLE_CHANGE_MS);
      },
      promises: [],
    },
    {
      title: `Make the other clusters copies of ${last.name}`,
      does: follows("longer", "restore"),
      promises: [serves(chain), mirrorsAre(chain, "ACTIVE", chain.clusters.slice(0, -1))],
    },
    {
      title: `Turn everything round, from ${last.name} to ${first.name}`,
      does: async (drill) => {
        drill.traffic.stopProducing();
        drill.traffic.stopConsuming(drill.last);
        for (const { id } of steps.filter((step) => step.id.startsWith("drained-back/"))) {
          await drill.follow(section, id, { until: true, tools: ["cluster-linking"] });
        }
        await follows("reverse", "reversed")(drill);
        drill.mark(`${first.name} is live`);
      },
      promises: [
        that(`every record on ${last.name} is on ${first.name}`, (drill) => complaint(notCopied(drill, drill.last, 0))),
        mirrorsAre(chain, "ACTIVE", chain.clusters.slice(1)),
      ],
    },
    {
      title: "Plans are empty again",
      does: async (drill) => {
        for (const { id } of stacks) await drill.follow(section, id);
      },
      promises: stacks.map(({ id }) => noChanges(id.slice("state/".length))),
    },
    {
      title: `Producers and consumers work on ${first.name}`,
      does: async (drill) => {
        drill.traffic.produceOn(0);
        drill.traffic.consumeOn(0);
        await drill.pass(ROLE_CHANGE_MS);
        drill.traffic.stopProducing();
        await settle(drill);
      },
      promises: [
        that(`every record on ${first.name} is on ${last.name}`, (drill) => complaint(notCopied(drill, 0, drill.last))),
      ],
    },
  ];
}

const serves = ({ last }: RunbookChain): DrillPromise =>
  that(`${last.name} serves on`, async (drill) => {
    const before = drill.traffic.countOn(drill.last);
    await drill.pass(ROLE_CHANGE_MS);
    return drill.traffic.countOn(drill.last) > before ? undefined : "no record was written";
  });

/** The drilled topics on these clusters are mirror topics in a status. */
const mirrorsAre = (chain: RunbookChain, status: string, clusters: RunbookChain["clusters"]): DrillPromise =>
  that(`the topics on ${clusters.map(({ name }) => name).join(" and ")} are mirror topics, ${status}`, ({ traffic }) =>
    complaint(
      clusters.flatMap((cluster) =>
        traffic.topics.flatMap((topic) => {
          const found = traffic.topicOn(topic, chain.clusters.indexOf(cluster))?.mirror?.status ?? "no mirror topic";
          return found === status ? [] : [`${topic.names[0]} on ${cluster.name}: ${found}`];
        }),
      ),
    ),
  );
