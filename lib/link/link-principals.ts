import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { known } from "../core/known";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaPrincipalOptions } from "../kafka/kafka-principal";
import type { KeyGeneration } from "../kafka/rotating-key";
import type { Leg } from "../model/topology";
import { LinkAccounts, type CommonLinkAccountsProps, type DialAccountOptions } from "./link-accounts";

/** One principal of a link and its key. */
export interface LinkPrincipalOptions extends KafkaPrincipalOptions, KeyGeneration {
  /**
   * Whether Terraform goes on before the cluster knows a new key. For private clusters that the machine of this run cannot reach.
   *
   * @default false
   */
  readonly disableKeyWait?: boolean;
}

/** The key with which a source dials, and whose it is. */
export interface DialPrincipalOptions extends LinkPrincipalOptions, DialAccountOptions {}

/** What a link does, as far as its principals need rights for it. */
export interface CommonLinkPrincipalsProps extends CommonLinkAccountsProps {
  /** The principal on the source. @default - a new account with role bindings */
  readonly onSource?: LinkPrincipalOptions;
  /** The principal on the destination. @default - a new account with role bindings */
  readonly onDestination?: LinkPrincipalOptions;
}

/** Principals of a SourceInitiatedLink. */
export interface SourceInitiatedPrincipalsProps extends CommonLinkPrincipalsProps {
  /** The cluster that opens the connection. */
  readonly initiator: "source";
  /** The key with which the source logs in on the destination. @default - a second key of the destination's account */
  readonly dial?: DialPrincipalOptions;
}

/** Principals of a DestinationInitiatedLink. */
export interface DestinationInitiatedPrincipalsProps extends CommonLinkPrincipalsProps {
  /** The cluster that opens the connection. */
  readonly initiator: "destination";
  readonly dial?: undefined;
}

/** Who opens the connection, and what the link does. */
export type LinkPrincipalsProps = SourceInitiatedPrincipalsProps | DestinationInitiatedPrincipalsProps;

/** Keys of a link, under the names that its props have. */
export interface LinkCredentials {
  /** Key of the source. */
  readonly sourceCredentials: ApiKey;
  /** Key of the destination, for REST calls. */
  readonly destinationCredentials: ApiKey;
  /** Key of the destination with which the source logs in there. @default - the link is dialled by its destination */
  readonly dialCredentials?: ApiKey;
}

/**
 * The service accounts of one link, with no more rights than the link needs, and their keys.
 *
 * Each link has accounts of its own on both clusters, so what one leg can do on JUMP ends there. Rights are role bindings, or ACLs for the principals
 * that have an `aclAdministrator`. Keys are created after role bindings, the link after keys and ACLs; they rotate like `ApiKey.rotating`.
 *
 * Roles are narrow where the cloud has narrow ones: a destination that dials reads and describes the named topics and groups of the source
 * (DeveloperRead, DeveloperManage). Everybody else is CloudClusterAdmin, which the documentation asks for; ACLs can be narrower. Each
 * name is a right of its own (90 seconds for a role binding, 10 for an ACL), so a common beginning is better than many names.
 *
 * A stack with it asks Confluent Cloud itself in each plan, besides its clusters. Should that not answer during a failover, `-refresh=false` does without it.
 *
 * Errors: CL084, CL085, CL086, CL089. Warning: CL087.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/security-cloud.html
 */
export class LinkPrincipals extends LinkAccounts {
  /** The keys, to be spread into the link's props. */
  public readonly credentials: LinkCredentials;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: LinkPrincipalsProps,
  ) {
    super(scope, id, props);
    const { onSource = {}, onDestination = {}, dial = {} } = props;
    this.credentials = {
      sourceCredentials: this.source.key("key", keyOptions(onSource)),
      destinationCredentials: this.destination.key("key", keyOptions(onDestination)),
      ...(this.dial && { dialCredentials: this.dial.key("dial-key", keyOptions(dial)) }),
    };
  }

  /** The link is in the same stack, between the same clusters. */
  protected override isFor(leg: Leg): boolean {
    const { linkName, source, destination } = this.props;
    return (
      leg.stack === TerraformStack.of(this).node.path &&
      leg.linkName === known(linkName) &&
      leg.source.identity === source.model.identity &&
      leg.destination.identity === destination.model.identity
    );
  }
}

function keyOptions({ generation, keepsPrevious, disableKeyWait }: LinkPrincipalOptions): KeyGeneration & {
  readonly disableWaitForReady?: boolean;
} {
  return { generation, keepsPrevious, disableWaitForReady: disableKeyWait };
}
