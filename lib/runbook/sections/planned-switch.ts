import { statusForm, waitForm } from "../own-commands";
import { clientSteps, failOverStep, fencingSteps, from, listed, stoppedStep } from "../steps";
import type { Section, Step } from "../structure";
import { duration, offsetIntervalMs, offsetSettlingMs } from "../timing";
import type { RunbookChain, RunbookLeg, RunbookTopology } from "../topology";

/** Moves everything to the end of a chain while all clusters are well. Loses nothing. */
export function plannedSwitchSection(topology: RunbookTopology, chain: RunbookChain): Section {
  const { first, last, lastLeg, legs } = chain;
  const before = legs.slice(0, -1);
  return {
    id: `planned-switch/${chain.slug}`,
    kind: "planned-switch",
    title: `Planned switch from ${first.name} to ${last.name}`,
    text: [
      `Loses no record, provided that each step is finished before the next begins: PROMOTED waits only for ${lastLeg.link}${before.length > 0 ? `, and knows nothing of ${listed(before.map(({ link }) => link))}` : ""}.`,
      "Groups go on exactly where they were, if the filters copy their offsets and the waiting below was kept to.",
    ],
    steps: [
      ...fencingSteps({
        network: from(first),
        fence: `Stop every producer on ${first.name}, and keep it from coming back: revoke its WRITE or its key.`,
        consumers: `Let consumers on ${first.name} read to the end, then stop them, so that their last offsets are committed. None of their groups may run on ${listed(chain.clusters.slice(1).map(({ name }) => name))}: a link overwrites its offsets there.`,
      }),
      ...before.map((leg, i) => gateStep(topology, leg, i)),
      ...waitSteps(chain),
      gateStep(topology, lastLeg, legs.length - 1),
      failOverStep(topology, chain, { mode: "PROMOTED", readable: true }),
      stoppedStep(topology, chain),
      ...clientSteps(chain),
    ],
  };
}

/** Holds until one leg has copied everything. */
export function gateStep(topology: RunbookTopology, leg: RunbookLeg, position: number): Step {
  return {
    id: `drained/${position + 1}`,
    title: `Wait until ${leg.link} has copied everything`,
    who: "operator",
    network: from(...leg.halves.map(({ host }) => host)),
    text: ["Repeat until the exit code is 0."],
    forms: [statusForm(topology, leg, true)],
    expect: "Exit code 0: links and mirror topics ready, lag 0 everywhere.",
    failed: "A lag that does not fall: somebody still produces, or the link is not ACTIVE. Do not go on.",
  };
}

/** Waits until committed offsets are at the end of a chain. */
export function waitSteps(chain: RunbookChain): Step[] {
  const wait = offsetSettlingMs(chain);
  if (wait === 0) return [];
  const intervals = chain.legs.map((leg) => `2 × ${duration(offsetIntervalMs(leg) ?? 0)}`).join(" + ");
  return [
    {
      id: "settle-offsets",
      title: "Wait for committed offsets",
      who: "operator",
      network: from(),
      text: [`Two intervals of offset sync for each leg: ${intervals}.`],
      forms: [waitForm(wait)],
      expect: `Every group has on ${chain.last.name} the offsets that it had on ${chain.first.name}.`,
      failed: "A group that is missing there: its name is not in the filters of every leg.",
    },
  ];
}
