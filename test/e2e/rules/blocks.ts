import type { Json } from "../../support/synth";

/** What a block of Terraform JSON says of one cluster. */
export interface ClusterFacts {
  readonly id: string;
  readonly restEndpoint: string;
  readonly bootstrapEndpoint: string;
  readonly key: string;
  readonly secret: string;
}

const credentials = ({ key, secret }: ClusterFacts): Json => [{ key, secret }];

/** A cluster that the half is hosted on. */
export const host = (cluster: ClusterFacts): Json => [
  { id: cluster.id, rest_endpoint: cluster.restEndpoint, credentials: credentials(cluster) },
];

/** A cluster at the other end that is dialled. */
export const dialled = (cluster: ClusterFacts): Json => [
  { id: cluster.id, bootstrap_endpoint: cluster.bootstrapEndpoint, credentials: credentials(cluster) },
];

/** A cluster at the other end that dials. */
export const dialler = (cluster: ClusterFacts): Json => [
  { id: cluster.id, bootstrap_endpoint: cluster.bootstrapEndpoint },
];

/** The receiving half of a link that its source dials. */
export const receivingHalf = (source: ClusterFacts, destination: ClusterFacts, more: Json = {}): Json => ({
  link_name: "primary-to-jump",
  link_mode: "DESTINATION",
  connection_mode: "INBOUND",
  source_kafka_cluster: dialler(source),
  destination_kafka_cluster: host(destination),
  ...more,
});

/** The half of that link on its source. */
export const diallingHalf = (source: ClusterFacts, destination: ClusterFacts, more: Json = {}): Json => ({
  link_name: "primary-to-jump",
  link_mode: "SOURCE",
  connection_mode: "OUTBOUND",
  source_kafka_cluster: host(source),
  destination_kafka_cluster: dialled(destination),
  depends_on: ["confluent_cluster_link.receiving"],
  ...more,
});

/** A link that its destination dials. */
export const ordinaryLink = (source: ClusterFacts, destination: ClusterFacts, more: Json = {}): Json => ({
  link_name: "jump-to-dr",
  source_kafka_cluster: dialled(source),
  destination_kafka_cluster: host(destination),
  ...more,
});

/** One end of a bidirectional link. */
export const end = (local: ClusterFacts, remote: ClusterFacts, connectionMode: string, more: Json = {}): Json => ({
  link_name: "both-ways",
  link_mode: "BIDIRECTIONAL",
  connection_mode: connectionMode,
  local_kafka_cluster: host(local),
  remote_kafka_cluster: connectionMode === "OUTBOUND" ? dialled(remote) : dialler(remote),
  ...more,
});

export const mirrorTopic = (destination: ClusterFacts, linkName: string, topic: string, more: Json = {}): Json => ({
  kafka_cluster: host(destination),
  cluster_link: [{ link_name: linkName }],
  source_kafka_topic: [{ topic_name: topic }],
  ...more,
});

/** A filter document with one entry for each `INCLUDE PREFIXED name`. */
export function filters(member: "topicFilters" | "groupFilters", ...entries: readonly string[]): string {
  const list = entries.map((entry) => {
    const [filterType, patternType, ...name] = entry.split(" ");
    return { name: name.join(" "), patternType, filterType };
  });
  return JSON.stringify({ [member]: list });
}

export const topicFilters = (...entries: readonly string[]): string => filters("topicFilters", ...entries);
export const groupFilters = (...entries: readonly string[]): string => filters("groupFilters", ...entries);

/** Settings with which a link mirrors by itself. */
export const autoCreate = (...entries: readonly string[]): Json => ({
  "auto.create.mirror.topics.enable": "true",
  "auto.create.mirror.topics.filters": topicFilters(...entries),
});

/** Settings with which a link copies consumer offsets. */
export const offsetSync = (...entries: readonly string[]): Json => ({
  "consumer.offset.sync.enable": "true",
  "consumer.offset.group.filters": groupFilters(...entries),
});

/** The settings with which a link copies ACLs that match. */
export const aclSync = (resourceType = "any"): Json => ({
  "acl.sync.enable": "true",
  "acl.filters": JSON.stringify({
    aclFilters: [
      {
        resourceFilter: { resourceType, patternType: "any" },
        accessFilter: { operation: "any", permissionType: "any" },
      },
    ],
  }),
});

/** A configuration of links and mirror topics. */
export function configuration(links: Json, mirrors: Json = {}): Json {
  const some = (blocks: Json): boolean => Object.keys(blocks).length > 0;
  return {
    terraform: { required_providers: { confluent: { source: "confluentinc/confluent", version: "~> 2.51" } } },
    resource: {
      ...(some(links) ? { confluent_cluster_link: links } : {}),
      ...(some(mirrors) ? { confluent_kafka_mirror_topic: mirrors } : {}),
    },
  };
}
