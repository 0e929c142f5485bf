export { Deployment, type DeploymentOptions } from "./terraform/deployment";
export { RehearsalCloud } from "./terraform/rehearsal-cloud";
export type { Plan, PlanJson, PlanOptions, Report, ResourceChange, StackRun } from "./terraform/stack-run";
export type { ClusterApi } from "./terraform/cluster-api";
export { TerraformFailure } from "./terraform/failure";
export { Terraform } from "./terraform/terraform";
export { Emulator, type EmulatorOptions } from "./cloud/emulator";
export type { LoggedRequest } from "./cloud/rest/request-log";
export type { Reachability } from "./cloud/state";
