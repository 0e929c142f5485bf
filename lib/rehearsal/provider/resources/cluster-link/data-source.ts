import type { DataSourceHandler } from "../../resource";
import { checkCredentials } from "../credentials";
import { attempt } from "../failures";
import { kafkaClusterOf } from "../kafka-access";
import { kafkaRest } from "../rest";
import { checkAttributes, isRestEndpoint } from "../validation";
import { textAt } from "../values";
import { readLink } from "./reading";

/** Data source `confluent_cluster_link`: state and settings of a link. */
export const clusterLinkData: DataSourceHandler = {
  type: "confluent_cluster_link",

  validate: (config) => [...checkAttributes(config, { rest_endpoint: isRestEndpoint }), ...checkCredentials(config)],

  read: async (config, context) =>
    attempt("error reading Cluster Link", async () => {
      const cluster = kafkaClusterOf(config, context);
      const linkName = textAt(config, "link_name");
      const {
        clusterLinkId,
        linkState,
        config: settings,
      } = await readLink(kafkaRest(context, cluster), cluster, linkName);
      return {
        ...config,
        id: `${cluster.id}/${linkName}`,
        cluster_link_id: clusterLinkId,
        link_state: linkState,
        config: settings,
      };
    }),
};
