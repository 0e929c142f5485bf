import type { AclFilterAttributes, NameFilterAttributes } from "../../model/filters";
import { EVERY_NAME } from "../../model/filters";
import { rawAclFilters, rawNameFilters, type RawSettings } from "../../model/raw-settings";
import type { LinkShape } from "../../model/topology";
import type { LiveLink } from "./live";

/** Source text of an expression. */
type Source = string;

/** Props of a link and its mirror topics, as text for an app, that write exactly what is live. */
export interface LiveProps {
  readonly link: Source;
  readonly mirrors: Source;
  /** Classes of the library that they use. */
  readonly imports: readonly string[];
}

type Config = Readonly<Record<string, string>>;

/** The props of what a link has. A setting whose text is not that of the typed prop goes into `rawConfig` as it is. */
export function propsOf(link: LiveLink, shape: LinkShape, existing: readonly string[]): LiveProps {
  const left = new Map(Object.entries(link.config));
  const take = (prop: Typed | undefined): Source | undefined => {
    if (prop === undefined) return undefined;
    for (const key of Object.keys(prop.writes)) left.delete(key);
    return prop.source;
  };
  const autoCreate = take(autoCreateProp(link.config));
  const members: Record<string, Source | undefined> = {
    linkName: text(link.name),
    ...Object.fromEntries(typedProps(link.config, shape).map(([name, prop]) => [name, take(prop)] as const)),
  };
  const raw = [...left].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([key, value]) => !isToggleOff(key, value));
  if (raw.length > 0) {
    members["rawConfig"] = object(Object.fromEntries(raw.map(([key, value]) => [text(key), text(value)])));
  }
  const sources = link.mirrors.map(({ source }) => source);
  const fresh = sources.filter((topic) => !existing.includes(topic));
  const topics = list(
    sources.map((topic) => (fresh.includes(topic) ? `${text(topic)} /* not named by the app yet */` : text(topic))),
  );
  const result = { link: object(members), mirrors: object({ topics, autoCreate }) };
  const classes = ["AclFilter", "GroupFilter", "StartOffset", "TopicFilter"];
  const used = `${result.link} ${result.mirrors}`;
  return { ...result, imports: classes.filter((name) => new RegExp(`\\b${name}\\.`, "u").test(used)) };
}

/** A prop, and the entries of the config that it writes. */
interface Typed {
  readonly source: Source;
  readonly writes: Config;
}

/** The library writes these three by itself where no prop does. */
const isToggleOff = (key: string, value: string): boolean =>
  value === "false" &&
  ["acl.sync.enable", "auto.create.mirror.topics.enable", "consumer.offset.sync.enable"].includes(key);

function typedProps(config: Config, shape: LinkShape): (readonly [string, Typed | undefined])[] {
  const start = config["mirror.start.offset.spec"];
  const { prefix, consumerGroupPrefix } = prefixProps(config, shape);
  return [
    ["prefix", prefix],
    ["consumerGroupPrefix", consumerGroupPrefix],
    ["consumerOffsetSync", consumerOffsetSyncProp(config)],
    ["aclSync", aclSyncProp(config)],
    ["topicConfigSync", topicConfigSyncProp(config)],
    [
      "startOffset",
      start === undefined
        ? undefined
        : { source: `StartOffset.of(${text(start)})`, writes: { "mirror.start.offset.spec": start } },
    ],
  ];
}

/** A prop, if it writes exactly what is live. */
function matching(config: Config, source: Source, writes: Config): Typed | undefined {
  return Object.entries(writes).every(([key, value]) => config[key] === value) ? { source, writes } : undefined;
}

function prefixProps(
  config: Config,
  shape: LinkShape,
): { readonly prefix: Typed | undefined; readonly consumerGroupPrefix: Typed | undefined } {
  const prefix = config["cluster.link.prefix"];
  const groups = config["consumer.group.prefix.enable"];
  const none = { prefix: undefined, consumerGroupPrefix: undefined };
  if (!prefix) return none;
  const own = { source: text(prefix), writes: { "cluster.link.prefix": prefix } };
  if (shape === "bidirectional") return groups === undefined ? { ...none, prefix: own } : none;
  if (groups !== "true" && groups !== "false") return none;
  const writes = { "consumer.group.prefix.enable": groups };
  return { prefix: own, consumerGroupPrefix: { source: groups, writes } };
}

function consumerOffsetSyncProp(config: Config): Typed | undefined {
  const [enabled, intervalMs, filters] = featureOf(config, "consumer.offset", "consumer.offset.group.filters");
  const entries = nameFilters(config, "consumer.offset.group.filters");
  return matching(
    config,
    object({ enabled, intervalMs, groups: list(entries.map((entry) => nameFilter("GroupFilter", entry))) }),
    {
      "consumer.offset.sync.enable": enabled,
      "consumer.offset.sync.ms": intervalMs,
      "consumer.offset.group.filters": filters(nameDocument("groupFilters", entries)),
    },
  );
}

