import { TerraformStack, type App } from "cdktf";
import type { Construct } from "constructs";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import {
  ApiKey,
  BidirectionalLink,
  DestinationInitiatedLink,
  KafkaCluster,
  MirrorSet,
  SourceInitiatedLink,
  type BidirectionalEnd,
  type DestinationInitiatedLinkProps,
  type GroupFilter,
  type IClusterLink,
  type KafkaClusterAttributes,
  type MirrorSetProps,
  type SourceInitiatedLinkProps,
  type TopicFilter,
} from "cdktf-cluster-linking";
import type { Build } from "./case";

type Attributes = Partial<KafkaClusterAttributes>;

const cluster =
  (attributes: Pick<KafkaClusterAttributes, "name" | "id" | "access" | "region">) =>
  (changes: Attributes = {}): KafkaCluster =>
    KafkaCluster.fromAttributes({
      kind: "Dedicated",
      cloud: "AZURE",
      restEndpoint: `https://${attributes.id}.azure.example:443`,
      bootstrapEndpoint: `${attributes.id}.azure.example:9092`,
      ...attributes,
      ...changes,
    });

export const primary = cluster({ name: "PRIMARY", id: "lkc-1111", access: "private", region: "germanywestcentral" });
export const jump = cluster({ name: "JUMP", id: "lkc-2222", access: "public", region: "northeurope" });
export const dr = cluster({ name: "DR", id: "lkc-3333", access: "private", region: "westeurope" });
/** A public cluster beside the chain. */
export const other = cluster({ name: "OTHER", id: "lkc-4444", access: "public", region: "northeurope" });

export const key = (scope: Construct, name: string): ApiKey => ApiKey.fromVariables(scope, name);

/** A stack with what every stack needs. */
export function newStack(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new ConfluentProvider(stack, "confluent");
  return stack;
}

/** The link of leg 1, at `<stack>/link`. */
export function firstLink(stack: TerraformStack, changes: Partial<SourceInitiatedLinkProps> = {}): SourceInitiatedLink {
  return new SourceInitiatedLink(stack, "link", {
    linkName: "primary-to-jump",
    source: primary(),
    sourceCredentials: key(stack, "primary"),
    destination: jump(),
    destinationCredentials: key(stack, "jump"),
    dialCredentials: key(stack, "jump_dial"),
    ...changes,
  } as SourceInitiatedLinkProps);
}

/** The link of leg 2, at `<stack>/link`. */
export function secondLink(
  stack: TerraformStack,
  changes: Partial<DestinationInitiatedLinkProps> = {},
  id = "link",
): DestinationInitiatedLink {
  return new DestinationInitiatedLink(stack, id, {
    linkName: "jump-to-dr",
    source: jump(),
    sourceCredentials: key(stack, "jump"),
    destination: dr(),
    destinationCredentials: key(stack, "dr"),
    ...changes,
  } as DestinationInitiatedLinkProps);
}

/** A bidirectional link, at `<stack>/link`, whose inbound end is JUMP and whose outbound end is PRIMARY. */
export function bothWays(
  stack: TerraformStack,
  { inbound = {}, outbound = {}, ...changes }: Readonly<Record<string, unknown>> = {},
): BidirectionalLink {
  const end = (credentials: string, ofCluster: KafkaCluster, of: unknown): BidirectionalEnd => ({
    cluster: ofCluster,
    credentials: key(stack, credentials),
    ...(of as object),
  });
  return new BidirectionalLink(stack, "link", {
    linkName: "primary-and-jump",
    outbound: end("primary", primary(), outbound),
    inbound: end("jump", jump(), inbound),
    dialCredentials: key(stack, "jump_dial"),
    ...changes,
  });
}

/** Mirror topics, at `<stack>/mirrors`. */
export function mirrors(
  scope: Construct,
  link: IClusterLink,
  props: Partial<MirrorSetProps>,
  id = "mirrors",
): MirrorSet {
  return new MirrorSet(scope, id, { link, ...props });
}

/** Leg 1 alone, in the stack `leg`. */
export const oneLeg =
  (link: object, set?: Partial<MirrorSetProps>): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    const made = firstLink(stack, link);
    if (set) mirrors(stack, made, set);
  };

/** How the legs of a chain are known to be one. */
export const WAYS = ["follows", "cluster ids", "fromAttributes"] as const;
export type Way = (typeof WAYS)[number];

export interface FirstLeg {
  readonly source?: KafkaCluster;
  readonly destination?: KafkaCluster;
  readonly prefix?: string;
  readonly topics?: readonly string[];
  readonly autoCreate?: readonly TopicFilter[];
  readonly groups?: readonly GroupFilter[];
}

export interface SecondLeg {
  readonly link?: Partial<DestinationInitiatedLinkProps>;
  /** Missing: no mirror set. */
  readonly set?: Partial<MirrorSetProps>;
}

/** Stack in which each way declares leg 1, and the path of its link. */
export const firstPath = (way: Way): string =>
  way === "fromAttributes" ? "jump-to-dr/before" : "primary-to-jump/link";

/** PRIMARY -> JUMP -> DR, leg 1 in the stack `primary-to-jump` or described in the other one, leg 2 in `jump-to-dr`. */
export function buildChain(app: App, way: Way, first: FirstLeg, second: SecondLeg): void {
  const { source = primary(), destination = jump(), groups, prefix, topics, autoCreate } = first;
  let follows: MirrorSet | undefined;
  if (way !== "fromAttributes") {
    const before = newStack(app, "primary-to-jump");
    const consumerOffsetSync = groups && { groups };
    const link = firstLink(before, { source, destination, prefix, consumerOffsetSync });
    const onJump = mirrors(before, link, { topics, autoCreate });
    if (way === "follows") follows = onJump;
  }
  const stack = newStack(app, "jump-to-dr");
  if (way === "fromAttributes") {
    SourceInitiatedLink.fromAttributes(stack, "before", { linkName: "primary-to-jump", source, destination, ...first });
  }
  const link = secondLink(stack, second.link);
  if (second.set) mirrors(stack, link, { follows, ...second.set });
}

/** The same for every way. */
export function inEveryWay<T>(make: (way: Way) => T): Record<Way, T> {
  return Object.fromEntries(WAYS.map((way) => [way, make(way)])) as Record<Way, T>;
}
