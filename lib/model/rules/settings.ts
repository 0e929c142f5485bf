import { UNKNOWN, isKnown, whenKnown, type Maybe } from "../maybe";
import { prefixProblem, quote, quoteEach } from "../names";
import {
  ALWAYS_SYNCED_TOPIC_CONFIGS,
  OPTIONALLY_SYNCED_TOPIC_CONFIGS,
  SETTINGS,
  settingDefinition,
  type SettingKey,
} from "../settings";
import type { LinkSettings, LinkShape } from "../topology";
import { Rule, type Finding } from "./rule";

export const aclSyncWithoutFilters = new Rule("CL001", "error", {
  title: "ACL sync without filters",
  effect: "The link is created, its ACL task fails, and no ACL is copied.",
  allowed: "ACL sync with at least one filter.",
  fix: "Name the ACLs, for example aclSync: { filters: [AclFilter.of(...)] }, or leave aclSync out.",
  evidence: "documentation",
});

export const autoCreateWithoutFilters = new Rule("CL002", "error", {
  title: "Auto-create without filters",
  effect: "The link is created, its auto-create task fails, and no topic is mirrored.",
  allowed: "Auto-create with at least one filter.",
  fix: "Give a MirrorSet of this link autoCreate filters, for example [TopicFilter.includePrefix(...)].",
  evidence: "documentation",
});

export const offsetSyncWithoutFilters = new Rule("CL003", "error", {
  title: "Offset sync without group filters",
  effect: "No consumer group is synced, and consumers start from nowhere after a failover.",
  allowed: "Offset sync with at least one group filter.",
  fix: "Name the groups, for example consumerOffsetSync: { groups: [GroupFilter.all()] }.",
  evidence: "documentation",
});

export const filtersWithoutFeature = new Rule("CL004", "warning", {
  title: "Filters for a feature that is off",
  effect: "Nothing happens: the filters are stored and not used.",
  allowed: "Filters of a feature that is on, or a feature that was switched off on purpose.",
  fix: "Switch the feature on, or acknowledge this warning with the reason why it is off.",
  evidence: "inferred",
});

export const groupPrefixWithoutPrefix = new Rule("CL011", "error", {
  title: "Consumer group prefix without a link prefix, or on a bidirectional link",
  effect: "The link cannot be created.",
  allowed: "consumerGroupPrefix on a unidirectional link that has a prefix.",
  fix: "Give the link a prefix, or leave consumerGroupPrefix out.",
  evidence: "documentation",
});

export const aclSyncWithPrefix = new Rule("CL008", "error", {
  title: "ACL sync together with a prefix",
  effect: "The link is refused: renamed topics and copied ACLs do not fit together.",
  allowed: "Either ACL sync or a prefix.",
  fix: "Leave out the prefix (a chain for disaster recovery needs none) or manage ACLs on the destination yourself.",
  evidence: "documentation",
});

export const illegalPrefix = new Rule("CL010", "error", {
  title: "Illegal link prefix",
  effect: "The link is refused at apply with HTTP 400.",
  allowed: 'One to 12 characters out of letters, digits, ".", "_" and "-".',
  fix: "Shorten or rename the prefix.",
  evidence: "documentation",
});

export const unknownSetting = new Rule("CL021", "error", {
  title: "A config key that the provider does not take",
  effect: "Terraform refuses the plan, calling the setting read-only.",
  allowed: `${SETTINGS.map((setting) => setting.key).join(", ")}.`,
  fix: "Remove the key; connection settings follow from the clusters and credentials of the link.",
  evidence: "run",
});

export const settingsStay = new Rule("CL022", "guaranteed", {
  title: "A feature's switch disappears from the link's config",
  effect: "Apply fails for ever, because the provider cannot reset a setting to its default.",
  allowed:
    'The switches of ACL sync, auto-create and offset sync are always written, as "false" where nothing switches them on.',
  fix: "Nothing to do. To turn a feature off, set enabled: false and keep its filters.",
  evidence: "run",
});

