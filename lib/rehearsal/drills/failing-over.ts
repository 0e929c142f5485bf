import type { RunbookChain } from "../../runbook/topology";
import { accountOf } from "./accounting";
import type { Book } from "./book";
import { allStopped, allWritable, changesInPlace, noChanges, that } from "./promises";
import type { DrillStep } from "./scenario";

/** A section of the runbook that makes the last cluster of a chain writable. */
export interface FailingOver {
  readonly book: Book;
  readonly chain: RunbookChain;
  readonly section: string;
  /** Id of the step. */
  readonly step: "fail-over" | "promote";
}

/** Whether Terraform fails over anything: the step has a form for it. */
export function byTerraform({ book, section, step }: FailingOver): boolean {
  return book.step(section, step).forms.some(({ tool }) => tool === "terraform" || tool === "HCP Terraform");
}

/** Fails over as the runbook says, by Terraform where it can, and by one call what filters have made. */
export function failOverStep(failing: FailingOver, promises: DrillStep["promises"] = []): DrillStep {
  const { book, chain, section, step } = failing;
  const terraform = byTerraform(failing);
  const stack = chain.lastLeg.data.stack;
  return {
    title: book.step(section, step).title,
    does: async (drill) => {
      await drill.follow(section, step, { book });
      if (terraform && chain.lastLeg.makesMirrors) {
        drill.note("mirror topics that the link made by itself: Terraform has none of them");
        await drill.follow(section, step, { book, tools: ["cluster-linking"] });
      }
      drill.mark(`${chain.last.name} is live`);
    },
    promises: [...(terraform ? [changesInPlace(stack)] : []), allStopped, ...promises],
  };
}

/** The last cluster takes over: what is there, who goes on where, and what Terraform thinks of it. */
export function afterFailOverStep(failing: FailingOver, promises: DrillStep["promises"]): DrillStep {
  const { book, chain, section } = failing;
  return {
    title: book.step(section, "check-stopped").title,
    does: async (drill) => {
      drill.account(accountOf(drill, `Records and groups when ${chain.last.name} took over`));
      await drill.follow(section, "check-stopped", { book, tools: ["Confluent CLI", "terraform", "HCP Terraform"] });
    },
    promises: [
      noChanges(chain.lastLeg.data.stack, ", with the variable left empty again"),
      allStopped,
      ...promises,
      allWritable,
    ],
  };
}

/** Producers and consumers work on the last cluster. */
export function liveStep({ chain }: FailingOver): DrillStep {
  return {
    title: `Producers and consumers work on ${chain.last.name}`,
    does: ({ traffic, last }) => {
      traffic.produceOn(last);
      traffic.consumeOn(last);
    },
    promises: [
      that(`records are written to ${chain.last.name}`, async (drill) => {
        const before = drill.traffic.countOn(drill.last);
        await drill.pass(30_000);
        return drill.traffic.countOn(drill.last) > before ? undefined : "none is";
      }),
    ],
  };
}
