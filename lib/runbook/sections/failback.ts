import { failbackPlans, type FailbackPlan } from "../../model/failback";
import { deleteTopics, listMirrors, onLink } from "../confluent-cli";
import { mirrorTopics, sourceTopics, stacksOf, type NameList } from "../lists";
import { confluentForm, from, fromStack, lastStack, listed } from "../steps";
import type { Form, Section, Step } from "../structure";
import { destroyTexts, stateTexts } from "../remote";
import { destroyForm, planForm, synthForm } from "../terraform";
import { stackOf, type RunbookChain, type RunbookLeg, type RunbookTopology } from "../topology";
import { forgetLegStep } from "./rebuild";
import { byTurningSection } from "./restore";
import { isTurnable } from "./turn-round";

/** The way back to the first cluster, while the last one is live. */
export function failbackSection(topology: RunbookTopology, chain: RunbookChain): Section {
  return isTurnable(chain) ? byTurningSection(topology, chain) : byReverseChain(topology, chain);
}

function byReverseChain(topology: RunbookTopology, chain: RunbookChain): Section {
  const { first, last, legs } = chain;
  const plan = planFor(topology, chain);
  const back = plan.way.map(({ name }) => name).join(" to ");
  return {
    id: `failback/${chain.slug}`,
    kind: "failback",
    title: `Failback from ${last.name} to ${first.name}`,
    text: [
      `The links of this chain cannot be turned round. The way back is a chain of its own, from ${back}, and a copy of everything: as long as it has not caught up, ${last.name} is the only place with current data.`,
      "The library deletes nothing. What has to be deleted or renamed, and when, is below, in this order.",
    ],
    steps: [
      safeStep(topology, chain, plan),
      unprotectStep(topology),
      ...[...legs].reverse().map((leg) => retireStep(topology, chain, leg, plan)),
      ...originalsSteps(topology, chain, plan),
      ...reverseSteps(chain, back),
    ],
  };
}

function planFor({ document }: RunbookTopology, { legs }: RunbookChain): FailbackPlan {
  const plans = failbackPlans({ ...document, chains: [legs.map(({ data }) => data.path)] });
  return plans[0] as FailbackPlan;
}

function safeStep(topology: RunbookTopology, chain: RunbookChain, { notKept, notKeptUnnamed }: FailbackPlan): Step {
  const { first, last, lastLeg } = chain;
  const stack = lastStack(topology, chain);
  const stillMirrors = notKept.length > 0 || notKeptUnnamed.some(({ kind }) => kind === "listed topics");
  return {
    id: "safe",
    title: `Make sure that ${last.name} has everything and is safe`,
    who: "operator",
    network: fromStack(stack),
    text: [
      `Every mirror topic on ${last.name} is STOPPED, and "After a failover" was done for all of them.`,
      ...(stillMirrors
        ? [
            `In cluster-linking.json ${notKept.length > 0 ? `${notKept.length} topic${notKept.length === 1 ? " is" : "s are"}` : "a list of topics is"} not kept yet: what Terraform still has as a mirror topic would be deleted together with ${lastLeg.link}.`,
          ]
        : []),
      `What ${first.name} had and never sent is lost with the steps below: save it now if anybody needs it.`,
    ],
    forms: [confluentForm([listMirrors(lastLeg)]), planForm(stack)],
    expect: 'STOPPED everywhere, and "No changes".',
    failed: 'A mirror topic that is not STOPPED, or one in "terraform state list": go back to "After a failover".',
  };
}

function unprotectStep(topology: RunbookTopology): Step {
  return {
    id: "unprotect",
    title: "Let Terraform destroy the links",
    who: "operator",
    network: from(),
    text: [
      "Set preventDestroy: false on links and mirror sets in the app. Not needed where the Confluent CLI deletes them.",
    ],
    forms: [synthForm(topology)],
    expect: "The links have no prevent_destroy any more; topics that are kept still have theirs.",
    failed: "A message with the id of a rule.",
  };
}

