import { chainsOf, feeds, findCycle, isFedElsewhere, upstreamLegs } from "../chains";
import { EVERY_NAME, FilterType, PatternType } from "../filters";
import { describeFilter, type NameFilterEntry } from "../filter-matcher";
import { UNKNOWN, isKnown, whenKnown } from "../maybe";
import { quote } from "../names";
import { commonMirrors, lostGroup, topicPassage, type Loss } from "../passage";
import type { StopReason } from "../reach";
import { sameCluster, type Leg } from "../topology";
import { count, failoverUpstream, followsElsewhere } from "./mirrors";
import { Rule, type Finding } from "./rule";

export const prefixAndAutoCreateInChain = new Rule("CL009", "error", {
  title: "Prefix and auto-create in one chain",
  effect: "Mirror topics of mirror topics are not created.",
  allowed: "In a chain: a prefix with explicit topics, or filters without a prefix.",
  fix: "Leave out the prefix (a chain for disaster recovery needs none), or name the topics.",
  evidence: "documentation",
});

export const nothingPasses = new Rule("CL012", "error", {
  title: "A leg takes nothing of what the leg before it brings",
  effect: "Every topic stops at the cluster in between.",
  allowed: "Topics and filters that name what is on the link's source, with the prefix it has there.",
  fix: 'Use follows, or name the topics as they are called on the source of this leg; upstream: "none" says that this link is for topics of its source\'s own.',
  evidence: "inferred",
});

export const offsetsStop = new Rule("CL013", "warning", {
  title: "Consumer offsets stop on their way",
  effect: "On the last cluster some groups have no offsets, and start over after a failover.",
  allowed: "Offset sync on every leg, with filters that let through what the leg before lets through.",
  fix: "Give both legs the same consumerOffsetSync groups, or acknowledge this with the reason.",
  evidence: "documentation",
});

export const consumersOnMirrors = new Rule("CL026", "documented", {
  title: "A synced group also consumes on JUMP or DR",
  effect: "The sync overwrites what it commits.",
  allowed: "Groups that consume on one cluster.",
  fix: "Use another group name on JUMP and DR, or exclude it from the filters.",
  evidence: "documentation",
});

export const topicsStop = new Rule("CL035", "warning", {
  title: "Some topics stop on their way",
  effect: "They are mirrored by one leg and not by the next.",
  allowed: "Legs that mirror the same topics.",
  fix: "Use follows, add the topics, or acknowledge this with the reason.",
  evidence: "inferred",
});

export const nameClaimedByTwoLinks = new Rule("CL038", "error", {
  title: "Two links into one cluster claim one name",
  effect: "The second mirror topic fails with error 40002.",
  allowed: "Different names, or a prefix on one of the links.",
  fix: "Give one of the links a prefix, or a topic to one of them only.",
  evidence: "documentation",
});

export const ringWithoutPrefix = new Rule("CL039", "error", {
  title: "Links form a ring without a prefix",
  effect: "Topics come back to where they started, and collide with themselves.",
  allowed: "Rings in which a link has a prefix.",
  fix: "Remove a link, or retire the forward chain before the reverse one is built.",
  evidence: "inferred",
});

export const reachUnproven = new Rule("CL044", "warning", {
  title: "Which leg fills this link's source is not known",
  effect: "Nothing proves that topics and offsets get to the end of the chain.",
  allowed: "Cluster ids that are known at synth, or an upstream that states the leg.",
  fix: 'Set upstream on this link: the link before it (one of this app, or one described by fromAttributes), or "none" when its source has the original topics.',
  evidence: "own",
});

export const recoveryByFilter = new Rule("CL078", "warning", {
  title: "The last cluster of a chain relies on auto-created mirror topics",
  effect: "Terraform has none of them in its state, so the variable failover does not reach them.",
  allowed: "Named topics on the last leg, for all that has to be failed over by Terraform.",
  fix: 'Name the topics, take them over beforehand (npx cluster-linking adopt), or fail them over with "npx cluster-linking failover" and acknowledge this with the reason.',
  evidence: "inferred",
});

function describeWhy(reason: StopReason): string {
  return reason.kind === "excluded" ? `leaves out ${describeFilter(reason.filter)}` : "does not choose all of it";
}

function checkPassage(upstream: Leg, leg: Leg): Finding[] {
  const { brought, somethingPasses, unproven, losses } = topicPassage(upstream, leg);
  const [loss] = losses;
  if (!loss) return [];
  const rule = somethingPasses || unproven || saysNothing(leg) ? topicsStop : nothingPasses;
  return [rule.finding(describeLosses(upstream, leg, brought, losses, rule), { path: leg.path })];
}

