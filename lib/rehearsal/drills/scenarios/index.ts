import type { Scenario } from "../scenario";
import { bothLost } from "./both-lost";
import { failback } from "./failback";
import { halfDeleted } from "./half-deleted";
import { jumpLost } from "./jump-lost";
import { plannedSwitch } from "./planned-switch";
import { primaryLost } from "./primary-lost";
import { rotateKeys } from "./rotate-keys";

/** The scenarios, in the order in which they are listed. */
export const SCENARIOS: readonly Scenario[] = [
  primaryLost,
  jumpLost,
  bothLost,
  halfDeleted,
  plannedSwitch,
  failback,
  rotateKeys,
];
