import { HALF_MODES, type ClusterRole, type HalfMode } from "../../../../model/link-mode";
import type { Values } from "../../resource";
import type { KafkaCluster } from "../rest";
import { textAt } from "../values";

export const ROLES: readonly ClusterRole[] = ["source", "destination", "local", "remote"];

export const blockOf = (role: ClusterRole): string => `${role}_kafka_cluster`;

/** One cluster as its block says; empty text where it says nothing. */
export interface LinkedCluster extends KafkaCluster {
  readonly bootstrapEndpoint: string;
}

export function clusterIn(values: Values, role: ClusterRole): LinkedCluster {
  const block = blockOf(role);
  return {
    id: textAt(values, block, "id"),
    restEndpoint: textAt(values, block, "rest_endpoint"),
    bootstrapEndpoint: textAt(values, block, "bootstrap_endpoint"),
    key: textAt(values, block, "credentials", "key"),
    secret: textAt(values, block, "credentials", "secret"),
  };
}

const HALVES: readonly HalfMode[] = Object.values(HALF_MODES);

/** What is known of links of this mode; of an unknown mode, what holds for `SOURCE`. */
const sideOf = (linkMode: string): HalfMode =>
  HALVES.find((half) => `${half.linkMode}` === linkMode) ?? HALF_MODES.sourceOutbound;

/** The cluster whose REST API holds the link object. */
export const hostIn = (values: Values): LinkedCluster => clusterIn(values, sideOf(textAt(values, "link_mode")).host);

/** The blocks that a link of this mode consists of. Others are ignored, and stay as they are. */
export function partiesOf(linkMode: string): readonly ClusterRole[] {
  const { host, peer } = sideOf(linkMode);
  return [host, peer];
}

/** The block whose credentials a link does not keep, because it does not dial that cluster. */
export const roleWithoutCredentials = (linkMode: string, connectionMode: string): ClusterRole | undefined =>
  HALVES.find(
    (half) =>
      `${half.linkMode}/${half.connectionMode}` === `${linkMode}/${connectionMode}` &&
      half.peerCredentials === "forbidden",
  )?.peer;
