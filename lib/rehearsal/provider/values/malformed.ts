import type { AttributePath } from "../resource";

/** A value that does not fit the schema, or cannot be read at all. Says where, and never what. */
export class MalformedValue extends Error {
  public override readonly name = "MalformedValue";
  public readonly problem: string;
  public readonly path: AttributePath;

  public constructor(problem: string, path: AttributePath = []) {
    super(path.length > 0 ? `${path.join(".")}: ${problem}` : problem);
    this.problem = problem;
    this.path = path;
  }

  /** The same error, seen from one step further out. */
  public static within(error: unknown, step: string | number): unknown {
    return error instanceof MalformedValue ? new MalformedValue(error.problem, [step, ...error.path]) : error;
  }
}
