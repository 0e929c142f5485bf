import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { AppModel } from "../core/app-model";
import { stackFacts } from "../core/stack-facts";
import { membersOf } from "./json";
import type { PolicyResource, PolicyStack, PolicyTree } from "./policy-tree";

/** The stacks at or below a construct. */
export function stacksBelow(scope: IConstruct): TerraformStack[] {
  return scope.node.findAll().filter((node) => TerraformStack.isStack(node));
}

/** The JSON of stacks, as synth would write it now. Aspects are not run. */
export function renderStacks(stacks: readonly TerraformStack[]): Map<TerraformStack, Record<string, unknown>> {
  for (const stack of stacks) stack.prepareStack();
  return new Map(stacks.map((stack) => [stack, stack.toTerraform() as Record<string, unknown>]));
}

/** The app that a construct is in, as it stands now. */
export function finishedTree(scope: IConstruct): PolicyTree {
  const { root } = scope.node;
  const rendered = renderStacks(stacksBelow(root));
  return {
    topology: AppModel.of(root).document(),
    stacks: [...rendered].map(([stack, json]) => stackOf(stack, json)),
  };
}

function stackOf(stack: TerraformStack, json: Record<string, unknown>): PolicyStack {
  const name = stack.node.path;
  const { stateRegion } = stackFacts(stack);
  return {
    name,
    ...(stateRegion === undefined ? {} : { stateRegion }),
    resources: Object.entries(membersOf(json["resource"])).flatMap(([type, blocks]) =>
      Object.entries(membersOf(blocks)).map(([id, block]) => resourceOf(name, type, id, membersOf(block))),
    ),
    json,
  };
}

function resourceOf(stack: string, type: string, id: string, block: Readonly<Record<string, unknown>>): PolicyResource {
  const { "//": comment, ...attributes } = block;
  const { path } = membersOf(membersOf(comment)["metadata"]);
  return {
    stack,
    type,
    address: `${type}.${id}`,
    path: typeof path === "string" ? path.replace(/\/Default$/, "") : stack,
    attributes,
  };
}
