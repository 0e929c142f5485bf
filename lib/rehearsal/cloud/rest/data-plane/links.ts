import { z } from "zod";
import type { HostedHalf } from "../../halves";
import { createLink, deleteLink, findLink, type LinkRequest } from "../../links";
import { partitionStates } from "../../partition-states";
import type { LinkHalf } from "../../state";
import { RequestRefusal } from "../refusal";
import { param } from "../route";
import { needCluster } from "./authorize";
import { ConfigList, configMap } from "./bodies";
import type { DataPlaneContext, DataPlaneRouter } from "./context";
import { flag, refuseTrial } from "./flags";
import { apiObject, listAnswer, pathTo } from "./shapes";

const CreateLink = z.object({
  source_cluster_id: z.string().nullish(),
  destination_cluster_id: z.string().nullish(),
  remote_cluster_id: z.string().nullish(),
  configs: ConfigList.optional(),
});

/** A cluster's link halves. */
export function registerLinks(router: DataPlaneRouter): void {
  router.onBody("POST", "/links", CreateLink, ({ body, query, ...context }) => {
    needCluster(context, "Alter");
    const name = query.get("link_name");
    if (name === null || name === "") throw new RequestRefusal(400, "link_name is missing");
    refuseTrial(flag(query, "validate_only"), "a link's creation");
    createLink(context.cloud, context.cluster.id, {
      name,
      peer: peerOf(body),
      configs: configMap(body.configs),
      validateLink: flag(query, "validate_link", true),
    });
    return { status: 204 };
  });

  router.on("GET", "/links", (context) => {
    needCluster(context, "Describe");
    const { cluster } = context;
    const halves = [...cluster.links.values()];
    return listAnswer(
      cluster,
      "KafkaLinkDataList",
      "/links",
      halves.map((half) => linkObject(context, half, false)),
    );
  });

  router.on("GET", "/links/{link_name}", (call) => {
    needCluster(call, "Describe");
    const half = findLink(call.cloud, call.cluster.id, param(call, "link_name"));
    return { status: 200, body: linkObject(call, half, flag(call.query, "include_tasks")) };
  });

  router.on("DELETE", "/links/{link_name}", (call) => {
    needCluster(call, "Alter");
    refuseTrial(flag(call.query, "validate_only"), "a link's deletion");
    deleteLink(call.cloud, call.cluster.id, param(call, "link_name"), { force: flag(call.query, "force") });
    return { status: 200 };
  });
}

function peerOf(body: z.infer<typeof CreateLink>): LinkRequest["peer"] {
  const given = (["source", "destination", "remote"] as const).flatMap((role) => {
    const id = body[`${role}_cluster_id`];
    return id ? [{ role, id }] : [];
  });
  const [peer] = given;
  if (peer === undefined || given.length > 1) {
    throw new RequestRefusal(
      400,
      "Exactly one of source_cluster_id, destination_cluster_id and remote_cluster_id names the other cluster",
    );
  }
  return peer;
}

const PEER_ROLES = { DESTINATION: "source", SOURCE: "destination", BIDIRECTIONAL: "remote" } as const;

function linkObject({ cluster }: DataPlaneContext, half: LinkHalf, includeTasks: boolean): object {
  const role = PEER_ROLES[half.mode];
  return apiObject(
    cluster,
    { kind: "KafkaLinkData", path: pathTo("links", half.name) },
    {
      source_cluster_id: role === "source" ? half.peerId : null,
      destination_cluster_id: role === "destination" ? half.peerId : null,
      remote_cluster_id: half.peerId,
      link_name: half.name,
      link_id: half.clusterLinkId,
      cluster_link_id: half.clusterLinkId,
      topic_names: [...cluster.topics.values()]
        .filter(({ mirror }) => mirror?.linkName === half.name)
        .map(({ name }) => name),
      link_error: half.error,
      link_error_message: half.errorMessage === "" ? null : half.errorMessage,
      link_state: half.state,
      tasks: includeTasks ? tasksOf(half) : null,
      category_counts: countsOf({ host: cluster, half }),
    },
  );
}

function countsOf(hosted: HostedHalf): object[] | null {
  const counts = partitionStates(hosted);
  return counts === undefined ? null : [...counts].map(([state_category, count]) => ({ state_category, count }));
}

function tasksOf(half: LinkHalf): object[] {
  return [...half.tasks].map(([name, { state, error }]) => ({
    task_name: name,
    state,
    errors: error === undefined ? [] : [{ error_code: taskErrorCode(error), error_message: error }],
  }));
}

function taskErrorCode(message: string): string {
  return message.startsWith("Misconfigured") ? "MISCONFIGURATION_ERROR" : "UNKNOWN";
}
