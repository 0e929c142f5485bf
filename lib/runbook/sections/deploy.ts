import { fromStack, listed } from "../steps";
import type { Section, Step } from "../structure";
import { queueTexts } from "../remote";
import { applyForms, synthForm } from "../terraform";
import { creationMs, duration } from "../timing";
import { from } from "../steps";
import type { RunbookStack, RunbookTopology } from "../topology";

/** Creates everything, stack by stack. */
export function deploySection(topology: RunbookTopology): Section {
  return {
    id: "deploy",
    kind: "deploy",
    title: "Deploy",
    text: [
      `In this order: ${listed(topology.stacks.map(({ name }) => name))}. Only the order joins the stacks: none reads the state of another.`,
      "Within a stack Terraform creates the half that waits, then the half that dials, then the mirror topics. Source topics have to exist before.",
    ],
    steps: [synthStep(topology), ...topology.stacks.map((stack) => applyStep(topology, stack))],
  };
}

function synthStep(topology: RunbookTopology): Step {
  return {
    id: "synth",
    title: "Synthesise",
    who: "operator",
    network: from(),
    text: [],
    forms: [synthForm(topology)],
    expect: "Stacks and cluster-linking.json are written; warnings are acknowledged or understood.",
    failed: "A message that begins with the path of a construct and the id of a rule: nothing was written.",
  };
}

function applyStep(topology: RunbookTopology, stack: RunbookStack): Step {
  const mirrors = stack.legs.flatMap((leg) => leg.mirrors).filter((mirror) => mirror.stack === stack.name);
  const many = mirrors.length > 10;
  return {
    id: `apply/${stack.name}`,
    title: `Apply the stack ${stack.name}`,
    who: "operator",
    network: fromStack(stack),
    text: [
      ...(many
        ? [
            `${mirrors.length} mirror topics: the provider waits 10 s after each, ${duration(creationMs(mirrors.length))} in all at least.`,
          ]
        : []),
      ...queueTexts(stack),
    ],
    forms: applyForms(topology, stack, { plan: "deploy", ...(many && { resources: mirrors.length }) }),
    expect: 'Only additions the first time. Afterwards a plan says "No changes".',
    failed:
      'A 400 on the half that dials right after the half that waits was made: apply again. "already exists" (409 or 40002): see "409 after a lost reply". A tainted mirror topic: see there, and do not apply.',
  };
}
