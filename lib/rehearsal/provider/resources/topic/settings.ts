import type { Values } from "../../resource";
import { textMapAt } from "../values";

/** Topic settings that may change, or go back to their default. */
const EDITABLE = new Set([
  "cleanup.policy",
  "confluent.key.schema.validation",
  "confluent.key.subject.name.strategy",
  "confluent.schema.validation.context.name",
  "confluent.value.schema.validation",
  "confluent.value.subject.name.strategy",
  "delete.retention.ms",
  "max.compaction.lag.ms",
  "max.message.bytes",
  "message.timestamp.after.max.ms",
  "message.timestamp.before.max.ms",
  "message.timestamp.difference.max.ms",
  "message.timestamp.type",
  "min.compaction.lag.ms",
  "min.insync.replicas",
  "retention.bytes",
  "retention.ms",
  "segment.bytes",
  "segment.ms",
]);

/** One change of a topic's settings; without value it goes back to its default. */
export type SettingChange =
  { readonly name: string; readonly operation: "DELETE" } | { readonly name: string; readonly value: string };

/** What an update has to send: removed settings, then those that are new or have another value. */
export function settingChanges(planned: Values, prior: Values): readonly SettingChange[] {
  const [next, last] = [textMapAt(planned, "config"), textMapAt(prior, "config")];
  const removed = Object.keys(last).filter((name) => next[name] === undefined);
  const changed = Object.entries(next).filter(([name, value]) => last[name] !== value);
  for (const name of removed) {
    if (!EDITABLE.has(name)) throw new Error(`"${name}" topic setting is read-only and cannot be reset or removed`);
  }
  for (const [name] of changed) {
    if (!EDITABLE.has(name)) throw new Error(`"${name}" topic setting is read-only and cannot be updated`);
  }
  return [
    ...removed.map((name) => ({ name, operation: "DELETE" as const })),
    ...changed.map(([name, value]) => ({ name, value })),
  ];
}

interface TopicConfigs {
  readonly data?: readonly { readonly name?: string; readonly value?: string | null; readonly source?: string }[];
}

const INTERNAL = "confluent.topic.type";

/** Settings that somebody set, out of all that the API lists. */
export function ownSettings({ data = [] }: TopicConfigs): Readonly<Record<string, string>> {
  const own = data.flatMap(({ name = "", value, source }) =>
    source === "DYNAMIC_TOPIC_CONFIG" && typeof value === "string" && name !== INTERNAL ? [[name, value]] : [],
  );
  return Object.fromEntries(own) as Record<string, string>;
}
