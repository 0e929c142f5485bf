import type { Cluster } from "../../state";
import type { Answer } from "../route";

/** The URL of something on a cluster, as the API tells it. */
export function selfUrl(cluster: Cluster, path: string): string {
  return `${cluster.restEndpoint.replace(/\/+$/u, "")}/kafka/v3/clusters/${cluster.id}${path}`;
}

/** A path with its names percent-encoded. */
export function pathTo(...segments: readonly string[]): string {
  return segments.map((segment) => `/${encodeURIComponent(segment)}`).join("");
}

export interface ObjectShape {
  readonly kind: string;
  readonly path: string;
  /** @default null */
  readonly resourceName?: string;
}

/** An object of the API. */
export function apiObject(cluster: Cluster, shape: ObjectShape, members: Record<string, unknown>): object {
  const { kind, path, resourceName = null } = shape;
  return { kind, metadata: { self: selfUrl(cluster, path), resource_name: resourceName }, ...members };
}

/** A list of the API, in one page. */
export function listAnswer(cluster: Cluster, kind: string, path: string, data: readonly object[]): Answer {
  return { status: 200, body: { kind, metadata: { self: selfUrl(cluster, path), next: null }, data } };
}

/** A reference to something else. */
export function related(cluster: Cluster, path: string): { readonly related: string } {
  return { related: selfUrl(cluster, path) };
}

/** What a setting of a topic and of a link have in common. */
export function settingMembers(entry: {
  readonly name: string;
  readonly value: string | null;
  readonly isDefault: boolean;
  readonly isReadOnly: boolean;
  readonly isSensitive: boolean;
  readonly source: string;
}): Record<string, unknown> {
  const { name, value, isDefault, isReadOnly, isSensitive, source } = entry;
  return {
    name,
    value,
    is_default: isDefault,
    is_read_only: isReadOnly,
    is_sensitive: isSensitive,
    source,
    synonyms: [],
  };
}
