import { Testing, type App } from "cdktf";
import { ValidationError } from "../../lib/core/validation-error";

/** Id of the rule that stops the construction of something, or "nothing" when it goes through. */
export function refusal(build: (app: App) => void): string {
  try {
    build(Testing.app({ stackTraces: false }));
    return "nothing";
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error.code;
    throw error;
  }
}
