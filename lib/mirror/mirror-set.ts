import { TerraformLocal, TerraformStack, Token, type IResolvable } from "cdktf";
import { Construct } from "constructs";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { KafkaTopic } from "@cdktf/provider-confluent/lib/kafka-topic";
import { AppModel } from "../core/app-model";
import { blockNamePart, constructId } from "../core/block-name";
import { nameFilterEntries } from "../core/filter-text";
import { isToken, known } from "../core/known";
import { needsTerraform } from "../core/terraform-floor";
import { either, flag, having, list as listOf, requireKind, requireProps, shape, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { AutoCreateContribution } from "../link/link-config";
import type { IClusterLink, LinkDirection, MirrorClaimant } from "../link/link-direction";
import { anyLink, nameFilters } from "../link/link-shape";
import type { MirrorAddresses } from "../model/document";
import { TopicFilter } from "../model/filters";
import { UNKNOWN } from "../model/maybe";
import { quote } from "../model/names";
import { checkNameFilters, onlyExcludes } from "../model/rules/filters";
import {
  addressClash,
  checkTopic,
  claimedTwice,
  count,
  followsTokens,
  illegalTopic,
  mirrorNameNotPrefixed,
  setOutsideLinkStack,
  statusOnNewMirror,
  unknownMirror,
} from "../model/rules/mirrors";
import { keptTopicUnknown } from "../model/rules/kept";
import type { Finding } from "../model/rules/rule";
import type { MirrorClaim } from "../model/topology";
import { checkMirrorAddresses } from "./address-check";
import { Keeping, keepsPromoted } from "./keeping";
import { KeptBlocks } from "./kept-blocks";
import { addressOf, Handover, KEPT_TOPIC_TYPE, keptTopicConfig, unlisted } from "./kept-topic";
import {
  becomesWritable,
  MIRROR_TOPIC_TYPE,
  mirrorTopicConfig,
  sharedParts,
  waitForLink,
  type MirrorProps,
} from "./mirror-block";
import { MovedBlock } from "./moved-block";
import { MirrorBlocks, type MirrorEntry, type MirrorOverride } from "./mirror-blocks";

/** The topic of a mirror topic that stands for each of a list. */
const EACH_TOPIC = "${each.key}";

/** Filters that can be switched off without losing their text. */
export interface AutoCreate {
  /** Whether the link creates mirror topics; the filters stay in it either way. @default true */
  readonly enabled?: boolean | IResolvable;
  /** Which topics, by their names on the source. */
  readonly filters: readonly TopicFilter[];
}

/** Which topics a link mirrors. */
export type MirrorSetProps = MirrorProps & {
  /** The link; for a bidirectional one `link.into(cluster)`. CL041 for a link of another stack. */
  readonly link: IClusterLink;
  /**
   * Topics to mirror, by their names on the source, or a list that only Terraform knows. CL036 and CL071 for names that cannot be mirrored.
   *
   * @default - none but those of `follows` and `autoCreate`
   */
  readonly topics?: readonly string[];
  /**
   * Filters of topics that the link mirrors by itself. They are written into the link's config, together with those of its other sets.
   *
   * @default - the link creates no mirror topics by itself
   */
  readonly autoCreate?: readonly TopicFilter[] | AutoCreate;
  /**
   * The set of the leg before this one, whose topics and filters are taken over.
   *
   * They have the names that they have on this link's source. The stack of this set is deployed after that one; no reference joins
   * them. CL045 for a set whose topics only Terraform knows, CL046 for one that ends elsewhere.
   *
   * @default - only what `topics` and `autoCreate` name
   */
  readonly follows?: MirrorSet;
  /**
   * Topics that were promoted or failed over and are live on the destination now, by their names on the source; `true` for all of the set.
   *
   * Terraform forgets their mirror topics without a call, imports each as `confluent_kafka_topic`, and refuses to destroy it. The run that
   * imports needs `IMPORT_KAFKA_REST_ENDPOINT`, `IMPORT_KAFKA_API_KEY` and `IMPORT_KAFKA_API_SECRET` of the destination, or the provider's
   * `kafka_*` values. CL079 for a topic that the set does not name, CL080 where nothing fails over; CL082 when a topic is
   * no longer kept. Needs Terraform 1.7.
   *
   * @default - every topic of the set is a mirror topic
   */
  readonly keepPromoted?: boolean | readonly string[];
};

/** One mirror topic of a set, for use elsewhere in the stack. */
export interface MirrorReference {
  /** Address in Terraform, like `confluent_kafka_mirror_topic.mirrors_orders`; of a topic that is kept, like `confluent_kafka_topic.mirrors_orders`. */
  readonly address: string;
  /** The address as a token, for expressions and `dependsOn`. */
  readonly fqn: string;
  /** Name of the mirror topic on the destination. */
  readonly name: string;
}

/**
 * Mirror topics of a link: one `confluent_kafka_mirror_topic` block for each named topic, and filters for topics to come.
 *
 * Errors: CL006, CL007, CL018, CL023, CL025, CL036, CL040, CL041, CL045, CL046, CL056, CL057, CL058, CL059, CL060, CL071, CL072, CL075,
 * CL079, CL080, CL082.
 * Warnings: CL024, CL037.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export class MirrorSet extends Construct implements MirrorClaimant {
  /** The link that carries the mirror topics. */
  public readonly link: IClusterLink;
  private readonly direction: LinkDirection;
  private readonly blockPrefix: string;
  private readonly own = new Map<string, string>();
  private readonly blockNames = new Map<string, string>();
  private merged: ReadonlyMap<string, string> = new Map();
  private mergedFrom = 0;
  private readonly overrides: MirrorOverride[] = [];
  private readonly autoCreateProp: AutoCreate | undefined;
  private readonly listed: readonly string[] | undefined;
  private readonly each: KafkaMirrorTopic | KafkaTopic | undefined;
  private readonly keeping: Keeping;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: MirrorSetProps,
  ) {
    super(scope, id);
    requireProps(
      this,
      props,
      {
        link: anyLink,
        topics: listOf(text),
        autoCreate: either(
          nameFilters,
          shape("an object with filters", { enabled: flag, filters: nameFilters }, ["filters"]),
        ),
        follows: having("a MirrorSet", "filtersOnDestination"),
        failover: having("a Failover", "add"),
        keepPromoted: either(flag, listOf(text, { orToken: false })),
        preventDestroy: flag,
        ignoreEndpointChanges: flag,
      },
      ["link"],
    );
    this.link = props.link;
    this.direction = props.link.direction;
    const stack = TerraformStack.of(this);
    this.blockPrefix = stack.getLogicalId(this.node);
    if (this.direction.stack !== stack) {
      refuse(this, [
        setOutsideLinkStack.finding(
          `The set is in stack ${stack.node.path}, its link in ${this.direction.stack.node.path}.`,
        ),
      ]);
    }
    this.autoCreateProp = isFilterList(props.autoCreate)
      ? props.autoCreate.length > 0
        ? { filters: props.autoCreate }
        : undefined
      : props.autoCreate;
    const ownFilters = checkNameFilters(nameFilterEntries(this.autoCreateProp?.filters ?? []), "topic");
    refuse(this, props.follows ? ownFilters.filter(({ rule }) => rule !== onlyExcludes) : ownFilters);
    this.takeOver(props.follows, stack);
    sharedParts(this, this.direction, props);
    const { topics = [], failover } = props;
    this.keeping = new Keeping(props.keepPromoted);
    if (this.keeping.any) keepsPromoted(this, props);
    if (isToken(topics)) {
      this.listed = topics;
      this.each = this.createForEach(topics);
    } else {
      for (const topic of topics) this.add(topic);
      failover?.add({ topics: () => this.topics });
      this.createBlocks();
    }
    this.direction.addClaimant(this);
    const app = AppModel.of(this);
    app.usesProvider(this, props.provider);
    app.addStackCheck(this, "mirror topic addresses", checkMirrorAddresses);
    app.addCheck(this, () => this.checkKept());
  }

  /** Adds a topic, by its name on the source. Throws like the constructor, and CL057 for a topic that the set has. */
  public addTopic(topic: string): MirrorReference {
    requireKind(this, "the topic", topic, text);
    if (this.listed) {
      refuse(this, [illegalTopic.finding(`${quote(topic)} is added to a list that only Terraform knows.`)]);
    }
    this.add(topic);
    AppModel.of(this).changed();
    return this.mirror(topic);
  }

  /** One mirror topic of the set, by its name on the source. Throws CL075 for a topic that the set does not name. */
  public mirror(topic: string): MirrorReference {
    requireKind(this, "the topic", topic, text);
    const name = this.mirrorName(topic) ?? topic;
    if (this.each) {
      const address = `${addressOf(this.each)}[${JSON.stringify(topic)}]`;
      return { address, fqn: Token.asString(`\${${address}}`), name };
    }
    const blockName = this.own.get(topic) ?? this.allTopics().get(topic);
    if (blockName === undefined) refuse(this, [unknownMirror.finding(`The topic is ${quote(topic)}.`)]);
    const address = `${this.keeping.has(topic) ? KEPT_TOPIC_TYPE : MIRROR_TOPIC_TYPE}.${String(blockName)}`;
    return { address, fqn: `\${${address}}`, name };
  }

  /**
   * Takes over a mirror topic that had another address, for example a MirrorTopic's.
   *
   * Terraform moves it, and nothing is created or destroyed. Throws CL075 for a topic that the set does not name.
   */
  public moveFrom(topic: string, address: string): void {
    this.mirror(topic);
    const blockName = (): string => this.mirror(topic).address.replace(/^[^.]+/, MIRROR_TOPIC_TYPE);
    new MovedBlock(this, `moved-${constructId(topic)}`, address, blockName);
  }

  /**
   * Sets an attribute that no prop covers, in the block of one topic or of all of them.
   *
   * The path is written with dots, like `lifecycle.ignore_changes`; `undefined` as value removes the attribute. A topic that is kept has no
   * mirror topic any more: overrides leave it alone.
   *
   * Throws CL023 for a mirror topic's name, CL025 for a status, CL075 for a topic that the set does not name.
   */
  public override(topic: string | undefined, path: string, value: unknown): void {
    if (topic !== undefined && !this.each) this.mirror(topic);
    if (path === "mirror_topic_name" && !isToken(value) && (topic === undefined || value !== this.mirror(topic).name)) {
      refuse(this, [
        mirrorNameNotPrefixed.finding(
          `mirror_topic_name of ${topic === undefined ? "every topic" : quote(topic)} is set to ${quote(String(value))}.`,
        ),
      ]);
    }
    if (path === "status" && typeof value === "string" && !isToken(value)) {
      refuse(this, [statusOnNewMirror.finding(`status is set to ${quote(value)} by an override.`)]);
    }
    if (this.each) {
      if (topic !== undefined) {
        refuse(this, [
          unknownMirror.finding(`${quote(topic)} belongs to a list that only Terraform knows; override all of it.`),
        ]);
      }
      this.each.addOverride(path, value);
    } else this.overrides.push({ topic, path: path.split("."), value });
  }

  /** Topics of the set, kept ones too, by their names on the source. Empty for a list that only Terraform knows. */
  public get topics(): readonly string[] {
    return [...this.allTopics().keys()];
  }

  /** @internal */
  public claim(): MirrorClaim {
    return {
      path: this.node.path,
      stack: TerraformStack.of(this).node.path,
      topics: [...this.mirrored().keys()],
      topicsUnknown: this.listed !== undefined,
      kept: [...this.kept().keys()],
      autoCreate: nameFilterEntries(this.filters()?.filters ?? []),
      failover: becomesWritable(this.props),
      follows: this.props.follows?.node.path,
    };
  }

  /** @internal */
  public addresses(): MirrorAddresses {
    return {
      addresses: [...this.mirrored().values()].map((blockName) => `${MIRROR_TOPIC_TYPE}.${blockName}`),
      kept: [...this.kept().values()].map((blockName) => `${KEPT_TOPIC_TYPE}.${blockName}`),
      ...(this.each && unlisted(this.each)),
    };
  }

  /** @internal */
  public autoCreate(): AutoCreateContribution | undefined {
    const filters = this.filters();
    return filters && { enabled: filters.enabled ?? true, filters: filters.filters };
  }

  private filters(): AutoCreate | undefined {
    const followed = this.props.follows?.filtersOnDestination();
    const { autoCreateProp } = this;
    if (!followed || !autoCreateProp) return autoCreateProp ?? followed;
    return {
      enabled: autoCreateProp.enabled ?? followed.enabled,
      filters: [...followed.filters, ...autoCreateProp.filters],
    };
  }

  private filtersOnDestination(): AutoCreate | undefined {
    const filters = this.filters();
    const { prefix } = this.direction;
    if (!filters || prefix === undefined) return filters;
    return {
      ...filters,
      filters: filters.filters.map((filter) =>
        filter.name === "*"
          ? TopicFilter.of({ ...filter, name: prefix, patternType: "PREFIXED" })
          : TopicFilter.of({ ...filter, name: prefix + filter.name }),
      ),
    };
  }

  private takeOver(follows: MirrorSet | undefined, stack: TerraformStack): void {
    if (!follows) return;
    if (follows.listed || isToken(follows.direction.prefix)) {
      refuse(this, [
        followsTokens.finding(
          `${follows.node.path} has ${follows.listed ? "a list of topics" : "a prefix"} that only Terraform knows.`,
        ),
      ]);
    }
    const before = TerraformStack.of(follows);
    if (before !== stack) stack.addDependency(before);
  }

  private add(topic: string): void {
    if (isToken(topic)) refuse(this, [illegalTopic.finding(`A topic in the list is only known to Terraform.`)]);
    if (this.own.has(topic)) {
      refuse(this, [claimedTwice.finding(`The topic ${quote(topic)} is claimed by ${this.node.path} twice.`)]);
    }
    const { prefix } = this.direction;
    refuse(this, checkTopic(topic, prefix === undefined ? undefined : known(prefix)));
    this.own.set(topic, this.nameBlock(topic));
  }

  private nameBlock(topic: string): string {
    const blockName = `${this.blockPrefix}_${blockNamePart(topic)}`;
    const earlier = this.blockNames.get(blockName);
    if (earlier !== undefined && earlier !== topic) {
      refuse(this, [
        addressClash.finding(
          `The topics ${quote(earlier)} and ${quote(topic)} both make the address ${MIRROR_TOPIC_TYPE}.${blockName}.`,
        ),
      ]);
    }
    this.blockNames.set(blockName, topic);
    return blockName;
  }

  /** Block names by source topic: those that are followed, then the set's own. */
  private allTopics(): ReadonlyMap<string, string> {
    const { follows } = this.props;
    if (!follows) return this.own;
    const followed = follows.allTopics();
    // Topics are only ever added.
    const size = followed.size + this.own.size;
    if (this.mergedFrom === size) return this.merged;
    const prefix = follows.direction.prefix ?? "";
    const all = new Map<string, string>();
    for (const topic of followed.keys()) all.set(prefix + topic, this.nameBlock(prefix + topic));
    for (const [topic, blockName] of this.own) all.set(topic, blockName);
    this.merged = all;
    this.mergedFrom = size;
    return all;
  }

  private mirrored(): ReadonlyMap<string, string> {
    return this.keeping.mirrored(this.allTopics());
  }

  private kept(): ReadonlyMap<string, string> {
    return this.keeping.kept(this.allTopics());
  }

  private *entries(): Generator<MirrorEntry> {
    const upstream = AppModel.of(this).mirrorsBefore(this.direction.path);
    for (const [topic, blockName] of this.mirrored()) yield { topic, blockName, after: upstream.of(topic) };
  }

  private checkKept(): Finding[] {
    const strangers = this.keeping.strangers(this.allTopics());
    if (strangers.length === 0) return [];
    const where = this.listed ? "of a list that only Terraform knows, if of any" : "not in the set";
    return [keptTopicUnknown.finding(`${count(strangers)} ${where}.`)];
  }

  private createBlocks(): void {
    new MirrorBlocks(this, "Default", {
      shared: () => sharedParts(this, this.direction, this.props),
      entries: () => this.entries(),
      blockNames: () => this.mirrored().values(),
      prefix: this.direction.prefix,
      provider: this.props.provider?.fqn,
      overrides: () => this.overrides,
      path: this.node.path,
    });
    if (!this.keeping.any) return;
    new KeptBlocks(this, "kept", {
      parts: () => sharedParts(this, this.direction, this.props),
      entries: () => this.kept(),
      prefix: this.direction.prefix,
      provider: this.props.provider?.fqn,
      path: this.node.path,
    });
  }

  private mirrorName(topic: string): string | undefined {
    const { prefix } = this.direction;
    return prefix === undefined ? undefined : prefix + topic;
  }

  private createForEach(topics: readonly string[]): KafkaMirrorTopic | KafkaTopic {
    needsTerraform(this, "preconditions");
    const list = new TerraformLocal(
      this,
      "topics",
      `\${{ for topic in distinct(${Token.asString(topics)}) : topic => topic }}`,
    );
    this.props.failover?.add({ topics: () => [], listed: `keys(local.${list.friendlyUniqueId})` });
    return this.keeping.all ? this.createKeptForEach(list) : this.createMirrorForEach(list);
  }

  private createKeptForEach(list: TerraformLocal): KafkaTopic {
    const parts = sharedParts(this, this.direction, this.props);
    const name = this.mirrorName(EACH_TOPIC) ?? EACH_TOPIC;
    const each = new KafkaTopic(this, "Default", keptTopicConfig(parts, name, this.props.provider));
    each.addOverride("for_each", list.fqn);
    new Handover(this, "kept", {
      from: `${MIRROR_TOPIC_TYPE}.${each.friendlyUniqueId}`,
      to: addressOf(each),
      importId: `${parts.clusterId}/${name}`,
      forEach: list.fqn,
    });
    return each;
  }

  private createMirrorForEach(list: TerraformLocal): KafkaMirrorTopic {
    const each = new KafkaMirrorTopic(
      this,
      "Default",
      mirrorTopicConfig(
        sharedParts(this, this.direction, this.props),
        EACH_TOPIC,
        this.mirrorName(EACH_TOPIC),
        this.props,
        "each.key",
      ),
    );
    waitForLink(each, this.direction, UNKNOWN);
    each.addOverride("for_each", list.fqn);
    const narrowed = this.props.failover?.precondition();
    each.addOverride("lifecycle.precondition", [
      ...(narrowed ? [narrowed] : []),
      {
        condition: '${can(regex("^[A-Za-z0-9._-]{1,249}$", each.key)) && !can(regex("^(__|[.]{1,2}$)", each.key))}',
        error_message: `${illegalTopic.id}: \${each.key} is no topic that can be mirrored. Allowed: ${illegalTopic.allowed.replaceAll('"', "'")} Not __ at its beginning.`,
      },
    ]);
    return each;
  }
}

function isFilterList(value: MirrorSetProps["autoCreate"]): value is readonly TopicFilter[] {
  return Array.isArray(value);
}
