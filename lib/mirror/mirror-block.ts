import { TerraformStack, type ITerraformDependable, type TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import { AppModel } from "../core/app-model";
import { refuse } from "../core/validation-error";
import type { KafkaMirrorTopic, KafkaMirrorTopicConfig } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import type { ApiKey } from "../kafka/api-key";
import type { LinkDirection } from "../link/link-direction";
import type { Maybe } from "../model/maybe";
import { quote } from "../model/names";
import { wrongPeerCredentials } from "../model/rules/halves";
import { statusOnNewMirror } from "../model/rules/mirrors";
import { crossStackReference } from "../model/rules/stacks";
import type { Failover } from "./failover";
import { MirrorStatus } from "./mirror-status";

export const MIRROR_TOPIC_TYPE = "confluent_kafka_mirror_topic";

/** Props that mirror topics have, whatever becomes of them. */
export interface CommonMirrorProps {
  /**
   * Whether Terraform refuses to destroy or replace the mirror topics. Destroying one deletes the topic, also after it became the live copy.
   *
   * @default true
   */
  readonly preventDestroy?: boolean;
  /**
   * Whether a change of the REST endpoint's text leaves the mirror topics as they are. Another text replaces them.
   *
   * @default false
   */
  readonly ignoreEndpointChanges?: boolean;
  /**
   * Provider of the same stack that Terraform uses here.
   *
   * @default - the stack's ConfluentProvider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Mirror topics become writable when a variable says so. */
export interface WithFailover {
  /**
   * CL040 on a cluster that feeds another link.
   *
   * @default - the mirror topics keep mirroring
   */
  readonly failover?: Failover;
  readonly status?: undefined;
}

/** Mirror topics that exist already get a status of their own. */
export interface WithStatus {
  readonly failover?: undefined;
  /** What shall become of mirror topics that exist already. CL025 for a status given in any other form. */
  readonly status: MirrorStatus;
}

/** Props that mirror topics have, alone or in a set. */
export type MirrorProps = CommonMirrorProps & (WithFailover | WithStatus);

/** What all mirror topics of one link direction have in common. */
export interface SharedMirrorParts {
  readonly clusterId: string;
  readonly restEndpoint: string | undefined;
  readonly credentials: ApiKey;
  readonly linkName: string;
  /** Of every mirror topic, where the props give one. */
  readonly status: string | undefined;
  readonly failover: Failover | undefined;
  readonly dependsOn: readonly ITerraformDependable[];
  readonly preventDestroy: boolean;
  readonly ignoreChanges: readonly string[];
}

/** Collects what mirror topics of a link have in common. Throws CL018 on a link without credentials and CL025 for a bare status. */
export function sharedParts(scope: IConstruct, link: LinkDirection, props: MirrorProps): SharedMirrorParts {
  const { credentials } = link;
  if (!credentials) {
    refuse(scope, [wrongPeerCredentials.finding(`The link ${link.path} is described without destinationCredentials.`)]);
  }
  const { status } = props;
  if (status !== undefined && !(status instanceof MirrorStatus)) {
    refuse(scope, [
      statusOnNewMirror.finding(`status is ${typeof status === "string" ? quote(status) : `a ${typeof status}`}.`),
    ]);
  }
  if (status && (props.failover as Failover | undefined)) {
    refuse(scope, [statusOnNewMirror.finding("status and failover are both given.")]);
  }
  const stack = TerraformStack.of(scope);
  if (props.failover && props.failover.stack !== stack) {
    refuse(scope, [
      crossStackReference.finding(`failover is a variable of stack ${props.failover.stack.node.path}.`, {
        fix: "Use Failover.fromVariable with a construct of this stack.",
      }),
    ]);
  }
  return {
    clusterId: link.destination.id,
    restEndpoint: link.destination.restEndpoint,
    credentials: credentials as ApiKey,
    linkName: link.linkName,
    status: status?.value,
    failover: props.failover,
    dependsOn: link.dependencies,
    preventDestroy: props.preventDestroy ?? true,
    ignoreChanges: props.ignoreEndpointChanges ? ["kafka_cluster[0].rest_endpoint"] : [],
  };
}

/** The generated resource's config for one mirror topic, or for each of a list, without what it waits for. */
export function mirrorTopicConfig(
  parts: SharedMirrorParts,
  topicName: string,
  mirrorTopicName: string | undefined,
  props: MirrorProps,
  topicExpression = `"${topicName}"`,
): KafkaMirrorTopicConfig {
  const { credentials, failover, preventDestroy, ignoreChanges } = parts;
  const protects = preventDestroy || ignoreChanges.length > 0;
  return {
    kafkaCluster: {
      id: parts.clusterId,
      restEndpoint: parts.restEndpoint,
      credentials: { key: credentials.key, secret: credentials.secret },
    },
    clusterLink: { linkName: parts.linkName },
    sourceKafkaTopic: { topicName },
    mirrorTopicName,
    status: failover ? failover.statusOf(topicExpression) : parts.status,
    provider: props.provider,
    lifecycle: protects
      ? {
          preventDestroy: preventDestroy || undefined,
          ignoreChanges: ignoreChanges.length > 0 ? [...ignoreChanges] : undefined,
        }
      : undefined,
  };
}

/**
 * Makes a mirror topic wait for its link and for the mirror topics that fill its source, as they are when the tree is complete.
 */
export function waitForLink(resource: KafkaMirrorTopic, link: LinkDirection, topic: Maybe<string>): void {
  const app = AppModel.of(resource);
  let own: readonly string[] = [];
  const all = (): string[] => [...link.dependsOn, ...app.mirrorsBefore(link.path).of(topic), ...own];
  Object.defineProperty(resource, "dependsOn", {
    enumerable: true,
    get: () => {
      const found = all();
      return found.length > 0 ? found : undefined;
    },
    set: (given: readonly string[] | undefined) => (own = given ?? []),
  });
}

/** Whether these props make mirror topics writable, by a variable or by a status. */
export function becomesWritable({ failover, status }: MirrorProps): boolean {
  return failover !== undefined || status?.value === "PROMOTED" || status?.value === "FAILED_OVER";
}
