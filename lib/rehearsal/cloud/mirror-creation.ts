import type { Cloud } from "./cloud";
import { copyConfigs } from "./config-sync";
import { wake } from "./copying";
import type { HostedHalf, MirrorTopic } from "./halves";
import { prefixOf } from "./link-settings";
import { logEnd, logEnds } from "./logs";
import { randomId } from "./random";
import type { Mirror, Topic } from "./state";

/** Offset of the first record that a new mirror topic gets. */
function startOffset(spec: string, source: Topic, partition: number): number {
  const first = source.startOffsets[partition] ?? 0;
  if (spec === "earliest") return first;
  if (spec === "latest") return logEnd(source, partition);
  const from = Date.parse(spec);
  const found = source.partitions[partition]?.find(({ timestamp }) => timestamp >= from);
  return found?.offset ?? logEnd(source, partition);
}

/** Makes a mirror topic of a source topic. It is PENDING_MIRROR first. */
export function addMirror(
  cloud: Cloud,
  hosted: HostedHalf,
  source: Topic,
  {
    origin,
    configs = new Map(),
  }: { readonly origin: Mirror["origin"]; readonly configs?: ReadonlyMap<string, string> },
): MirrorTopic {
  const { host, half } = hosted;
  const spec = half.configs.get("mirror.start.offset.spec") ?? "earliest";
  const topic: MirrorTopic = {
    name: prefixOf(half) + source.name,
    id: randomId(cloud.random),
    partitions: source.partitions.map(() => []),
    startOffsets: source.partitions.map((_, partition) => startOffset(spec, source, partition)),
    configs: new Map(configs),
    mirror: {
      linkName: half.name,
      sourceTopic: source.name,
      sourceTopicId: source.id,
      origin,
      status: "PENDING_MIRROR",
      error: undefined,
      since: cloud.state.now,
      stopping: undefined,
      sourceEnds: logEnds(source),
    },
  };
  copyConfigs(half, source, topic);
  host.topics.set(topic.name, topic);
  wake(cloud, { ...hosted, topic }, cloud.pace.mirrorStartMs);
  return topic;
}
