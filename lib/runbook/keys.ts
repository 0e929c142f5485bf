import type { RunbookCluster } from "./cluster";
import { keyNames, type KeyNames } from "./config-files";
import type { RunbookTopology } from "./topology";

/** Names of a cluster's key for REST calls and clients: those of a half that lives there, else made of the cluster's name. */
export function keyNamesOf({ legs }: RunbookTopology, cluster: RunbookCluster): KeyNames {
  const half = legs.flatMap(({ halves }) => halves).find(({ host }) => host === cluster);
  return half
    ? keyNames(half, half.mode.host, cluster)
    : { key: `${cluster.slug}-api-key`, secret: `${cluster.slug}-api-secret` };
}
