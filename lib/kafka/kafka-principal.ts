import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { KafkaAcl } from "@cdktf/provider-confluent/lib/kafka-acl";
import { RoleBinding } from "@cdktf/provider-confluent/lib/role-binding";
import { ServiceAccount } from "@cdktf/provider-confluent/lib/service-account";
import { blockNamePart } from "../core/block-name";
import { refuse } from "../core/validation-error";
import { EVERY_NAME, PatternType } from "../model/filters";
import type { Grant, GrantedResource } from "../model/link-rights";
import { checkRoleScope } from "../model/rules/access";
import { ApiKey } from "./api-key";
import type { KafkaCluster } from "./kafka-cluster";
import { requirePlace } from "./place";
import type { RotatingApiKeyProps } from "./rotating-key";

/** Who a principal is and how it gets its rights. */
export interface KafkaPrincipalOptions {
  /** A service account that exists, like `sa-abc123`. @default - one is created */
  readonly serviceAccountId?: string;
  /**
   * Key of somebody who may alter the cluster. The rights are ACLs then, which it creates and reads in each plan.
   *
   * @default - the rights are role bindings
   */
  readonly aclAdministrator?: ApiKey;
  /**
   * Whether Terraform goes on before a new role binding is in effect, instead of waiting 90 seconds. What follows may be refused.
   *
   * @default false
   */
  readonly disableRoleBindingWait?: boolean;
}

/**
 * One principal of a link, on one cluster: a service account and its rights.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/security-cloud.html
 */
export class KafkaPrincipal extends Construct {
  /** Id of the service account, like `sa-abc123`. */
  public readonly serviceAccountId: string;
  /** The generated resource, where the account is created here. */
  public readonly serviceAccount: ServiceAccount | undefined;
  /** Role bindings or ACLs. */
  public readonly grants: readonly (RoleBinding | KafkaAcl)[];
  private readonly cluster: KafkaCluster;
  private readonly displayName: string;
  private readonly provider: TerraformProvider | undefined;

  /** @internal */
  public constructor(
    scope: Construct,
    id: string,
    props: KafkaPrincipalOptions & {
      readonly cluster: KafkaCluster;
      readonly displayName: string;
      readonly description: string;
      readonly rights: readonly Grant[];
      readonly provider?: TerraformProvider;
    },
  ) {
    super(scope, id);
    const { cluster, displayName, description, serviceAccountId, rights, provider } = props;
    this.cluster = cluster;
    this.displayName = displayName;
    this.provider = provider;
    this.serviceAccount =
      serviceAccountId === undefined
        ? new ServiceAccount(this, "account", { displayName, description, provider })
        : undefined;
    this.serviceAccountId = serviceAccountId ?? String(this.serviceAccount?.id);
    refuse(this, checkRoleScope(cluster.model, rights));
    props.aclAdministrator?.requireToken(this, "aclAdministrator");
    this.grants = rights.map((right) =>
      "role" in right ? this.bind(right, props.disableRoleBindingWait) : this.allow(right, props.aclAdministrator),
    );
  }

  /** @internal */
  public key(
    id: string,
    options: Pick<RotatingApiKeyProps, "generation" | "keepsPrevious" | "disableWaitForReady">,
  ): ApiKey {
    return ApiKey.rotating(this, id, {
      ...options,
      cluster: this.cluster,
      serviceAccountId: this.serviceAccountId,
      displayName: `${this.displayName}-${id}`,
      grants: this.grants,
      provider: this.provider,
    });
  }

  private bind({ role, on }: Extract<Grant, { role: unknown }>, disableWait = false): RoleBinding {
    const { rbacCrn } = requirePlace(this, this.cluster, { crn: true });
    return new RoleBinding(this, grantId(role, on), {
      principal: `User:${this.serviceAccountId}`,
      roleName: role,
      crnPattern: on.type === "cluster" ? rbacCrn : `${rbacCrn}/kafka=${this.cluster.id}/${on.type}=${crnPart(on)}`,
      disableWaitForReady: disableWait || undefined,
      provider: this.provider,
    });
  }

  private allow({ operation, on }: Extract<Grant, { operation: unknown }>, administrator?: ApiKey): KafkaAcl {
    const { cluster } = this;
    const wholeCluster = on.type === "cluster";
    return new KafkaAcl(this, grantId(operation, on), {
      kafkaCluster: { id: cluster.id },
      restEndpoint: cluster.restEndpoint,
      credentials: administrator && { key: administrator.key, secret: administrator.secret },
      resourceType: on.type.toUpperCase(),
      resourceName: wholeCluster ? "kafka-cluster" : on.name,
      patternType: wholeCluster ? PatternType.LITERAL : on.patternType,
      principal: `User:${this.serviceAccountId}`,
      host: "*",
      operation,
      permission: "ALLOW",
      dependsOn: administrator && administrator.grants.length > 0 ? [...administrator.grants] : undefined,
      provider: this.provider,
    });
  }
}

/** Name in a CRN pattern, where a `*` at the end stands for what follows. */
function crnPart({ name, patternType }: Exclude<GrantedResource, { type: "cluster" }>): string {
  if (name === EVERY_NAME) return name;
  return patternType === PatternType.PREFIXED ? `${encodeURIComponent(name)}*` : encodeURIComponent(name);
}

function grantId(what: string, on: GrantedResource): string {
  if (on.type === "cluster") return what;
  if (on.name === EVERY_NAME && on.patternType === PatternType.LITERAL) return `${what}-every-${on.type}`;
  const many = on.patternType === PatternType.PREFIXED ? "s" : "";
  return `${what}-${on.type}${many}-${blockNamePart(on.name)}`;
}
