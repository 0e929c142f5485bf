import type { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import { Construct } from "constructs";

/** Ports that a cluster answers at: REST and Kafka. */
export const CLUSTER_PORTS: readonly string[] = ["443", "9092"];

export interface ClusterEgressProps {
  readonly projectId: string;
  readonly name: string;
  readonly networkId: string;
  readonly addresses: readonly ComputeAddress[];
}

/** Lets the machines of a VPC network reach the endpoints of a cluster, also where other rules deny what leaves the network. */
export class ClusterEgress extends Construct {
  public readonly firewall: ComputeFirewall;

  public constructor(scope: Construct, id: string, { projectId, name, networkId, addresses }: ClusterEgressProps) {
    super(scope, id);
    this.firewall = new ComputeFirewall(this, "firewall", {
      project: projectId,
      name,
      network: networkId,
      direction: "EGRESS",
      priority: 1000,
      destinationRanges: addresses.map(({ address }) => `${address}/32`),
      allow: [{ protocol: "tcp", ports: [...CLUSTER_PORTS] }],
    });
  }
}
