import { z } from "zod";
import { findLink } from "../../links";
import {
  createMirror,
  failOverMirrors,
  findMirror,
  mirrorLags,
  mirrorsOf,
  pauseMirrors,
  promoteMirrors,
  resumeMirrors,
  type MirrorLag,
  type MirrorResult,
  type Verb,
} from "../../mirrors";
import { truncateAndRestoreMirrors } from "../../restoring";
import { reverseAndPauseMirrors, reverseAndStartMirrors } from "../../reversing";
import type { Topic } from "../../state";
import { RequestRefusal } from "../refusal";
import { param } from "../route";
import { epochMs } from "../virtual-date";
import { needCluster, needTopic } from "./authorize";
import { ConfigList, configMap } from "./bodies";
import type { DataPlaneContext, DataPlaneRouter } from "./context";
import { flag } from "./flags";
import { apiObject, listAnswer, pathTo, selfUrl } from "./shapes";

const CreateMirror = z.object({
  source_topic_name: z.string(),
  mirror_topic_name: z.string().nullish(),
  replication_factor: z.number().int().nullish(),
  configs: ConfigList.nullish(),
});

const AlterMirrors = z.object({
  mirror_topic_names: z.array(z.string()).nullish(),
  mirror_topic_name_pattern: z.string().max(1_000).nullish(),
});

const RESTORE = "truncate-and-restore";

const OPERATIONS: Readonly<Record<string, Verb>> = {
  pause: pauseMirrors,
  resume: resumeMirrors,
  promote: promoteMirrors,
  failover: failOverMirrors,
  "reverse-and-start-mirror": reverseAndStartMirrors,
  "reverse-and-pause-mirror": reverseAndPauseMirrors,
  [RESTORE]: truncateAndRestoreMirrors,
};

/** Mirror topics of a cluster's links. */
export function registerMirrors(router: DataPlaneRouter): void {
  router.onBody("POST", "/links/{link_name}/mirrors", CreateMirror, (call) => {
    const { body, cloud, cluster } = call;
    const linkName = param(call, "link_name");
    const mirrorTopic = body.mirror_topic_name || undefined;
    const prefix = cluster.links.get(linkName)?.configs.get("cluster.link.prefix") ?? "";
    needCluster(call, "Alter", "AlterConfigs");
    needTopic(call, mirrorTopic ?? prefix + body.source_topic_name, "Create");
    createMirror(cloud, cluster.id, linkName, {
      sourceTopic: body.source_topic_name,
      ...(mirrorTopic === undefined ? {} : { mirrorTopic }),
      ...(body.configs ? { configs: configMap(body.configs) } : {}),
      ...(typeof body.replication_factor === "number" ? { replicationFactor: body.replication_factor } : {}),
    });
    return { status: 204 };
  });

  router.on("GET", "/links/-/mirrors", (call) => {
    needCluster(call, "Describe");
    const mirrors = [...call.cluster.links.keys()].flatMap((link) => mirrorsOf(call.cloud, call.cluster.id, link));
    return listed(call, "-", mirrors);
  });

  router.on("GET", "/links/{link_name}/mirrors", (call) => {
    needCluster(call, "Describe");
    const { name } = findLink(call.cloud, call.cluster.id, param(call, "link_name"));
    return listed(call, name, mirrorsOf(call.cloud, call.cluster.id, name));
  });

  router.on("GET", "/links/{link_name}/mirrors/{mirror_topic_name}", (call) => {
    needCluster(call, "Describe");
    const mirror = findMirror(call.cloud, call.cluster.id, param(call, "link_name"), param(call, "mirror_topic_name"));
    return { status: 200, body: mirrorObject(call, mirror) };
  });

  for (const [verb, operation] of Object.entries(OPERATIONS)) {
    router.onBody("POST", `/links/{link_name}/mirrors:${verb}`, AlterMirrors, (call) => {
      const { cloud, cluster, body, query } = call;
      needCluster(call, "Describe");
      const link = findLink(cloud, cluster.id, param(call, "link_name"));
      // What is restored is no mirror topic yet.
      const topics = verb === RESTORE ? [...cluster.topics.values()] : mirrorsOf(cloud, cluster.id, link.name);
      const names = chosen(body, topics);
      for (const name of names) needTopic(call, name, "Alter", "Describe");
      const results = operation(cloud, cluster.id, link.name, names, { validateOnly: flag(query, "validate_only") });
      const path = pathTo("links", link.name, "mirrors");
      const byPartition = flag(query, "include_partition_level_truncation_data");
      return {
        status: 200,
        body: {
          kind: "KafkaPromoteMirror",
          metadata: { self: selfUrl(cluster, path), resource_name: `crn:///kafka=${cluster.id}` },
          data: results.map((result) =>
            apiObject(
              cluster,
              {
                kind: "AlterMirrorsData",
                path: path + pathTo(result.mirrorTopicName),
                resourceName: `crn:///kafka=${cluster.id}`,
              },
              {
                mirror_topic_name: result.mirrorTopicName,
                error_code: result.errorCode,
                error_message: result.errorMessage,
                mirror_lags: result.lags.map(lagObject),
                ...truncationOf(result, byPartition),
              },
            ),
          ),
        },
      };
    });
  }
}

