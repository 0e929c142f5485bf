import { ALWAYS_SYNCED_TOPIC_CONFIGS, OPTIONALLY_SYNCED_TOPIC_CONFIGS } from "../../model/settings";
import { quote } from "../../model/names";
import { invalid } from "./refusals";
import type { Topic } from "./state";

/** Settings of topics with the defaults of Confluent Cloud. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["cleanup.policy", "delete"],
  ["compression.type", "producer"],
  ["delete.retention.ms", "86400000"],
  ["file.delete.delay.ms", "60000"],
  ["flush.messages", "9223372036854775807"],
  ["flush.ms", "9223372036854775807"],
  ["index.interval.bytes", "4096"],
  ["max.compaction.lag.ms", "9223372036854775807"],
  ["max.message.bytes", "2097164"],
  ["message.downconversion.enable", "true"],
  ["message.timestamp.after.max.ms", "9223372036854775807"],
  ["message.timestamp.before.max.ms", "9223372036854775807"],
  ["message.timestamp.difference.max.ms", "9223372036854775807"],
  ["message.timestamp.type", "CreateTime"],
  ["min.cleanable.dirty.ratio", "0.5"],
  ["min.compaction.lag.ms", "0"],
  ["min.insync.replicas", "2"],
  ["preallocate", "false"],
  ["retention.bytes", "-1"],
  ["retention.ms", "604800000"],
  ["segment.bytes", "104857600"],
  ["segment.index.bytes", "10485760"],
  ["segment.jitter.ms", "0"],
  ["segment.ms", "604800000"],
  ["unclean.leader.election.enable", "false"],
]);

/** Settings that no link copies. */
const LOCAL_ALONE: ReadonlySet<string> = new Set([
  "confluent.key.schema.validation",
  "confluent.key.subject.name.strategy",
  "confluent.value.schema.validation",
  "confluent.value.subject.name.strategy",
]);

const SYNCABLE: readonly string[] = [...ALWAYS_SYNCED_TOPIC_CONFIGS, ...OPTIONALLY_SYNCED_TOPIC_CONFIGS];

/** Refuses settings that topics do not have. */
export function checkTopicConfigs(configs: Iterable<string>): void {
  for (const name of configs) {
    if (!DEFAULTS.has(name) && !LOCAL_ALONE.has(name)) throw invalid(`Unknown topic config name: ${quote(name)}.`);
  }
}

/** The topic settings that a link copies, given its `topic.config.sync.include`. */
export function syncedTopicConfigs(include: readonly string[] | undefined): readonly string[] {
  return include ?? SYNCABLE;
}

/** One entry in the listing of a topic's settings. */
export interface TopicConfigEntry {
  readonly name: string;
  readonly value: string | null;
  readonly isDefault: boolean;
  readonly isReadOnly: boolean;
  readonly isSensitive: boolean;
  readonly source: "DYNAMIC_TOPIC_CONFIG" | "DEFAULT_CONFIG";
}

/** All settings of a topic, those that nobody set with their defaults. */
export function topicConfigEntries(topic: Topic): TopicConfigEntry[] {
  const names = new Set([...DEFAULTS.keys(), ...topic.configs.keys()]);
  return [...names].sort().map((name) => {
    const value = topic.configs.get(name);
    return {
      name,
      value: value ?? DEFAULTS.get(name) ?? null,
      isDefault: value === undefined,
      isReadOnly: false,
      isSensitive: false,
      source: value === undefined ? "DEFAULT_CONFIG" : "DYNAMIC_TOPIC_CONFIG",
    };
  });
}
