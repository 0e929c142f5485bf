import { EVERY_NAME, FilterType, PatternType, type NameFilterAttributes } from "./filters";

/** Names of topics or groups that a right is for: one, those with a beginning, or (`*`, LITERAL) all. */
export interface NamePattern {
  readonly name: string;
  readonly patternType: PatternType;
}

/** Roles that a leg's principals are bound to. */
export type GrantedRole = "CloudClusterAdmin" | "DeveloperManage" | "DeveloperRead";

/** Operations that ACLs allow a leg's principals. Others come with them: DESCRIBE with READ, ALTER and DELETE. */
export type GrantedOperation =
  "ALTER" | "ALTER_CONFIGS" | "CREATE" | "DELETE" | "DESCRIBE" | "DESCRIBE_CONFIGS" | "READ";

/** What a right is for: the cluster itself, or topics or groups on it. */
export type GrantedResource = { readonly type: "cluster" } | ({ readonly type: "topic" | "group" } & NamePattern);

/** One right of a principal: a role binding or an ACL. */
export type Grant =
  | { readonly role: GrantedRole; readonly on: GrantedResource }
  | { readonly operation: GrantedOperation; readonly on: GrantedResource };

/** Whether rights are role bindings or ACLs. */
export type GrantForm = "roles" | "acls";

/** What the principal on a leg's source has to be able to do. */
export interface SourceNeeds {
  /** Who opens the connection. A principal of a source that dials logs in on both clusters. */
  readonly initiator: "source" | "destination";
  /** Topics that are mirrored, by their names on the source. */
  readonly topics: readonly NamePattern[];
  /** Consumer groups whose offsets are copied. */
  readonly groups: readonly NamePattern[];
  /** Whether ACLs are copied. */
  readonly aclSync: boolean;
}

/** What the principal on a leg's destination has to be able to do. */
export interface DestinationNeeds {
  /** Mirror topics that are created with its key, by their names on the destination. */
  readonly created: readonly NamePattern[];
  /** Mirror topics that are promoted and failed over with its key, whoever created them. */
  readonly failedOver: readonly NamePattern[];
  /** Whether it deletes what it created. */
  readonly deletes: boolean;
}

const CLUSTER = { type: "cluster" } as const;
const ADMIN: readonly Grant[] = [{ role: "CloudClusterAdmin", on: CLUSTER }];

const acl = (operation: GrantedOperation, on: GrantedResource = CLUSTER): Grant => ({ operation, on });
const topic = (pattern: NamePattern): GrantedResource => ({ type: "topic", ...pattern });
const group = (pattern: NamePattern): GrantedResource => ({ type: "group", ...pattern });

/** Whether every name of one pattern is one of the other's. */
export function coversPattern(wide: NamePattern, narrow: NamePattern): boolean {
  if (wide.patternType === PatternType.PREFIXED) {
    return narrow.name.startsWith(wide.name) && !isEvery(narrow);
  }
  return isEvery(wide) || (wide.name === narrow.name && narrow.patternType === PatternType.LITERAL);
}

function isEvery({ name, patternType }: NamePattern): boolean {
  return name === EVERY_NAME && patternType === PatternType.LITERAL;
}

/** Answers whether one of these patterns covers another one. */
export function coverage(patterns: readonly NamePattern[]): (narrow: NamePattern) => boolean {
  const literals = new Set(patterns.filter((pattern) => !isWide(pattern)).map(({ name }) => name));
  const wide = patterns.filter(isWide);
  return (narrow) => (!isWide(narrow) && literals.has(narrow.name)) || wide.some((each) => coversPattern(each, narrow));
}

function isWide(pattern: NamePattern): boolean {
  return pattern.patternType === PatternType.PREFIXED || isEvery(pattern);
}

/** The fewest patterns for everything that these filters include. What they exclude is not taken away: no right can. */
export function patternsOf(filters: readonly NameFilterAttributes[]): NamePattern[] {
  const included = filters
    .filter(({ filterType }) => (filterType as FilterType) === FilterType.INCLUDE)
    .map(({ name, patternType }): NamePattern => ({ name, patternType: patternType as PatternType }));
  const wide = included.filter(isWide);
  const seen = new Set<string>();
  return included.filter((pattern) => {
    const key = `${pattern.patternType} ${pattern.name}`;
    const repeated = seen.has(key);
    seen.add(key);
    const covered = wide.some((other) => coversPattern(other, pattern) && !coversPattern(pattern, other));
    return !repeated && !covered;
  });
}

/** The names that a pattern's topics have on the destination of a link with this prefix. */
export function mirrorPattern(pattern: NamePattern, prefix: string): NamePattern {
  if (prefix === "") return pattern;
  return isEvery(pattern)
    ? { name: prefix, patternType: PatternType.PREFIXED }
    : { ...pattern, name: prefix + pattern.name };
}

/**
 * Rights of the principal on the source: whose key a source that dials uses for everything there, or with which the destination logs in.
 *
 * Those of a source that dials cannot be narrowed by roles, nor can those of a link that copies ACLs.
 */
export function sourceGrants(form: GrantForm, { initiator, topics, groups, aclSync }: SourceNeeds): readonly Grant[] {
  const dials = initiator === "source";
  if (form === "roles") {
    if (dials || aclSync) return ADMIN;
    return [
      ...topics.flatMap((pattern): Grant[] => [
        { role: "DeveloperRead", on: topic(pattern) },
        { role: "DeveloperManage", on: topic(pattern) },
      ]),
      ...groups.map((pattern): Grant => ({ role: "DeveloperRead", on: group(pattern) })),
    ];
  }
  return [
    ...(dials ? [acl("ALTER")] : aclSync ? [acl("DESCRIBE")] : []),
    ...topics.flatMap((pattern) => [acl("READ", topic(pattern)), acl("DESCRIBE_CONFIGS", topic(pattern))]),
    ...groups.map((pattern) => acl("DESCRIBE", group(pattern))),
  ];
}

/** Rights of the principal on the destination: whose key creates the receiving half or the link, and mirror topics. */
export function destinationGrants(form: GrantForm, needs: DestinationNeeds): readonly Grant[] {
  if (form === "roles") return ADMIN;
  const { created, failedOver, deletes } = needs;
  return [
    acl("ALTER"),
    ...(created.length > 0 ? [acl("ALTER_CONFIGS")] : []),
    ...created.flatMap((pattern) => [
      acl("CREATE", topic(pattern)),
      ...(deletes ? [acl("DELETE", topic(pattern))] : []),
    ]),
    ...failedOver.map((pattern) => acl("ALTER", topic(pattern))),
  ];
}

/** Rights of a principal with which the source logs in on the destination, and that does nothing else there. */
export function dialGrants(form: GrantForm): readonly Grant[] {
  return form === "roles" ? ADMIN : [acl("ALTER")];
}