/** Whether neither a mirror set nor a filter says what the leg mirrors: a person may have created its mirror topics. */
function saysNothing(leg: Leg): boolean {
  const described = leg.claims.every(({ path, topics }) => path === leg.path && topics.length === 0);
  return described && leg.settings.autoCreate.filters.length === 0;
}

function describeLosses(
  upstream: Leg,
  leg: Leg,
  brought: ReadonlySet<string>,
  losses: readonly Loss[],
  rule: Rule,
): string {
  const topics = losses.filter(({ by }) => by.kind === "mirror topic").map(({ name }) => name);
  const prefix = whenKnown(upstream.settings.prefix) ?? "";
  const named = new Set(leg.claims.flatMap((claim) => claim.topics));
  const bare = topics.map((name) => name.slice(prefix.length)).filter((name) => named.has(name) && !brought.has(name));
  if (bare.length > 0) {
    return `${count(bare)} named without the prefix ${quote(prefix)} that ${upstream.path} gives it.`;
  }
  if (rule === nothingPasses) {
    const which = topics.length > 0 ? `: ${count(topics)} not mirrored by it` : "";
    return `${leg.path} mirrors none of what ${upstream.path} brings to ${leg.source.name}${which}.`;
  }
  if (topics.length > 0) {
    return `${count(topics)} brought to ${leg.source.name} by ${upstream.path} and not mirrored by ${leg.path}.`;
  }
  const [{ by, reason }] = losses as [Loss & { by: { kind: "filter" } }];
  return by.filter.name === EVERY_NAME && leg.settings.autoCreate.filters.length === 0
    ? `${upstream.path} mirrors every topic to ${leg.source.name}, ${leg.path} only those it names.`
    : `${upstream.path} mirrors what ${describeFilter(by.filter)} chooses to ${leg.source.name}, ${leg.path} ${describeWhy(reason)}.`;
}

function checkOffsets(upstream: Leg, leg: Leg): Finding[] {
  const [first, second] = [upstream.settings.consumerOffsetSync, leg.settings.consumerOffsetSync];
  if (!isKnown(first.enabled) || !isKnown(second.enabled) || !isKnown(upstream.settings.consumerGroupPrefix)) return [];
  if (first.enabled !== second.enabled) {
    const [on, off] = first.enabled ? [upstream, leg] : [leg, upstream];
    return [offsetsStop.finding(`Offset sync is on for ${on.path} and off for ${off.path}.`, { path: leg.path })];
  }
  const loss = lostGroup(upstream, leg);
  if (loss?.by.kind !== "filter") return [];
  const given =
    loss.reason.kind === "excluded"
      ? `${leg.path} leaves out ${describeFilter(loss.reason.filter)}, ${upstream.path} does not.`
      : `${upstream.path} syncs the groups of ${describeFilter(loss.by.filter)}, ${leg.path} does not.`;
  return [offsetsStop.finding(given, { path: leg.path })];
}

function checkChain(chain: readonly Leg[]): Finding[] {
  if (chain.length < 2) return [];
  const prefixed = chain.find((leg) => whenKnown(leg.settings.prefix) !== undefined);
  const auto = chain.find(
    (leg) => leg.settings.autoCreate.enabled === true && leg.settings.autoCreate.filters.length > 0,
  );
  if (!prefixed || !auto) return [];
  const where =
    prefixed === auto ? `${prefixed.path} has both` : `${prefixed.path} has a prefix, ${auto.path} creates by filter`;
  return [
    prefixAndAutoCreateInChain.finding(`${where}, in the chain ${chain.map((leg) => leg.path).join(" -> ")}.`, {
      path: prefixed.path,
    }),
  ];
}

function describeWay(cycle: readonly Leg[]): string {
  return [...cycle, cycle[0] as Leg].map((leg) => leg.source.name).join(" -> ");
}

function checkRing(legs: readonly Leg[]): Finding[] {
  const unprefixedLegs = legs.filter((leg) => leg.settings.prefix === undefined);
  const cycle = findCycle(unprefixedLegs);
  return cycle
    ? [ringWithoutPrefix.finding(`Links go ${describeWay(cycle)} without a prefix.`, { path: (cycle[0] as Leg).path })]
    : [];
}

function takesEveryTopic({ settings: { prefix, autoCreate } }: Leg): boolean {
  return prefix === undefined && autoCreate.enabled === true && autoCreate.filters.some(isEveryName);
}

const isEveryName = ({ name, patternType, filterType }: NameFilterEntry): boolean =>
  name === EVERY_NAME && patternType === PatternType.LITERAL && filterType === FilterType.INCLUDE;

