import type { Finding, Verdict } from "./judge";

interface Told {
  readonly verdict: Verdict;
  /** Why what is allowed is wanted. */
  readonly reason: string | undefined;
  /** Where the plan is no whole one. */
  readonly errored: boolean;
}

/** A verdict as people read it, the last line says it all. */
export function describeVerdict({ verdict: { findings, notices }, reason, errored }: Told): string {
  const refused = findings.filter(({ allowed }) => !allowed);
  const wanted = findings.filter(({ allowed }) => allowed);
  return [
    ...refused.map((finding) => describeFinding("REFUSED", finding)),
    ...wanted.map((finding) => describeFinding("ALLOWED", finding, reason)),
    ...(notices.length === 0 ? [] : [notices.join("\n")]),
    conclusion(refused.length, wanted.length, errored),
  ].join("\n\n");
}

function describeFinding(
  word: string,
  { address, action, what, why, lost, instead }: Finding,
  reason?: string,
): string {
  return [
    `${word}  ${action} ${address}`,
    `  ${what}`,
    ...(why === undefined ? [] : [`  why: ${why}`]),
    ...lost.map((each) => `  lost: ${each}`),
    ...(word === "REFUSED" && instead !== undefined ? [`  instead: ${instead}`] : []),
    ...(reason === undefined ? [] : [`  allowed: ${reason}`]),
  ].join("\n");
}

function conclusion(refused: number, wanted: number, errored: boolean): string {
  if (refused > 0) {
    const one = refused === 1;
    return `Refused: this plan would take along ${one ? "what stands above" : `what ${refused} objects hold`}. Where that is wanted: --allow ADDRESS for each, and --reason.`;
  }
  if (errored) return "No answer: Terraform failed while it made this plan, so there may be more in it.";
  return wanted > 0 ? "Fine: all that this plan takes along is allowed." : "Fine: this plan takes nothing along.";
}
