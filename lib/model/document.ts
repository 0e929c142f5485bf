import { chainsOf } from "./chains";
import type { NameFilterEntry } from "./filter-matcher";
import { type FilterType, type PatternType } from "./filters";
import type { ClusterRole } from "./link-mode";
import { UNKNOWN, isKnown, type Maybe } from "./maybe";
import { reachOfTopic } from "./reach";
import type { KeptTopics } from "./rules/kept";
import type {
  AclFilterEntry,
  Cluster,
  ClusterAccess,
  ClusterKind,
  Leg,
  LinkSettings,
  LinkShape,
  MirrorClaim,
} from "./topology";

/** Name of the file that synth writes beside the stacks. */
export const DOCUMENT_NAME = "cluster-linking.json";

/** Version of the file's form. */
export const DOCUMENT_VERSION = 1;

/** A value, or `null` where only Terraform knows it. */
type Written<T> = T | null;

export interface DocumentFilter {
  readonly name: Written<string>;
  readonly patternType: string;
  readonly filterType: string;
}

export interface DocumentCluster {
  readonly name: string;
  readonly id: Written<string>;
  readonly access: string;
  readonly kind: string;
  readonly cloud?: Written<string>;
  readonly region?: Written<string>;
  readonly networkId?: Written<string>;
  readonly restEndpoint?: Written<string>;
  readonly bootstrapEndpoint?: Written<string>;
  readonly environmentId?: Written<string>;
  /** Its name for role bindings. */
  readonly rbacCrn?: Written<string>;
}

export interface DocumentMirror {
  /** Name on the source. */
  readonly topic: string;
  /** Name on the destination. */
  readonly mirrorTopic: Written<string>;
  /** `null` for a topic of a link that this app does not create. */
  readonly address: Written<string>;
}

export interface DocumentSet {
  readonly path: string;
  readonly stack: string;
  readonly topicsKnown: boolean;
  readonly mirrors: readonly DocumentMirror[];
  /** Topics that were mirror topics, are live on the destination, and are Terraform's as ordinary topics. */
  readonly kept?: readonly DocumentMirror[];
  readonly autoCreate: readonly DocumentFilter[];
  readonly failover: boolean;
  readonly follows?: string;
}

export interface DocumentResource {
  /** The link, one of its halves, or all mirror topics, or kept topics, of a set that Terraform lists. */
  readonly role: string;
  readonly address: string;
  /** Where that is another stack than the leg's. */
  readonly stack?: string;
  /** Keys that a half of the link is given. */
  readonly credentials?: readonly DocumentCredentials[];
}

/** Where Terraform finds a key of one of a half's two clusters: a variable such as `var.jump_api_key` or a key of the stack, never a value. */
export interface DocumentCredentials {
  readonly cluster: ClusterRole;
  readonly key: Written<string>;
  readonly secret: Written<string>;
}

/** What keeps a stack's state, as far as it decides how Terraform is run. */
export interface DocumentBackend {
  /** `local`, `s3`, `azurerm`, `gcs`, `cloud` and so on. */
  readonly type: string;
  /** Of `cloud` and `remote`. */
  readonly workspace?: Written<string>;
}

export interface DocumentLeg {
  readonly path: string;
  readonly stack: string;
  readonly linkName: Written<string>;
  readonly shape: LinkShape;
  readonly managed: boolean;
  /** Positions in `clusters`. */
  readonly source: number;
  readonly destination: number;
  readonly upstream?: string;
  readonly prefix?: Written<string>;
  readonly consumerGroupPrefix: Written<boolean>;
  readonly autoCreate: { readonly enabled: Written<boolean>; readonly filters: readonly DocumentFilter[] };
  readonly consumerOffsetSync: {
    readonly enabled: Written<boolean>;
    readonly intervalMs: Written<number>;
    readonly filters: readonly DocumentFilter[];
  };
  readonly aclSync: {
    readonly enabled: Written<boolean>;
    readonly intervalMs: Written<number>;
    readonly filters: readonly unknown[];
  };
  readonly topicConfigSync: { readonly intervalMs: Written<number>; readonly include?: readonly Written<string>[] };
  readonly configKeys: readonly string[];
  readonly resources: readonly DocumentResource[];
  readonly sets: readonly DocumentSet[];
}

export interface DocumentAcknowledgement {
  readonly id: string;
  readonly scope: string;
  readonly reason: string;
}

