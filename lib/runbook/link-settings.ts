import type { DocumentFilter, DocumentLeg } from "../model/document";
import { defaultIntervalMs, SETTINGS, type SettingKey } from "../model/settings";

const UNKNOWN_VALUE = "<known-to-terraform>";

/** The guide's settings first, in its order; then the others. */
const ORDER: readonly SettingKey[] = [
  "auto.create.mirror.topics.enable",
  "auto.create.mirror.topics.filters",
  ...SETTINGS.map(({ key }) => key).filter((key) => !key.startsWith("auto.create.")),
];

/** Settings of a link that differ from Confluent Cloud's defaults, with the texts that Terraform writes. */
export function linkSettings(leg: DocumentLeg): [SettingKey, string][] {
  const values = valuesOf(leg);
  return ORDER.flatMap((key): [SettingKey, string][] => {
    const value = values[key];
    return value === undefined ? [] : [[key, value]];
  });
}

type Values = { readonly [K in SettingKey]?: string | undefined };

function valuesOf(leg: DocumentLeg): Values {
  const { autoCreate, consumerOffsetSync, aclSync, topicConfigSync } = leg;
  const whereWritten = (key: SettingKey): string | undefined =>
    leg.configKeys.includes(key) ? UNKNOWN_VALUE : undefined;
  return {
    "cluster.link.prefix": leg.prefix === null ? UNKNOWN_VALUE : leg.prefix,
    "consumer.group.prefix.enable": switchText(leg.consumerGroupPrefix),
    "auto.create.mirror.topics.enable": switchText(autoCreate.enabled),
    "auto.create.mirror.topics.filters": filterText("topicFilters", autoCreate.filters),
    "consumer.offset.sync.enable": switchText(consumerOffsetSync.enabled),
    "consumer.offset.sync.ms": intervalText("consumer.offset.sync.ms", consumerOffsetSync.intervalMs),
    "consumer.offset.group.filters": filterText("groupFilters", consumerOffsetSync.filters),
    "acl.sync.enable": switchText(aclSync.enabled),
    "acl.sync.ms": intervalText("acl.sync.ms", aclSync.intervalMs),
    "acl.filters": documentText("aclFilters", aclSync.filters),
    "topic.config.sync.ms": intervalText("topic.config.sync.ms", topicConfigSync.intervalMs),
    "topic.config.sync.include": topicConfigSync.include?.map((name) => name ?? UNKNOWN_VALUE).join(","),
    "mirror.start.offset.spec": whereWritten("mirror.start.offset.spec"),
  };
}

/** Nothing for a switch that is off: that is what the link is anyway. */
function switchText(value: boolean | null): string | undefined {
  if (value === null) return UNKNOWN_VALUE;
  return value ? "true" : undefined;
}

function intervalText(key: SettingKey, value: number | null): string | undefined {
  if (value === null) return UNKNOWN_VALUE;
  return value === defaultIntervalMs(key) ? undefined : String(value);
}

function filterText(member: string, filters: readonly DocumentFilter[]): string | undefined {
  return documentText(
    member,
    filters.map(({ name, patternType, filterType }) => ({ name, patternType, filterType })),
  );
}

function documentText(member: string, entries: readonly unknown[]): string | undefined {
  if (entries.length === 0) return undefined;
  return JSON.stringify({ [member]: entries }, (_, value: unknown) => (value === null ? UNKNOWN_VALUE : value));
}
