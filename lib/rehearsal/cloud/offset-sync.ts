import { matcherOf } from "../../model/filter-matcher";
import type { Cloud } from "./cloud";
import { allows } from "./control/rights";
import { contactOf } from "./dialling";
import { groupOf, offsetKey, parseOffsetKey } from "./groups";
import { mirrorNamed, type HostedHalf } from "./halves";
import { prefixOf, settingsOf } from "./link-settings";
import { logEnd } from "./logs";
import type { ConsumerGroup, MirrorStatus } from "./state";

const WITH_OFFSETS: readonly MirrorStatus[] = ["ACTIVE", "PAUSED", "PENDING_STOPPED"];

function copyOffsets({ host, half }: HostedHalf, from: ConsumerGroup, groupPrefix: string): void {
  const name = groupPrefix + from.id;
  if (host.groups.get(name)?.active === true) return;
  for (const [key, offset] of from.offsets) {
    const { topic, partition } = parseOffsetKey(key);
    const mirror = mirrorNamed({ host, half }, prefixOf(half) + topic);
    if (!mirror || !WITH_OFFSETS.includes(mirror.mirror.status) || partition >= mirror.partitions.length) continue;
    const clamped = Math.min(offset, logEnd(mirror, partition));
    groupOf(host, name).offsets.set(offsetKey(mirror.name, partition), clamped);
  }
}

/** Copies the committed offsets that the group filters of a half choose. What was not copied yet is cut off. */
export function syncOffsets(cloud: Cloud, hosted: HostedHalf): void {
  const { half } = hosted;
  const { consumerOffsetSync, consumerGroupPrefix } = settingsOf(half);
  if (consumerOffsetSync.enabled !== true) return;
  const contact = contactOf(cloud, hosted);
  if (contact.obstacle) return;
  const matcher = matcherOf(consumerOffsetSync.filters);
  const { source, reader } = contact;
  for (const group of source.groups.values()) {
    if (matcher.judge(group.id).passes !== true) continue;
    const right = { operation: "Describe", resourceType: "Group", name: group.id } as const;
    if (!allows(cloud.state, source.id, reader, right)) continue;
    copyOffsets(hosted, group, consumerGroupPrefix === true ? prefixOf(half) : "");
  }
}
