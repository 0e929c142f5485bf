import { Rule } from "./rule";

export const illegalAcknowledgement = new Rule("CL074", "error", {
  title: "An acknowledgement that acknowledges nothing",
  effect: "A warning somebody believes to be settled stays, or an error seems to be allowed.",
  allowed: "The id of a warning or of an overridable error, and a reason.",
  fix: "Use an id from docs/rules.md and say why it is all right here.",
  evidence: "own",
});
