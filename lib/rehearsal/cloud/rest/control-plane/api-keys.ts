import { z } from "zod";
import { createApiKey, deleteApiKey, updateApiKey } from "../../control/api-keys";
import type { ControlOperation, ControlRight } from "../../control/control-rights";
import { clusterCrn, organizationCrn, principalCrn } from "../../control/crn";
import type { ApiKey, CloudState } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { ControlPlaneError } from "../../control-plane-error";
import { param } from "../route";
import { may, need, seen } from "./access";
import { page } from "./page";
import { metadata, reference, type Reference } from "./shape";
import { anyText, idObject, nameText } from "./text";

const PATH = "/iam/v2/api-keys";
const CLOUD = "cloud";

const creation = z.object({
  spec: z.object({
    display_name: anyText.optional(),
    description: anyText.optional(),
    owner: idObject,
    resource: z.object({ id: nameText, kind: z.string().optional(), api_version: z.string().optional() }).nullish(),
  }),
});
const change = z.object({ spec: z.object({ display_name: anyText.optional(), description: anyText.optional() }) });

/** API keys of clusters and Cloud keys. The secret is told once, to whoever creates the key; a missing key reads 403. */
export function addApiKeyRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const [owner, resource] = [call.query.get("spec.owner"), call.query.get("spec.resource")];
    const found = [...state.apiKeys.values()].filter(
      (key) =>
        (owner === null || key.ownerId === owner) &&
        (resource === null || (key.clusterId ?? CLOUD) === resource) &&
        may(call, rightOn(state, key, "Describe")),
    );
    const list = { apiVersion: "iam/v2", kind: "ApiKeyList", path: PATH };
    return page(list, call.query, found, (key) => keyBody(state, key));
  });
  router.onBody("POST", PATH, creation, (call) => {
    const { state } = call.cloud;
    const { display_name: displayName, description, owner, resource } = call.body.spec;
    const clusterId = clusterIdOf(resource);
    if (clusterId !== undefined) seen(state.clusters.get(clusterId));
    need(call, rightOn(state, { ownerId: owner.id, clusterId }, "Create"));
    const key = createApiKey(state, { ownerId: owner.id, clusterId, displayName, description });
    return { status: 202, body: keyBody(state, key, key.secret) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const key = keyOf(call, param(call, "id"), "Describe");
    return { status: 200, body: keyBody(call.cloud.state, key) };
  });
  router.onBody("PATCH", `${PATH}/{id}`, change, (call) => {
    const key = keyOf(call, param(call, "id"), "Alter");
    const { display_name: displayName, description } = call.body.spec;
    return { status: 200, body: keyBody(call.cloud.state, updateApiKey(key, { displayName, description })) };
  });
  router.on("DELETE", `${PATH}/{id}`, (call) => {
    deleteApiKey(call.cloud.state, keyOf(call, param(call, "id"), "Delete").id);
    return { status: 204 };
  });
}

function clusterIdOf(resource: { readonly id: string } | null | undefined): string | undefined {
  if (!resource || resource.id === CLOUD) return undefined;
  if (resource.id.startsWith("lkc-")) return resource.id;
  throw new ControlPlaneError(501, "not_emulated", `API keys for ${resource.id}: only Kafka clusters and Cloud keys`);
}

function keyOf(
  caller: Pick<ControlPlaneContext, "cloud" | "principal">,
  id: string,
  operation: ControlOperation,
): ApiKey {
  const { state } = caller.cloud;
  const key = seen(state.apiKeys.get(id));
  need(caller, rightOn(state, key, operation));
  return key;
}

function rightOn(
  state: CloudState,
  { ownerId, clusterId }: Pick<ApiKey, "ownerId" | "clusterId">,
  operation: ControlOperation,
): ControlRight {
  return { operation, resourceType: "ApiKey", crn: openedCrn(state, clusterId), ownerId };
}

function openedCrn(state: CloudState, clusterId: string | undefined): string {
  const cluster = clusterId === undefined ? undefined : state.clusters.get(clusterId);
  return cluster === undefined ? organizationCrn(state) : clusterCrn(state, cluster);
}

function keyBody(state: CloudState, key: ApiKey, secret?: string): unknown {
  const ownerCrn = principalCrn(state, key.ownerId);
  return {
    api_version: "iam/v2",
    kind: "ApiKey",
    id: key.id,
    metadata: metadata(`${PATH}/${key.id}`, `${ownerCrn}/api-key=${key.id}`, key.createdAt),
    spec: {
      display_name: key.displayName,
      description: key.description,
      owner: ownerReference(key.ownerId, ownerCrn),
      resource: resourceReference(state, key),
      ...(secret === undefined ? {} : { secret }),
    },
  };
}

function ownerReference(id: string, crn: string): Reference {
  return id.startsWith("u-")
    ? reference("iam/v2", "User", "/iam/v2/users/", id, crn)
    : reference("iam/v2", "ServiceAccount", "/iam/v2/service-accounts/", id, crn);
}

function resourceReference(state: CloudState, { clusterId }: ApiKey): Reference {
  if (clusterId !== undefined) {
    return reference("cmk/v2", "Cluster", "/cmk/v2/clusters/", clusterId, openedCrn(state, clusterId));
  }
  return { api_version: "iam/v2", kind: "Cloud", id: CLOUD, related: CLOUD, resource_name: CLOUD };
}
