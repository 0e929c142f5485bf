import { TerraformResource, type ITerraformDependable, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { ApiKey as KeyResource } from "@cdktf/provider-confluent/lib/api-key";
import { isToken } from "../core/known";
import { cluster, flag, having, list, provider, requireKind, requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import { illegalGeneration } from "../model/rules/access";
import type { KafkaCluster } from "./kafka-cluster";
import { requirePlace } from "./place";

/**
 * Which generation of a key is used, and since when the one before is gone.
 *
 * @see `docs/guides/rotate.md`
 */
export interface KeyGeneration {
  /**
   * Counts up with each rotation, from 1: a whole number, and no token (CL084).
   *
   * @default 1
   */
  readonly generation?: number;
  /**
   * Whether the generation before stays, unused, until this is switched off. For those who want to look at the new key at work first.
   *
   * @default false - it is deleted in the apply that brings the new one, after everything that used it
   */
  readonly keepsPrevious?: boolean;
}

/** A key that is replaced now and then: whose it is, what it opens, and which one it is. */
export interface RotatingApiKeyProps extends KeyGeneration {
  /** The cluster that the key opens. It needs its `environmentId` (CL089). */
  readonly cluster: KafkaCluster;
  /** Service account that owns the key, like `sa-abc123`. */
  readonly serviceAccountId: string;
  /**
   * Role bindings and ACLs that give the account its rights. The key is created after the role bindings, and whatever uses it waits for all.
   *
   * @default - none, with warning CL033
   */
  readonly grants?: readonly ITerraformDependable[];
  /** Whether another stack gave the account its rights, before this one runs. @default false - CL033 warns where there are no `grants` */
  readonly grantedElsewhere?: boolean;
  /** What people read in the list of keys; the generation is put behind it. @default - the id */
  readonly displayName?: string;
  /**
   * Whether Terraform goes on before the cluster knows the key. For private clusters that the machine of this run cannot reach: waiting is asking them.
   *
   * @default false
   */
  readonly disableWaitForReady?: boolean;
  /**
   * Provider of the same stack that Terraform uses here.
   *
   * @default - the stack's ConfluentProvider without an alias
   */
  readonly provider?: TerraformProvider;
}

const PROPS = {
  ...{ cluster, serviceAccountId: text, displayName: text, keepsPrevious: flag, provider },
  ...{ disableWaitForReady: flag, grantedElsewhere: flag },
  grants: list(having("a resource to wait for", "addOverride"), { orToken: false }),
};

const described = (generation: unknown): string =>
  typeof generation === "number" ? String(generation) : `a ${typeof generation}`;

/** Creates the resources of a key's generations, and gives back that of the last one. */
export function createGenerations(scope: Construct, id: string, props: RotatingApiKeyProps): KeyResource {
  requireKind(scope, "the id", id, text);
  requireProps(scope, props, PROPS, ["cluster", "serviceAccountId"]);
  const { generation = 1, keepsPrevious = false } = props;
  if (!Number.isInteger(generation) || generation < 1) {
    const given = isToken(generation) ? "only known to Terraform" : described(generation);
    refuse(scope, [illegalGeneration.finding(`The generation of the key ${id} is ${given}.`)]);
  }
  if (keepsPrevious && generation > 1) createGeneration(scope, id, generation - 1, props);
  return createGeneration(scope, id, generation, props);
}

function createGeneration(scope: Construct, id: string, generation: number, props: RotatingApiKeyProps): KeyResource {
  const { serviceAccountId, displayName = id, disableWaitForReady = false } = props;
  const dependsOn = keyGrants(props.grants);
  return new KeyResource(scope, `${id}-${generation}`, {
    displayName: `${displayName}-${generation}`,
    owner: { id: serviceAccountId, apiVersion: "iam/v2", kind: "ServiceAccount" },
    managedResource: {
      id: props.cluster.id,
      apiVersion: "cmk/v2",
      kind: "Cluster",
      environment: [{ id: requirePlace(scope, props.cluster).environmentId }],
    },
    disableWaitForReady: disableWaitForReady || undefined,
    dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
    lifecycle: { createBeforeDestroy: true },
    provider: props.provider,
  });
}

// What a key depends on becomes create_before_destroy like the key. An ACL that is replaced by its equal would be gone then.
function isAcl(grant: ITerraformDependable): boolean {
  return TerraformResource.isTerraformResource(grant) && grant.terraformResourceType === "confluent_kafka_acl";
}

/** Grants before which a key is not created. */
function keyGrants(grants: readonly ITerraformDependable[] = []): ITerraformDependable[] {
  return grants.filter((grant) => !isAcl(grant));
}

/** Grants that only the users of a key wait for. */
export function userGrants(grants: readonly ITerraformDependable[] = []): ITerraformDependable[] {
  return grants.filter(isAcl);
}
