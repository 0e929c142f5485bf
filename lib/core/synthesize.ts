import { TerraformStack, type App } from "cdktf";
import { AppModel } from "./app-model";
import { ValidationError } from "./validation-error";

/**
 * Builds an app and synthesises it, or says on stderr what is wrong with it and sets the exit code to 1.
 *
 * Rules are asked before anything is written, so a refused app leaves no files.
 *
 * @see `docs/guides/install.md`
 */
export function synthesize(build: () => App): void {
  try {
    const app = build();
    refuseBroken(app);
    app.synth();
  } catch (error) {
    if (!isForUsers(error)) throw error;
    console.error(`Error: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Throws what any stack of the app would refuse. */
function refuseBroken(app: App): void {
  const [first, ...rest] = AppModel.of(app).evaluate().errors;
  if (first) throw new ValidationError([first, ...rest]);
  for (const stack of app.node.findAll()) if (TerraformStack.isStack(stack)) stack.prepareStack();
  for (const stack of app.node.findAll()) if (TerraformStack.isStack(stack)) stack.runAllValidations();
}

/** Errors of cdktf are plain ones with a message for users; anything more special is a mistake in code. */
function isForUsers(error: unknown): error is Error {
  return ValidationError.isValidationError(error) || (error instanceof Error && error.constructor === Error);
}
