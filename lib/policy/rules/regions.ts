import { chainsOf } from "../../model/chains";
import { readDocument } from "../../model/document";
import { checkJumpPlacement, sameRegion } from "../../model/rules/placement";
import type { Finding } from "../../model/rules/rule";
import { checkStacks, stateInPrimaryRegion } from "../../model/rules/stacks";
import type { PolicyRule, PolicyViolation } from "../policy-rule";

const violation = ({ path = "", given }: Finding): PolicyViolation => ({ path, given });

/** JUMP survives the region of the chain's first cluster. */
export const jumpElsewhere: PolicyRule = {
  id: "POL007",
  severity: "error",
  title: "JUMP is in the region of the chain's first cluster",
  effect: "When that region dies, JUMP dies with it, and DR has no more than it had copied by then.",
  allowed: "JUMP in another region than the chain's first cluster; beside DR is best.",
  fix: "Put JUMP into DR's region (JumpPlacement.besideDr).",
  check: ({ topology }) => checkJumpPlacement(readDocument(topology)).map(violation),
};

/** DR survives the region of the chain's first cluster. */
export const drElsewhere: PolicyRule = {
  id: "POL008",
  severity: "error",
  title: "The last cluster of a chain is in the region of the first",
  effect: "When that region dies, both are gone, and there is nothing to fail over to.",
  allowed: "DR in another region than PRIMARY.",
  fix: "Mirror to a cluster in another region.",
  check: ({ topology }) =>
    chainsOf(readDocument(topology)).flatMap((chain) => {
      const [first, last] = [chain[0], chain.at(-1)];
      if (!first || !last || !sameRegion(first.source, last.destination)) return [];
      const [from, to] = [first.source, last.destination];
      return [{ path: last.path, given: `${from.name} and ${to.name} are both in ${String(to.region)}.` }];
    }),
};

/** The state that a failover needs survives the region of the chain's first cluster. */
export const stateElsewhere: PolicyRule = {
  id: "POL009",
  severity: "error",
  title: stateInPrimaryRegion.title,
  effect: stateInPrimaryRegion.effect,
  allowed: stateInPrimaryRegion.allowed,
  fix: stateInPrimaryRegion.fix,
  check: ({ topology, stacks }) => {
    const places = stacks.map(({ name, stateRegion }) => ({
      name,
      stateRegion,
      stateIdentity: undefined,
      statePlace: "",
      remoteStates: [],
    }));
    return checkStacks(places, readDocument(topology))
      .filter(({ rule }) => rule === stateInPrimaryRegion)
      .map(violation);
  },
};
