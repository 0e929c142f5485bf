import { TerraformStack, type App } from "cdktf";
import {
  AclFilter,
  AddressPlan,
  ApiKey,
  AwsPrivateNetwork,
  AzurePrivateNetwork,
  BidirectionalLink,
  DedicatedCluster,
  declareStateRegion,
  DestinationInitiatedLink,
  Failover,
  GcpPrivateNetwork,
  GroupFilter,
  JumpPlacement,
  KafkaCluster,
  LinkAccounts,
  LinkHealth,
  LinkKeys,
  LinkPrincipals,
  MirrorSet,
  MirrorTopic,
  PolicyPack,
  type PolicyRule,
  PrivatePublicPrivate,
  SourceInitiatedLink,
  StartOffset,
  TopicFilter,
  Warnings,
} from "cdktf-cluster-linking";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";

/** Builds an app with one value in one place, and everything else as it should be. The value has any type. */
export type Slot = (app: App, value: never) => void;

/** A place for each member of the props that something is built of. */
const propOf =
  (build: (app: App, prop: object) => void) =>
  (member: string): Slot =>
  (app, value) =>
    build(app, { [member]: value });

const key = (stack: TerraformStack, name: string): ApiKey => ApiKey.fromVariables(stack, name);

/** JUMP -> DR, with some props replaced. */
function legTwo(app: App, props: object = {}, id = "link"): DestinationInitiatedLink {
  const stack = stackWithProvider(app, "jump-to-dr");
  return new DestinationInitiatedLink(stack, id, {
    linkName: "jump-to-dr",
    source: JUMP,
    sourceCredentials: key(stack, "jump"),
    destination: DR,
    destinationCredentials: key(stack, "dr"),
    upstream: "none",
    ...props,
  });
}

/** Mirror topics of it. */
function set(app: App, props: object): MirrorSet {
  const link = legTwo(app);
  return new MirrorSet(TerraformStack.of(link), "mirrors", { link, topics: ["orders"], ...props });
}

const clusterProps = {
  name: "JUMP",
  id: "lkc-2222",
  access: "public",
  kind: "Dedicated",
  cloud: "AZURE",
  region: "westeurope",
  restEndpoint: "https://jump.example.test:443",
  bootstrapEndpoint: "jump.example.test:9092",
} as const;

const clusterWith = propOf((app, prop) =>
  legTwo(app, { source: KafkaCluster.fromAttributes({ ...clusterProps, ...prop }) }),
);

const linkWith = propOf((app, prop) => legTwo(app, prop));

const mirrorWith = propOf((app, prop) => {
  const link = legTwo(app);
  new MirrorTopic(TerraformStack.of(link), "mirror", { link, topic: "orders", ...prop });
});

const setWith = propOf(set);

const networkWith = propOf(
  (app, prop) =>
    void new AzurePrivateNetwork(stackWithProvider(app), "network", {
      displayName: "network",
      environmentId: "env-1",
      region: "westeurope",
      subscriptionIds: ["00000000-0000-0000-0000-000000000001"],
      ...prop,
    }),
);

const dedicatedWith = propOf(
  (app, prop) =>
    void new DedicatedCluster(stackWithProvider(app), "jump", {
      name: "JUMP",
      cku: 1,
      cloud: "AZURE",
      region: "westeurope",
      environmentId: "env-1",
      ...prop,
    }),
);

const chainProps = (app: App) => ({
  primaryToJump: stackWithProvider(app, "primary-to-jump"),
  jumpToDr: stackWithProvider(app, "jump-to-dr"),
  primary: PRIMARY,
  jump: JUMP,
  dr: DR,
  topics: ["orders"],
});

const chainWith = propOf((app, prop) => void new PrivatePublicPrivate({ ...chainProps(app), ...prop }));

const PLACED = {
  source: KafkaCluster.fromAttributes({ ...clusterProps, environmentId: "env-1", rbacCrn: "crn://a/kafka=lkc-2222" }),
  destination: KafkaCluster.fromAttributes({
    ...clusterProps,
    name: "DR",
    id: "lkc-3333",
    environmentId: "env-1",
    rbacCrn: "crn://a/kafka=lkc-3333",
  }),
};

