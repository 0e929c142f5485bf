import type { AttributePath, OperationContext, PlanRequest, PlanResult, Value } from "../resource";
import { valueAt } from "./paths";
import type { ResourceType } from "./types";
import { withComputedUnknown } from "./unknown";

export interface PlannedChange {
  readonly planned: PlanResult["planned"];
  readonly replace: readonly AttributePath[];
}

/** What a change will lead to, and which values of it can only be had by a new object. */
export async function planChange(
  type: ResourceType,
  request: PlanRequest,
  context: () => OperationContext,
): Promise<PlannedChange> {
  const { prior, proposed } = request;
  // Terraform itself has put the prior values of an update in place of computed ones that are not configured.
  const bySchema = prior === null ? withComputedUnknown(proposed, type.block) : proposed;
  const result = (await type.handler?.plan?.(request, { planned: bySchema }, context())) ?? { planned: bySchema };
  if (prior === null) return { planned: result.planned, replace: [] };
  const replacing = type.replacedBy.filter((path) => !isSame(valueAt(prior, path), valueAt(result.planned, path)));
  return { planned: result.planned, replace: [...replacing, ...(result.replace ?? [])] };
}

/** Whether two values are equal. What is not known equals nothing that is. */
function isSame(left: Value | undefined, right: Value | undefined): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return (left ?? null) === (right ?? null);
  }
  const names = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every((name) => isSame((left as Members)[name], (right as Members)[name]))
  );
}

type Members = { readonly [key: string]: Value };
