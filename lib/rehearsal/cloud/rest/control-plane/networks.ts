import { z } from "zod";
import type { ControlOperation, ControlRight } from "../../control/control-rights";
import { environmentCrn, networkCrn } from "../../control/crn";
import { createNetwork, deleteNetwork } from "../../control/networks";
import { ControlPlaneError } from "../../control-plane-error";
import type { CloudState, Network } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { param } from "../route";
import { may, need, required, seen } from "./access";
import { environmentOf } from "./environments";
import { NETWORK_PATH as PATH, networkBody } from "./network-body";
import { page } from "./page";
import { anyText, idObject, nameText } from "./text";

const creation = z.object({
  spec: z.object({
    display_name: anyText.optional(),
    cloud: z.string(),
    region: nameText,
    connection_types: z.array(z.string()),
    cidr: z.string().optional(),
    reserved_cidr: z.string().optional(),
    zones: z.array(nameText).optional(),
    zones_info: z.array(z.unknown()).optional(),
    dns_config: z.object({ resolution: z.string() }).optional(),
    environment: idObject,
  }),
});
const change = z.object({ spec: z.object({ display_name: anyText.optional(), environment: idObject }) });

/** Networks for private links. Requests name the environment; a missing network reads 404. */
export function addNetworkRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const environment = environmentOf(call, required(call.query, "environment"), "Describe");
    const found = [...state.networks.values()].filter(
      (network) => network.environmentId === environment.id && may(call, rightOn(state, network, "Describe")),
    );
    const list = { apiVersion: "networking/v1", kind: "NetworkList", path: PATH };
    return page(list, call.query, found, (network) => networkBody(state, network));
  });
  router.onBody("POST", PATH, creation, (call) => {
    const { state } = call.cloud;
    const { spec } = call.body;
    const environment = seen(state.environments.get(spec.environment.id));
    need(call, { operation: "Create", resourceType: "Network", crn: environmentCrn(state, environment.id) });
    refuseRanges(spec);
    const network = createNetwork(call.cloud, {
      environmentId: environment.id,
      displayName: spec.display_name ?? "",
      cloud: spec.cloud,
      region: spec.region,
      connectionTypes: spec.connection_types,
      zones: spec.zones,
      dnsResolution: spec.dns_config?.resolution,
    });
    return { status: 202, body: networkBody(state, network) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const network = networkOf(call, param(call, "id"), required(call.query, "environment"), "Describe");
    return { status: 200, body: networkBody(call.cloud.state, network) };
  });
  router.onBody("PATCH", `${PATH}/{id}`, change, (call) => {
    const { spec } = call.body;
    const network = networkOf(call, param(call, "id"), spec.environment.id, "Alter");
    network.displayName = spec.display_name ?? network.displayName;
    return { status: 200, body: networkBody(call.cloud.state, network) };
  });
  router.on("DELETE", `${PATH}/{id}`, (call) => {
    const network = networkOf(call, param(call, "id"), required(call.query, "environment"), "Delete");
    deleteNetwork(call.cloud.state, network);
    return { status: 204 };
  });
}

/** Ranges of addresses are for peering; a private link has none. */
function refuseRanges(spec: z.infer<typeof creation>["spec"]): void {
  if (spec.cidr === undefined && spec.reserved_cidr === undefined && spec.zones_info === undefined) return;
  if (!spec.connection_types.includes("PRIVATELINK")) return;
  throw new ControlPlaneError(400, "invalid_request", "a network for private links has no address ranges");
}

/** A network that the caller may do something to. */
export function networkOf(
  caller: Pick<ControlPlaneContext, "cloud" | "principal">,
  id: string,
  environmentId: string,
  operation: ControlOperation,
): Network {
  const { state } = caller.cloud;
  const network = state.networks.get(id);
  if (network?.environmentId !== environmentId) throw missing("network", id);
  need(caller, rightOn(state, network, operation));
  return network;
}

/** What is not there. */
export function missing(what: string, id: string): ControlPlaneError {
  return new ControlPlaneError(404, "resource_not_found", `The ${what} ${id} was not found.`);
}

function rightOn(state: CloudState, network: Network, operation: ControlOperation): ControlRight {
  return { operation, resourceType: "Network", crn: networkCrn(state, network) };
}
