import { requireProps } from "../core/shape";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import type { Cloud } from "../model/topology";

/** Where a public cluster stands. */
export interface JumpPlacement {
  /** Cloud that the cluster runs in. */
  readonly cloud: Cloud;
  /** Region, as its cloud calls it. */
  readonly region: string;
}

/**
 * Where JUMP stands best.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/private-networking.html
 */
export const JumpPlacement = {
  /**
   * Cloud and region of DR: what takes PRIMARY's region along leaves JUMP and DR alone, and the last leg is short.
   *
   * JUMP in the region of a chain's first cluster is warned of: CL090.
   */
  besideDr(dr: Required<Pick<KafkaCluster, "cloud" | "region">>): JumpPlacement {
    requireProps("JumpPlacement", dr, {});
    const { cloud, region } = dr;
    return { cloud, region };
  },
} as const;
