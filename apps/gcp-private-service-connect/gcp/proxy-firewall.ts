import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { CLUSTER_PORTS } from "./cluster-egress";

/** Rules that let something through come first, the one that stops everything else is the last but Google Cloud's own. */
const PRIORITY = { allow: 1000, deny: 65534 };

export interface ProxyFirewallProps {
  /** Start of the rules' names. */
  readonly name: string;
  readonly projectId: string;
  readonly networkId: string;
  /** Network tag of the machine. */
  readonly tag: string;
  /** Ranges that may use the proxy. */
  readonly allowedCidrs: readonly string[];
  /** Ranges of the endpoints that the proxy forwards to. */
  readonly endpoints: readonly string[];
  /** Ranges that may log in, with OS Login. @default - nobody can log in */
  readonly sshFrom?: readonly string[] | undefined;
}

/** Lets clients in, and the machine out to the clusters and to its packages. */
export class ProxyFirewall extends Construct {
  /** What has to be there before the firewall holds. */
  public readonly dependables: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: ProxyFirewallProps) {
    super(scope, id);
    this.dependables = [
      this.allow("clients-to-proxy", "INGRESS", props.allowedCidrs, CLUSTER_PORTS, props),
      ...(props.sshFrom ? [this.allow("operators-to-ssh", "INGRESS", props.sshFrom, ["22"], props)] : []),
      this.allow("proxy-to-clusters", "EGRESS", props.endpoints, CLUSTER_PORTS, props),
      this.allow("proxy-to-packages", "EGRESS", ["0.0.0.0/0"], ["80", "443"], props),
      this.deny("INGRESS", props),
      this.deny("EGRESS", props),
    ];
  }

  private deny(direction: Direction, props: ProxyFirewallProps): ComputeFirewall {
    const what = `deny-${direction.toLowerCase()}`;
    return new ComputeFirewall(this, what, {
      ...ruleOf(what, direction, ["0.0.0.0/0"], props),
      priority: PRIORITY.deny,
      deny: [{ protocol: "all" }],
    });
  }

  private allow(
    what: string,
    direction: Direction,
    ranges: readonly string[],
    ports: readonly string[],
    props: ProxyFirewallProps,
  ): ComputeFirewall {
    return new ComputeFirewall(this, what, {
      ...ruleOf(what, direction, ranges, props),
      priority: PRIORITY.allow,
      allow: [{ protocol: "tcp", ports: [...ports] }],
    });
  }
}

type Direction = "INGRESS" | "EGRESS";

const ruleOf = (
  what: string,
  direction: Direction,
  ranges: readonly string[],
  { projectId, name, networkId, tag }: ProxyFirewallProps,
) => ({
  project: projectId,
  name: `${name}-${what}`,
  network: networkId,
  direction,
  targetTags: [tag],
  ...(direction === "INGRESS" ? { sourceRanges: [...ranges] } : { destinationRanges: [...ranges] }),
});
