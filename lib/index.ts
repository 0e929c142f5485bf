export { Warnings } from "./core/acknowledgements";
export { synthesize } from "./core/synthesize";
export { declareStateRegion } from "./core/stack-facts";
export { ValidationError } from "./core/validation-error";
export { ApiKey, type ApiKeyAttributes, type ApiKeyFromResourceOptions, type ApiKeyResource } from "./kafka/api-key";
export type { KafkaPrincipal, KafkaPrincipalOptions } from "./kafka/kafka-principal";
export type { KeyGeneration, RotatingApiKeyProps } from "./kafka/rotating-key";
export { AwsPrivateNetwork, type AwsPrivateNetworkProps } from "./kafka/aws-private-network";
export { AzurePrivateNetwork, type AzurePrivateNetworkProps } from "./kafka/azure-private-network";
export {
  DedicatedCluster,
  type CommonDedicatedClusterProps,
  type DedicatedClusterProps,
  type PrivateDedicatedClusterProps,
  type PublicDedicatedClusterProps,
} from "./kafka/dedicated-cluster";
export { GcpPrivateNetwork, type GcpPrivateNetworkProps } from "./kafka/gcp-private-network";
export type { PrivateNetwork, PrivateNetworkProps } from "./kafka/private-network";
export {
  KafkaCluster,
  type KafkaClusterAttributes,
  type KafkaClusterLookup,
  type KafkaClusterResource,
  type KafkaClusterResourceOptions,
} from "./kafka/kafka-cluster";
export {
  BidirectionalLink,
  type BidirectionalEnd,
  type BidirectionalHalf,
  type BidirectionalLinkProps,
  type BothOutboundProps,
  type OneInboundProps,
} from "./link/bidirectional-link";
export { DestinationInitiatedLink, type DestinationInitiatedLinkProps } from "./link/destination-initiated-link";
export { DiallingHalf, type DiallingHalfProps, type ForeignReceivingHalf } from "./link/dialling-half";
export type { ExistingLink, ExistingLinkAttributes } from "./link/existing-link";
export type { HalfProtection } from "./link/half-resource";
export type { ILinkHalf } from "./link/link-half";
export { LinkHealth, type LinkHealthProps } from "./link/link-health";
export {
  LinkAccounts,
  type CommonLinkAccountsProps,
  type DestinationInitiatedAccountsProps,
  type DialAccountOptions,
  type LinkAccountIds,
  type LinkAccountsProps,
  type SourceInitiatedAccountsProps,
} from "./link/link-accounts";
export { LinkKeys, type LinkKeyOptions, type LinkKeysProps } from "./link/link-keys";
export {
  LinkPrincipals,
  type CommonLinkPrincipalsProps,
  type DestinationInitiatedPrincipalsProps,
  type DialPrincipalOptions,
  type LinkCredentials,
  type LinkPrincipalOptions,
  type LinkPrincipalsProps,
  type SourceInitiatedPrincipalsProps,
} from "./link/link-principals";
export type { IClusterLink, LinkDirection, Upstream } from "./link/link-direction";
export {
  StartOffset,
  type AclSync,
  type CommonReceivingSettings,
  type ConsumerOffsetSync,
  type GroupPrefix,
  type ReceivingSettings,
  type TopicConfigSync,
  type WithPrefix,
  type WithoutPrefix,
} from "./link/link-settings";
export { ReceivingHalf, type ReceivingHalfProps } from "./link/receiving-half";
export { SourceInitiatedLink, type SourceInitiatedLinkProps } from "./link/source-initiated-link";
export { Failover } from "./mirror/failover";
export type { CommonMirrorProps, MirrorProps, WithFailover, WithStatus } from "./mirror/mirror-block";
export { MirrorSet, type AutoCreate, type MirrorReference, type MirrorSetProps } from "./mirror/mirror-set";
export { MirrorStatus, type MirrorStatusValue } from "./mirror/mirror-status";
export { MirrorTopic, type MirrorTopicProps } from "./mirror/mirror-topic";
export {
  AclFilter,
  FilterType,
  GroupFilter,
  PatternType,
  TopicFilter,
  type AclFilterAttributes,
  type NameFilterAttributes,
} from "./model/filters";
export type { RawLinkConfig, SettingKey, SyncableTopicConfig } from "./model/settings";
export type { Cloud, ClusterAccess, ClusterKind } from "./model/topology";
export type { PolicyException } from "./policy/policy-exception";
export { PolicyPack, type PolicyPackProps } from "./policy/policy-pack";
export type { ExceptedFinding, PolicyReport } from "./policy/policy-report";
export type { PolicyFinding, PolicyRule, PolicyViolation } from "./policy/policy-rule";
export type { PolicyResource, PolicyStack, PolicyTree } from "./policy/policy-tree";
export { AddressPlan } from "./topology/address-plan";
export type { BidirectionalChain, BidirectionalCredentials, BidirectionalProps } from "./topology/bidirectional-chain";
export type { ChainProps } from "./topology/chain";
export { JumpPlacement } from "./topology/jump-placement";
export {
  PrivatePublicPrivate,
  type PrivatePublicPrivateProps,
  type ReverseChain,
  type ReverseProps,
} from "./topology/private-public-private";
