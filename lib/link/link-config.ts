import { Token, type IResolvable } from "cdktf";
import type { Construct } from "constructs";
import { aclFilterEntries, aclFilterText, nameFilterEntries, nameFilterText } from "../core/filter-text";
import { known, knownEach } from "../core/known";
import { requireProps } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { TopicFilter } from "../model/filters";
import { UNKNOWN, type Maybe } from "../model/maybe";
import {
  checkRawSettings,
  rawAclFilters,
  rawBoolean,
  rawNameFilters,
  rawNumber,
  type RawSettings,
} from "../model/raw-settings";
import { checkAclFilters, checkNameFilters } from "../model/rules/filters";
import type { Finding } from "../model/rules/rule";
import { checkSettings, rawContradictsTyped } from "../model/rules/settings";
import { defaultIntervalMs, type SettingKey } from "../model/settings";
import type { LinkSettings, LinkShape } from "../model/topology";
import type { ReceivingSettings } from "./link-settings";
import { SETTINGS } from "./link-shape";

/** What a mirror set adds to the auto-create filters of its link. */
export interface AutoCreateContribution {
  readonly enabled: boolean | IResolvable;
  readonly filters: readonly TopicFilter[];
}

type Entries = Partial<Record<SettingKey, string>>;

const text = (value: boolean | number | IResolvable): string =>
  typeof value === "boolean" || typeof value === "number" ? String(value) : Token.asString(value);
const knownBoolean = (value: boolean | IResolvable): Maybe<boolean> => (typeof value === "boolean" ? value : UNKNOWN);

/** The `config` of a half that receives data: typed settings, raw entries, and the filters of mirror sets, until synth. */
export class LinkConfig {
  private readonly contributions: (() => AutoCreateContribution | undefined)[] = [];
  private readonly rawEntries: Entries;
  private readonly raw: RawSettings;

  public constructor(
    scope: Construct,
    private readonly settings: ReceivingSettings,
    private readonly shape: LinkShape,
  ) {
    requireProps(scope, settings, SETTINGS);
    const given = Object.entries(settings.rawConfig ?? {}).filter(([, value]) => (value as unknown) !== undefined);
    this.rawEntries = Object.fromEntries(given);
    this.raw = new Map(given.map(([key, value]) => [key, known(String(value))]));
    const { autoCreate: _, ...own } = this.model();
    refuse(scope, [
      ...checkRawSettings(this.raw),
      ...this.contradictions(Object.keys(this.typedEntries())),
      ...checkSettings({ ...own, autoCreate: { enabled: false, filters: [] } }, shape),
      ...checkNameFilters(own.consumerOffsetSync.filters, "group"),
      ...checkAclFilters(own.aclSync.filters),
    ]);
  }

  /** Adds the filters of a mirror set, read when the config is written. */
  public contribute(contribution: () => AutoCreateContribution | undefined): void {
    this.contributions.push(contribution);
  }

  /** The entries as they are written. */
  public entries(): Readonly<Record<string, string>> {
    const toggles: Entries = {
      "acl.sync.enable": "false",
      "auto.create.mirror.topics.enable": "false",
      "consumer.offset.sync.enable": "false",
    };
    return { ...toggles, ...this.rawEntries, ...this.typedEntries(), ...this.autoCreateEntries() };
  }

  /** The settings as rules see them. */
  public model(): LinkSettings {
    const { prefix, consumerGroupPrefix, consumerOffsetSync, aclSync, topicConfigSync } = this.settings;
    const { raw } = this;
    const autoCreate = this.autoCreate();
    const interval = (key: SettingKey, typed: number | undefined): Maybe<number> =>
      typed === undefined ? (rawNumber(raw, key) ?? defaultIntervalMs(key)) : known(typed);
    return {
      prefix: prefix === undefined ? raw.get("cluster.link.prefix") : known(prefix),
      consumerGroupPrefix:
        consumerGroupPrefix === undefined
          ? (rawBoolean(raw, "consumer.group.prefix.enable") ?? false)
          : knownBoolean(consumerGroupPrefix),
      autoCreate: autoCreate
        ? { enabled: knownBoolean(autoCreate.enabled), filters: nameFilterEntries(autoCreate.filters) }
        : {
            enabled: rawBoolean(raw, "auto.create.mirror.topics.enable") ?? false,
            filters: rawNameFilters(raw, "auto.create.mirror.topics.filters"),
          },
      consumerOffsetSync: {
        enabled: consumerOffsetSync
          ? knownBoolean(consumerOffsetSync.enabled ?? true)
          : (rawBoolean(raw, "consumer.offset.sync.enable") ?? false),
        intervalMs: interval("consumer.offset.sync.ms", consumerOffsetSync?.intervalMs),
        filters: consumerOffsetSync
          ? nameFilterEntries(consumerOffsetSync.groups)
          : rawNameFilters(raw, "consumer.offset.group.filters"),
      },
      aclSync: {
        enabled: aclSync ? knownBoolean(aclSync.enabled ?? true) : (rawBoolean(raw, "acl.sync.enable") ?? false),
        intervalMs: interval("acl.sync.ms", aclSync?.intervalMs),
        filters: aclSync ? aclFilterEntries(aclSync.filters) : rawAclFilters(raw, "acl.filters"),
      },
      topicConfigSync: {
        intervalMs: interval("topic.config.sync.ms", topicConfigSync?.intervalMs),
        include: this.includedTopicConfigs(),
      },
    };
  }

