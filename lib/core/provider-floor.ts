import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { protectionUnknown } from "../model/rules/placement";
import { AppModel } from "./app-model";
import { isToken } from "./known";
import { allowsOldProvider, overriddenConstraint, providerConstraint, type Version } from "./providers";

/** Makes a stack ask for a version of the Confluent provider, unless it says itself which one it takes. CL098 for one that is too old. */
export function needsProvider(scope: IConstruct, version: Version): void {
  const stack = TerraformStack.of(scope);
  if (overriddenConstraint(stack) === undefined) {
    stack.addOverride("terraform.required_providers.confluent.version", `~> ${version.slice(0, 2).join(".")}`);
  }
  AppModel.of(scope).addStackCheck(scope, `provider ${version.join(".")}`, () => {
    const constraint = providerConstraint(stack);
    if (constraint === undefined || isToken(constraint) || !allowsOldProvider(constraint, version)) return [];
    return [
      protectionUnknown.finding(`The version constraint is ${JSON.stringify(constraint)}.`, { path: stack.node.path }),
    ];
  });
}
