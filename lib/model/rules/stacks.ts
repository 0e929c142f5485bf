import { isFedElsewhere, upstreamLegs } from "../chains";
import { isKnown } from "../maybe";
import { quote } from "../names";
import type { Leg } from "../topology";
import { Rule, type Finding } from "./rule";

export const stateInPrimaryRegion = new Rule("CL042", "warning", {
  title: "The state of a DR-side stack is kept in PRIMARY's region",
  effect: "When the region dies, the state that failover needs dies with it.",
  allowed: "A state backend outside the region of the chain's first cluster.",
  fix: "Move the backend of this stack to DR's region.",
  evidence: "inferred",
});

export const crossStackReference = new Rule("CL043", "error", {
  title: "A DR-side stack reads another stack's state",
  effect: "Failover needs a state that may have died with PRIMARY.",
  allowed: "Ids and endpoints as plain data (KafkaCluster.fromAttributes).",
  fix: "Replace the reference by the value; only the order of deployment may link the stacks.",
  evidence: "inferred",
});

export const providerProblem = new Rule("CL059", "error", {
  title: "The Confluent provider of a construct is missing, doubled or another stack's",
  effect: "Terraform refuses the configuration, or uses a provider that was not meant.",
  allowed: "One ConfluentProvider in the stack for each alias.",
  fix: "Add new ConfluentProvider(stack, ...), give a second one an alias, or pass the provider of this stack.",
  evidence: "run",
});

export const providerTooOld = new Rule("CL065", "error", {
  title: "The provider version may be older than 2.51.0",
  effect: "Credentials of links cannot be rotated in place, and some settings are refused.",
  allowed: "A version constraint that excludes everything under 2.51.0.",
  fix: 'Set terraform.required_providers.confluent.version to "~> 2.51" or later.',
  evidence: "documentation",
});

export const sharedState = new Rule("CL067", "error", {
  title: "Two stacks keep their state in one place",
  effect: "Each apply plans to destroy what the other stack created.",
  allowed: "A state of its own for each stack.",
  fix: "Give each stack its own path, key, prefix or workspace.",
  evidence: "inferred",
});

/** Where a stack's state is and what it reads, as far as synth can see. */
export interface StackFacts {
  readonly name: string;
  /** Equal texts mean one state; `undefined` when unknown. */
  readonly stateIdentity: string | undefined;
  /** How a person calls that place. */
  readonly statePlace: string;
  readonly stateRegion: string | undefined;
  /** Paths of elements that read another stack's state. */
  readonly remoteStates: readonly string[];
}

/** The legs of this app at the beginning of every chain that this leg is part of. */
function origins(legs: readonly Leg[], leg: Leg): Leg[] {
  const seen = new Set([leg]);
  for (const each of seen) for (const before of upstreamLegs(legs, each)) seen.add(before);
  return [...seen].filter((each) => upstreamLegs(legs, each).length === 0 && !isFedElsewhere(each));
}

const sameRegion = (a: string, b: string): boolean =>
  a.replace(/[\s-]/g, "").toLowerCase() === b.replace(/[\s-]/g, "").toLowerCase();

/** What is wrong with where stacks keep and read state. */
export function checkStacks(stacks: readonly StackFacts[], legs: readonly Leg[]): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, StackFacts>();
  for (const stack of stacks) {
    if (stack.stateIdentity !== undefined) {
      const owner = owners.get(stack.stateIdentity);
      if (owner) {
        findings.push(
          sharedState.finding(`Stacks ${owner.name} and ${stack.name} both keep their state in ${stack.statePlace}.`, {
            path: stack.name,
          }),
        );
      } else owners.set(stack.stateIdentity, stack);
    }
    const downstream = legs.filter(
      (leg) => leg.stack === stack.name && (upstreamLegs(legs, leg).length > 0 || isFedElsewhere(leg)),
    );
    if (downstream.length === 0) continue;
    for (const path of stack.remoteStates) {
      findings.push(crossStackReference.finding(`${path} reads the state of another stack.`, { path: stack.name }));
    }
    const region = stack.stateRegion;
    if (region === undefined) continue;
    const primary = downstream
      .flatMap((leg) => origins(legs, leg))
      .find(({ source }) => source.region !== undefined && isKnown(source.region) && sameRegion(source.region, region));
    if (primary) {
      findings.push(
        stateInPrimaryRegion.finding(`The state is in ${quote(region)}, as is ${primary.source.name}.`, {
          path: stack.name,
        }),
      );
    }
  }
  return findings;
}

export const sharedStack = new Rule("CL076", "error", {
  title: "Both legs in one stack",
  effect: "Failover would have to refresh PRIMARY, which is gone.",
  allowed: "A stack of its own for each leg.",
  fix: "Create a second TerraformStack for leg 2.",
  evidence: "run",
});
