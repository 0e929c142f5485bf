import { quote } from "../../model/names";
import type { PolicyRule } from "../policy-rule";

/** Every leg of a chain copies consumer offsets. */
export const offsetsOnEveryLeg: PolicyRule = {
  id: "POL002",
  severity: "error",
  title: "A leg that does not copy consumer offsets",
  effect:
    "After a failover, consumer groups begin anew or skip what they have not read: offsets get no further than this leg.",
  allowed: "consumerOffsetSync on every leg of a chain.",
  fix: "Give the link consumerOffsetSync: { groups: [...] }; PrivatePublicPrivate gives its own to both legs.",
  check: ({ topology }) => {
    const inChains = new Set(topology.chains.flat());
    return topology.legs
      .filter(({ path, managed, consumerOffsetSync }) => {
        return managed && inChains.has(path) && consumerOffsetSync.enabled === false;
      })
      .map(({ path, linkName }) => ({
        path,
        given: `Consumer offset sync of the link ${linkName === null ? path : quote(linkName)} is off.`,
      }));
  },
};