  /** What only the complete tree shows. */
  public check(): Finding[] {
    return this.contradictions(Object.keys(this.autoCreateEntries()));
  }

  private includedTopicConfigs(): Maybe<string>[] | undefined {
    const typed = this.settings.topicConfigSync?.include;
    if (typed) return knownEach<string>(typed);
    const raw = this.raw.get("topic.config.sync.include");
    if (raw === undefined) return undefined;
    return raw === UNKNOWN ? [UNKNOWN] : raw.split(",").map((name) => name.trim());
  }

  private contradictions(typed: readonly string[]): Finding[] {
    const twice = typed.filter((key) => this.raw.has(key));
    return twice.map((key) => rawContradictsTyped.finding(`rawConfig has ${key}, which a typed setting writes.`));
  }

  private typedEntries(): Entries {
    const { prefix, consumerGroupPrefix, consumerOffsetSync, aclSync, topicConfigSync, startOffset } = this.settings;
    const entries: Entries = {};
    if (prefix !== undefined) {
      entries["cluster.link.prefix"] = prefix;
      if (this.shape !== "bidirectional") entries["consumer.group.prefix.enable"] = text(consumerGroupPrefix ?? false);
    } else if (consumerGroupPrefix !== undefined) entries["consumer.group.prefix.enable"] = text(consumerGroupPrefix);
    if (consumerOffsetSync) {
      entries["consumer.offset.sync.enable"] = text(consumerOffsetSync.enabled ?? true);
      entries["consumer.offset.sync.ms"] = text(
        consumerOffsetSync.intervalMs ?? defaultIntervalMs("consumer.offset.sync.ms"),
      );
      entries["consumer.offset.group.filters"] = nameFilterText("groupFilters", consumerOffsetSync.groups);
    }
    if (aclSync) {
      entries["acl.sync.enable"] = text(aclSync.enabled ?? true);
      entries["acl.sync.ms"] = text(aclSync.intervalMs ?? defaultIntervalMs("acl.sync.ms"));
      entries["acl.filters"] = aclFilterText(aclSync.filters);
    }
    if (topicConfigSync) {
      entries["topic.config.sync.ms"] = text(topicConfigSync.intervalMs ?? defaultIntervalMs("topic.config.sync.ms"));
      if (topicConfigSync.include) entries["topic.config.sync.include"] = topicConfigSync.include.join(",");
    }
    if (startOffset) entries["mirror.start.offset.spec"] = startOffset.value;
    return entries;
  }

  private autoCreateEntries(): Entries {
    const autoCreate = this.autoCreate();
    if (!autoCreate) return {};
    return {
      "auto.create.mirror.topics.enable": text(autoCreate.enabled),
      "auto.create.mirror.topics.filters": nameFilterText("topicFilters", autoCreate.filters),
    };
  }

  private autoCreate(): AutoCreateContribution | undefined {
    const given = this.contributions.flatMap((contribution) => contribution() ?? []);
    if (given.length === 0) return undefined;
    const filters = new Map<string, TopicFilter>();
    for (const filter of given.flatMap((each) => each.filters)) {
      const key = `${filter.patternType} ${filter.filterType} ${filter.name}`;
      if (!filters.has(key)) filters.set(key, filter);
    }
    const unknown = given.find(({ enabled }) => typeof enabled !== "boolean");
    return {
      enabled: given.some(({ enabled }) => enabled === true) || (unknown?.enabled ?? false),
      filters: [...filters.values()],
    };
  }
}
