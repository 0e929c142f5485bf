import type { Cloud } from "./cloud";
import type { Cluster, LinkHalf, Topic } from "./state";

/** A half and the cluster that hosts it. */
export interface HostedHalf {
  readonly host: Cluster;
  readonly half: LinkHalf;
}

/** Whether mirror topics of a half live on its host. */
export function receives({ mode }: LinkHalf): boolean {
  return mode !== "SOURCE";
}

/** Whether a half works only together with one on the other cluster. */
export function needsPartner({ mode, connectionMode }: LinkHalf): boolean {
  return mode !== "DESTINATION" || connectionMode === "INBOUND";
}

/** Whether two halves can be those of one link, by what they are. */
export function fit(a: Pick<LinkHalf, "mode" | "connectionMode">, b: typeof a): boolean {
  if (a.mode === "BIDIRECTIONAL" && b.mode === "BIDIRECTIONAL") {
    return a.connectionMode === "OUTBOUND" || b.connectionMode === "OUTBOUND";
  }
  const [receiving, dialling] = a.mode === "DESTINATION" ? [a, b] : [b, a];
  return receiving.mode === "DESTINATION" && receiving.connectionMode === "INBOUND" && dialling.mode === "SOURCE";
}

/** A half on the other cluster that has this name and names this host, whatever link it is of. */
export function counterpartOf(
  cloud: Cloud,
  host: Cluster,
  half: Pick<LinkHalf, "name" | "peerId" | "mode" | "connectionMode">,
): LinkHalf | undefined {
  const other = cloud.state.clusters.get(half.peerId)?.links.get(half.name);
  return other?.peerId === host.id && fit(half, other) ? other : undefined;
}

/** The other half of the same link. */
export function partnerOf(cloud: Cloud, { host, half }: HostedHalf): LinkHalf | undefined {
  const other = counterpartOf(cloud, host, half);
  return other?.clusterLinkId === half.clusterLinkId ? other : undefined;
}

/** Whether a half is still what its cluster has under its name. */
export function exists(cloud: Cloud, { host, half }: HostedHalf): boolean {
  return cloud.state.clusters.get(host.id) === host && host.links.get(half.name) === half;
}

/** A topic that is, or was, a mirror. */
export type MirrorTopic = Topic & { mirror: NonNullable<Topic["mirror"]> };

/** Whether a topic is, or was, a mirror. */
export function isMirrorTopic(topic: Topic): topic is MirrorTopic {
  return topic.mirror !== undefined;
}

/** The topic of this name, where it is a mirror topic of the half. */
export function mirrorNamed({ host, half }: HostedHalf, name: string): MirrorTopic | undefined {
  const topic = host.topics.get(name);
  return topic && isMirrorTopic(topic) && topic.mirror.linkName === half.name ? topic : undefined;
}

/** The mirror topics of a half, stopped ones included. */
export function mirrorsOn({ host, half }: HostedHalf): MirrorTopic[] {
  return [...host.topics.values()].filter(isMirrorTopic).filter(({ mirror }) => mirror.linkName === half.name);
}
