import { quote } from "../../model/names";
import { linkKeys, type LinkKey } from "../link-keys";
import type { PolicyRule, PolicyViolation } from "../policy-rule";
import type { PolicyTree } from "../policy-tree";

/** Keys of two links that something says are one, the second one as the place. */
function pairs(
  keys: readonly LinkKey[],
  sameness: (key: LinkKey) => string | undefined,
  apart: (first: LinkKey, second: LinkKey) => boolean,
  say: (first: LinkKey, second: LinkKey) => string,
): PolicyViolation[] {
  const firsts = new Map<string, LinkKey>();
  const found = new Map<string, PolicyViolation>();
  for (const key of keys) {
    const same = sameness(key);
    if (same === undefined) continue;
    const first = firsts.get(same);
    if (!first) firsts.set(same, key);
    else if (first.link !== key.link && apart(first, key)) {
      const { path } = key.resource;
      found.set(`${path} ${same}`, { path, given: say(first, key) });
    }
  }
  return [...found.values()];
}

/** Each link has keys of its own. */
export const keysPerLeg: PolicyRule = {
  id: "POL003",
  severity: "error",
  title: "One key for two links",
  effect: "Revoking or rotating the key of one leg stops the other one too, and one leak opens both.",
  allowed: "Keys of its own for each link, also on the cluster that two links share.",
  fix: "Give each link its LinkKeys or LinkPrincipals, or variables of its own.",
  check: (tree) =>
    pairs(
      linkKeys(tree),
      ({ identity }) => identity,
      () => true,
      (first, second) =>
        `The links ${quote(first.linkName)} and ${quote(second.linkName)} have one key for ${second.clusterName}.`,
    ),
};

const WITH_WORKSPACES = new Set(["cloud", "remote"]);

/** Stacks whose variables are kept in a workspace of each, and so are filled apart. */
function workspaceStacks({ topology }: PolicyTree): ReadonlySet<string> {
  return new Set(
    topology.stacks.filter(({ backend }) => backend && WITH_WORKSPACES.has(backend.type)).map(({ name }) => name),
  );
}

/** Variables of two legs have names of their own. */
export const variablesPerLeg: PolicyRule = {
  id: "POL004",
  severity: "warning",
  title: "Keys of two links in variables of one name",
  effect: "One TF_VAR_ in the environment fills both, so that both legs have one key and nobody notices.",
  allowed: "Variables of another name for each link, or a workspace for each stack.",
  fix: 'Give one link a name of its own: ApiKey.fromVariables(stack, "jump_reader").',
  check: (tree) => {
    const apart = workspaceStacks(tree);
    return pairs(
      linkKeys(tree).filter(({ resource }) => !apart.has(resource.stack)),
      ({ variable }) => variable,
      (first, second) => first.resource.stack !== second.resource.stack,
      (first, second) =>
        `Stacks ${quote(first.resource.stack)} and ${quote(second.resource.stack)} have the key for ${second.clusterName} from var.${String(second.variable)}.`,
    );
  },
};

/** No key is both a half's REST key and the one with which the other half logs in. */
export const ownDialKey: PolicyRule = {
  id: "POL005",
  severity: "error",
  title: "One key for REST calls and for dialling",
  effect: "Rotating it fails once on the receiving half, and everything that depends on it waits for a second apply.",
  allowed: "dialCredentials that differ from destinationCredentials.",
  fix: 'Set dialCredentials, for example ApiKey.fromVariables(stack, "jump_dial").',
  check: (tree) => {
    const keys = linkKeys(tree);
    const rest = new Set(keys.filter(({ use }) => use === "rest").map(({ link, identity }) => `${link} ${identity}`));
    return keys
      .filter(({ use, link, identity }) => use === "dial" && rest.has(`${link} ${identity}`))
      .map(({ resource, linkName, clusterName }) => ({
        path: resource.path,
        given: `The link ${quote(linkName)} dials ${clusterName} with the key of its REST calls.`,
      }));
  },
};
