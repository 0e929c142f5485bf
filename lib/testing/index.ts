export { clusterLinkingMatchers, type ClusterLinkingMatchers } from "./matchers";
export type { LinkFacts } from "./link-facts";
export type { MatcherResult } from "./matcher-result";
export type { SecretOptions } from "./to-have-no-secret-literals";
export type { MirrorFacts } from "./to-mirror";
