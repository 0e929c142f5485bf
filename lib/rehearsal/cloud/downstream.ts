import type { Cloud } from "./cloud";
import { mirrorNamed, receives, type HostedHalf, type MirrorTopic } from "./halves";
import { prefixOf } from "./link-settings";

/** A mirror topic with the half that fills it. */
export interface HostedMirror extends HostedHalf {
  readonly topic: MirrorTopic;
}

/** Halves that get data from a cluster. */
export function* halvesFrom(cloud: Cloud, clusterId: string): Generator<HostedHalf> {
  for (const host of cloud.state.clusters.values()) {
    for (const half of host.links.values()) {
      if (half.peerId === clusterId && receives(half)) yield { host, half };
    }
  }
}

/** Mirror topics that a topic fills directly. */
export function* mirrorsFrom(cloud: Cloud, clusterId: string, topicName: string): Generator<HostedMirror> {
  for (const hosted of halvesFrom(cloud, clusterId)) {
    const topic = mirrorNamed(hosted, prefixOf(hosted.half) + topicName);
    if (topic && topic.mirror.status !== "STOPPED") yield { ...hosted, topic };
  }
}
