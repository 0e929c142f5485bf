import type { PolicyRule } from "../policy-rule";
import { keysPerLeg, ownDialKey, variablesPerLeg } from "./keys";
import { offsetsOnEveryLeg } from "./offsets";
import { protection } from "./protection";
import { drElsewhere, jumpElsewhere, stateElsewhere } from "./regions";
import { smallestRole } from "./roles";

/** The rules of `PolicyPack.recommended`, in the order of ids. */
export const RECOMMENDED: readonly PolicyRule[] = [
  protection,
  offsetsOnEveryLeg,
  keysPerLeg,
  variablesPerLeg,
  ownDialKey,
  smallestRole,
  jumpElsewhere,
  drElsewhere,
  stateElsewhere,
];
