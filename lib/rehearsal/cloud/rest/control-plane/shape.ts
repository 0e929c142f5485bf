import { isoDate } from "../virtual-date";

/** Where the emulated control plane says it is. Clients take page tokens from such addresses, and nothing else. */
export const CONTROL_PLANE = "https://api.confluent.cloud";

/** What each object says about itself. */
export interface Metadata {
  readonly self: string;
  readonly resource_name: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Metadata of an object. */
export function metadata(path: string, crn: string, createdAt: number | undefined): Metadata {
  const at = isoDate(createdAt ?? 0);
  return { self: CONTROL_PLANE + path, resource_name: crn, created_at: at, updated_at: at };
}

/** A reference from one object to another. */
export interface Reference {
  readonly api_version: string;
  readonly kind: string;
  readonly id: string;
  readonly related: string;
  readonly resource_name: string;
}

/** A reference to what has an address. `path` ends with a slash. */
export function reference(apiVersion: string, kind: string, path: string, id: string, crn: string): Reference {
  return { api_version: apiVersion, kind, id, related: `${CONTROL_PLANE}${path}${id}`, resource_name: crn };
}
