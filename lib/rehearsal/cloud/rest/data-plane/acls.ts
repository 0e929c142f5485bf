import { z } from "zod";
import { ACL_OPERATIONS, ACL_PATTERN_TYPES, ACL_RESOURCE_TYPES } from "../../../../model/acl-words";
import { createAcl, deleteAcls, listAcls, type AclQuery } from "../../acls";
import type { AclBinding, Cluster } from "../../state";
import { RequestRefusal } from "../refusal";
import { needCluster } from "./authorize";
import type { DataPlaneRouter } from "./context";
import { apiObject, listAnswer } from "./shapes";

const PERMISSIONS = ["ALLOW", "DENY"] as const;
const LONGEST = 249;

const CreateAcl = z.object({
  resource_type: z.enum(ACL_RESOURCE_TYPES),
  resource_name: z.string().min(1).max(LONGEST),
  pattern_type: z.enum(ACL_PATTERN_TYPES),
  principal: z.string().min(1).max(LONGEST),
  host: z.string().min(1).max(LONGEST),
  operation: z.enum(ACL_OPERATIONS),
  permission: z.enum(PERMISSIONS),
});

/** Members of a query, and what they may say beside what a binding may. */
const QUERY = {
  resource_type: ["ANY", ...ACL_RESOURCE_TYPES],
  resource_name: undefined,
  pattern_type: ["ANY", "MATCH", ...ACL_PATTERN_TYPES],
  principal: undefined,
  host: undefined,
  operation: ["ANY", ...ACL_OPERATIONS],
  permission: ["ANY", ...PERMISSIONS],
} as const;

const NECESSARY_TO_DELETE = ["resource_type", "pattern_type", "operation", "permission"] as const;

/** Access control lists of a cluster. */
export function registerAcls(router: DataPlaneRouter): void {
  router.onBody("POST", "/acls", CreateAcl, ({ body, ...context }) => {
    needCluster(context, "Alter");
    createAcl(context.cloud, context.cluster.id, {
      resourceType: body.resource_type,
      resourceName: body.resource_name,
      patternType: body.pattern_type,
      principal: body.principal,
      host: body.host,
      operation: body.operation,
      permission: body.permission,
    });
    return { status: 201 };
  });

  router.on("GET", "/acls", ({ query, ...context }) => {
    needCluster(context, "Describe");
    const { cloud, cluster } = context;
    const bindings = listAcls(cloud, cluster.id, aclQuery(query));
    return listAnswer(
      cluster,
      "KafkaAclList",
      `/acls${query.size > 0 ? `?${query.toString()}` : ""}`,
      bindings.map((binding) => aclObject(cluster, binding)),
    );
  });

  router.on("DELETE", "/acls", ({ query, ...context }) => {
    needCluster(context, "Alter");
    for (const name of NECESSARY_TO_DELETE) {
      if (!query.get(name)) throw new RequestRefusal(400, `${name} has to be given to delete ACLs`);
    }
    const { cloud, cluster } = context;
    const deleted = deleteAcls(cloud, cluster.id, aclQuery(query));
    return { status: 200, body: { data: deleted.map((binding) => aclObject(cluster, binding)) } };
  });
}

function aclQuery(query: URLSearchParams): AclQuery {
  const value = (name: keyof typeof QUERY): string | undefined => {
    const given = query.get(name);
    if (given === null || given === "") return undefined;
    const words: readonly string[] | undefined = QUERY[name];
    const word = words === undefined ? given : given.toUpperCase();
    if (words !== undefined && !words.includes(word)) {
      throw new RequestRefusal(400, `${name} is one of ${words.join(", ")}`);
    }
    return word;
  };
  const members = {
    resourceType: value("resource_type"),
    resourceName: value("resource_name"),
    patternType: value("pattern_type"),
    principal: value("principal"),
    host: value("host"),
    operation: value("operation"),
    permission: value("permission"),
  };
  return Object.fromEntries(Object.entries(members).filter(([, given]) => given !== undefined));
}

function aclObject(cluster: Cluster, binding: AclBinding): object {
  const members = {
    resource_type: binding.resourceType,
    resource_name: binding.resourceName,
    pattern_type: binding.patternType,
    principal: binding.principal,
    host: binding.host,
    operation: binding.operation,
    permission: binding.permission,
  };
  const path = `/acls?${new URLSearchParams(members).toString()}`;
  return apiObject(cluster, { kind: "KafkaAcl", path }, { cluster_id: cluster.id, ...members });
}
