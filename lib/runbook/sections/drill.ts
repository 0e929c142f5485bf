import { createMirror, createTopic, deleteTopics, onMirrors } from "../confluent-cli";
import { rehearseForm } from "../own-commands";
import { confluentForm, from, listed } from "../steps";
import type { Section, Step } from "../structure";
import type { RunbookChain, RunbookTopology } from "../topology";

const CANARY = "dr-canary";

/** Practising: all of it on a laptop, and one topic on the real clusters. */
export function drillSection(topology: RunbookTopology): Section {
  const longest = topology.chains.reduce((most, { legs }) => Math.max(most, legs.length), 0);
  return {
    id: "drill",
    kind: "drill",
    title: "Drill",
    text: [
      "On a laptop, as often as you like: your synthesised stacks, the real Terraform, an emulated Confluent Cloud. It works on copies and talks to nothing else.",
      "On the real clusters, twice a year: a canary topic of its own, and the planned switch in a quiet hour.",
    ],
    steps: [
      ...scenariosFor(longest).map(([scenario, what]) => rehearseStep(topology, scenario, what)),
      ...topology.chains.map((chain, i) => canaryStep(topology, chain, i)),
    ],
  };
}

function scenariosFor(legs: number): [scenario: string, what: string][] {
  const all: [string, string, number][] = [
    ["primary-lost", "the first cluster is lost", 1],
    ["jump-lost", "a cluster in between is lost", 2],
    ["both-lost", "all but the last cluster are lost", 2],
    ["half-deleted", "somebody deletes half a link", 1],
    ["planned-switch", "a planned switch", 1],
    ["failback", "the way back", 1],
    ["rotate-keys", "keys are rotated", 1],
  ];
  return all.filter(([, , least]) => legs >= least).map(([scenario, what]) => [scenario, what]);
}

function rehearseStep(topology: RunbookTopology, scenario: string, what: string): Step {
  return {
    id: `rehearse/${scenario}`,
    title: `Rehearse: ${what}`,
    who: "operator",
    network: { reaches: [], text: "any machine with Node and Terraform" },
    text: [],
    forms: [rehearseForm(topology, scenario)],
    expect: "Exit code 0, and a report of what arrived, what was lost, and where groups go on.",
    failed: "Exit code 1: a promise was not kept; the report says which. Exit code 2: nothing was run.",
  };
}

function canaryStep(topology: RunbookTopology, chain: RunbookChain, position: number): Step {
  const names = [CANARY];
  for (const { data } of chain.legs) names.push(`${data.prefix ?? ""}${names.at(-1) ?? ""}`);
  const { lastLeg, last } = chain;
  const canary = {
    mirrors: [{ topic: names.at(-2) ?? "", mirrorTopic: names.at(-1) ?? "", address: null, stack: "" }],
  };
  const allButFirst = chain.clusters.slice(1);
  return {
    id: position === 0 ? "canary" : `canary/${chain.slug}`,
    title: `Fail one topic over to ${last.name} for real`,
    who: "operator",
    network: from(...chain.clusters),
    text: [
      `A topic that nothing else uses, and that Terraform does not know. Produce some records between the mirror topics and the failover, and look for them on ${listed([last.name])} afterwards.`,
      "The last lines remove it again: a mirror topic that was failed over does not become one again.",
    ],
    forms: [
      confluentForm([
        createTopic(chain.first, CANARY, 1),
        ...chain.legs.map((leg, i) => createMirror(leg, names[i] ?? "", names[i + 1] ?? "")),
        onMirrors(topology, "mirror-failover", { ...lastLeg, ...canary }),
        ...[chain.first, ...allButFirst]
          .map((cluster, i) => deleteTopics(topology, cluster, { names: [names[i] ?? ""], file: undefined }))
          .reverse(),
      ]),
    ],
    expect: "The topic is STOPPED within seconds, has its records, and takes new ones.",
    failed:
      "A topic that stays PENDING_STOPPED or that cannot be written to: look for the reason now, not in an outage.",
  };
}
