import type { NameFilterEntry } from "../../../lib/model/filter-matcher";
import { FilterType, PatternType } from "../../../lib/model/filters";
import { UNKNOWN, type Maybe } from "../../../lib/model/maybe";
import type { Cluster, Leg, LinkSettings, MirrorClaim } from "../../../lib/model/topology";

const entry =
  (patternType: PatternType, filterType: FilterType) =>
  (name: Maybe<string>): NameFilterEntry => ({ name, patternType, filterType });

export const include = entry(PatternType.LITERAL, FilterType.INCLUDE);
export const includePrefix = entry(PatternType.PREFIXED, FilterType.INCLUDE);
export const exclude = entry(PatternType.LITERAL, FilterType.EXCLUDE);
export const excludePrefix = entry(PatternType.PREFIXED, FilterType.EXCLUDE);
export const everything = include("*");

/** A public Dedicated cluster with this name and an id made of it. */
export function cluster(name: string, attributes: Partial<Cluster> = {}): Cluster {
  const id = attributes.id ?? `lkc-${name}`;
  return {
    name,
    id,
    identity: id === UNKNOWN ? `token of ${name}` : id,
    access: "public",
    kind: "Dedicated",
    cloud: "AZURE",
    region: `region-of-${name}`,
    networkId: undefined,
    restEndpoint: `https://${name}.example:443`,
    bootstrapEndpoint: `${name}.example:9092`,
    ...attributes,
  };
}

export interface LegOptions extends Partial<Omit<Leg, "settings" | "claims">> {
  readonly topics?: readonly string[];
  readonly topicsUnknown?: boolean;
  readonly prefix?: Maybe<string>;
  readonly autoCreate?: readonly NameFilterEntry[];
  /** @default - whether there are filters */
  readonly autoCreateEnabled?: Maybe<boolean>;
  readonly groups?: readonly NameFilterEntry[];
  /** @default - whether there are filters */
  readonly groupsEnabled?: Maybe<boolean>;
  readonly groupPrefix?: Maybe<boolean>;
  readonly settings?: Partial<LinkSettings>;
  readonly claim?: Partial<MirrorClaim>;
  /** @default - one claim with topics and filters */
  readonly claims?: readonly MirrorClaim[];
}

/** A leg with one mirror set of its topics and filters. */
export function leg(source: Cluster, destination: Cluster, options: LegOptions = {}): Leg {
  const {
    topics = [],
    topicsUnknown = false,
    prefix,
    autoCreate = [],
    autoCreateEnabled = autoCreate.length > 0,
    groups = [],
    groupsEnabled = groups.length > 0,
    groupPrefix = false,
    settings,
    claim,
    claims,
    ...rest
  } = options;
  const path = rest.path ?? `${source.name}-to-${destination.name}/link`;
  const stack = rest.stack ?? path.split("/")[0] ?? "";
  const set: MirrorClaim = {
    path: `${path}/mirrors`,
    stack,
    topics,
    topicsUnknown,
    kept: [],
    autoCreate,
    failover: false,
    follows: undefined,
    ...claim,
  };
  return {
    path,
    stack,
    linkName: path.replaceAll("/", "-"),
    shape: "source-initiated",
    managed: true,
    source,
    destination,
    upstream: undefined,
    ...rest,
    claims: claims ?? [set],
    settings: {
      prefix,
      consumerGroupPrefix: groupPrefix,
      autoCreate: { enabled: autoCreateEnabled, filters: autoCreate },
      consumerOffsetSync: { enabled: groupsEnabled, intervalMs: 30_000, filters: groups },
      aclSync: { enabled: false, intervalMs: 5_000, filters: [] },
      topicConfigSync: { intervalMs: 5_000, include: undefined },
      ...settings,
    },
  };
}

/** PRIMARY, JUMP and DR, and the two legs between them. */
export function chain(first: LegOptions = {}, second: LegOptions = {}): [Leg, Leg] {
  const primary = cluster("primary", { access: "private" });
  const jump = cluster("jump");
  const dr = cluster("dr", { access: "private" });
  return [leg(primary, jump, first), leg(jump, dr, { shape: "destination-initiated", ...second })];
}

/** The ids of findings, each as often as it was found. */
export const ids = (findings: readonly { readonly rule: { readonly id: string } }[]): string[] =>
  findings.map(({ rule }) => rule.id);
