import type { DiagnosticMessage } from "../protocol/messages";
import { ProviderError, type Diagnostic } from "../resource";
import type { Block } from "../schema/schema";
import { MalformedValue } from "../values/malformed";
import { pathMessage } from "./paths";

const NOWHERE: Block = {};

export function diagnosticMessages(diagnostics: readonly Diagnostic[], block = NOWHERE): readonly DiagnosticMessage[] {
  return diagnostics.map(({ severity, summary, detail, path }) => {
    const attribute = pathMessage(path ?? [], block);
    return {
      severity,
      summary,
      ...(detail === undefined ? {} : { detail }),
      ...(attribute.steps.length > 0 ? { attribute } : {}),
    };
  });
}

/** What an error that was thrown says. */
export function errorDiagnostic(error: unknown): Diagnostic {
  if (error instanceof ProviderError) {
    const { message, detail, path } = error;
    return {
      severity: "ERROR",
      summary: message,
      ...(detail === undefined ? {} : { detail }),
      ...(path === undefined ? {} : { path }),
    };
  }
  if (error instanceof MalformedValue) {
    return { severity: "ERROR", summary: `A value does not fit the provider's schema: ${error.message}` };
  }
  return { severity: "ERROR", summary: error instanceof Error ? error.message : String(error) };
}
