import type { Topic } from "./state";

/** Offset that the next record of a partition gets. */
export function logEnd(topic: Topic, partition: number): number {
  return (topic.startOffsets[partition] ?? 0) + (topic.partitions[partition]?.length ?? 0);
}

/** Log ends of all partitions. */
export function logEnds(topic: Topic): number[] {
  return topic.partitions.map((_, partition) => logEnd(topic, partition));
}

/** Gives a topic partitions until it has so many, each beginning at offset 0 unless another is given. */
export function addPartitions(topic: Topic, count: number, start: (partition: number) => number = () => 0): void {
  while (topic.partitions.length < count) {
    topic.startOffsets.push(start(topic.partitions.length));
    topic.partitions.push([]);
  }
}

/** Whether producers may write to a topic. */
export function isWritable({ mirror }: Topic): boolean {
  return mirror === undefined || mirror.status === "STOPPED";
}
