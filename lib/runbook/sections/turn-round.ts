import { listMirrors, onMirrors } from "../confluent-cli";
import { stacksOf } from "../lists";
import { statusForm } from "../own-commands";
import { clientSteps, confluentForm, fencingSteps, from, fromStack, listed } from "../steps";
import type { Form, Section, Step } from "../structure";
import { planForm } from "../terraform";
import { stackOf, type RunbookChain, type RunbookLeg, type RunbookTopology } from "../topology";
import { gateStep, waitSteps } from "./planned-switch";

/** Whether the links of a chain can be turned round: all are bidirectional, and none puts a prefix before names. */
export const isTurnable = ({ legs }: RunbookChain): boolean =>
  legs.every(({ data }) => data.shape === "bidirectional" && (data.prefix ?? "") === "" && data.prefix !== null);

/** A planned switch that can be taken back: mirror topics and their sources change places, one link after the other. */
export function turnRoundSections(topology: RunbookTopology, chain: RunbookChain): Section[] {
  if (!isTurnable(chain)) return [];
  const { first, last, legs } = chain;
  const others = chain.clusters.slice(1);
  return [
    {
      id: `turn-round/${chain.slug}`,
      kind: "turn-round",
      title: `Planned switch from ${first.name} to ${last.name} by turning round`,
      text: [
        `Loses no record, and can be taken back: afterwards data goes from ${last.name} to ${first.name}. "Planned switch from ${first.name} to ${last.name}" cannot be taken back, and leaves ${first.name} without a copy.`,
        "By the Confluent CLI or REST alone: Terraform has nothing that turns a mirror topic round. Every cluster has to be well.",
        ...(legs.length > 1
          ? [
              "Confluent documents it for one link. Over several it is done link by link, from the one whose source is written to; rehearse it, and begin with one topic.",
            ]
          : []),
      ],
      steps: [
        ...fencingSteps({
          network: from(first),
          fence: `Stop every producer on ${first.name}. From the first line below on, its topics are read-only there.`,
          consumers: `Let consumers on ${first.name} read to the end, then stop them. None of their groups may run on ${listed(others.map(({ name }) => name))}.`,
        }),
        ...legs.map((leg, i) => gateStep(topology, leg, i)),
        ...waitSteps(chain),
        ...legs.flatMap((leg) => reverseSteps(topology, leg)),
        leaveStep(topology, chain),
        ...clientSteps(chain),
      ],
    },
  ];
}

/** Back to where everything was, while all topics are turned round. */
export function turnBackSteps(topology: RunbookTopology, chain: RunbookChain): Step[] {
  const { first, last } = chain;
  const back = [...chain.legs].reverse();
  return [
    {
      id: "fence-last",
      title: `Fence producers and stop consumers on ${last.name}`,
      who: "application owners",
      network: from(last),
      text: [`From the first line below on, its topics are read-only there.`],
      forms: [],
      expect: `Nobody writes on ${last.name}, and no group has members anywhere.`,
      failed: "Log end offsets that still grow.",
    },
    ...back.map((leg, i) => backDrainedStep(topology, leg, i)),
    ...back.flatMap((leg) => reverseSteps(topology, turned(leg))),
    ...stacksOfChain(topology, chain).map((stack): Step => ({
      id: `state/${stack.name}`,
      title: `See that the stack ${stack.name} has nothing to do`,
      who: "operator",
      network: fromStack(stack),
      text: ["Every mirror topic is where Terraform has it."],
      forms: [planForm(stack)],
      expect: "No changes.",
      failed: "A mirror topic to create: it was not turned back. Do not apply.",
    })),
    {
      id: "re-point-first",
      title: `Point clients at ${first.name}`,
      who: "application owners",
      network: from(first),
      text: ["Consumers first, producers after them."],
      forms: [],
      expect: "Groups go on near where they were; then new records come in.",
      failed: "A record that is refused by a read-only topic: it was not turned back.",
    },
  ];
}

