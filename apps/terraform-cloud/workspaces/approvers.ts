import { DataTfeTeam } from "@cdktf/provider-tfe/lib/data-tfe-team";
import { TeamAccess } from "@cdktf/provider-tfe/lib/team-access";
import type { TerraformStack } from "cdktf";

export interface ApproversProps {
  /** Name of the leg's stack. */
  readonly leg: string;
  readonly workspaceId: string;
  /** Names of teams that exist. */
  readonly teams: readonly string[];
}

/** Lets teams apply a leg's runs and set its variables. They do not get its state, which holds keys in clear text. */
export function allowApprovers(stack: TerraformStack, { leg, workspaceId, teams }: ApproversProps): void {
  for (const [i, name] of teams.entries()) {
    const team = new DataTfeTeam(stack, `${leg}-team-${i + 1}`, { name });
    new TeamAccess(stack, `${leg}-approvers-${i + 1}`, {
      teamId: team.id,
      workspaceId,
      permissions: [
        {
          runs: "apply",
          variables: "write",
          workspaceLocking: true,
          stateVersions: "none",
          sentinelMocks: "none",
          runTasks: false,
        },
      ],
    });
  }
}
