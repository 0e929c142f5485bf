import { AgentPool } from "@cdktf/provider-tfe/lib/agent-pool";
import { AgentPoolAllowedWorkspaces } from "@cdktf/provider-tfe/lib/agent-pool-allowed-workspaces";
import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { Workspace } from "@cdktf/provider-tfe/lib/workspace";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import type { TerraformStack } from "cdktf";
import { allowApprovers } from "./approvers";

export interface LegWorkspaceProps {
  /** Name of the leg's stack, which this workspace's resources are called after. */
  readonly leg: string;
  /** Name that the leg's backend knows the workspace by. */
  readonly workspaceName: string;
  readonly projectId: string;
  readonly description: string;
  /** Name of the pool whose agents run in the network of the leg's private cluster. */
  readonly agentPool: string;
  /** Names of the teams that may apply its runs. */
  readonly approvers: readonly string[];
  readonly autoApply: boolean;
  readonly terraformVersion: string | undefined;
  /** Terraform variables that people give their values in the workspace. */
  readonly keys: readonly string[];
  /** How many resources Terraform works on at once. @default - Terraform's own 10 */
  readonly parallelism?: number;
}

/** The workspace of one leg, its agents, and the names of what has to be set in it. */
export class LegWorkspace {
  public readonly resource: Workspace;

  public constructor(
    private readonly stack: TerraformStack,
    private readonly props: LegWorkspaceProps,
  ) {
    const { leg, autoApply, projectId, description, terraformVersion } = props;
    this.resource = new Workspace(stack, `${leg}-workspace`, {
      name: props.workspaceName,
      projectId,
      description,
      terraformVersion,
      autoApply,
      autoApplyRunTrigger: false,
      queueAllRuns: false,
      // It holds the leg's state.
      forceDelete: false,
      lifecycle: { preventDestroy: true },
    });
    this.runOnAgents();
    for (const key of props.keys) this.declareKey(key);
    if (props.parallelism !== undefined) this.presetParallelism(props.parallelism);
    allowApprovers(stack, { leg, workspaceId: this.resource.id, teams: props.approvers });
  }

  // The pool lets the workspace in before the workspace is put on it.
  private runOnAgents(): void {
    const { leg, agentPool, autoApply } = this.props;
    const pool = new AgentPool(this.stack, `${leg}-agents`, { name: agentPool, organizationScoped: false });
    const allowed = new AgentPoolAllowedWorkspaces(this.stack, `${leg}-agents-allowed`, {
      agentPoolId: pool.id,
      allowedWorkspaceIds: [this.resource.id],
    });
    new WorkspaceSettings(this.stack, `${leg}-settings`, {
      workspaceId: this.resource.id,
      executionMode: "agent",
      agentPoolId: allowed.agentPoolId,
      // The provider writes false where this is left out, whatever the workspace itself says.
      autoApply,
      globalRemoteState: false,
      remoteStateConsumerIds: [],
    });
  }

  /** Declares a sensitive variable. Its value is set in the workspace and cannot be read back, so nothing here changes it. */
  private declareKey(key: string): void {
    new Variable(this.stack, `${this.props.leg}-${key}`, {
      workspaceId: this.resource.id,
      category: "terraform",
      key,
      sensitive: true,
      description: "Set here by hand. Terraform neither knows nor changes the value.",
      lifecycle: { ignoreChanges: ["value"] },
    });
  }

  // HCP Terraform's own machines read the first one, agents the other two.
  private presetParallelism(parallelism: number): void {
    const flag = `-parallelism=${parallelism}`;
    const presets = { TFE_PARALLELISM: String(parallelism), TF_CLI_ARGS_plan: flag, TF_CLI_ARGS_apply: flag };
    for (const [key, value] of Object.entries(presets)) {
      new Variable(this.stack, `${this.props.leg}-${key}`, {
        workspaceId: this.resource.id,
        category: "env",
        key,
        value,
        description: "How many mirror topics fail over at once: each batch takes the provider 62 s.",
      });
    }
  }
}
