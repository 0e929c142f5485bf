import type { DocumentCluster } from "../../model/document";
import type { Cloud as CloudName, ClusterAccess, ClusterKind } from "../../model/topology";

/** A cluster of an app, with everything known that the emulator needs. */
export interface KnownCluster {
  readonly name: string;
  readonly id: string;
  readonly access: ClusterAccess;
  readonly kind: ClusterKind;
  readonly cloud: CloudName;
  readonly region: string;
  readonly networkId?: string;
  readonly restEndpoint: string;
  readonly bootstrapEndpoint: string;
  readonly environmentId?: string;
}

const DEFAULTS = { cloud: "AWS", region: "us-east-1" } as const;

/**
 * The clusters of an app that exist already. One whose id is known to Terraform only is made by the app itself and left out. An endpoint that
 * is not given is made up, as none of the app's resources asks for it.
 */
export function existingClusters(clusters: readonly DocumentCluster[]): KnownCluster[] {
  return clusters.flatMap((cluster) => {
    const { id, name, cloud, region, networkId, restEndpoint, bootstrapEndpoint, environmentId } = cluster;
    if (id === null) return [];
    const host = `${id}.rehearsal.confluent.cloud`;
    return [
      {
        name,
        id,
        access: cluster.access as ClusterAccess,
        kind: cluster.kind as ClusterKind,
        cloud: (cloud ?? DEFAULTS.cloud) as CloudName,
        region: region ?? DEFAULTS.region,
        ...(typeof networkId === "string" ? { networkId } : {}),
        ...(typeof environmentId === "string" ? { environmentId } : {}),
        restEndpoint: restEndpoint ?? `https://${host}:443`,
        bootstrapEndpoint: bootstrapEndpoint ?? `${host}:9092`,
      },
    ];
  });
}

/** The organization that the clusters' names for role bindings begin with, where one of them is known. */
export function organizationOf(clusters: readonly DocumentCluster[]): string | undefined {
  for (const { rbacCrn } of clusters) {
    const id = /^crn:\/\/[^/]+\/organization=([^/]+)\//.exec(rbacCrn ?? "")?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
