import type { RunbookCluster } from "../cluster";
import { deleteTopics, onLink } from "../confluent-cli";
import { confluentForm, from, fromStack, fromState, listed } from "../steps";
import type { Command, Form, Step } from "../structure";
import { addresses, mirrorTopics, stacksOf } from "../lists";
import { stateTexts } from "../remote";
import { applyForms, forgetForm, synthForm } from "../terraform";
import { stackOf, type RunbookChain, type RunbookLeg, type RunbookTopology } from "../topology";

/** Puts a new cluster in the place of one that does not come back. */
export function rebuildSteps(topology: RunbookTopology, chain: RunbookChain, lost: RunbookCluster): Step[] {
  const legs = chain.legs.filter(({ source, destination }) => source === lost || destination === lost);
  const downstream = chain.legs.slice(chain.legs.indexOf(legs[0] as RunbookLeg));
  return [
    {
      id: "new-cluster",
      title: `Put the new ${lost.name} into the app`,
      who: "operator",
      network: from(),
      text: [
        `Its id and endpoints are other ones, and they are part of the identity of links and mirror topics: Terraform would replace those of ${listed(legs.map(({ link }) => link))}, and with mirror topics their topics. prevent_destroy makes the plan fail instead. So Terraform forgets them first.`,
        "The new cluster needs service accounts, role bindings, keys and ACLs as the old one had them.",
      ],
      forms: [synthForm(topology)],
      expect: "Stacks with the new id.",
      failed: "A message with the id of a rule.",
    },
    ...downstream.map((leg) => forgetStep(topology, leg, lost)),
    ...clearSteps(topology, downstream, lost),
    ...downstream.map((leg) => applyAgainStep(topology, leg)),
  ];
}

function forgetStep(topology: RunbookTopology, leg: RunbookLeg, lost: RunbookCluster): Step {
  return {
    ...forgetLegStep(topology, leg, { halves: true }),
    failed: `An address that is not there: ${lost.name}'s part of it may be gone already; "terraform state list" tells.`,
  };
}

/** Takes a leg's mirror topics out of Terraform's states, and its halves too. */
export function forgetLegStep(topology: RunbookTopology, leg: RunbookLeg, what: { readonly halves: boolean }): Step {
  const stack = stackOf(topology, leg.data.stack);
  return {
    id: `forget/${leg.data.path}`,
    title: `Let Terraform forget ${what.halves ? leg.link : `the mirror topics of ${leg.link}`}`,
    who: "operator",
    network: fromState(stack),
    text: ["Nothing is called and nothing is destroyed. Keep a copy of the state.", ...stateTexts(stack)],
    forms: stacksOf(leg).flatMap((name): Form[] => {
      const list = addresses(leg, name, what);
      return list.names.length > 0 ? [forgetForm(topology, stackOf(topology, name), list)] : [];
    }),
    expect: "Successfully removed, once for each address.",
    failed: "An address that is not there: terraform state list tells.",
  };
}

/** Removes from the clusters that live what would be in the way of the new chain. */
function clearSteps(topology: RunbookTopology, legs: readonly RunbookLeg[], lost: RunbookCluster): Step[] {
  return legs.flatMap((leg): Step[] => {
    const links: Command[] = leg.halves
      .filter(({ host }) => host !== lost)
      .map(({ host }) => onLink("link-delete", leg, host));
    const topics = mirrorTopics(leg);
    const copied = leg.destination !== lost && topics.names.length > 0;
    const commands = [...(copied ? [deleteTopics(topology, leg.destination, topics)] : []), ...links];
    if (commands.length === 0) return [];
    return [
      {
        id: `clear/${leg.data.path}`,
        title: `Make room for the new ${leg.link}`,
        who: "operator",
        network: from(...leg.halves.map(({ host }) => host)),
        text: [
          `${copied ? `From here on ${leg.destination.name} has no copy until everything was copied anew: only do this while ${leg.source === lost ? "the first cluster" : leg.source.name} is well. ` : ""}Mirror topics that the link made by itself have to go as well.`,
        ],
        forms: [confluentForm(commands, "The CLI asks before it deletes.")],
        expect: "Topics and links are gone.",
        failed: "A link that is in use: a mirror topic is left.",
      },
    ];
  });
}

function applyAgainStep(topology: RunbookTopology, leg: RunbookLeg): Step {
  const stack = stackOf(topology, leg.data.stack);
  return {
    id: `apply-again/${leg.data.path}`,
    title: `Create ${leg.link} again`,
    who: "operator",
    network: fromStack(stack),
    text: [],
    forms: applyForms(topology, stack, {
      plan: "rebuild",
      ...(leg.mirrors.length > 10 && { resources: leg.mirrors.length }),
    }),
    expect: "Only additions.",
    failed: '"already exists": the step before left something.',
  };
}
