import { INTERNAL_TOPIC_PREFIX, describeFilter, type NameFilterEntry } from "../filter-matcher";
import { EVERY_NAME, FilterType, PatternType } from "../filters";
import { isKnown, type Maybe } from "../maybe";
import { quote, topicNameProblem } from "../names";
import type { AclFilterEntry } from "../topology";
import { Rule, type Finding } from "./rule";

export const wildcardInPrefix = new Rule("CL006", "error", {
  title: 'A PREFIXED filter with "*" in it',
  effect: 'It matches nothing: "*" is an ordinary character there, and no topic has it in its name.',
  allowed: 'A prefix without "*", or LITERAL "*" for every name.',
  fix: 'Remove the "*".',
  evidence: "inferred",
});

export const onlyExcludes = new Rule("CL007", "error", {
  title: "Only EXCLUDE filters",
  effect: "Nothing is chosen, because a name needs an INCLUDE to pass.",
  allowed: "At least one INCLUDE.",
  fix: "Add TopicFilter.all() or GroupFilter.all(), or what you want to include.",
  evidence: "inferred",
});

export const everyAcl = new Rule("CL027", "warning", {
  title: "ACL sync covers every ACL",
  effect: "ACLs that exist on the destination alone are deleted, those of its administrators among them.",
  allowed: "Filters that leave out what the destination manages itself.",
  fix: "Narrow the filter to the principals or resources that fail over.",
  evidence: "documentation",
});

export const illegalFilter = new Rule("CL056", "error", {
  title: "A filter that the server refuses or that cannot match",
  effect: "The link is refused at apply, or the entry matches nothing.",
  allowed:
    'A name of legal characters, or "*" with LITERAL; LITERAL or PREFIXED; INCLUDE or EXCLUDE; no entry twice; no name both included and excluded.',
  fix: "Correct the entry.",
  evidence: "inferred",
});

export const internalTopic = new Rule("CL036", "error", {
  title: "An internal topic as mirror topic",
  effect: "The mirror cannot be created: brokers keep topics that start with __ to themselves.",
  allowed: "Topics whose name does not start with __.",
  fix: "Remove it; consumer offsets are copied by consumerOffsetSync.",
  evidence: "documentation",
});

export const wildcardCatchesUnderscore = new Rule("CL037", "warning", {
  title: '"*" also mirrors topics that start with "_"',
  effect:
    "_schemas and the internals of Connect and ksqlDB are mirrored too, and collide with those of the destination.",
  allowed: 'TopicFilter.all() together with TopicFilter.excludePrefix("_").',
  fix: 'Add TopicFilter.excludePrefix("_"), or acknowledge this if those topics shall be mirrored.',
  evidence: "documentation",
});

const LONGEST_GROUP_NAME = 255;

function entryProblem(filter: NameFilterEntry, names: "topic" | "group"): string | undefined {
  if (!Object.values(PatternType).includes(filter.patternType)) {
    return `patternType ${quote(String(filter.patternType))} does not exist`;
  }
  if (!Object.values(FilterType).includes(filter.filterType)) {
    return `filterType ${quote(String(filter.filterType))} does not exist`;
  }
  if (!isKnown(filter.name)) return undefined;
  if (typeof filter.name !== "string") return "its name is no text";
  if (filter.name === EVERY_NAME || (filter.patternType === PatternType.PREFIXED && filter.name.includes(EVERY_NAME))) {
    return undefined;
  }
  if (names === "topic" && filter.patternType === PatternType.PREFIXED && /^\.\.?$/.test(filter.name)) return undefined;
  if (names === "topic") return topicNameProblem(filter.name);
  if (filter.name === "") return "its name is empty";
  if (/\p{Surrogate}/u.test(filter.name)) {
    return "its name has half of a character in it, which Terraform would replace";
  }
  return filter.name.length > LONGEST_GROUP_NAME
    ? `its name has ${filter.name.length} characters, ${LONGEST_GROUP_NAME} are allowed`
    : undefined;
}

