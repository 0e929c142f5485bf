import type { RunbookCluster } from "./cluster";
import { onMirrors, listMirrors } from "./confluent-cli";
import { failoverForm } from "./own-commands";
import { queueTexts, runVariableTexts } from "./remote";
import type { Command, FailoverMode, Form, Network, Step } from "./structure";
import { applyForms, planForm, runsRemotely } from "./terraform";
import { duration, failoverMs, FAILOVER_BATCH_MS, parallelismFor } from "./timing";
import { stackOf, type RunbookChain, type RunbookLeg, type RunbookStack, type RunbookTopology } from "./topology";

/** Where these clusters can be reached from. */
export function from(...clusters: readonly RunbookCluster[]): Network {
  const reaches = [...new Set(clusters.filter(({ isPrivate }) => isPrivate).map(({ name }) => name))];
  const text =
    reaches.length === 0
      ? "anywhere with internet access"
      : `a host in a network that reaches ${listed(reaches)}, with internet access`;
  return { reaches, text };
}

/** Where Terraform of a stack can be run. */
export function fromStack(stack: RunbookStack): Network {
  const network = from(...stack.calls);
  if (!runsRemotely(stack) || network.reaches.length === 0) return network;
  return { ...network, text: `${network.text}; remote runs need an agent of HCP Terraform there` };
}

/** Where a step is done that only changes the state of a stack: that of a workspace is reached from everywhere. */
export const fromState = (stack: RunbookStack): Network => (runsRemotely(stack) ? from() : fromStack(stack));

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

export const confluentForm = (commands: readonly Command[], when?: string): Form => ({
  tool: "Confluent CLI",
  ...(when !== undefined && { when }),
  commands,
});

/** The stack whose Terraform has the mirror topics at the end of a chain. */
export const lastStack = (topology: RunbookTopology, { lastLeg }: RunbookChain): RunbookStack =>
  stackOf(topology, lastLeg.data.stack);

/** Whether Terraform can fail over anything of a leg. */
export const terraformFailsOver = (leg: RunbookLeg): boolean =>
  leg.failsOver && (leg.mirrors.length > 0 || !leg.mirrorsKnown);

interface FailOverOptions {
  readonly mode: FailoverMode;
  /** Whether Terraform can read the mirror topics: their source is there. */
  readonly readable: boolean;
}

/** Makes the mirror topics at the end of a chain writable, in every way that works then. */
export function failOverStep(
  topology: RunbookTopology,
  chain: RunbookChain,
  { mode, readable }: FailOverOptions,
): Step {
  const stack = lastStack(topology, chain);
  const { lastLeg, last } = chain;
  const byTerraform = terraformFailsOver(lastLeg);
  const promoted = mode === "PROMOTED";
  return {
    id: promoted ? "promote" : "fail-over",
    title: promoted ? `Promote the mirror topics on ${last.name}` : `Fail over the mirror topics on ${last.name}`,
    who: "operator",
    network: fromStack(stack),
    text: [
      "It cannot be undone.",
      ...(byTerraform ? terraformTexts(lastLeg, { mode, readable }) : [withoutTerraformText(lastLeg)]),
      ...(byTerraform ? [...runVariableTexts(stack), ...queueTexts(stack)] : []),
    ],
    forms: [
      ...(byTerraform
        ? applyForms(topology, stack, {
            plan: promoted ? "promote" : "fail-over",
            variables: { failover: mode },
            refresh: readable,
            ...(lastLeg.mirrorsKnown && { resources: lastLeg.mirrors.length }),
          })
        : []),
      failoverForm(topology, stack, lastLeg, mode),
      confluentForm(
        [
          ...(lastLeg.makesMirrors || !lastLeg.mirrorsKnown ? [listMirrors(lastLeg)] : []),
          onMirrors(topology, promoted ? "mirror-promote" : "mirror-failover", lastLeg),
        ],
        lastLeg.makesMirrors || !lastLeg.mirrorsKnown
          ? "One call. Add the names of mirror topics that only the list shows: those that the link made by itself."
          : "One call.",
      ),
    ],
    expect: [
      ...(byTerraform
        ? [`The plan has ${countText(lastLeg)} to change, all "status", and nothing to add, replace or destroy.`]
        : []),
      "At the end every mirror topic is STOPPED, and can be written to.",
    ].join(" "),
    failed: failedText(readable, promoted),
  };
}

const countText = ({ mirrors, mirrorsKnown }: RunbookLeg): string =>
  mirrorsKnown ? `${mirrors.length} mirror topic${mirrors.length === 1 ? "" : "s"}` : "the mirror topics";

function terraformTexts(leg: RunbookLeg, { readable }: FailOverOptions): string[] {
  return [
    timeText(leg),
    ...(readable
      ? []
      : [
          "Their source is gone, so their status is SOURCE_UNAVAILABLE after 5 minutes, which the provider cannot read: without -refresh=false every plan fails. It works as long as the state says ACTIVE; if the apply then ends with an error of that kind, the failover has begun all the same.",
        ]),
    ...(leg.makesMirrors
      ? [
          "Terraform fails over the mirror topics that it created. Those that the link made by itself are only covered by the forms without Terraform.",
        ]
      : []),
    'Some topics only: add -var=\'failover_topics=["a","b"]\', by their names on the source.',
  ];
}

