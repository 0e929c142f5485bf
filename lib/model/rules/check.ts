import type { Leg } from "../topology";
import { checkChains } from "./chains";
import { checkAclFilters, checkNameFilters, checkWildcard } from "./filters";
import { checkClaims } from "./mirrors";
import { checkJumpPlacement } from "./placement";
import { at, type Finding } from "./rule";
import { checkSettings } from "./settings";

function checkLeg(leg: Leg): Finding[] {
  const { settings } = leg;
  const own = [
    ...(leg.managed ? checkSettings(settings, leg.shape) : []),
    ...checkNameFilters(settings.autoCreate.filters, "topic"),
    ...checkWildcard(settings.autoCreate.filters),
    ...checkNameFilters(settings.consumerOffsetSync.filters, "group"),
    ...checkAclFilters(settings.aclSync.filters),
  ];
  return [...at(leg.path, own), ...checkClaims(leg)];
}

/** Everything the model can say of an app's legs. */
export function checkLegs(legs: readonly Leg[]): Finding[] {
  return [...legs.flatMap(checkLeg), ...checkChains(legs), ...checkJumpPlacement(legs)];
}
