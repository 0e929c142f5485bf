import type { Backend } from "cluster-linking-apps/topology-file";
import type { TerraformCloud } from "./settings";

/** Names of the two legs' stacks. */
export const LEGS = ["primary-to-jump", "jump-to-dr"] as const;
export type Leg = (typeof LEGS)[number];

/** Name of the stack that makes the workspaces. */
export const WORKSPACES = "workspaces";

/** The workspace of a leg: the one name that both its backend and the stack `workspaces` know it by. */
export const workspaceOf = ({ legs }: TerraformCloud, leg: Leg): string => legs[leg].workspace ?? leg;

/** Each leg's state is in a workspace of its own, by name. */
export function legsBackend(cloud: TerraformCloud): Backend {
  const { organization, hostname, project, legs } = cloud;
  const ofLeg = (leg: Leg): { workspace: string; region?: string } => {
    const { region } = legs[leg];
    return { workspace: workspaceOf(cloud, leg), ...(region !== undefined && { region }) };
  };
  return {
    type: "cloud",
    organization,
    hostname,
    project,
    stacks: { "primary-to-jump": ofLeg("primary-to-jump"), "jump-to-dr": ofLeg("jump-to-dr") },
  };
}

/** Where the stack `workspaces` keeps its own state: outside the project that it makes, because it is there before. */
export function workspacesBackend({ organization, hostname, workspaces }: TerraformCloud): Backend {
  return workspaces?.backend ?? { type: "cloud", organization, hostname, workspace: "cluster-linking-workspaces" };
}
