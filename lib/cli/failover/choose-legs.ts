import { feeds, isSpare } from "../../model/chains";
import type { DocumentLeg } from "../../model/document";
import type { AppOutput } from "../app-output";
import { Misuse, NoAnswer } from "../command";

export interface Choice {
  readonly stack: string;
  /** Link, or path of a leg, where the stack has several. */
  readonly leg: string | undefined;
  /** Whether a cluster that feeds another link may become writable. */
  readonly intermediate: boolean;
}

/**
 * The legs of a stack whose mirror topics shall become writable: those at the end of a chain, all on one cluster. The direction of a
 * bidirectional link that waits to be used is only meant by its path.
 */
export function chooseLegs(output: AppOutput, { stack, leg, intermediate }: Choice): readonly DocumentLeg[] {
  const { document } = output;
  const all = legsOfStack(output, stack);
  const used = all.filter((each) => !waitsToBeUsed(output, each));
  const named =
    leg === undefined
      ? used
      : all.filter((each) => each.path === leg || (each.linkName === leg && used.includes(each)));
  if (named.length === 0) {
    throw new Misuse(`The stack ${stack} has no leg ${JSON.stringify(leg)}. It has: ${namesOf(all)}.`);
  }
  const chosen = intermediate ? named : named.filter((each) => fedBy(output, each).length === 0);
  const [first] = named as [DocumentLeg, ...DocumentLeg[]];
  const nameOf = ({ destination }: DocumentLeg): string => document.clusters[destination]?.name ?? "";
  if (chosen.length === 0) {
    throw new NoAnswer(
      `Refused: ${namesOf(named)} ends on ${nameOf(first)}, which feeds ${namesOf(fedBy(output, first))}. Failed over there, ` +
        `${nameOf(first)} becomes writable and gets nothing from ${document.clusters[first.source]?.name ?? ""} any more. ` +
        "Name the stack at the end of the chain, or add --intermediate.",
    );
  }
  const destinations = [...new Set(chosen.map(nameOf))];
  if (destinations.length > 1) {
    throw new Misuse(
      `The stack ${stack} ends on ${destinations.join(" and ")}: name one with --leg (${namesOf(chosen)}).`,
    );
  }
  return chosen;
}

function legsOfStack({ document }: AppOutput, stack: string): readonly DocumentLeg[] {
  const legs = document.legs.filter((each) => each.stack === stack);
  if (legs.length > 0) return legs;
  const there = [...new Set(document.legs.map((each) => each.stack))].join(", ");
  throw new Misuse(`There is no stack ${JSON.stringify(stack)} with a link. There is: ${there}.`);
}

function waitsToBeUsed({ document, legs }: AppOutput, leg: DocumentLeg): boolean {
  const model = legs[document.legs.indexOf(leg)];
  return model !== undefined && isSpare(legs, model);
}

/** The legs that take on what a leg brings. */
function fedBy({ document, legs }: AppOutput, leg: DocumentLeg): readonly DocumentLeg[] {
  const upstream = legs[document.legs.indexOf(leg)];
  return document.legs.filter((_, i) => {
    const downstream = legs[i];
    return upstream !== undefined && downstream !== undefined && feeds(upstream, downstream);
  });
}

const namesOf = (legs: readonly DocumentLeg[]): string => legs.map(({ linkName, path }) => linkName ?? path).join(", ");
