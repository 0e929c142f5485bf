import { createHash } from "node:crypto";
import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeInstance } from "@cdktf/provider-google/lib/compute-instance";
import { Construct } from "constructs";
import type { Labels } from "./labels";
import { ProxyFirewall, type ProxyFirewallProps } from "./proxy-firewall";
import { protect } from "./protection";

/** Ubuntu, because its images run cloud-init; the Debian ones of Google Cloud start scripts only. */
const IMAGE = "projects/ubuntu-os-cloud/global/images/family/ubuntu-2404-lts-amd64";

const DISK_GIB = 10;

export interface SniProxyProps extends Omit<ProxyFirewallProps, "tag"> {
  readonly region: string;
  /** Zone of the machine, in `region`. */
  readonly zone: string;
  readonly subnetworkId: string;
  readonly machineType: string;
  /** What the machine does at its first start. Another text makes another machine; the address stays. */
  readonly cloudInit: string;
  /** Id of a Cloud KMS key for the disk. @default - Google's key */
  readonly kmsKey?: string | undefined;
  readonly labels: Labels;
  readonly protection: boolean;
}

/** A machine that passes TLS connections on to private clusters by the name they ask for, for those who have no other way in. */
export class SniProxy extends Construct {
  /** The address to write beside the clusters' names in a hosts file. */
  public readonly address: ComputeAddress;
  public readonly instance: ComputeInstance;
  public readonly firewall: ProxyFirewall;

  public constructor(scope: Construct, id: string, props: SniProxyProps) {
    super(scope, id);
    const { name, projectId: project, region, cloudInit, kmsKey, labels } = props;
    this.address = new ComputeAddress(this, "address", {
      project,
      region,
      name,
      addressType: "EXTERNAL",
      labels,
      ...protect(props.protection),
    });
    this.firewall = new ProxyFirewall(this, "firewall", { ...props, tag: name });
    this.instance = new ComputeInstance(this, "instance", {
      project,
      zone: props.zone,
      // cloud-init runs once in the life of a machine, and Google Cloud would change its text in place.
      name: `${name}-${hash(cloudInit)}`,
      machineType: props.machineType,
      tags: [name],
      labels,
      canIpForward: false,
      allowStoppingForUpdate: true,
      bootDisk: {
        autoDelete: true,
        initializeParams: { image: IMAGE, size: DISK_GIB, type: "pd-balanced" },
        ...(kmsKey !== undefined && { kmsKeySelfLink: kmsKey }),
      },
      networkInterface: [{ subnetwork: props.subnetworkId, accessConfig: [{ natIp: this.address.address }] }],
      shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true },
      // No service account: the machine has no rights in Google Cloud.
      metadata: {
        "user-data": cloudInit,
        "block-project-ssh-keys": "TRUE",
        "enable-oslogin": "TRUE",
        "serial-port-enable": "FALSE",
      },
      // Its first start fetches packages, and it never stands open.
      dependsOn: [...this.firewall.dependables],
    });
  }
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);
