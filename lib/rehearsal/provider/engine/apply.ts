import { ProviderError, type OperationContext, type ResourceHandler, type Values } from "../resource";
import { MalformedValue } from "../values/malformed";
import { settle } from "./unknown";

export interface Change {
  readonly prior: Values | null;
  readonly planned: Values | null;
  readonly config: Values | null;
}

export interface Applied {
  /** What Terraform keeps, after an error too. */
  readonly state: Values | null;
  readonly error?: unknown;
}

/** Makes, changes or removes one object. */
export async function applyChange(
  handler: ResourceHandler,
  change: Change,
  context: OperationContext,
): Promise<Applied> {
  const { prior, planned } = change;
  const afterFailure = stateAfterFailure(change);
  try {
    if (planned !== null) return { state: settle(await write(handler, planned, change, context)) };
    if (prior !== null) await handler.delete(prior, context);
    return { state: null };
  } catch (error) {
    const partial = error instanceof ProviderError ? error.partial : undefined;
    return { state: partial === undefined ? afterFailure : partial && settle(partial, prior), error };
  }
}

async function write(
  handler: ResourceHandler,
  planned: Values,
  { prior, config }: Change,
  context: OperationContext,
): Promise<Values> {
  if (config === null) throw new MalformedValue("no configuration");
  if (prior === null) return handler.create(planned, config, context);
  if (handler.update) return handler.update(planned, prior, config, context);
  throw new ProviderError(`${handler.type} cannot be changed`);
}

/**
 * What is kept when a handler does not say: nothing of an object that was to be made, all of one that was to be removed, and the proposed
 * values of one that was to be changed, as the real provider's SDK does.
 */
function stateAfterFailure({ prior, planned }: Change): Values | null {
  return prior !== null && planned !== null ? settle(planned, prior) : prior;
}
