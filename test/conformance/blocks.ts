import { KEYS, bootstrap, type ClusterName } from "./clusters";
import type { World } from "./world";

export interface Credentials {
  readonly key: string;
  readonly secret: string;
}
type Which = 1 | 2;

export const credentials = (name: ClusterName, which: Which = 1): Credentials => {
  const { key, secret } = KEYS[name][which - 1]!;
  return { key, secret };
};

/** A cluster that a link's half is created on. */
export const host = (world: World, name: ClusterName, which: Which = 1): object => ({
  id: `lkc-${name}`,
  rest_endpoint: world.rest(name),
  credentials: credentials(name, which),
});

/** A cluster at the other end, dialled with a key or waited for without one. */
export const peer = (name: ClusterName, which?: Which): object => ({
  id: `lkc-${name}`,
  bootstrap_endpoint: bootstrap(name),
  ...(which === undefined ? {} : { credentials: credentials(name, which) }),
});

/** Case A: the destination dials. */
export const destinationOutbound = (world: World, more: object = {}): object => ({
  link_name: "jump-to-dr",
  source_kafka_cluster: peer("jump", 1),
  destination_kafka_cluster: host(world, "dr"),
  ...more,
});

/** Case B: the destination waits. */
export const destinationInbound = (world: World, more: object = {}): object => ({
  link_name: "primary-to-jump",
  link_mode: "DESTINATION",
  connection_mode: "INBOUND",
  source_kafka_cluster: peer("primary"),
  destination_kafka_cluster: host(world, "jump"),
  ...more,
});

/** Case C: the source dials the waiting destination. */
export const sourceOutbound = (world: World, more: object = {}): object => ({
  link_name: "primary-to-jump",
  link_mode: "SOURCE",
  connection_mode: "OUTBOUND",
  source_kafka_cluster: host(world, "primary"),
  destination_kafka_cluster: peer("jump", 1),
  depends_on: ["confluent_cluster_link.receiving"],
  ...more,
});

/** Case D: one cluster of a bidirectional link, which dials. */
export const bidirectionalOutbound = (world: World, more: object = {}): object => ({
  link_name: "both-ways",
  link_mode: "BIDIRECTIONAL",
  connection_mode: "OUTBOUND",
  local_kafka_cluster: host(world, "primary"),
  remote_kafka_cluster: peer("jump", 1),
  depends_on: ["confluent_cluster_link.waiting"],
  ...more,
});

/** Case E: the other cluster of a bidirectional link, which waits. */
export const bidirectionalInbound = (world: World, more: object = {}): object => ({
  link_name: "both-ways",
  link_mode: "BIDIRECTIONAL",
  connection_mode: "INBOUND",
  local_kafka_cluster: host(world, "jump"),
  remote_kafka_cluster: peer("primary"),
  ...more,
});

export const mirror = (world: World, name: ClusterName, link: string, more: object = {}): object => ({
  kafka_cluster: host(world, name),
  cluster_link: { link_name: link },
  source_kafka_topic: { topic_name: "orders" },
  ...more,
});

export const topic = (world: World, name: ClusterName, more: object = {}): object => ({
  kafka_cluster: { id: `lkc-${name}` },
  rest_endpoint: world.rest(name),
  credentials: credentials(name),
  topic_name: "orders",
  ...more,
});
