import { isSensitive } from "../mask";
import type { CloudState, Topic } from "../../state";

const MASK = "***";

/** The state as JSON: maps as objects, logs by their offsets, secrets covered. */
export function stateDump(state: CloudState): unknown {
  return plain(state);
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return members([...(value as Map<string, unknown>)]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isTopic(value)) {
    return { ...members(Object.entries({ ...value, partitions: undefined })), partitions: logs(value) };
  }
  return members(Object.entries(value));
}

function members(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isSensitive(name) && typeof value === "string" ? MASK : plain(value)]),
  );
}

function isTopic(value: object): value is Topic {
  return "partitions" in value && "startOffsets" in value;
}

function logs({ partitions, startOffsets }: Topic): object[] {
  return partitions.map((records, partition) => {
    const start = startOffsets[partition] ?? 0;
    return { start, end: start + records.length };
  });
}
