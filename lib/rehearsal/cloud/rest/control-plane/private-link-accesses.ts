import { z } from "zod";
import type { Cloud as CloudName } from "../../../../model/topology";
import type { ControlOperation, ControlRight } from "../../control/control-rights";
import { accessCrn, networkCrn } from "../../control/crn";
import { createPrivateLinkAccess, deletePrivateLinkAccess } from "../../control/private-link-accesses";
import type { CloudState, PrivateLinkAccess } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { param } from "../route";
import { may, need, required } from "./access";
import { environmentOf } from "./environments";
import { NETWORK_PATH, environmentReference } from "./network-body";
import { missing } from "./networks";
import { page } from "./page";
import { metadata, reference } from "./shape";
import { anyText, idObject, nameText } from "./text";

const PATH = "/networking/v1/private-link-accesses";
const GROUP = "networking.v1.";

/** What each cloud calls the one who is let in, and the object that says so. */
const KINDS = {
  AWS: { kind: "AwsPrivateLinkAccess", member: "account" },
  AZURE: { kind: "AzurePrivateLinkAccess", member: "subscription" },
  GCP: { kind: "GcpPrivateServiceConnectAccess", member: "project" },
} as const satisfies Record<CloudName, { kind: string; member: string }>;

/** Both names of a kind, the short one and that with the group of the API, mean the same. */
const kindOf = <Kind extends string>(kind: Kind) => z.enum([kind, `${GROUP}${kind}`]);

const account = z.union([
  z
    .object({ kind: kindOf(KINDS.AWS.kind), account: nameText })
    .transform(({ account: id }) => ({ cloud: "AWS" as const, account: id })),
  z
    .object({ kind: kindOf(KINDS.AZURE.kind), subscription: nameText })
    .transform(({ subscription: id }) => ({ cloud: "AZURE" as const, account: id })),
  z
    .object({ kind: kindOf(KINDS.GCP.kind), project: nameText })
    .transform(({ project: id }) => ({ cloud: "GCP" as const, account: id })),
]);
const creation = z.object({
  spec: z.object({ display_name: anyText.optional(), cloud: account, network: idObject, environment: idObject }),
});
const change = z.object({ spec: z.object({ display_name: anyText.optional(), environment: idObject }) });

type Caller = Pick<ControlPlaneContext, "cloud" | "principal">;

/** Accesses of accounts, subscriptions and projects to a network. A missing one reads 404. */
export function addPrivateLinkAccessRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const environment = environmentOf(call, required(call.query, "environment"), "Describe");
    const network = call.query.get("spec.network");
    const found = [...state.privateLinkAccesses.values()].filter(
      (access) =>
        access.environmentId === environment.id &&
        (network === null || access.networkId === network) &&
        may(call, rightOn(state, access, "Describe")),
    );
    const list = { apiVersion: "networking/v1", kind: "PrivateLinkAccessList", path: PATH };
    return page(list, call.query, found, (access) => accessBody(state, access));
  });
  router.onBody("POST", PATH, creation, (call) => {
    const { state } = call.cloud;
    const { display_name: displayName = "", cloud, network, environment } = call.body.spec;
    const place = { networkId: network.id, environmentId: environment.id };
    const crn = networkCrn(state, { id: place.networkId, environmentId: place.environmentId });
    need(call, { operation: "Create", resourceType: "Network", crn });
    const access = createPrivateLinkAccess(call.cloud, { ...place, ...cloud, displayName });
    return { status: 202, body: accessBody(state, access) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const access = accessOf(call, param(call, "id"), required(call.query, "environment"), "Describe");
    return { status: 200, body: accessBody(call.cloud.state, access) };
  });
  router.onBody("PATCH", `${PATH}/{id}`, change, (call) => {
    const { spec } = call.body;
    const access = accessOf(call, param(call, "id"), spec.environment.id, "Alter");
    access.displayName = spec.display_name ?? access.displayName;
    return { status: 200, body: accessBody(call.cloud.state, access) };
  });
  router.on("DELETE", `${PATH}/{id}`, (call) => {
    const access = accessOf(call, param(call, "id"), required(call.query, "environment"), "Delete");
    deletePrivateLinkAccess(call.cloud, access);
    return { status: 204 };
  });
}

function accessOf(caller: Caller, id: string, environmentId: string, operation: ControlOperation): PrivateLinkAccess {
  const { state } = caller.cloud;
  const access = state.privateLinkAccesses.get(id);
  if (access?.environmentId !== environmentId) throw missing("private-link-access", id);
  need(caller, rightOn(state, access, operation));
  return access;
}

function rightOn(state: CloudState, access: PrivateLinkAccess, operation: ControlOperation): ControlRight {
  return { operation, resourceType: "Network", crn: accessCrn(state, access) };
}

function accessBody(state: CloudState, access: PrivateLinkAccess): unknown {
  const { id, environmentId, networkId, cloud } = access;
  const { kind, member } = KINDS[cloud];
  const network = networkCrn(state, { id: networkId, environmentId });
  return {
    api_version: "networking/v1",
    kind: "PrivateLinkAccess",
    id,
    metadata: metadata(`${PATH}/${id}?environment=${environmentId}`, accessCrn(state, access), access.createdAt),
    spec: {
      display_name: access.displayName,
      cloud: { kind: `${GROUP}${kind}`, [member]: access.account },
      environment: environmentReference(state, environmentId),
      network: reference("networking/v1", "Network", `${NETWORK_PATH}/`, networkId, network),
    },
    status: { phase: access.phase },
  };
}
