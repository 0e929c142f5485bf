import { chainsOf, worstDiscoveryDelayMs, worstOffsetStalenessMs } from "../model/chains";
import type { TopologyDocument } from "../model/document";
import { describeFilter } from "../model/filter-matcher";
import { EVERY_NAME } from "../model/filters";
import { isKnown, type Maybe } from "../model/maybe";
import { quote } from "../model/names";
import { arrives, reachOfGroup, reachOfTopic, type Hop, type Reach, type StopReason } from "../model/reach";
import type { Leg } from "../model/topology";
import { duration } from "./duration";
import { legsOf } from "./legs";

export interface Explanation {
  readonly text: string;
  /** Whether the name is proved to get to the end of every chain, as what it was asked for. */
  readonly arrives: boolean;
}

/** As what a name is explained. When neither is asked for, both are, and the likelier one is judged. */
export interface Asked {
  readonly topic?: boolean;
  readonly group?: boolean;
}

type Chain = readonly Leg[];

/** Address of the mirror topic that a leg has for a topic of its source. */
type FindAddress = (leg: Leg, topic: Maybe<string>) => string | undefined;

interface Kind {
  readonly title: string;
  readonly reach: (chain: Chain, name: string) => Reach;
  readonly reason: (reason: StopReason) => string;
  /** How late the name is on the last cluster, where it arrives. */
  readonly delay: (hops: readonly Hop[]) => string[];
}

const TOPIC: Kind = {
  title: "topic",
  reach: reachOfTopic,
  reason: (reason) => {
    if (reason.kind === "internal topic") return 'brokers keep topics that start with "__" to themselves';
    if (reason.kind === "kept") return "it was promoted there, is live and mirrored no more";
    if (reason.kind === "excluded") {
      return `no mirror topic names it, and the filter ${describeFilter(reason.filter)} keeps it out`;
    }
    const filters = reason.kind === "not included" ? "no filter includes it" : "the link creates none by filter";
    return `no mirror topic names it, and ${filters}`;
  },
  delay: (hops) => {
    const byFilter = hops.filter((hop) => hop.outcome === "passes" && hop.by.kind === "filter").map(({ leg }) => leg);
    if (byFilter.length === 0) return [];
    return [`worst-case discovery delay of a new topic: ${duration(worstDiscoveryDelayMs(byFilter))}`];
  },
};

const GROUP: Kind = {
  title: "consumer group",
  reach: reachOfGroup,
  reason: (reason) => {
    if (reason.kind === "excluded") return `the group filter ${describeFilter(reason.filter)} keeps it out`;
    return reason.kind === "not included" ? "no group filter includes it" : "consumer offset sync is off";
  },
  delay: (hops) => {
    const staleness = worstOffsetStalenessMs(hops.map(({ leg }) => leg));
    if (staleness === undefined) return [];
    const assumed = hops.some(({ leg }) => !isKnown(leg.settings.consumerOffsetSync.intervalMs));
    const condition = assumed ? ", if an interval known to Terraform only is the default" : "";
    return [`worst-case age of committed offsets: ${duration(staleness)}${condition}`];
  },
};

/** The way of a name over every chain of a synthesised app, as a topic and as a consumer group. */
export function explain(document: TopologyDocument, name: string, asked: Asked = {}): Explanation {
  const legs = legsOf(document);
  if (legs.length === 0) return { text: "There is no link.", arrives: false };
  const chains = chainsOf(legs);
  const named = [...(asked.topic ? [TOPIC] : []), ...(asked.group ? [GROUP] : [])];
  const shown = named.length > 0 ? named : [TOPIC, GROUP];
  const judged = named.length > 0 ? named : [likelyKind(legs, name)];
  const findAddress = addressesOf(document);
  const blocks = shown.flatMap((kind) => chains.map((chain) => describeWay(kind, chain, name, findAddress)));
  const verdicts = judged.map((kind) => verdict(kind, chains, name));
  return {
    text: [...blocks, ...verdicts].join("\n\n"),
    arrives: judged.every((kind) => chains.every((chain) => arrives(kind.reach(chain, name)) === true)),
  };
}

