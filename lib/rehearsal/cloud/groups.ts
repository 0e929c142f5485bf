import type { Cloud } from "./cloud";
import { ApiError } from "./api-error";
import { clusterOf } from "./refusals";
import type { Cluster, ConsumerGroup } from "./state";

/** Key of a partition among the offsets of a group. */
export function offsetKey(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

/** The topic and partition of such a key. */
export function parseOffsetKey(key: string): { readonly topic: string; readonly partition: number } {
  const slash = key.lastIndexOf("/");
  return { topic: key.slice(0, slash), partition: Number(key.slice(slash + 1)) };
}

/** The group of this id on a cluster; made where there is none. */
export function groupOf(cluster: Cluster, id: string): ConsumerGroup {
  let group = cluster.groups.get(id);
  if (!group) cluster.groups.set(id, (group = { id, offsets: new Map(), active: false }));
  return group;
}

/** The group, or a refusal. */
export function findGroup(cloud: Cloud, clusterId: string, id: string): ConsumerGroup {
  const group = clusterOf(cloud, clusterId).groups.get(id);
  if (!group) throw new ApiError(404, 40403, `Consumer group ${JSON.stringify(id)} does not exist.`);
  return group;
}

/** Commits an offset: that of the next record to read. */
export function commitOffset(
  cloud: Cloud,
  clusterId: string,
  groupId: string,
  position: { readonly topic: string; readonly partition: number; readonly offset: number },
): void {
  const { offsets } = groupOf(clusterOf(cloud, clusterId), groupId);
  offsets.set(offsetKey(position.topic, position.partition), position.offset);
}

/** Says whether consumers of a group are running on a cluster. Offset sync leaves a running group alone. */
export function setGroupActive(cloud: Cloud, clusterId: string, groupId: string, active: boolean): void {
  groupOf(clusterOf(cloud, clusterId), groupId).active = active;
}

/** Deletes a group with its offsets. */
export function deleteGroup(cloud: Cloud, clusterId: string, id: string): void {
  findGroup(cloud, clusterId, id);
  clusterOf(cloud, clusterId).groups.delete(id);
}