const gcpWith = propOf(
  (app, prop) =>
    void new GcpPrivateNetwork(stackWithProvider(app), "network", {
      displayName: "network",
      environmentId: "env-1",
      region: "europe-west8",
      projectIds: ["my-project"],
      ...prop,
    }),
);

const awsWith = propOf(
  (app, prop) =>
    void new AwsPrivateNetwork(stackWithProvider(app), "network", {
      displayName: "network",
      environmentId: "env-1",
      region: "eu-central-1",
      accountIds: ["012345678901"],
      ...prop,
    }),
);

const keysWith = propOf(
  (app, prop) =>
    void new LinkKeys(stackWithProvider(app), "keys", {
      ...PLACED,
      linkName: "a",
      accounts: { source: "sa-1", destination: "sa-2" },
      ...prop,
    }),
);

const accountsWith = propOf(
  (app, prop) =>
    void new LinkAccounts(stackWithProvider(app), "accounts", {
      ...PLACED,
      linkName: "a",
      initiator: "destination",
      topics: ["orders"],
      ...prop,
    }),
);

const RULE = {
  ...{ id: "ACME-001", title: "a", effect: "b", allowed: "c", fix: "d" },
  severity: "warning",
  check: () => [{ path: "stack", given: "It is there." }],
} satisfies PolicyRule;

const packWith = propOf((app, prop) => PolicyPack.recommended(prop).enforceAtSynth(app));

const ruleWith = propOf((app, prop) => PolicyPack.recommended({ rules: [{ ...RULE, ...prop }] }).enforceAtSynth(app));

const exceptionWith = propOf((app, prop) => {
  const exception = { id: RULE.id, reason: "Because.", scope: app, ...prop };
  new PolicyPack({ rules: [RULE], exceptions: [exception] }).enforceAtSynth(app);
});

const rotatingWith = propOf(
  (app, prop) =>
    void ApiKey.rotating(stackWithProvider(app), "key", {
      cluster: PLACED.source,
      serviceAccountId: "sa-1",
      grantedElsewhere: true,
      ...prop,
    }),
);

const lookupWith = propOf(
  (app, prop) =>
    void KafkaCluster.fromLookup(stackWithProvider(app), "jump", {
      name: "JUMP",
      clusterId: "lkc-2222",
      environmentId: "env-1",
      access: "public",
      kind: "Dedicated",
      ...prop,
    }),
);

const bidirectionalWith = propOf(
  (app, prop) => void PrivatePublicPrivate.bidirectional({ ...chainProps(app), ...prop }),
);

const each = (name: string, slot: (member: string) => Slot, members: readonly string[]): Record<string, Slot> =>
  Object.fromEntries(members.map((member) => [`${name}.${member}`, slot(member)]));

