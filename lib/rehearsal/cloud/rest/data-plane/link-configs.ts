import { z } from "zod";
import { alterLinkConfigs, findLink } from "../../links";
import { linkConfigEntries, type LinkConfigEntry } from "../../link-configs";
import type { Cluster } from "../../state";
import { RequestRefusal } from "../refusal";
import { param } from "../route";
import { needCluster } from "./authorize";
import { AlterConfigs, settingChanges } from "./bodies";
import type { DataPlaneRouter } from "./context";
import { flag } from "./flags";
import { apiObject, listAnswer, pathTo, settingMembers } from "./shapes";

const SetConfig = z.object({ value: z.string() });

/** Settings of a cluster's link halves. */
export function registerLinkConfigs(router: DataPlaneRouter): void {
  router.on("GET", "/links/{link_name}/configs", (call) => {
    needCluster(call, "Describe");
    const half = findLink(call.cloud, call.cluster.id, param(call, "link_name"));
    const entries = linkConfigEntries(half).map((entry) => configObject(call.cluster, half.name, entry));
    return listAnswer(call.cluster, "KafkaLinkConfigDataList", pathTo("links", half.name, "configs"), entries);
  });

  router.onBody("PUT", "/links/{link_name}/configs:alter", AlterConfigs, (call) => {
    needCluster(call, "Alter");
    const validateOnly = flag(call.query, "validate_only") || call.body.validate_only === true;
    alterLinkConfigs(call.cloud, call.cluster.id, param(call, "link_name"), settingChanges(call.body), {
      validateOnly,
    });
    return { status: 204 };
  });

  router.on("GET", "/links/{link_name}/configs/{config_name}", (call) => {
    needCluster(call, "Describe");
    const half = findLink(call.cloud, call.cluster.id, param(call, "link_name"));
    const name = param(call, "config_name");
    const entry = linkConfigEntries(half).find((other) => other.name === name);
    if (entry === undefined) throw new RequestRefusal(404, `Links have no setting ${JSON.stringify(name)}`);
    return { status: 200, body: configObject(call.cluster, half.name, entry) };
  });

  router.onBody("PUT", "/links/{link_name}/configs/{config_name}", SetConfig, (call) => {
    needCluster(call, "Alter");
    const change = { name: param(call, "config_name"), value: call.body.value, operation: "SET" } as const;
    alterLinkConfigs(call.cloud, call.cluster.id, param(call, "link_name"), [change]);
    return { status: 204 };
  });

  router.on("DELETE", "/links/{link_name}/configs/{config_name}", (call) => {
    needCluster(call, "Alter");
    const change = { name: param(call, "config_name"), operation: "DELETE" } as const;
    alterLinkConfigs(call.cloud, call.cluster.id, param(call, "link_name"), [change]);
    return { status: 204 };
  });
}

function configObject(cluster: Cluster, linkName: string, entry: LinkConfigEntry): object {
  return apiObject(
    cluster,
    { kind: "KafkaLinkConfigData", path: pathTo("links", linkName, "configs", entry.name) },
    {
      cluster_id: cluster.id,
      ...settingMembers(entry),
      link_name: linkName,
    },
  );
}
