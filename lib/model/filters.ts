/**
 * How a filter compares names. There are no regular expressions and no globs.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export enum PatternType {
  /** The exact name; `*` alone stands for every name. */
  LITERAL = "LITERAL",
  /** Every name that starts with the text. */
  PREFIXED = "PREFIXED",
}

/**
 * What happens to a name that matches. EXCLUDE wins over INCLUDE, in any order.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export enum FilterType {
  /** Chosen, unless an EXCLUDE matches too. */
  INCLUDE = "INCLUDE",
  /** Not chosen. */
  EXCLUDE = "EXCLUDE",
}

/**
 * The members of one entry of a topic or group filter document.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export interface NameFilterAttributes {
  /** Name, or the beginning of names; it may be a token. */
  readonly name: string;
  /** How names are compared with it. */
  readonly patternType: `${PatternType}`;
  /** What happens to a name that matches. */
  readonly filterType: `${FilterType}`;
}

/** The only wildcard, legal with LITERAL alone. */
export const EVERY_NAME = "*";

/** What is given, or an object without members: a filter is judged where it is used, and where its place is known. */
const members = <T extends object>(given: T): T => Object(given) as T;

abstract class NameFilter implements NameFilterAttributes {
  public readonly name: string;
  public readonly patternType: PatternType;
  public readonly filterType: FilterType;

  protected constructor(attributes: NameFilterAttributes) {
    const { name, patternType, filterType } = members(attributes);
    this.name = name;
    this.patternType = patternType as PatternType;
    this.filterType = filterType as FilterType;
    Object.freeze(this);
  }
}

const { LITERAL, PREFIXED } = PatternType;
const { INCLUDE, EXCLUDE } = FilterType;

/**
 * Chooses which source topics a link mirrors by itself (`auto.create.mirror.topics.filters`). Names are those on the source.
 *
 * Errors where it is used: CL006, CL007, CL056. Warning: CL037.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export class TopicFilter extends NameFilter {
  declare private readonly kind: "topic";

  /** Every topic, present and future, except internal ones. */
  public static all(): TopicFilter {
    return TopicFilter.of({ name: EVERY_NAME, patternType: LITERAL, filterType: INCLUDE });
  }

  /** The topic of exactly this name. */
  public static include(name: string): TopicFilter {
    return TopicFilter.of({ name, patternType: LITERAL, filterType: INCLUDE });
  }

  /** Every topic whose name starts with this text. */
  public static includePrefix(prefix: string): TopicFilter {
    return TopicFilter.of({ name: prefix, patternType: PREFIXED, filterType: INCLUDE });
  }

  /** Never the topic of exactly this name. */
  public static exclude(name: string): TopicFilter {
    return TopicFilter.of({ name, patternType: LITERAL, filterType: EXCLUDE });
  }

  /** Never a topic whose name starts with this text. */
  public static excludePrefix(prefix: string): TopicFilter {
    return TopicFilter.of({ name: prefix, patternType: PREFIXED, filterType: EXCLUDE });
  }

  /** An entry as the filter document has it. */
  public static of(attributes: NameFilterAttributes): TopicFilter {
    return new TopicFilter(attributes);
  }
}

/**
 * Chooses whose committed offsets a link copies (`consumer.offset.group.filters`). Names are those on the source.
 *
 * Errors where it is used: CL006, CL007, CL056.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export class GroupFilter extends NameFilter {
  declare private readonly kind: "group";

  /** Every consumer group, present and future. */
  public static all(): GroupFilter {
    return GroupFilter.of({ name: EVERY_NAME, patternType: LITERAL, filterType: INCLUDE });
  }

  /** The group of exactly this name. */
  public static include(name: string): GroupFilter {
    return GroupFilter.of({ name, patternType: LITERAL, filterType: INCLUDE });
  }

  /** Every group whose name starts with this text. */
  public static includePrefix(prefix: string): GroupFilter {
    return GroupFilter.of({ name: prefix, patternType: PREFIXED, filterType: INCLUDE });
  }

  /** Never the group of exactly this name. */
  public static exclude(name: string): GroupFilter {
    return GroupFilter.of({ name, patternType: LITERAL, filterType: EXCLUDE });
  }

  /** Never a group whose name starts with this text. */
  public static excludePrefix(prefix: string): GroupFilter {
    return GroupFilter.of({ name: prefix, patternType: PREFIXED, filterType: EXCLUDE });
  }

  /** An entry as the filter document has it. */
  public static of(attributes: NameFilterAttributes): GroupFilter {
    return new GroupFilter(attributes);
  }
}

/** What an ACL is about. */
export interface AclResourceFilter {
  readonly resourceType: "any" | "topic" | "group" | "cluster" | "transactionalId" | "delegationToken";
  readonly patternType: "any" | "literal" | "prefixed" | "match";
  /** @default - every name */
  readonly name?: string;
}

/** Whom an ACL allows or denies what. */
export interface AclAccessFilter {
  /** @default - every principal */
  readonly principal?: string;
  /** @default - every host */
  readonly host?: string;
  readonly operation: string;
  readonly permissionType: "any" | "allow" | "deny";
}

/**
 * The members of one entry of an ACL filter document.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/security-cloud.html
 */
export interface AclFilterAttributes {
  /** What the ACL is about. */
  readonly resourceFilter: AclResourceFilter;
  /** Whom it allows or denies what. */
  readonly accessFilter: AclAccessFilter;
}

/**
 * Chooses which ACLs a link copies (`acl.filters`).
 *
 * The sync owns what it covers: an ACL on the destination that matches and does not exist on the source is deleted.
 *
 * Errors where it is used: CL056. Warning: CL027.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export class AclFilter implements AclFilterAttributes {
  public readonly resourceFilter: AclResourceFilter;
  public readonly accessFilter: AclAccessFilter;

  private constructor(attributes: AclFilterAttributes) {
    const { resourceFilter, accessFilter } = members(attributes);
    this.resourceFilter = Object.freeze({ ...resourceFilter });
    this.accessFilter = Object.freeze({ ...accessFilter });
    Object.freeze(this);
  }

  /** Every ACL of the source. */
  public static all(): AclFilter {
    return AclFilter.of({
      resourceFilter: { resourceType: "any", patternType: "any" },
      accessFilter: { operation: "any", permissionType: "any" },
    });
  }

  /** An entry as the filter document has it. */
  public static of(attributes: AclFilterAttributes): AclFilter {
    return new AclFilter(attributes);
  }
}
