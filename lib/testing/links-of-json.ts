import type { DocumentFilter } from "../model/document";
import type { NameFilterEntry } from "../model/filter-matcher";
import { ConnectionMode, HALF_MODES, LinkMode, type ClusterRole, type HalfMode } from "../model/link-mode";
import { isKnown, UNKNOWN, type Maybe } from "../model/maybe";
import { rawBoolean, rawNameFilters, type RawSettings } from "../model/raw-settings";
import type { LinkShape } from "../model/topology";
import { isExpression, membersOf, textOf } from "../policy/json";
import type { Shown, ShownCluster, ShownFeature, ShownLink } from "./shown-link";

type Block = Readonly<Record<string, unknown>>;

/** An object of a link in a stack's JSON. */
interface LinkObject {
  readonly name: string;
  readonly mode: HalfMode;
  readonly block: Block;
}

/** The links of a stack's JSON. Names of clusters are not in it. */
export function linksOfJson(json: Block): ShownLink[] {
  const resources = membersOf(json["resource"]);
  const objects = blocksOf(resources, "confluent_cluster_link").flatMap((block): LinkObject[] => {
    const mode = modeOf(block);
    return mode ? [{ name: textOf(block["link_name"]) ?? "", mode, block }] : [];
  });
  const mirrors = blocksOf(resources, "confluent_kafka_mirror_topic");
  const receiving = new Set(objects.filter(({ mode }) => mode.carriesSettings).map(({ name }) => name));
  return objects
    .filter(({ name, mode }) => mode.carriesSettings || !receiving.has(name))
    .map((object) => linkOf(object, mirrors));
}

function blocksOf(resources: Block, type: string): Block[] {
  return Object.values(membersOf(resources[type])).map(membersOf);
}

function modeOf(block: Block): HalfMode | undefined {
  const link = textOf(block["link_mode"]) ?? LinkMode.DESTINATION;
  const connection = textOf(block["connection_mode"]) ?? ConnectionMode.OUTBOUND;
  return Object.values(HALF_MODES).find(
    ({ linkMode, connectionMode }) => String(linkMode) === link && String(connectionMode) === connection,
  );
}

function shapeOf({ linkMode, connectionMode }: HalfMode): LinkShape {
  if (linkMode === LinkMode.BIDIRECTIONAL) return "bidirectional";
  const dialledByDestination = linkMode === LinkMode.DESTINATION && connectionMode === ConnectionMode.OUTBOUND;
  return dialledByDestination ? "destination-initiated" : "source-initiated";
}

function linkOf({ name, mode, block }: LinkObject, mirrors: readonly Block[]): ShownLink {
  const at = (role: ClusterRole): ShownCluster => ({
    name: undefined,
    id: written(known(textOf(membersOf(block[`${role}_kafka_cluster`])["id"]))),
  });
  const [source, destination] = mode.carriesSettings ? [at(mode.peer), at(mode.host)] : [at(mode.host), at(mode.peer)];
  const raw: RawSettings = new Map(
    Object.entries(membersOf(block["config"])).map(([key, value]) => [key, known(textOf(value))]),
  );
  const feature = (toggle: string, filters: string): ShownFeature => ({
    enabled: mode.carriesSettings ? written(rawBoolean(raw, toggle) ?? false) : null,
    filters: rawNameFilters(raw, filters).map(writtenFilter),
  });
  const own = mirrors.filter(
    (mirror) =>
      membersOf(mirror["cluster_link"])["link_name"] === name &&
      written(known(textOf(membersOf(mirror["kafka_cluster"])["id"]))) === destination.id,
  );
  const topics = own.map((mirror) => textOf(membersOf(mirror["source_kafka_topic"])["topic_name"]) ?? "${}");
  const prefix = raw.get("cluster.link.prefix");
  return {
    linkName: written(known(name)),
    shape: shapeOf(mode),
    source,
    destination,
    prefix: prefix === undefined ? undefined : written(prefix),
    offsetSync: feature("consumer.offset.sync.enable", "consumer.offset.group.filters"),
    autoCreate: feature("auto.create.mirror.topics.enable", "auto.create.mirror.topics.filters"),
    aclSync: { enabled: mode.carriesSettings ? written(rawBoolean(raw, "acl.sync.enable") ?? false) : null },
    topics: topics.filter((topic) => !isExpression(topic)),
    moreTopics: topics.some(isExpression),
  };
}

const known = (text: string | undefined): Maybe<string> => (text === undefined || isExpression(text) ? UNKNOWN : text);

const written = <T>(value: Maybe<T>): Shown<T> => (isKnown(value) ? value : null);

const writtenFilter = ({ name, patternType, filterType }: NameFilterEntry): DocumentFilter => ({
  name: written(name),
  patternType,
  filterType,
});