function aclSyncProp(config: Config): Typed | undefined {
  const [enabled, intervalMs, filters] = featureOf(config, "acl", "acl.filters");
  const entries = rawAclFilters(rawOf(config), "acl.filters") as unknown as AclFilterAttributes[];
  const shown = entries.map((entry) => `AclFilter.of(${JSON.stringify(aclMembers(entry))})`);
  return matching(config, object({ enabled, intervalMs, filters: list(shown) }), {
    "acl.sync.enable": enabled,
    "acl.sync.ms": intervalMs,
    "acl.filters": filters(JSON.stringify({ aclFilters: entries.map(aclMembers) })),
  });
}

/** Toggle and interval of a feature, and its filter text: none that could match where there are no filters. */
function featureOf(
  config: Config,
  feature: "consumer.offset" | "acl",
  filterKey: string,
): [enabled: string, intervalMs: string, filters: (canonical: string) => string] {
  const enabled = config[`${feature}.sync.enable`] === "false" ? "false" : "true";
  const given = config[`${feature}.sync.ms`] ?? "";
  const intervalMs = /^[1-9]\d*$/u.test(given) ? given : "0";
  return [enabled, intervalMs, (canonical) => (config[filterKey] ? canonical : "none")];
}

function topicConfigSyncProp(config: Config): Typed | undefined {
  const intervalMs = config["topic.config.sync.ms"] ?? "";
  if (!/^[1-9]\d*$/u.test(intervalMs)) return undefined;
  const include = config["topic.config.sync.include"];
  const names = include?.split(",");
  const writes = {
    "topic.config.sync.ms": intervalMs,
    ...(include === undefined ? {} : { "topic.config.sync.include": include }),
  };
  return matching(config, object({ intervalMs, include: names && list(names.map(text)) }), writes);
}

function autoCreateProp(config: Config): Typed | undefined {
  const entries = nameFilters(config, "auto.create.mirror.topics.filters");
  if (entries.length === 0) return undefined;
  const enabled = config["auto.create.mirror.topics.enable"] === "false" ? "false" : "true";
  const filters = list(entries.map((entry) => nameFilter("TopicFilter", entry)));
  return matching(config, object({ enabled, filters }), {
    "auto.create.mirror.topics.enable": enabled,
    "auto.create.mirror.topics.filters": nameDocument("topicFilters", entries),
  });
}

const rawOf = (config: Config): RawSettings => new Map(Object.entries(config));

const nameFilters = (config: Config, key: string): NameFilterAttributes[] =>
  rawNameFilters(rawOf(config), key) as NameFilterAttributes[];

const nameDocument = (member: string, entries: readonly NameFilterAttributes[]): string =>
  JSON.stringify({
    [member]: entries.map(({ name, patternType, filterType }) => ({ name, patternType, filterType })),
  });

function aclMembers({ resourceFilter, accessFilter }: AclFilterAttributes): object {
  const { resourceType, patternType, name } = resourceFilter;
  const { principal, host, operation, permissionType } = accessFilter;
  return {
    resourceFilter: { resourceType, patternType, name },
    accessFilter: { principal, host, operation, permissionType },
  };
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ["INCLUDE", "include"],
  ["EXCLUDE", "exclude"],
]);

function nameFilter(
  of: "TopicFilter" | "GroupFilter",
  { name, patternType, filterType }: NameFilterAttributes,
): Source {
  const verb = VERBS.get(filterType);
  if (verb !== undefined && patternType === "PREFIXED") return `${of}.${verb}Prefix(${text(name)})`;
  if (verb !== undefined && patternType === "LITERAL") {
    return verb === "include" && name === EVERY_NAME ? `${of}.all()` : `${of}.${verb}(${text(name)})`;
  }
  return `${of}.of(${JSON.stringify({ name, patternType, filterType })})`;
}

const text = (value: string): Source => JSON.stringify(value);

function object(members: Readonly<Record<string, Source | undefined>>): Source {
  const given = Object.entries(members).filter(([, source]) => source !== undefined);
  return given.length === 0 ? "{}" : `{\n${given.map(([name, source]) => indent(`${name}: ${source},`)).join("\n")}\n}`;
}

function list(sources: readonly Source[]): Source {
  return sources.length === 0 ? "[]" : `[\n${sources.map((source) => indent(`${source},`)).join("\n")}\n]`;
}

const indent = (source: Source): Source => source.replace(/^/gmu, "  ");