export const incompleteTopicConfigSync = new Rule("CL030", "error", {
  title: "A topicConfigSync.include list that the server refuses",
  effect: "The link is refused at apply with HTTP 400.",
  allowed: `A list that has ${ALWAYS_SYNCED_TOPIC_CONFIGS.join(", ")}, and any of ${OPTIONALLY_SYNCED_TOPIC_CONFIGS.join(", ")}.`,
  fix: "Add the members that are always synced, and remove those a link never syncs.",
  evidence: "documentation",
});

export const intervalTooShort = new Rule("CL031", "error", {
  title: "A sync interval under its minimum",
  effect: "The link is refused at apply with HTTP 400.",
  allowed: "Intervals of 1000 ms and more.",
  fix: "Use 1000 or more; acknowledge CL031 with a reason if your cluster is known to take less.",
  overridable: true,
  evidence: "documentation",
});

export const settingRemoved = new Rule("CL048", "warning", {
  title: "A setting that the last synth wrote is gone",
  effect: "If it was applied, every further apply of this link fails: the provider cannot reset a setting.",
  allowed: "Keys once written stay, with their default as value.",
  fix: "Put the setting back with the value you want. If it was never applied, nothing needs doing: the next synth is silent.",
  evidence: "run",
});

export const createdOtherwise = new Rule("CL077", "warning", {
  title: "A setting of the link's creation differs from the last synth's",
  effect: "If the link exists, apply fails with HTTP 400: a prefix can only be given when the link is created.",
  allowed: "The prefix and consumerGroupPrefix that the link was created with.",
  fix: "Put the value back, or give the link another name, which makes a new one. If it was never applied, nothing needs doing: the next synth is silent.",
  evidence: "run",
});

export const configNeverEmpty = new Rule("CL049", "guaranteed", {
  title: "A link's config becomes empty",
  effect: "Apply fails for ever, as for a single setting that disappears.",
  allowed: "The config of a receiving half always has the switches of its features.",
  fix: "Nothing to do.",
  evidence: "run",
});

export const rawContradictsTyped = new Rule("CL053", "error", {
  title: "rawConfig contradicts a typed setting",
  effect: "One of the two would be ignored in silence.",
  allowed: "Each setting in one place.",
  fix: "Remove the entry from rawConfig, or the typed setting.",
  evidence: "own",
});

export const illegalSettingValue = new Rule("CL068", "error", {
  title: "A setting's value that is not of its type",
  effect: "The link is refused at apply with HTTP 400.",
  allowed: 'Booleans as "true" or "false", whole numbers, filter documents as JSON with the members the server knows.',
  fix: "Use the typed setting, which writes the value in the right form.",
  evidence: "inferred",
});

function checkIntervals(settings: LinkSettings): Finding[] {
  const intervals: [SettingKey, Maybe<number>][] = [
    ["consumer.offset.sync.ms", settings.consumerOffsetSync.intervalMs],
    ["acl.sync.ms", settings.aclSync.intervalMs],
    ["topic.config.sync.ms", settings.topicConfigSync.intervalMs],
  ];
  return intervals.flatMap(([key, value]) => {
    if (!isKnown(value)) return [];
    if (!Number.isInteger(value)) return [illegalSettingValue.finding(`${key} is ${value}, which is no whole number.`)];
    const minimum = settingDefinition(key)?.minimum ?? 0;
    return value < minimum ? [intervalTooShort.finding(`${key} is ${value} ms.`)] : [];
  });
}

function checkSwitches(settings: LinkSettings): Finding[] {
  const features = [
    ["ACL sync", settings.aclSync, aclSyncWithoutFilters],
    ["Auto-create of mirror topics", settings.autoCreate, autoCreateWithoutFilters],
    ["Consumer offset sync", settings.consumerOffsetSync, offsetSyncWithoutFilters],
  ] as const;
  return features.flatMap(([name, feature, withoutFilters]) => {
    if (feature.enabled === true && feature.filters.length === 0) {
      return [withoutFilters.finding(`${name} is on and has no filters.`)];
    }
    if (feature.enabled === false && feature.filters.length > 0) {
      return [filtersWithoutFeature.finding(`${name} is off and has ${feature.filters.length} filter(s).`)];
    }
    return [];
  });
}