/** How long Terraform takes, and how long it would take otherwise. */
function timeText({ mirrors, mirrorsKnown }: RunbookLeg): string {
  if (!mirrorsKnown) {
    return `Terraform waits at least ${duration(FAILOVER_BATCH_MS)} for each batch of -parallelism mirror topics; their list is known to Terraform only, so set -parallelism to their number (256 at most). One call takes seconds.`;
  }
  const count = mirrors.length;
  const parallelism = parallelismFor(count);
  const byDefault = failoverMs(count, 10);
  const time = duration(failoverMs(count));
  const compared = byDefault > failoverMs(count) ? `, and ${duration(byDefault)} with Terraform's own 10` : "";
  return `${count} mirror topic${count === 1 ? "" : "s"} by Terraform with -parallelism=${parallelism}: at least ${time}${compared}, because the provider looks after 2 s and then once a minute. Where that is too long: one call takes seconds.`;
}

function withoutTerraformText(leg: RunbookLeg): string {
  return leg.mirrors.length === 0 && leg.mirrorsKnown
    ? "The link makes all its mirror topics by itself, so Terraform has nothing to fail over."
    : "No variable of Terraform fails these mirror topics over.";
}

function failedText(readable: boolean, promoted: boolean): string {
  const refused =
    'An error such as "is not a valid MirrorTopicStatus", or a refused change of status: see "When Terraform cannot fail over".';
  const waiting = 'A promotion that ends after 300 s was waiting for lag: see "A promotion that times out".';
  const foreign = "Anything to destroy or replace in the plan: stop there.";
  return [
    foreign,
    ...(promoted ? [waiting] : []),
    ...(readable ? [refused] : ["Any other error: use one of the other forms, which ask the cluster alone."]),
  ].join(" ");
}

/** Looks at the mirror topics, and at what Terraform would do next: nothing. Where it asks a lost cluster too, it does not look. */
export function stoppedStep(
  topology: RunbookTopology,
  chain: RunbookChain,
  lost: readonly RunbookCluster[] = [],
): Step {
  const stack = lastStack(topology, chain);
  const asksLost = stack.calls.filter((cluster) => lost.includes(cluster)).map(({ name }) => name);
  return {
    id: "check-stopped",
    title: `Check that ${chain.last.name} is live`,
    who: "operator",
    network: fromStack(stack),
    text: [
      "The variable failover can be left out from now on: mirror topics that are STOPPED stay so.",
      ...(asksLost.length > 0
        ? [
            `This stack asks ${listed(asksLost)} as well: until it is back, every plan and apply needs -refresh=false, and knows what the state knows.`,
          ]
        : []),
    ],
    forms: [confluentForm([listMirrors(chain.lastLeg)]), planForm(stack, { refresh: asksLost.length === 0 })],
    expect: 'Every mirror topic has the status STOPPED, and Terraform says "No changes".',
    failed:
      "A mirror topic that is not STOPPED: repeat the step before for it alone. A plan that would destroy, replace or revert anything: do not apply it.",
  };
}

/** Lets clients work on the cluster that is live now. */
export function clientSteps({ last }: RunbookChain): Step[] {
  return [
    {
      id: "access",
      title: `Make sure that clients may work on ${last.name}`,
      who: "operator",
      network: from(),
      text: [
        "Role bindings are never carried by a link, nor are keys. Each application needs on this cluster, best long before:",
        `- an API key of ${last.name} (${last.id});`,
        "- to read: READ and DESCRIBE on its topics, READ on its group (DeveloperRead);",
        "- to write: WRITE and DESCRIBE on its topics (DeveloperWrite), IDEMPOTENT_WRITE on the cluster for idempotent producers;",
        "- its schemas in a Schema Registry that it can reach.",
      ],
      forms: [],
      expect: `Every application has a key of ${last.name} that works.`,
      failed: "TOPIC_AUTHORIZATION_FAILED, GROUP_AUTHORIZATION_FAILED or SASL authentication errors in a client.",
    },
    {
      id: "re-point",
      title: `Point clients at ${last.name}`,
      who: "application owners",
      network: from(last),
      text: [
        `Bootstrap server: ${last.data.bootstrapEndpoint ?? `that of ${last.name}`}. Consumers first, producers after them. Clients need DNS and a network path to it; a link gives them neither.`,
      ],
      forms: [],
      expect: "Groups go on near where they were; then new records come in.",
      failed:
        "A group that begins at offset 0 or at the end: its offsets were not copied. Reset them before it does harm.",
    },
  ];
}

interface Fencing {
  readonly fence: string;
  readonly consumers: string;
  readonly network: Network;
}

/** Keeps anybody from writing or reading where that would tear the copies apart. */
export function fencingSteps({ fence, consumers, network }: Fencing): Step[] {
  return [
    {
      id: "fence",
      title: "Fence producers",
      who: "application owners",
      network,
      text: [fence],
      forms: [],
      expect: "Nobody writes where the rest of this section copies from or writes to.",
      failed: "Log end offsets that still grow.",
    },
    {
      id: "stop-consumers",
      title: "Stop consumers",
      who: "application owners",
      network,
      text: [consumers],
      forms: [],
      expect: "No group has members on a cluster whose offsets a link overwrites.",
      failed: "A group that is listed with members.",
    },
  ];
}
