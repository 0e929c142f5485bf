import { FilterType, PatternType } from "../../model/filters";
import { isKnown, type Maybe } from "../../model/maybe";
import { quote } from "../../model/names";
import { checkRawSettings, rawAclFilters, rawBoolean, rawNameFilters } from "../../model/raw-settings";
import { checkAclFilters, illegalFilter } from "../../model/rules/filters";
import type { Finding } from "../../model/rules/rule";
import {
  aclSyncWithPrefix,
  checkSettings,
  groupPrefixWithoutPrefix,
  illegalPrefix,
  illegalSettingValue,
  incompleteTopicConfigSync,
  intervalTooShort,
} from "../../model/rules/settings";
import { SETTINGS, defaultIntervalMs, settingDefinition, type SettingKey } from "../../model/settings";
import type { LinkSettings } from "../../model/topology";
import { invalid, notEmulated } from "./refusals";
import type { LinkHalf, LinkMode } from "./state";

type Configs = ReadonlyMap<string, string>;

/** Whether a cluster takes the value of this setting from nobody. */
export const READ_ONLY_SETTINGS: ReadonlyMap<string, string> = new Map([
  ["cluster.link.retry.timeout.ms", "300000"],
  ["connections.max.idle.ms", "600000"],
  ["metadata.max.age.ms", "300000"],
  ["num.cluster.link.fetchers", "1"],
  ["replica.fetch.backoff.ms", "1000"],
  ["request.timeout.ms", "30000"],
  ["retry.backoff.ms", "100"],
]);

/** Milliseconds after which a link that gets no answer is UNAVAILABLE. */
export const RETRY_TIMEOUT_MS = 300_000;

/** Milliseconds between two looks for topics to mirror. */
export const DISCOVERY_MS = 300_000;

/** Settings of the connection with their defaults. */
export const CONNECTION_SETTINGS: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ["bootstrap.servers", null],
  ["connection.mode", "OUTBOUND"],
  ["link.mode", "DESTINATION"],
  ["local.bootstrap.servers", null],
  ["local.listener", null],
  ["local.sasl.jaas.config", null],
  ["local.sasl.mechanism", "GSSAPI"],
  ["local.security.protocol", "PLAINTEXT"],
  ["remote.link.connection.mode", null],
  ["sasl.jaas.config", null],
  ["sasl.mechanism", "GSSAPI"],
  ["security.protocol", "PLAINTEXT"],
]);

const CREATION_ONLY = [
  "connection.mode",
  "link.mode",
  "remote.link.connection.mode",
  ...SETTINGS.filter(({ mutability }) => mutability === "creation only").map(({ key }) => key),
];

/** What a cluster refuses; what is legal and useless it takes without a word. */
const REFUSED = [
  aclSyncWithPrefix,
  groupPrefixWithoutPrefix,
  illegalPrefix,
  illegalSettingValue,
  incompleteTopicConfigSync,
  intervalTooShort,
];

function interval(configs: Configs, key: SettingKey): number {
  const text = configs.get(key);
  return text === undefined ? defaultIntervalMs(key) : Number(text);
}

function read(configs: Configs): LinkSettings {
  const include = configs.get("topic.config.sync.include");
  const isOn = (key: SettingKey): Maybe<boolean> => rawBoolean(configs, key) ?? false;
  return {
    prefix: configs.get("cluster.link.prefix") || undefined,
    consumerGroupPrefix: isOn("consumer.group.prefix.enable"),
    autoCreate: {
      enabled: isOn("auto.create.mirror.topics.enable"),
      filters: rawNameFilters(configs, "auto.create.mirror.topics.filters"),
    },
    consumerOffsetSync: {
      enabled: isOn("consumer.offset.sync.enable"),
      filters: rawNameFilters(configs, "consumer.offset.group.filters"),
      intervalMs: interval(configs, "consumer.offset.sync.ms"),
    },
    aclSync: {
      enabled: isOn("acl.sync.enable"),
      filters: rawAclFilters(configs, "acl.filters"),
      intervalMs: interval(configs, "acl.sync.ms"),
    },
    topicConfigSync: {
      intervalMs: interval(configs, "topic.config.sync.ms"),
      include: include?.split(",").map((name) => name.trim()),
    },
  };
}

