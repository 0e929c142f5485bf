/** A command line of the runbook that was run, or what does the same by REST. */
export interface CommandRun {
  /** As the runbook has it. */
  readonly line: string;
  /** What was run in its place, where it is another program's. */
  readonly equivalent?: string;
  /** Whether Terraform was run, and what its plan would do. */
  readonly plan?: PlanCounts;
  readonly program: string;
  /** Stack that Terraform ran in. */
  readonly stack?: string;
  readonly exitCode: number;
  /** What it printed, both streams. */
  readonly output: string;
  /** Milliseconds of virtual time. */
  readonly from: number;
  readonly to: number;
}

/** What a plan would do, by the number of resources. */
export interface PlanCounts {
  readonly imported: number;
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
}

const NOTHING = /^No changes\./m;
const PLAN = /^Plan: (?:(\d+) to import, )?(\d+) to add, (\d+) to change, (\d+) to destroy\./m;

/** Reads the counts as people do: from the last lines of a plan. */
export function planCounts(output: string): PlanCounts | undefined {
  if (NOTHING.test(output)) return { imported: 0, added: 0, changed: 0, destroyed: 0 };
  const [, imported = "0", added, changed, destroyed] = PLAN.exec(output) ?? [];
  if (added === undefined) return undefined;
  return {
    imported: Number(imported),
    added: Number(added),
    changed: Number(changed),
    destroyed: Number(destroyed),
  };
}

/** The counts in the words of Terraform. */
export function describeCounts({ imported, added, changed, destroyed }: PlanCounts): string {
  if (imported + added + changed + destroyed === 0) return "No changes";
  const imports = imported === 0 ? "" : `${imported} to import, `;
  return `${imports}${added} to add, ${changed} to change, ${destroyed} to destroy`;
}
