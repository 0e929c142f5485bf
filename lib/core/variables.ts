import { TerraformStack, TerraformVariable, type TerraformVariableConfig } from "cdktf";
import type { Construct } from "constructs";
import { illegalVariableName } from "../model/rules/access";
import { needsTerraform } from "./terraform-floor";
import { refuse } from "./validation-error";

/**
 * The variable of this name, a string unless `config` says otherwise, declared at the stack once, whoever asks for it.
 *
 * Throws CL066 when the stack has another element of that name, or one that would show a secret.
 */
export function stackVariable(scope: Construct, name: string, config: TerraformVariableConfig): TerraformVariable {
  const stack = TerraformStack.of(scope);
  needsTerraform(stack, "nullableVariables");
  const existing = stack.node.tryFindChild(name);
  if (existing === undefined) return declare(stack, name, config);
  const fits = existing instanceof TerraformVariable && (!config.sensitive || existing.sensitive === true);
  if (!fits) {
    const wanted = config.sensitive ? "sensitive variable" : "variable";
    refuse(scope, [illegalVariableName.finding(`${existing.node.path} exists and is no ${wanted}.`)]);
  }
  return existing as TerraformVariable;
}

// cdktf's HCL writer drops `""` and `false`, unless they are overrides.
function declare(stack: TerraformStack, name: string, config: TerraformVariableConfig): TerraformVariable {
  const variable = new TerraformVariable(stack, name, { type: "string", nullable: false, ...config });
  variable.addOverride("nullable", false);
  if (config.default !== undefined) variable.addOverride("default", config.default);
  return variable;
}