function checkPrefix(settings: LinkSettings, shape: LinkShape): Finding[] {
  const findings: Finding[] = [];
  const { prefix, consumerGroupPrefix } = settings;
  if (prefix !== undefined && isKnown(prefix)) {
    const problem = prefixProblem(prefix);
    if (problem) findings.push(illegalPrefix.finding(`The prefix is ${quote(prefix)}: ${problem}.`));
  }
  if (whenKnown(prefix) !== undefined && settings.aclSync.enabled === true) {
    findings.push(aclSyncWithPrefix.finding("ACL sync is on and the link has a prefix."));
  }
  if (consumerGroupPrefix === true && prefix === undefined) {
    findings.push(groupPrefixWithoutPrefix.finding("consumerGroupPrefix is on and the link has no prefix."));
  }
  if (consumerGroupPrefix === true && shape === "bidirectional") {
    findings.push(groupPrefixWithoutPrefix.finding("consumerGroupPrefix is on and the link is bidirectional."));
  }
  return findings;
}

function checkTopicConfigs(include: readonly Maybe<string>[] | undefined): Finding[] {
  if (include === undefined || !include.every((name) => isKnown(name))) return [];
  const legal = new Set<string>([...ALWAYS_SYNCED_TOPIC_CONFIGS, ...OPTIONALLY_SYNCED_TOPIC_CONFIGS]);
  const missing = ALWAYS_SYNCED_TOPIC_CONFIGS.filter((name) => !include.includes(name));
  const foreign = include.filter((name) => !legal.has(name));
  const findings: Finding[] = [];
  if (missing.length > 0) findings.push(incompleteTopicConfigSync.finding(`The list lacks ${missing.join(", ")}.`));
  if (foreign.length > 0) {
    findings.push(incompleteTopicConfigSync.finding(`The list has ${quoteEach(foreign)}.`));
  }
  return findings;
}

/** Everything that can be said of a link's settings without looking at other links. */
export function checkSettings(settings: LinkSettings, shape: LinkShape): Finding[] {
  return [
    ...checkSwitches(settings),
    ...checkIntervals(settings),
    ...checkPrefix(settings, shape),
    ...checkTopicConfigs(settings.topicConfigSync.include),
  ];
}

type CreationSettings = Pick<LinkSettings, "prefix" | "consumerGroupPrefix">;

/** Settings that an earlier synth wrote otherwise for the same link, and that only its creation can set. */
export function checkCreationSettings(before: CreationSettings, now: CreationSettings): Finding[] {
  const findings: Finding[] = [];
  const { prefix, consumerGroupPrefix } = now;
  const earlier = before.prefix;
  if (prefix !== undefined && isKnown(prefix) && earlier !== UNKNOWN && earlier !== prefix) {
    const was = earlier === undefined ? "missing" : quote(earlier);
    findings.push(createdOtherwise.finding(`The prefix is ${quote(prefix)}; in the last synth it was ${was}.`));
  }
  if (earlier === undefined || prefix === undefined) return findings;
  const wasOn = before.consumerGroupPrefix;
  if (isKnown(wasOn) && isKnown(consumerGroupPrefix) && wasOn !== consumerGroupPrefix) {
    const given = `consumerGroupPrefix is ${consumerGroupPrefix}; in the last synth it was ${wasOn}.`;
    findings.push(createdOtherwise.finding(given));
  }
  return findings;
}

/** Config keys that an earlier synth wrote for the same link and this one does not. */
export function checkRemovedSettings(before: readonly string[], now: readonly string[]): Finding[] {
  const gone = before.filter((key) => !now.includes(key));
  return gone.map((key) => settingRemoved.finding(`${key} was written by the last synth and is not any more.`));
}
