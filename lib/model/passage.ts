import { INTERNAL_TOPIC_PREFIX, type NameFilterEntry } from "./filter-matcher";
import { EVERY_NAME, PatternType } from "./filters";
import { isKnown, whenKnown } from "./maybe";
import { topicNameProblem } from "./names";
import { reachOfGroup, reachOfTopic, type Carrier, type StopReason } from "./reach";
import type { Leg } from "./topology";

const TOPIC_CHARACTERS = "-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ._";

type Move = (text: string) => string | undefined;

const unmoved: Move = (text) => text;
const withPrefix =
  (prefix: string): Move =>
  (text) =>
    prefix + text;
const withoutPrefix =
  (prefix: string): Move =>
  (text) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : undefined;

/** Finds names that stand for all: wherever names and filters tell two names apart, both kinds are among them. */
class NameSamples {
  private readonly literals = new Set<string>();
  private readonly prefixes = new Set<string>();

  public constructor(private readonly characters: string) {}

  public addNames(names: readonly string[], move = unmoved): void {
    for (const name of names) this.add(this.literals, name, move);
  }

  public addPrefix(prefix: string, move = unmoved): void {
    this.add(this.prefixes, prefix, move);
  }

  public addFilters(filters: readonly NameFilterEntry[], move = unmoved): void {
    for (const { name, patternType } of filters) {
      if (typeof name !== "string") continue;
      if (patternType === PatternType.PREFIXED) this.add(this.prefixes, name, move);
      else if (name !== EVERY_NAME) this.add(this.literals, name, move);
    }
  }

  public *names(): Generator<string> {
    yield* this.literals;
    for (const prefix of [...this.prefixes, ""]) {
      if (prefix !== "" && !this.literals.has(prefix)) yield prefix;
      const longer = this.longer(prefix);
      if (longer !== undefined) yield longer;
    }
  }

  private add(to: Set<string>, text: string, move: Move): void {
    const moved = move(text);
    if (moved !== undefined) to.add(moved);
  }

  // A name of which nothing but the prefix is known.
  private longer(prefix: string): string | undefined {
    const starts = [prefix];
    for (const start of starts) {
      for (const character of this.characters) {
        const name = start + character;
        if (this.prefixes.has(name)) continue;
        if (!this.literals.has(name)) return name;
        starts.push(name);
      }
    }
    return undefined;
  }
}

function topicsOf(leg: Leg): string[] {
  return leg.claims.flatMap(({ topics }) => topics);
}

/** A name that one leg lets through and the next one does not. */
export interface Loss {
  /** As the cluster in between has it. */
  readonly name: string;
  readonly by: Carrier;
  readonly reason: StopReason;
}

/** What becomes of the topics that one leg brings to the source of the next. */
export interface TopicPassage {
  /** Explicit topics, by their names on the cluster in between. */
  readonly brought: ReadonlySet<string>;
  readonly somethingPasses: boolean;
  /** Whether some of it is known to Terraform only. */
  readonly unproven: boolean;
  readonly losses: readonly Loss[];
}

function topicSamples(upstream: Leg, leg: Leg): Iterable<string> {
  const { autoCreate, prefix = "" } = upstream.settings;
  const samples = new NameSamples(TOPIC_CHARACTERS);
  if (autoCreate.enabled === false || autoCreate.filters.length === 0) return [];
  const move = withoutPrefix(whenKnown(prefix) ?? "");
  samples.addNames(topicsOf(upstream));
  samples.addFilters(autoCreate.filters);
  samples.addNames(topicsOf(leg), move);
  samples.addFilters(leg.settings.autoCreate.filters, move);
  samples.addPrefix(INTERNAL_TOPIC_PREFIX);
  samples.addPrefix(INTERNAL_TOPIC_PREFIX, move);
  return samples.names();
}

