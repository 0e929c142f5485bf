import { ConnectionMode } from "../../model/link-mode";
import type { RunbookCluster } from "../cluster";
import { createKey, deleteKey } from "../confluent-cli";
import type { Half } from "../halves";
import { statusForm } from "../own-commands";
import { confluentForm, from, fromStack, listed } from "../steps";
import type { Section, Step } from "../structure";
import { applyForms, runsRemotely, synthForm, workspaceName } from "../terraform";
import type { RunbookStack, RunbookTopology } from "../topology";

/** A key that a stack is given, and what it is used for there. */
interface StackKey {
  readonly stack: RunbookStack;
  /** `var.jump_api_key`, `confluent_api_key.jump-1.id`. */
  readonly reference: string;
  readonly cluster: RunbookCluster;
  readonly halves: readonly Half[];
  /** Whether mirror topics of the stack are managed with it. */
  readonly mirrors: boolean;
  /** Whether it is the REST key of a half that waits, which the provider updates only at the second apply. */
  readonly failsOnce: boolean;
}

/** Replaces every key, one after the other. */
export function rotationSection(topology: RunbookTopology): Section {
  const keys = topology.stacks.flatMap((stack) => keysOf(stack));
  return {
    id: "rotation",
    kind: "rotation",
    title: "Rotation of keys",
    text: [
      "One key at a time. The new key exists and has its rights before anything uses it, and the old one goes when nothing uses it any more: deleted first, it leaves Terraform unable to plan (401).",
      "The links work on meanwhile.",
    ],
    steps: [
      ...keys.flatMap((key) => (isVariable(key) ? variableSteps(topology, key) : generationSteps(topology, key))),
      ...stuckSteps(topology, keys),
    ],
  };
}

const isVariable = ({ reference }: StackKey): boolean => reference.startsWith("var.");

function keysOf(stack: RunbookStack): StackKey[] {
  const found = new Map<string, StackKey>();
  const halves = stack.legs
    .filter(({ data }) => data.managed)
    .flatMap((leg) => leg.halves)
    .filter((half) => half.stack === stack.name);
  for (const half of halves) {
    for (const { cluster: role, key } of half.credentials) {
      if (key === null) continue;
      const isHost = role === half.mode.host;
      const before = found.get(key);
      found.set(key, {
        stack,
        reference: key,
        cluster: isHost ? half.host : half.peer,
        halves: [...(before?.halves ?? []), half],
        mirrors: (before?.mirrors ?? false) || (isHost && half.carriesMirrors),
        failsOnce: (before?.failsOnce ?? false) || (isHost && half.mode.connectionMode === ConnectionMode.INBOUND),
      });
    }
  }
  return [...found.values()];
}

const keyId = ({ stack, reference }: StackKey): string => `${stack.name}/${reference}`;

function usedBy({ halves, mirrors }: StackKey): string {
  const users = halves.map(({ role, host }) => `the ${role} on ${host.name}`);
  return `Used by ${listed([...users, ...(mirrors ? ["the mirror topics"] : [])])}.`;
}

function variableSteps(topology: RunbookTopology, key: StackKey): Step[] {
  const { stack, reference, cluster } = key;
  const variable = reference.slice("var.".length);
  return [
    {
      id: `new-key/${keyId(key)}`,
      title: `Make a new key of ${cluster.name} for ${variable} of the stack ${stack.name}`,
      who: "operator",
      network: from(),
      text: [usedBy(key), "Of a service account with the same rights as before."],
      forms: [confluentForm([createKey(cluster)])],
      expect: "A key and its secret, shown once.",
      failed: "Too many keys: an earlier rotation left one behind.",
    },
    {
      id: `use-key/${keyId(key)}`,
      title: "Give it to the links",
      who: "operator",
      network: fromStack(stack),
      text: [
        runsRemotely(stack)
          ? `Set ${variable} and its secret in ${workspaceName(stack)}, and tell whoever else has them. A run that was queued before still has the old values.`
          : `Export TF_VAR_${variable} and its secret with the new values, or set them in the workspace, and tell whoever else has them.`,
        ...(key.failsOnce ? [FAILS_ONCE] : []),
      ],
      forms: applyForms(topology, stack, { plan: "rotate" }),
      expect: key.failsOnce
        ? 'Changes in place only. The apply ends with "len(credentialConfigs) is 0" for the half that waits, and with nothing else.'
        : "Changes in place only, and a clean apply.",
      failed: "401: the new key is not known to the cluster yet; wait a minute. A resource to replace: stop.",
    },
    ...(key.failsOnce ? [secondApply(topology, key)] : []),
    statusStep(topology, key),
    {
      id: `old-key/${keyId(key)}`,
      title: "Delete the old key",
      who: "operator",
      network: from(),
      text: ["Only when no stack, no link and no person uses it."],
      forms: [confluentForm([deleteKey(cluster)], "The CLI asks before it deletes.")],
      expect: "Status of every leg is as before.",
      failed: "AUTHENTICATION_ERROR on a half: it still had the old key. Give it a new one at once.",
    },
  ];
}

