import { Rule } from "./rule";

export const notInHcl = new Rule("CL100", "error", {
  title: "Something that cannot be written as HCL",
  effect: "HCL would say something else than JSON, or nothing at all.",
  allowed:
    "Resources, data sources and providers of generated bindings, with overrides of scalar values and of blocks that they have, and everything of this library.",
  fix: "Synthesise without --hcl, or replace the override or element by a property of the generated class.",
  evidence: "own",
});

export const hclByHand = new Rule("CL101", "error", {
  title: "HCL asked of a stack outside app.synth()",
  effect: "cdktf writes that HCL itself and leaves mirror topics, check, removed and import blocks out without a word.",
  allowed: "HCL by cdktf synth --hcl, or by app.synth() of an App with hclOutput: true.",
  fix: "Synthesise the app, and read the stack's cdk.tf.",
  evidence: "run",
});
