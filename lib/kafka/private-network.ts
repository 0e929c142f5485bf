import type { TerraformResource } from "cdktf";
import { Token, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { Network } from "@cdktf/provider-confluent/lib/network";
import { PrivateLinkAccess, type PrivateLinkAccessConfig } from "@cdktf/provider-confluent/lib/private-link-access";
import { AppModel } from "../core/app-model";
import { knownEach } from "../core/known";
import { flag, list, requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import { checkAccounts } from "../model/rules/placement";
import type { Cloud } from "../model/topology";

/** What private networks of every cloud have. */
export interface PrivateNetworkProps {
  /** Name that people read, once in the environment. */
  readonly displayName: string;
  /** Id of the environment, like `env-abc123`. */
  readonly environmentId: string;
  /** Region, as its cloud calls it. */
  readonly region: string;
  /**
   * Whether Terraform refuses to destroy or replace the network and who may connect to it. Without them nobody reaches the clusters on it.
   *
   * @default true
   */
  readonly preventDestroy?: boolean;
  /** Provider of the same stack that Terraform uses here. @default - the stack's ConfluentProvider without an alias */
  readonly provider?: TerraformProvider;
}

/** Who may connect, by an id that also names the resource. */
export interface Accounts {
  readonly cloud: Cloud;
  readonly ids: readonly string[];
  readonly zones?: readonly string[];
  readonly blockOf: (id: string) => Pick<PrivateLinkAccessConfig, "aws" | "azure" | "gcp">;
}

/**
 * A Confluent Cloud network that is reached over private links alone, with private DNS, and who may connect to it.
 *
 * A DedicatedCluster on it waits until they may. The endpoints on the other side are made with the cloud's own provider, by what this tells.
 *
 * @see https://docs.confluent.io/cloud/current/networking/overview.html
 */
export abstract class PrivateNetwork extends Construct {
  /** Cloud that the network is in. */
  public readonly cloud: Cloud;
  /** Region, as its cloud calls it. */
  public readonly region: string;
  /** Id of the environment. */
  public readonly environmentId: string;
  /** Id of the network, like `n-abc123`. */
  public readonly networkId: string;
  /** Domain of the private DNS zone that the clusters' names are in. */
  public readonly dnsDomain: string;
  /** Domain of each zone, by the zone. Known to Terraform only. */
  public readonly zonalSubdomains: Readonly<Record<string, string>>;
  /** The generated resource. */
  public readonly resource: Network;
  /** One for each who may connect. */
  public readonly accesses: readonly PrivateLinkAccess[];

  protected constructor(scope: Construct, id: string, props: PrivateNetworkProps, accounts: Accounts) {
    super(scope, id);
    requireProps(this, props, { environmentId: text, region: text, displayName: text, preventDestroy: flag }, [
      ...["environmentId", "region", "displayName"],
    ]);
    requireProps(
      this,
      { accounts: accounts.ids, zones: accounts.zones },
      { accounts: list(text, { orToken: false }), zones: list(text, { orToken: false }) },
      ["accounts"],
    );
    const { environmentId, region, displayName, preventDestroy = true, provider } = props;
    refuse(this, checkAccounts(accounts.cloud, knownEach(accounts.ids)));
    const common = {
      environment: { id: environmentId },
      provider,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    };
    this.cloud = accounts.cloud;
    this.region = region;
    this.environmentId = environmentId;
    this.resource = new Network(this, "Default", {
      ...common,
      displayName,
      cloud: accounts.cloud,
      region,
      connectionTypes: ["PRIVATELINK"],
      dnsConfig: { resolution: "PRIVATE" },
      zones: accounts.zones && [...accounts.zones],
    });
    this.networkId = this.resource.id;
    this.dnsDomain = this.resource.dnsDomain;
    this.zonalSubdomains = mapOf(this.resource, "zonal_subdomains");
    this.accesses = accounts.ids.map(
      (account, i) =>
        new PrivateLinkAccess(this, `access-${i + 1}`, {
          ...common,
          ...accounts.blockOf(account),
          displayName: `${displayName}-${i + 1}`,
          network: { id: this.resource.id },
        }),
    );
    AppModel.of(this).usesProvider(this, provider);
  }
}

/** A map that a resource computes. */
export function mapOf(resource: TerraformResource, attribute: string): Readonly<Record<string, string>> {
  return Token.asStringMap(resource.interpolationForAttribute(attribute));
}