/** Every place for a value in the public API, by name. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  ...each("KafkaCluster", clusterWith, [
    ...["name", "id", "access", "kind", "cloud", "region", "networkId", "restEndpoint", "bootstrapEndpoint"],
    ...["environmentId", "rbacCrn"],
  ]),
  ...each("link", linkWith, [
    ...["linkName", "source", "sourceCredentials", "destination", "destinationCredentials", "prefix", "upstream"],
    ...["consumerGroupPrefix", "consumerOffsetSync", "aclSync", "topicConfigSync", "startOffset", "rawConfig"],
    ...["preventDestroy", "ignoreEndpointChanges", "provider"],
  ]),
  "link props": (app, value) => {
    new DestinationInitiatedLink(stackWithProvider(app), "link", value);
  },
  "consumerOffsetSync.groups": (app, value) => void legTwo(app, { consumerOffsetSync: { groups: value } }),
  "consumerOffsetSync.groups[0]": (app, value) => void legTwo(app, { consumerOffsetSync: { groups: [value] } }),
  "consumerOffsetSync.intervalMs": (app, value) =>
    void legTwo(app, { consumerOffsetSync: { groups: [GroupFilter.all()], intervalMs: value } }),
  "consumerOffsetSync.enabled": (app, value) =>
    void legTwo(app, { consumerOffsetSync: { groups: [GroupFilter.all()], enabled: value } }),
  "GroupFilter.include": (app, value) =>
    void legTwo(app, { consumerOffsetSync: { groups: [GroupFilter.include(value)] } }),
  "GroupFilter.of": (app, value) => void legTwo(app, { consumerOffsetSync: { groups: [GroupFilter.of(value)] } }),
  "GroupFilter.patternType": (app, value) =>
    void legTwo(app, {
      consumerOffsetSync: { groups: [GroupFilter.of({ name: "a", patternType: value, filterType: "INCLUDE" })] },
    }),
  "GroupFilter.filterType": (app, value) =>
    void legTwo(app, {
      consumerOffsetSync: { groups: [GroupFilter.of({ name: "a", patternType: "LITERAL", filterType: value })] },
    }),
  "aclSync.filters": (app, value) => void legTwo(app, { aclSync: { filters: value } }),
  "aclSync.filters[0]": (app, value) => void legTwo(app, { aclSync: { filters: [value] } }),
  "AclFilter.of": (app, value) => void legTwo(app, { aclSync: { filters: [AclFilter.of(value)] } }),
  ...each(
    "AclFilter.resourceFilter",
    (member) => (app, value) =>
      void legTwo(app, {
        aclSync: {
          filters: [
            AclFilter.of({
              resourceFilter: { resourceType: "topic", patternType: "literal", name: "a", [member]: value },
              accessFilter: { operation: "any", permissionType: "any" },
            }),
          ],
        },
      }),
    ["resourceType", "patternType", "name"],
  ),
  ...each(
    "AclFilter.accessFilter",
    (member) => (app, value) =>
      void legTwo(app, {
        aclSync: {
          filters: [
            AclFilter.of({
              resourceFilter: { resourceType: "topic", patternType: "literal", name: "a" },
              accessFilter: { operation: "any", permissionType: "any", [member]: value },
            }),
          ],
        },
      }),
    ["principal", "host", "operation", "permissionType"],
  ),
  "topicConfigSync.include": (app, value) => void legTwo(app, { topicConfigSync: { include: value } }),
  "topicConfigSync.include[0]": (app, value) => void legTwo(app, { topicConfigSync: { include: [value] } }),
  "topicConfigSync.intervalMs": (app, value) => void legTwo(app, { topicConfigSync: { intervalMs: value } }),
  "StartOffset.of": (app, value) => void legTwo(app, { startOffset: StartOffset.of(value) }),
  "StartOffset.at": (app, value) => void legTwo(app, { startOffset: StartOffset.at(value) }),
  "rawConfig key": (app, value) =>
    void legTwo(app, { rawConfig: { [typeof value === "string" ? value : typeof value]: "1" } }),
  "rawConfig value": (app, value) => void legTwo(app, { rawConfig: { "availability.check.ms": value } }),
  "ApiKey.fromVariables": (app, value) => {
    const stack = stackWithProvider(app);
    ApiKey.fromVariables(stack, value);
  },
  "ApiKey.fromAttributes": (app, value) => void legTwo(app, { sourceCredentials: ApiKey.fromAttributes(value) }),
  "ApiKey key": (app, value) =>
    void legTwo(app, { sourceCredentials: ApiKey.fromAttributes({ key: value, secret: "${var.x}" }) }),
  "ApiKey secret": (app, value) =>
    void legTwo(app, { sourceCredentials: ApiKey.fromAttributes({ key: "K", secret: value }) }),
  ...each("MirrorSet", setWith, [
    ...["link", "topics", "autoCreate", "follows", "keepPromoted", "failover", "status", "preventDestroy"],
    ...["ignoreEndpointChanges", "provider"],
  ]),
  "MirrorSet props": (app, value) => void new MirrorSet(stackWithProvider(app), "mirrors", value),
  "MirrorSet.topics[0]": (app, value) => void set(app, { topics: [value] }),
  "MirrorSet.keepPromoted[0]": (app, value) => {
    const link = legTwo(app);
    const stack = TerraformStack.of(link);
    new MirrorSet(stack, "m", {
      link,
      topics: ["orders"],
      keepPromoted: [value],
      failover: Failover.fromVariable(stack),
    });
  },
  "MirrorSet.autoCreate[0]": (app, value) => void set(app, { autoCreate: [value] }),
  "MirrorSet.autoCreate.enabled": (app, value) =>
    void set(app, { autoCreate: { filters: [TopicFilter.all()], enabled: value } }),
  "MirrorSet.autoCreate.filters": (app, value) => void set(app, { autoCreate: { filters: value } }),
  "TopicFilter.includePrefix": (app, value) => void set(app, { autoCreate: [TopicFilter.includePrefix(value)] }),
  "TopicFilter.of": (app, value) => void set(app, { autoCreate: [TopicFilter.of(value)] }),
  "MirrorSet.mirror": (app, value) => void set(app, {}).mirror(value),
  ...each("MirrorTopic", mirrorWith, ["link", "topic", "mirrorTopicName", "failover", "status", "preventDestroy"]),
  ...each("chain", chainWith, [
    ...["primary", "jump", "dr", "topics", "autoCreate", "consumerOffsetSync", "dialCredentials", "keepPromoted"],
    ...["primaryToJump", "jumpToDr"],
  ]),
  "SourceInitiatedLink.dialCredentials": (app, value) => {
    const stack = stackWithProvider(app);
    new SourceInitiatedLink(stack, "link", {
      linkName: "a",
      source: PRIMARY,
      sourceCredentials: key(stack, "primary"),
      destination: JUMP,
      destinationCredentials: key(stack, "jump"),
      dialCredentials: value,
    });
  },
  "BidirectionalLink.ends": (app, value) => {
    new BidirectionalLink(stackWithProvider(app), "link", { linkName: "a", ends: value });
  },
  "BidirectionalLink.ends[0]": (app, value) => {
    const stack = stackWithProvider(app);
    new BidirectionalLink(stack, "link", {
      linkName: "a",
      ends: [value, { cluster: DR, credentials: key(stack, "dr") }],
    });
  },
  "LinkHealth.link": (app, value) => void new LinkHealth(stackWithProvider(app), "health", { link: value }),
  "LinkPrincipals props": (app, value) => void new LinkPrincipals(stackWithProvider(app), "p", value),
  "DestinationInitiatedLink.fromAttributes": (app, value) =>
    void DestinationInitiatedLink.fromAttributes(stackWithProvider(app), "link", value),
  ...each("network", networkWith, ["displayName", "environmentId", "region", "subscriptionIds", "zones"]),
  "network.subscriptionIds[0]": (app, value) => {
    networkWith("subscriptionIds")(app, [value] as never);
  },
  ...each("cluster", dedicatedWith, [
    ...["name", "displayName", "cku", "availability", "byokKeyId", "network", "cloud", "region", "environmentId"],
  ]),
  ...each("GcpPrivateNetwork", gcpWith, ["displayName", "environmentId", "region", "projectIds", "zones"]),
  ...each("AwsPrivateNetwork", awsWith, ["displayName", "environmentId", "region", "accountIds", "zones"]),
  ...each("LinkKeys", keysWith, [
    ...["linkName", "source", "destination", "accounts", "onSource", "onDestination", "dial", "provider"],
  ]),
  "LinkKeys props": (app, value) => void new LinkKeys(stackWithProvider(app), "keys", value),
  ...each("LinkAccounts", accountsWith, [
    ...["linkName", "source", "destination", "initiator", "topics", "autoCreate", "groups", "prefix", "displayName"],
    ...["onSource", "onDestination", "aclSync", "failOver", "deleteTopics"],
  ]),
  "LinkAccounts group": (app, value) => accountsWith("groups")(app, [GroupFilter.include(value)] as never),
  "LinkAccounts topic": (app, value) => accountsWith("topics")(app, [value] as never),
  ...each("ApiKey.rotating", rotatingWith, [
    ...["cluster", "serviceAccountId", "generation", "keepsPrevious", "displayName", "grants", "disableWaitForReady"],
  ]),
  ...each("KafkaCluster.fromLookup", lookupWith, ["name", "clusterId", "environmentId", "access", "kind", "region"]),
  ...each("bidirectional", bidirectionalWith, [
    ...["primary", "jump", "dr", "topics", "autoCreate", "consumerOffsetSync", "keepPromoted", "credentials"],
    ...["primaryToJump", "jumpToDr", "primaryToJumpName", "jumpToDrName"],
  ]),
  ...each("chain", chainWith, ["credentials", "providers", "primaryToJumpName", "jumpToDrName"]),
  ...each("PolicyPack", packWith, ["rules", "exceptions"]),
  ...each("PolicyPack rule", ruleWith, ["id", "severity", "title", "effect", "allowed", "fix", "check"]),
  ...each("PolicyPack exception", exceptionWith, ["id", "reason", "scope"]),
  "PolicyPack violations": (app, value) => ruleWith("check")(app, (() => value) as never),
  "PolicyPack violation": (app, value) => ruleWith("check")(app, (() => [value]) as never),
  "PolicyPack violation path": (app, value) => ruleWith("check")(app, (() => [{ path: value, given: "a" }]) as never),
  "PolicyPack violation given": (app, value) => ruleWith("check")(app, (() => [{ path: "a", given: value }]) as never),
  "Warnings.acknowledge id": (app, value) => {
    Warnings.of(stackWithProvider(app)).acknowledge(value, "because");
  },
  "Warnings.acknowledge reason": (app, value) => {
    Warnings.of(stackWithProvider(app)).acknowledge("CL051", value);
  },
  declareStateRegion: (app, value) => {
    declareStateRegion(TerraformStack.of(legTwo(app)), value);
  },
  "AddressPlan.of": (_, value) => void AddressPlan.of(value),
  "JumpPlacement.besideDr": (_, value) => void JumpPlacement.besideDr(value),
};

const MANY = 100_000;
const names = Array.from({ length: MANY }, (_, i) => `name-${i}`);
const same = names.map(() => "orders");
const acl = (name: string): AclFilter =>
  AclFilter.of({
    resourceFilter: { resourceType: "topic", patternType: "literal", name },
    accessFilter: { operation: "any", permissionType: "any" },
  });

/** Ids of constructs, which `constructs` judges first. */
export const IDS: Readonly<Record<string, Slot>> = {
  link: (app, value) => void legTwo(app, {}, value),
  mirrors: (app, value) => {
    const link = legTwo(app);
    void new MirrorSet(TerraformStack.of(link), value, { link, topics: ["orders"] });
  },
};

