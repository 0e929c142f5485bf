import type { RunbookCluster } from "../cluster";
import { statusForm } from "../own-commands";
import { clientSteps, failOverStep, fencingSteps, from, lastStack, listed, stoppedStep } from "../steps";
import type { Section, Step } from "../structure";
import { discoveryText, duplicatesText, lossText } from "../timing";
import type { RunbookChain, RunbookLeg, RunbookTopology } from "../topology";
import { rebuildSteps } from "./rebuild";

/** One section for each thing of a chain that can be lost. */
export function outageSections(topology: RunbookTopology, chain: RunbookChain): Section[] {
  const between = chain.clusters.slice(1, -1);
  return [
    firstLost(topology, chain),
    ...between.map((cluster) => betweenLost(topology, chain, cluster)),
    ...(between.length > 0 ? [allButLastLost(topology, chain)] : []),
    lastLost(topology, chain),
  ];
}

const sectionId = (chain: RunbookChain, ...lost: readonly RunbookCluster[]): string =>
  `outage/${chain.slug}/${lost.map(({ slug }) => slug).join("+")}-lost`;

function firstLost(topology: RunbookTopology, chain: RunbookChain): Section {
  const { first, last, legs } = chain;
  if (legs.length === 1) return unreadable(topology, chain, [first]);
  const [firstLeg, ...following] = legs as [RunbookLeg, ...RunbookLeg[]];
  const alive = chain.clusters.slice(1);
  return {
    id: sectionId(chain, first),
    kind: "outage",
    title: `Outage: ${first.name} is lost`,
    text: [
      `${listed(alive.map(({ name }) => name))} live, and have what ${firstLeg.link} delivered. ${last.name} takes over. Nothing here calls ${first.name}.`,
      `What is lost: ${lossText(chain, [firstLeg])} What ${listed(following.map(({ link }) => link))} still has to copy is not lost: it is waited for.`,
      `What is read twice: ${duplicatesText(chain)}`,
    ],
    steps: [
      ...openingSteps(chain),
      ...following.map((leg, i) => drainStep(topology, leg, i)),
      failOverStep(topology, chain, { mode: "FAILED_OVER", readable: true }),
      stoppedStep(topology, chain),
      leaveAloneStep(firstLeg),
      ...clientSteps(chain),
    ],
  };
}

/** Where the source of the last leg is gone, so that Terraform cannot read its mirror topics. */
function unreadable(topology: RunbookTopology, chain: RunbookChain, lost: readonly RunbookCluster[]): Section {
  const { last, legs } = chain;
  return {
    id: sectionId(chain, ...lost),
    kind: "outage",
    title: `Outage: ${listed(lost.map(({ name }) => name))} ${lost.length > 1 ? "are" : "is"} lost`,
    text: [
      `${last.name} has what arrived, and nothing more will. It takes over. Nothing here calls another cluster.`,
      `What is lost: ${lossText(chain, legs)}`,
      `What is read twice: ${duplicatesText(chain)}`,
    ],
    steps: [
      ...openingSteps(chain),
      failOverStep(topology, chain, { mode: "FAILED_OVER", readable: false }),
      stoppedStep(topology, chain, lost),
      ...clientSteps(chain),
    ],
  };
}

const allButLastLost = (topology: RunbookTopology, chain: RunbookChain): Section =>
  unreadable(topology, chain, chain.clusters.slice(0, -1));

function betweenLost(topology: RunbookTopology, chain: RunbookChain, cluster: RunbookCluster): Section {
  const { first, last } = chain;
  const stack = lastStack(topology, chain);
  const asksIt = stack.calls.includes(cluster);
  return {
    id: sectionId(chain, cluster),
    kind: "outage",
    title: `Outage: ${cluster.name} is lost`,
    text: [
      `${first.name} serves on, so nothing is lost and nobody fails over. ${last.name} stands still: it gets older by the length of the outage.`,
      `If ${first.name} is lost as well meanwhile, go to "${listed(chain.clusters.slice(0, -1).map(({ name }) => name))} are lost".`,
      asksIt
        ? `The stack ${stack.name} asks ${cluster.name} too: its plans fail at once ("error reading Cluster Link"), and work again when ${cluster.name} is back.`
        : `A plan of the stack ${stack.name} fails after 5 minutes of this ("SOURCE_UNAVAILABLE is not a valid MirrorTopicStatus"), and works again when ${cluster.name} is back.`,
    ],
    steps: [
      ...fencingSteps({
        network: from(first, last),
        fence: `Producers on ${first.name} go on. Make sure that nobody produces on ${last.name}: its mirror topics refuse it, and a failover by somebody else would split the data in two.`,
        consumers: `Consumers on ${first.name} go on. Stop whatever reads from ${last.name} or ${cluster.name} and must not see old data.`,
      }),
      {
        id: "wait",
        title: `Wait until ${cluster.name} is back`,
        who: "operator",
        network: from(...chain.legs.flatMap(({ halves }) => halves.map(({ host }) => host))),
        text: ["Links and mirror topics connect again by themselves and copy what they have missed."],
        forms: [statusForm(topology)],
        expect: "Exit code 0, and a lag that falls.",
        failed: `${cluster.name} does not come back, or comes back without its data: go on with the next steps. ${retentionText(first)}`,
      },
      ...rebuildSteps(topology, chain, cluster),
      ...clientsStayed(chain),
    ],
  };
}

