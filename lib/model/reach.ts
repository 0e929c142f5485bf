import { matcherOf, INTERNAL_TOPIC_PREFIX, type FilterVerdict, type NameFilterEntry } from "./filter-matcher";
import { UNKNOWN, isKnown, type Maybe } from "./maybe";
import { addPrefix } from "./names";
import type { Leg } from "./topology";

/** Why a name stops at a leg. */
export type StopReason =
  | { readonly kind: "internal topic" }
  | { readonly kind: "no mirror" }
  | { readonly kind: "kept" }
  | { readonly kind: "excluded"; readonly filter: NameFilterEntry }
  | { readonly kind: "not included" }
  | { readonly kind: "sync off" };

/** What carries a name over a leg. */
export type Carrier = { readonly kind: "mirror topic" } | { readonly kind: "filter"; readonly filter: NameFilterEntry };

/** What one leg does to a name. */
export type Hop =
  | { readonly leg: Leg; readonly outcome: "passes"; readonly name: Maybe<string>; readonly by: Carrier }
  | { readonly leg: Leg; readonly outcome: "stops"; readonly reason: StopReason }
  | { readonly leg: Leg; readonly outcome: "unproven"; readonly why: string };

/** The way of one name over a chain of legs: a hop for each leg up to the one where it stops. */
export interface Reach {
  readonly name: string;
  readonly hops: readonly Hop[];
}

interface LegIndex {
  readonly topics: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  readonly topicsUnknown: boolean;
}

const INDEXES = new WeakMap<Leg, LegIndex>();

function indexOf(leg: Leg): LegIndex {
  let index = INDEXES.get(leg);
  if (!index) {
    const topics = new Set<string>();
    const kept = new Set<string>();
    for (const claim of leg.claims) {
      for (const topic of claim.topics) topics.add(topic);
      for (const topic of claim.kept) kept.add(topic);
    }
    index = {
      topics,
      kept,
      topicsUnknown: leg.claims.some((claim) => claim.topicsUnknown),
    };
    INDEXES.set(leg, index);
  }
  return index;
}

function stopped(verdict: FilterVerdict & { passes: false }): StopReason {
  return verdict.by ? { kind: "excluded", filter: verdict.by } : { kind: "not included" };
}

function topicHop(leg: Leg, name: string): Hop {
  const index = indexOf(leg);
  const { prefix, autoCreate } = leg.settings;
  if (name.startsWith(INTERNAL_TOPIC_PREFIX)) return { leg, outcome: "stops", reason: { kind: "internal topic" } };
  if (index.kept.has(name)) return { leg, outcome: "stops", reason: { kind: "kept" } };
  if (index.topics.has(name)) {
    return { leg, outcome: "passes", name: addPrefix(prefix, name), by: { kind: "mirror topic" } };
  }
  if (autoCreate.enabled !== false) {
    const verdict = matcherOf(autoCreate.filters).judge(name);
    if (verdict.passes === true && autoCreate.enabled === true) {
      return { leg, outcome: "passes", name: addPrefix(prefix, name), by: { kind: "filter", filter: verdict.by } };
    }
    if (verdict.passes !== false) {
      return { leg, outcome: "unproven", why: "a filter or its switch is known to Terraform only" };
    }
    if (!index.topicsUnknown) return { leg, outcome: "stops", reason: stopped(verdict) };
  }
  if (index.topicsUnknown) return { leg, outcome: "unproven", why: "its list of topics is known to Terraform only" };
  return { leg, outcome: "stops", reason: { kind: "no mirror" } };
}

function groupHop(leg: Leg, name: string): Hop {
  const { consumerOffsetSync, consumerGroupPrefix, prefix } = leg.settings;
  if (consumerOffsetSync.enabled === false) return { leg, outcome: "stops", reason: { kind: "sync off" } };
  const verdict = matcherOf(consumerOffsetSync.filters).judge(name);
  if (verdict.passes === false) return { leg, outcome: "stops", reason: stopped(verdict) };
  if (verdict.passes === UNKNOWN || !isKnown(consumerOffsetSync.enabled)) {
    return { leg, outcome: "unproven", why: "a filter or its switch is known to Terraform only" };
  }
  const by: Carrier = { kind: "filter", filter: verdict.by };
  if (consumerGroupPrefix === false || prefix === undefined) return { leg, outcome: "passes", name, by };
  const prefixed = consumerGroupPrefix === true ? addPrefix(prefix, name) : UNKNOWN;
  return { leg, outcome: "passes", name: prefixed, by };
}

function follow(chain: readonly Leg[], name: string, hop: (leg: Leg, name: string) => Hop): Reach {
  const hops: Hop[] = [];
  let current: Maybe<string> = name;
  for (const leg of chain) {
    if (!isKnown(current)) {
      hops.push({ leg, outcome: "unproven", why: "its name here is known to Terraform only" });
      break;
    }
    const next: Hop = hop(leg, current);
    hops.push(next);
    if (next.outcome !== "passes") break;
    current = next.name;
  }
  return { name, hops };
}

/** The name of a topic on each cluster of a chain, or the leg where it stops and why. */
export function reachOfTopic(chain: readonly Leg[], topic: string): Reach {
  return follow(chain, topic, topicHop);
}

/** The name of a consumer group on each cluster of a chain, or the leg where its offsets stop and why. */
export function reachOfGroup(chain: readonly Leg[], group: string): Reach {
  return follow(chain, group, groupHop);
}

/** Whether a name gets to the end of its chain; UNKNOWN where a token hides it. */
export function arrives(reach: Reach): Maybe<boolean> {
  const last = reach.hops.at(-1);
  if (last === undefined || last.outcome === "passes") return true;
  return last.outcome === "stops" ? false : UNKNOWN;
}
