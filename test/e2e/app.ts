import { TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { ApiKey, GroupFilter, KafkaCluster, PrivatePublicPrivate, TopicFilter } from "cdktf-cluster-linking";
import { synthToJson } from "../support/synth";

export const PRIMARY = "lkc-1111";
export const JUMP = "lkc-2222";
export const DR = "lkc-3333";

/** Addresses in the stacks that {@link chain} makes. */
export const RECEIVING = "confluent_cluster_link.link_receiving_DE6DD55A";
export const DIALLING = "confluent_cluster_link.link_dialling_DEF39909";
export const LINK = "confluent_cluster_link.link";
export const mirror = (name: string): string => `confluent_kafka_mirror_topic.mirrors_${name}`;

const cluster = (name: string, id: string, access: "private" | "public"): KafkaCluster =>
  KafkaCluster.fromAttributes({
    name,
    id,
    access,
    kind: "Dedicated",
    cloud: "AZURE",
    region: name === "PRIMARY" ? "germanywestcentral" : "italynorth",
    restEndpoint: `https://${id}.example.azure.confluent.cloud:443`,
    bootstrapEndpoint: `${id}.example.azure.confluent.cloud:9092`,
  });

export interface ChainOptions {
  readonly topics?: readonly string[];
  readonly prefixes?: readonly string[];
  /** Whether offsets of all consumer groups are copied. */
  readonly offsets?: boolean;
  /** Whether both links are bidirectional. @default false */
  readonly bidirectional?: boolean;
}

/** Synthesises PRIMARY -> JUMP -> DR, with a key of its own for dialling JUMP, and gives back the folder. */
export function chain({
  topics = ["orders"],
  prefixes = ["mirror_me"],
  offsets = true,
  bidirectional = false,
}: ChainOptions = {}): string {
  const { outdir } = synthToJson((app: App) => {
    const stack = (name: string): TerraformStack => {
      const made = new TerraformStack(app, name);
      new ConfluentProvider(made, "confluent");
      return made;
    };
    const primaryToJump = stack("primary-to-jump");
    const props = {
      primaryToJump,
      jumpToDr: stack("jump-to-dr"),
      primary: cluster("PRIMARY", PRIMARY, "private"),
      jump: cluster("JUMP", JUMP, "public"),
      dr: cluster("DR", DR, "private"),
      topics,
      autoCreate: prefixes.map((prefix) => TopicFilter.includePrefix(prefix)),
      consumerOffsetSync: { enabled: offsets, groups: [GroupFilter.all()] },
    };
    if (bidirectional) PrivatePublicPrivate.bidirectional(props);
    else new PrivatePublicPrivate({ ...props, dialCredentials: ApiKey.fromVariables(primaryToJump, "jump_dial") });
  });
  return outdir;
}
