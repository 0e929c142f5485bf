import type { KafkaOperation, KafkaResourceType } from "./kafka-right";

/** Where a role can be bound. `resource` is a topic, a group or an account. */
export type RoleScope = "organization" | "environment" | "cluster" | "resource";

/** What a role gives. */
export interface Role {
  readonly scopes: readonly RoleScope[];
  /** Operations on the Kafka resources in its scope, or on the resource it is bound to. */
  readonly kafka: Readonly<Partial<Record<KafkaResourceType, readonly KafkaOperation[] | "All">>>;
}

const ALL = { Cluster: "All", Topic: "All", Group: "All" } as const;
const SEEN = ["Describe", "DescribeConfigs"] as const;
const NOTHING: Role = { scopes: ["organization", "environment", "cluster", "resource"], kafka: {} };

/** Roles that give rights on what is emulated, operation by operation as documented and as the role listings of the CLI show. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["OrganizationAdmin", { scopes: ["organization"], kafka: ALL }],
  ["EnvironmentAdmin", { scopes: ["environment"], kafka: ALL }],
  ["CloudClusterAdmin", { scopes: ["cluster"], kafka: ALL }],
  // Documented as "metadata of clusters, topics and groups"; that configs belong to it is inferred.
  [
    "Operator",
    { scopes: ["organization", "environment", "cluster"], kafka: { Cluster: SEEN, Topic: SEEN, Group: ["Describe"] } },
  ],
  ["DeveloperRead", { scopes: ["resource"], kafka: { Topic: ["Read", "Describe"], Group: ["Read", "Describe"] } }],
  ["DeveloperWrite", { scopes: ["resource"], kafka: { Topic: ["Write", "Describe"], Cluster: ["IdempotentWrite"] } }],
  [
    "DeveloperManage",
    {
      scopes: ["resource"],
      kafka: {
        Topic: ["Create", "Delete", "Describe", "DescribeConfigs"],
        Group: ["Describe", "Delete"],
        Cluster: ["Create", "DescribeConfigs"],
      },
    },
  ],
  [
    "ResourceOwner",
    {
      scopes: ["resource"],
      kafka: {
        Topic: ["Create", "Delete", "Read", "Write", "Describe", "DescribeConfigs", "Alter", "AlterConfigs"],
        Group: ["Read", "Describe", "Delete"],
      },
    },
  ],
]);

/** Roles that Confluent Cloud has and that say nothing about links, topics, clusters or keys. */
const OTHERS: ReadonlySet<string> = new Set([
  "AccountAdmin",
  "Assigner",
  "BillingAdmin",
  "ConnectManager",
  "DataDiscovery",
  "DataSteward",
  "FlinkAdmin",
  "FlinkDeveloper",
  "KsqlAdmin",
  "MetricsViewer",
  "NetworkAdmin",
  "ResourceKeyAdmin",
]);

/** A predefined role by name, or `undefined`. */
export function roleNamed(name: string): Role | undefined {
  return ROLES.get(name) ?? (OTHERS.has(name) ? NOTHING : undefined);
}
