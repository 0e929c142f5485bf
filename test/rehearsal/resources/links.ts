import { UNKNOWN, type Value, type Values } from "../../../lib/rehearsal/provider/resource";
import type { Answer } from "./script";

const cluster = (id: string, endpoint: Values, key?: string): Value => [
  {
    id,
    rest_endpoint: null,
    bootstrap_endpoint: null,
    ...endpoint,
    credentials: key === undefined ? [] : [{ key, secret: `${key}-secret` }],
  },
];

export const rest = (name: string, key?: string): Value =>
  cluster(`lkc-${name}`, { rest_endpoint: `https://${name}` }, key);

export const bootstrap = (name: string, key?: string): Value =>
  cluster(`lkc-${name}`, { bootstrap_endpoint: `SASL_SSL://${name}:9092` }, key);

export const NO_CLUSTERS = {
  source_kafka_cluster: [],
  destination_kafka_cluster: [],
  local_kafka_cluster: [],
  remote_kafka_cluster: [],
};

/** A link as Terraform plans to create it. */
export const link = (values: Values): Values => ({
  id: UNKNOWN,
  cluster_link_id: UNKNOWN,
  config: UNKNOWN,
  link_name: "leg",
  link_mode: "DESTINATION",
  connection_mode: "OUTBOUND",
  ...NO_CLUSTERS,
  ...values,
});

/** DESTINATION, OUTBOUND: DR dials JUMP. */
export const A = link({
  source_kafka_cluster: bootstrap("jump", "JUMPKEY"),
  destination_kafka_cluster: rest("dr", "DRKEY"),
});

/** DESTINATION, INBOUND: JUMP waits for PRIMARY. */
export const B = link({
  connection_mode: "INBOUND",
  source_kafka_cluster: bootstrap("primary"),
  destination_kafka_cluster: rest("jump", "JUMPKEY"),
});

/** SOURCE, OUTBOUND: PRIMARY dials JUMP. */
export const C = link({
  link_mode: "SOURCE",
  source_kafka_cluster: rest("primary", "PRIMARYKEY"),
  destination_kafka_cluster: bootstrap("jump", "JUMPKEY"),
});

/** BIDIRECTIONAL, OUTBOUND. */
export const D = link({
  link_mode: "BIDIRECTIONAL",
  local_kafka_cluster: rest("primary", "PRIMARYKEY"),
  remote_kafka_cluster: bootstrap("jump", "JUMPKEY"),
});

/** BIDIRECTIONAL, INBOUND. */
export const E = link({
  link_mode: "BIDIRECTIONAL",
  connection_mode: "INBOUND",
  local_kafka_cluster: rest("jump", "JUMPKEY"),
  remote_kafka_cluster: bootstrap("primary"),
});

export const LINK_ANSWER: Answer = [200, { link_name: "leg", cluster_link_id: "cl-1", link_state: "ACTIVE" }];

/** The settings of a link as the API lists them: those that were set, and some that were not. */
export const settings = (own: Readonly<Record<string, string>> = {}): Answer => [
  200,
  {
    data: [
      { name: "consumer.offset.sync.ms", value: "30000", source: "DEFAULT_CONFIG" },
      { name: "bootstrap.servers", value: "x:9092", source: "DYNAMIC_CLUSTER_LINK_CONFIG" },
      { name: "sasl.jaas.config", value: null, source: "DYNAMIC_CLUSTER_LINK_CONFIG" },
      ...Object.entries(own).map(([name, value]) => ({ name, value, source: "DYNAMIC_CLUSTER_LINK_CONFIG" })),
    ],
  },
];

/** A link as the state holds it. */
export const existing = (planned: Values, config: Values = {}): Values => ({
  ...planned,
  id: "lkc-x/leg",
  cluster_link_id: "cl-1",
  config,
});
