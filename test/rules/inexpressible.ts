// Not run: types.test.ts compiles it. Each marked line is a combination that rules refuse and that types refuse before them.
import type { TerraformStack } from "cdktf";
import type { ApiKey } from "cdktf-cluster-linking";
import {
  AclFilter,
  BidirectionalLink,
  DestinationInitiatedLink,
  DiallingHalf,
  type Failover,
  GroupFilter,
  KafkaCluster,
  MirrorSet,
  type MirrorStatus,
  MirrorTopic,
  ReceivingHalf,
  SourceInitiatedLink,
  TopicFilter,
  type BidirectionalEnd,
  type BothOutboundProps,
  type MirrorSetProps,
  type OneInboundProps,
  type ReceivingSettings,
} from "cdktf-cluster-linking";

declare const stack: TerraformStack;
declare const cluster: KafkaCluster;
declare const key: ApiKey;
declare const end: BidirectionalEnd;
declare const receivingHalf: ReceivingHalf;
declare const link: DestinationInitiatedLink;
declare const both: BidirectionalLink;
declare const failover: Failover;
declare const paused: MirrorStatus;

const aclSync = { filters: [AclFilter.all()] };
const ends = { linkName: "link", source: cluster, destination: cluster };

/** What types take, so that each error below is the one that is meant. */
export const legal = {
  settings: [{ prefix: "eu-", consumerGroupPrefix: true }, { aclSync }, {}] satisfies ReceivingSettings[],
  pulled: () =>
    new DestinationInitiatedLink(stack, "a", { ...ends, sourceCredentials: key, destinationCredentials: key }),
  pushed: () =>
    new SourceInitiatedLink(stack, "b", {
      ...ends,
      sourceCredentials: key,
      destinationCredentials: key,
      dialCredentials: key,
    }),
  receiving: () => new ReceivingHalf(stack, "c", { ...ends, destinationCredentials: key }),
  dialling: () => new DiallingHalf(stack, "d", { receivingHalf, sourceCredentials: key, dialCredentials: key }),
  end: { cluster, credentials: key, prefix: "eu-" } satisfies BidirectionalEnd,
  bothDial: { linkName: "link", ends: [end, end] } satisfies BothOutboundProps,
  oneWaits: { linkName: "link", inbound: end, outbound: end, dialCredentials: key } satisfies OneInboundProps,
  mirrors: { link, topics: ["orders"], status: paused } satisfies MirrorSetProps,
  intoOne: { link: both.into(cluster), topics: ["orders"] } satisfies MirrorSetProps,
};

