import { createMirror, deleteTopics, listMirrors, onMirrors, restoreMirrors } from "../confluent-cli";
import { commandLine } from "../shell";
import { confluentForm, from, listed } from "../steps";
import type { Section, Step } from "../structure";
import type { RunbookChain, RunbookLeg, RunbookTopology } from "../topology";
import { listForms, turnBackSteps, turned } from "./turn-round";

/** The way back over bidirectional links: old topics become copies of the live ones, then everything is turned round. */
export function byTurningSection(topology: RunbookTopology, chain: RunbookChain): Section {
  const { first, last, legs } = chain;
  const between = chain.clusters.slice(1, -1);
  return {
    id: `failback/${chain.slug}`,
    kind: "failback",
    title: `Failback from ${last.name} to ${first.name}`,
    text: [
      `The links are bidirectional: what was there before the failover is kept, and only what is new is copied. The first half makes ${listed([first, ...between].map(({ name }) => name))} copies of ${last.name} again (truncate-and-restore); the second half turns everything round (reverse-and-start), and is all there is to do after "Planned switch from ${first.name} to ${last.name} by turning round".`,
      "By the Confluent CLI or REST alone: Terraform has neither. The topics have to be mirror topics for Terraform still: with keepPromoted, or without their link, go back by a chain of its own (PrivatePublicPrivate.reverse).",
      `truncate-and-restore deletes: what ${first.name} had and never sent is gone afterwards. Copy it elsewhere first if anybody needs it.`,
      ...(legs.length > 1
        ? [
            "Confluent documents it for one link. Over several it is done link by link, in the order below: rehearse it, and begin with one topic.",
          ]
        : []),
    ],
    steps: [
      {
        id: "stop-all",
        title: `Stop what runs on ${listed([first, ...between].map(({ name }) => name))}`,
        who: "application owners",
        network: from(first),
        text: [
          `No producer, and no consumer of these topics: a group that is active there keeps a topic from being restored. ${last.name} serves on.`,
        ],
        forms: [],
        expect: "No group has members there.",
        failed: "An application that was started together with the cluster: stop it before the next steps.",
      },
      ...legs.slice(0, -1).map((leg) => stopStep(topology, leg)),
      ...legs.slice(1).map((leg) => shorterStep(topology, leg, chain)),
      ...legs.map((leg) => restoreStep(topology, turned(leg))),
      ...turnBackSteps(topology, chain),
    ],
  };
}

/** A mirror topic cannot become one of another link before it is stopped. */
function stopStep(topology: RunbookTopology, leg: RunbookLeg): Step {
  return {
    id: `stop/${leg.destination.slug}`,
    title: `Stop the copies on ${leg.destination.name}`,
    who: "operator",
    network: from(leg.destination),
    text: [
      `As early as possible, best while ${leg.source.name} is still away: when it comes back, ${leg.destination.name} would get records that the clusters behind it never got.`,
    ],
    forms: [...listForms(leg), confluentForm([onMirrors(topology, "mirror-failover", leg), listMirrors(leg)])],
    expect: `The mirror topics of ${leg.link} on ${leg.destination.name} are STOPPED.`,
    failed: "Another status: list again after a few seconds; an error tells what is wrong with a topic.",
  };
}

/** A restored topic that is cut off afterwards leaves a copy of it with records that it does not have. */
function shorterStep(topology: RunbookTopology, leg: RunbookLeg, { first, legs }: RunbookChain): Step {
  const { source, destination } = leg;
  const [topic = "<topic>"] = leg.mirrors.map((mirror) => mirror.topic);
  const back = turned(leg);
  const again = [
    deleteTopics(topology, first, { names: [topic], file: undefined }),
    createMirror(turned(legs[0] as RunbookLeg), topic, topic),
  ];
  return {
    id: `longer/${source.slug}`,
    title: `See that ${source.name} has nothing that ${destination.name} never got`,
    who: "operator",
    network: from(source),
    text: [
      `It changes nothing: it tells what would be cut off on ${source.name}. What is cut off there after ${first.name} has copied it would stay on ${first.name}, and nowhere else.`,
    ],
    forms: [confluentForm([restoreMirrors(topology, back, true)])],
    expect: "Messages truncated: 0 for every topic, as when the last link was drained before the failover.",
    failed: `More than 0: for that topic ${first.name} cannot be restored. Leave it out below, restore ${source.name}, and copy it anew to ${first.name}, once what it held is saved: ${again.map((command) => commandLine(command)).join("; ")}.`,
  };
}

function restoreStep(topology: RunbookTopology, leg: RunbookLeg): Step {
  const { source, destination, link } = leg;
  return {
    id: `restore/${destination.slug}`,
    title: `Make ${destination.name} a copy of ${source.name}`,
    who: "operator",
    network: from(destination),
    text: [
      `On ${destination.name}. The first line tells what is cut off, and changes nothing; the second does it: the topics are PENDING_SETUP_FOR_RESTORE, PENDING_RESTORE, then ACTIVE.`,
    ],
    forms: [
      confluentForm([restoreMirrors(topology, leg, true), restoreMirrors(topology, leg, false), listMirrors(leg)]),
    ],
    expect: `The topics on ${destination.name} are mirror topics of ${link}, ACTIVE, with a lag that falls.`,
    failed: `An active group on them: stop it. No stopped mirror topic on ${source.name}: it was not stopped, or it was made again; then it is a copy of everything (PrivatePublicPrivate.reverse).`,
  };
}
