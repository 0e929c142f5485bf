import { organizationCrn } from "../../control/crn";
import type { CloudState } from "../../state";
import type { ControlPlaneRouter } from "../control-plane-context";
import { param } from "../route";
import { seen } from "./access";
import { page } from "./page";
import { metadata } from "./shape";

const PATH = "/org/v2/organizations";

/** The one organization that a Cloud key belongs to. */
export function addOrganizationRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, ({ cloud: { state }, query }) =>
    page({ apiVersion: "org/v2", kind: "OrganizationList", path: PATH }, query, [state], organizationBody),
  );
  router.on("GET", `${PATH}/{id}`, (call) => {
    const { state } = call.cloud;
    return {
      status: 200,
      body: organizationBody(seen(param(call, "id") === state.organizationId ? state : undefined)),
    };
  });
}

function organizationBody(state: CloudState): unknown {
  const { organizationId: id } = state;
  return {
    api_version: "org/v2",
    kind: "Organization",
    id,
    metadata: metadata(`${PATH}/${id}`, organizationCrn(state), 0),
    display_name: "Rehearsal",
    jit_enabled: false,
  };
}