export interface DocumentStack {
  readonly name: string;
  readonly dependsOn: readonly string[];
  /** Left out where synth does not see it. */
  readonly backend?: DocumentBackend;
  /** Names of its sensitive variables. */
  readonly sensitiveVariables?: readonly string[];
}

/** The keys of a half of a link, by its stack and address. */
export type CredentialsOf = (stack: string, address: string) => readonly DocumentCredentials[];

/** What was synthesised, without secrets and tokens. */
export interface TopologyDocument {
  readonly version: typeof DOCUMENT_VERSION;
  readonly stacks: readonly DocumentStack[];
  readonly clusters: readonly DocumentCluster[];
  readonly legs: readonly DocumentLeg[];
  /** Chains of legs, by path. */
  readonly chains: readonly (readonly string[])[];
  /** For each explicit topic at the beginning of a chain its names on the clusters it gets to. */
  readonly reach: readonly {
    readonly chain: number;
    readonly topic: string;
    readonly names: readonly Written<string>[];
    readonly arrives: Written<boolean>;
  }[];
  readonly acknowledged: readonly DocumentAcknowledgement[];
}

/** Addresses of the mirror topics of one claim. */
export interface MirrorAddresses {
  /** Those of its topics, in their order. */
  readonly addresses: readonly string[];
  /** That of all its mirror topics whose names only Terraform knows. */
  readonly unlisted?: string;
  /** Those of the topics that it keeps, in their order. */
  readonly kept?: readonly string[];
  /** That of all topics that it keeps and whose names only Terraform knows. */
  readonly unlistedKept?: string;
}

/** What a leg's constructs know beyond the model. */
export interface LegDetails {
  configKeys(): readonly string[];
  resources(): readonly DocumentResource[];
  addresses(claim: MirrorClaim): MirrorAddresses;
}

const written = <T>(value: Maybe<T>): Written<T> => (isKnown(value) ? value : null);
const read = <T>(value: Written<T>): Maybe<T> => (value === null ? UNKNOWN : value);
const writtenMember = <K extends string, T>(name: K, value: Maybe<T> | undefined): { [P in K]?: Written<T> } =>
  (value === undefined ? {} : { [name]: written(value) }) as { [P in K]?: Written<T> };
const readMember = <T>(value: Written<T> | undefined): Maybe<T> | undefined =>
  value === undefined ? undefined : read(value);

function writeFilter(filter: NameFilterEntry): DocumentFilter {
  return { name: written(filter.name), patternType: filter.patternType, filterType: filter.filterType };
}

function readFilter(filter: DocumentFilter): NameFilterEntry {
  return {
    name: read(filter.name),
    patternType: filter.patternType as PatternType,
    filterType: filter.filterType as FilterType,
  };
}

function writeCluster(cluster: Cluster): DocumentCluster {
  return {
    name: cluster.name,
    id: written(cluster.id),
    access: cluster.access,
    kind: cluster.kind,
    ...writtenMember("cloud", cluster.cloud),
    ...writtenMember("region", cluster.region),
    ...writtenMember("networkId", cluster.networkId),
    ...writtenMember("restEndpoint", cluster.restEndpoint),
    ...writtenMember("bootstrapEndpoint", cluster.bootstrapEndpoint),
    ...writtenMember("environmentId", cluster.environmentId),
    ...writtenMember("rbacCrn", cluster.rbacCrn),
  };
}

function readCluster(cluster: DocumentCluster, index: number): Cluster {
  return {
    name: cluster.name,
    id: read(cluster.id),
    identity: cluster.id ?? `token ${index}`,
    access: cluster.access as ClusterAccess,
    kind: cluster.kind as ClusterKind,
    cloud: readMember(cluster.cloud),
    region: readMember(cluster.region),
    networkId: readMember(cluster.networkId),
    restEndpoint: readMember(cluster.restEndpoint),
    bootstrapEndpoint: readMember(cluster.bootstrapEndpoint),
    environmentId: readMember(cluster.environmentId),
    rbacCrn: readMember(cluster.rbacCrn),
  };
}

function writeAclFilter({ resourceFilter, accessFilter }: AclFilterEntry): unknown {
  const all = (members: object): object =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, written(value as Maybe<string>)]));
  return { resourceFilter: all(resourceFilter), accessFilter: all(accessFilter) };
}

