import { TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { KafkaCluster, type KafkaClusterAttributes } from "../../lib/kafka/kafka-cluster";

/** A Dedicated Azure cluster; PRIMARY, JUMP and DR unless something else is said. */
export const cluster = (
  attributes: Pick<KafkaClusterAttributes, "name" | "id" | "access"> & Partial<KafkaClusterAttributes>,
): KafkaCluster =>
  KafkaCluster.fromAttributes({
    kind: "Dedicated",
    cloud: "AZURE",
    restEndpoint: `https://${attributes.name}.example.test:443`,
    bootstrapEndpoint: `${attributes.name}.example.test:9092`,
    ...attributes,
  });

export const PRIMARY = cluster({ name: "primary", id: "lkc-1111", access: "private", region: "germanywestcentral" });
export const JUMP = cluster({ name: "jump", id: "lkc-2222", access: "public", region: "westeurope" });
export const DR = cluster({ name: "dr", id: "lkc-3333", access: "private", region: "northeurope" });

/** A stack with the provider that every construct needs. */
export function stackWithProvider(app: App, name = "stack"): TerraformStack {
  const stack = new TerraformStack(app, name);
  new ConfluentProvider(stack, "confluent");
  return stack;
}
