import { Lazy, Token, type ITerraformDependable, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { ClusterLink, type ClusterLinkConfig } from "@cdktf/provider-confluent/lib/cluster-link";
import { needsTerraform } from "../core/terraform-floor";
import { flag, requireProps } from "../core/shape";
import { refuse } from "../core/validation-error";
import { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import type { HalfMode } from "../model/link-mode";
import { wrongPeerCredentials } from "../model/rules/halves";
import type { LinkConfig } from "./link-config";

/** Props that every half of a link takes over from its link. */
export interface HalfProtection {
  /**
   * Whether Terraform refuses to destroy or replace the half.
   *
   * @default true
   */
  readonly preventDestroy?: boolean;
  /**
   * Whether a change of an endpoint's text leaves the link as it is. Endpoints are part of a link's identity: another text replaces the link.
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

export interface HalfSpec extends HalfProtection {
  readonly mode: HalfMode;
  readonly linkName: string;
  readonly host: KafkaCluster;
  readonly hostCredentials: ApiKey;
  readonly peer: KafkaCluster;
  readonly peerCredentials?: ApiKey;
  readonly config?: LinkConfig;
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Id of the one resource of a half, so that the half's own path names it. */
const RESOURCE_ID = "Default";

/** Creates the resource of one half, with the blocks, endpoints and credentials that its mode asks for. */
export function createHalf(scope: Construct, spec: HalfSpec): ClusterLink {
  const { mode, host, peer, hostCredentials, peerCredentials } = spec;
  requireProps(scope, spec, { preventDestroy: flag, ignoreEndpointChanges: flag });
  requireCredentials(scope, spec);
  needsTerraform(scope, "nullableVariables");
  const blocks = {
    [`${mode.host}KafkaCluster`]: {
      id: host.id,
      restEndpoint: host.restEndpoint,
      credentials: credentialsBlock(hostCredentials),
    },
    [`${mode.peer}KafkaCluster`]: {
      id: peer.id,
      bootstrapEndpoint: peer.bootstrapEndpoint,
      credentials: peerCredentials && credentialsBlock(peerCredentials),
    },
  };
  const { config } = spec;
  const grants = [...hostCredentials.grants, ...(peerCredentials?.grants ?? [])];
  const dependsOn = [...(spec.dependsOn ?? []), ...grants];
  const props: ClusterLinkConfig = {
    linkName: spec.linkName,
    linkMode: mode.linkMode,
    connectionMode: mode.connectionMode,
    ...blocks,
    config: config && Token.asStringMap(Lazy.anyValue({ produce: () => config.entries() })),
    dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
    provider: spec.provider,
    lifecycle: lifecycleOf(spec),
  };
  return new ClusterLink(scope, RESOURCE_ID, props);
}

function credentialsBlock({ key, secret }: ApiKey): { key: string; secret: string } {
  return { key, secret };
}

function requireCredentials(scope: Construct, { mode, host, hostCredentials, peer, peerCredentials }: HalfSpec): void {
  const given = (what: string): void => refuse(scope, [wrongPeerCredentials.finding(what)]);
  if (!(hostCredentials as ApiKey | undefined)) given(`Credentials of ${host.name} are missing.`);
  if (mode.peerCredentials === "required" && !peerCredentials) given(`Credentials of ${peer.name} are missing.`);
  if (mode.peerCredentials === "forbidden" && peerCredentials) {
    given(`Credentials of ${peer.name} are given to a half that waits.`);
  }
  for (const [{ name }, credentials] of [
    [host, hostCredentials],
    [peer, peerCredentials],
  ] as const) {
    if (!credentials) continue;
    if (!ApiKey.isApiKey(credentials)) given(`Credentials of ${name} are a plain object and no ApiKey.`);
    credentials.requireToken(scope, `the credentials of ${name}`);
  }
}

function lifecycleOf({
  mode,
  preventDestroy = true,
  ignoreEndpointChanges = false,
}: HalfSpec): ClusterLinkConfig["lifecycle"] {
  if (!preventDestroy && !ignoreEndpointChanges) return undefined;
  return {
    preventDestroy: preventDestroy || undefined,
    ignoreChanges: ignoreEndpointChanges
      ? [`${mode.host}_kafka_cluster[0].rest_endpoint`, `${mode.peer}_kafka_cluster[0].bootstrap_endpoint`]
      : undefined,
  };
}
