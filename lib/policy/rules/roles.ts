import type { DocumentLeg } from "../../model/document";
import { destinationGrants, sourceGrants, type Grant } from "../../model/link-rights";
import { quote } from "../../model/names";
import { isExpression, membersOf, textOf } from "../json";
import { linkKeys, type LinkKey } from "../link-keys";
import type { PolicyRule } from "../policy-rule";
import type { PolicyResource, PolicyTree } from "../policy-tree";

/** Roles that no link needs anywhere. */
const WIDER_THAN_ANY_LINK = new Set(["OrganizationAdmin", "EnvironmentAdmin"]);
const CLUSTER_ADMIN = "CloudClusterAdmin";
const WHOLE_CLUSTER = /\/cloud-cluster=([^/=*]+)$/;
const KEY_ID = /^\$\{confluent_api_key\.([\w-]+)\.id\}$/;

/** Nobody has an administrator's role who works with a smaller one. */
export const smallestRole: PolicyRule = {
  id: "POL006",
  severity: "error",
  title: "An administrator's role where a smaller one does",
  effect: "Whoever gets hold of the key can do more than read the topics that are mirrored.",
  allowed:
    "CloudClusterAdmin on a link's destination, on a source that dials or whose ACLs are copied, and on both ends of a bidirectional link; else roles for single topics and groups.",
  fix: "Use LinkAccounts or LinkPrincipals, which bind the smallest roles, or bind DeveloperRead and DeveloperManage for topics and DeveloperRead for groups.",
  check: (tree) => {
    const needs = new Needs(tree);
    return resourcesOf(tree, "confluent_role_binding").flatMap((binding) => {
      const role = textOf(binding.attributes["role_name"]) ?? "";
      const { path } = binding;
      if (WIDER_THAN_ANY_LINK.has(role)) return [{ path, given: `${binding.address} binds ${role}.` }];
      if (role !== CLUSTER_ADMIN) return [];
      const links = needs.smallerRoleDoes(binding);
      return links === undefined
        ? []
        : [
            {
              path,
              given: `${binding.address} binds ${role} for ${links.map(quote).join(", ")}, whose source does not dial.`,
            },
          ];
    });
  },
};

function resourcesOf({ stacks }: PolicyTree, wanted: string): PolicyResource[] {
  return stacks.flatMap(({ resources }) => resources.filter(({ type }) => type === wanted));
}

interface Need {
  readonly linkName: string;
  readonly admin: boolean;
}

/** What the owners of keys, and clusters, are needed for. */
class Needs {
  private readonly ofOwner = new Map<string, Need[]>();
  private readonly ofCluster = new Map<string, Need[]>();

  public constructor(private readonly tree: PolicyTree) {
    for (const key of linkKeys(tree)) {
      const owner = this.ownerOf(key);
      for (const leg of this.legsOf(key.resource)) {
        const need = { linkName: key.linkName, admin: this.needsAdmin(leg, key.cluster) };
        add(this.ofCluster, key.cluster, need);
        if (owner !== undefined) add(this.ofOwner, owner, need);
      }
    }
  }

  /** Links for which a smaller role does, where there are any and none needs this one. */
  public smallerRoleDoes({ attributes, stack }: PolicyResource): readonly string[] | undefined {
    const principal = (textOf(attributes["principal"]) ?? "").replace(/^User:/, "");
    const cluster = WHOLE_CLUSTER.exec(textOf(attributes["crn_pattern"]) ?? "")?.[1] ?? "";
    const needs = this.ofOwner.get(scoped(stack, principal)) ?? this.ofCluster.get(cluster) ?? [];
    if (needs.length === 0 || needs.some(({ admin }) => admin)) return undefined;
    return [...new Set(needs.map(({ linkName }) => linkName))];
  }

  /** The service account of a key that the same stack creates. */
  private ownerOf({ expression, resource }: LinkKey): string | undefined {
    const name = KEY_ID.exec(expression)?.[1];
    const key = resourcesOf(this.tree, "confluent_api_key").find(
      ({ stack, address }) => stack === resource.stack && address === `confluent_api_key.${String(name)}`,
    );
    const owner = textOf(membersOf(key?.attributes["owner"])["id"]);
    return owner === undefined ? undefined : scoped(resource.stack, owner);
  }

  private legsOf({ stack, address }: PolicyResource): DocumentLeg[] {
    return this.tree.topology.legs.filter((leg) =>
      leg.resources.some((each) => each.address === address && (each.stack ?? leg.stack) === stack),
    );
  }

  private needsAdmin(leg: DocumentLeg, cluster: string): boolean {
    const isSource = this.tree.topology.clusters[leg.source]?.id === cluster;
    const grants: readonly Grant[] =
      isSource && leg.shape !== "bidirectional"
        ? sourceGrants("roles", {
            initiator: leg.shape === "source-initiated" ? "source" : "destination",
            topics: [],
            groups: [],
            aclSync: leg.aclSync.enabled !== false,
          })
        : destinationGrants("roles", { created: [], failedOver: [], deletes: false });
    return grants.some((grant) => "role" in grant && grant.role === CLUSTER_ADMIN);
  }
}

const scoped = (stack: string, text: string): string => (isExpression(text) ? `${stack} ${text}` : text);

function add(needs: Map<string, Need[]>, of: string, need: Need): void {
  needs.set(of, [...(needs.get(of) ?? []), need]);
}
