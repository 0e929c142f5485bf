import * as access from "./access";
import * as acknowledgement from "./acknowledgement";
import * as chains from "./chains";
import * as clusters from "./clusters";
import * as filters from "./filters";
import * as halves from "./halves";
import * as kept from "./kept";
import * as mirrors from "./mirrors";
import * as output from "./output";
import * as placement from "./placement";
import { Rule } from "./rule";
import * as settings from "./settings";
import * as stacks from "./stacks";
import * as types from "./types";

const SUBJECTS: readonly object[] = [
  access,
  acknowledgement,
  chains,
  clusters,
  filters,
  halves,
  kept,
  mirrors,
  output,
  placement,
  settings,
  stacks,
  types,
];

/** Every rule, in the order of ids. */
export const RULES: readonly Rule[] = SUBJECTS.flatMap((subject): unknown[] => Object.values(subject))
  .filter((member): member is Rule => member instanceof Rule)
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of this id, or `undefined`. */
export function findRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}
