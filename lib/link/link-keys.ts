import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { AppModel } from "../core/app-model";
import { cluster, requireProps, shape, text } from "../core/shape";
import { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import type { KeyGeneration } from "../kafka/rotating-key";
import type { LinkAccountIds } from "./link-accounts";
import type { LinkCredentials } from "./link-principals";

/** One key of a link. */
export interface LinkKeyOptions extends KeyGeneration {
  /**
   * Whether Terraform goes on before the cluster knows a new key. For private clusters that the machine of this run cannot reach.
   *
   * @default false
   */
  readonly disableKeyWait?: boolean;
}

/** Whose keys are created, and for which clusters. */
export interface LinkKeysProps {
  /** Name of the link, with which the names of the keys begin. */
  readonly linkName: string;
  /** Cluster that has the original topics. It needs its `environmentId` (CL089). */
  readonly source: KafkaCluster;
  /** Cluster that gets the mirror topics. It needs the same. */
  readonly destination: KafkaCluster;
  /** Service accounts that exist and have their rights, such as those of LinkAccounts in another stack, as plain ids. */
  readonly accounts: LinkAccountIds;
  /** The key on the source. @default - generation 1 */
  readonly onSource?: LinkKeyOptions;
  /** The key on the destination. @default - generation 1 */
  readonly onDestination?: LinkKeyOptions;
  /** The key with which the source dials, where `accounts` has whose it is. @default - generation 1 */
  readonly dial?: LinkKeyOptions;
  /** Provider of the same stack that Terraform uses here. @default - the stack's ConfluentProvider without an alias */
  readonly provider?: TerraformProvider;
}

const PROPS = {
  ...{ linkName: text, source: cluster, destination: cluster },
  accounts: shape("an object", { source: text, destination: text, dial: text }, ["source", "destination"]),
  ...{ onSource: shape("an object", {}), onDestination: shape("an object", {}), dial: shape("an object", {}) },
};

/**
 * Keys of one link for service accounts that were made elsewhere. They rotate like `ApiKey.rotating`.
 *
 * A stack that runs in the network of its private cluster creates its keys in one apply: there is no first run without them. Where the machine of a run
 * cannot reach the cluster, `disableKeyWait` leaves out the wait.
 *
 * Errors: CL084, CL089.
 *
 * @see https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
 */
export class LinkKeys extends Construct {
  /** The keys, to be spread into the link's props. */
  public readonly credentials: LinkCredentials;

  public constructor(scope: Construct, id: string, props: LinkKeysProps) {
    super(scope, id);
    requireProps(this, props, PROPS, ["linkName", "source", "destination", "accounts"]);
    const { linkName, source, destination, accounts, provider } = props;
    const keyOf = (
      part: string,
      of: KafkaCluster,
      serviceAccountId: string,
      { disableKeyWait, ...generation }: LinkKeyOptions = {},
    ): ApiKey =>
      ApiKey.rotating(this, part, {
        ...generation,
        cluster: of,
        serviceAccountId,
        displayName: `${linkName}-${part}`,
        disableWaitForReady: disableKeyWait,
        grantedElsewhere: true,
        provider,
      });
    this.credentials = {
      sourceCredentials: keyOf("source", source, accounts.source, props.onSource),
      destinationCredentials: keyOf("destination", destination, accounts.destination, props.onDestination),
      ...(accounts.dial !== undefined && {
        dialCredentials: keyOf("dial", destination, accounts.dial, props.dial),
      }),
    };
    AppModel.of(this).usesProvider(this, provider);
  }
}
