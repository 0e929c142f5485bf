import type { OperationContext } from "../../resource";
import { environmentPath, type EnvironmentAnswer } from "../environment";
import { attempt } from "../failures";
import { listAll } from "../listing";
import { HOUR, MINUTE, SECOND, waitFor } from "../polling";
import { controlPlane } from "../rest";
import { kafkaClusterPath, type KafkaClusterAnswer } from "./answer";
import type { KindBlock } from "./kinds";

const PHASES = { pending: ["PROVISIONING"], target: "PROVISIONED" };

const timeoutOf = (block: KindBlock): number => (block === "dedicated" ? 72 * HOUR : HOUR);

/** A cluster that is being made or changed. */
export interface ClusterAddress {
  readonly id: string;
  readonly environmentId: string;
}

export async function readCluster(
  { id, environmentId }: ClusterAddress,
  context: OperationContext,
): Promise<KafkaClusterAnswer> {
  return (await controlPlane(context).get(kafkaClusterPath(id, environmentId))) as KafkaClusterAnswer;
}

async function untilSchemaRegistry(environmentId: string, context: OperationContext): Promise<void> {
  const rest = controlPlane(context);
  const polling = { ...PHASES, delayMs: 5 * SECOND, intervalMs: 5 * SECOND, timeoutMs: 10 * MINUTE };
  await waitFor(context.activity, polling, async () => {
    const clusters = (await listAll(rest, "/srcm/v3/clusters", {
      environment: environmentId,
    })) as readonly KafkaClusterAnswer[];
    return clusters[0] === undefined ? "PROVISIONING" : (clusters[0].status?.phase ?? "");
  });
}

/** Waits for a new cluster, and for the schema registry of an environment that has one. */
export async function untilProvisioned(
  address: ClusterAddress,
  block: KindBlock,
  context: OperationContext,
): Promise<void> {
  const { id, environmentId } = address;
  const polling = { ...PHASES, delayMs: 5 * SECOND, intervalMs: MINUTE, timeoutMs: timeoutOf(block) };
  await attempt(`error waiting for Kafka Cluster "${id}" to provision`, async () =>
    waitFor(context.activity, polling, async () => (await readCluster(address, context)).status?.phase ?? ""),
  );
  const environment = (await attempt(`error reading Environment "${environmentId}"`, async () =>
    controlPlane(context).get(environmentPath(environmentId)),
  )) as EnvironmentAnswer;
  if ((environment.stream_governance_config ?? null) === null) return;
  await attempt("error waiting for Schema Registry Cluster to provision", async () =>
    untilSchemaRegistry(environmentId, context),
  );
}

/** Waits until a cluster has the number of CKUs that was asked for. */
export async function untilResized(address: ClusterAddress, cku: number, context: OperationContext): Promise<void> {
  const polling = { delayMs: 5 * SECOND, intervalMs: MINUTE, timeoutMs: 72 * HOUR };
  await attempt(`error waiting for Kafka Cluster "${address.id}" to perform CKU update`, async () =>
    waitFor(context.activity, { ...polling, pending: ["IN_PROGRESS"], target: "DONE" }, async () => {
      const { spec, status } = await readCluster(address, context);
      return status?.cku === cku && spec?.config?.cku === cku ? "DONE" : "IN_PROGRESS";
    }),
  );
}