/** Deletes a link, and before it the mirror topics that are not live. */
function retireStep(topology: RunbookTopology, chain: RunbookChain, leg: RunbookLeg, plan: FailbackPlan): Step {
  const isLast = leg === chain.lastLeg;
  const topics = mirrorTopics(leg);
  const deleted = isLast || topics.names.length === 0 ? [] : [deleteTopics(topology, leg.destination, topics)];
  const links = [...leg.halves].reverse().map(({ host }) => onLink("link-delete", leg, host));
  const forgotten = forgetLegStep(topology, leg, { halves: true }).forms.flatMap(({ commands }) => commands);
  const unnamed = plan.steps.filter(
    (step) => "mirrors" in step && step.mirrors && step.cluster.name === leg.destination.name && !isLast,
  );
  return {
    id: `retire/${leg.data.path}`,
    title: isLast
      ? `Delete the link ${leg.link}`
      : `Delete the link ${leg.link} and its copies on ${leg.destination.name}`,
    who: "operator",
    network: from(...leg.halves.map(({ host }) => host)),
    text: [
      ...(isLast ? [`Its topics on ${leg.destination.name} are live, and stay.`] : []),
      ...(unnamed.length > 0
        ? [
            `Mirror topics that nobody wrote down go first: "confluent kafka mirror list" shows them, "confluent kafka topic delete" deletes them. The link looks for topics every 5 minutes and would make them again: delete it right after.`,
          ]
        : []),
      "Then take link and mirrors out of the app.",
      ...stacksOf(leg).flatMap((name) => {
        const stack = stackOf(topology, name);
        return [...destroyTexts(stack), ...stateTexts(stack)];
      }),
    ],
    forms: [
      ...byTerraform(topology, leg),
      confluentForm(
        [...deleted, ...links, ...forgotten],
        "Works also while Terraform cannot read the mirror topics. The CLI asks before it deletes; in the end Terraform forgets what is gone.",
      ),
    ],
    expect: isLast
      ? `The link is gone, and every topic on ${leg.destination.name} is still there.`
      : "The link is listed nowhere, and none of its copies is left.",
    failed: isLast
      ? "A plan that destroys anything but the link: stop, a topic is not kept yet."
      : "A link that is in use: a mirror topic of it is left.",
  };
}

function byTerraform(topology: RunbookTopology, leg: RunbookLeg): Form[] {
  return stacksOf(leg)
    .reverse()
    .flatMap((name): Form[] => {
      const links = leg.halves.flatMap(({ stack, address }) =>
        stack === name && address !== undefined ? [address] : [],
      );
      return links.length > 0 ? [destroyForm(stackOf(topology, name), "retire", links)] : [];
    });
}

/** The original topics, whose names the chain back needs. */
function originalsSteps(topology: RunbookTopology, chain: RunbookChain, plan: FailbackPlan): Step[] {
  const { first } = chain;
  const topics = plan.steps.flatMap((step) => (step.kind === "topic" ? [step.name] : []));
  const unnamed = plan.steps.flatMap((step) => ("mirrors" in step && !step.mirrors ? [step] : []));
  if (topics.length === 0 && unnamed.length === 0) return [];
  const filters = unnamed.flatMap(({ filters: all }) => all).filter(({ filterType }) => filterType === "INCLUDE");
  const chosen = filters.map(({ name, patternType }) => `${name ?? "…"}${patternType === "PREFIXED" ? "…" : ""}`);
  return [
    {
      id: `clear/${first.slug}`,
      title: `Delete or rename the old topics on ${first.name}`,
      who: "operator",
      network: from(first),
      text: [
        "The chain back makes topics of their names (40002 otherwise). Kafka cannot rename a topic: copy what has to stay into a topic of another name first.",
        ...(unnamed.length > 0
          ? [
              `Besides those below: the topics that ${chosen.length > 0 ? `filters choose (${listed(chosen)})` : "Terraform lists"} and that are live on ${chain.last.name}.`,
            ]
          : []),
      ],
      forms:
        topics.length > 0
          ? [
              confluentForm(
                [deleteTopics(topology, first, listNamed(chain, topics))],
                "The CLI asks before it deletes, unless it reads the names from a file.",
              ),
            ]
          : [],
      expect: "None of these topics is listed.",
      failed: "A topic that is back: an application with auto.create.topics.enable made it; stop it.",
    },
  ];
}

/** The list of a leg that has just these names, for the sake of its file. */
function listNamed(chain: RunbookChain, topics: readonly string[]): NameList {
  const lists = chain.legs.flatMap((leg) => [sourceTopics(leg), mirrorTopics(leg)]);
  return lists.find(({ names }) => names.join(" ") === topics.join(" ")) ?? { names: topics, file: undefined };
}

function reverseSteps({ first, last, legs }: RunbookChain, back: string): Step[] {
  return [
    {
      id: "reverse-chain",
      title: `Deploy the chain from ${back}`,
      who: "operator",
      network: from(first, last),
      text: [
        "An app of its own: PrivatePublicPrivate.reverse builds it, apps/failback is one. Deploy its stacks in its order and follow its own runbook, which this command writes beside its stacks: prepare, deploy, verify.",
      ],
      forms: [],
      expect: "Its verify section is all well, and its lag is 0.",
      failed: "40002 on a mirror topic: its name is still taken there.",
    },
    {
      id: "switch-back",
      title: `Switch back to ${first.name}`,
      who: "operator",
      network: from(first, last),
      text: [`The planned switch of that runbook, from ${last.name} to ${first.name}, and its "After a failover".`],
      forms: [],
      expect: "No record that was written meanwhile is lost.",
      failed: "A gate that does not open: clients stay where they are.",
    },
    {
      id: "forward-again",
      title: `Build ${listed(legs.map(({ link }) => link))} again`,
      who: "operator",
      network: from(first, last),
      text: [
        `Retire the chain back as this one was: forget, delete the old copies on every cluster but ${first.name}, delete its links. Then put links and mirrors back into this app and deploy it as in the beginning.`,
      ],
      forms: [],
      expect: 'Verify is all well, and a second plan of every stack says "No changes".',
      failed: "40002: a topic of an earlier chain is left.",
    },
  ];
}
