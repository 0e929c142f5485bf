import { allows } from "../../control/rights";
import type { KafkaOperation, KafkaRight } from "../../control/kafka-right";
import { forbidden } from "../../refusals";
import type { DataPlaneContext } from "./context";

/** Whether the caller may do this. */
export function may({ cloud, cluster, principal }: DataPlaneContext, right: KafkaRight): boolean {
  return allows(cloud.state, cluster.id, principal, right);
}

/** Refuses a caller who may not do this to the cluster. */
export function needCluster(context: DataPlaneContext, ...operations: readonly KafkaOperation[]): void {
  for (const operation of operations) need(context, { operation, resourceType: "Cluster" });
}

/** Refuses a caller who may not do this to a topic. */
export function needTopic(context: DataPlaneContext, name: string, ...operations: readonly KafkaOperation[]): void {
  for (const operation of operations) need(context, { operation, resourceType: "Topic", name });
}

/** Refuses a caller who may not do this to a consumer group. */
export function needGroup(context: DataPlaneContext, name: string, ...operations: readonly KafkaOperation[]): void {
  for (const operation of operations) need(context, { operation, resourceType: "Group", name });
}

function need(context: DataPlaneContext, right: KafkaRight): void {
  if (may(context, right)) return;
  throw forbidden(
    `${right.resourceType} authorization failed: ${context.principal.id} has no right to ${right.operation} it.`,
  );
}
