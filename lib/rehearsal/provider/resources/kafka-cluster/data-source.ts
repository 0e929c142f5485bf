import type { DataSourceHandler } from "../../resource";
import { attempt } from "../failures";
import { listAll } from "../listing";
import { onlyOneNamed } from "../named";
import { controlPlane } from "../rest";
import { checkExactlyOne } from "../validation";
import { textAt } from "../values";
import { KAFKA_CLUSTERS, type KafkaClusterAnswer } from "./answer";
import { readCluster } from "./provisioning";
import { kafkaClusterState } from "./state";

/** Data source `confluent_kafka_cluster`: by id, or by name in the list of an environment. */
export const kafkaClusterData: DataSourceHandler = {
  type: "confluent_kafka_cluster",

  validate: (config) => checkExactlyOne(config, ["display_name", "id"]),

  async read(config, context) {
    const [id, name] = [textAt(config, "id"), textAt(config, "display_name")];
    const environmentId = textAt(config, "environment", "id");
    if (id !== "") {
      return attempt(`error reading Kafka Cluster "${id}"`, async () => ({
        ...config,
        ...kafkaClusterState(await readCluster({ id, environmentId }, context)),
      }));
    }
    return attempt(`error reading Kafka Cluster "${name}"`, async () => {
      const all = await listAll(controlPlane(context), KAFKA_CLUSTERS, { environment: environmentId });
      const found = onlyOneNamed(name, all as readonly KafkaClusterAnswer[], ({ spec }) => spec?.display_name);
      return { ...config, ...kafkaClusterState(found) };
    });
  },
};
