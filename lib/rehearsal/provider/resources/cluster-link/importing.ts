import type { ClusterRole } from "../../../../model/link-mode";
import { ProviderError, type OperationContext, type Values } from "../../resource";
import { credentialsBlock } from "../credentials";
import { orNull } from "../values";
import { blockOf } from "./roles";

export interface ImportId {
  readonly linkName: string;
  readonly linkMode: string;
  readonly connectionMode: string;
  readonly ids: Readonly<Partial<Record<ClusterRole, string>>>;
}

/** Reads an import id, which is not the id in the state. */
export function partsOfImportId(text: string): ImportId {
  const [linkName = "", linkMode = "", connectionMode = "", first = "", second, ...more] = text.split("/");
  if (second === undefined || more.length > 0) {
    throw new ProviderError(
      "error importing Cluster Link: invalid format: expected '<link name>/<link mode>/<connection mode>/" +
        "<id of the source or local cluster>/<id of the destination or remote cluster>'",
    );
  }
  const ids = linkMode === "BIDIRECTIONAL" ? { local: first, remote: second } : { source: first, destination: second };
  return { linkName, linkMode, connectionMode, ids };
}

/** Blocks of a link as its import id and the environment name them. What the environment does not name is absent. */
export function importedBlocks(
  roles: readonly ClusterRole[],
  ids: ImportId["ids"],
  environment: OperationContext["environment"],
): Values {
  const blocks = roles.map((role) => {
    const named = (what: string): string => environment[`IMPORT_${role.toUpperCase()}_KAFKA_${what}`] ?? "";
    const block = {
      id: ids[role] ?? "",
      rest_endpoint: orNull(named("REST_ENDPOINT")),
      bootstrap_endpoint: orNull(named("BOOTSTRAP_ENDPOINT")),
      credentials: credentialsBlock(named("API_KEY"), named("API_SECRET")),
    };
    return [blockOf(role), [block]] as const;
  });
  return Object.fromEntries(blocks);
}
