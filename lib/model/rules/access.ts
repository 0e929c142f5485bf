import { Rule } from "./rule";

export const keyWithoutGrant = new Rule("CL033", "warning", {
  title: "A created API key that waits for no role binding",
  effect: "The first apply may use the key before it has rights, and fails with 401 or 403.",
  allowed: "grants on ApiKey.fromResource, or a key resource that depends on its role binding.",
  fix: "Pass the role bindings: ApiKey.fromResource(key, { grants: [binding] }).",
  evidence: "documentation",
});

export const keyReplacedTooEarly = new Rule("CL073", "error", {
  title: "An API key that is destroyed before its successor exists",
  effect: "Refresh uses the deleted key, gets 401, and no plan works any more.",
  allowed: "create_before_destroy on keys that links and mirror topics use.",
  fix: "Remove createBeforeDestroy: false from the key; the library sets it to true.",
  evidence: "run",
});

export const literalSecret = new Rule("CL050", "error", {
  title: "A secret as plain text",
  effect: "It would be written into the synthesised JSON, and from there into version control and logs.",
  allowed: "Secrets that only Terraform knows: a sensitive variable, an attribute of a resource or data source.",
  fix: 'Use ApiKey.fromVariables(stack, "jump") and pass the value as TF_VAR_jump_api_secret.',
  evidence: "run",
});

export const sharedDialKey = new Rule("CL051", "warning", {
  title: "One key for REST calls and for dialling",
  effect: "Rotating it fails once on the receiving half, and everything that depends on it waits for a second apply.",
  allowed: "dialCredentials that differ from destinationCredentials.",
  fix: 'Set dialCredentials, for example ApiKey.fromVariables(stack, "jump_dial"), or acknowledge this with the reason.',
  evidence: "run",
});

export const illegalVariableName = new Rule("CL066", "error", {
  title: "A name from which no Terraform variable can be made, or a variable of another kind",
  effect: "The variable could not be set from the environment, or its value would be shown.",
  allowed: "Lower-case letters, digits and underscores, starting with a letter; sensitive string variables.",
  fix: 'Use a name like "jump": its variables are jump_api_key and jump_api_secret.',
  evidence: "own",
});