function checkFanIn(legs: readonly Leg[]): Finding[] {
  return legs.flatMap((leg, index) =>
    legs.slice(0, index).flatMap((other) => {
      if (sameCluster(leg.destination, other.destination) !== true || leg.path === other.path) return [];
      const { explicit, byFilter } = commonMirrors(other, leg);
      if (explicit.length + byFilter.length === 0) return [];
      const what =
        explicit.length === 0 && [leg, other].every(takesEveryTopic)
          ? "Every topic is claimed"
          : `${count([...explicit, ...byFilter])} claimed`;
      return [
        nameClaimedByTwoLinks.finding(`${what} by ${other.path} and by ${leg.path} on ${leg.destination.name}.`, {
          path: leg.path,
        }),
      ];
    }),
  );
}

function checkUpstream(legs: readonly Leg[]): Finding[] {
  return legs.flatMap((leg) => {
    const stated = legs.find(({ path }) => path === leg.upstream);
    if (!stated || sameCluster(stated.destination, leg.source) !== false) return [];
    const given = `Its upstream ${stated.path} fills ${stated.destination.name}; the link starts at ${leg.source.name}.`;
    return [followsElsewhere.finding(given, { path: leg.path })];
  });
}

function checkFollows(legs: readonly Leg[]): Finding[] {
  const owner = new Map<string, Leg>();
  for (const leg of legs) for (const claim of leg.claims) owner.set(claim.path, leg);
  return legs.flatMap((leg) =>
    leg.claims.flatMap((claim) => {
      const followed = claim.follows === undefined ? undefined : owner.get(claim.follows);
      if (!followed || sameCluster(followed.destination, leg.source) !== false) return [];
      const given = `It follows ${String(claim.follows)}, which fills ${followed.destination.name}; its link starts at ${leg.source.name}.`;
      return [followsElsewhere.finding(given, { path: claim.path })];
    }),
  );
}

function checkFailover(legs: readonly Leg[]): Finding[] {
  return legs.flatMap((leg) => {
    const next = legs.find((candidate) => feeds(leg, candidate));
    if (!next) return [];
    return leg.claims
      .filter((claim) => claim.failover)
      .map((claim) =>
        failoverUpstream.finding(`${leg.destination.name} is the source of ${next.path}.`, { path: claim.path }),
      );
  });
}

function checkRecovery(legs: readonly Leg[]): Finding[] {
  return legs.flatMap((leg) => {
    const { enabled, filters } = leg.settings.autoCreate;
    const includes = filters.filter(({ filterType }) => filterType === FilterType.INCLUDE);
    const [first] = includes;
    if (enabled !== true || !first || legs.some((next) => feeds(leg, next))) return [];
    const failsOver = leg.claims.some(({ failover }) => failover);
    const endsChain = leg.managed && (upstreamLegs(legs, leg).length > 0 || isFedElsewhere(leg));
    if (!failsOver && !endsChain) return [];
    const more = includes.length > 1 ? ` and ${includes.length - 1} more` : "";
    const given = `Mirror topics on ${leg.destination.name} are created by ${describeFilter(first)}${more}.`;
    return [recoveryByFilter.finding(given, { path: leg.path })];
  });
}

function checkProof(legs: readonly Leg[]): Finding[] {
  return legs.flatMap((leg) => {
    if (leg.upstream !== undefined || leg.claims.length === 0 || upstreamLegs(legs, leg).length > 0) return [];
    if (leg.claims.some((claim) => claim.follows !== undefined)) return [];
    const doubtful = legs.find(
      (other) => other !== leg && !feeds(leg, other) && sameCluster(other.destination, leg.source) === UNKNOWN,
    );
    if (doubtful) {
      const given = `Whether ${doubtful.path} fills ${leg.source.name} depends on a cluster id that is a token.`;
      return [reachUnproven.finding(given, { path: leg.path })];
    }
    const looksLikeSecondLeg = leg.source.access === "public" && leg.destination.access === "private";
    if (!looksLikeSecondLeg) return [];
    return [
      reachUnproven.finding(
        `No link of this app fills ${leg.source.name}, which is public and feeds the private ${leg.destination.name}.`,
        { path: leg.path },
      ),
    ];
  });
}

/** Everything that only several legs together show. */
export function checkChains(legs: readonly Leg[]): Finding[] {
  const pairs = legs.flatMap((leg) => upstreamLegs(legs, leg).map((upstream) => [upstream, leg] as const));
  const perChain = chainsOf(legs).flatMap(checkChain);
  return [
    ...new Map(perChain.map((finding) => [`${String(finding.path)} ${finding.given}`, finding])).values(),
    ...pairs.flatMap(([upstream, leg]) => [...checkPassage(upstream, leg), ...checkOffsets(upstream, leg)]),
    ...checkRing(legs),
    ...checkFanIn(legs),
    ...checkUpstream(legs),
    ...checkFollows(legs),
    ...checkFailover(legs),
    ...checkRecovery(legs),
    ...checkProof(legs),
  ];
}
