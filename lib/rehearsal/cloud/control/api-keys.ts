import { ControlPlaneError } from "../control-plane-error";
import type { ApiKey, CloudState } from "../state";
import { nextKeyId, secretOf } from "./ids";

/** What an API key is created with. */
export interface ApiKeyProps {
  /** A service account, or a user (`u-…`). */
  readonly ownerId: string;
  /** The cluster that it opens. Without it, it is a Cloud key. */
  readonly clusterId?: string | undefined;
  readonly displayName?: string | undefined;
  readonly description?: string | undefined;
}

/** Makes a key. It works at once. */
export function createApiKey(state: CloudState, props: ApiKeyProps): ApiKey {
  const id = nextKeyId(state);
  return addKey(state, props, id, secretOf(state, id));
}

/** Takes a key with the id and secret that somebody already has. */
export function adoptApiKey(
  state: CloudState,
  props: ApiKeyProps & { readonly key: string; readonly secret: string },
): ApiKey {
  if (state.apiKeys.has(props.key)) throw new ControlPlaneError(409, "conflict", `API key ${props.key} already exists`);
  return addKey(state, props, props.key, props.secret);
}

/** Changes what a key is called. */
export function updateApiKey(key: ApiKey, props: Pick<ApiKeyProps, "displayName" | "description">): ApiKey {
  key.displayName = props.displayName ?? key.displayName;
  key.description = props.description ?? key.description;
  return key;
}

/** Deletes a key. From now on it opens nothing, and links that dial with it lose their authentication. */
export function deleteApiKey(state: CloudState, id: string): void {
  state.apiKeys.delete(id);
}

/** Deletes every key of an account. */
export function deleteKeysOf(state: CloudState, ownerId: string): void {
  for (const key of [...state.apiKeys.values()]) if (key.ownerId === ownerId) deleteApiKey(state, key.id);
}

/** Deletes every key of a cluster. */
export function deleteKeysFor(state: CloudState, clusterId: string): void {
  for (const key of [...state.apiKeys.values()]) if (key.clusterId === clusterId) deleteApiKey(state, key.id);
}

function addKey(state: CloudState, props: ApiKeyProps, id: string, secret: string): ApiKey {
  if (!props.ownerId.startsWith("u-") && !state.serviceAccounts.has(props.ownerId)) {
    throw new ControlPlaneError(400, "invalid_owner", `${props.ownerId} does not exist`);
  }
  if (props.clusterId !== undefined && !state.clusters.has(props.clusterId)) {
    throw new ControlPlaneError(400, "invalid_resource", `${props.clusterId} does not exist`);
  }
  const key: ApiKey = {
    id,
    secret,
    ownerId: props.ownerId,
    clusterId: props.clusterId,
    displayName: props.displayName ?? "",
    description: props.description ?? "",
    createdAt: state.now,
  };
  state.apiKeys.set(id, key);
  return key;
}
