import type { NameFilterEntry } from "../../../lib/model/filter-matcher";
import { UNKNOWN, type Maybe } from "../../../lib/model/maybe";
import type { Leg } from "../../../lib/model/topology";

/** What is the case in every world, in none, or in some: the worlds differ in what Terraform alone knows. */
export type Answer = "yes" | "no" | "depends";

function over(worlds: readonly boolean[]): Answer {
  if (worlds.every((world) => world)) return "yes";
  return worlds.some((world) => world) ? "depends" : "no";
}

/** Whether a filter of a known name matches, read straight from the rules of the filter document. */
export function matches(filter: NameFilterEntry, name: string): boolean {
  const text = filter.name as string;
  if (filter.patternType === "PREFIXED") return name.slice(0, text.length) === text;
  return text === "*" ? true : text === name;
}

/** Every way in which filters that only Terraform knows may match a name. */
function filterWorlds(filters: readonly NameFilterEntry[], name: string): boolean[] {
  const hidden = filters.filter((filter) => filter.name === UNKNOWN);
  return Array.from({ length: 2 ** hidden.length }, (_, world) => {
    const hit = (filter: NameFilterEntry): boolean =>
      filter.name === UNKNOWN ? ((world >> hidden.indexOf(filter)) & 1) === 1 : matches(filter, name);
    const hits = filters.filter(hit).map(({ filterType }) => String(filterType));
    return hits.includes("INCLUDE") && !hits.includes("EXCLUDE");
  });
}

/** Whether filters let a name through. */
export function chosen(filters: readonly NameFilterEntry[], name: string): Answer {
  return over(filterWorlds(filters, name));
}

const switchWorlds = (value: Maybe<boolean>): boolean[] => (value === UNKNOWN ? [false, true] : [value]);

/** Whether a leg mirrors a topic of its source. */
export function mirrored(leg: Leg, topic: string): Answer {
  if (topic.startsWith("__")) return "no";
  const named = leg.claims.some(({ topics }) => topics.includes(topic));
  const listed = leg.claims.some(({ topicsUnknown }) => topicsUnknown) ? [false, true] : [false];
  const { enabled, filters } = leg.settings.autoCreate;
  const created = switchWorlds(enabled).flatMap((on) => filterWorlds(filters, topic).map((hit) => on && hit));
  return over(listed.flatMap((list) => created.map((hit) => named || list || hit)));
}

/** Whether a leg copies the offsets of a group of its source. */
export function synced(leg: Leg, group: string): Answer {
  const { enabled, filters } = leg.settings.consumerOffsetSync;
  return over(switchWorlds(enabled).flatMap((on) => filterWorlds(filters, group).map((hit) => on && hit)));
}

/** Every text over an alphabet, from one character up to a length. */
export function allTexts(alphabet: readonly string[], length: number): string[] {
  if (length === 0) return [];
  const shorter = allTexts(alphabet, length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...(length === 1 ? [""] : longest).flatMap((text) => alphabet.map((letter) => text + letter))];
}
