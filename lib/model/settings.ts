/** When a setting of an existing link may change. */
export type SettingMutability = "anytime" | "creation only" | "anytime, for new mirror topics";

/** What Confluent Cloud and its Terraform provider take for one entry of a link's `config`. */
export interface SettingDefinition {
  readonly key: string;
  readonly type: "boolean" | "integer" | "text" | "list" | "filters";
  /** The server's value when the entry is absent; `null` when there is none. */
  readonly default: string | null;
  readonly unit?: "ms";
  readonly minimum?: number;
  readonly maximumLength?: number;
  readonly mutability: SettingMutability;
  /** Top-level member of the JSON document, for filters. */
  readonly document?: string;
}

const define = <const T extends readonly SettingDefinition[]>(settings: T) => settings;

/** The settings that `confluent_cluster_link.config` takes. Any other key is refused by the provider. */
export const SETTINGS = define([
  { key: "acl.filters", type: "filters", default: "", mutability: "anytime", document: "aclFilters" },
  { key: "acl.sync.enable", type: "boolean", default: "false", mutability: "anytime" },
  { key: "acl.sync.ms", type: "integer", default: "5000", unit: "ms", minimum: 1000, mutability: "anytime" },
  { key: "auto.create.mirror.topics.enable", type: "boolean", default: "false", mutability: "anytime" },
  {
    key: "auto.create.mirror.topics.filters",
    type: "filters",
    default: "",
    mutability: "anytime",
    document: "topicFilters",
  },
  { key: "cluster.link.prefix", type: "text", default: null, maximumLength: 12, mutability: "creation only" },
  { key: "consumer.group.prefix.enable", type: "boolean", default: "false", mutability: "creation only" },
  {
    key: "consumer.offset.group.filters",
    type: "filters",
    default: "",
    mutability: "anytime",
    document: "groupFilters",
  },
  { key: "consumer.offset.sync.enable", type: "boolean", default: "false", mutability: "anytime" },
  {
    key: "consumer.offset.sync.ms",
    type: "integer",
    default: "30000",
    unit: "ms",
    minimum: 1000,
    mutability: "anytime",
  },
  { key: "mirror.start.offset.spec", type: "text", default: "earliest", mutability: "anytime, for new mirror topics" },
  { key: "topic.config.sync.include", type: "list", default: null, mutability: "anytime" },
  { key: "topic.config.sync.ms", type: "integer", default: "5000", unit: "ms", minimum: 1000, mutability: "anytime" },
]);

/**
 * A key of a link's `config`.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export type SettingKey = (typeof SETTINGS)[number]["key"];

/**
 * Entries of a link's `config` that the typed props do not cover.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export type RawLinkConfig = { readonly [K in SettingKey]?: string };

const BY_KEY = new Map<string, SettingDefinition>(SETTINGS.map((setting) => [setting.key, setting]));

export function settingDefinition(key: SettingKey): SettingDefinition;
export function settingDefinition(key: string): SettingDefinition | undefined;
export function settingDefinition(key: string): SettingDefinition | undefined {
  return BY_KEY.get(key);
}

/** Default of an interval setting, in milliseconds. */
export function defaultIntervalMs(key: SettingKey): number {
  return Number(settingDefinition(key).default);
}

/** Topic settings that a link always copies; a `topic.config.sync.include` list must name all of them. */
export const ALWAYS_SYNCED_TOPIC_CONFIGS = [
  "cleanup.policy",
  "max.message.bytes",
  "message.timestamp.difference.max.ms",
  "message.timestamp.type",
] as const;

/** Topic settings that a link copies unless a `topic.config.sync.include` list leaves them out. */
export const OPTIONALLY_SYNCED_TOPIC_CONFIGS = [
  "compression.type",
  "delete.retention.ms",
  "file.delete.delay.ms",
  "flush.messages",
  "flush.ms",
  "index.interval.bytes",
  "max.compaction.lag.ms",
  "message.downconversion.enable",
  "message.timestamp.after.max.ms",
  "message.timestamp.before.max.ms",
  "min.cleanable.dirty.ratio",
  "min.compaction.lag.ms",
  "min.insync.replicas",
  "preallocate",
  "retention.bytes",
  "retention.ms",
  "segment.bytes",
  "segment.index.bytes",
  "segment.jitter.ms",
  "segment.ms",
  "unclean.leader.election.enable",
] as const;

/**
 * A member of `topic.config.sync.include`.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export type SyncableTopicConfig =
  (typeof ALWAYS_SYNCED_TOPIC_CONFIGS)[number] | (typeof OPTIONALLY_SYNCED_TOPIC_CONFIGS)[number];
