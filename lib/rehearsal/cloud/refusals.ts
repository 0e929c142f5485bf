import { ApiError } from "./api-error";
import type { Cloud } from "./cloud";
import type { Cluster, Topic } from "./state";

/** The request says something that the cluster does not take. */
export function invalid(message: string): ApiError {
  return new ApiError(400, 40002, message);
}

/** A name that is not what prefix and source topic give. */
export function renamed(message: string): ApiError {
  return new ApiError(400, 40035, message);
}

/** A principal may not do this. */
export function forbidden(message: string): ApiError {
  return new ApiError(403, 40301, message);
}

export function unknownTopic(name: string): ApiError {
  return new ApiError(404, 40403, `This server does not host this topic-partition: ${JSON.stringify(name)}.`);
}

export function unknownLink(name: string): ApiError {
  return new ApiError(404, 404, `Cluster link ${JSON.stringify(name)} does not exist.`);
}

/** Something of the real service that the emulator does not carry. */
export function notEmulated(what: string): ApiError {
  return new ApiError(501, 501, `Not emulated: ${what}.`);
}

/** The cluster, or a refusal. */
export function clusterOf(cloud: Cloud, id: string): Cluster {
  const cluster = cloud.state.clusters.get(id);
  if (!cluster) throw new ApiError(404, 404, `There is no cluster ${JSON.stringify(id)}.`);
  return cluster;
}

/** The topic, or a refusal. */
export function topicOf(cluster: Cluster, name: string): Topic {
  const topic = cluster.topics.get(name);
  if (!topic) throw unknownTopic(name);
  return topic;
}
