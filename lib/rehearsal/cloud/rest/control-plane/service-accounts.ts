import { z } from "zod";
import type { ControlOperation, ControlRight } from "../../control/control-rights";
import { organizationCrn, principalCrn } from "../../control/crn";
import { createServiceAccount, deleteServiceAccount, updateServiceAccount } from "../../control/service-accounts";
import type { CloudState, ServiceAccount } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { param } from "../route";
import { may, need, seen } from "./access";
import { page } from "./page";
import { metadata } from "./shape";
import { anyText, nameText } from "./text";

const PATH = "/iam/v2/service-accounts";

const creation = z.object({ display_name: nameText, description: anyText.optional() });
const change = z.object({ display_name: nameText.optional(), description: anyText.optional() });

/** Service accounts. A missing one reads 403. */
export function addServiceAccountRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const wanted = call.query.getAll("display_name");
    const named = visible(call).filter(({ displayName }) => wanted.length === 0 || wanted.includes(displayName));
    const list = { apiVersion: "iam/v2", kind: "ServiceAccountList", path: PATH };
    return page(list, call.query, named, (account) => accountBody(state, account));
  });
  router.onBody("POST", PATH, creation, (call) => {
    const { state } = call.cloud;
    need(call, { operation: "Create", resourceType: "ServiceAccount", crn: organizationCrn(state) });
    const { display_name: displayName, description } = call.body;
    return { status: 201, body: accountBody(state, createServiceAccount(state, { displayName, description })) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const account = accountOf(call, param(call, "id"), "Describe");
    return { status: 200, body: accountBody(call.cloud.state, account) };
  });
  router.onBody("PATCH", `${PATH}/{id}`, change, (call) => {
    const { state } = call.cloud;
    const account = accountOf(call, param(call, "id"), "Alter");
    const { display_name: displayName, description } = call.body;
    return {
      status: 200,
      body: accountBody(state, updateServiceAccount(state, account, { displayName, description })),
    };
  });
  router.on("DELETE", `${PATH}/{id}`, (call) => {
    deleteServiceAccount(call.cloud.state, accountOf(call, param(call, "id"), "Delete"));
    return { status: 204 };
  });
  // Of an older API: clients that know numbers look ids up here.
  router.on("GET", "/service_accounts", (call) => ({
    status: 200,
    body: { users: visible(call).map(legacyBody), page_info: { page_size: 0, page_token: "" }, error: null },
  }));
}

function visible(caller: Pick<ControlPlaneContext, "cloud" | "principal">): ServiceAccount[] {
  const { state } = caller.cloud;
  return [...state.serviceAccounts.values()].filter(({ id }) => may(caller, rightOn(state, id, "Describe")));
}

function accountOf(
  caller: Pick<ControlPlaneContext, "cloud" | "principal">,
  id: string,
  operation: ControlOperation,
): ServiceAccount {
  const { state } = caller.cloud;
  const account = seen(state.serviceAccounts.get(id));
  need(caller, rightOn(state, id, operation));
  return account;
}

function rightOn(state: CloudState, id: string, operation: ControlOperation): ControlRight {
  return { operation, resourceType: "ServiceAccount", crn: principalCrn(state, id) };
}

function accountBody(state: CloudState, { id, displayName, description, createdAt }: ServiceAccount): unknown {
  return {
    api_version: "iam/v2",
    kind: "ServiceAccount",
    id,
    metadata: metadata(`${PATH}/${id}`, principalCrn(state, id), createdAt),
    display_name: displayName,
    description,
  };
}

function legacyBody({ id, displayName, description }: ServiceAccount): unknown {
  const number = parseInt(id.slice("sa-".length), 36);
  return {
    id: Number.isNaN(number) ? 0 : number % 2 ** 31,
    resource_id: id,
    service_name: displayName,
    service_description: description,
    service_account: true,
  };
}
