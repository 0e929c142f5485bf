import type { ControlPlaneRouter } from "../control-plane-context";
import { addApiKeyRoutes } from "./api-keys";
import { addClusterRoutes } from "./clusters";
import { addEnvironmentRoutes } from "./environments";
import { addNetworkRoutes } from "./networks";
import { addOrganizationRoutes } from "./organizations";
import { addPrivateLinkAccessRoutes } from "./private-link-accesses";
import { addRoleBindingRoutes } from "./role-bindings";
import { addSchemaRegistryRoutes } from "./schema-registries";
import { addServiceAccountRoutes } from "./service-accounts";

/** Registers everything that the emulated control plane knows. */
export function addControlPlaneRoutes(router: ControlPlaneRouter): void {
  addEnvironmentRoutes(router);
  addOrganizationRoutes(router);
  addClusterRoutes(router);
  addNetworkRoutes(router);
  addPrivateLinkAccessRoutes(router);
  addSchemaRegistryRoutes(router);
  addServiceAccountRoutes(router);
  addRoleBindingRoutes(router);
  addApiKeyRoutes(router);
}
