import type { ClusterLinkingMatchers } from "../../lib/testing";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- both interfaces merge here
  interface Matchers<T> extends ClusterLinkingMatchers<T> {}
}
