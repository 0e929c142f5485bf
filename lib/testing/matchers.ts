import type { PolicyPack } from "../policy/policy-pack";
import type { LinkFacts } from "./link-facts";
import { toContainLink } from "./to-contain-link";
import { toHaveNoSecretLiterals, type SecretOptions } from "./to-have-no-secret-literals";
import { toKeepPolicies } from "./to-keep-policies";
import { toMirror, type MirrorFacts } from "./to-mirror";

/** The matchers as `expect(...)` has them, for the types of vitest and jest. `R` is what a matcher returns there. */
export interface ClusterLinkingMatchers<R = unknown> {
  /**
   * Whether an App, a stack, another construct, the JSON of a stack or `cluster-linking.json` has a link of which all these facts are true.
   *
   * @throws TypeError for a fact that no link has.
   */
  toContainLink(expected: LinkFacts): R;
  /**
   * Whether a topic gets where it shall, by mirror topics or by filters; without `expected`, to the end of every chain.
   *
   * @throws TypeError for a cluster that is not on the way.
   */
  toMirror(topic: string, expected?: MirrorFacts): R;
  /** Whether no secret stands in the JSON as plain text: by the names of arguments, and by what secrets look like. */
  toHaveNoSecretLiterals(options?: SecretOptions): R;
  /** Whether no rule of a pack is broken, warnings included. Without a pack, of the recommended one. */
  toKeepPolicies(pack?: PolicyPack): R;
}

/**
 * The matchers for `expect.extend`, of vitest and of jest.
 *
 * @see `docs/guides/testing.md`
 */
export const clusterLinkingMatchers = { toContainLink, toMirror, toHaveNoSecretLiterals, toKeepPolicies };
