import { describeFilter } from "../model/filter-matcher";
import type { FilterType, NameFilterAttributes, PatternType } from "../model/filters";
import { UNKNOWN } from "../model/maybe";
import { quote } from "../model/names";
import type { DocumentFilter } from "../model/document";
import type { LinkShape } from "../model/topology";
import type { Shown, ShownCluster, ShownFeature, ShownLink } from "./shown-link";

/** What a link shall be. What is left out may be anything. */
export interface LinkFacts {
  /** Name of the link, the same on both clusters. @default - any name */
  readonly linkName?: string;
  /** Who opens the connection: the source, the destination, or either. @default - anybody */
  readonly shape?: LinkShape;
  /** Name or id of the cluster that has the original topics. A stack's JSON has ids alone. @default - any cluster */
  readonly source?: string;
  /** Name or id of the cluster that gets the mirror topics. @default - any cluster */
  readonly destination?: string;
  /** Text before the names of mirror topics; `false` for none. @default - any text, or none */
  readonly prefix?: string | false;
  /** Whether consumer offsets are copied, or the filters of the groups whose are, in any order. @default - either */
  readonly offsetSync?: boolean | readonly NameFilterAttributes[];
  /** Whether the link mirrors topics by itself, or its filters, in any order. @default - either */
  readonly autoCreate?: boolean | readonly NameFilterAttributes[];
  /** Whether ACLs are copied. @default - either */
  readonly aclSync?: boolean;
  /** Topics that mirror topics name, by their names on the source: these, and maybe more. @default - any, or none */
  readonly topics?: readonly string[];
}

type Fact = keyof LinkFacts;

/** How one fact is compared: what differs, if anything does. */
type Compare<F extends Fact> = (link: ShownLink, expected: NonNullable<LinkFacts[F]>) => string | undefined;

const TERRAFORM_ONLY = "known to Terraform only";

const FACTS: { readonly [F in Fact]: Compare<F> } = {
  linkName: ({ linkName }, expected) => (linkName === expected ? undefined : text(linkName)),
  shape: ({ shape }, expected) => (shape === expected ? undefined : quote(shape)),
  source: ({ source }, expected) => (isCluster(source, expected) ? undefined : describeCluster(source)),
  destination: ({ destination }, expected) =>
    isCluster(destination, expected) ? undefined : describeCluster(destination),
  prefix: ({ prefix }, expected) =>
    (expected === false ? prefix === undefined : prefix === expected)
      ? undefined
      : prefix === undefined
        ? "none"
        : text(prefix),
  offsetSync: ({ offsetSync }, expected) => compareFeature(offsetSync, expected),
  autoCreate: ({ autoCreate }, expected) => compareFeature(autoCreate, expected),
  aclSync: ({ aclSync }, expected) => (aclSync.enabled === expected ? undefined : onOrOff(aclSync.enabled)),
  topics: (link, expected) => {
    const missing = expected.filter((topic) => !link.topics.includes(topic));
    return missing.length === 0 ? undefined : `without ${missing.map(quote).join(", ")}`;
  },
};

/** What of a link is otherwise than expected, a line for each fact. */
export function differences(link: ShownLink, expected: LinkFacts): string[] {
  return factsOf(expected).flatMap((fact) => {
    const difference = (FACTS[fact] as Compare<Fact>)(link, expected[fact] as never);
    return difference === undefined ? [] : [`${fact} is ${difference}`];
  });
}

/** The facts that are asked for. Throws for a member that is no fact, so that a slip does not pass. */
export function factsOf(expected: LinkFacts): Fact[] {
  const given = Object.entries(expected).filter(([, value]) => value !== undefined);
  const unknown = given.find(([name]) => !Object.hasOwn(FACTS, name));
  if (unknown) {
    throw new TypeError(`${quote(unknown[0])} is no fact of a link. Facts are ${Object.keys(FACTS).join(", ")}.`);
  }
  return given.map(([name]) => name as Fact);
}

/** What is asked for, in one line. */
export function describeFacts(expected: LinkFacts): string {
  const facts = factsOf(expected).map((fact) => {
    const value = expected[fact];
    const isFilters = (fact === "offsetSync" || fact === "autoCreate") && Array.isArray(value);
    return `${fact} ${isFilters ? `[${(value as NameFilterAttributes[]).map(describeFilter).join(", ")}]` : JSON.stringify(value)}`;
  });
  return facts.length > 0 ? facts.join(", ") : "anything";
}

const SHOWN_TOPICS = 20;

/** A link in two lines. */
export function describeLink(link: ShownLink): string[] {
  const { linkName, shape, source, destination, prefix, topics, moreTopics } = link;
  const shown = topics.slice(0, SHOWN_TOPICS).map(quote);
  if (topics.length > shown.length) shown.push(`${topics.length - shown.length} more`);
  if (moreTopics) shown.push(`those that are ${TERRAFORM_ONLY}`);
  const features = [
    `offset sync ${describeFeature(link.offsetSync)}`,
    `auto-create ${describeFeature(link.autoCreate)}`,
    ...(link.aclSync.enabled === false ? [] : [`ACL sync ${onOrOff(link.aclSync.enabled)}`]),
    ...(prefix === undefined ? [] : [`prefix ${text(prefix)}`]),
  ];
  return [
    `${text(linkName)}, ${shape}, ${describeCluster(source)} -> ${describeCluster(destination)}`,
    `  topics ${shown.length > 0 ? shown.join(", ") : "none"}; ${features.join("; ")}`,
  ];
}

function isCluster({ name, id }: ShownCluster, expected: string): boolean {
  return name === expected || id === expected;
}

function describeCluster({ name, id }: ShownCluster): string {
  const shown = id ?? `id ${TERRAFORM_ONLY}`;
  return name === undefined ? shown : `${name} (${shown})`;
}

function compareFeature(
  feature: ShownFeature,
  expected: boolean | readonly NameFilterAttributes[],
): string | undefined {
  if (typeof expected === "boolean") {
    return feature.enabled === expected ? undefined : describeFeature(feature);
  }
  const sorted = (filters: readonly (DocumentFilter | NameFilterAttributes)[]): string =>
    JSON.stringify(filters.map(describe).sort());
  const same = feature.enabled === true && sorted(feature.filters) === sorted(expected);
  return same ? undefined : describeFeature(feature);
}

function describeFeature({ enabled, filters }: ShownFeature): string {
  if (enabled !== true) return onOrOff(enabled);
  return filters.length > 0 ? `on (${filters.map(describe).join(", ")})` : "on";
}

function describe({ name, patternType, filterType }: DocumentFilter | NameFilterAttributes): string {
  return describeFilter({
    name: name ?? UNKNOWN,
    patternType: patternType as PatternType,
    filterType: filterType as FilterType,
  });
}

const onOrOff = (enabled: Shown<boolean>): string => (enabled === null ? TERRAFORM_ONLY : enabled ? "on" : "off");

const text = (value: Shown<string>): string => (value === null ? `(${TERRAFORM_ONLY})` : quote(value));