function contradictions(filters: readonly NameFilterEntry[], names: "topic" | "group"): Finding[] {
  const seenBy = new Map<PatternType, Map<string, FilterType>>();
  const findings: Finding[] = [];
  for (const filter of filters) {
    if (!isKnown(filter.name)) continue;
    const seen = seenBy.get(filter.patternType) ?? new Map<string, FilterType>();
    seenBy.set(filter.patternType, seen);
    const earlier = seen.get(filter.name);
    if (earlier === filter.filterType) {
      findings.push(illegalFilter.finding(`The ${names} filter ${describeFilter(filter)} stands there twice.`));
    } else if (earlier) {
      findings.push(
        illegalFilter.finding(`${filter.patternType} ${quote(filter.name)} is both included and excluded.`),
      );
    } else seen.set(filter.name, filter.filterType);
  }
  return findings;
}

/** What is wrong with a list of filters by itself. An empty list is no mistake here. */
export function checkNameFilters(filters: readonly NameFilterEntry[], names: "topic" | "group"): Finding[] {
  const findings = filters.flatMap((filter) => {
    if (
      filter.patternType === PatternType.PREFIXED &&
      isKnown(filter.name) &&
      String(filter.name).includes(EVERY_NAME)
    ) {
      return [wildcardInPrefix.finding(`The ${names} filter is ${describeFilter(filter)}.`)];
    }
    const problem = entryProblem(filter, names);
    return problem ? [illegalFilter.finding(`The ${names} filter is ${describeFilter(filter)}: ${problem}.`)] : [];
  });
  if (filters.length > 0 && filters.every((filter) => filter.filterType === FilterType.EXCLUDE)) {
    findings.push(onlyExcludes.finding(`All ${filters.length} ${names} filter(s) are EXCLUDE.`));
  }
  return [...findings, ...contradictions(filters, names)];
}

/** Whether filters take in every topic and leave those with an underscore among them. */
export function checkWildcard(filters: readonly NameFilterEntry[]): Finding[] {
  const all = filters.some(
    (filter) =>
      filter.name === EVERY_NAME &&
      filter.patternType === PatternType.LITERAL &&
      filter.filterType === FilterType.INCLUDE,
  );
  const shielded = filters.some(
    (filter) =>
      filter.filterType === FilterType.EXCLUDE &&
      (!isKnown(filter.name) || (filter.patternType === PatternType.PREFIXED && filter.name === "_")),
  );
  return all && !shielded
    ? [wildcardCatchesUnderscore.finding(`The filters include "*" and do not exclude the prefix "_".`)]
    : [];
}

const RESOURCE_TYPES = ["any", "topic", "group", "cluster", "transactionalId", "delegationToken"];
const ACL_PATTERNS = ["any", "literal", "prefixed", "match"];
const PERMISSIONS = ["any", "allow", "deny"];

/** What is wrong with ACL filters, or risky in them. */
export function checkAclFilters(filters: readonly AclFilterEntry[]): Finding[] {
  return filters.flatMap(({ resourceFilter, accessFilter }) => {
    const findings: Finding[] = [];
    const wrong = (member: string, value: Maybe<string>, legal: readonly string[]): void => {
      if (isKnown(value) && !legal.includes(value)) {
        findings.push(
          illegalFilter.finding(`The ACL filter's ${member} is ${quote(value)}; legal are ${legal.join(", ")}.`),
        );
      }
    };
    wrong("resourceType", resourceFilter.resourceType, RESOURCE_TYPES);
    wrong("patternType", resourceFilter.patternType, ACL_PATTERNS);
    wrong("permissionType", accessFilter.permissionType, PERMISSIONS);
    if (accessFilter.operation === "") findings.push(illegalFilter.finding("The ACL filter's operation is empty."));
    const anyResource =
      resourceFilter.resourceType === "any" &&
      resourceFilter.patternType === "any" &&
      resourceFilter.name === undefined;
    const anyAccess =
      isKnown(accessFilter.operation) &&
      accessFilter.operation.toLowerCase() === "any" &&
      accessFilter.permissionType === "any" &&
      accessFilter.principal === undefined &&
      accessFilter.host === undefined;
    if (anyResource && anyAccess) findings.push(everyAcl.finding("An ACL filter matches every ACL."));
    return findings;
  });
}

/** Whether an explicit topic is one that no link mirrors. */
export function isInternalTopic(topic: string): boolean {
  return topic.startsWith(INTERNAL_TOPIC_PREFIX);
}
