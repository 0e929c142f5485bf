import type { IConstruct } from "constructs";
import { known } from "../core/known";
import { refuse } from "../core/validation-error";
import { checkPlace } from "../model/rules/access";
import type { KafkaCluster } from "./kafka-cluster";

/** Where a cluster is, as keys and role bindings name it. */
export interface ClusterPlace {
  readonly environmentId: string;
  readonly rbacCrn: string;
}

/** The place of a cluster that keys, and role bindings where `crn` says so, are made for. Throws CL089 where it is missing or another's. */
export function requirePlace(scope: IConstruct, cluster: KafkaCluster, { crn = false } = {}): ClusterPlace {
  const { model, environmentId, rbacCrn } = cluster;
  refuse(
    scope,
    checkPlace(model, {
      environmentId: environmentId === undefined ? undefined : known(environmentId),
      rbacCrn: rbacCrn === undefined ? undefined : known(rbacCrn),
      needsCrn: crn,
    }),
  );
  return { environmentId: environmentId ?? "", rbacCrn: rbacCrn ?? "" };
}