/** Lists that are too long for whoever is careless. */
export const LONG: Readonly<Record<string, (app: App) => void>> = {
  "100,000 topics": (app) => void set(app, { topics: names }),
  "100,000 times one topic": (app) => void set(app, { topics: same }),
  "100,000 topics that cannot be": (app) => void set(app, { topics: names.map((name) => `${name}/\n`) }),
  "100,000 topics on both legs": (app) => {
    chainWith("topics")(app, names as never);
  },
  "100,000 topics that are kept": (app) => {
    const link = legTwo(app);
    const stack = TerraformStack.of(link);
    new MirrorSet(stack, "m", { link, topics: names, keepPromoted: names, failover: Failover.fromVariable(stack) });
  },
  "100,000 filters of topics": (app) =>
    void set(app, { autoCreate: names.map((name) => TopicFilter.includePrefix(name)) }),
  "100,000 times one filter": (app) =>
    void set(app, { autoCreate: same.map((name) => TopicFilter.includePrefix(name)) }),
  "100,000 filters on both legs": (app) => {
    chainWith("autoCreate")(app, names.map((name) => TopicFilter.includePrefix(name)) as never);
  },
  "100,000 filters that cannot be": (app) =>
    void set(app, { autoCreate: names.map((name) => TopicFilter.includePrefix(`${name}*`)) }),
  "100,000 filters of groups": (app) =>
    void legTwo(app, { consumerOffsetSync: { groups: names.map((name) => GroupFilter.include(name)) } }),
  "100,000 filters that are both": (app) =>
    void legTwo(app, {
      consumerOffsetSync: { groups: names.flatMap((name) => [GroupFilter.include(name), GroupFilter.exclude(name)]) },
    }),
  "100,000 filters of ACLs": (app) => void legTwo(app, { aclSync: { filters: names.map(acl) } }),
  "100,000 settings of topics": (app) => void legTwo(app, { topicConfigSync: { include: names } }),
  "100,000 settings of a link": (app) =>
    void legTwo(app, { rawConfig: Object.fromEntries(names.map((name) => [name, "1"])) }),
  "100,000 subscriptions": (app) => {
    networkWith("subscriptionIds")(app, names as never);
  },
};
