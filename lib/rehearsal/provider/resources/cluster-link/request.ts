import type { Values } from "../../resource";
import { textAt, textMapAt } from "../values";
import { clusterIn, type LinkedCluster } from "./roles";

export interface ConfigEntry {
  readonly name: string;
  readonly value: string;
}

interface PeerId {
  readonly source_cluster_id?: string;
  readonly destination_cluster_id?: string;
  readonly remote_cluster_id?: string;
}

/** Body of the request that creates a link. */
export interface LinkRequest extends PeerId {
  readonly configs: readonly ConfigEntry[];
}

type Settings = Readonly<Record<string, string>>;

/** What the blocks of a link say: its peer, and how to reach it. */
interface Connection extends PeerId {
  readonly settings: Settings;
}

export const entriesOf = (settings: Settings): readonly ConfigEntry[] =>
  Object.entries(settings).map(([name, value]) => ({ name, value }));

const jaas = ({ key, secret }: LinkedCluster): string =>
  `org.apache.kafka.common.security.plain.PlainLoginModule required username="${key}" password="${secret}";`;

/** How a link logs in somewhere. The prefix `local.` is for the cluster that hosts the object. */
const login = (cluster: LinkedCluster, prefix = ""): Settings => ({
  [`${prefix}security.protocol`]: "SASL_SSL",
  [`${prefix}sasl.mechanism`]: "PLAIN",
  [`${prefix}sasl.jaas.config`]: jaas(cluster),
});

const connection = (linkMode: string, connectionMode: string, peer: LinkedCluster): Settings => ({
  "connection.mode": connectionMode,
  "link.mode": linkMode,
  "bootstrap.servers": peer.bootstrapEndpoint,
});

function bidirectionalLink(values: Values, connectionMode: string): Connection {
  const remote = clusterIn(values, "remote");
  const base = connection("BIDIRECTIONAL", connectionMode, remote);
  const dialling = {
    ...base,
    "remote.link.connection.mode": "INBOUND",
    ...login(remote),
    ...login(clusterIn(values, "local"), "local."),
  };
  return { remote_cluster_id: remote.id, settings: connectionMode === "OUTBOUND" ? dialling : base };
}

function destinationLink(values: Values, connectionMode: string): Connection {
  const source = clusterIn(values, "source");
  const base = connection("DESTINATION", connectionMode, source);
  return {
    source_cluster_id: source.id,
    settings: connectionMode === "OUTBOUND" ? { ...base, ...login(source) } : base,
  };
}

function sourceLink(values: Values): Connection {
  const peer = clusterIn(values, "destination");
  const settings = {
    ...connection("SOURCE", "OUTBOUND", peer),
    ...login(peer),
    ...login(clusterIn(values, "source"), "local."),
  };
  return { destination_cluster_id: peer.id, settings };
}

/** The request that creates the link; of its entries an update takes those of the credentials. */
export function linkRequest(values: Values): LinkRequest {
  const linkMode = textAt(values, "link_mode");
  const connectionMode = textAt(values, "connection_mode");
  const { settings, ...ids } =
    linkMode === "BIDIRECTIONAL"
      ? bidirectionalLink(values, connectionMode)
      : linkMode === "DESTINATION"
        ? destinationLink(values, connectionMode)
        : sourceLink(values);
  return { ...ids, configs: [...entriesOf(settings), ...entriesOf(textMapAt(values, "config"))] };
}

const CREDENTIAL_KEYS = ["sasl.jaas.config", "local.sasl.jaas.config", "sasl.mechanism", "local.sasl.mechanism"];

/** Entries that carry credentials: none for a half that waits for its peer. */
export const credentialEntries = ({ configs }: LinkRequest): readonly ConfigEntry[] =>
  configs.filter(({ name }) => CREDENTIAL_KEYS.includes(name));
