import type { OperationContext } from "../../resource";
import { attempt, Refusal } from "../failures";
import { kafkaClusterPath, type KafkaClusterAnswer } from "../kafka-cluster/answer";
import { MINUTE, SECOND, waitFor } from "../polling";
import { controlPlane, kafkaPath, kafkaRest, Rest } from "../rest";
import { isKafkaKey, type KeyResource } from "./answer";

const POLLING = { intervalMs: MINUTE, timeoutMs: 20 * MINUTE, pending: ["IN_PROGRESS"], target: "DONE" };

/** A key that was created just now. */
export interface NewKey {
  readonly key: string;
  readonly secret: string;
  /** Absent for a Cloud API key. */
  readonly resource?: KeyResource;
  /** Empty for a key without one. */
  readonly environmentId: string;
}

/** Whether a key is known already: not yet, as long as it is refused. */
async function probe(rest: Rest, path: string): Promise<string> {
  try {
    await rest.get(path);
    return "DONE";
  } catch (error) {
    if (error instanceof Refusal && [401, 403].includes(error.status)) return "IN_PROGRESS";
    throw error;
  }
}

async function restEndpointOf(clusterId: string, environmentId: string, context: OperationContext): Promise<string> {
  const path = kafkaClusterPath(clusterId, environmentId);
  const cluster = (await controlPlane(context).get(path)) as KafkaClusterAnswer;
  const endpoint = cluster.spec?.http_endpoint ?? "";
  if (endpoint === "") throw new Error("it has no rest_endpoint");
  return endpoint;
}

/** Two good answers in a row: then every broker knows the key. */
async function untilClusterKnows({ key, secret, environmentId }: NewKey, clusterId: string, context: OperationContext) {
  const restEndpoint = await attempt(`error fetching Kafka Cluster "${clusterId}"`, async () =>
    restEndpointOf(clusterId, environmentId, context),
  );
  const cluster = { id: clusterId, restEndpoint, key, secret };
  const rest = kafkaRest(context, cluster);
  await attempt(`error waiting for Kafka API Key "${key}" to sync`, async () =>
    waitFor(context.activity, { ...POLLING, delayMs: MINUTE, times: 2 }, async () =>
      probe(rest, kafkaPath(cluster, "topics")),
    ),
  );
}

async function untilCloudKnows({ key, secret }: NewKey, context: OperationContext) {
  const rest = new Rest(context, { endpoint: context.provider.endpoint, credentials: { key, secret } });
  await attempt(`error waiting for Cloud API Key "${key}" to sync`, async () =>
    waitFor(context.activity, { ...POLLING, delayMs: 15 * SECOND }, async () => probe(rest, "/org/v2/environments")),
  );
}

/** Waits until a new key works. */
export async function untilKeyWorks(created: NewKey, context: OperationContext): Promise<void> {
  const { key, resource } = created;
  if (resource === undefined || resource.kind === "Global") {
    await untilCloudKnows(created, context);
  } else if (isKafkaKey(resource)) {
    await untilClusterKnows(created, resource.id ?? "", context);
  } else if (resource.api_version?.startsWith("srcm/") === true || resource.kind === "Region") {
    await context.activity.wait(MINUTE);
  } else if (resource.api_version === "ksqldbcm/v2") {
    await context.activity.wait(5 * MINUTE);
  } else {
    throw new Error(`unexpected resource of API Key "${key}": ${JSON.stringify(resource)}`);
  }
}
