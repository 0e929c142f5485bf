import type { ClusterDescription } from "../../lib/rehearsal/cloud/emulator";

export const CLUSTER_NAMES = ["primary", "jump", "dr"] as const;
export type ClusterName = (typeof CLUSTER_NAMES)[number];

/** Two keys of each cluster, the second one to rotate to. */
export const KEYS = {
  primary: keysOf("primary"),
  jump: keysOf("jump"),
  dr: keysOf("dr"),
};

export const PROVIDER_KEY = { key: "CLOUDKEY", secret: "cloud-secret" };

export const bootstrap = (name: ClusterName): string => `${name}.example:9092`;

export function clusters(): ClusterDescription[] {
  return CLUSTER_NAMES.map((name) => ({
    id: `lkc-${name}`,
    name,
    access: name === "jump" ? "public" : "private",
    kind: "Dedicated",
    cloud: "AZURE",
    region: "germanywestcentral",
    restEndpoint: `https://${name}.example:443`,
    bootstrapEndpoint: bootstrap(name),
  }));
}

interface ClusterKey {
  readonly key: string;
  readonly secret: string;
  readonly clusterId: string;
}

function keysOf(name: ClusterName): readonly [ClusterKey, ClusterKey] {
  const key = (which: string): ClusterKey => ({
    key: `${name.toUpperCase()}${which}`,
    secret: `${name}-secret-${which}`,
    clusterId: `lkc-${name}`,
  });
  return [key("1"), key("2")];
}