/** A topic, unless no link mirrors it and a group filter names it. `*` names nobody. */
function likelyKind(legs: readonly Leg[], name: string): Kind {
  const firstHops = (kind: Kind): (Hop | undefined)[] => legs.map((leg) => kind.reach([leg], name).hops[0]);
  if (firstHops(TOPIC).some((hop) => hop?.outcome !== "stops")) return TOPIC;
  const named = firstHops(GROUP).some(
    (hop) => hop?.outcome === "passes" && hop.by.kind === "filter" && hop.by.filter.name !== EVERY_NAME,
  );
  return named ? GROUP : TOPIC;
}

function addressesOf(document: TopologyDocument): FindAddress {
  const mirrors = new Map(document.legs.map(({ path, sets }) => [path, sets.flatMap((set) => set.mirrors)]));
  return (leg, topic) => mirrors.get(leg.path)?.find((mirror) => mirror.topic === topic)?.address ?? undefined;
}

function describeWay(kind: Kind, chain: Chain, name: string, findAddress: FindAddress): string {
  const { hops } = kind.reach(chain, name);
  const clusters = [(chain[0] as Leg).source, ...chain.map(({ destination }) => destination)];
  const labels = clusters.map(({ name: called, id }) => (isKnown(id) ? `${called} (${id})` : called));
  const width = Math.max(...labels.map(({ length }) => length));
  const names = [name, ...hops.map((hop) => (hop.outcome === "passes" ? hop.name : name))];
  const texts = [
    name,
    ...hops.map((hop, i) => describeHop(kind, hop, findAddress(hop.leg, names[i] as Maybe<string>))),
  ];
  const arrived = hops.length === chain.length && hops.every(({ outcome }) => outcome === "passes");
  const remarks = arrived ? kind.delay(hops) : startsLater(kind, chain.slice(hops.length), name);
  return [
    `As a ${kind.title}: ${clusters.map(({ name: called }) => called).join(" -> ")}`,
    ...texts.map((text, i) => `  ${(labels[i] as string).padEnd(width)}  ${text}`),
    ...remarks.map((remark) => `  ${remark}`),
  ].join("\n");
}

function describeHop(kind: Kind, hop: Hop, address: string | undefined): string {
  const { linkName, path } = hop.leg;
  const link = `link ${isKnown(linkName) ? linkName : `of ${path}`}`;
  if (hop.outcome === "stops") return `stops at ${link}: ${kind.reason(hop.reason)}`;
  if (hop.outcome === "unproven") return `not proved for ${link}: ${hop.why}`;
  const by = hop.by.kind === "filter" ? `filter ${describeFilter(hop.by.filter)}` : (address ?? "mirror topic");
  return `${isKnown(hop.name) ? hop.name : "(a name known to Terraform only)"}  by ${link}, ${by}`;
}

/** Where a name that stops could start behind the leg that stops it. */
function startsLater(kind: Kind, rest: Chain, name: string): string[] {
  const start = rest.find((leg) => kind.reach([leg], name).hops[0]?.outcome === "passes");
  if (!start) return [];
  return [`a ${kind.title} of ${start.source.name} with this name goes on to ${start.destination.name}`];
}

function verdict(kind: Kind, chains: readonly Chain[], name: string): string {
  const ends = chains.map((chain) => arrives(kind.reach(chain, name)));
  if (ends.includes(false)) return `The ${kind.title} ${quote(name)} stops on its way.`;
  return ends.every((end) => end === true)
    ? `The ${kind.title} ${quote(name)} gets to the end of every chain.`
    : `Nothing proves that the ${kind.title} ${quote(name)} gets to the end of every chain.`;
}
