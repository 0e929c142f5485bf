import { ControlPlaneError } from "../control-plane-error";
import type { CloudState, Environment } from "../state";
import { environmentCrn } from "./crn";
import { nextId } from "./ids";
import { refuseDuplicate } from "./names";
import { deleteRoleBindingsIn } from "./role-bindings";

const PACKAGES = ["ESSENTIALS", "ADVANCED"];

/** What an environment is created with. */
export interface EnvironmentProps {
  readonly displayName: string;
  readonly streamGovernancePackage?: string | undefined;
}

/** Makes an environment. A name that exists is refused with 409. */
export function createEnvironment(state: CloudState, props: EnvironmentProps): Environment {
  refuseDuplicate("Environment", state.environments.values(), props.displayName);
  checkPackage(props.streamGovernancePackage);
  const environment: Environment = {
    id: nextId(state, "env", state.environments),
    displayName: props.displayName,
    streamGovernancePackage: props.streamGovernancePackage,
    createdAt: state.now,
  };
  state.environments.set(environment.id, environment);
  return environment;
}

/** Renames an environment or moves it to another Stream Governance package. */
export function updateEnvironment(
  state: CloudState,
  environment: Environment,
  props: Partial<EnvironmentProps>,
): Environment {
  if (props.displayName !== undefined && props.displayName !== environment.displayName) {
    refuseDuplicate("Environment", state.environments.values(), props.displayName);
  }
  checkPackage(props.streamGovernancePackage);
  environment.displayName = props.displayName ?? environment.displayName;
  environment.streamGovernancePackage = props.streamGovernancePackage ?? environment.streamGovernancePackage;
  return environment;
}

/** Deletes an environment with its role bindings. One that holds clusters or networks is refused with 409. */
export function deleteEnvironment(state: CloudState, environment: Environment): void {
  const held = [...state.clusters.values(), ...state.networks.values()].filter(
    ({ environmentId }) => environmentId === environment.id,
  );
  if (held.length > 0) {
    throw new ControlPlaneError(
      409,
      "conflict",
      `${environment.id} still holds ${held.map(({ id }) => id).join(", ")}`,
    );
  }
  deleteRoleBindingsIn(state, environmentCrn(state, environment.id));
  state.environments.delete(environment.id);
}

function checkPackage(name: string | undefined): void {
  if (name !== undefined && !PACKAGES.includes(name)) {
    throw new ControlPlaneError(400, "invalid_package", `${name} is no package: it is one of ${PACKAGES.join(", ")}`);
  }
}
