import type { PlatformData } from "./platform-data";

/** Host names of both private clusters, for those who let through nothing else: each network's domain belongs to one cluster. */
export const hostNames = ({ networks }: Pick<PlatformData, "networks">): string[] =>
  [networks.primary, networks.dr].map(({ dnsDomain }) => `*.${dnsDomain}`);