interface Reading {
  readonly texts: readonly (string | undefined)[];
  readonly settings: LinkSettings;
}

const READINGS = new WeakMap<LinkHalf, Reading>();

/** The settings that a half works with. */
export function settingsOf(half: LinkHalf): LinkSettings {
  const texts = SETTINGS.map(({ key }) => half.configs.get(key));
  let reading = READINGS.get(half);
  if (reading?.texts.every((text, index) => text === texts[index]) !== true) {
    READINGS.set(half, (reading = { texts, settings: read(half.configs) }));
  }
  return reading.settings;
}

/** The prefix of a half's mirror topics; empty where there is none. */
export function prefixOf(half: LinkHalf): string {
  return half.configs.get("cluster.link.prefix") ?? "";
}

function refuse({ rule, given }: Finding): never {
  throw invalid(`Invalid link config: ${given.replace(/^rawConfig /, "")} Allowed: ${rule.allowed}`);
}

function checkNameFilterWords(configs: Configs, key: SettingKey): void {
  for (const { patternType, filterType } of rawNameFilters(configs, key)) {
    if (!(Object.values(PatternType) as string[]).includes(patternType)) {
      throw invalid(`Invalid link config: ${key} has the patternType ${quote(patternType)}.`);
    }
    if (!(Object.values(FilterType) as string[]).includes(filterType)) {
      throw invalid(`Invalid link config: ${key} has the filterType ${quote(filterType)}.`);
    }
  }
}

function checkStartOffset(spec: string | undefined): void {
  if (spec === undefined || spec === "earliest" || spec === "latest") return;
  if (/^\d{4}-\d\d-\d\dT/.test(spec) && !Number.isNaN(Date.parse(spec))) return;
  throw invalid(`Invalid link config: mirror.start.offset.spec is ${quote(spec)}.`);
}

/** Refuses settings that links do not have, and those that nobody may set. */
export function checkLinkConfigNames(names: Iterable<string>): void {
  for (const name of names) {
    if (READ_ONLY_SETTINGS.has(name)) throw invalid(`Link config ${quote(name)} is read-only.`);
    if (!settingDefinition(name) && !CONNECTION_SETTINGS.has(name)) {
      throw invalid(`Unknown link config: ${quote(name)}.`);
    }
  }
}

/** Texts that stand for no value when they are empty. */
function isAbsent(name: string, value: string): boolean {
  const type = settingDefinition(name)?.type;
  return type === undefined || (value === "" && (type === "filters" || type === "text"));
}

/** Refuses the settings that a cluster refuses. */
export function checkLinkConfigs(configs: Configs, mode: LinkMode): void {
  if (["sasl.mechanism", "local.sasl.mechanism"].some((name) => configs.get(name) === "OAUTHBEARER")) {
    throw notEmulated("OAuth between clusters");
  }
  checkLinkConfigNames(configs.keys());
  const given = new Map([...configs].filter(([name, value]) => !isAbsent(name, value)));
  checkRawSettings(given).forEach(refuse);
  checkNameFilterWords(given, "auto.create.mirror.topics.filters");
  checkNameFilterWords(given, "consumer.offset.group.filters");
  checkStartOffset(given.get("mirror.start.offset.spec"));
  const settings = read(given);
  const shape = mode === "BIDIRECTIONAL" ? "bidirectional" : "destination-initiated";
  checkSettings(settings, shape)
    .filter(({ rule }) => REFUSED.includes(rule))
    .forEach(refuse);
  checkAclFilters(settings.aclSync.filters)
    .filter(({ rule }) => rule === illegalFilter)
    .forEach(refuse);
}

/** Refuses changes of what only the creation of a link can set. */
export function checkLinkConfigChange(before: Configs, after: Configs): void {
  for (const name of CREATION_ONLY) {
    const defaultValue = settingDefinition(name)?.default ?? CONNECTION_SETTINGS.get(name) ?? "";
    if ((before.get(name) ?? defaultValue) !== (after.get(name) ?? defaultValue)) {
      throw invalid(`Link config ${quote(name)} can only be set when the link is created.`);
    }
  }
}

/** A number of milliseconds, or of anything; never a token here. */
export function known<T>(value: Maybe<T>): T {
  if (!isKnown(value)) throw new Error("There are no tokens in a cluster.");
  return value;
}