/** A leg as it is when its topics were turned round. */
export function turned(leg: RunbookLeg): RunbookLeg {
  return {
    ...leg,
    source: leg.destination,
    destination: leg.source,
    mirrors: leg.mirrors.map((mirror) => ({ ...mirror, mirrorTopic: mirror.topic })),
  };
}

/** The list of what a link has, where not every name is known. */
export const listForms = (leg: RunbookLeg): Form[] =>
  leg.makesMirrors || !leg.mirrorsKnown ? [confluentForm([listMirrors(leg)])] : [];

export const stacksOfChain = (topology: RunbookTopology, { legs }: RunbookChain): ReturnType<typeof stackOf>[] =>
  [...new Set(legs.flatMap((leg) => stacksOf(leg)))].map((name) => stackOf(topology, name));

function backDrainedStep(topology: RunbookTopology, leg: RunbookLeg, position: number): Step {
  const { destination, source, link } = leg;
  const back = turned(leg);
  return {
    id: `drained-back/${position + 1}`,
    title: `Wait until ${link} has copied everything from ${destination.name}`,
    who: "operator",
    network: from(source),
    text: ["Repeat until the lag of every topic is 0."],
    forms: leg.spare
      ? [statusForm(topology, leg.spare, true), confluentForm([listMirrors(back)])]
      : [confluentForm([listMirrors(back)])],
    expect: "ACTIVE and lag 0 everywhere.",
    failed: `A lag that does not fall: somebody still produces on ${destination.name}.`,
  };
}

/** Turns the topics of one link round, on the cluster that has the mirror topics. */
function reverseSteps(topology: RunbookTopology, leg: RunbookLeg): Step[] {
  const { source, destination, link } = leg;
  return [
    {
      id: `reverse/${destination.slug}-${source.slug}`,
      title: `Let ${destination.name} be the source of ${link}`,
      who: "operator",
      network: from(destination),
      text: [
        `On ${destination.name}, which has the mirror topics. It waits for lag 0, then both change places: ${source.name} has the mirror topics. --dry-run tries it.`,
      ],
      forms: [
        ...listForms(leg),
        confluentForm(
          [onMirrors(topology, "mirror-reverse", leg)],
          "One call. Error Code is empty for every topic, or tells what is wrong with it.",
        ),
      ],
      expect: `The topics on ${destination.name} are STOPPED, and can be written to.`,
      failed: `An error for a topic, such as one that its source is itself a mirror topic: the link into ${source.name} was not turned round before. ${source.name} not reachable: it cannot be done; fail over instead.`,
    },
    {
      id: `reversed/${destination.slug}-${source.slug}`,
      title: `See that ${source.name} gets its records from ${destination.name}`,
      who: "operator",
      network: from(source),
      text: ["Before the next link."],
      forms: [confluentForm([listMirrors(turned(leg))])],
      expect: "Every topic is listed as a mirror topic, ACTIVE, lag 0.",
      failed: "PENDING_SYNCHRONIZE for minutes: the lag was not 0, or the link is not ACTIVE.",
    },
  ];
}

function leaveStep(topology: RunbookTopology, chain: RunbookChain): Step {
  const stacks = stacksOfChain(topology, chain);
  const [before, lastStacks] = [stacks.slice(0, -1), stacks.slice(-1)];
  return {
    id: "leave-terraform",
    title: "Leave Terraform alone while topics are turned round",
    who: "operator",
    network: from(),
    text: [
      `Terraform has the mirror topics where they were. For ${listed(lastStacks.map(({ name }) => name))} nothing is to do: they are STOPPED there.`,
      ...(before.length > 0
        ? [
            `A plan of ${listed(before.map(({ name }) => name))} wants to create mirror topics that are of another link now: do not apply it (40002, and the state forgets them). Plans are empty again once everything was turned back.`,
          ]
        : []),
      `Do not use keepPromoted, nor destroy: the topics on ${chain.last.name} are live.`,
      `The way back is the second half of "Failback from ${chain.last.name} to ${chain.first.name}".`,
    ],
    forms: [],
    expect: "Nobody applies these stacks until topics were turned back.",
    failed: "A pipeline that applies by itself: switch it off for that time.",
  };
}
