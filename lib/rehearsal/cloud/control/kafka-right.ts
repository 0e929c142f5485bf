/** Operations in Kafka's words. */
export type KafkaOperation =
  | "Alter"
  | "AlterConfigs"
  | "Create"
  | "Delete"
  | "Describe"
  | "DescribeConfigs"
  | "IdempotentWrite"
  | "Read"
  | "Write";

export type KafkaResourceType = "Cluster" | "Topic" | "Group";

/** What somebody wants to do to a Kafka resource. Without a name, it is meant for every topic or group. */
export interface KafkaRight {
  readonly operation: KafkaOperation;
  readonly resourceType: KafkaResourceType;
  readonly name?: string;
}