const retentionText = (cluster: RunbookCluster): string =>
  `What ${cluster.name} deletes by its retention before it was copied, nobody has afterwards.`;

function lastLost(topology: RunbookTopology, chain: RunbookChain): Section {
  const { first, last, lastLeg } = chain;
  return {
    id: sectionId(chain, last),
    kind: "outage",
    title: `Outage: ${last.name} is lost`,
    text: [
      `${first.name} serves on and nothing is lost, but there is nothing to fail over to until ${last.name} has been filled again.`,
      ...discoveryText(chain).map((text) => `After it was rebuilt: ${text}`),
    ],
    steps: [
      ...fencingSteps({
        network: from(first),
        fence: `Producers on ${first.name} go on. If ${last.name} was live, after a failover: it is now the one that was lost; what it had since then is gone, unless a chain back copied it.`,
        consumers: `Consumers on ${first.name} go on. Consumers that read from ${last.name} stop.`,
      }),
      {
        id: "wait",
        title: `Wait until ${last.name} is back`,
        who: "operator",
        network: from(...lastLeg.halves.map(({ host }) => host)),
        text: ["If its data is there, the link goes on by itself where it was."],
        forms: [statusForm(topology, lastLeg)],
        expect: "Exit code 0, and a lag that falls.",
        failed: `${last.name} does not come back: go on with the next steps.`,
      },
      ...rebuildSteps(topology, chain, last),
      ...clientsStayed(chain),
    ],
  };
}

function openingSteps(chain: RunbookChain): Step[] {
  const { first, last } = chain;
  return [
    ...fencingSteps({
      network: from(last),
      fence: `Stop every producer of ${first.name}, also those that cannot reach it now: if it comes back, they must not write there. Revoke their keys or their WRITE on it as soon as that is possible. Nobody produces on ${last.name} before it was failed over.`,
      consumers: `Stop every consumer of ${first.name}. None of its groups may run on ${last.name} yet.`,
    }),
    {
      id: "decide",
      title: "Decide",
      who: "whoever decides",
      network: from(last),
      text: [
        `A failover cannot be taken back: the way back to ${first.name} is a chain of its own, and a copy of everything (see "Failback"). If ${first.name} can be expected back sooner than that, waiting is the smaller loss.`,
      ],
      forms: [],
      expect: "One person has said yes, and when.",
      failed: "Nobody can be asked: agree beforehand after how many minutes the operator decides.",
    },
  ];
}

function drainStep(topology: RunbookTopology, leg: RunbookLeg, position: number): Step {
  return {
    id: `drained/${position + 2}`,
    title: `Let ${leg.link} copy what ${leg.source.name} has`,
    who: "operator",
    network: from(...leg.halves.map(({ host }) => host)),
    text: [
      `Repeat until the exit code is 0; that is soon, as ${leg.source.name} gets nothing new. If it takes too long, go on: FAILED_OVER does not wait, and loses this lag as well.`,
    ],
    forms: [statusForm(topology, leg, true)],
    expect: "Exit code 0: lag 0 everywhere.",
    failed: `${leg.source.name} cannot be reached either: see the section on losing both.`,
  };
}

function leaveAloneStep({ data, destination, source }: RunbookLeg): Step {
  return {
    id: "leave-alone",
    title: `Leave the stack ${data.stack} alone`,
    who: "operator",
    network: from(),
    text: [
      `Its plans fail: ${source.name} does not answer, and the mirror topics on ${destination.name} have a status that the provider cannot read. They may stay as they are. Failing them over too would make ${destination.name} a second place to write to.`,
    ],
    forms: [],
    expect: "Nothing is applied there.",
    failed: "A pipeline that applies it by itself: switch it off.",
  };
}

/** Clients that never left the first cluster, and the access that they will need. */
function clientsStayed(chain: RunbookChain): Step[] {
  return clientSteps(chain).map((step) =>
    step.id === "re-point"
      ? {
          ...step,
          title: `Leave clients on ${chain.first.name}`,
          text: [
            `They never left it. Point them at ${chain.last.name} only after a failover; then its bootstrap server is ${chain.last.data.bootstrapEndpoint ?? "to be looked up"}.`,
          ],
          expect: `Clients work on ${chain.first.name} as before.`,
          failed: "A client that was moved by hand: move it back.",
        }
      : step,
  );
}