function truncationOf({ truncation }: MirrorResult, byPartition: boolean): object {
  const partitions = byPartition && truncation ? truncation.partitions : [];
  return {
    messages_truncated: truncation?.messages ?? null,
    partition_level_truncation_data: partitions.map(({ partition, messages, offset }) => ({
      partition_id: partition,
      messages_truncated: messages,
      offset_truncated_to: offset,
    })),
  };
}

function chosen(body: z.infer<typeof AlterMirrors>, mirrors: readonly Topic[]): string[] {
  const { mirror_topic_names: names, mirror_topic_name_pattern: pattern } = body;
  if (Boolean(names) === Boolean(pattern)) {
    throw new RequestRefusal(
      400,
      "Exactly one of mirror_topic_names and mirror_topic_name_pattern chooses the mirrors",
    );
  }
  if (names) return [...new Set(names)];
  const whole = wholeName(pattern ?? "");
  return mirrors.map(({ name }) => name).filter((name) => whole.test(name));
}

function wholeName(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    throw new RequestRefusal(400, "mirror_topic_name_pattern is no regular expression");
  }
}

function listed(call: DataPlaneContext & { readonly query: URLSearchParams }, link: string, mirrors: readonly Topic[]) {
  const status = call.query.get("mirror_status")?.toUpperCase();
  const wanted = status ? mirrors.filter(({ mirror }) => mirror?.status === status) : mirrors;
  const path = link === "-" ? "/links/-/mirrors" : pathTo("links", link, "mirrors");
  return listAnswer(
    call.cluster,
    "KafkaMirrorDataList",
    path,
    wanted.map((topic) => mirrorObject(call, topic)),
  );
}

function mirrorObject(
  { cloud, cluster, query }: DataPlaneContext & { readonly query: URLSearchParams },
  topic: Topic,
): object {
  const { mirror, name, partitions } = topic;
  if (mirror === undefined) throw new Error(`${name} is no mirror topic`);
  return apiObject(
    cluster,
    {
      kind: "KafkaMirrorData",
      path: pathTo("links", mirror.linkName, "mirrors", name),
      resourceName: `crn:///kafka=${cluster.id}`,
    },
    {
      link_name: mirror.linkName,
      mirror_topic_name: name,
      source_topic_name: mirror.sourceTopic,
      num_partitions: partitions.length,
      mirror_lags: mirrorLags(cloud, cluster.id, name).map(lagObject),
      mirror_status: mirror.status,
      mirror_topic_error: mirror.error ?? "NO_ERROR",
      state_time_ms: epochMs(mirror.since),
      ...(flag(query, "include_state_transition_errors") ? { mirror_state_transition_errors: [] } : {}),
    },
  );
}

function lagObject({ partition, lag, lastSourceFetchOffset }: MirrorLag): object {
  return { partition, lag, last_source_fetch_offset: lastSourceFetchOffset };
}
