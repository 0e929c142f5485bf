import type { Operation } from "../../runbook/structure";

/** A call of a cluster's REST API. */
export interface RestCall {
  readonly cluster: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** Below `/kafka/v3/clusters/{id}`. */
  readonly path: string;
  readonly body?: object;
}

const part = encodeURIComponent;

/** What a command of the Confluent CLI does, as calls of the REST API; `undefined` for those that ask no cluster. */
export function restCalls(operation: Operation): RestCall[] | undefined {
  switch (operation.kind) {
    case "link-list":
      return [{ cluster: operation.cluster, method: "GET", path: "/links" }];
    case "link-describe":
      return [{ cluster: operation.cluster, method: "GET", path: `/links/${part(operation.link)}` }];
    case "link-configuration":
      return [{ cluster: operation.cluster, method: "GET", path: `/links/${part(operation.link)}/configs` }];
    case "link-tasks":
      return [{ cluster: operation.cluster, method: "GET", path: `/links/${part(operation.link)}?include_tasks=true` }];
    case "link-delete":
      return [{ cluster: operation.cluster, method: "DELETE", path: `/links/${part(operation.link)}` }];
    case "mirror-list":
      return [{ cluster: operation.cluster, method: "GET", path: `/links/${part(operation.link)}/mirrors` }];
    case "mirror-promote":
    case "mirror-failover": {
      const verb = operation.kind === "mirror-promote" ? "promote" : "failover";
      const body = { mirror_topic_names: operation.mirrorTopics };
      return [
        { cluster: operation.cluster, method: "POST", path: `/links/${part(operation.link)}/mirrors:${verb}`, body },
      ];
    }
    case "mirror-reverse": {
      const path = `/links/${part(operation.link)}/mirrors:reverse-and-start-mirror`;
      return [
        { cluster: operation.cluster, method: "POST", path, body: { mirror_topic_names: operation.mirrorTopics } },
      ];
    }
    case "mirror-restore": {
      const query = operation.dryRun ? "?validate_only=true&include_partition_level_truncation_data=true" : "";
      const path = `/links/${part(operation.link)}/mirrors:truncate-and-restore${query}`;
      return [
        { cluster: operation.cluster, method: "POST", path, body: { mirror_topic_names: operation.mirrorTopics } },
      ];
    }
    case "topic-create": {
      const body = { topic_name: operation.topic, partitions_count: operation.partitions };
      return [{ cluster: operation.cluster, method: "POST", path: "/topics", body }];
    }
    case "topic-delete":
      return operation.topics.map((topic) => ({
        cluster: operation.cluster,
        method: "DELETE",
        path: `/topics/${part(topic)}`,
      }));
    case "mirror-create":
      return operation.topics.map(({ topic, mirrorTopic }) => ({
        cluster: operation.cluster,
        method: "POST",
        path: `/links/${part(operation.link)}/mirrors`,
        body: { source_topic_name: topic, mirror_topic_name: mirrorTopic },
      }));
    default:
      return undefined;
  }
}
