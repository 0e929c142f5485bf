import {
  GroupFilter,
  LinkAccounts,
  TopicFilter,
  type KafkaCluster,
  type LinkAccountIds,
  type LinkAccountsProps,
} from "cdktf-cluster-linking";
import type { Construct } from "constructs";
import type { PlatformSettings } from "./settings";

export interface Clusters {
  readonly primary: KafkaCluster;
  readonly jump: KafkaCluster;
  readonly dr: KafkaCluster;
}

/** Service accounts of each leg's link, and of the way back where the file asks for it: their ids, by the leg. */
export function accountsOf(
  scope: Construct,
  settings: PlatformSettings,
  { primary, jump, dr }: Clusters,
): Record<string, LinkAccountIds> {
  const { name, topics, autoCreate = [], consumerGroups = [], failback = false } = settings;
  const carried = {
    topics,
    autoCreate: autoCreate.map((filter) => TopicFilter.of(filter)),
    groups: consumerGroups.map((filter) => GroupFilter.of(filter)),
  };
  const dialling = (linkName: string, source: KafkaCluster): LinkAccountsProps => ({
    ...{ linkName, source, destination: jump, initiator: "source", dial: { ownAccount: true } },
    ...carried,
  });
  const dialled = (linkName: string, destination: KafkaCluster): LinkAccountsProps => ({
    ...{ linkName, source: jump, destination, initiator: "destination", failOver: true },
    ...carried,
  });
  const legs = [
    dialling("primary-to-jump", primary),
    dialled("jump-to-dr", dr),
    ...(failback ? [dialling("dr-to-jump", dr), dialled("jump-to-primary", primary)] : []),
  ];
  return Object.fromEntries(
    legs.map((leg) => {
      // Names of accounts are unique in an organization.
      const displayName = `${name}-${leg.linkName}`;
      return [leg.linkName, new LinkAccounts(scope, `${leg.linkName}-accounts`, { ...leg, displayName }).ids];
    }),
  );
}