function readAclFilter(filter: unknown): AclFilterEntry {
  const all = (members: object): object =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, read(value as Written<string>)]));
  const { resourceFilter, accessFilter } = filter as { resourceFilter: object; accessFilter: object };
  return { resourceFilter: all(resourceFilter), accessFilter: all(accessFilter) } as AclFilterEntry;
}

function writeSet(
  claim: MirrorClaim,
  prefix: Maybe<string> | undefined,
  { addresses, kept = [] }: MirrorAddresses,
): DocumentSet {
  const mirrorName = (topic: string): Written<string> =>
    prefix === undefined ? topic : isKnown(prefix) ? prefix + topic : null;
  const all = (topics: readonly string[], at: readonly string[]): DocumentMirror[] =>
    topics.map((topic, i) => ({ topic, mirrorTopic: mirrorName(topic), address: at[i] ?? null }));
  return {
    path: claim.path,
    stack: claim.stack,
    topicsKnown: !claim.topicsUnknown,
    mirrors: all(claim.topics, addresses),
    ...(claim.kept.length === 0 ? {} : { kept: all(claim.kept, kept) }),
    autoCreate: claim.autoCreate.map(writeFilter),
    failover: claim.failover,
    ...(claim.follows === undefined ? {} : { follows: claim.follows }),
  };
}

function writeLeg(
  leg: Leg,
  details: LegDetails,
  position: (cluster: Cluster) => number,
  credentialsOf: CredentialsOf,
): DocumentLeg {
  const { settings } = leg;
  const withCredentials = (resource: DocumentResource): DocumentResource => {
    const credentials = credentialsOf(resource.stack ?? leg.stack, resource.address);
    return credentials.length === 0 ? resource : { ...resource, credentials };
  };
  return {
    path: leg.path,
    stack: leg.stack,
    linkName: written(leg.linkName),
    shape: leg.shape,
    managed: leg.managed,
    source: position(leg.source),
    destination: position(leg.destination),
    ...(leg.upstream === undefined ? {} : { upstream: leg.upstream }),
    ...writtenMember("prefix", settings.prefix),
    consumerGroupPrefix: written(settings.consumerGroupPrefix),
    autoCreate: {
      enabled: written(settings.autoCreate.enabled),
      filters: settings.autoCreate.filters.map(writeFilter),
    },
    consumerOffsetSync: {
      enabled: written(settings.consumerOffsetSync.enabled),
      intervalMs: written(settings.consumerOffsetSync.intervalMs),
      filters: settings.consumerOffsetSync.filters.map(writeFilter),
    },
    aclSync: {
      enabled: written(settings.aclSync.enabled),
      intervalMs: written(settings.aclSync.intervalMs),
      filters: settings.aclSync.filters.map(writeAclFilter),
    },
    topicConfigSync: {
      intervalMs: written(settings.topicConfigSync.intervalMs),
      ...(settings.topicConfigSync.include === undefined
        ? {}
        : { include: settings.topicConfigSync.include.map(written) }),
    },
    configKeys: details.configKeys(),
    resources: details.resources().map(withCredentials),
    sets: leg.claims.map((claim) => writeSet(claim, settings.prefix, details.addresses(claim))),
  };
}

/** The settings of a leg of a document. */
export function readSettings(leg: DocumentLeg): LinkSettings {
  return {
    prefix: readMember(leg.prefix),
    consumerGroupPrefix: read(leg.consumerGroupPrefix),
    autoCreate: { enabled: read(leg.autoCreate.enabled), filters: leg.autoCreate.filters.map(readFilter) },
    consumerOffsetSync: {
      enabled: read(leg.consumerOffsetSync.enabled),
      intervalMs: read(leg.consumerOffsetSync.intervalMs),
      filters: leg.consumerOffsetSync.filters.map(readFilter),
    },
    aclSync: {
      enabled: read(leg.aclSync.enabled),
      intervalMs: read(leg.aclSync.intervalMs),
      filters: leg.aclSync.filters.map(readAclFilter),
    },
    topicConfigSync: {
      intervalMs: read(leg.topicConfigSync.intervalMs),
      include: leg.topicConfigSync.include?.map(read),
    },
  };
}

