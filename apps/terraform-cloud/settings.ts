import { backendSchema, text, topologySchema } from "cluster-linking-apps/topology-file";
import { z } from "zod";

const workspaceName = text.regex(/^[\w-]+$/, "takes letters, digits, - and _");

const names = z.array(text);

const leg = z.strictObject({
  workspace: workspaceName.optional(),
  agentPool: text,
  approvers: names.optional(),
  region: text.optional(),
});

const cloudSchema = z.strictObject({
  organization: workspaceName,
  hostname: text.regex(/^[\w.-]+(:\d+)?$/, "takes a host name, without https://").optional(),
  project: z
    .string()
    .regex(/^[\w-][\w -]{1,38}[\w-]$/, "takes 3 to 40 letters, digits, -, _ and spaces, with no space at either end"),
  terraformVersion: text.optional(),
  legs: z.strictObject({ "primary-to-jump": leg.extend({ autoApply: z.boolean().optional() }), "jump-to-dr": leg }),
  runTrigger: z.boolean().optional(),
  parallelism: z.int().min(1).max(256).optional(),
  workspaces: z.strictObject({ backend: backendSchema.optional() }).optional(),
});

/** What the file of this app may say: a topology, and where in Terraform Cloud it is. */
export const settingsSchema = topologySchema
  .omit({ backend: true })
  .extend({ terraformCloud: cloudSchema })
  .superRefine(({ terraformCloud: { legs, workspaces } }, context) => {
    const pool = legs["primary-to-jump"].agentPool;
    if (pool === legs["jump-to-dr"].agentPool) {
      context.addIssue({
        code: "custom",
        path: ["terraformCloud", "legs", "jump-to-dr", "agentPool"],
        message: "is PRIMARY's pool; DR's agents run in DR's network, and have to be there when PRIMARY is not",
      });
    }
    if (workspaces?.backend?.stacks !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["terraformCloud", "workspaces", "backend", "stacks"],
        message: "there is no such member; this is the state of one stack",
      });
    }
  });

export type Settings = z.infer<typeof settingsSchema>;
export type TerraformCloud = Settings["terraformCloud"];
