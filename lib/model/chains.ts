import { defaultIntervalMs } from "./settings";
import { isKnown } from "./maybe";
import { sameCluster, type Leg } from "./topology";

/** The longest time a link takes to notice a new topic: its metadata refresh, in milliseconds. */
export const DISCOVERY_INTERVAL_MS = 300_000;

/** Whether one leg brings the data that another one takes on, as far as cluster ids, `follows` and `upstream` tell. */
export function feeds(upstream: Leg, downstream: Leg): boolean {
  if (upstream === downstream) return false;
  if (downstream.upstream !== undefined) return downstream.upstream === upstream.path;
  if (sameCluster(upstream.source, downstream.destination) === true) return false;
  const joined = sameCluster(upstream.destination, downstream.source);
  return isKnown(joined) ? joined : isFollowed(upstream, downstream);
}

function isFollowed(upstream: Leg, downstream: Leg): boolean {
  return downstream.claims.some(
    ({ follows }) => follows !== undefined && upstream.claims.some(({ path }) => path === follows),
  );
}

/** Every leg that brings data to the source of this one. */
export function upstreamLegs(legs: readonly Leg[], leg: Leg): Leg[] {
  return legs.filter((candidate) => feeds(candidate, leg));
}

/** Whether something is said to fill the leg's source, found among the app's legs or not. */
export function isFedElsewhere(leg: Leg): boolean {
  return leg.claims.some((claim) => claim.follows !== undefined) || (leg.upstream ?? "none") !== "none";
}

/** Whether a leg brings anything: mirror topics that are named, listed or kept, or those that its filters make. */
function carries({ claims, settings }: Leg): boolean {
  return claims.length > 0 || settings.autoCreate.enabled !== false;
}

/** The other direction of a bidirectional link. */
export function otherDirection(legs: readonly Leg[], leg: Leg): Leg | undefined {
  if (leg.shape !== "bidirectional") return undefined;
  return legs.find(
    ({ shape, linkName, source, destination }) =>
      shape === "bidirectional" &&
      linkName === leg.linkName &&
      sameCluster(source, leg.destination) === true &&
      sameCluster(destination, leg.source) === true,
  );
}

/** Whether a leg is the direction of a bidirectional link that waits to be used: the other one has all the mirror topics. */
export function isSpare(legs: readonly Leg[], leg: Leg): boolean {
  if (carries(leg)) return false;
  const other = otherDirection(legs, leg);
  return other !== undefined && carries(other);
}

/**
 * Every longest way that data takes, from a leg that nothing feeds to one that feeds nothing; a ring begins at its first leg. Directions of
 * bidirectional links that wait to be used are no way.
 */
export function chainsOf(all: readonly Leg[]): Leg[][] {
  const legs = all.filter((leg) => !isSpare(all, leg));
  const chains: Leg[][] = [];
  const reached = new Set<Leg>();
  const extend = (chain: Leg[]): void => {
    const last = chain[chain.length - 1] as Leg;
    reached.add(last);
    const next = legs.filter((leg) => feeds(last, leg) && !chain.includes(leg));
    if (next.length === 0) chains.push(chain);
    for (const leg of next) extend([...chain, leg]);
  };
  for (const leg of legs) if (upstreamLegs(legs, leg).length === 0) extend([leg]);
  for (const leg of legs) if (!reached.has(leg)) extend([leg]);
  return chains;
}

/** The legs of a ring of links, or `undefined` when there is none. The two directions of one link are no ring. */
export function findCycle(legs: readonly Leg[]): Leg[] | undefined {
  const done = new Set<Leg>();
  const visit = (leg: Leg, trail: Leg[]): Leg[] | undefined => {
    const at = trail.indexOf(leg);
    if (at >= 0) return trail.slice(at);
    if (done.has(leg)) return undefined;
    for (const next of legs) {
      if (!continues(leg, next)) continue;
      const cycle = visit(next, [...trail, leg]);
      if (cycle) return cycle;
    }
    done.add(leg);
    return undefined;
  };
  for (const leg of legs) {
    const cycle = visit(leg, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function continues(leg: Leg, next: Leg): boolean {
  const oneLink =
    leg.shape === "bidirectional" &&
    next.shape === "bidirectional" &&
    leg.linkName === next.linkName &&
    sameCluster(leg.source, next.destination) !== false;
  return leg !== next && !oneLink && sameCluster(leg.destination, next.source) === true;
}

/** Longest time until a new topic of the first cluster is mirrored on the last, in milliseconds, where filters create it. */
export function worstDiscoveryDelayMs(chain: readonly Leg[]): number {
  return chain.filter((leg) => leg.settings.autoCreate.enabled !== false).length * DISCOVERY_INTERVAL_MS;
}

/** How old committed offsets on the last cluster can be, in milliseconds; `undefined` when a leg does not sync them. */
export function worstOffsetStalenessMs(chain: readonly Leg[]): number | undefined {
  let total = 0;
  for (const { settings } of chain) {
    if (settings.consumerOffsetSync.enabled === false) return undefined;
    const interval = settings.consumerOffsetSync.intervalMs;
    total += isKnown(interval) ? interval : defaultIntervalMs("consumer.offset.sync.ms");
  }
  return total;
}
