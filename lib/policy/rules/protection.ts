import { membersOf } from "../json";
import type { PolicyRule } from "../policy-rule";
import type { PolicyResource, PolicyTree } from "../policy-tree";

/** Types whose destruction ends the copying or deletes data. */
const PROTECTED = new Set([
  "confluent_cluster_link",
  "confluent_kafka_mirror_topic",
  "confluent_kafka_topic",
  "confluent_kafka_cluster",
]);

const SHOWN = 3;

/** Clusters, links, mirror topics and topics have `prevent_destroy`. */
export const protection: PolicyRule = {
  id: "POL001",
  severity: "error",
  title: "Something that Terraform may destroy",
  effect: "A plan that replaces or deletes it is applied like any other; a topic and what is in it are gone then.",
  allowed: "prevent_destroy on every cluster, link half, mirror topic and topic.",
  fix: "Leave preventDestroy out, or set lifecycle: { preventDestroy: true } on a resource of your own.",
  check: (tree) => {
    const unprotected = tree.stacks
      .flatMap(({ resources }) => resources)
      .filter(({ type, attributes }) => PROTECTED.has(type) && !preventsDestroy(attributes));
    const owner = ownerIn(tree);
    const owned = new Map<string, PolicyResource[]>();
    for (const resource of unprotected) {
      const path = owner(resource);
      const others = owned.get(path);
      if (others) others.push(resource);
      else owned.set(path, [resource]);
    }
    return [...owned].map(([path, resources]) => ({
      path,
      given: `${listed(resources)} no prevent_destroy.`,
    }));
  },
};

function preventsDestroy(attributes: PolicyResource["attributes"]): boolean {
  return membersOf(attributes["lifecycle"])["prevent_destroy"] === true;
}

/** A mirror set answers for all its topics. */
function ownerIn({ topology }: PolicyTree): (resource: PolicyResource) => string {
  const sets = new Set(topology.legs.flatMap((leg) => leg.sets.map(({ path }) => path)));
  return ({ path }) => {
    const above = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    return sets.has(above) ? above : path;
  };
}

function listed(resources: readonly PolicyResource[]): string {
  const names = resources.slice(0, SHOWN).map(({ address }) => address);
  const more = resources.length - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  return `${all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${String(all.at(-1))}` : all.join()} ${resources.length > 1 ? "have" : "has"}`;
}
