import { settingDefinition } from "../../../../model/settings";
import type { Values } from "../../resource";
import { attempt } from "../failures";
import { kafkaPath, type KafkaCluster, type Rest } from "../rest";

/** What the API says of a link. */
export interface ReadLink {
  readonly linkName: string;
  readonly clusterLinkId: string;
  readonly linkState: string;
  readonly config: Values;
}

interface LinkConfigs {
  readonly data?: readonly { readonly name?: string; readonly value?: string | null; readonly source?: string }[];
}

/** Entries that somebody set: those that the provider knows, and no defaults. */
function ownSettings({ data = [] }: LinkConfigs): Values {
  const own = data.flatMap(({ name = "", value, source }) =>
    source === "DYNAMIC_CLUSTER_LINK_CONFIG" && settingDefinition(name) !== undefined ? [[name, value ?? ""]] : [],
  );
  return Object.fromEntries(own) as Values;
}

/** Reads a link, then its settings. */
export async function readLink(rest: Rest, cluster: KafkaCluster, linkName: string): Promise<ReadLink> {
  const link = (await rest.get(kafkaPath(cluster, "links", linkName))) as {
    readonly link_name?: string;
    readonly cluster_link_id?: string;
    readonly link_state?: string;
  };
  const name = link.link_name ?? "";
  const configs = await attempt(
    `error reading Cluster Link "${linkName}": could not load configs`,
    async () => (await rest.get(kafkaPath(cluster, "links", name, "configs"))) as LinkConfigs,
  );
  return {
    linkName: name,
    clusterLinkId: link.cluster_link_id ?? "",
    linkState: link.link_state ?? "",
    config: ownSettings(configs),
  };
}