/** Follows the explicit topics of a leg, and one topic of every kind that its filters choose, over the next leg. */
export function topicPassage(upstream: Leg, leg: Leg): TopicPassage {
  const explicit = new Set(topicsOf(upstream));
  const brought = new Set<string>();
  const losses: Loss[] = [];
  let unproven = upstream.claims.some(({ topicsUnknown }) => topicsUnknown);
  let somethingPasses = false;
  const follow = (topic: string): void => {
    const [first, second] = reachOfTopic([upstream, leg], topic).hops;
    if (first?.outcome === "unproven" || second?.outcome === "unproven") unproven = true;
    if (first?.outcome !== "passes" || !isKnown(first.name)) return;
    const { name, by } = first;
    if (explicit.has(topic)) brought.add(name);
    else if (topicNameProblem(topic) !== undefined || topicNameProblem(name) !== undefined) return;
    if (second?.outcome === "passes") somethingPasses = true;
    // What is live further on has not been lost.
    if (second?.outcome === "stops" && second.reason.kind !== "kept") losses.push({ name, by, reason: second.reason });
  };
  for (const topic of explicit) follow(topic);
  for (const topic of topicSamples(upstream, leg)) if (!explicit.has(topic)) follow(topic);
  return { brought, somethingPasses, unproven, losses };
}

/** A consumer group whose offsets one leg certainly copies and the next one certainly does not; rather one it does not include. */
export function lostGroup(upstream: Leg, leg: Leg): Loss | undefined {
  const { consumerOffsetSync, consumerGroupPrefix, prefix = "" } = upstream.settings;
  const samples = new NameSamples(`${TOPIC_CHARACTERS}/`);
  samples.addFilters(consumerOffsetSync.filters);
  samples.addFilters(
    leg.settings.consumerOffsetSync.filters,
    withoutPrefix(consumerGroupPrefix === true ? (whenKnown(prefix) ?? "") : ""),
  );
  let excluded: Loss | undefined;
  for (const group of samples.names()) {
    const [first, second] = group === "" ? [] : reachOfGroup([upstream, leg], group).hops;
    if (first?.outcome !== "passes" || second?.outcome !== "stops") continue;
    const loss = { name: String(whenKnown(first.name)), by: first.by, reason: second.reason };
    if (second.reason.kind !== "excluded") return loss;
    excluded ??= loss;
  }
  return excluded;
}

/** The source topic of what a leg calls `mirror` on its destination, where it can have one. */
function sourceName(leg: Leg, mirror: string): string | undefined {
  const { prefix = "" } = leg.settings;
  return isKnown(prefix) ? withoutPrefix(prefix)(mirror) : undefined;
}

/** Whether a leg makes, or once made, a topic of this name on its destination. */
function creates(leg: Leg, mirror: string): boolean {
  const topic = sourceName(leg, mirror);
  if (topic === undefined || topic === "") return false;
  const { hops } = reachOfTopic([leg], topic);
  return hops.every((hop) => hop.outcome === "passes" || (hop.outcome === "stops" && hop.reason.kind === "kept"));
}

/** Names that two legs both give to mirror topics of theirs: all explicit ones, and one of every kind that filters choose. */
export function commonMirrors(a: Leg, b: Leg): { readonly explicit: string[]; readonly byFilter: string[] } {
  const samples = new NameSamples(TOPIC_CHARACTERS);
  const explicit = new Set<string>();
  for (const leg of [a, b]) {
    const { autoCreate, prefix = "" } = leg.settings;
    if (!isKnown(prefix)) return { explicit: [], byFilter: [] };
    const named = leg.claims.flatMap(({ topics, kept }) => [...topics, ...kept]);
    for (const topic of named) explicit.add(prefix + topic);
    samples.addNames(named, withPrefix(prefix));
    if (autoCreate.enabled !== true) continue;
    samples.addFilters(autoCreate.filters, withPrefix(prefix));
    samples.addPrefix("", withPrefix(prefix));
    samples.addPrefix(INTERNAL_TOPIC_PREFIX, withPrefix(prefix));
  }
  const common = (name: string): boolean => creates(a, name) && creates(b, name);
  const legal = (name: string): boolean =>
    [name, sourceName(a, name), sourceName(b, name)].every((each) => topicNameProblem(each ?? "") === undefined);
  return {
    explicit: [...explicit].filter(common),
    byFilter: [...samples.names()].filter((name) => !explicit.has(name) && legal(name) && common(name)),
  };
}
