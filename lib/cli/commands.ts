import type { Command } from "./command";

interface Entry {
  readonly summary: string;
  /** Loads the command alone: the others cost nothing. */
  readonly load: () => Promise<Command>;
}

/** The commands, in the order in which they are listed. */
export const COMMANDS: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    "explain",
    {
      summary: "the name of a topic or group on each cluster, or where it stops",
      load: async () => (await import("./commands/explain.js")).explainCommand,
    },
  ],
  [
    "status",
    {
      summary: "whether links and mirror topics are ready, and drained",
      load: async () => (await import("./commands/status.js")).statusCommand,
    },
  ],
  [
    "failover",
    {
      summary: "makes the mirror topics of a stack writable, by one REST call",
      load: async () => (await import("./commands/failover.js")).failoverCommand,
    },
  ],
  [
    "adopt",
    {
      summary: "writes what brings links and mirror topics that exist into Terraform",
      load: async () => (await import("./commands/adopt.js")).adoptCommand,
    },
  ],
  [
    "check-plan",
    {
      summary: "refuses a Terraform plan that would lose a link, a mirror topic or a topic",
      load: async () => (await import("./commands/check-plan.js")).checkPlanCommand,
    },
  ],
  [
    "runbook",
    {
      summary: "writes the runbook and the links' configuration files",
      load: async () => (await import("./commands/runbook.js")).runbookCommand,
    },
  ],
  [
    "rehearse",
    {
      summary: "deploys the stacks on an emulated Confluent Cloud and plays a disaster",
      load: async () => (await import("./commands/rehearse.js")).rehearseCommand,
    },
  ],
]);
