import { z } from "zod";
import type { ControlOperation, ControlRight } from "../../control/control-rights";
import { organizationCrn } from "../../control/crn";
import { createRoleBinding, deleteRoleBinding } from "../../control/role-bindings";
import type { CloudState, RoleBinding } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { param } from "../route";
import { may, need, required, seen } from "./access";
import { page } from "./page";
import { metadata } from "./shape";
import { nameText } from "./text";

const PATH = "/iam/v2/role-bindings";

const creation = z.object({ principal: nameText, role_name: nameText, crn_pattern: nameText });

/** Role bindings. They cannot be changed; a missing one reads 403, and deleting one answers with it. */
export function addRoleBindingRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const matches = filterOf(call.query);
    const found = [...state.roleBindings.values()].filter(
      (binding) => matches(binding) && may(call, rightOn(binding.crnPattern, "Describe")),
    );
    const list = { apiVersion: "iam/v2", kind: "RoleBindingList", path: PATH };
    return page(list, call.query, found, (binding) => bindingBody(state, binding));
  });
  router.onBody("POST", PATH, creation, (call) => {
    const { state } = call.cloud;
    const { principal, role_name: roleName, crn_pattern: crnPattern } = call.body;
    need(call, rightOn(crnPattern, "Create"));
    return { status: 201, body: bindingBody(state, createRoleBinding(state, { principal, roleName, crnPattern })) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const binding = bindingOf(call, param(call, "id"), "Describe");
    return { status: 200, body: bindingBody(call.cloud.state, binding) };
  });
  router.on("DELETE", `${PATH}/{id}`, (call) => {
    const { state } = call.cloud;
    const binding = bindingOf(call, param(call, "id"), "Delete");
    deleteRoleBinding(state, binding.id);
    return { status: 200, body: bindingBody(state, binding) };
  });
}

/** `crn_pattern` is required, and the beginning of one is enough. */
function filterOf(query: URLSearchParams): (binding: RoleBinding) => boolean {
  const beginning = required(query, "crn_pattern").replace(/\*$/u, "");
  const principal = query.get("principal");
  const roleName = query.get("role_name");
  return (binding) =>
    binding.crnPattern.startsWith(beginning) &&
    (principal === null || binding.principal === principal) &&
    (roleName === null || binding.roleName === roleName);
}

function bindingOf(
  caller: Pick<ControlPlaneContext, "cloud" | "principal">,
  id: string,
  operation: ControlOperation,
): RoleBinding {
  const binding = seen(caller.cloud.state.roleBindings.get(id));
  need(caller, rightOn(binding.crnPattern, operation));
  return binding;
}

function rightOn(crn: string, operation: ControlOperation): ControlRight {
  return { operation, resourceType: "RoleBinding", crn };
}

function bindingBody(state: CloudState, { id, principal, roleName, crnPattern, createdAt }: RoleBinding): unknown {
  return {
    api_version: "iam/v2",
    kind: "RoleBinding",
    id,
    metadata: metadata(`${PATH}/${id}`, `${organizationCrn(state)}/role-binding=${id}`, createdAt),
    principal,
    role_name: roleName,
    crn_pattern: crnPattern,
  };
}