/** The document of an app's legs. */
export function writeDocument(
  legs: readonly { readonly leg: Leg; readonly details: LegDetails }[],
  stacks: readonly DocumentStack[],
  acknowledged: readonly DocumentAcknowledgement[],
  credentialsOf: CredentialsOf = () => [],
): TopologyDocument {
  const clusters: Cluster[] = [];
  const position = (cluster: Cluster): number => {
    const found = clusters.findIndex((known) => known.identity === cluster.identity);
    return found >= 0 ? found : clusters.push(cluster) - 1;
  };
  const writtenLegs = legs.map(({ leg, details }) => writeLeg(leg, details, position, credentialsOf));
  const chains = chainsOf(legs.map(({ leg }) => leg));
  return {
    version: DOCUMENT_VERSION,
    stacks,
    clusters: clusters.map(writeCluster),
    legs: writtenLegs,
    chains: chains.map((chain) => chain.map((leg) => leg.path)),
    reach: chains.flatMap((chain, index) =>
      (chain[0]?.claims ?? []).flatMap(({ topics }) => topics.map((topic) => writeReach(chain, index, topic))),
    ),
    acknowledged,
  };
}

function writeReach(chain: readonly Leg[], index: number, topic: string): TopologyDocument["reach"][number] {
  const { hops } = reachOfTopic(chain, topic);
  const names: Written<string>[] = [topic];
  for (const hop of hops) if (hop.outcome === "passes") names.push(written(hop.name));
  const last = hops[hops.length - 1]?.outcome;
  return { chain: index, topic, names, arrives: last === "stops" ? false : last === "unproven" ? null : true };
}

/** The legs of a document, as the model sees them. */
export function readDocument(document: TopologyDocument): Leg[] {
  const clusters = document.clusters.map(readCluster);
  return document.legs.map((leg) => ({
    path: leg.path,
    stack: leg.stack,
    linkName: read(leg.linkName),
    shape: leg.shape,
    managed: leg.managed,
    source: clusters[leg.source] as Cluster,
    destination: clusters[leg.destination] as Cluster,
    settings: readSettings(leg),
    claims: leg.sets.map((set) => ({
      path: set.path,
      stack: set.stack,
      topics: set.mirrors.map((mirror) => mirror.topic),
      topicsUnknown: !set.topicsKnown,
      kept: (set.kept ?? []).map((each) => each.topic),
      autoCreate: set.autoCreate.map(readFilter),
      failover: set.failover,
      follows: set.follows,
    })),
    upstream: leg.upstream,
  }));
}

/** The document in a file's text, or an error that says what is wrong with it. */
export function parseDocument(text: string): TopologyDocument {
  let document: Partial<TopologyDocument> | null;
  try {
    document = JSON.parse(text) as Partial<TopologyDocument> | null;
  } catch {
    throw new Error(`${DOCUMENT_NAME} is no JSON: synthesise again`);
  }
  if (document?.version !== DOCUMENT_VERSION) {
    throw new Error(
      `${DOCUMENT_NAME} has version ${String(document?.version)}, this release reads ${DOCUMENT_VERSION}: synthesise again`,
    );
  }
  return document as TopologyDocument;
}

/** The leg of an earlier document that stands for the same link: of the same construct, name and clusters, as far as they are known. */
export function earlierLeg(document: TopologyDocument, leg: Leg): DocumentLeg | undefined {
  const isCluster = (position: number, { id }: Cluster): boolean => {
    const before = document.clusters[position]?.id;
    return before === undefined || before === null || !isKnown(id) || before === id;
  };
  return document.legs.find(
    (each) =>
      each.path === leg.path &&
      each.linkName === leg.linkName &&
      isCluster(each.source, leg.source) &&
      isCluster(each.destination, leg.destination),
  );
}

/** Role of mirror topics that Terraform lists by itself. */
export const MIRROR_LIST_ROLE = "mirror topics";

/** Role of topics that Terraform keeps and lists by itself. */
export const KEPT_LIST_ROLE = "kept topics";

/** The topics that the sets of a document keep. */
export function keptTopicsOf({ legs }: Pick<TopologyDocument, "legs">): KeptTopics[] {
  return legs.flatMap(({ path, stack, sets, resources }) => [
    ...sets.map((set) => ({
      path: set.path,
      stack: set.stack,
      addresses: (set.kept ?? []).flatMap(({ address }) => address ?? []),
    })),
    { path, stack, addresses: resources.flatMap(({ role, address }) => (role === KEPT_LIST_ROLE ? address : [])) },
  ]);
}
