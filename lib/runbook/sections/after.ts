import { fromStack, from, lastStack, terraformFailsOver } from "../steps";
import type { Section, Step } from "../structure";
import { applyForms, planForm, runsRemotely, synthForm } from "../terraform";
import { keyNamesOf } from "../keys";
import { exportForm } from "../own-commands";
import { importTexts, queueTexts } from "../remote";
import type { RunbookChain, RunbookTopology } from "../topology";
import { isTurnable } from "./turn-round";

/** Makes live topics safe from Terraform, once the dust has settled. */
export function afterSection(topology: RunbookTopology, chain: RunbookChain): Section {
  const { last, lastLeg } = chain;
  return {
    id: `after/${chain.slug}`,
    kind: "after",
    title: `After a failover to ${last.name}`,
    text: [
      `For Terraform the live topics on ${last.name} are still mirror topics: whoever removes one from the app, or renames it, deletes the topic. prevent_destroy stops most of that, not all. Hand them over.`,
      ...(isTurnable(chain)
        ? [
            `Not yet, where ${chain.first.name} comes back: only topics that are mirror topics for Terraform can go home by truncate-and-restore. First decide whether they stay; see "Failback from ${last.name} to ${chain.first.name}".`,
          ]
        : []),
    ],
    steps: [
      ...(terraformFailsOver(lastLeg) ? keepSteps(topology, chain) : [ownStep(topology, chain)]),
      {
        id: "tidy",
        title: "Tidy up",
        who: "operator",
        network: from(),
        text: [
          "Delete plan files (*.tfplan): they hold keys.",
          "Leave the link as it is until the way back is decided; it costs nothing but its key.",
          "Write down what was lost and read twice, per topic: mirror lag at the moment of the failover, and where groups went on.",
          `Take the keys of what was fenced on ${chain.first.name} away for good, or it will write there when it comes back.`,
        ],
        forms: [],
        expect: "Nothing is left that could write to the old place.",
        failed: "Log end offsets that grow there.",
      },
    ],
  };
}

function keepSteps(topology: RunbookTopology, chain: RunbookChain): Step[] {
  const stack = lastStack(topology, chain);
  const { last } = chain;
  const { key, secret } = keyNamesOf(topology, last);
  const variables = {
    IMPORT_KAFKA_REST_ENDPOINT: last.data.restEndpoint ?? `<${last.slug}-rest-endpoint>`,
    IMPORT_KAFKA_API_KEY: `<${key}>`,
    IMPORT_KAFKA_API_SECRET: `<${secret}>`,
  };
  return [
    {
      id: "keep-promoted",
      title: "Say in the app that the topics are live",
      who: "operator",
      network: from(),
      text: [
        "Set keepPromoted: true on the MirrorSet of the last leg, or a list of the topics that were failed over. Terraform then forgets their mirror topics without a call, and imports each as confluent_kafka_topic, which it refuses to destroy.",
      ],
      forms: [synthForm(topology)],
      expect: "The stack has removed and import blocks and no mirror topic of these names.",
      failed: "CL079 to CL082: the message says what is wrong with the list.",
    },
    {
      id: "hand-over",
      title: `Hand the topics on ${last.name} over`,
      who: "operator",
      network: fromStack(stack),
      text: [
        "The run that imports finds the cluster and its key in the environment.",
        ...importTexts(stack, Object.keys(variables)),
        ...queueTexts(stack),
      ],
      forms: applyForms(topology, stack, { plan: "keep" }).map((form) => ({
        ...form,
        commands: [...(runsRemotely(stack) ? [] : exportForm(variables).commands), ...form.commands],
      })),
      expect: "To import: as many as topics. Nothing to add, change or destroy.",
      failed: "401 on import: the variables are not those of this cluster. A topic to replace: stop.",
    },
    {
      id: "hand-over-again",
      title: "See that nothing is left to do",
      who: "operator",
      network: fromStack(stack),
      text: [],
      forms: [planForm(stack)],
      expect: "No changes.",
      failed: "Anything else: do not apply it.",
    },
  ];
}

function ownStep(topology: RunbookTopology, chain: RunbookChain): Step {
  const stack = lastStack(topology, chain);
  return {
    id: "keep-promoted",
    title: "Know what Terraform has",
    who: "operator",
    network: fromStack(stack),
    text: [
      "Terraform has none of these topics in its state and cannot delete them. Import them as confluent_kafka_topic if it shall manage them.",
    ],
    forms: [planForm(stack)],
    expect: "No changes.",
    failed: "A mirror topic that would be created: its name is taken by the live topic; take it out of the app.",
  };
}
