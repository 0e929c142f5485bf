import { TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import {
  ApiKey,
  GroupFilter,
  KafkaCluster,
  PrivatePublicPrivate,
  type ChainProps,
  type KafkaClusterAttributes,
} from "cdktf-cluster-linking";
import { synthToJson } from "../../support/synth";
import { DR, JUMP, PRIMARY } from "../app";

const PLACES = {
  PRIMARY: { id: PRIMARY, access: "private", region: "germanywestcentral" },
  JUMP: { id: JUMP, access: "public", region: "italynorth" },
  DR: { id: DR, access: "private", region: "italynorth" },
} as const;

/** Name of one of the three clusters. */
export type Place = keyof typeof PLACES;

export const restEndpoint = (id: string): string => `https://${id}.example.azure.confluent.cloud:443`;
export const bootstrapEndpoint = (id: string): string => `${id}.example.azure.confluent.cloud:9092`;

/** One of the three clusters. */
export function cluster(place: Place, more: Partial<KafkaClusterAttributes> = {}): KafkaCluster {
  const { id, access, region } = PLACES[place];
  return KafkaCluster.fromAttributes({
    name: place,
    id,
    access,
    kind: "Dedicated",
    cloud: "AZURE",
    region,
    restEndpoint: restEndpoint(id),
    bootstrapEndpoint: bootstrapEndpoint(id),
    ...more,
  });
}

/** A stack with a provider. */
export function stackIn(app: App, name: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new ConfluentProvider(stack, "confluent");
  return stack;
}

export interface ForwardProps extends Partial<ChainProps> {
  /** What else the two stacks have. */
  readonly more?: (chain: PrivatePublicPrivate, primaryToJump: TerraformStack, jumpToDr: TerraformStack) => void;
}

/** Synthesises PRIMARY -> JUMP -> DR with offsets of all groups, and gives back the folder. */
export function forward({ more, ...props }: ForwardProps = {}): string {
  const { outdir } = synthToJson((app) => {
    const [primaryToJump, jumpToDr] = [stackIn(app, "primary-to-jump"), stackIn(app, "jump-to-dr")];
    const chain = new PrivatePublicPrivate({
      primary: cluster("PRIMARY"),
      jump: cluster("JUMP"),
      dr: cluster("DR"),
      topics: ["orders"],
      consumerOffsetSync: { groups: [GroupFilter.all()] },
      dialCredentials: ApiKey.fromVariables(primaryToJump, "jump_dial"),
      ...props,
      primaryToJump,
      jumpToDr,
    });
    more?.(chain, primaryToJump, jumpToDr);
  });
  return outdir;
}
