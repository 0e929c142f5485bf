import type { IConstruct } from "constructs";
import { PolicyPack } from "../policy/policy-pack";
import { indented, type MatcherResult } from "./matcher-result";
import { readReceived } from "./received";

/** Whether an app, or what is below a construct, breaks no rule of a pack, warnings included. */
export function toKeepPolicies(given: unknown, pack = PolicyPack.recommended()): MatcherResult {
  const received = readReceived("toKeepPolicies", given);
  if (received.kind !== "construct") throw new TypeError("toKeepPolicies is for an App or a construct of one.");
  const report = pack.check(given as IConstruct);
  const pass = report.findings.length === 0;
  return {
    pass,
    message: () =>
      [
        `${received.called} was expected to ${pass ? "break" : "keep"} the policies.`,
        ...indented(report.toString().split("\n")),
      ].join("\n"),
  };
}