const FAILS_ONCE =
  'It is the REST key of a half that waits. The first apply ends with the error "len(credentialConfigs) is 0": expected, nothing was sent and nothing is broken. The next apply does the rest.';

function secondApply(topology: RunbookTopology, key: StackKey): Step {
  return {
    id: `use-key-again/${keyId(key)}`,
    title: "Apply once more",
    who: "operator",
    network: fromStack(key.stack),
    text: [],
    forms: applyForms(topology, key.stack, { plan: "rotate" }),
    expect: "A clean apply.",
    failed: "The same error again: the half is not the cause; read on which resource it is.",
  };
}

function generationSteps(topology: RunbookTopology, key: StackKey): Step[] {
  const { stack, reference, cluster } = key;
  return [
    {
      id: `next-generation/${keyId(key)}`,
      title: `Count up the generation of ${cluster.name}'s key ${reference} in the stack ${stack.name}`,
      who: "operator",
      network: from(),
      text: [usedBy(key), "In the app: generation of ApiKey.rotating."],
      forms: [synthForm(topology)],
      expect: "The stack has the next generation.",
      failed: "CL084: the generation is no whole number.",
    },
    {
      id: `use-key/${keyId(key)}`,
      title: "Make the new key, give it to the links, delete the old one",
      who: "operator",
      network: fromStack(stack),
      text: key.failsOnce ? [FAILS_ONCE] : [],
      forms: applyForms(topology, stack, { plan: "rotate" }),
      expect: key.failsOnce
        ? 'The new key is made; the apply ends with "len(credentialConfigs) is 0". The old key is still there.'
        : "1 to add, 1 to destroy (the keys), the rest in place. A clean apply.",
      failed: "A link or mirror topic to replace: stop.",
    },
    ...(key.failsOnce ? [secondApply(topology, key)] : []),
    statusStep(topology, key),
  ];
}

function statusStep(topology: RunbookTopology, key: StackKey): Step {
  return {
    id: `status/${keyId(key)}`,
    title: "See that the links did not notice",
    who: "operator",
    network: fromStack(key.stack),
    text: [],
    forms: key.stack.legs.map((leg) => statusForm(topology, leg)),
    expect: "Exit code 0.",
    failed: "AUTHENTICATION_ERROR: the half has a key that does not work.",
  };
}

/** The old key was deleted while Terraform still needed it. */
function stuckSteps(topology: RunbookTopology, keys: readonly StackKey[]): Step[] {
  return [...new Set(keys.map(({ stack }) => stack))].map((stack): Step => {
    const twice = keys.some((key) => key.stack === stack && key.failsOnce);
    const forms = applyForms(topology, stack, { plan: "unstick", refresh: false });
    return {
      id: `stuck/${stack.name}`,
      title: `If a key was deleted too early: get the stack ${stack.name} out of 401`,
      who: "operator",
      network: fromStack(stack),
      text: [
        "Every plan fails with 401, because it looks at mirror topics with the key in the state. Put a new key in, and do not look.",
        ...(twice ? ['Twice: the first time ends with "len(credentialConfigs) is 0".'] : []),
      ],
      forms: twice ? forms.map((form) => ({ ...form, commands: [...form.commands, ...form.commands] })) : forms,
      expect: "The state has the new key; a plain plan works again.",
      failed: "401 with the new key too: it is not one of this cluster.",
    };
  });
}
