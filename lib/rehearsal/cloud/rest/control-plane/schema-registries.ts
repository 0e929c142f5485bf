import { environmentCrn } from "../../control/crn";
import { derivedId } from "../../control/ids";
import type { Cluster, CloudState, Environment } from "../../state";
import type { ControlPlaneRouter } from "../control-plane-context";
import { required } from "./access";
import { environmentOf } from "./environments";
import { page } from "./page";
import { metadata, reference } from "./shape";

const PATH = "/srcm/v3/clusters";

interface Registry {
  readonly environment: Environment;
  /** The cluster that it came with. */
  readonly first: Cluster;
}

/** Schema registries are only listed: an environment with Stream Governance has one as soon as it has a cluster. */
export function addSchemaRegistryRoutes(router: ControlPlaneRouter): void {
  router.on("GET", PATH, (call) => {
    const { state } = call.cloud;
    const environment = environmentOf(call, required(call.query, "environment"), "Describe");
    const list = { apiVersion: "srcm/v3", kind: "ClusterList", path: PATH };
    return page(list, call.query, registriesOf(state, environment), (registry) => registryBody(state, registry));
  });
}

function registriesOf(state: CloudState, environment: Environment): Registry[] {
  const [first] = [...state.clusters.values()].filter(({ environmentId }) => environmentId === environment.id);
  return first === undefined || environment.streamGovernancePackage === undefined ? [] : [{ environment, first }];
}

function registryBody(state: CloudState, { environment, first }: Registry): unknown {
  const id = derivedId("lsrc", environment.id);
  const environmentName = environmentCrn(state, environment.id);
  return {
    api_version: "srcm/v3",
    kind: "Cluster",
    id,
    metadata: metadata(`${PATH}/${id}`, `${environmentName}/schema-registry=${id}`, first.createdAt),
    spec: {
      display_name: "Stream Governance Package",
      package: environment.streamGovernancePackage,
      cloud: first.cloud,
      region: first.region,
      http_endpoint: `https://${id}.${first.region}.${first.cloud.toLowerCase()}.confluent.cloud`,
      environment: reference("org/v2", "Environment", "/org/v2/environments/", environment.id, environmentName),
    },
    status: { phase: first.phase === "PROVISIONED" ? "PROVISIONED" : "PROVISIONING" },
  };
}
