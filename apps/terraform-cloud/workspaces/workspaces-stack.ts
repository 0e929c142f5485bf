import { Project } from "@cdktf/provider-tfe/lib/project";
import { TfeProvider } from "@cdktf/provider-tfe/lib/provider";
import { RunTrigger } from "@cdktf/provider-tfe/lib/run-trigger";
import { TerraformStack, TerraformVariable, type App } from "cdktf";
import { LEGS, workspaceOf, WORKSPACES, type Leg } from "../backends";
import type { TerraformCloud } from "../settings";
import { LegWorkspace, type LegWorkspaceProps } from "./leg-workspace";

/** Terraform's own `-parallelism`, and the highest that HCP Terraform takes. */
const [LEAST, MOST] = [10, 256];

export interface WorkspacesStackProps {
  readonly cloud: TerraformCloud;
  /** Stacks of the legs, complete. */
  readonly legs: Readonly<Record<Leg, TerraformStack>>;
  /** How many mirror topics Terraform can fail over on DR. */
  readonly mirrorTopics: number;
}

/**
 * Project, workspaces, agent pools and variables of the two legs. The workspaces share no state: only a run trigger leads from one leg to
 * the next.
 */
export class WorkspacesStack extends TerraformStack {
  public constructor(app: App, { cloud, legs, mirrorTopics }: WorkspacesStackProps) {
    super(app, WORKSPACES);
    const { organization, hostname } = cloud;
    // Its token comes from TFE_TOKEN or "terraform login".
    new TfeProvider(this, "tfe", { organization, hostname });
    const project = new Project(this, "project", { name: cloud.project, lifecycle: { preventDestroy: true } });
    const workspace = (
      leg: Leg,
      props: Pick<LegWorkspaceProps, "autoApply" | "description" | "parallelism">,
    ): LegWorkspace =>
      new LegWorkspace(this, {
        leg,
        workspaceName: workspaceOf(cloud, leg),
        projectId: project.id,
        agentPool: cloud.legs[leg].agentPool,
        approvers: cloud.legs[leg].approvers ?? [],
        terraformVersion: cloud.terraformVersion,
        keys: keysOf(legs[leg]),
        ...props,
      });
    const first = workspace("primary-to-jump", {
      description: "Leg 1, from PRIMARY to JUMP. Its agents reach PRIMARY.",
      autoApply: cloud.legs["primary-to-jump"].autoApply ?? false,
    });
    const last = workspace("jump-to-dr", {
      description: "Leg 2, from JUMP to DR. Its agents reach DR. A failover is a run of this workspace.",
      autoApply: false,
      parallelism: cloud.parallelism ?? Math.min(MOST, Math.max(LEAST, mirrorTopics)),
    });
    if (cloud.runTrigger ?? true) {
      new RunTrigger(this, "after-leg-1", { workspaceId: last.resource.id, sourceableId: first.resource.id });
    }
    // A leg's "terraform init" would make its workspace by itself, without agents.
    for (const leg of LEGS) legs[leg].addDependency(this);
  }
}

/** What a leg's stack asks people for: its sensitive variables. `failover` and `failover_topics` are none. */
function keysOf(stack: TerraformStack): string[] {
  const variables = stack.node.findAll().filter((node) => node instanceof TerraformVariable);
  return variables.filter(({ sensitive }) => sensitive).map(({ friendlyUniqueId }) => friendlyUniqueId);
}
