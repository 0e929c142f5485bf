import { z } from "zod";
import { CLUSTER_KINDS } from "../../../../model/topology";
import { createCluster, deleteCluster, updateCluster } from "../../control/clusters";
import type { ControlOperation, ControlRight } from "../../control/control-rights";
import { clusterCrn, environmentCrn } from "../../control/crn";
import type { Cluster, CloudState } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { ControlPlaneError } from "../../control-plane-error";
import { param } from "../route";
import { may, need, required, seen } from "./access";
import { CLUSTER_PATH as PATH, clusterBody } from "./cluster-body";
import { environmentOf } from "./environments";
import { page } from "./page";
import { idObject, nameText } from "./text";

const count = z.number().int().positive();
const config = z.object({
  kind: z.enum(CLUSTER_KINDS),
  cku: count.optional(),
  max_ecku: count.optional(),
  encryption_key: z.string().optional(),
});
const creation = z.object({
  spec: z.object({
    display_name: nameText,
    availability: z.string(),
    cloud: z.string(),
    region: z.string(),
    config,
    environment: idObject,
    network: idObject.optional(),
    byok: idObject.optional(),
    deletion_protection: z.boolean().optional(),
  }),
});
const change = z.object({
  spec: z.object({
    display_name: nameText.optional(),
    config: config.optional(),
    environment: idObject,
    deletion_protection: z.boolean().optional(),
  }),
});

/** Kafka clusters. Requests name the environment; a missing cluster reads 403. */
export function addClusterRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const environment = environmentOf(call, required(call.query, "environment"), "Describe");
    const network = call.query.get("spec.network");
    const found = [...state.clusters.values()].filter(
      (cluster) =>
        cluster.environmentId === environment.id &&
        (network === null || cluster.networkId === network) &&
        may(call, rightOn(state, cluster, "Describe")),
    );
    const list = { apiVersion: "cmk/v2", kind: "ClusterList", path: PATH };
    return page(list, call.query, found, (cluster) => clusterBody(state, cluster));
  });
  router.onBody("POST", PATH, creation, async (call) => {
    const { cloud, listeners } = call;
    const { spec } = call.body;
    const environment = seen(cloud.state.environments.get(spec.environment.id));
    const crn = environmentCrn(cloud.state, environment.id);
    need(call, { operation: "Create", resourceType: "KafkaCluster", crn });
    refuseOwnKeys(spec);
    const cluster = createCluster(cloud, {
      environmentId: environment.id,
      displayName: spec.display_name,
      kind: spec.config.kind,
      cloud: spec.cloud,
      region: spec.region,
      availability: spec.availability,
      cku: spec.config.cku,
      maxEcku: spec.config.max_ecku,
      networkId: spec.network?.id,
      deletionProtection: spec.deletion_protection,
    });
    const url = await listeners.open(cluster.id);
    if (listeners.areTold) cluster.restEndpoint = url;
    return { status: 202, body: clusterBody(cloud.state, cluster) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const cluster = clusterOf(call, required(call.query, "environment"), "Describe");
    return { status: 200, body: clusterBody(call.cloud.state, cluster) };
  });
  router.onBody("PATCH", `${PATH}/{id}`, change, (call) => {
    const { spec } = call.body;
    const cluster = clusterOf(call, spec.environment.id, "Alter");
    const changed = updateCluster(call.cloud, cluster, {
      displayName: spec.display_name,
      kind: spec.config?.kind,
      cku: spec.config?.cku,
      maxEcku: spec.config?.max_ecku,
      deletionProtection: spec.deletion_protection,
    });
    return { status: 200, body: clusterBody(call.cloud.state, changed) };
  });
  router.on("DELETE", `${PATH}/{id}`, async (call) => {
    const cluster = clusterOf(call, required(call.query, "environment"), "Delete");
    deleteCluster(call.cloud.state, cluster);
    await call.listeners.close(cluster.id);
    return { status: 204 };
  });
}

function refuseOwnKeys(spec: { byok?: unknown; config: { encryption_key?: string | undefined } }): void {
  if (spec.byok === undefined && spec.config.encryption_key === undefined) return;
  throw new ControlPlaneError(501, "not_emulated", "clusters with an encryption key of their own");
}

function clusterOf(
  caller: Pick<ControlPlaneContext, "cloud" | "principal"> & { readonly params: Readonly<Record<string, string>> },
  environmentId: string,
  operation: ControlOperation,
): Cluster {
  const { state } = caller.cloud;
  const cluster = seen(state.clusters.get(param(caller, "id")));
  seen(cluster.environmentId === environmentId ? cluster : undefined);
  need(caller, rightOn(state, cluster, operation));
  return cluster;
}

function rightOn(state: CloudState, cluster: Cluster, operation: ControlOperation): ControlRight {
  return { operation, resourceType: "KafkaCluster", crn: clusterCrn(state, cluster) };
}
