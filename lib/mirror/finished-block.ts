import type { IPostProcessor, IResolvable, IResolveContext } from "cdktf";

const NOWHERE: string[] = [];

/** A finished block: cdktf neither looks into it nor merges it with anything. */
export class FinishedBlock implements IResolvable, IPostProcessor {
  readonly #block: object;

  public constructor(block: object) {
    this.#block = block;
  }

  public get creationStack(): string[] {
    return NOWHERE;
  }

  public resolve(context: IResolveContext): null {
    context.registerPostProcessor(this);
    return null;
  }

  public postProcess(): object {
    return this.#block;
  }

  public toString(): string {
    return "block";
  }
}

/**
 * What becomes of a template once cdktf has resolved it.
 *
 * The result is not resolved again, so that ten thousand blocks cost little more than their JSON.
 */
export function expanded<T extends object>(template: () => T, expand: (resolved: T) => object): IResolvable {
  return {
    creationStack: NOWHERE,
    resolve: (context) => {
      if (!context.preparing) {
        context.registerPostProcessor({ postProcess: (resolved: T) => expand(resolved) });
      }
      return template();
    },
    toString: () => "blocks",
  };
}