export const refused = {
  CL001: {
    // @ts-expect-error ACL sync names its filters
    aclSync: {},
  } satisfies ReceivingSettings,
  CL003: {
    // @ts-expect-error offset sync names its groups
    consumerOffsetSync: { intervalMs: 1000 },
  } satisfies ReceivingSettings,
  CL005: () =>
    // @ts-expect-error settings belong to the receiving half
    new DiallingHalf(stack, "d", { receivingHalf, sourceCredentials: key, dialCredentials: key, prefix: "eu-" }),
  CL008: [
    // @ts-expect-error a prefix excludes ACL sync
    { prefix: "eu-", aclSync },
  ] satisfies ReceivingSettings[],
  "CL008 on an end of a bidirectional link": [
    // @ts-expect-error a prefix excludes ACL sync
    { cluster, credentials: key, prefix: "eu-", aclSync },
  ] satisfies BidirectionalEnd[],
  CL011: [
    // @ts-expect-error a group prefix needs a prefix
    { consumerGroupPrefix: true },
  ] satisfies ReceivingSettings[],
  "CL011 on an end of a bidirectional link": [
    // @ts-expect-error a bidirectional link has no group prefix
    { cluster, credentials: key, prefix: "eu-", consumerGroupPrefix: true },
  ] satisfies BidirectionalEnd[],
  "CL018, where the destination dials": () =>
    // @ts-expect-error the source's key is missing
    new DestinationInitiatedLink(stack, "a", { ...ends, destinationCredentials: key }),
  "CL018, a dialling key where the destination dials": () =>
    new DestinationInitiatedLink(stack, "a", {
      ...ends,
      sourceCredentials: key,
      destinationCredentials: key,
      // @ts-expect-error the source's key is the one that dials
      dialCredentials: key,
    }),
  "CL018, where the source dials": () =>
    // @ts-expect-error the dialled cluster's key is missing
    new DiallingHalf(stack, "d", { receivingHalf, sourceCredentials: key }),
  "CL018, where nobody dials": () =>
    // @ts-expect-error a half that waits has no key of the source
    new ReceivingHalf(stack, "c", { ...ends, destinationCredentials: key, sourceCredentials: key }),
  "CL018, where both dial": [
    // @ts-expect-error two ends that dial use their own keys
    { linkName: "link", ends: [end, end], dialCredentials: key },
  ] satisfies BothOutboundProps[],
  "CL018, where both dial, by the link": () =>
    // @ts-expect-error two ends that dial use their own keys
    new BidirectionalLink(stack, "e", { linkName: "link", ends: [end, end], dialCredentials: key }),
  "two forms of a bidirectional link at once": () =>
    // @ts-expect-error both ends dial, or one waits
    new BidirectionalLink(stack, "e", { linkName: "link", ends: [end, end], inbound: end, outbound: end }),
  CL019: [
    // @ts-expect-error each end has a key
    { cluster },
  ] satisfies BidirectionalEnd[],
  CL021: {
    rawConfig: {
      // @ts-expect-error the provider does not take it
      "link.mode": "SOURCE",
    },
  } satisfies ReceivingSettings,
  CL025: [
    // @ts-expect-error a status says that the mirror topic exists
    { link, topics: ["orders"], status: "PROMOTED" },
  ] satisfies MirrorSetProps[],
  "CL025 with failover": () =>
    // @ts-expect-error one of the two
    new MirrorTopic(stack, "f", { link, topic: "orders", status: paused, failover }),
  CL030: {
    topicConfigSync: {
      // @ts-expect-error never copied
      include: ["confluent.placement.constraints"],
    },
  } satisfies ReceivingSettings,
  CL047: [
    // @ts-expect-error an end has its own key alone
    { cluster, credentials: key, remoteCredentials: key },
  ] satisfies BidirectionalEnd[],
  "CL050, a key that is no ApiKey": [
    // @ts-expect-error ApiKey has factories
    { cluster, credentials: { key: "KEY", secret: "plain" } },
  ] satisfies BidirectionalEnd[],
  "CL056, topics and groups": [
    // @ts-expect-error a group filter chooses no topics
    { link, autoCreate: [GroupFilter.all()] },
  ] satisfies MirrorSetProps[],
  "CL056, a pattern": () =>
    // @ts-expect-error there are no regular expressions
    TopicFilter.of({ name: "orders.*", patternType: "REGEX", filterType: "INCLUDE" }),
  "CL056, an ACL's resource": () =>
    AclFilter.of({
      // @ts-expect-error ACLs have no subjects
      resourceFilter: { resourceType: "subject", patternType: "any" },
      accessFilter: { operation: "any", permissionType: "any" },
    }),
  CL070: () =>
    // @ts-expect-error public or private
    KafkaCluster.fromAttributes({ name: "JUMP", id: "lkc-1", access: "internet", kind: "Dedicated" }),
  "CL070, a kind": () =>
    // @ts-expect-error kinds are written as Confluent Cloud writes them
    KafkaCluster.fromAttributes({ name: "JUMP", id: "lkc-1", access: "public", kind: "DEDICATED" }),
  "a bidirectional link without its direction": () =>
    // @ts-expect-error into(cluster) says which way
    new MirrorSet(stack, "g", { link: both, topics: ["orders"] }),
};
