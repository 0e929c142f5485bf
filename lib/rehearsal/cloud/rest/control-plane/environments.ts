import { z } from "zod";
import { environmentCrn, organizationCrn } from "../../control/crn";
import { createEnvironment, deleteEnvironment, updateEnvironment } from "../../control/environments";
import type { ControlOperation } from "../../control/control-rights";
import type { CloudState, Environment } from "../../state";
import type { ControlPlaneContext, ControlPlaneRouter } from "../control-plane-context";
import { ControlPlaneError } from "../../control-plane-error";
import { param } from "../route";
import { may, need } from "./access";
import { page } from "./page";
import { metadata } from "./shape";
import { nameText } from "./text";

const PATH = "/org/v2/environments";

const governance = z.object({ package: z.string() }).optional();
const creation = z.object({ display_name: nameText, stream_governance_config: governance });
const change = z.object({ display_name: nameText.optional(), stream_governance_config: governance });

/** Environments. A missing one reads 404. */
export function addEnvironmentRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const visible = [...state.environments.values()].filter(({ id }) => may(call, rightOn(state, id, "Describe")));
    const list = { apiVersion: "org/v2", kind: "EnvironmentList", path: PATH };
    return page(list, call.query, visible, (environment) => environmentBody(state, environment));
  });
  router.onBody("POST", PATH, creation, (call) => {
    const { state } = call.cloud;
    need(call, { operation: "Create", resourceType: "Environment", crn: organizationCrn(state) });
    const environment = createEnvironment(state, {
      displayName: call.body.display_name,
      streamGovernancePackage: call.body.stream_governance_config?.package,
    });
    return { status: 201, body: environmentBody(state, environment) };
  });
  router.on("GET", `${PATH}/{id}`, (call) => {
    const environment = environmentOf(call, param(call, "id"), "Describe");
    return { status: 200, body: environmentBody(call.cloud.state, environment) };
  });
  router.onBody("PATCH", `${PATH}/{id}`, change, (call) => {
    const { state } = call.cloud;
    const environment = environmentOf(call, param(call, "id"), "Alter");
    const { display_name: displayName, stream_governance_config: governed } = call.body;
    updateEnvironment(state, environment, { displayName, streamGovernancePackage: governed?.package });
    return { status: 200, body: environmentBody(state, environment) };
  });
  router.on("DELETE", `${PATH}/{id}`, (call) => {
    deleteEnvironment(call.cloud.state, environmentOf(call, param(call, "id"), "Delete"));
    return { status: 204 };
  });
}

/** An environment that the caller may do something to. */
export function environmentOf(
  caller: Pick<ControlPlaneContext, "cloud" | "principal">,
  id: string,
  operation: ControlOperation,
): Environment {
  const environment = caller.cloud.state.environments.get(id);
  if (environment === undefined) throw new ControlPlaneError(404, "resource_not_found", "Resource Not Found");
  need(caller, rightOn(caller.cloud.state, id, operation));
  return environment;
}

function rightOn(state: CloudState, id: string, operation: ControlOperation) {
  return { operation, resourceType: "Environment", crn: environmentCrn(state, id) } as const;
}

function environmentBody(state: CloudState, environment: Environment): unknown {
  const { id, displayName, streamGovernancePackage, createdAt } = environment;
  return {
    api_version: "org/v2",
    kind: "Environment",
    id,
    metadata: metadata(`${PATH}/${id}`, environmentCrn(state, id), createdAt),
    display_name: displayName,
    ...(streamGovernancePackage === undefined
      ? {}
      : { stream_governance_config: { package: streamGovernancePackage } }),
  };
}
