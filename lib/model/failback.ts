import {
  KEPT_LIST_ROLE,
  MIRROR_LIST_ROLE,
  type DocumentCluster,
  type DocumentFilter,
  type DocumentLeg,
  type DocumentMirror,
  type TopologyDocument,
} from "./document";

/** A cluster by its name and id; the id is `null` where only Terraform knows it. */
export type ClusterName = Pick<DocumentCluster, "name" | "id">;

/** Where Terraform has something. */
interface Place {
  readonly stack: string;
  readonly address: string | null;
}

/** A link or one of its halves that has to be deleted. */
export interface LinkStep extends Place {
  readonly kind: "link";
  readonly linkName: string | null;
  /** As the document calls it: link, receiving half, dialling half. */
  readonly role: string;
  /** The cluster that has it; missing where its role does not say so. */
  readonly cluster?: ClusterName;
}

/** A mirror topic of the forward chain that has to be deleted, because its link cannot be deleted with it. */
export interface MirrorStep extends Place {
  readonly kind: "mirror topic";
  readonly cluster: ClusterName;
  readonly name: string | null;
  /** Whether the reverse chain creates a topic of this name here. */
  readonly wanted: boolean;
}

/** An original topic that has to be deleted, or copied under another name, because the reverse chain creates one of its name. */
export interface TopicStep {
  readonly kind: "topic";
  readonly cluster: ClusterName;
  readonly name: string;
}

/** The same of topics whose names nobody wrote down: those that filters choose, or that Terraform lists. */
export interface UnnamedStep {
  readonly kind: "topics by filter" | "listed topics";
  /** Whether they are mirror topics of the forward chain, or original topics. */
  readonly mirrors: boolean;
  readonly cluster: ClusterName;
  /** By names on the link's source; empty for a list. */
  readonly filters: readonly DocumentFilter[];
  /** Text that the link puts before the names. */
  readonly prefix?: string | null;
  readonly stack?: string;
  /** Address of the list. */
  readonly address?: string;
}

export type FailbackStep = LinkStep | MirrorStep | TopicStep | UnnamedStep;

/** What has to go before the data can go back the way it came. */
export interface FailbackPlan {
  /** Paths of the forward legs. */
  readonly chain: readonly string[];
  /** Clusters of the way back, in its order. */
  readonly way: readonly ClusterName[];
  /** Topics of the last cluster that Terraform still has as mirror topics: fail them over and keep them first. */
  readonly notKept: readonly DocumentMirror[];
  /** The same for its mirror topics whose names nobody wrote down. */
  readonly notKeptUnnamed: readonly UnnamedStep[];
  /** In the order in which it has to go. */
  readonly steps: readonly FailbackStep[];
}

/**
 * For each chain of a synthesised app, what is in the way of the reverse chain: the links, from the last to the first, each after its mirror
 * topics, then the original topics that the reverse chain would create again.
 */
export function failbackPlans(document: TopologyDocument): FailbackPlan[] {
  return document.chains.map((chain) => {
    const legs = chain.flatMap((path) => document.legs.find((leg) => leg.path === path) ?? []);
    return planOf(legs, (position) => nameOf(document.clusters[position]));
  });
}

type ClusterAt = (position: number) => ClusterName;

const nameOf = (cluster: DocumentCluster | undefined): ClusterName => ({
  name: cluster?.name ?? "",
  id: cluster?.id ?? null,
});

function planOf(legs: readonly DocumentLeg[], clusterAt: ClusterAt): FailbackPlan {
  const [first, last] = [legs[0] as DocumentLeg, legs[legs.length - 1] as DocumentLeg];
  const live = last.sets.flatMap(({ mirrors, kept = [] }) => [...mirrors, ...kept]);
  const names = new Set(live.map(({ mirrorTopic }) => mirrorTopic));
  const isWanted = (name: string | null): boolean => name === null || names.has(name) || names.has(null);
  const before = legs.slice(0, -1).reverse();
  return {
    chain: legs.map(({ path }) => path),
    way: [last.destination, ...legs.map(({ source }) => source).reverse()].map(clusterAt),
    notKept: last.sets.flatMap(({ mirrors }) => mirrors),
    notKeptUnnamed: unnamedSteps(last, clusterAt(last.destination), true),
    steps: [
      ...linkSteps(last, clusterAt),
      ...before.flatMap((leg) => [...mirrorSteps(leg, clusterAt, isWanted), ...linkSteps(leg, clusterAt)]),
      ...originalSteps(first, clusterAt, isWanted),
    ],
  };
}

/** Clusters that have a link's resources, by their role. */
const HOSTS: Readonly<Record<string, "source" | "destination">> = {
  link: "destination",
  "receiving half": "destination",
  "dialling half": "source",
};

/** The halves of a link, the one that depends on the other first. */
function linkSteps(leg: DocumentLeg, clusterAt: ClusterAt): LinkStep[] {
  const { linkName } = leg;
  const made = leg.resources.filter(({ role }) => role !== MIRROR_LIST_ROLE && role !== KEPT_LIST_ROLE).reverse();
  const resources = made.length > 0 ? made : [{ role: "link", address: null, stack: undefined }];
  return resources.map(({ role, address, stack }) => {
    const host = HOSTS[role];
    const cluster = host === undefined ? {} : { cluster: clusterAt(leg[host]) };
    return { kind: "link", linkName, role, ...cluster, stack: stack ?? leg.stack, address };
  });
}

function mirrorSteps(
  leg: DocumentLeg,
  clusterAt: ClusterAt,
  isWanted: (name: string | null) => boolean,
): FailbackStep[] {
  const cluster = clusterAt(leg.destination);
  const named = leg.sets.flatMap(({ stack, mirrors }) =>
    mirrors.map(({ mirrorTopic: name, address }): MirrorStep => ({
      kind: "mirror topic",
      cluster,
      name,
      wanted: isWanted(name),
      stack,
      address,
    })),
  );
  return [...named, ...unnamedSteps(leg, cluster, true)];
}

function originalSteps(
  leg: DocumentLeg,
  clusterAt: ClusterAt,
  isWanted: (name: string | null) => boolean,
): FailbackStep[] {
  const cluster = clusterAt(leg.source);
  const topics = leg.sets.flatMap(({ mirrors, kept = [] }) => [...mirrors, ...kept].map(({ topic }) => topic));
  const named = topics.filter(isWanted).map((name): TopicStep => ({ kind: "topic", cluster, name }));
  return [...named, ...unnamedSteps(leg, cluster, false)];
}

function unnamedSteps(leg: DocumentLeg, cluster: ClusterName, mirrors: boolean): UnnamedStep[] {
  const { prefix, stack } = leg;
  const common = { mirrors, cluster, ...(mirrors && prefix !== undefined ? { prefix } : {}) };
  const listed = leg.resources
    .filter(({ role }) => role === MIRROR_LIST_ROLE || (!mirrors && role === KEPT_LIST_ROLE))
    .map(({ address }): UnnamedStep => ({ kind: "listed topics", ...common, filters: [], stack, address }));
  const { enabled, filters } = leg.autoCreate;
  return enabled === false || filters.length === 0
    ? listed
    : [...listed, { kind: "topics by filter", ...common, filters }];
}
