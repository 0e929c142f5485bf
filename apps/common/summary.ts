import {
  BidirectionalLink,
  SourceInitiatedLink,
  Warnings,
  type DestinationInitiatedLink,
  type KafkaCluster,
  type MirrorSet,
} from "cdktf-cluster-linking";
import type { App } from "cdktf";
import type { Topology } from "./topology-file";

type Filters = NonNullable<Topology["autoCreate"]>;

const MOST_SHOWN = 5;

/** A link and the mirror topics that it carries. */
export type Leg = readonly [
  link: SourceInitiatedLink | DestinationInitiatedLink | BidirectionalLink,
  mirrors: MirrorSet,
];

/** What was synthesised, for a person to check. */
export function summarize(
  app: App,
  legs: readonly Leg[],
  { autoCreate, consumerGroups }: Pick<Topology, "autoCreate" | "consumerGroups">,
): string {
  const warnings = Warnings.of(app).list();
  return [
    ...legs.flatMap((leg) => describeLeg(leg, autoCreate, consumerGroups)),
    warnings.length === 0 ? "No warnings." : `${warnings.length} warning(s):`,
    ...warnings.map(({ rule, path, given, fix }) => `  ${rule.id} ${path ?? ""}: ${given} ${fix}`),
  ].join("\n");
}

function describeLeg([link, mirrors]: Leg, autoCreate: Filters = [], consumerGroups: Filters = []): string[] {
  const { linkName, source, destination } = mirrors.link;
  const [dialler, dialled] = dialsFromSource(link, source) ? [source, destination] : [destination, source];
  return [
    `Leg ${linkName}: ${describeCluster(source)} -> ${describeCluster(destination)}`,
    `  dials:   ${dialler.name} dials ${dialled.name}`,
    `  topics:  ${shorten(mirrors.topics, "none by name")}`,
    `  filters: ${shorten(autoCreate.map(describeFilter), "none, the link creates no mirror topics by itself")}`,
    `  groups:  ${shorten(consumerGroups.map(describeFilter), "none, consumer offsets are not copied")}`,
  ];
}

/** Of a bidirectional link it is the second half that dials. */
function dialsFromSource(link: Leg[0], source: KafkaCluster): boolean {
  if (link instanceof BidirectionalLink) return link.halves[1].host === source;
  return link instanceof SourceInitiatedLink;
}

const describeCluster = ({ name, id, access, cloud, region }: KafkaCluster): string =>
  `${name} ${id} (${[access, cloud, region].join(" ")})`;

const describeFilter = ({ name, patternType, filterType }: Filters[number]): string =>
  `${filterType} ${patternType} ${JSON.stringify(name)}`;

function shorten(names: readonly string[], none: string): string {
  if (names.length === 0) return none;
  const more = names.length - MOST_SHOWN;
  return names.slice(0, MOST_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
