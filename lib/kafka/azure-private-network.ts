import type { Construct } from "constructs";
import { mapOf, PrivateNetwork, type PrivateNetworkProps } from "./private-network";

/** A private network in Azure. */
export interface AzurePrivateNetworkProps extends PrivateNetworkProps {
  /** Ids of the subscriptions in which private endpoints to the network are created. CL093 for none and for what is no subscription. */
  readonly subscriptionIds: readonly string[];
}

/**
 * A Confluent Cloud network in Azure that is reached over Azure Private Link. Confluent Cloud chooses its zones.
 *
 * Errors: CL059, CL093.
 *
 * @see https://docs.confluent.io/cloud/current/networking/private-links/azure-privatelink.html
 */
export class AzurePrivateNetwork extends PrivateNetwork {
  /** Alias of the private link service of each zone, by the zone. Known to Terraform only. */
  public readonly serviceAliases: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: AzurePrivateNetworkProps) {
    super(scope, id, props, {
      cloud: "AZURE",
      ids: props.subscriptionIds,
      blockOf: (subscription) => ({ azure: { subscription } }),
    });
    this.serviceAliases = mapOf(this.resource, "azure[0].private_link_service_aliases");
  }
}
