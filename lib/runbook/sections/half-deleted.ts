import { deleteTopics, listLinks, onLink } from "../confluent-cli";
import type { Half } from "../halves";
import { mirrorTopics } from "../lists";
import { statusForm } from "../own-commands";
import { clientSteps, confluentForm, fencingSteps, from, fromStack, listed } from "../steps";
import type { Form, Section, Step } from "../structure";
import { stateTexts } from "../remote";
import { applyForms, forgetForm, planForm } from "../terraform";
import { stackOf, type RunbookChain, type RunbookLeg, type RunbookTopology } from "../topology";
import { forgetLegStep } from "./rebuild";

/** One section for each half of a chain's links, for when somebody deleted it. */
export function halfDeletedSections(topology: RunbookTopology, chain: RunbookChain): Section[] {
  return chain.legs
    .filter(({ data }) => data.managed)
    .flatMap((leg) => leg.halves.map((half) => halfSection(topology, chain, leg, half)));
}

function halfSection(topology: RunbookTopology, chain: RunbookChain, leg: RunbookLeg, half: Half): Section {
  const name = half.role === "link" ? `the link ${leg.link}` : `the ${half.role} of ${leg.link}`;
  const { first, last } = chain;
  return {
    id: `outage/${chain.slug}/${half.role.replaceAll(" ", "-")}-of-${leg.source.slug}-${leg.destination.slug}-deleted`,
    kind: "outage",
    title: `Outage: ${name} was deleted on ${half.host.name}`,
    text: [
      `Nothing says so by itself: ${leg.destination.name} stands still, its lag keeps its last value or goes blank. ${first.name} serves on, so nothing is lost.`,
      ...(half.carriesMirrors
        ? [
            `Its mirror topics are LINK_FAILED: still there and readable, of no link, and not to be attached to a new one. Topics have to be copied anew, along the rest of the chain too. While the first cluster is not well, fail over instead: see the outage sections.`,
          ]
        : [`The mirror topics on ${leg.destination.name} belong to the other half, and go on when this one is back.`]),
    ],
    steps: [
      ...fencingSteps({
        network: from(first),
        fence: `Producers on ${first.name} go on; nobody writes on ${last.name}.`,
        consumers: `Consumers on ${first.name} go on. Stop what reads from ${listed([...new Set([leg.destination.name, last.name])])} and must not see old data.`,
      }),
      seeStep(topology, leg, half),
      ...(half.carriesMirrors ? anewSteps(topology, chain, leg, half) : againSteps(topology, half)),
      backStep(topology, leg),
      ...clientSteps(chain).filter(({ id }) => id === "access"),
      {
        id: "re-point",
        title: `Leave clients on ${first.name}`,
        who: "application owners",
        network: from(first),
        text: ["They never left it. What was stopped above starts again when the lag is 0."],
        forms: [],
        expect: "Clients work as before.",
        failed: "A client that was moved by hand: move it back.",
      },
    ],
  };
}

function seeStep(topology: RunbookTopology, leg: RunbookLeg, half: Half): Step {
  return {
    id: "see",
    title: "See what is missing",
    who: "operator",
    network: from(...leg.halves.map(({ host }) => host)),
    text: [],
    forms: [statusForm(topology, leg), confluentForm(leg.halves.map(({ host }) => listLinks(host)))],
    expect: `The link is not listed on ${half.host.name}.`,
    failed: "It is listed: this is another trouble; its error says which.",
  };
}

/** A half without mirror topics is simply made again. */
function againSteps(topology: RunbookTopology, half: Half): Step[] {
  const stack = stackOf(topology, half.stack);
  const network = fromStack(stack);
  const { address } = half;
  const soon: Step = {
    id: "create-again",
    title: `Create the ${half.role} again`,
    who: "operator",
    network,
    text: ["Within 5 minutes after it was deleted."],
    forms: applyForms(topology, stack, { plan: "repair" }),
    expect: "1 to add, nothing else.",
    failed:
      "A plan that fails because mirror topics are SOURCE_UNAVAILABLE: it is later than that. Take the next step.",
  };
  if (address === undefined) return [soon];
  return [
    soon,
    {
      id: "create-again-later",
      title: `Create the ${half.role} again when Terraform cannot read the mirror topics any more`,
      who: "operator",
      network,
      text: [
        "Only if the step before failed. Terraform forgets the half, and creates it without looking at anything else. Give the link a minute; then plans work again.",
        ...stateTexts(stack),
      ],
      forms: sequence(
        forgetForm(topology, stack, { names: [address], file: undefined }),
        applyForms(topology, stack, { plan: "repair", refresh: false }),
      ),
      expect: "1 to add, nothing else.",
      failed: '409 "already exists": it was not deleted; see "409 after a lost reply".',
    },
  ];
}

/** Each of the forms with something before it. */
const sequence = (before: Form, forms: readonly Form[]): Form[] =>
  forms.map((form) => ({ ...form, commands: [...before.commands, ...form.commands] }));

/** A half with mirror topics takes them with it. */
function anewSteps(topology: RunbookTopology, chain: RunbookChain, leg: RunbookLeg, half: Half): Step[] {
  const affected = chain.legs.slice(chain.legs.indexOf(leg));
  const others = leg.halves.filter((other) => other !== half);
  return [
    ...affected.map((each) => forgetLegStep(topology, each, { halves: each === leg })),
    ...affected.flatMap((each): Step[] => {
      const topics = mirrorTopics(each);
      const commands = [
        ...(topics.names.length > 0 ? [deleteTopics(topology, each.destination, topics)] : []),
        ...(each === leg ? others.map(({ host }) => onLink("link-delete", leg, host)) : []),
      ];
      if (commands.length === 0) return [];
      return [
        {
          id: `clear/${each.data.path}`,
          title: `Delete what is left of ${each === leg ? each.link : `the copies on ${each.destination.name}`}`,
          who: "operator",
          network: from(...each.halves.map(({ host }) => host)),
          text: [
            `From here on ${each.destination.name} has no copy until everything was copied anew. Mirror topics that the link made by itself have to go as well.`,
          ],
          forms: [confluentForm(commands, "The CLI asks before it deletes.")],
          expect: "Topics and links are gone.",
          failed: "A link that is in use: a mirror topic is left.",
        },
      ];
    }),
    ...affected.map((each): Step => {
      const stack = stackOf(topology, each.data.stack);
      return {
        id: `apply-again/${each.data.path}`,
        title: each === leg ? `Create ${each.link} again` : `Create the mirror topics of ${each.link} again`,
        who: "operator",
        network: fromStack(stack),
        text: [],
        forms: applyForms(topology, stack, { plan: "repair" }),
        expect: "Only additions.",
        failed: '"already exists": the step before left something.',
      };
    }),
  ];
}

function backStep(topology: RunbookTopology, leg: RunbookLeg): Step {
  return {
    id: "back",
    title: "See that it works",
    who: "operator",
    network: from(...leg.halves.map(({ host }) => host)),
    text: [],
    forms: [statusForm(topology, leg), planForm(stackOf(topology, leg.data.stack))],
    expect: 'Exit code 0, a lag that falls, and "No changes".',
    failed: "UNAVAILABLE after a minute: the two halves do not know each other; delete and create both.",
  };
}
