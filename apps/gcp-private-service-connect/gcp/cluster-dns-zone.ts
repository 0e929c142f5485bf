import type { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import { Construct } from "constructs";
import type { Labels } from "./labels";
import { protect } from "./protection";
import type { ZoneEndpoint } from "./service-connect-endpoints";

/** Seconds that a resolver may keep an address. */
const TTL = 60;

export interface ClusterDnsZoneProps {
  readonly projectId: string;
  readonly name: string;
  /** The only VPC network that sees the zone. */
  readonly networkId: string;
  /** DNS domain of the cluster's network. */
  readonly dnsDomain: string;
  readonly endpoints: readonly ZoneEndpoint[];
  readonly labels: Labels;
  readonly protection: boolean;
}

/** The private zone of a cluster's network: every name at all endpoints, and the names of a zone's brokers at that zone's. */
export class ClusterDnsZone extends Construct {
  public readonly managedZone: DnsManagedZone;

  public constructor(scope: Construct, id: string, props: ClusterDnsZoneProps) {
    super(scope, id);
    const { projectId: project, endpoints, protection } = props;
    this.managedZone = new DnsManagedZone(this, "zone", {
      project,
      name: props.name,
      dnsName: `${props.dnsDomain}.`,
      description: "Confluent Cloud over Private Service Connect",
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: props.networkId }] },
      forceDestroy: false,
      labels: props.labels,
      ...protect(protection),
    });
    const record = (recordId: string, domain: string, at: readonly ComputeAddress[]): DnsRecordSet =>
      new DnsRecordSet(this, recordId, {
        project,
        managedZone: this.managedZone.name,
        name: `*.${domain}.`,
        type: "A",
        ttl: TTL,
        rrdatas: at.map(({ address }) => address),
        ...protect(protection),
      });
    record(
      "every-name",
      props.dnsDomain,
      endpoints.map(({ address }) => address),
    );
    for (const { zone, address } of endpoints) record(`names-${zone.name}`, zone.domain, [address]);
  }
}
